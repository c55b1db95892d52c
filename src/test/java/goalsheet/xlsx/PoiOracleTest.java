package goalsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.xlsx.Snapshot.Cell;
import goalsheet.xlsx.Snapshot.Kind;
import goalsheet.xlsx.Snapshot.Sheet;
import goalsheet.xlsx.Snapshot.Validation;
import goalsheet.xlsx.Snapshot.Visibility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What POI writes must read as POI reads it; what LibreOffice makes of it must still mean the same. */
class PoiOracleTest {

    /** Many kinds of cells, a protected form with lists on another sheet, all that a snapshot holds. */
    private static byte[] written() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet form = workbook.createSheet("项目 1");
            XSSFSheet lists = workbook.createSheet("_lists");
            CellStyle percent = workbook.createCellStyle();
            percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
            percent.setLocked(false);
            for (int row = 0; row < 12; row++) {
                lists.createRow(row).createCell(0).setCellValue("单位" + row);
            }
            XSSFRow first = form.createRow(0);
            first.createCell(0).setCellValue("  前后空格 & <符号> \"引号\"\n第二行 ");
            first.createCell(1).setCellValue(1234.56);
            first.createCell(2).setCellValue(0.1 + 0.2);
            first.createCell(3).setCellValue(-1e-7);
            first.createCell(4).setCellValue(1e20);
            first.createCell(5).setCellValue(true);
            first.createCell(6).setCellErrorValue(FormulaError.NA.getCode());
            first.createCell(7).setCellStyle(percent);
            XSSFRichTextString rich = new XSSFRichTextString("红字和黑字");
            rich.applyFont(0, 2, workbook.createFont());
            first.createCell(8).setCellValue(rich);
            first.createCell(9).setCellValue("😀𠮷_x000D_");
            XSSFRow second = form.createRow(6);
            second.createCell(1).setCellFormula("SUM(B1:E1)*\"2\"");
            second.createCell(2).setCellFormula("IF('_lists'!$A$1=\"单位0\",\"是\",\"否\")");
            second.createCell(3).setCellFormula("ISERROR(1/0)");
            second.createCell(4).setCellFormula("1/0");
            second.createCell(5).setCellFormula("IFERROR(VLOOKUP(A1,_lists!A:A,1,FALSE),\"\")");
            second.createCell(701).setCellValue("ZZ");
            form.setArrayFormula("SUM(B1:C1*D1:E1)", CellRangeAddress.valueOf("B9:B9"));
            second.getCell(1).setCellStyle(percent);
            form.addMergedRegion(CellRangeAddress.valueOf("A3:D4"));
            form.addMergedRegion(CellRangeAddress.valueOf("F3:F5"));
            DataValidationHelper rules = form.getDataValidationHelper();
            form.addValidationData(rules.createValidation(rules.createFormulaListConstraint("_lists!$A$1:$A$12"), new CellRangeAddressList(1, 5, 0, 0)));
            form.addValidationData(rules.createValidation(rules.createExplicitListConstraint(new String[] {"是", "否"}), new CellRangeAddressList(1, 1, 3, 3)));
            form.addValidationData(rules.createValidation(rules.createDecimalConstraint(OperatorType.GREATER_OR_EQUAL, "0", ""), new CellRangeAddressList(1, 1, 4, 5)));
            form.addValidationData(rules.createValidation(rules.createTextLengthConstraint(OperatorType.BETWEEN, "1", "50"), new CellRangeAddressList(2, 2, 4, 4)));
            form.addValidationData(rules.createValidation(rules.createCustomConstraint("LEN(G2)<5"), new CellRangeAddressList(1, 1, 6, 6)));
            form.protectSheet("密码");
            form.setColumnHidden(3, true);
            form.setColumnHidden(5, true);
            form.createRow(20).setZeroHeight(true);
            workbook.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
            workbook.lockStructure();
            name(workbook, "units", "_lists!$A$1:$A$12", -1);
            name(workbook, "budget", "'项目 1'!$B$1", 0);
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void name(XSSFWorkbook workbook, String name, String refersTo, int sheet) {
        XSSFName made = workbook.createName();
        made.setNameName(name);
        made.setRefersToFormula(refersTo);
        made.setSheetIndex(sheet);
    }

