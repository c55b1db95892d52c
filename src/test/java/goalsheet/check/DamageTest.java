package goalsheet.check;

import static goalsheet.check.Mistake.raw;
import static goalsheet.check.Mistake.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.RawEdit;
import goalsheet.fill.Mending;
import goalsheet.office.Office;
import goalsheet.office.OfficeBook;
import goalsheet.report.Annotator;
import goalsheet.rule.Verdict;
import goalsheet.template.TemplateStore;
import goalsheet.text.Lang;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.WorkbookFile;
import goalsheet.xlsx.WorkbookReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is done to sheets, rows, locks and links rather than to contents: one deed, one finding, and everything else is read as before. */
class DamageTest {
    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> byHand() {
        assumeTrue(Office.available());
        return Stream.of(
                moved(typed("a row inserted with something in it", book -> book.insertRow("项目2", 5).setText("项目2", "C5", "另有结转 3 万元"), "ERROR INT014 项目2!B5"),
                        line -> line.contains(" 项目2!") ? down(line, 5) : line),
                moved(typed("a column inserted among the indicators", book -> book.insertColumn("项目2", "D"), "WARNING INT014 项目2!D3"), line -> line.contains(" 项目2!") ? right(line) : line),
                moved(typed("two sheets with each other's names", book -> book.renameSheet("项目3", "临时").renameSheet("项目4", "项目3").renameSheet("临时", "项目4"),
                        "WARNING INT011 项目3!", "WARNING INT011 项目4!"), line -> line.replace("项目3!", "临时!").replace("项目4!", "项目3!").replace("临时!", "项目4!")),
                moved(typed("a filter that shows all rows", book -> book.filter("项目1", "A9:G27")), line -> line),
                moved(typed("a filter that hides two rows with contents", book -> book.filter("项目1", "A9:G27", 0, "产出指标"), "WARNING INT023 项目1!A14"), line -> line),
                moved(typed("a sheet replaced by a copy of it", book -> book.copySheet("项目2", "项目2 (2)").removeSheet("项目2").renameSheet("项目2 (2)", "项目2"), "ERROR INT036 封面!B10", "INFO INT021 项目3!"), line -> line),
                moved(typed("a sheet hidden", book -> book.hideSheet("项目2"), "WARNING INT022 项目2!"), line -> line));
    }

    @TestFactory
    Stream<DynamicTest> byPrograms() {
        return on(raw("all sheets without protection", edit -> List.of("封面", "部门整体", "项目1", "项目2", "项目3", "项目4", "项目5").forEach(edit::removeSheetProtection), "INFO INT025 !"),
                raw("the structure without protection", RawEdit::removeWorkbookProtection),
                raw("a copied sheet and one of one's own", edit -> edit.copySheet("项目2", "项目2 (2)").addSheet("测算"), "WARNING INT019 项目2 (2)!", "INFO INT020 测算!"),
                raw("the hidden lists changed and gone through again", edit -> edit.text("_lists", "A4", "效果指标"), "WARNING INT018 !"),
                raw("rows hidden, only one of them with contents", edit -> edit.part(edit.sheetPart("项目1"), xml -> xml.replace("<row r=\"8\"", "<row hidden=\"1\" r=\"8\"")
                        .replace("<row r=\"25\"", "<row hidden=\"1\" r=\"25\"")), "WARNING INT023 项目1!A8"),
                raw("remarks beside the form and entries below it", edit -> edit.text("项目1", "Q2", "备注").text("项目1", "C28", "参审案件数量"), "WARNING INT027 项目1!C28"),
                raw("cells merged over what they still hold, twice and over one another", edit -> edit.part(edit.sheetPart("项目1"), xml -> xml.replace("</mergeCells>",
                        "<mergeCell ref=\"A11:A13\"/><mergeCell ref=\"A11:A13\"/><mergeCell ref=\"A11:A12\"/></mergeCells>")), "ERROR INT024 项目1!A11"),
                raw("a result of the form merged away behind a label", edit -> edit.part(edit.sheetPart("封面"), xml -> xml.replace("</mergeCells>", "<mergeCell ref=\"A14:D14\"/></mergeCells>")
                        .replace("<mergeCell ref=\"A14:C14\"/>", "")), "ERROR INT024 封面!A14"),
                raw("printed words merged with one another", edit -> edit.part(edit.sheetPart("项目1"), xml -> xml.replace("</mergeCells>", "<mergeCell ref=\"A9:B9\"/></mergeCells>"))),
                raw("dropdowns that let anything pass", edit -> edit.part(edit.sheetPart("项目1"), xml -> xml.replace("<dataValidation type=\"list\"", "<dataValidation type=\"list\" errorStyle=\"warning\"")),
                        "INFO INT034 项目1!A10"),
                raw("limits that are not told", edit -> edit.part(edit.sheetPart("项目1"), xml -> xml.replace("type=\"textLength\" operator=\"lessThanOrEqual\" allowBlank=\"true\" showErrorMessage=\"true\"",
                        "type=\"textLength\" operator=\"lessThanOrEqual\" allowBlank=\"true\"")), "INFO INT035 项目1!B3"),
                raw("a text that some programs take for a call", edit -> edit.text("项目1", "B5", "=cmd|'/c calc'!A1"), "ERROR INT033 项目1!B5"),
                raw("a call behind a name", edit -> edit.part("xl/workbook.xml", xml -> xml.replace("</definedNames>", "<definedName name=\"rate\">cmd|'/c calc'!A1</definedName></definedNames>")), "ERROR INT033 !"),
                raw("a formula in the column for exceptions", edit -> edit.formula("项目1", "J20", "1+1", "2"), "WARNING INT008 项目1!J20"),
                raw("a text with a bar and a dash", edit -> edit.text("项目1", "B5", "-用于陪审补助|合议庭!")));
    }

