package goalsheet.collect;

import goalsheet.collect.summary.PlainSummary;
import goalsheet.collect.summary.Summary;
import goalsheet.generate.Roster;
import goalsheet.generate.Unit;
import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.rule.Rule;
import goalsheet.rule.Severity;
import goalsheet.rule.Verdict;
import goalsheet.rule.Verdict.Outcome;
import goalsheet.template.Template;
import goalsheet.template.TemplateStore;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.OwnMarks;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The summary of an invented ledger of any size, and yardsticks: {@code FOLDER UNITS FINDINGS ledger} makes the ledger, with so many
 * findings of each unit; {@code FOLDER UNITS FINDINGS summary} and the names of {@link PlainSummary} write it. Started by {@code .ci/summary-bench}.
 */
public final class SummaryBench {
    private static final int PROJECTS = 4;
    private static final int INDICATORS = 6;
    private static final Rule RULE = new Rule("TST001", Severity.ERROR, Text.of("一种错误", "a mistake"), Text.of("{label}填报 {value}，与其他几项之和不符，相差较大，请逐项核对。", "{label} is {value}, which is not the sum of the others."),
            Text.of("核对这几个数，使合计等于各项之和；没有的可以不填。", "Check these figures so that they add up."));

    private SummaryBench() {
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int units = Integer.parseInt(arguments[1]);
        int findings = Integer.parseInt(arguments[2]);
        Template template = new TemplateStore(Path.of("templates")).open("hebei-2023");
        try (Ledger ledger = Ledger.open("jdbc:sqlite:" + folder.resolve("ledger.db"))) {
            if (arguments[3].equals("ledger")) {
                for (int unit = 0; unit < units; unit++) {
                    ledger.record(checked(code(unit), unit, findings));
                }
                return;
            }
            List<Unit> roster = IntStream.range(0, units).mapToObj(unit -> new Unit(code(unit), "单位" + code(unit), Map.of("department", "科室" + unit % 12), List.of(), unit + 2)).toList();
            Collection collection = Collection.conclude(template, new Roster(roster, List.of()), ledger);
            long start = System.nanoTime();
            Path written = arguments[3].equals("summary") ? Summary.write(collection, Lang.ZH, Summary.layout(template, Lang.ZH, Optional.empty()), folder, Integer.getInteger("threads", 2))
                    : PlainSummary.valueOf(arguments[3]).write(collection, folder.resolve("plain.xlsx"));
            System.out.printf("%.1f %d%n", (System.nanoTime() - start) / 1e9, Files.size(written) >> 20);
        }
    }

    private static String code(int unit) {
        return Integer.toString(100_001 + unit);
    }

    private static Checked checked(String code, int unit, int findings) {
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < findings; i++) {
            found.add(Finding.of(RULE, new Place("项目" + (i % PROJECTS + 1), "C" + (i + 1), "budget", Text.of("预算数", "Budget")), unit + "." + i));
        }
        List<Content> contents = new ArrayList<>();
        for (int project = 1; project <= PROJECTS; project++) {
            add(contents, project, "", 0, "name", "项目" + unit + "-" + project, false);
            add(contents, project, "", 0, "budget", unit + "." + project, true);
            add(contents, project, "", 0, "plan.m6", "50", true);
            for (int row = 1; row <= INDICATORS; row++) {
                add(contents, project, "indicators", row, "level3", "指标" + unit + "-" + project + "-" + row, false);
                add(contents, project, "indicators", row, "value", "≥" + (unit + row) + "件", false);
            }
        }
        String sha256 = code.repeat(11).substring(0, 64);
        Verdict verdict = new Verdict(Path.of(code + ".xlsx"), sha256, found.isEmpty() ? Outcome.CLEAN : Outcome.FINDINGS, "hebei-2023", 1, code, "单位" + code, found);
        return new Checked(new Sighting("收到的文件/" + code + ".xlsx", sha256, 1, unit, unit), "bench", unit, verdict, found.stream().map(Note::of).toList(), contents, OwnMarks.Page.NONE);
    }

    private static void add(List<Content> contents, int project, String list, int row, String field, String content, boolean isNumber) {
        contents.add(new Content("project", project, list, row, field, "项目" + project, "C" + (row + 4), content, isNumber ? Optional.of(new BigDecimal(content)) : Optional.empty()));
    }
}