    @Test
    void readsCellsAsPoiDoes() throws Exception {
        byte[] file = written();
        assertThat(cells(WorkbookReader.read(Archive.of(file)))).isEqualTo(cells(file)).hasSize(28);
    }

    @Test
    void readsTheRestOfTheWorkbook() throws Exception {
        Snapshot snapshot = WorkbookReader.read(Archive.of(written()));
        Sheet form = snapshot.sheet("项目 1").orElseThrow();
        assertThat(snapshot.sheets()).extracting(Sheet::visibility).containsExactly(Visibility.VISIBLE, Visibility.VERY_HIDDEN);
        assertThat(snapshot.sheets()).extracting(Sheet::isLocked).containsExactly(true, false);
        assertThat(snapshot.structureLocked()).isTrue();
        assertThat(snapshot.manualCalc()).isFalse();
        assertThat(snapshot.date1904()).isFalse();
        assertThat(snapshot.names()).containsExactlyInAnyOrder(new Snapshot.Name("units", "", "_lists!$A$1:$A$12", false),
                new Snapshot.Name("budget", "项目 1", "'项目 1'!$B$1", false));
        assertThat(form.merges()).containsExactly(Area.parse("A3:D4"), Area.parse("F3:F5"));
        assertThat(form.hiddenCols()).containsExactlyInAnyOrder(3, 5);
        assertThat(form.hiddenRows()).containsExactly(20);
        assertThat(form.validations()).containsExactly(
                new Validation("list", "between", List.of(Area.parse("A2:A6")), "_lists!$A$1:$A$12", "", false),
                new Validation("list", "between", List.of(Area.parse("D2")), "\"是,否\"", "", false),
                new Validation("decimal", "greaterThanOrEqual", List.of(Area.parse("E2:F2")), "0", "", false),
                new Validation("textLength", "between", List.of(Area.parse("E3")), "1", "50", false),
                new Validation("custom", "between", List.of(Area.parse("G2")), "LEN(G2)<5", "", false));
        Cell percent = form.cells().get(Ref.parse("B7"));
        assertThat(snapshot.styles().get(percent.style())).isEqualTo(new Snapshot.Style("0.0%", false));
        assertThat(snapshot.styles().get(form.cells().get(Ref.parse("B1")).style())).isEqualTo(new Snapshot.Style("General", true));
    }

    @Test
    void knowsTheFormatsThatFilesOnlyNumber() throws Exception {
        for (int format = 0; format < BuiltinFormats.FIRST_USER_DEFINED_FORMAT_INDEX; format++) {
            String known = BuiltinFormats.getBuiltinFormat(format);
            String read = new RawWorkbook().change(RawWorkbook.STYLES, "numFmtId=\"10\"", "numFmtId=\"" + format + "\"").read().styles().get(1).numberFormat();
            if (known != null && !known.startsWith("reserved")) {
                assertThat(read).as("format " + format).isEqualTo(known);
            }
        }
    }

