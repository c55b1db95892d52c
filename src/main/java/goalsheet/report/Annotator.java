package goalsheet.report;

import goalsheet.rule.Finding;
import goalsheet.rule.FormRules;
import goalsheet.rule.Rule;
import goalsheet.rule.Severity;
import goalsheet.rule.Verdict;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.ArchiveWriter;
import goalsheet.xlsx.OwnMarks;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Tone;
import goalsheet.xlsx.UnreadableException;
import goalsheet.xlsx.WorkbookFile;
import goalsheet.xlsx.patch.FrontPage.Column;
import goalsheet.xlsx.patch.FrontPage.Kind;
import goalsheet.xlsx.patch.FrontPage.Row;
import goalsheet.xlsx.patch.FrontPage;
import goalsheet.xlsx.patch.Mark;
import goalsheet.xlsx.patch.MarkedCopy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes the annotated copy of a returned workbook: a sheet of results before the others, the cells concerned coloured, a note
 * on each. Everything else of the workbook stays as it is, locks, dropdowns and people's own notes included.
 */
public final class Annotator {
    private static final Text SHEET = Text.of(OwnMarks.RESULT_ZH, OwnMarks.RESULT_EN);
    private static final Text TITLE = Text.of("检查结果：", "Check results: ");
    private static final Text FILE = Text.of("文件：", "File: ");
    private static final Text UNIT = Text.of("单位：", "Unit: ");
    private static final Text TEMPLATE = Text.of("表样：{id}（第 {version} 版）", "Template: {id} (version {version})");
    private static final Text COUNTS = Text.of("合计：", "In all: ");
    private static final Text MEANING = Text.of("（强制：必须修改；提示：建议核对修改；说明：供参考）", " (error: must be mended; warning: check and mend if need be; info: for your information)");
    private static final Text MEANING_WAIVED = Text.of("（强制：必须修改；提示：建议核对修改；说明：供参考；已说明理由：由财政部门审核）", " (error: must be mended; warning: check and mend if need be; info: for your information; explained: the office judges the reason)");
    private static final Text CUT = Text.of("问题共 {n} 处，下面列出前 " + Wording.MAX_SHOWN + " 处。", "{n} findings, the first " + Wording.MAX_SHOWN + " are listed below.");
    private static final Text HOW = Text.of("点“单元格”一栏可跳到要改的地方；请在原来的表里修改，改完保存交回即可，本表和着色、批注下次检查时自动更新。",
            "Click an entry under “Cell” to go there. Mend the form itself, save it and send it back; this sheet, the colours and the notes are renewed by the next check.");
    private static final Text HOW_OLD = Text.of("旧版 .xls 文件不能在表里着色和加批注：请用 Excel 或 WPS 打开原文件，先另存为 .xlsx，再照下面的清单修改后交回。",
            "The old .xls format cannot be marked: open the workbook itself, save it as .xlsx first, mend it by the list below and send that.");
    private static final Text HOW_WHOLE = Text.of("请按“怎么改”一栏处理，改好后重新交回。", "Do as the column “What to do” says and send the file again.");
    private static final Text UNMARKED = Text.of("以下工作表内容特殊，没有在表中着色或加批注，请对照本表修改：{sheets}",
            "These sheets could not be coloured or given notes, please go by this list: {sheets}");
    private static final Text NOTHING = Text.of("没有发现问题。", "Nothing found.");
    private static final Text MORE = Text.of("另有 {n} 条，见“检查结果”。", "{n} more, see “Check results”.");
    private static final Text PAGES = Text.of("第 &P 页，共 &N 页", "Page &P of &N");

    private static final Text TERM = Text.of("规则 {id}：{summary}。{why}依据：{source}。", "Rule {id}: {summary}. {why}Source: {source}.");

    private static final String BETWEEN = "　　";
    private static final int MAX_VALUE = 200;
    private static final int MAX_MESSAGE = 450;
    private static final int MAX_LABEL = 100;
    private static final int MAX_IN_NOTE = 8;

    private Annotator() {
    }

