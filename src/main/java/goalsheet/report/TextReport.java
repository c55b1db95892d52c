package goalsheet.report;

import goalsheet.rule.Finding;
import goalsheet.rule.Severity;
import goalsheet.rule.Verdict;
import goalsheet.rule.Verdict.Outcome;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the console says: per workbook its findings, worst first; at the end one line over all. */
public final class TextReport {
    private static final Text TOTAL = Text.of("共 {workbooks} 份：没有问题 {clean}，仅供参考 {advice}，必须修改 {errors}，无法检查 {rejected}（{counts}）",
            "Workbooks: {workbooks}, clean {clean}, with advice only {advice}, with errors {errors}, rejected {rejected} ({counts})");
    private static final Text MORE = Text.of("另有 {n} 处未列出", "{n} more not listed");
    private static final Text ALIKE = Text.of("同类 {n} 处，还有：{places}", "{n} alike, also: {places}");
    private static final Text EXPLAINED = Text.of("单位已说明理由的问题，共 {n} 处，请审核理由是否成立：", "Explained by the units, {n} in all; judge whether the reasons hold:");
    private static final Text REASON = Text.of("理由：", "Reason: ");
    private static final int MAX_TEXT = 500;
    private static final int MAX_PLACES = 10;

    private TextReport() {
    }

    /** The whole report; lines end in {@code \n}. */
    public static String of(List<Verdict> verdicts, Lang lang) {
        StringBuilder out = new StringBuilder();
        verdicts.forEach(verdict -> out.append(of(verdict, lang)).append('\n'));
        String explained = explained(verdicts, lang);
        out.append(explained).append(explained.isEmpty() ? "" : "\n");
        return out.append(total(verdicts, lang)).append('\n').toString();
    }

    /** Which workbook it is, whose, and how it fared, without the findings. */
    public static String brief(Verdict verdict, Lang lang) {
        StringBuilder out = new StringBuilder(Visible.line(verdict.file().toString()));
        if (!Wording.unit(verdict).isEmpty()) {
            out.append("  ").append(Wording.unit(verdict));
        }
        out.append('\n').append("  ").append(Wording.conclusion(verdict).in(lang));
        if (!verdict.findings().isEmpty()) {
            out.append(Text.of("（{counts}）", " ({counts})").with(Map.of("counts", Text.same(Wording.counts(List.of(verdict), lang)))).in(lang));
        }
        return out.append('\n').toString();
    }

    /** One workbook, to be shown as soon as it is checked; what its unit has explained is told at the end, by {@link #explained}. */
    public static String of(Verdict verdict, Lang lang) {
        StringBuilder out = new StringBuilder(brief(verdict, lang));
        Collection<List<Finding>> groups = alike(verdict.worstFirst().stream().filter(finding -> !finding.isWaived()).toList());
        List<List<Finding>> shown = groups.stream().limit(Wording.MAX_SHOWN).toList();
        Severity group = null;
        for (List<Finding> alike : shown) {
            if (alike.get(0).severity() != group) {
                group = alike.get(0).severity();
                out.append("  [").append(group.label().in(lang)).append("]\n");
            }
            findings(out, alike, lang);
        }
        int left = groups.stream().skip(shown.size()).mapToInt(List::size).sum();
        if (left > 0) {
            out.append("    ").append(Wording.counted(MORE, left).in(lang)).append('\n');
        }
        return out.toString();
    }