    /** Whole rows in another order mean the same; only the other things that stand in them must have come along. */
    @Test
    void sortedIndicatorsAreReadAsTheyStand() {
        assumeTrue(Office.available());
        Path sorted = folder.resolve("sorted.xlsx");
        try (OfficeBook book = Office.open(centre())) {
            assertThat(book.sort("项目（1）", "A13:I20", 1).text("项目（1）", "B13")).isNotEqualTo("经济成本指标");
            book.saveAs(sorted, OfficeBook.Format.XLSX);
        }
        assertThat(Returned.told(sorted)).isEmpty();
    }

    /** With the printed words among the indicators nothing in the sheet can be relied on: told once, as one would see it. */
    @Test
    void aSheetSortedAsAWholeIsInDisorder() {
        assumeTrue(Office.available());
        Path sorted = folder.resolve("disorder.xlsx");
        try (OfficeBook book = Office.open(court())) {
            assertThat(book.sort("项目1", "A4:G16", 2).text("项目1", "A11")).isEqualTo("一级指标");
            book.saveAs(sorted, OfficeBook.Format.XLSX);
        }
        assertThat(Returned.told(sorted).stream().filter(line -> line.contains(" 项目1!"))).containsExactly("ERROR INT012 项目1!A4");
    }

    /** The program has counted what stands there in a total and in the self-check, rightly; no recalculation changes that. */
    @Test
    void whatIsWrittenIntoAnInsertedRowIsToldOnce() {
        assumeTrue(Office.available());
        Path inserted = folder.resolve("inserted.xlsx");
        try (OfficeBook book = Office.open(centre())) {
            book.insertRow("项目（1）", 15).setText("项目（1）", "A15", "产出指标").setText("项目（1）", "C15", "现场检测点位数量").type("项目（1）", "H15", "10");
            assertThat(book.value("项目（1）", "G11")).isEqualTo(100);
            book.saveAs(inserted, OfficeBook.Format.XLSX);
        }
        assertThat(Returned.told(inserted)).containsExactly("ERROR INT014 项目（1）!A15");
    }

    /** One remark for a sheet, about the column rather than about one of its rows; stale results of the form itself are told before those of the self-check. */
    @Test
    void theSelfCheckIsToldInItsOwnWords() throws Exception {
        Path changed = folder.resolve("self-check.xlsx");
        RawEdit.of(centre()).removeFormula("项目（1）", "J13").text("项目（1）", "J13", "已核对").save(changed);
        assertThat(Returned.check(changed).findings()).extracting(finding -> finding.rule().id() + " " + finding.place().cell() + " " + finding.place().label().zh()).containsExactly("INT013 J13 ");
        RawEdit.of(centre()).clear("封面", "B5").number("项目（1）", "F7", "1250000").save(changed);
        assertThat(Returned.check(changed).findings().stream().filter(finding -> finding.rule().id().equals("INT009"))).extracting(finding -> finding.place().cell() + " " + finding.place().label().zh()).containsExactly("C8 项目清单第1行年度资金总额");
        RawEdit.of(centre()).clear("封面", "B5").save(changed);
        assertThat(Returned.check(changed).findings().stream().filter(finding -> finding.rule().id().equals("INT009"))).extracting(finding -> finding.place().cell() + " " + finding.place().label().zh()).containsExactly("G5 填写检查");
    }

