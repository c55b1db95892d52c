package goalsheet.xlsx;

import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.nio.file.Path;
import java.util.Map;

/**
 * A file could not be put in its place; what stood there before still stands, and nothing else is left behind. Only with
 * {@link Problem#NOT_CONFIRMED} the new file is there, whole.
 */
public final class OutputException extends RuntimeException {
    public enum Problem {
        EXISTS(Text.of("文件已存在：{file}。请换一个文件名，或加 --force 覆盖。",
                "{file} exists already. Choose another name, or replace it with --force.")),
        IS_FOLDER(Text.of("{file} 是文件夹，请改为文件名。", "{file} is a folder. Give the name of a file.")),
        NO_FOLDER(Text.of("文件夹不存在：{folder}。请先建立，或换一个位置。", "There is no folder {folder}. Make it first, or choose another place.")),
        NOT_WRITABLE(Text.of("无法写入文件夹 {folder}。请检查权限，或换一个位置。",
                "Cannot write into {folder}. Check its permissions, or choose another place.")),
        DISK_FULL(Text.of("磁盘空间不足，未能写入 {file}。请清理空间后重试。", "The disk is full, {file} was not written. Make room and try again.")),
        IN_USE(Text.of("文件正被其他程序打开或被保护：{file}。请关闭 Excel 或 WPS 后重试。",
                "{file} is open in another program or protected. Close Excel or WPS and try again.")),
        NOT_CONFIRMED(Text.of("{file} 已写入，但系统未能确认已存盘（{reason}）。请打开核对，必要时重新生成。",
                "{file} was written, but the system did not confirm that it is on the disk ({reason}). Open it to see, or make it again.")),
        FAILED(Text.of("未能写入 {file}（{reason}）。原有文件没有改动，请重试或换一个位置。",
                "{file} was not written ({reason}). What was there before is unchanged; try again or choose another place."));

        private final Text words;

        Problem(Text words) {
            this.words = words;
        }
    }

    private final Problem problem;
    private final Text text;

    OutputException(Problem problem, Path target, Throwable cause) {
        super(text(problem, target, cause).in(Lang.EN), cause);
        this.problem = problem;
        this.text = text(problem, target, cause);
    }

    private static Text text(Problem problem, Path target, Throwable cause) {
        String reason = cause == null ? "" : cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return problem.words.with(Map.of("file", Text.same(target.toString()), "folder", Text.same(SafeFile.folderOf(target).toString()),
                "reason", Text.same(reason)));
    }

    public Problem problem() {
        return problem;
    }

    /** Which file, and what to do about it. */
    public Text text() {
        return text;
    }
}