    /**
     * Marks a workbook; marks of an earlier run are replaced, so that the same verdict gives the same bytes again.
     *
     * @param workbook the bytes that the verdict is about
     * @return bytes of the copy; when the file cannot be changed, a workbook with the sheet of results only
     */
    public static byte[] annotate(byte[] workbook, Verdict verdict, Lang lang) {
        List<Finding> shown = verdict.worstFirst().stream().limit(Wording.MAX_SHOWN).toList();
        return MarkedCopy.mark(workbook, page(verdict, shown, lang), marks(shown, lang), UNMARKED.in(lang));
    }

    /**
     * Takes our marks out of an annotated copy, whoever has saved it since; a workbook without marks is returned as it is.
     *
     * @throws UnreadableException when it is no workbook that can be changed
     */
    public static byte[] strip(byte[] workbook) throws UnreadableException {
        return MarkedCopy.strip(workbook);
    }

    /** Whether a workbook is an annotated copy of ours, whoever has saved it since. */
    public static boolean isCopy(WorkbookFile workbook) {
        try {
            return workbook.snapshot().sheets().stream().anyMatch(OwnMarks::isResultSheet);
        } catch (UnreadableException e) {
            return false;
        }
    }

    /** Whether an annotated copy says that it is of the unit of a verdict; not where either knows no unit. */
    public static boolean isOfUnit(WorkbookFile copy, Verdict verdict) throws UnreadableException {
        return !Wording.unit(verdict).isEmpty() && copy.snapshot().sheets().stream().filter(OwnMarks::isResultSheet).flatMap(sheet -> sheet.cells().values().stream())
                .flatMap(cell -> Stream.of(cell.text().split(BETWEEN))).anyMatch(said -> isUnit(said, verdict));
    }

    private static boolean isUnit(String said, Verdict verdict) {
        return Stream.of(UNIT.zh(), UNIT.en()).anyMatch(label -> said.equals(label + Wording.unit(verdict)) || !verdict.unitCode().isEmpty() && said.startsWith(label + Visible.line(verdict.unitCode()) + " "));
    }

    /** Whether an annotated copy is as we wrote it: a program that saves it lays out its parts in another way. */
    public static boolean isUntouched(WorkbookFile copy) {
        return copy.archive().filter(ArchiveWriter::hasWritten).isPresent();
    }

    private static FrontPage page(Verdict verdict, List<Finding> shown, Lang lang) {
        List<String> about = new ArrayList<>();
        about.add(FILE.in(lang) + Wording.fileName(verdict));
        if (!Wording.unit(verdict).isEmpty()) {
            about.add(UNIT.in(lang) + Wording.unit(verdict));
        }
        if (!verdict.template().isEmpty()) {
            about.add(TEMPLATE.with(Map.of("id", Text.same(verdict.template()), "version", Text.same(String.valueOf(verdict.templateVersion())))).in(lang));
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.join(BETWEEN, about));
        lines.add(COUNTS.in(lang) + Wording.counts(List.of(verdict), lang) + (verdict.waived().isEmpty() ? MEANING : MEANING_WAIVED).in(lang));
        if (shown.size() < verdict.findings().size()) {
            lines.add(Wording.counted(CUT, verdict.findings().size()).in(lang));
        }
        List<Row> rows = new ArrayList<>();
        for (Finding finding : shown) {
            rows.add(row(rows.size() + 1, finding, lang));
        }
        boolean old = shown.stream().anyMatch(finding -> finding.rule() == FormRules.OLD_FORMAT);
        Text advice = rows.isEmpty() ? NOTHING : old ? HOW_OLD : rows.stream().allMatch(row -> row.cell().isEmpty()) ? HOW_WHOLE : HOW;
        lines.add(advice.in(lang) + " " + OwnMarks.RESULT_MARK);
        return new FrontPage(SHEET.in(lang), TITLE.in(lang) + Wording.conclusion(verdict).in(lang), tone(verdict), lines, columns(lang), rows, terms(shown, lang), PAGES.in(lang));
    }

