package goalsheet.xlsx;

import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A file could not be put in its place; what stood there before still stands, and nothing else is left behind. Only with
 * {@link Problem#NOT_CONFIRMED} the new file is there, whole, and with {@link Problem#KEPT_BESIDE} beside it.
 */
public final class OutputException extends RuntimeException {
    public enum Problem {
        EXISTS(Text.of("文件已存在：{file}。请换一个文件名，或加 --force 覆盖。",
                "{file} exists already. Choose another name, or replace it with --force.")),
        IS_FOLDER(Text.of("{file} 是文件夹，请改为文件名。", "{file} is a folder. Give the name of a file.")),
        NO_FOLDER(Text.of("{folder} 或它的上级是文件，不是文件夹。请换一个位置。", "{folder}, or what is above it, is a file and no folder. Choose another place.")),
        NAME_TOO_LONG(Text.of("文件名太长：{file}。请换一个短些的名字。", "The name is too long: {file}. Choose a shorter one.")),
        NOT_WRITABLE(Text.of("无法写入文件夹 {folder}。请检查权限，或换一个位置。",
                "Cannot write into {folder}. Check its permissions, or choose another place.")),
        DISK_FULL(Text.of("磁盘空间不足，未能写入 {file}。请清理空间后重试。", "The disk is full, {file} was not written. Make room and try again.")),
        IN_USE(Text.of("文件正被其他程序打开或被保护：{file}。请关闭 Excel 或 WPS 后重试。",
                "{file} is open in another program or protected. Close Excel or WPS and try again.")),
        KEPT_BESIDE(Text.of("{file} 正被其他程序打开或被保护，没有替换；新文件另存为 {kept}。请关闭 Excel 或 WPS 后重试，或改用新文件。",
                "{file} is open in another program or protected and was not replaced; the new file is {kept}. Close Excel or WPS and try again, or use the new file.")),
        NOT_CONFIRMED(Text.of("{file} 已写入，但系统未能确认已存盘（{reason}）。请打开核对，必要时重新生成。",
                "{file} was written, but the system did not confirm that it is on the disk ({reason}). Open it to see, or make it again.")),
        FAILED(Text.of("未能写入 {file}（{reason}）。原有文件没有改动，请重试或换一个位置。",
                "{file} was not written ({reason}). What was there before is unchanged; try again or choose another place."));

        private final Text words;

        Problem(Text words) {
            this.words = words;
        }
    }

    private static final Text OF_SEVERAL = Text.of("{problem}共 {all} 份，已写好 {done} 份；处理后加 --force 再运行一次即可补齐。",
            "{problem} {done} of {all} files are written; then run it again with --force for the others.");

    private final Problem problem;
    private final Text text;
    private final Optional<Path> kept;

    OutputException(Problem problem, Path target, Throwable cause) {
        this(problem, text(problem, target, cause, ""), Optional.empty(), cause);
    }

    private OutputException(Problem problem, Text text, Optional<Path> kept, Throwable cause) {
        super(text.in(Lang.EN), cause);
        this.problem = problem;
        this.text = text;
        this.kept = kept;
    }

    /** The new file could not take its place and stands beside it. */
    static OutputException kept(Path target, Path kept, Throwable cause) {
        return new OutputException(Problem.KEPT_BESIDE, text(Problem.KEPT_BESIDE, target, cause, kept.toString()), Optional.of(kept), cause);
    }

    /** The same, told of one of several files. */
    OutputException within(int done, int all) {
        return all == 1 ? this : new OutputException(problem,
                OF_SEVERAL.with(Map.of("problem", text, "done", Text.same(Integer.toString(done)), "all", Text.same(Integer.toString(all)))), kept, this);
    }

    private static Text text(Problem problem, Path target, Throwable cause, String kept) {
        String reason = cause == null ? "" : cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return problem.words.with(Map.of("file", Text.same(target.toString()), "folder", Text.same(SafeFile.folderOf(target).normalize().toString()),
                "reason", Text.same(reason), "kept", Text.same(kept)));
    }

    public Problem problem() {
        return problem;
    }

    /** Where the new file is, if it could not take its place. */
    public Optional<Path> kept() {
        return kept;
    }

    /** Which file, and what to do about it. */
    public Text text() {
        return text;
    }
}
