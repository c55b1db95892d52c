package goalsheet.report;

import goalsheet.rule.Finding;
import goalsheet.rule.Severity;
import goalsheet.rule.Verdict;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What every report says of a workbook in the same words. */
final class Wording {
    /** More findings than this nobody reads; all are counted. */
    static final int MAX_SHOWN = 1_000;
    static final Text REMEDY = Text.of("怎么改：", "To do: ");
    /** Of a finding that the unit has stated its reason for. */
    static final Text WAIVED = Text.of("已说明理由", "explained");

    private static final Text WAIVED_OF_THEM = Text.of("，其中已说明理由 {n}", ", {n} of them explained");
    private static final Text REJECTED = Text.of("这份文件无法检查", "This file could not be checked");
    private static final Text CLEAN = Text.of("没有发现问题", "Nothing found");
    private static final Text ERRORS = Text.of("有 {n} 处必须修改", "{n} to be mended");
    private static final Text ADVICE = Text.of("没有必须修改的地方，有 {n} 处供参考", "Nothing that must be mended, {n} to look at");

    private Wording() {
    }

    static Text conclusion(Verdict verdict) {
        int errors = verdict.count(Severity.ERROR);
        return switch (verdict.outcome()) {
            case REJECTED -> REJECTED;
            case CLEAN -> CLEAN;
            case FINDINGS -> errors > 0 ? counted(ERRORS, errors) : counted(ADVICE, verdict.findings().size());
        };
    }

    /** {@code 强制 3 · 提示 5 · 说明 2，其中已说明理由 1}. */
    static String counts(List<Verdict> verdicts, Lang lang) {
        String counts = String.join(" · ", Arrays.stream(Severity.values())
                .map(severity -> severity.label().in(lang) + " " + verdicts.stream().mapToInt(verdict -> verdict.count(severity)).sum()).toList());
        int waived = verdicts.stream().mapToInt(verdict -> verdict.waived().size()).sum();
        return waived == 0 ? counts : counts + counted(WAIVED_OF_THEM, waived).in(lang);
    }

    static Text counted(Text wording, int n) {
        return wording.with(Map.of("n", Text.same(String.valueOf(n))));
    }

    /** {@code 130281 迁安市人民法院}, as far as known. */
    static String unit(Verdict verdict) {
        return Visible.line((verdict.unitCode() + " " + verdict.unitName()).strip());
    }

    /** The workbook's name without the mark of an annotated copy: the copy of a copy is the same as the copy. */
    static String fileName(Verdict verdict) {
        String name = verdict.file().getFileName() == null ? verdict.file().toString() : verdict.file().getFileName().toString();
        return Visible.line(name.replaceFirst("\\.checked(-\\d+)?(\\.[^.]*)$", "$2"));
    }

    /** {@code 项目1!D7}, the sheet alone, or "" when the finding is about the file. */
    static String place(Finding finding) {
        String sheet = finding.place().sheet();
        String cell = finding.place().cell();
        return Visible.line(sheet.isEmpty() || cell.isEmpty() ? sheet + cell : sheet + "!" + cell);
    }
}
