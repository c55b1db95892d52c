package goalsheet.cli;

import goalsheet.check.Checker;
import goalsheet.collect.BeijingTime;
import goalsheet.collect.Collection;
import goalsheet.collect.Collector;
import goalsheet.collect.Inbox;
import goalsheet.collect.Ledger;
import goalsheet.collect.LedgerException;
import goalsheet.collect.Standing;
import goalsheet.collect.State;
import goalsheet.collect.page.ReportPage;
import goalsheet.collect.paper.Papers;
import goalsheet.collect.paper.Sender;
import goalsheet.collect.summary.Summary;
import goalsheet.generate.Roster;
import goalsheet.template.DefinitionException;
import goalsheet.template.Template;
import goalsheet.template.TemplateStore;
import goalsheet.text.Text;
import goalsheet.xlsx.OutputException;
import goalsheet.xlsx.SafeFile;
import goalsheet.xlsx.WorkbookFile;
import goalsheet.xlsx.styled.LayoutException;
import goalsheet.xlsx.styled.StyledLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the workbooks of many units into a ledger and says how each unit stands. */
final class CollectCommand implements Command {
    static final String LEDGER = "ledger.db";
    static final String REPORT = "report.html";

    @Override
    public String name() {
        return "collect";
    }

    @Override
    public Text summary() {
        return Text.of("汇总各单位交回的表：谁没交、谁有错、合计多少", "collect the workbooks of many units: who is missing, what is wrong, what it adds up to");
    }

    @Override
    public Text operands() {
        return Text.same("FILE|DIR|ZIP...");
    }

    @Override
    public List<CommandOption> options() {
        return List.of(CommandOption.required("roster", "FILE", Text.of("单位名单（csv、xlsx、xls）", "roster of units (csv, xlsx, xls)")).as("r"),
                CommandOption.required("out", "DIR", Text.of("存放台账和汇总结果的目录", "folder for the ledger and the results")).as("o"),
                CommandOption.value("template", "ID|FILE", Text.of("表样，默认按交回的表认", "template, by default the one the workbooks were made from")).as("t"),
                CommandOption.value("deadline", "DATE", Text.of("重新报送的期限，写进退回单和未交名单，如 2026-12-10", "by when mended workbooks are wanted, told in slips and lists, such as 2026-12-10")),
                CommandOption.value("office", "TEXT", Text.of("写在退回单、回执末尾的落款，如“预算股 0315-5550100”", "who signs slips and receipts, such as 'Budget office 0315-5550100'")),
                CommandOption.flag("no-papers", Text.of("不写退回单、回执和未交名单，只写报告和汇总表", "write no slips, receipts and lists, only the report and the summary")),
                CommandOption.value("db", "URL", Text.of("台账放在数据库里：jdbc:postgresql://…，默认是输出目录中的 " + LEDGER, "keep the ledger in a database: jdbc:postgresql://…; by default in " + LEDGER + " of the output folder")),
                CommandOption.value("threads", "N", Text.of("同时检查几份，默认与处理器个数相同；1 表示一件一件地做", "workbooks checked at a time, by default one for each processor; with 1 everything is done in turn")),
                Shared.KEY_FILE, Shared.OPEN_PASSWORD_FILE, Shared.MAX_FILE);
    }

    @Override
    public Text details() {
        return Text.of("例：collect -r 单位名单.xlsx -o 汇总 收到的文件\n可以随时停下（Ctrl-C）再运行：查过、没有变化的文件不再检查。\n退出码：0 全部单位已交、没有错误，1 还有单位没交或有错，2 没有完成。",
                "Example: collect -r roster.xlsx -o summary inbox\nIt can be stopped (Ctrl-C) and run again at any time: what was checked and has not changed is not checked again.\nExit code: 0 every unit is in and without errors, 1 some are not, 2 it was not done.");
    }

    @Override
    public ExitCode run(Call call) throws IOException {
        if (call.operands().isEmpty()) {
            throw new UserError(Text.of("请写明交回的文件在哪里，如：collect -r 单位名单.xlsx -o 汇总 收到的文件", "Name the folders with the workbooks, such as: collect -r roster.xlsx -o summary inbox"));
        }
        Path out = call.path("out").orElseThrow();
        Optional<LocalDate> deadline = deadline(call);
        deadline.filter(day -> day.isBefore(BeijingTime.day(System.currentTimeMillis()))).ifPresent(day -> call.err().println(
                Text.of("注意：--deadline " + day + " 已经过去，退回单和名单里写的就是这一天。", "Mind: --deadline " + day + " is past, and slips and lists will say so.").in(call.lang())));
        Inbox inbox = inbox(call, out);
        int threads = Shared.number(call, "threads", 1, Shared.MOST).orElse(Runtime.getRuntime().availableProcessors());
        try {
            SafeFile.folderFor(out.resolve(LEDGER));
            try (Ledger ledger = Ledger.open(call.value("db").orElse("jdbc:sqlite:" + out.resolve(LEDGER)))) {
                return collect(call, inbox, ledger, threads, out, deadline);
            }
        } catch (LedgerException e) {
            throw new UserError(e.words(), e);
        } catch (OutputException e) {
            throw UserErrors.of(e);
        } catch (RuntimeException e) {
            // Named here, the exception of the database library would be loaded by every command.
            throw LedgerException.lost(e).<RuntimeException>map(lost -> new UserError(lost.words(), e)).orElse(e);
        }
    }

