package goalsheet.cli;

import goalsheet.check.Checker;
import goalsheet.fill.Mending;
import goalsheet.fill.Mending.Change;
import goalsheet.report.TextReport;
import goalsheet.report.Visible;
import goalsheet.rule.Verdict;
import goalsheet.template.TemplateStore;
import goalsheet.text.Text;
import goalsheet.xlsx.OutputException;
import goalsheet.xlsx.SafeFile;
import goalsheet.xlsx.UnreadableException;
import goalsheet.xlsx.WorkLimit;
import goalsheet.xlsx.WorkbookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Mends in a copy of a returned workbook what is only form, and lists it. */
final class FixCommand implements Command {
    private static final Text CHANGE = Text.of("{place}  {label}：“{before}” → “{after}”（{why}）", "{place}  {label}: \"{before}\" → \"{after}\" ({why})");
    private static final Text EMPTIED = Text.of("{place}  {label}：“{before}” → 空白（{why}）", "{place}  {label}: \"{before}\" → blank ({why})");
    private static final Text DONE = Text.of("共改 {n} 处写法，已另存为：{file}", "{n} cell(s) mended, written: {file}");
    private static final Text RESULTS = Text.of("有 {n} 处自动计算的结果随之更新。", "{n} calculated result(s) brought up to date with it.");
    private static final Text OLD = Text.of("“{file}”是旧版 .xls 格式（或 WPS 的 .et），fix 只能改 .xlsx，没有生成文件。请用 Excel 或 WPS 打开，另存为“.xlsx 工作簿”再改，或用 fill --from 把内容填到新表里。",
            "'{file}' has the old .xls format (or WPS's .et); fix changes .xlsx only, no file was written. Open it in Excel or WPS and save it as an .xlsx workbook, or pour it into a new form with fill --from.");
    private static final Text NOTHING = Text.of("没有要改的写法，没有生成文件。", "Nothing to mend, no file was written.");

    @Override
    public String name() {
        return "fix";
    }

    @Override
    public Text summary() {
        return Text.of("把交回的表里不规范的写法改好，另存一份", "mend spellings of a returned workbook in a copy");
    }

    @Override
    public Text operands() {
        return Text.same("FILE");
    }

    @Override
    public List<CommandOption> options() {
        return List.of(CommandOption.required("out", "FILE", Text.of("改好的副本，不能是原文件", "the mended copy, not the workbook itself")).as("o"), Shared.OPEN_PASSWORD_FILE, Shared.MAX_FILE, Shared.FORCE);
    }

    @Override
    public Text details() {
        return Text.of("""
                只改写法，不改内容，逐处列出：指标值的符号、百分号和全角字符；存成文本的数字；下拉选项的其他写法；
                多余的空格；项目编码的小写和全角字符。金额大小、文字、日期、选错的选项和锁着的单元格都不动。
                批注副本也可以，里面的“检查结果”、着色和批注会去掉。
                例：fix 法院.xlsx -o 法院-已整理.xlsx
                退出码：0 已改好或没有要改的，1 文件无法检查，2 没有完成。""",
                """
                Only the form is mended, never what is meant, and each change is listed: signs, percent signs and full-width
                characters of values; numbers stored as text; other spellings of list items; stray blanks; small and full-width
                letters of project codes. Amounts, words, dates, wrong items and locked cells stay as they are.
                Of an annotated copy, the sheet of results, colours and notes are taken out.
                Example: fix court.xlsx -o court-mended.xlsx
                Exit code: 0 mended or nothing to mend, 1 the file cannot be checked, 2 not done.""");
    }

    @Override
    public ExitCode run(Call call) throws IOException {
        if (call.operands().size() != 1) {
            throw new UserError(Text.of("请写明一个要改的文件，如：fix 法院.xlsx -o 法院-已整理.xlsx", "Name one workbook, such as: fix court.xlsx -o court-mended.xlsx"));
        }
        Path file = call.paths().get(0);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UserError(Text.of("找不到文件：" + file, "There is no file " + file));
        }
        Path target = target(file, call);
        TemplateStore store = Install.templates();
        Checker checker = new Checker(id -> Install.lookUp(store, id));
        try {
            WorkbookFile.Opening opening = Shared.opening(call);
            WorkbookFile workbook = WorkLimit.within(() -> WorkbookFile.read(file, opening));
            if (workbook.archive().isEmpty()) {
                call.say(OLD.with(Map.of("file", Text.same(Visible.line(file.toString())))));
                return ExitCode.ERRORS_FOUND;
            }
            Optional<Mending> mending = WorkLimit.within(() -> Mending.of(checker, file, workbook));
            if (mending.isEmpty()) {
                return rejected(checker.check(file, workbook), call);
            }
            mend(mending.get(), workbook, target, call);
            return ExitCode.CLEAN;
        } catch (UnreadableException e) {
            return rejected(checker.unreadable(file, e), call);
        }
    }

    private static Path target(Path file, Call call) throws IOException {
        Path target = call.path("out").orElseThrow();
        Shared.notOnto(target, file);
        // A workbook with macros must keep the ending that says so.
        String ending = file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsm") ? ".xlsm" : ".xlsx";
        if (!target.toString().toLowerCase(Locale.ROOT).endsWith(ending)) {
            throw new UserError(Text.of("文件名要以 " + ending + " 结尾：" + target, "The file's name must end in " + ending + ": " + target));
        }
        return target;
    }

    private static ExitCode rejected(Verdict verdict, Call call) {
        call.out().println(TextReport.of(verdict, call.lang()).stripTrailing());
        return ExitCode.ERRORS_FOUND;
    }

    private static void mend(Mending mending, WorkbookFile workbook, Path target, Call call) throws UnreadableException {
        if (mending.changes().isEmpty()) {
            call.say(NOTHING);
            return;
        }
        byte[] mended = workbook.sealed(mending.workbook());
        try {
            SafeFile.write(target, call.has("force"), out -> out.write(mended));
        } catch (OutputException e) {
            throw UserErrors.of(e);
        }
        mending.changes().forEach(change -> call.say(line(change)));
        if (mending.results() > 0) {
            call.say(RESULTS.with(Map.of("n", Text.same(Integer.toString(mending.results())))));
        }
        if (workbook.isEncrypted()) {
            call.say(Shared.SEALED);
        }
        call.say(DONE.with(Map.of("n", Text.same(Integer.toString(mending.changes().size())), "file", Text.same(target.toString()))));
    }

    private static Text line(Change change) {
        Text place = Text.same(Visible.line(change.place().sheet() + "!" + change.place().cell()));
        return (change.after().isEmpty() ? EMPTIED : CHANGE).with(Map.of("place", place, "label", change.place().label(), "before", Text.same(Visible.line(change.before())),
                "after", Text.same(Visible.line(change.after())), "why", change.why()));
    }
}
