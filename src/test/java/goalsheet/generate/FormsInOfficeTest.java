package goalsheet.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.layout.Layout;
import goalsheet.layout.Located;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.office.Office;
import goalsheet.office.OfficeBook;
import goalsheet.office.Render;
import goalsheet.template.CodeList;
import goalsheet.text.Lang;
import goalsheet.xlsx.WorkbookImage.CellImage;
import goalsheet.xlsx.WorkbookImage.Content;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms as people meet them: calculated, chosen from and printed by a program that is not ours. */
class FormsInOfficeTest {
    private static final Map<String, Integer> PAGES = Map.of("hebei-2023-blank", 7, "hebei-2023-filled", 7, "hebei-2023-roster", 5,
            "central-2021-blank", 4, "central-2021-filled", 3, "central-2021-roster", 3, "equipment-blank", 1, "equipment-filled", 1, "equipment-roster", 1);

    @TempDir
    Path folder;

    @BeforeAll
    static void needsOffice() {
        assumeTrue(Office.available());
        assumeTrue(Render.available());
    }

    /** Sheets of the form without a page of their own would not add up: each is exactly one page. */
    @ParameterizedTest
    @MethodSource("goalsheet.generate.Sample#all")
    void valuesAreAsCalculatedAndEverySheetPrintsOnItsPageInFull(Sample sample) throws Exception {
        Path file = sample.write(folder);
        Path recalculated = folder.resolve("recalculated.xlsx");
        Path pdf = folder.resolve("form.pdf");
        try (OfficeBook book = Office.open(file)) {
            book.recalculate().saveAs(recalculated, OfficeBook.Format.XLSX);
            book.saveAs(pdf, OfficeBook.Format.PDF);
        }
        assertThat(results(recalculated)).isEqualTo(results(file)).isNotEmpty();

        List<String> pages = Render.pages(pdf);
        assertThat(pages).hasSize(PAGES.get(sample.template() + "-" + sample.state())).noneMatch(String::isBlank);
        for (int i = 0; i < pages.size(); i++) {
            assertThat(pages.get(i).replace(" ", "")).endsWith((i + 1) + "/" + pages.size());
        }
        String words = bare(Render.words(pdf));
        assertThat(printed(sample).stream().filter(text -> !words.contains(text)).toList()).as("cut off").isEmpty();
        assertThat(words).as("the self-check stands beside the paper").doesNotContain("缺:", "Missing:", "还差", "Stillopen");
    }

