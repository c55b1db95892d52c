package goalsheet.collect;

import goalsheet.generate.Roster;
import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.rule.Rule;
import goalsheet.rule.Severity;
import goalsheet.rule.Verdict;
import goalsheet.rule.Verdict.Outcome;
import goalsheet.template.Template;
import goalsheet.template.TemplateStore;
import goalsheet.text.Text;
import goalsheet.xlsx.OwnMarks;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Five units written into a ledger by hand, so that every figure of a summary can be said beforehand: one in order, one whose
 * total and control figure differ, one without a workbook, one in an archive, one that the roster does not know.
 */
public final class FewUnits {
    public static final Path FILE = Path.of("inbox", "a", "court.xlsx");
    private static final Rule WRONG = new Rule("TST001", Severity.ERROR, Text.of("一种错误", "a mistake"), Text.of("填了 {value}。", "It says {value}."), Text.of("请改正。", "Mend it."));
    private static final Rule DOUBTFUL = new Rule("TST002", Severity.WARNING, Text.of("一种疑问", "a doubt"), Text.of("-{value}-请核对。", "-{value}- is odd."), Text.of("请核对。", "Check it."));
    private static final String ROSTER = """
            单位编码,单位名称,部门,联系人,联系电话,项目编码,项目名称,预算数
            101001,城关法院,政法科,李文静,0315-5550136,13020023P00003910033L,陪审员经费,10.30
            101001,城关法院,政法科,李文静,0315-5550136,13020023P000039100348,物业费,235.80
            102001,城关档案馆,行政科,赵明远,0315-5550142,13020023P00128110021A,档案数字化,42.60
            103001,第二幼儿园,行政科,孙丽,=0315,,,
            101002,城关司法所,政法科,,,,,
            """;

    private final List<Content> contents = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private FewUnits() {
    }

    public static Template template() {
        return new TemplateStore(Path.of("templates")).open("hebei-2023");
    }

    /** Their collection; {@code inbox/a/court.xlsx} is there as a file, the other origins are names only. */
    public static Collection collect(Path folder, Ledger ledger) throws IOException {
        Files.createDirectories(folder.resolve(FILE).getParent());
        Files.writeString(folder.resolve(FILE), "");
        Path roster = folder.resolve("roster.csv");
        Files.writeString(roster, "\uFEFF" + ROSTER);
        new FewUnits().cover("101001", "城关法院", "246.1").project(1, "13020023P00003910033L", "陪审员经费", "10.3", "10.3", "", "25", "50", "80", "100").indicator(1, 1, "产出指标", "数量指标", "参审案件数量", "≥900件")
                .project(2, "13020023P000039100348", "物业费", "235.8", "200.8", "35", "20", "45.5", "80", "100").indicator(2, 1, "产出指标", "成本指标", "=1+1", "-5%").record(ledger, folder.resolve(FILE).toString(), "a1", 1000, "101001", "城关法院", false);
        new FewUnits().cover("102001", "城关档案馆", "42").project(1, "13020023P00128110021A", "档案数字化", "42.65", "42.65", "", "10", "20", "30", "100").finding(WRONG, "封面", "D12", "42.65")
                .finding(DOUBTFUL, "项目1", "C4", "@SUM(A1)").waived(DOUBTFUL, "项目1", "C5", "一万").record(ledger, "收到/全部.zip!档案馆/表.xlsx", "b2", 2000, "102001", "城关档案馆", false);
        new FewUnits().cover("101002", "城关司法所", "7").project(1, "13020023P00003910036F", "车辆购置", "7", "7", "", "0", "0", "50", "100").record(ledger, "司法所.xlsx", "c3", 3000, "101002", "城关司法所", false);
        new FewUnits().cover("999001", "外来单位", "1.01").project(1, "13020023P000039100373", "外来项目", "1.01", "1.01", "", "25", "50", "75", "100").record(ledger, "外来.xlsx", "d4", 4000, "999001", "外来单位", false);
        new FewUnits().finding(WRONG, "", "", "").record(ledger, "新建.xlsx", "e5", 5000, "", "", true);
        return Collection.conclude(template(), Roster.read(template(), roster), ledger);
    }

    private FewUnits cover(String code, String name, String total) {
        put("cover", 1, "", 0, "unit_code", "封面", "C3", code, false);
        put("cover", 1, "", 0, "unit_name", "封面", "C4", name, false);
        return put("cover", 1, "", 0, "budget_total", "封面", "D12", total, true);
    }

    private FewUnits project(int number, String code, String name, String budget, String fiscal, String other, String m3, String m6, String m10, String m12) {
        String sheet = "项目" + number;
        put("project", number, "", 0, "code", sheet, "B3", code, false).put("project", number, "", 0, "name", sheet, "E3", name, false).put("project", number, "", 0, "budget", sheet, "C4", budget, true)
                .put("project", number, "", 0, "fiscal", sheet, "E4", fiscal, true).put("project", number, "", 0, "use", sheet, "B5", "用于" + name, false);
        if (!other.isEmpty()) {
            put("project", number, "", 0, "other", sheet, "G4", other, true);
        }
        return put("project", number, "", 0, "plan.m3", sheet, "B7", m3, true).put("project", number, "", 0, "plan.m6", sheet, "C7", m6, true)
                .put("project", number, "", 0, "plan.m10", sheet, "D7", m10, true).put("project", number, "", 0, "plan.m12", sheet, "F7", m12, true);
    }

    private FewUnits indicator(int project, int row, String level1, String level2, String level3, String value) {
        String sheet = "项目" + project;
        int line = 9 + row;
        return put("project", project, "indicators", row, "level1", sheet, "A" + line, level1, false).put("project", project, "indicators", row, "level2", sheet, "B" + line, level2, false)
                .put("project", project, "indicators", row, "level3", sheet, "C" + line, level3, false).put("project", project, "indicators", row, "value", sheet, "F" + line, value, false);
    }

    private FewUnits put(String part, int sheetNo, String list, int row, String field, String sheet, String cell, String content, boolean isNumber) {
        contents.add(new Content(part, sheetNo, list, row, field, sheet, cell, content, isNumber ? Optional.of(new BigDecimal(content)) : Optional.empty()));
        return this;
    }

    private FewUnits finding(Rule rule, String sheet, String cell, String value) {
        findings.add(found(rule, sheet, cell, value));
        return this;
    }

    /** With the unit's reason. */
    private FewUnits waived(Rule rule, String sheet, String cell, String value) {
        findings.add(found(rule, sheet, cell, value).waived("=上级文件要求"));
        return this;
    }

    private static Finding found(Rule rule, String sheet, String cell, String value) {
        return Finding.of(rule, new Place(sheet, cell, "", Text.of("预算数", "Budget")), value);
    }

    private void record(Ledger ledger, String origin, String hash, long time, String code, String name, boolean rejected) {
        String sha256 = hash.repeat(32);
        Verdict verdict = new Verdict(Path.of("x.xlsx"), sha256, rejected ? Outcome.REJECTED : findings.isEmpty() ? Outcome.CLEAN : Outcome.FINDINGS, rejected ? "" : "hebei-2023", rejected ? 0 : 1, code, name, findings);
        ledger.record(new Checked(new Sighting(origin, sha256, 1, time, time), "test", time, verdict, findings.stream().map(Note::of).toList(), contents, OwnMarks.Page.NONE));
    }
}
