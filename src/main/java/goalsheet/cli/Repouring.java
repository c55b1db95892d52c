package goalsheet.cli;

import goalsheet.check.Checker;
import goalsheet.fill.PourLine;
import goalsheet.fill.Pouring;
import goalsheet.generate.Roster;
import goalsheet.report.TextReport;
import goalsheet.report.Visible;
import goalsheet.template.DefinitionException;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.UnreadableException;
import goalsheet.xlsx.WorkLimit;
import goalsheet.xlsx.WorkbookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pours a returned workbook into a new form and tells what became of it. */
final class Repouring {
    private static final int MOST_LINES = 200;
    private static final int LONGEST = 60;
    private static final Text UNKNOWN = Text.of("看不出“{file}”是“{template}”的表，没有生成文件。请确认 -t 写的是这份表的表样，或让单位把内容填到下发的空表里。",
            "'{file}' is not recognised as a form of '{template}'; no file was written. Check that -t names its template, or have the contents entered in the form that was sent out.");
    private static final Text SOURCE = Text.of("来源：{file}（{which}）", "From: {file} ({which})");
    private static final Text NO_IDENTITY = Text.of("身份信息已丢失，按表样文字认出", "identity lost, recognised by its words");
    private static final Text UNSIGNED = Text.of("交回的表有签名，新表没有；要签名请加 --key-file。", "The returned workbook is signed, the new form is not; add --key-file to sign it.");
    private static final Text DONE = Text.of("已生成：{file}，填入 {n} 格，带过去 {notes} 条批注。请再检查一遍：check {file}", "Written: {file}, {n} cell(s) filled in, {notes} note(s) carried over. Check it: check {file}");

    private final Template template;
    private final Path target;
    private final Call call;

    Repouring(Template template, Path target, Call call) {
        this.template = template;
        this.target = target;
        this.call = call;
    }

    ExitCode run(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UserError(Text.of("找不到文件：" + file, "There is no file " + file));
        }
        Shared.notOnto(target, file);
        try {
            WorkbookFile.Opening opening = Shared.opening(call);
            Pouring.Request request = new Pouring.Request(template, call.lang(), roster(), Shared.key(call));
            Optional<Pouring> pouring = WorkLimit.within(() -> {
                WorkbookFile workbook = WorkbookFile.read(file, opening);
                return Pouring.of(workbook.snapshot(), workbook.comments(), request);
            });
            if (pouring.isEmpty()) {
                call.say(UNKNOWN.with(Map.of("file", Text.same(file.toString()), "template", Text.same(template.id()))));
                return ExitCode.ERRORS_FOUND;
            }
            FillCommand.write(pouring.get().layout(), pouring.get().contents(), target, call);
            tell(file, pouring.get());
            return ExitCode.CLEAN;
        } catch (UnreadableException e) {
            call.out().println(TextReport.of(new Checker(id -> Optional.empty()).unreadable(file, e), call.lang()).stripTrailing());
            return ExitCode.ERRORS_FOUND;
        } catch (DefinitionException e) {
            throw UserErrors.of(e);
        }
    }

    private Optional<Roster> roster() {
        return call.path("roster").map(file -> {
            Roster roster = Roster.read(template, file);
            roster.notes().forEach(note -> call.err().println(note.in(call.lang())));
            return roster;
        });
    }

    private void tell(Path file, Pouring pouring) {
        Text which = pouring.version() == 0 ? NO_IDENTITY : Text.of(pouring.template() + " 第 " + pouring.version() + " 版", pouring.template() + " version " + pouring.version());
        call.say(SOURCE.with(Map.of("file", Text.same(file.toString()), "which", which)));
        for (PourLine.Kind kind : PourLine.Kind.values()) {
            List<PourLine> lines = pouring.lines().stream().filter(line -> line.kind() == kind).toList();
            if (!lines.isEmpty()) {
                call.say(Text.of(kind.heading().zh() + "（" + lines.size() + "）：", kind.heading().en() + " (" + lines.size() + "):"));
                lines.stream().limit(MOST_LINES).forEach(line -> call.out().println("  " + words(line, call.lang())));
                if (lines.size() > MOST_LINES) {
                    call.say(Text.of("  ……共 " + lines.size() + " 条", "  … " + lines.size() + " in all"));
                }
            }
        }
        if (pouring.wasSigned() && !call.has("key-file")) {
            call.say(UNSIGNED);
        }
        call.say(DONE.with(Map.of("file", Text.same(target.toString()), "n", Text.same(Integer.toString(pouring.filled())), "notes", Text.same(Integer.toString(pouring.notes())))));
    }

    /** {@code 项目1!C5 → 项目1!C6  预算数：“12” → “12”（文本改为数字）}. */
    static String words(PourLine line, Lang lang) {
        StringBuilder words = new StringBuilder(Visible.line(line.from()));
        if (!line.to().isEmpty() && !line.to().equals(line.from())) {
            words.append(" → ").append(Visible.line(line.to()));
        }
        String label = line.label().in(lang);
        words.append(words.length() > 0 && !label.isEmpty() ? "  " : "").append(label);
        if (!line.value().isEmpty()) {
            String value = line.value().length() > LONGEST ? line.value().substring(0, LONGEST) + "…" : line.value();
            words.append(lang == Lang.EN ? ": \"" : "：“").append(Visible.line(value)).append(lang == Lang.EN ? "\"" : "”");
        }
        if (!line.why().isEmpty()) {
            words.append(lang == Lang.EN ? " (" : "（").append(line.why().in(lang)).append(lang == Lang.EN ? ")" : "）");
        }
        return words.toString();
    }
}
