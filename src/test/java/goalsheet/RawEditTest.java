package goalsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawEditTest {
    private static final String SHEET = "项目1";
    private static final List<String> UNTOUCHED = List.of("A1=预算数", "B1=12.0", "C1=B1*2:24.0", "A3=财政", "B3=预算数");
    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("book.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            book.createSheet("说明");
            XSSFSheet sheet = book.createSheet(SHEET);
            XSSFSheet last = book.createSheet("末");
            var row = sheet.createRow(0);
            row.createCell(0).setCellValue("预算数");
            row.createCell(1).setCellValue(12);
            row.createCell(2).setCellFormula("B1*2");
            var third = sheet.createRow(2);
            third.createCell(0).setCellValue("财政");
            third.createCell(1).setCellValue("预算数");
            var helper = sheet.getDataValidationHelper();
            var areas = new CellRangeAddressList(4, 9, 0, 0);
            areas.addCellRangeAddress(4, 2, 9, 2);
            sheet.addValidationData(helper.createValidation(helper.createExplicitListConstraint(new String[] {"是", "否"}), areas));
            sheet.addValidationData(helper.createValidation(helper.createDecimalConstraint(6, "0", null), new CellRangeAddressList(4, 9, 1, 1)));
            sheet.protectSheet("");
            book.lockStructure();
            for (XSSFSheet owner : List.of(book.getSheetAt(0), sheet, last)) {
                owner.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
            }
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(out);
        }
    }

    @Test
    void cells() throws IOException {
        assertThat(cells(file)).isEqualTo(UNTOUCHED);
        assertThat(cells(RawEdit.of(file).number(SHEET, "B1", "7.5").text(SHEET, "A1", " 一 ").save(folder.resolve("1.xlsx"))))
                .as("the same shared string in B3 stays").containsExactly("A1= 一 ", "B1=7.5", "C1=B1*2:24.0", "A3=财政", "B3=预算数");
        assertThat(cells(RawEdit.of(file).number(SHEET, "B2", "1").text(SHEET, "D1", "x").number(SHEET, "A9", "2").save(folder.resolve("2.xlsx"))))
                .as("cells made in order").containsExactly("A1=预算数", "B1=12.0", "C1=B1*2:24.0", "D1=x", "B2=1.0", "A3=财政", "B3=预算数", "A9=2.0");
        assertThat(cells(RawEdit.of(file).removeFormula(SHEET, "C1").removeCell(SHEET, "A3").save(folder.resolve("3.xlsx"))))
                .containsExactly("A1=预算数", "B1=12.0", "C1=24.0", "B3=预算数");
        assertThat(cells(RawEdit.of(file).cached(SHEET, "C1", "25").formula(SHEET, "A3", "B1&\"元\"", "12元").save(folder.resolve("4.xlsx"))))
                .containsExactly("A1=预算数", "B1=12.0", "C1=B1*2:25.0", "A3=B1&\"元\":12元", "B3=预算数");
    }

    @Test
    void validationsAndProtection() throws IOException {
        assertThat(validations(file)).containsExactly("A5:A10,C5:C10", "B5:B10");
        assertThat(validations(RawEdit.of(file).removeValidation(SHEET, "A5:A10").save(folder.resolve("1.xlsx")))).containsExactly("C5:C10", "B5:B10");
        assertThat(validations(RawEdit.of(file).removeValidation(SHEET, "B5:B10").save(folder.resolve("2.xlsx")))).containsExactly("A5:A10,C5:C10");
        assertThat(validations(RawEdit.of(file).removeValidations(SHEET).save(folder.resolve("3.xlsx")))).isEmpty();
        try (XSSFWorkbook book = open(file)) {
            assertThat(book.getSheet(SHEET).getProtect()).isTrue();
            assertThat(book.isStructureLocked()).isTrue();
        }
        try (XSSFWorkbook book = open(RawEdit.of(file).removeSheetProtection(SHEET).removeWorkbookProtection().save(folder.resolve("4.xlsx")))) {
            assertThat(book.getSheet(SHEET).getProtect()).isFalse();
            assertThat(book.isStructureLocked()).isFalse();
        }
    }

    @Test
    void sheets() throws IOException {
        try (XSSFWorkbook book = open(RawEdit.of(file).renameSheet(SHEET, "项目一").setState("末", "veryHidden").save(folder.resolve("1.xlsx")))) {
            assertThat(names(book)).containsExactly("说明", "项目一", "末");
            assertThat(book.getSheetVisibility(2)).isEqualTo(SheetVisibility.VERY_HIDDEN);
        }
        Path removed = RawEdit.of(file).removeSheet(SHEET).save(folder.resolve("2.xlsx"));
        try (XSSFWorkbook book = open(removed); ZipFile zip = new ZipFile(removed.toFile())) {
            assertThat(names(book)).containsExactly("说明", "末");
            assertThat(book.getAllNames()).extracting(name -> name.getRefersToFormula() + " of " + name.getSheetName())
                    .containsExactly("说明!$1:$1 of 说明", "末!$1:$1 of 末");
            assertThat(zip.getEntry("xl/worksheets/sheet2.xml")).isNull();
        }
    }

    @Test
    void onlyChangedPartsAreWrittenAnew() throws IOException {
        Path out = RawEdit.of(file).number(SHEET, "B1", "13").save(folder.resolve("1.xlsx"));
        List<String> changed = new ArrayList<>();
        try (ZipFile before = new ZipFile(file.toFile()); ZipFile after = new ZipFile(out.toFile())) {
            for (var entries = before.entries(); entries.hasMoreElements();) {
                var entry = entries.nextElement();
                if (entry.getCrc() != after.getEntry(entry.getName()).getCrc()) {
                    changed.add(entry.getName());
                }
            }
        }
        assertThat(changed).containsExactly("xl/worksheets/sheet2.xml");
        assertThat(RawEdit.of(file).number(SHEET, "B1", "13").save(folder.resolve("2.xlsx"))).hasSameBinaryContentAs(out);
        assertThat(cells(RawEdit.of(file).number(SHEET, "B1", "13").part("xl/worksheets/sheet2.xml", xml -> xml.replace("13", "14"))
                .save(folder.resolve("3.xlsx")))).contains("B1=14.0");
    }

    @Test
    void damageThatDoesNotHappenIsAnError() throws IOException {
        RawEdit edit = RawEdit.of(file);
        assertThatThrownBy(() -> edit.removeCell(SHEET, "Z9")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> edit.removeFormula(SHEET, "A1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> edit.removeValidation(SHEET, "A5")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> edit.removeValidations("说明")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> edit.removeSheetProtection("说明")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> edit.renameSheet("没有", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> edit.part("xl/workbook.xml", xml -> xml)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> edit.part("xl/none.xml", xml -> "x")).isInstanceOf(IllegalArgumentException.class);
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        return new XSSFWorkbook(Files.newInputStream(file));
    }

    private static List<String> names(XSSFWorkbook book) {
        List<String> names = new ArrayList<>();
        book.forEach(sheet -> names.add(sheet.getSheetName()));
        return names;
    }

    private static List<String> validations(Path file) throws IOException {
        try (XSSFWorkbook book = open(file)) {
            return book.getSheet(SHEET).getDataValidations().stream().map(one -> {
                List<String> areas = new ArrayList<>();
                for (CellRangeAddress area : one.getRegions().getCellRangeAddresses()) {
                    areas.add(area.formatAsString());
                }
                return String.join(",", areas);
            }).toList();
        }
    }

    private static List<String> cells(Path file) throws IOException {
        List<String> cells = new ArrayList<>();
        try (XSSFWorkbook book = open(file)) {
            book.getSheet(SHEET).forEach(row -> row.forEach(one -> {
                XSSFCell cell = (XSSFCell) one;
                boolean isFormula = cell.getCellType() == CellType.FORMULA;
                CellType type = isFormula ? cell.getCachedFormulaResultType() : cell.getCellType();
                String value = type == CellType.NUMERIC ? Double.toString(cell.getNumericCellValue()) : cell.getStringCellValue();
                cells.add(cell.getReference() + "=" + (isFormula ? cell.getCellFormula() + ":" : "") + value);
            }));
        }
        return cells;
    }
}
