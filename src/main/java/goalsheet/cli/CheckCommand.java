package goalsheet.cli;

import goalsheet.check.Checker;
import goalsheet.report.JsonReport;
import goalsheet.report.TextReport;
import goalsheet.rule.Severity;
import goalsheet.rule.Verdict;
import goalsheet.template.TemplateStore;
import goalsheet.text.Text;
import goalsheet.xlsx.UnreadableException;
import goalsheet.xlsx.WorkLimit;
import goalsheet.xlsx.WorkbookFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks returned workbooks, reports, and writes annotated copies. */
final class CheckCommand implements Command {
    private final TemplateStore store = Install.templates();

    @Override
    public String name() {
        return "check";
    }

    @Override
    public Text summary() {
        return Text.of("检查填好的表，指出问题并生成批注副本", "check returned workbooks and write annotated copies");
    }

    @Override
    public Text operands() {
        return Text.same("FILE|DIR...");
    }

    @Override
    public List<CommandOption> options() {
        return List.of(CommandOption.value("out", "DIR", Text.of("存放批注副本的目录，默认与原文件同目录", "folder for annotated copies, by default beside the workbook")).as("o"),
                CommandOption.value("format", "text|json", Text.of("结果的格式，默认 text", "form of the results, text by default")),
                CommandOption.flag("brief", Text.of("只显示每份的结论和单位已说明理由的问题", "tell only how each workbook fared and what units have explained")),
                CommandOption.flag("no-annotate", Text.of("不生成批注副本", "write no annotated copies")),
                CommandOption.flag("open", Text.of("完成后打开批注副本", "open the annotated copy at the end")),
                Shared.KEY_FILE, Shared.OPEN_PASSWORD_FILE, Shared.MAX_FILE, Shared.FORCE);
    }

    @Override
    public Text details() {
        return Text.of("例：check 法院.xlsx\n    check -o 退回 收到的文件\n退出码：0 没有强制性问题，1 有强制性问题或无法读取的文件，2 没有完成检查，或批注副本没有写成。",
                "Example: check court.xlsx\n         check -o returned inbox\nExit code: 0 no errors, 1 errors or files that cannot be read, 2 the check was not done, or a copy not written.");
    }

    @Override
    public void prepare() {
        store.prepare();
    }

    @Override
    public ExitCode run(Call call) throws IOException {
        String format = call.value("format").orElse("text");
        if (!List.of("text", "json").contains(format)) {
            throw new UserError(Text.of("--format 只能是 text 或 json，不能是“" + format + "”。", "--format is text or json, not '" + format + "'."));
        }
        if (call.operands().isEmpty()) {
            throw new UserError(Text.of("请写明要检查的文件或目录，如：check 法院.xlsx", "Name the files or folders to check, such as: check court.xlsx"));
        }
        Returned returned = Returned.of(call.paths());
        if (returned.files().isEmpty()) {
            OtherFiles.tell(returned.others(), call.err(), call);
            throw new UserError(Text.of("目录里没有要检查的工作簿（.xlsx）。", "There are no workbooks (.xlsx) to check."));
        }
        Checker checker = new Checker(id -> Install.lookUp(store, id), Shared.key(call));
        boolean json = format.equals("json");
        List<Verdict> verdicts = new ArrayList<>();
        WorkbookFile.Opening opening = Shared.opening(call);
        Copies copies = new Copies(call, returned, opening);
        for (Path file : returned.files()) {
            Verdict verdict = check(checker, file, opening, copies, call);
            verdicts.add(verdict);
            if (!json) {
                call.out().println((call.has("brief") ? TextReport.brief(verdict, call.lang()) : TextReport.of(verdict, call.lang())).stripTrailing());
                copies.tellLast();
                // Whoever waits for many files sees each as soon as it is done.
                call.out().flush();
            }
        }
        if (json) {
            JsonReport.write(verdicts, Version.current(), call.lang(), call.out());
        } else {
            String explained = TextReport.explained(verdicts, call.lang());
            call.out().print(explained.isEmpty() ? "" : "\n" + explained + "\n");
            if (verdicts.size() > 1) {
                call.out().println(TextReport.total(verdicts, call.lang()).stripTrailing());
            }
        }
        if (!returned.skipped().isEmpty() && !json) {
            call.say(Text.of("跳过 " + returned.skipped().size() + " 个文件（临时文件、已有原件的批注副本）。", returned.skipped().size() + " files skipped (lock files, annotated copies beside their originals)."));
        }
        OtherFiles.tell(returned.others(), json ? call.err() : call.out(), call);
        copies.open();
        if (copies.isIncomplete()) {
            return ExitCode.COULD_NOT_RUN;
        }
        return verdicts.stream().anyMatch(verdict -> verdict.count(Severity.ERROR) > 0) ? ExitCode.ERRORS_FOUND : ExitCode.CLEAN;
    }

    private static Verdict check(Checker checker, Path file, WorkbookFile.Opening opening, Copies copies, Call call) {
        Optional<WorkbookFile> workbook = Optional.empty();
        Verdict verdict;
        try {
            // Read once: what is checked, hashed and annotated are the same bytes.
            WorkbookFile read = WorkLimit.within(() -> WorkbookFile.read(file, opening));
            verdict = WorkLimit.within(() -> checker.check(file, read));
            workbook = Optional.of(read);
        } catch (UnreadableException e) {
            verdict = checker.unreadable(file, e);
        } catch (UserError e) {
            // Of a template, which is wrong for all files.
            throw e;
        } catch (RuntimeException e) {
            // A mistake of ours: the other files shall have their turn all the same.
            if (call.verbose()) {
                e.printStackTrace(call.err());
            }
            verdict = checker.unreadable(file, new UnreadableException(UnreadableException.Reason.PROGRAM_FAILED, e.toString()));
        }
        copies.write(file, workbook, verdict);
        return verdict;
    }
}