    /** What units have stated their reasons for, all at one place for the office to judge; "" when there is nothing. */
    public static String explained(List<Verdict> verdicts, Lang lang) {
        int all = verdicts.stream().mapToInt(verdict -> verdict.waived().size()).sum();
        if (all == 0) {
            return "";
        }
        StringBuilder out = new StringBuilder(Wording.counted(EXPLAINED, all).in(lang)).append('\n');
        int left = Wording.MAX_SHOWN;
        for (Verdict verdict : verdicts) {
            List<Finding> shown = verdict.waived().stream().limit(left).toList();
            left -= shown.size();
            if (!shown.isEmpty()) {
                out.append("  ").append((Wording.unit(verdict) + "  " + Wording.fileName(verdict)).strip()).append('\n');
            }
            // One reason stands beside a row, whatever was found in it.
            shown.stream().collect(Collectors.groupingBy(finding -> List.of(finding.place().sheet(), finding.waiver()), LinkedHashMap::new, Collectors.toList())).values().forEach(same -> {
                same.forEach(finding -> out.append(headline(finding, finding.problem(), lang)));
                out.append("      ").append(REASON.in(lang)).append(line(Text.same(same.get(0).waiver()), lang)).append('\n');
            });
        }
        if (all > Wording.MAX_SHOWN) {
            out.append("    ").append(Wording.counted(MORE, all - Wording.MAX_SHOWN).in(lang)).append('\n');
        }
        return out.toString();
    }

    /** The last line: how many workbooks, how they fared, how many findings of each severity. */
    public static String total(List<Verdict> verdicts, Lang lang) {
        return TOTAL.with(Map.of("workbooks", Text.same(String.valueOf(verdicts.size())),
                "clean", number(verdicts, verdict -> verdict.outcome() == Outcome.CLEAN),
                "advice", number(verdicts, verdict -> verdict.outcome() == Outcome.FINDINGS && verdict.count(Severity.ERROR) == 0),
                "errors", number(verdicts, verdict -> verdict.outcome() == Outcome.FINDINGS && verdict.count(Severity.ERROR) > 0),
                "rejected", number(verdicts, verdict -> verdict.outcome() == Outcome.REJECTED), "counts", Text.same(Wording.counts(verdicts, lang)))).in(lang);
    }

    private static Text number(List<Verdict> verdicts, Predicate<Verdict> kind) {
        return Text.same(String.valueOf(verdicts.stream().filter(kind).count()));
    }

    /** Findings that say the same of different cells, in the order of the first of each. */
    private static Collection<List<Finding>> alike(List<Finding> findings) {
        return findings.stream().collect(Collectors.groupingBy(
                finding -> List.of(finding.severity(), finding.rule().id(), finding.message(), finding.remedy()), LinkedHashMap::new, Collectors.toList())).values();
    }

    private static void findings(StringBuilder out, List<Finding> alike, Lang lang) {
        Finding finding = alike.get(0);
        out.append(headline(finding, finding.message(), lang));
        if (alike.size() > 1) {
            List<String> others = alike.stream().skip(1).limit(MAX_PLACES).map(Wording::place).toList();
            out.append("      ").append(ALIKE.with(Map.of("n", Text.same(String.valueOf(alike.size())),
                    "places", Text.same(String.join(lang == Lang.ZH ? "、" : ", ", others) + (alike.size() - 1 > MAX_PLACES ? "……" : "")))).in(lang)).append('\n');
        }
        if (!finding.remedy().isEmpty()) {
            out.append("      ").append(Wording.REMEDY.in(lang)).append(line(finding.remedy(), lang)).append('\n');
        }
    }

    /** Where, what and which rule. */
    private static String headline(Finding finding, Text message, Lang lang) {
        String place = Wording.place(finding).isEmpty() ? "" : Wording.place(finding) + "  ";
        return "    " + place + introduced(Visible.line(finding.place().label().in(lang)), line(message, lang), lang) + "  " + finding.rule().id() + "\n";
    }

    /** A message behind the name of its field, which is not said twice: 绩效指标第5行 + 指标值“…”无法考核. */
    private static String introduced(String label, String message, Lang lang) {
        if (label.isEmpty() || message.contains(label)) {
            return message;
        }
        for (int at = 1; at < label.length() - 1; at++) {
            if (message.startsWith(label.substring(at))) {
                return label.substring(0, at) + message;
            }
        }
        return label + (lang == Lang.ZH ? "：" : ": ") + message;
    }

    private static String line(Text text, Lang lang) {
        return Visible.line(Visible.cut(text.in(lang), MAX_TEXT, lang));
    }
}
