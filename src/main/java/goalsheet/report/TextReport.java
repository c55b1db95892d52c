package goalsheet.report;

import goalsheet.rule.Finding;
import goalsheet.rule.Severity;
import goalsheet.rule.Verdict;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the console says: per workbook its findings, worst first; at the end one line over all. */
public final class TextReport {
    private static final Text TOTAL = Text.of("共 {workbooks} 份：通过 {clean}，有问题 {findings}，无法检查 {rejected}（{counts}）",
            "Workbooks: {workbooks}, clean {clean}, with findings {findings}, rejected {rejected} ({counts})");
    private static final Text MORE = Text.of("另有 {n} 处未列出", "{n} more not listed");
    private static final int MAX_TEXT = 500;

    private TextReport() {
    }

    /** The whole report; lines end in {@code \n}. */
    public static String of(List<Verdict> verdicts, Lang lang) {
        StringBuilder out = new StringBuilder();
        verdicts.forEach(verdict -> out.append(of(verdict, lang)).append('\n'));
        return out.append(total(verdicts, lang)).append('\n').toString();
    }

    /** One workbook, to be shown as soon as it is checked. */
    public static String of(Verdict verdict, Lang lang) {
        StringBuilder out = new StringBuilder(Visible.line(verdict.file().toString()));
        if (!Wording.unit(verdict).isEmpty()) {
            out.append("  ").append(Wording.unit(verdict));
        }
        out.append('\n').append("  ").append(Wording.conclusion(verdict).in(lang));
        if (!verdict.findings().isEmpty()) {
            out.append(Text.of("（{counts}）", " ({counts})").with(Map.of("counts", Text.same(Wording.counts(Wording.counts(verdict), lang)))).in(lang));
        }
        out.append('\n');
        List<Finding> shown = verdict.worstFirst().stream().limit(Wording.MAX_SHOWN).toList();
        Severity group = null;
        for (Finding finding : shown) {
            if (finding.severity() != group) {
                group = finding.severity();
                out.append("  [").append(group.label().in(lang)).append("]\n");
            }
            finding(out, finding, lang);
        }
        if (shown.size() < verdict.findings().size()) {
            out.append("    ").append(Wording.counted(MORE, verdict.findings().size() - shown.size()).in(lang)).append('\n');
        }
        return out.toString();
    }

    /** The last line: how many workbooks, how they fared, how many findings of each severity. */
    public static String total(List<Verdict> verdicts, Lang lang) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, verdicts.stream().mapToInt(verdict -> verdict.count(severity)).sum());
        }
        return TOTAL.with(Map.of("workbooks", Text.same(String.valueOf(verdicts.size())),
                "clean", ended(verdicts, Verdict.Outcome.CLEAN), "findings", ended(verdicts, Verdict.Outcome.FINDINGS),
                "rejected", ended(verdicts, Verdict.Outcome.REJECTED), "counts", Text.same(Wording.counts(counts, lang)))).in(lang);
    }

    private static Text ended(List<Verdict> verdicts, Verdict.Outcome outcome) {
        return Text.same(String.valueOf(verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count()));
    }

    private static void finding(StringBuilder out, Finding finding, Lang lang) {
        String label = Visible.line(finding.place().label().in(lang));
        out.append("    ");
        if (!Wording.place(finding).isEmpty()) {
            out.append(Wording.place(finding)).append("  ");
        }
        if (!label.isEmpty()) {
            out.append(label).append(lang == Lang.ZH ? "：" : ": ");
        }
        out.append(line(finding.message(), lang)).append("  ").append(finding.rule().id()).append('\n');
        if (!finding.remedy().isEmpty()) {
            out.append("      ").append(Wording.REMEDY.in(lang)).append(line(finding.remedy(), lang)).append('\n');
        }
    }

    private static String line(Text text, Lang lang) {
        return Visible.line(Visible.cut(text.in(lang), MAX_TEXT, lang));
    }
}