    /** The result of a formula in an entry as one types it. */
    @Test
    void theResultOfAFormulaIsToldAsOneTypesIt() throws Exception {
        Path file = folder.resolve("formulas.xlsx");
        RawEdit.of(court()).formula("项目1", "C7", "B7*2", "0.4").formula("项目1", "G4", "1-1", "0").formula("项目1", "G10", "\"年初\"&\"计划\"", "年初计划").formula("封面", "C6", "DATE(2023,1,15)", "44941").save(file);
        assertThat(Returned.check(file).findings().stream().filter(finding -> finding.rule().id().equals("INT008"))).extracting(finding -> finding.place().cell() + " " + finding.remedy().zh())
                .containsExactly("C6 删去公式，直接填写结果 2023-01-15。", "G4 删去公式，直接填写结果 0。", "C7 删去公式，直接填写结果 40%。", "G10 删去公式，直接填写结果 年初计划。");
        RawEdit.of(court()).formula("项目1", "G4", "IF(1,\"\")", "").save(file);
        assertThat(Returned.check(file).findings().stream().filter(finding -> finding.rule().id().equals("INT008"))).extracting(finding -> finding.remedy().en())
                .containsExactly("Delete the formula and type the value itself.");
    }

    private static Path centre() {
        Path centre = folder.resolve("centre.xlsx");
        return Files.exists(centre) ? centre : Returned.centre(centre);
    }

    /** A file that is told to have macros has them still in its annotated copy, whose first sheet says so. */
    @Test
    void macrosAreToldAndNotHidden() throws Exception {
        Path file = folder.resolve("macros.xlsx");
        RawEdit.of(court()).put("xl/vbaProject.bin", "Sub".getBytes(StandardCharsets.UTF_8)).save(file);
        Verdict verdict = Returned.check(file);
        assertThat(Returned.change(Returned.told(verdict), Returned.COURT)).containsExactly("ERROR INT030 !");
        Path copy = Files.write(folder.resolve("macros.checked.xlsx"), Annotator.annotate(Files.readAllBytes(file), verdict, Lang.ZH));
        Snapshot annotated = WorkbookReader.read(copy);
        assertThat(annotated.activeContent()).containsExactly("xl/vbaProject.bin");
        assertThat(annotated.sheets().get(0).cells().values()).extracting(Snapshot.Cell::text).anyMatch(text -> text.contains("含有宏") || text.contains("宏代码"));
    }

    /** What is mended in a sheet whose rows have moved is mended where it is now. */
    @Test
    void mendingFollows() throws Exception {
        Path file = folder.resolve("moved.xlsx");
        RawEdit.of(court()).insertRows("项目1", 3, 2).text("项目1", "C6", "10.00").save(file);
        Mending mending = Mending.of(new Checker(new TemplateStore(Path.of("templates"))::find), file, WorkbookFile.read(file, WorkbookFile.Opening.PLAIN)).orElseThrow();
        assertThat(mending.changes().stream().filter(change -> change.before().equals("10.00"))).extracting(change -> change.place().cell()).containsExactly("C6");
    }

    private static Path court() {
        Path court = folder.resolve("court.xlsx");
        return Files.exists(court) ? court : Returned.court(court);
    }

    private static Stream<DynamicTest> on(Mistake... mistakes) {
        return Stream.of(mistakes).map(mistake -> DynamicTest.dynamicTest(mistake.name(), () -> {
            Path damaged = folder.resolve("damaged.xlsx");
            mistake.damage().make(court(), damaged);
            List<String> expected = new ArrayList<>(mistake.told());
            mistake.gone().forEach(line -> expected.add("- " + line));
            assertThat(Returned.change(mistake.toldOf(damaged), Returned.COURT)).containsExactlyInAnyOrderElementsOf(expected);
        }));
    }

    /** What was known of the court stands elsewhere now. */
    private static DynamicTest moved(Mistake mistake, UnaryOperator<String> now) {
        return DynamicTest.dynamicTest(mistake.name(), () -> {
            Path damaged = folder.resolve("damaged.xlsx");
            mistake.damage().make(court(), damaged);
            assertThat(mistake.toldOf(damaged)).containsExactlyInAnyOrderElementsOf(Stream.concat(mistake.told().stream(), Returned.COURT.stream().map(now)).toList());
        });
    }

    private static String down(String line, int row) {
        String number = line.replaceFirst(".*![A-Z]*", "");
        return number.isEmpty() || Integer.parseInt(number) < row ? line : line.substring(0, line.length() - number.length()) + (Integer.parseInt(number) + 1);
    }

    /** Behind a column that was inserted before D. */
    private static String right(String line) {
        int at = line.indexOf('!') + 1;
        return at == line.length() || line.charAt(at) < 'D' ? line : line.substring(0, at) + (char) (line.charAt(at) + 1) + line.substring(at + 1);
    }
}