    @Test
    void readsWhatIsStreamedOut() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(10)) {
            var sheet = workbook.createSheet("台账");
            for (int row = 0; row < 500; row++) {
                sheet.createRow(row).createCell(2).setCellValue("行" + row);
            }
            workbook.write(out);
        }
        assertThat(cells(WorkbookReader.read(Archive.of(out.toByteArray())))).isEqualTo(cells(out.toByteArray())).hasSize(500);
    }

    @Test
    void readsTheSameAfterLibreOfficeSavedIt(@TempDir Path folder) throws Exception {
        byte[] original = written();
        Path saved = reSaved(original, folder);
        Snapshot before = WorkbookReader.read(Archive.of(original));
        Snapshot after = WorkbookReader.read(saved);
        assertThat(after.sheets()).extracting(Sheet::name).containsExactly("项目 1", "_lists");
        Map<String, String> were = cells(before);
        Map<String, String> are = cells(after);
        assertThat(are.keySet()).isEqualTo(were.keySet());
        for (int i = 0; i < before.sheets().size(); i++) {
            Sheet sheet = after.sheets().get(i);
            for (Cell cell : before.sheets().get(i).cells().values()) {
                Cell found = sheet.cells().get(cell.ref());
                // It writes TRUE and #N/A as formulas that are nothing but the value.
                boolean constant = !cell.hasFormula() && Formulas.same(found.text(), found.formula());
                assertThat(constant || Formulas.same(cell.formula(), found.formula())).as(cell.formula() + " and " + found.formula()).isTrue();
                // It calculates array formulas and errors in its own way; what people typed must be the same.
                if (!cell.hasFormula()) {
                    assertThat(rounded(found)).as(cell.ref().toString()).isEqualTo(rounded(cell));
                }
            }
            assertThat(sheet.merges()).containsExactlyInAnyOrderElementsOf(before.sheets().get(i).merges());
        }
        assertThat(after.sheets().get(0).isLocked()).isTrue();
        assertThat(after.sheets().get(0).hiddenCols()).containsExactlyInAnyOrder(3, 5);
        assertThat(validations(after)).containsExactlyInAnyOrderElementsOf(validations(before));
    }

    private static List<String> validations(Snapshot snapshot) {
        List<String> all = new ArrayList<>();
        for (Validation validation : snapshot.sheets().get(0).validations()) {
            all.add(validation.type() + " " + validation.operator() + " " + validation.areas() + " " + Formulas.normal(validation.formula1()) + " " + Formulas.normal(validation.formula2()));
        }
        return all;
    }

    private static Path reSaved(byte[] original, Path folder) throws Exception {
        Path file = Files.write(folder.resolve("form.xlsx"), original);
        Path target = folder.resolve("out");
        Process process;
        try {
            process = new ProcessBuilder("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless",
                    "--convert-to", "xlsx", "--outdir", target.toString(), file.toString()).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile()).start();
        } catch (IOException e) {
            return Assumptions.abort("LibreOffice is not installed");
        }
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as(Files.readString(folder.resolve("log"))).isTrue();
        return target.resolve("form.xlsx");
    }

    private static Map<String, String> cells(Snapshot snapshot) {
        Map<String, String> cells = new TreeMap<>();
        for (Sheet sheet : snapshot.sheets()) {
            for (Cell cell : sheet.cells().values()) {
                cells.put(sheet.name() + "!" + cell.ref(), cell.formula() + " = " + value(cell));
            }
        }
        return cells;
    }

    private static String value(Cell cell) {
        return cell.kind() == Kind.NUMBER ? "NUMBER " + new BigDecimal(cell.text()).doubleValue() : cell.kind() + " " + cell.text();
    }

    /** LibreOffice keeps the 15 digits that can be seen, so that 0.1 + 0.2 comes back as 0.3. */
    private static String rounded(Cell cell) {
        return cell.kind() == Kind.NUMBER ? new BigDecimal(cell.text()).round(new MathContext(15)).stripTrailingZeros().toString() : value(cell);
    }

    private static Map<String, String> cells(byte[] file) throws IOException {
        Map<String, String> cells = new TreeMap<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (var sheet : workbook) {
                for (var row : sheet) {
                    for (var cell : row) {
                        if (cell.getCellType() != CellType.BLANK) {
                            cells.put(sheet.getSheetName() + "!" + cell.getAddress(), poiValue((XSSFCell) cell));
                        }
                    }
                }
            }
        }
        return cells;
    }

    private static String poiValue(XSSFCell cell) {
        boolean formula = cell.getCellType() == CellType.FORMULA;
        return (formula ? cell.getCellFormula() : "") + " = " + switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
            case NUMERIC -> "NUMBER " + cell.getNumericCellValue();
            case STRING -> "TEXT " + cell.getStringCellValue();
            case BOOLEAN -> "BOOL " + (cell.getBooleanCellValue() ? "TRUE" : "FALSE");
            case ERROR -> "ERROR " + cell.getErrorCellString();
            default -> "BLANK ";
        };
    }
}