    /** Every formula's stored result, by sheet and cell. */
    private static List<String> results(Path file) throws Exception {
        List<String> results = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            results.add(sheet.getSheetName() + "!" + cell.getAddress() + " " + switch (cell.getCachedFormulaResultType()) {
                                case NUMERIC -> Math.round(cell.getNumericCellValue() * 1e9) / 1e9;
                                case STRING -> "'" + cell.getStringCellValue() + "'";
                                default -> cell.getCachedFormulaResultType();
                            });
                        }
                    }
                }
            }
        }
        return results;
    }

    /** All words of the visible sheets, each as it should be found on paper. */
    private static List<String> printed(Sample sample) {
        Layout layout = sample.layout();
        List<String> texts = new ArrayList<>();
        for (SheetImage sheet : Painter.paint(layout, sample.values()).sheets().subList(0, layout.sheets().size())) {
            int columns = sheet.page().printArea().orElseThrow().last().col();
            for (CellImage cell : sheet.cells().stream().filter(cell -> cell.ref().col() <= columns).toList()) {
                Content content = cell.content() instanceof Content.Formula formula ? formula.cached() : cell.content();
                if (content instanceof Content.Words text && !text.text().isBlank()) {
                    texts.add(bare(text.text()));
                }
            }
        }
        return texts;
    }

    /** Poppler writes a few characters in another of their forms. */
    private static String bare(String text) {
        return java.text.Normalizer.normalize(text.replaceAll("[\\s\\u3000\\u00a0]+", ""), java.text.Normalizer.Form.NFKC);
    }

    @ParameterizedTest
    @CsvSource({"hebei-2023, project[2].indicators, ZH", "central-2021, item[1].indicators, EN"})
    void eachLevelOffersTheChildrenOfItsParentAndNoOther(String template, String table, Lang lang) {
        Sample sample = new Sample(template, "blank", lang);
        Layout layout = sample.layout();
        CodeList level1 = layout.template().lists().get("level1");
        CodeList level2 = layout.template().lists().get("level2");
        CodeList level3 = layout.template().lists().get("level3");
        try (OfficeBook book = Office.open(sample.write(folder))) {
            int row = 1;
            for (String first : level1.items()) {
                Located parent = layout.find(table + "[" + row + "].level1").orElseThrow();
                String sheet = parent.sheet().name();
                String child = layout.find(table + "[" + row + "].level2").orElseThrow().slot().cell().toString();
                String grandchild = layout.find(table + "[" + row + "].level3").orElseThrow().slot().cell().toString();
                assertThat(book.validationList(sheet, parent.slot().cell().toString())).containsExactlyElementsOf(level1.items());
                assertThat(book.validationList(sheet, child)).as("no parent yet").isEmpty();
                book.type(sheet, parent.slot().cell().toString(), first);
                assertThat(book.validationList(sheet, child)).as(first).containsExactlyElementsOf(level2.under(first));
                for (String second : level2.under(first)) {
                    book.type(sheet, child, second);
                    assertThat(book.validationList(sheet, grandchild)).as(second).containsExactlyElementsOf(level3.under(second));
                }
                row++;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hebei-2023", "central-2021", "equipment"})
    void suggestionsTakeOtherWordsAndChoicesDoNot(String template) throws Exception {
        Sample sample = new Sample(template, "blank", Lang.ZH);
        Layout layout = sample.layout();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(sample.write(folder)))) {
            for (SheetLayout sheet : layout.sheets()) {
                for (Slot slot : sheet.slots()) {
                    if (slot.kind() == Slot.Kind.ENTRY && !slot.isBeside() && !slot.field().orElseThrow().list().isEmpty()) {
                        boolean strict = book.getSheet(sheet.name()).getDataValidations().stream()
                                .filter(one -> one.getRegions().getCellRangeAddresses()[0].isInRange(slot.cell().row(), slot.cell().col())).findFirst().orElseThrow().getShowErrorBox();
                        assertThat(strict).as(slot.path()).isEqualTo(!layout.template().lists().get(slot.field().get().list()).open());
                    }
                }
            }
        }
    }

    @Test
    void percentagesShowDecimalsOnlyWhereTheyHaveThem() throws Exception {
        Sample sample = new Sample("hebei-2023", "blank", Lang.ZH);
        Path pdf = folder.resolve("percent.pdf");
        try (OfficeBook book = Office.open(sample.write(folder))) {
            book.type("项目1", "B7", "20%").type("项目1", "C7", "12.5%").type("项目1", "D7", "66.25%").type("项目1", "F7", "100%");
            book.saveAs(pdf, OfficeBook.Format.PDF);
        }
        assertThat(Render.pages(pdf).get(2)).containsPattern("20%\\s+12\\.5%\\s+66\\.25%\\s+100%");
    }

    /** Pasted from another sheet, points stay points, which the check reads as such: they are not to be printed as 2500%. */
    @Test
    void pointsShowAsPoints() throws Exception {
        Sample sample = new Sample("hebei-2023", "blank", Lang.ZH);
        Path pdf = folder.resolve("points.pdf");
        try (OfficeBook book = Office.open(sample.write(folder))) {
            book.setNumber("项目1", "B7", 25).setNumber("项目1", "C7", 0.5).setNumber("项目1", "D7", 82.5).setNumber("项目1", "F7", 100);
            book.saveAs(pdf, OfficeBook.Format.PDF);
        }
        assertThat(Render.pages(pdf).get(2)).containsPattern("25%\\s+50%\\s+82\\.5%\\s+100%");
    }
}
