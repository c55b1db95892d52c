package goalsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.SchemaValidation;
import goalsheet.xlsx.WorkbookImage.CellImage;
import goalsheet.xlsx.WorkbookImage.Content;
import goalsheet.xlsx.WorkbookImage.Look;
import goalsheet.xlsx.WorkbookImage.PageImage;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import goalsheet.xlsx.WorkbookImage.Use;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class WorkbookWriterTest {
    private static final byte[] FILE = write(SampleImage.image(), Optional.empty());
    private static final String FORM = "xl/worksheets/sheet2.xml";

    static byte[] write(WorkbookImage image, Optional<String> password) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            WorkbookWriter.write(image, password, out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A workbook with one sheet holding these cells and nothing else. */
    static WorkbookImage cells(CellImage... cells) {
        return new WorkbookImage("t", List.of(new SheetImage("s", Snapshot.Visibility.VISIBLE, List.of(), List.of(), List.of(cells),
                List.of(), List.of(), new PageImage(true, Optional.empty(), -1, -1), 0)), List.of());
    }

    private static String part(byte[] file, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no part " + name);
    }

    private static List<String> elements(String xml, String regex) {
        return Pattern.compile(regex).matcher(xml).results().map(match -> match.group()).toList();
    }

    private static XSSFWorkbook open(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private static TreeSet<String> where(XSSFSheet sheet, Predicate<XSSFCell> condition) {
        TreeSet<String> found = new TreeSet<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (condition.test((XSSFCell) cell)) {
                    found.add(cell.getAddress().formatAsString());
                }
            }
        }
        return found;
    }

    private static TreeSet<String> addresses(String... areas) {
        TreeSet<String> all = new TreeSet<>();
        Stream.of(areas).flatMap(area -> ImageCheck.cells(Area.parse(area)).stream()).forEach(ref -> all.add(ref.toString()));
        return all;
    }

    @Test
    void everyPartIsValid() throws IOException {
        assertThat(SchemaValidation.errors(FILE)).isEmpty();
        assertThat(SchemaValidation.errors(write(SampleImage.image(), Optional.of("密码")))).isEmpty();
    }

    @Test
    void onlyEntryCellsAreUnlocked() throws IOException {
        try (XSSFWorkbook workbook = open(FILE)) {
            assertThat(where(workbook.getSheet("填报说明"), cell -> !cell.getCellStyle().getLocked())).isEmpty();
            assertThat(where(workbook.getSheet("lists"), cell -> !cell.getCellStyle().getLocked())).isEmpty();
            assertThat(where(workbook.getSheet("项目1"), cell -> !cell.getCellStyle().getLocked()))
                    .isEqualTo(addresses("E3:F3", "E5:F5", "B6:F6", "B7:E7", "B8:F8", "A11:F20"));
        }
    }

    @Test
    void everySheetAndTheStructureAreProtected() throws IOException {
        for (int sheet = 1; sheet <= 3; sheet++) {
            assertThat(elements(part(FILE, "xl/worksheets/sheet" + sheet + ".xml"), "<sheetProtection[^>]*>")).containsExactly(
                    "<sheetProtection sheet=\"true\" objects=\"true\" scenarios=\"true\" formatColumns=\"false\""
                            + " formatRows=\"false\" autoFilter=\"false\"/>");
        }
        assertThat(elements(part(FILE, "xl/workbook.xml"), "<workbookProtection[^>]*>"))
                .containsExactly("<workbookProtection lockStructure=\"true\"/>");
    }

    @Test
    void passwordTakesProtectionOff() throws IOException {
        try (XSSFWorkbook workbook = open(write(SampleImage.image(), Optional.of("密码123")))) {
            assertThat(workbook.validateWorkbookPassword("密码123")).isTrue();
            assertThat(workbook.validateWorkbookPassword("密码124")).isFalse();
            workbook.forEach(sheet -> {
                assertThat(((XSSFSheet) sheet).validateSheetPassword("密码123")).isTrue();
                assertThat(((XSSFSheet) sheet).validateSheetPassword("")).isFalse();
            });
        }
    }

    @Test
    void validationsAreWrittenAsDescribed() throws IOException {
        assertThat(elements(part(FILE, FORM), "<dataValidation .*?</dataValidation>")).containsExactly(
                "<dataValidation type=\"list\" allowBlank=\"true\" showErrorMessage=\"true\" showInputMessage=\"true\""
                        + " promptTitle=\"一级指标\" prompt=\"请从下拉列表中选择。\" errorTitle=\"不在列表中\" error=\"请选择列表中的一级指标。\""
                        + " sqref=\"A11:A20\"><formula1>OFFSET(lists!$A$1,0,0,3,1)</formula1></dataValidation>",
                "<dataValidation type=\"list\" allowBlank=\"true\" showErrorMessage=\"false\" sqref=\"F11:F20\">"
                        + "<formula1>\"行业标准,历史数据,问卷调查\"</formula1></dataValidation>",
                "<dataValidation type=\"decimal\" operator=\"greaterThanOrEqual\" allowBlank=\"true\" showErrorMessage=\"true\""
                        + " showInputMessage=\"true\" promptTitle=\"金额\" prompt=\"单位：万元_x000A_最多两位小数\" errorTitle=\"金额有误\""
                        + " error=\"请填写不小于 0 的数字，例如 12.50。\" sqref=\"E5:F5\"><formula1>0</formula1></dataValidation>",
                "<dataValidation type=\"decimal\" operator=\"between\" allowBlank=\"true\" showErrorMessage=\"true\" sqref=\"B7:E7\">"
                        + "<formula1>0</formula1><formula2>100</formula2></dataValidation>",
                "<dataValidation type=\"textLength\" operator=\"lessThanOrEqual\" allowBlank=\"true\" showErrorMessage=\"true\""
                        + " sqref=\"E3\"><formula1>60</formula1></dataValidation>");
        try (XSSFWorkbook workbook = open(FILE)) {
            // POI's name is the wrong way round: true is the arrow shown.
            assertThat(workbook.getSheet("项目1").getDataValidations()).filteredOn(it -> it.getValidationConstraint().getValidationType() == 3)
                    .hasSize(2).allMatch(validation -> validation.getSuppressDropDownArrow());
        }
    }

    @Test
    void mergedCellsAreBorderedAllAround() throws IOException {
        try (XSSFWorkbook workbook = open(FILE)) {
            XSSFSheet form = workbook.getSheet("项目1");
            assertThat(form.getMergedRegions()).extracting(region -> region.formatAsString()).containsExactly("A1:F1", "A2:D2",
                    "E2:F2", "B3:C3", "E3:F3", "A4:A6", "B4:F4", "B6:F6", "B8:F8", "A9:F9");
            assertThat(where(form, cell -> Stream.of(cell.getCellStyle().getBorderTop(), cell.getCellStyle().getBorderBottom(),
                    cell.getCellStyle().getBorderLeft(), cell.getCellStyle().getBorderRight()).allMatch(BorderStyle.THIN::equals)))
                    .isEqualTo(addresses("A3:F16"));
        }
    }

    @Test
    void spareRowsAreBareUntilFilled() throws IOException {
        assertThat(elements(part(FILE, FORM), "<conditionalFormatting.*?</conditionalFormatting>")).containsExactly(
                "<conditionalFormatting sqref=\"E7\"><cfRule type=\"expression\" dxfId=\"0\" priority=\"1\">"
                        + "<formula>AND($E$7&lt;>\"\",$E$7&lt;>100)</formula></cfRule></conditionalFormatting>",
                "<conditionalFormatting sqref=\"A17:F20\"><cfRule type=\"expression\" dxfId=\"1\" priority=\"2\">"
                        + "<formula>OR($B17&lt;>\"\",$C17&lt;>\"\")</formula></cfRule></conditionalFormatting>");
        assertThat(elements(part(FILE, "xl/styles.xml"), "<dxf>.*?</dxf>")).hasSize(2).last().asString()
                .contains("<bgColor rgb=\"FFFFF9E5\"/>", "<left style=\"thin\">", "<bottom style=\"thin\">");
        try (XSSFWorkbook workbook = open(FILE)) {
            assertThat(where(workbook.getSheet("项目1"), cell -> !cell.getCellStyle().getLocked()
                    && cell.getCellStyle().getFillForegroundXSSFColor() == null)).isEqualTo(addresses("A17:F20"));
        }
    }

    @Test
    void paperIsSetUp() throws IOException {
        String form = part(FILE, FORM);
        assertThat(elements(form, "<(pageSetUpPr|pane|printOptions|pageMargins|pageSetup|oddFooter)[ >][^>]*>")).containsExactly(
                "<pageSetUpPr fitToPage=\"true\"/>",
                "<pane ySplit=\"2.0\" state=\"frozen\" topLeftCell=\"A3\" activePane=\"bottomLeft\"/>",
                "<printOptions horizontalCentered=\"true\"/>",
                "<pageMargins bottom=\"0.7\" footer=\"0.35\" header=\"0.35\" left=\"0.5\" right=\"0.5\" top=\"0.7\"/>",
                "<pageSetup paperSize=\"9\" orientation=\"portrait\" blackAndWhite=\"true\" fitToWidth=\"1\" fitToHeight=\"0\"/>",
                "<oddFooter>&amp;C&amp;\"宋体,Regular\"&amp;9&amp;P / &amp;N</oddFooter>");
        assertThat(form).contains("showGridLines=\"false\"");
        assertThat(elements(part(FILE, "xl/workbook.xml"), "<definedName .*?</definedName>")).containsExactly(
                "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"1\">项目1!$A$1:$F$20</definedName>",
                "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"1\">项目1!$9:$10</definedName>",
                "<definedName name=\"项目1.预算数\">'项目1'!$C$5</definedName>",
                "<definedName name=\"级别\">OFFSET(起点,0,0,3,1)</definedName>",
                "<definedName name=\"起点\">lists!$A$1</definedName>",
                "<definedName name=\"本表\" localSheetId=\"1\">'项目1'!$A$1:$F$20</definedName>");
        assertThat(part(write(cells(), Optional.empty()), "xl/worksheets/sheet1.xml")).contains("orientation=\"landscape\"");
    }

    @Test
    void widthsHeightsAndVisibility() throws IOException {
        try (XSSFWorkbook workbook = open(FILE)) {
            XSSFSheet form = workbook.getSheet("项目1");
            assertThat(Stream.of(0, 1, 2, 3, 4, 5).map(col -> form.getColumnWidth(col) / 256)).containsExactly(14, 16, 18, 26, 15, 15);
            assertThat(Stream.of(0, 1, 2).map(row -> form.getRow(row).getHeightInPoints())).containsExactly(36f, 20f, 24f);
            assertThat(form.getRow(18).getCTRow().isSetHt()).isFalse();
            assertThat(Stream.of(0, 1, 2).map(workbook::getSheetVisibility))
                    .containsExactly(SheetVisibility.VISIBLE, SheetVisibility.VISIBLE, SheetVisibility.VERY_HIDDEN);
            assertThat(workbook.getActiveSheetIndex()).isZero();
        }
    }

    @Test
    void frontIsTheFirstVisibleSheet() throws IOException {
        WorkbookImage sample = SampleImage.image();
        WorkbookImage turned = new WorkbookImage("t", List.of(sample.sheets().get(2), sample.sheets().get(1)), List.of());
        try (XSSFWorkbook workbook = open(write(turned, Optional.empty()))) {
            assertThat(workbook.getActiveSheetIndex()).isEqualTo(1);
            assertThat(workbook.getSheetAt(0).isSelected()).isFalse();
            assertThat(workbook.getSheetAt(1).isSelected()).isTrue();
        }
    }

    @Test
    void formulasCarryTheirValues() throws IOException {
        assertThat(elements(part(FILE, FORM), "<c [^>]*><f>.*?</c>")).satisfiesExactly(
                cell -> assertThat(cell).startsWith("<c r=\"C5\" ").endsWith(" t=\"n\"><f>ROUND(E5+F5,2)</f><v>1234567.8</v></c>"),
                cell -> assertThat(cell).startsWith("<c r=\"F7\" ").endsWith(" t=\"str\"><f>IF(E7=100,\"正确\",\"应为100\")</f><v>正确</v></c>"));
        assertThat(elements(part(FILE, "xl/worksheets/sheet1.xml"), "<c [^>]*><f>.*?</c>")).singleElement().asString()
                .endsWith(" t=\"str\"><f>IF('项目1'!C5=\"\",\"未填\",\"\")</f><v/></c>");
        assertThat(part(FILE, "xl/workbook.xml")).doesNotContain("fullCalcOnLoad").contains("<calcPr calcId=\"191029\"/>");
    }

    @Test
    void linksLeadWithinTheWorkbook() throws IOException {
        assertThat(elements(part(FILE, "xl/worksheets/sheet1.xml"), "<hyperlink [^>]*>"))
                .containsExactly("<hyperlink location=\"'项目1'!A1\" ref=\"A4\"/>");
        try (XSSFWorkbook workbook = open(FILE)) {
            assertThat(workbook.getSheetAt(0).getRow(3).getCell(0).getCellStyle().getFont().getUnderline()).isEqualTo((byte) 1);
        }
    }

    @Test
    void wordsStayWords() throws IOException {
        List<String> words = List.of("=1+1", "+1", "-1", "@SUM", "13020023P00003910033L", "  两端空格  ", "a\nb", "\u0001\u000b\r_x0041_", "😀\ud800");
        List<CellImage> cells = new ArrayList<>();
        for (int row = 0; row < words.size(); row++) {
            cells.add(new CellImage(new Ref(row, 0), new Content.Words(words.get(row)), Look.VALUE, Use.ENTRY, "General", ""));
        }
        cells.add(new CellImage(new Ref(words.size(), 0), new Content.Words(""), Look.VALUE, Use.ENTRY, "@", ""));
        byte[] file = write(cells(cells.toArray(CellImage[]::new)), Optional.empty());
        assertThat(SchemaValidation.errors(file)).isEmpty();
        try (XSSFWorkbook workbook = open(file)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            for (int row = 0; row < words.size(); row++) {
                assertThat(sheet.getRow(row).getCell(0).getCellType()).isEqualTo(CellType.STRING);
                assertThat(sheet.getRow(row).getCell(0).getStringCellValue()).isEqualTo(words.get(row));
            }
            assertThat(where(sheet, cell -> cell.getCellStyle().getQuotePrefixed())).isEqualTo(addresses("A1:A4"));
            assertThat(where(sheet, cell -> cell.getCellType() == CellType.BLANK)).isEqualTo(addresses("A10"));
        }
    }

    @Test
    void stylesAreShared() throws IOException {
        WorkbookImage sample = SampleImage.image();
        List<SheetImage> sheets = new ArrayList<>(sample.sheets());
        SheetImage form = sheets.get(1);
        for (int copy = 2; copy < 20; copy++) {
            sheets.add(new SheetImage("项目" + copy, form.visibility(), form.widths(), form.heights(), form.cells(), form.merges(),
                    form.validations(), form.page(), form.freezeRows(), form.conditions()));
        }
        byte[] file = write(new WorkbookImage("t", sheets, sample.names()), Optional.empty());
        assertThat(elements(part(file, "xl/styles.xml"), "<cellXfs count=\"\\d+\"|<dxfs count=\"\\d+\""))
                .isEqualTo(elements(part(FILE, "xl/styles.xml"), "<cellXfs count=\"\\d+\"|<dxfs count=\"\\d+\""));
    }

    @Test
    void sameImageGivesSameBytes() {
        byte[] first = write(SampleImage.image(), Optional.of("密码"));
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(write(SampleImage.image(), Optional.of("密码"))).isEqualTo(first);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void propertiesTellNothingOfTheMaker() throws IOException {
        assertThat(elements(part(FILE, "docProps/core.xml"), "<(dc|dcterms):[^>]*>[^<]+")).containsExactly(
                "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-01-01T00:00:00Z", "<dc:creator>goalsheet",
                "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2026-01-01T00:00:00Z", "<dc:title>2026年项目绩效目标表");
        assertThat(part(FILE, "docProps/app.xml")).contains("<Application>goalsheet</Application>");
    }
}