    private static List<Column> columns(Lang lang) {
        return List.of(new Column(Text.of("序号", "No.").in(lang), 7, Kind.SHORT),
                new Column(Text.of("级别", "Severity").in(lang), 10, Kind.TONED),
                new Column(Text.of("工作表", "Sheet").in(lang), 14, Kind.TEXT),
                new Column(Text.of("单元格", "Cell").in(lang), 9, Kind.LINK),
                new Column(Text.of("项目/字段", "Field").in(lang), 17, Kind.TEXT),
                new Column(Text.of("现值", "Value found").in(lang), 20, Kind.TEXT),
                new Column(Text.of("问题", "Problem").in(lang), 38, Kind.TEXT),
                new Column(Text.of("怎么改", "What to do").in(lang), 34, Kind.TEXT),
                new Column(Text.of("规则", "Rule").in(lang), 10, Kind.TERM));
    }

    /** What each rule that found something is about, by its id. */
    private static Map<String, String> terms(List<Finding> shown, Lang lang) {
        Map<String, String> terms = new TreeMap<>();
        for (Finding finding : shown) {
            Rule rule = finding.rule();
            Text reason = rule.why().isEmpty() ? Text.EMPTY : Text.of("为什么：" + rule.why().zh(), "Why: " + rule.why().en() + " ");
            terms.put(rule.id(), TERM.with(Map.of("id", Text.same(rule.id()), "summary", rule.summary(), "why", reason, "source", rule.source())).in(lang));
        }
        return terms;
    }

    private static Row row(int number, Finding finding, Lang lang) {
        String sheet = finding.place().sheet();
        String cell = finding.place().cell();
        return new Row(finding.isWaived() ? Tone.GOOD : tone(finding.severity()), List.of(String.valueOf(number), grade(finding).in(lang), Visible.line(sheet), cell,
                Visible.line(Visible.cut(finding.place().label().in(lang), MAX_LABEL, lang)),
                Visible.paragraphs(Visible.cut(finding.found().in(lang), MAX_VALUE, lang)),
                message(finding, lang), remedy(finding, lang), finding.rule().id()), sheet, cell(finding).map(Ref::toString).orElse(""));
    }

    private static List<Mark> marks(List<Finding> shown, Lang lang) {
        Map<String, List<Finding>> byCell = new LinkedHashMap<>();
        for (Finding finding : shown) {
            if (cell(finding).isPresent()) {
                byCell.computeIfAbsent(finding.place().sheet() + "!" + cell(finding).get(), none -> new ArrayList<>()).add(finding);
            }
        }
        return byCell.values().stream().map(findings -> {
            List<String> lines = new ArrayList<>();
            for (Finding finding : findings.subList(0, Math.min(MAX_IN_NOTE, findings.size()))) {
                lines.add("【" + grade(finding).in(lang) + "】" + message(finding, lang));
                if (!remedy(finding, lang).isEmpty()) {
                    lines.add(Wording.REMEDY.in(lang) + remedy(finding, lang));
                }
            }
            if (findings.size() > MAX_IN_NOTE) {
                lines.add(Wording.counted(MORE, findings.size() - MAX_IN_NOTE).in(lang));
            }
            Finding worst = findings.get(0);
            return new Mark(worst.place().sheet(), cell(worst).orElseThrow(), tone(worst.severity()), String.join("\n", lines));
        }).toList();
    }

    private static Text grade(Finding finding) {
        return finding.isWaived() ? Wording.WAIVED : finding.severity().label();
    }

    private static String message(Finding finding, Lang lang) {
        return Visible.paragraphs(Visible.cut(finding.message().in(lang), MAX_MESSAGE, lang));
    }

    private static String remedy(Finding finding, Lang lang) {
        return Visible.paragraphs(Visible.cut(finding.remedy().in(lang), MAX_MESSAGE, lang));
    }

    private static Optional<Ref> cell(Finding finding) {
        try {
            return finding.place().cell().isEmpty() ? Optional.empty() : Optional.of(Ref.parse(finding.place().cell()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict.outcome()) {
            case CLEAN -> Tone.GOOD;
            case REJECTED -> Tone.BAD;
            case FINDINGS -> tone(verdict.worstFirst().get(0).severity());
        };
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.DOUBTFUL;
            case INFO -> Tone.REMARK;
        };
    }
}