    private static Inbox inbox(Call call, Path out) throws IOException {
        List<Path> places = call.paths();
        for (Path place : places) {
            if (!Files.exists(place)) {
                throw new UserError(Text.of("找不到文件或目录：" + place, "There is no file or folder " + place));
            }
        }
        Path results = out.toAbsolutePath().normalize();
        Map<Path, Boolean> known = new HashMap<>();
        return Inbox.of(places, file -> {
            Path folder = file.toAbsolutePath().normalize().getParent();
            return folder.startsWith(results) || isOfCollection(folder, known);
        });
    }

    /** Whether a folder, or one above it, holds the results of a collection: what lies there was written by this program, not sent by a unit. */
    private static boolean isOfCollection(Path folder, Map<Path, Boolean> known) {
        if (folder == null) {
            return false;
        }
        Boolean is = known.get(folder);
        if (is == null) {
            is = Files.isRegularFile(folder.resolve(REPORT)) && (Files.isRegularFile(folder.resolve(LEDGER)) || Papers.areIn(folder)) || isOfCollection(folder.getParent(), known);
            known.put(folder, is);
        }
        return is;
    }

    private ExitCode collect(Call call, Inbox workbooks, Ledger ledger, int threads, Path out, Optional<LocalDate> deadline) throws IOException {
        TemplateStore store = Install.templates();
        WorkbookFile.Opening opening = Shared.opening(call);
        String named = call.value("template").or(ledger::template).orElseGet(() -> FormInUse.of(workbooks, opening, store));
        Template template = Install.template(named);
        Roster roster = roster(call, template);
        Inbox inbox = workbooks.withInstead(roster);
        Optional<Path> layout = layout(store.beside(named, template, Summary.LAYOUT), template);
        ledger.claim(template.id(), template.version());
        // Whoever sends last year's form has sent nothing for this year, even where that form is still known here.
        Checker checker = Checker.only(template, Shared.key(call));
        Collector.Tally tally;
        try (CollectProgress progress = CollectProgress.of(call, inbox.items().size())) {
            tally = new Collector(ledger, checker, opening, Version.current() + " " + store.digest(named), threads).collect(inbox, progress);
        }
        try (Meanwhile<StyledLayout> styled = new Meanwhile<>(threads > 1, () -> Summary.layout(template, call.lang(), layout))) {
            Collection collection = Collection.conclude(template, roster, ledger);
            CollectWords.say(call, inbox, tally, collection);
            write(call, collection, ledger, styled, threads, out, deadline);
            boolean done = collection.units().stream().filter(Standing::listed).allMatch(unit -> unit.state() == State.RECEIVED);
            return done ? ExitCode.CLEAN : ExitCode.ERRORS_FOUND;
        }
    }

    private static void write(Call call, Collection collection, Ledger ledger, Meanwhile<StyledLayout> layout, int threads, Path out, Optional<LocalDate> deadline) throws IOException {
        long now = System.currentTimeMillis();
        Sender sender = new Sender(call.value("office").orElse(""), deadline, BeijingTime.day(now));
        try (Ledger own = ledger.reader(); Meanwhile<Optional<Papers.Result>> papers = new Meanwhile<>(threads > 1, () -> {
            ReportPage.write(collection, now, call.lang(), out.resolve(REPORT));
            return call.has("no-papers") ? Optional.empty() : Optional.of(Papers.write(collection, sender, call.lang(), out));
        })) {
            Path summary = Summary.write(collection.through(own), call.lang(), layout.result(), out, threads);
            call.say(Text.of("汇总表：" + summary, "Summary: " + summary));
            papers.result().ifPresent(written -> CollectWords.say(call, written));
        }
        call.say(Text.of("报告：" + out.resolve(REPORT) + "（用浏览器打开）", "Report: " + out.resolve(REPORT) + " (open it in a browser)"));
    }

    /** The office's own layout of the summary, found sound before work begins. */
    private static Optional<Path> layout(Path file, Template template) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Summary.check(template, file);
            return Optional.of(file);
        } catch (LayoutException e) {
            throw UserErrors.of(e);
        }
    }

    private static Roster roster(Call call, Template template) {
        try {
            Roster roster = Roster.read(template, call.path("roster").orElseThrow());
            roster.notes().forEach(note -> call.err().println(note.in(call.lang())));
            return roster;
        } catch (DefinitionException e) {
            throw UserErrors.of(e);
        }
    }

    private static Optional<LocalDate> deadline(Call call) {
        return call.value("deadline").map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new UserError(Text.of("--deadline 后面应是日期，如 2026-12-10，不能是“" + text + "”。", "--deadline takes a date such as 2026-12-10, not '" + text + "'."), e);
            }
        });
    }
}
