package goalsheet.report;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.SchemaValidation;
import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.rule.Verdict;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.Archive;
import goalsheet.xlsx.OwnMarks;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.WorkbookReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AnnotatorTest {
    private static byte[] returned;
    private static byte[] checked;

    @BeforeAll
    static void annotateOnce() throws IOException {
        returned = Samples.workbook();
        checked = Annotator.annotate(returned, Samples.usual(), Lang.ZH);
    }

    @Test
    void changesOnlyThePartsConcerned() throws IOException {
        assertThat(Zip.changed(returned, checked)).containsExactly("[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/comments1.xml",
                "xl/comments2.xml", "xl/drawings/vmlDrawing0.vml", "xl/drawings/vmlDrawing2.vml", "xl/styles.xml", "xl/workbook.xml",
                "xl/worksheets/_rels/sheet2.xml.rels", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet4.xml");
    }

    @Test
    void addsToTheFormWithoutTouchingWhatWasThere() throws IOException {
        String before = Zip.parts(returned).get("xl/worksheets/sheet1.xml");
        String after = Zip.parts(checked).get("xl/worksheets/sheet1.xml");
        String ours = after.substring(after.indexOf("<conditionalFormatting sqref=\"C5\">"), after.indexOf("<conditionalFormatting sqref=\"A1:C9\">"));
        // The form's own format moves behind ours.
        assertThat(after.replace(ours, "").replace("priority=\"3\"", "priority=\"1\"")).isEqualTo(before);
    }

    @Test
    void keepsLocksListsNamesAndPrintSetup() throws IOException {
        try (XSSFWorkbook book = open(checked)) {
            XSSFSheet form = book.getSheet(Samples.FORM);
            XSSFSheet other = book.getSheet(Samples.OTHER);
            assertThat(names(book)).containsExactly("检查结果", Samples.FORM, Samples.OTHER, "清单");
            assertThat(book.isStructureLocked()).isTrue();
            assertThat(book.isSheetHidden(3)).isTrue();
            assertThat(book.getActiveSheetIndex()).isZero();
            assertThat(book.getSheetAt(0).isSelected()).isTrue();
            assertThat(other.isSelected()).isFalse();
            assertThat(form.getProtect()).isTrue();
            assertThat(form.validateSheetPassword("secret")).isTrue();
            assertThat(form.getDataValidations().get(0).getValidationConstraint().getExplicitListValues()).containsExactly("产出指标", "效益指标");
            assertThat(form.getRow(3).getCell(5).getCellFormula()).isEqualTo("SUM(A4:B4)");
            assertThat(book.getPrintArea(1)).isEqualTo(Samples.FORM + "!$A$1:$F$12");
            assertThat(book.getPrintArea(2)).isEqualTo("'it''s 汇总'!$A$1:$C$3");
            assertThat(other.getRepeatingRows().formatAsString()).isEqualTo("1:2");
            assertThat(book.getName("codes").getRefersToFormula()).isEqualTo("'清单'!$A$1:$A$9");
            assertThat(form.getRow(1).getCell(1).getHyperlink().getLocation()).isEqualTo("'it''s 汇总'!A1");
            assertThat(other.getDrawingPatriarch().getShapes()).hasSize(1);
        }
    }

    @Test
    void coloursTheCellsConcernedBeforeTheFormsOwnFormats() throws IOException {
        try (XSSFWorkbook book = open(checked)) {
            assertThat(formats(book.getSheet(Samples.FORM))).containsExactly("C5 LEN(\"goalsheet-mark\")>0 1 FFFFC7CE",
                    "D7:E8 LEN(\"goalsheet-mark\")>0 2 FFFFEB9C", "A1:C9 $C$5>100 3");
            assertThat(formats(book.getSheet(Samples.OTHER))).containsExactly("B2 LEN(\"goalsheet-mark\")>0 1 FFDDEBF7");
            assertThat(formats(book.getSheet("清单"))).isEmpty();
        }
    }

    @Test
    void notesSayProblemAndRemedyBehindAPersonsOwnWords() throws IOException {
        try (XSSFWorkbook book = open(checked)) {
            assertThat(notes(book.getSheet(Samples.FORM))).containsExactlyEntriesOf(new TreeMap<>(Map.of(
                    "A1", "goalkeeper: 第一版",
                    "C5", "张会计: 上年是 18 万元\n请留意\n──── goalsheet ────\n【强制】预算数 20 万元，不等于财政资金与其他资金之和 15 万元\n"
                            + "怎么改：请核对三个数，例如 预算数 20、财政资金 15、其他资金 5\n【说明】括号全角、半角混用\n怎么改：统一用全角括号\n──────────",
                    "D7", "goalsheet: ──── goalsheet ────\n【提示】“指标 1 的指标值”的指标值“=保障工作正常开展”无法衡量：没有数量和单位，也不是日期或可分档的说法\n"
                            + "怎么改：请写成可衡量的数值，例如 ≥95%、12 次、2023年12月31日前\n──────────")));
            assertThat(notes(book.getSheet("清单"))).containsExactlyEntriesOf(Map.of("B3", "李主任: 不动"));
        }
    }

    @Test
    void listsFindingsWorstFirstWithLinks() throws IOException {
        try (XSSFWorkbook book = open(checked)) {
            XSSFSheet result = book.getSheetAt(0);
            assertThat(rows(result).subList(0, 3)).containsExactly(List.of("检查结果：有 1 处必须修改"),
                    List.of("文件：迁安法院 预算.xlsx　　单位：130281 迁安市人民法院　　表样：hebei-2023（第 2 版）"),
                    List.of("合计：强制 1 · 提示 1 · 说明 3（强制：必须修改；提示：建议核对修改；说明：供参考）"));
            assertThat(rows(result).subList(4, 10)).extracting(row -> row.subList(0, 4)).containsExactly(List.of("序号", "级别", "工作表", "单元格"),
                    List.of("1", "强制", Samples.FORM, "C5"), List.of("2", "提示", Samples.FORM, "D7"), List.of("3", "说明", Samples.OTHER, "B2"),
                    List.of("4", "说明", Samples.FORM, "C5"), List.of("5", "说明", "没有的表", "括号全角、半角混用"));
            assertThat(result.getHyperlinkList()).extracting(link -> link.getCellRef() + " " + link.getLocation())
                    .containsExactly("D6 '项目1'!C5", "I6 '检查结果'!A12", "D7 '项目1'!D7", "I7 '检查结果'!A13", "D8 'it''s 汇总'!B2", "I8 '检查结果'!A14",
                            "D9 '项目1'!C5", "I9 '检查结果'!A14", "I10 '检查结果'!A14");
            assertThat(rows(result).subList(10, 13)).containsExactly(List.of("规则 AMT001：" + Samples.SUM.summary().zh() + "。依据：常见审核口径。"),
                    List.of("规则 IND002：" + Samples.VAGUE.summary().zh() + "。依据：常见审核口径。"), List.of("规则 TXT004：" + Samples.STYLE.summary().zh() + "。依据：常见审核口径。"));
            assertThat(result.getRow(6).getCell(5).getStringCellValue()).isEqualTo("=保障工作正常开展");
            assertThat(result.getRow(6).getCell(5).getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(result.getRepeatingRows().formatAsString()).isEqualTo("5:5");
            assertThat(result.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 5);
            assertThat(result.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A5:I10");
            assertThat(result.getPrintSetup().getLandscape()).isTrue();
            assertThat(result.getPrintSetup().getFitHeight()).isZero();
        }
    }

    @Test
    void whatAUnitHasExplainedIsSeenAtOnce() throws IOException {
        try (XSSFWorkbook book = open(Annotator.annotate(returned, Samples.verdict(Samples.sum(), Samples.vague("好").waived("另有规定"), Samples.style()), Lang.ZH))) {
            XSSFSheet result = book.getSheetAt(0);
            assertThat(rows(result).get(2)).containsExactly("合计：强制 1 · 提示 0 · 说明 2，其中已说明理由 1（强制：必须修改；提示：建议核对修改；说明：供参考；已说明理由：由财政部门审核）");
            assertThat(rows(result).subList(5, 8)).extracting(row -> row.get(1)).containsExactly("强制", "已说明理由", "说明");
            assertThat(rows(result).get(6)).contains(Samples.vague("好").message().zh() + "单位已说明理由：另有规定");
            assertThat(notes(book.getSheet(Samples.FORM)).get("D7")).contains("【已说明理由】", "单位已说明理由：另有规定").doesNotContain("怎么改");
        }
    }

    @Test
    void agreesWithTheSchemas() throws IOException {
        assertThat(SchemaValidation.errors(checked)).isEqualTo(SchemaValidation.errors(returned));
    }

    @Test
    void givesTheSameBytesWhenDoneTwice() throws Exception {
        assertThat(Annotator.annotate(checked, Samples.usual(), Lang.ZH)).isEqualTo(checked);
        byte[] english = Annotator.annotate(checked, Samples.usual(), Lang.EN);
        assertThat(Annotator.annotate(english, Samples.usual(), Lang.EN)).isEqualTo(english);
        try (XSSFWorkbook book = open(english)) {
            assertThat(names(book)).containsExactly("Check results", Samples.FORM, Samples.OTHER, "清单");
        }
    }

    @Test
    void findingsThatAreGoneLeaveNoMark() throws IOException {
        byte[] clean = Annotator.annotate(checked, Samples.verdict(), Lang.ZH);
        try (XSSFWorkbook book = open(clean)) {
            assertThat(rows(book.getSheetAt(0)).get(0)).containsExactly("检查结果：没有发现问题");
            assertThat(formats(book.getSheet(Samples.FORM))).containsExactly("A1:C9 $C$5>100 1");
            assertThat(notes(book.getSheet(Samples.FORM))).containsExactlyEntriesOf(new TreeMap<>(Map.of("A1", "goalkeeper: 第一版", "C5", "张会计: 上年是 18 万元\n请留意")));
            assertThat(notes(book.getSheet(Samples.OTHER))).isEmpty();
        }
        assertThat(SchemaValidation.errors(clean)).isEqualTo(SchemaValidation.errors(returned));
    }

    @Test
    void strippingLeavesOnlyHarmlessTraces() throws Exception {
        byte[] stripped = Annotator.strip(checked);
        // Style lists keep what was added, the tab that was open is forgotten, a person's note keeps its larger box.
        assertThat(Zip.changed(returned, stripped)).containsExactly("xl/comments1.xml", "xl/drawings/vmlDrawing0.vml", "xl/styles.xml", "xl/workbook.xml",
                "xl/worksheets/sheet2.xml");
        assertThat(Annotator.strip(stripped)).isEqualTo(stripped);
        assertThat(Annotator.strip(returned)).isSameAs(returned);
        assertThat(Annotator.annotate(stripped, Samples.usual(), Lang.ZH)).isEqualTo(checked);
    }

    @Test
    void leavesASheetAloneThatMerelyHasTheName() throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("检查结果").createRow(0).createCell(0).setCellValue("我们自己的检查");
            var out = new java.io.ByteArrayOutputStream();
            book.write(out);
            byte[] marked = Annotator.annotate(out.toByteArray(), Samples.usual(), Lang.ZH);
            try (XSSFWorkbook copy = open(marked)) {
                assertThat(names(copy)).containsExactly("检查结果 (2)", "检查结果");
            }
            assertThat(Annotator.annotate(marked, Samples.usual(), Lang.ZH)).isEqualTo(marked);
        }
        assertThat(OwnMarks.isResultSheet("检查结果", List.of("我们自己的检查"))).isFalse();
        assertThat(OwnMarks.isResultSheet("检查结果 (2)", List.of("a", "b " + OwnMarks.RESULT_MARK))).isTrue();
        assertThat(OwnMarks.isResultSheet("别的", List.of(OwnMarks.RESULT_MARK))).isFalse();
    }

    @Test
    void showsHostileTextAsText() throws IOException {
        String hostile = "=HYPERLINK(\"x\")\u0001\u202E_x0041_<&>]]>\uD800\u0000" + "长".repeat(40_000 - 32);
        byte[] marked = Annotator.annotate(returned, Samples.verdict(Samples.vague(hostile)), Lang.ZH);
        try (XSSFWorkbook book = open(marked)) {
            String shown = book.getSheetAt(0).getRow(5).getCell(5).getStringCellValue();
            assertThat(shown).startsWith("=HYPERLINK(\"x\")[U+0001][U+202E]_x0041_<&>]]>[U+D800][U+0000]长").endsWith("…（共 40000 字）").hasSizeLessThan(250);
            assertThat(book.getSheetAt(0).getRow(5).getHeightInPoints()).isBetween(150f, 409f);
        }
        assertThat(SchemaValidation.errors(marked)).isEqualTo(SchemaValidation.errors(returned));
    }

    @Test
    void countsAllButShowsAThousand() throws IOException {
        Finding[] many = IntStream.rangeClosed(1, 1_200).mapToObj(row -> Finding.of(Samples.VAGUE, new Place(Samples.FORM, "A" + row, "", Text.EMPTY), "第 " + row * 7919L * row + " 项")).toArray(Finding[]::new);
        byte[] marked = Annotator.annotate(returned, Samples.verdict(many), Lang.ZH);
        try (XSSFWorkbook book = open(marked)) {
            assertThat(rows(book.getSheetAt(0)).subList(2, 4)).containsExactly(
                    List.of("合计：强制 0 · 提示 1200 · 说明 0（强制：必须修改；提示：建议核对修改；说明：供参考）"), List.of("问题共 1200 处，下面列出前 1000 处。"));
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(5 + 1_000 + 2);
            assertThat(book.getSheet(Samples.FORM).getCellComments()).hasSize(1_001);
        }
        assertThat(Annotator.annotate(marked, Samples.verdict(many), Lang.ZH)).isEqualTo(marked);
    }

    @Test
    void gathersManyFindingsOfOneCellInOneNote() throws IOException {
        Finding[] many = IntStream.rangeClosed(1, 20).mapToObj(i -> Samples.style()).toArray(Finding[]::new);
        try (XSSFWorkbook book = open(Annotator.annotate(returned, Samples.verdict(many), Lang.ZH))) {
            assertThat(notes(book.getSheet(Samples.OTHER)).get("B2").lines()).hasSize(19).contains("另有 12 条，见“检查结果”。");
        }
    }

    @Test
    void aFindingUnderAMergedCellMarksTheMergedCell() throws IOException {
        Finding covered = Finding.of(Samples.STYLE, new Place(Samples.FORM, "E8", "", Text.EMPTY), "");
        try (XSSFWorkbook book = open(Annotator.annotate(returned, Samples.verdict(covered, Samples.vague("好")), Lang.ZH))) {
            assertThat(notes(book.getSheet(Samples.FORM))).containsOnlyKeys("A1", "C5", "D7");
            assertThat(formats(book.getSheet(Samples.FORM))).containsExactly("D7:E8 LEN(\"goalsheet-mark\")>0 1 FFFFEB9C", "A1:C9 $C$5>100 2");
        }
    }

    @Test
    void aPlaceThatIsNotThereGetsNoLink() throws IOException {
        Finding nowhere = Finding.of(Samples.STYLE, new Place("没有的表", "B2", "", Text.EMPTY), "");
        Finding strange = Finding.of(Samples.STYLE, new Place(Samples.FORM, "B2:C3", "", Text.EMPTY), "");
        byte[] marked = Annotator.annotate(returned, Samples.verdict(nowhere, strange), Lang.ZH);
        try (XSSFWorkbook book = open(marked)) {
            assertThat(book.getSheetAt(0).getHyperlinkList()).extracting(link -> link.getCellRef()).containsExactly("I6", "I7");
            assertThat(rows(book.getSheetAt(0)).subList(5, 7)).extracting(row -> row.subList(0, 4))
                    .containsExactly(List.of("1", "说明", "没有的表", "B2"), List.of("2", "说明", Samples.FORM, "B2:C3"));
        }
        assertThat(Zip.changed(returned, marked)).doesNotContain("xl/worksheets/sheet1.xml", "xl/comments1.xml");
    }

    @Test
    void givesTheListEvenWhenAPartCannotBeChanged() throws IOException {
        byte[] broken = Zip.with(returned, "xl/drawings/vmlDrawing0.vml", "<xml><br></xml>".getBytes(StandardCharsets.UTF_8));
        byte[] marked = Annotator.annotate(broken, Samples.usual(), Lang.ZH);
        Map<String, String> parts = Zip.parts(marked);
        assertThat(new String(parts.get("xl/worksheets/sheet4.xml").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                .contains("以下工作表内容特殊，没有在表中着色或加批注，请对照本表修改：项目1");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("goalsheet-mark");
        assertThat(parts.get("xl/comments1.xml")).isEqualTo(Zip.parts(returned).get("xl/comments1.xml"));
        assertThat(Annotator.annotate(marked, Samples.usual(), Lang.ZH)).isEqualTo(marked);
    }

    @Test
    void leavesConversationsAlone() throws IOException {
        String comments = Zip.parts(returned).get("xl/comments1.xml");
        String zhang = new String("张会计".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        byte[] threaded = Zip.with(returned, "xl/comments1.xml", comments.replace(zhang, "tc={12345678-1234-1234-1234-123456789012}").getBytes(StandardCharsets.ISO_8859_1));
        try (XSSFWorkbook book = open(Annotator.annotate(threaded, Samples.usual(), Lang.ZH))) {
            assertThat(book.getSheet(Samples.FORM).getCellComment(new CellAddress("C5")).getString().getString()).isEqualTo("上年是 18 万元\n请留意");
        }
    }

    @Test
    void aFileThatIsNoWorkbookGetsASheetOfItsOwn() throws IOException {
        Verdict rejected = new Verdict(Path.of("坏.xlsx"), "", Verdict.Outcome.REJECTED, "", 0, "", "", List.of(Finding.of(Samples.STYLE, Place.FILE, "")));
        byte[] alone = Annotator.annotate("not a zip".getBytes(StandardCharsets.UTF_8), rejected, Lang.ZH);
        try (XSSFWorkbook book = open(alone)) {
            assertThat(names(book)).containsExactly("检查结果");
            assertThat(rows(book.getSheetAt(0)).get(0)).containsExactly("检查结果：这份文件无法检查");
        }
        assertThat(SchemaValidation.errors(alone)).isEmpty();
    }

    @Test
    void theReaderAcceptsTheCopyAndKnowsOurSheet() throws Exception {
        Snapshot before = WorkbookReader.read(Archive.of(returned));
        Snapshot after = WorkbookReader.read(Archive.of(checked));
        assertThat(after.sheets()).extracting(OwnMarks::isResultSheet).containsExactly(true, false, false, false);
        assertThat(after.sheets().subList(1, 4)).isEqualTo(before.sheets());
        assertThat(after.structureLocked()).isTrue();
    }

    static XSSFWorkbook open(byte[] workbook) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(workbook));
    }

    static List<String> names(XSSFWorkbook book) {
        return IntStream.range(0, book.getNumberOfSheets()).mapToObj(book::getSheetName).toList();
    }

    static Map<String, String> notes(XSSFSheet sheet) {
        return sheet.getCellComments().entrySet().stream().collect(Collectors.toMap(each -> each.getKey().formatAsString(),
                each -> each.getValue().getAuthor() + ": " + each.getValue().getString().getString(), (a, b) -> a, TreeMap::new));
    }

    /** Area, condition, priority, and the colour for those of ours. */
    static List<String> formats(XSSFSheet sheet) {
        List<String> formats = new ArrayList<>();
        sheet.getCTWorksheet().getConditionalFormattingList().forEach(format -> format.getCfRuleList().forEach(rule -> {
            String text = String.join(" ", format.getSqref().stream().map(String::valueOf).toList()) + " " + rule.getFormulaArray(0) + " " + rule.getPriority();
            if (rule.getFormulaArray(0).contains("goalsheet")) {
                var color = sheet.getWorkbook().getStylesSource().getDxfAt((int) rule.getDxfId()).getFill().getPatternFill().getBgColor().getRgb();
                text += " " + java.util.HexFormat.of().withUpperCase().formatHex(color);
            }
            formats.add(text);
        }));
        return formats;
    }

    /** Texts of the cells that are not blank, by row. */
    static List<List<String>> rows(XSSFSheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        sheet.forEach(row -> {
            List<String> texts = new ArrayList<>();
            row.forEach(cell -> texts.add(((XSSFCell) cell).getStringCellValue()));
            texts.removeIf(String::isEmpty);
            rows.add(texts);
        });
        return rows;
    }
}
