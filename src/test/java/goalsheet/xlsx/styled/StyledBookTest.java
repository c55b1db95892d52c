package goalsheet.xlsx.styled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import goalsheet.SchemaValidation;
import goalsheet.text.Text;
import goalsheet.xlsx.styled.Source.Row;
import goalsheet.xlsx.styled.Vocabulary.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layouts made by hand, as an office makes them, and what is written after them. */
class StyledBookTest {
    private static final Vocabulary VOCABULARY = new Vocabulary(Set.of("title", "all"), List.of(new Kind("item", "item", 0, true, Set.of("name", "money", "file", "double")),
            new Kind("item-sum", "item", 1, true, Set.of("name", "money")), new Kind("group", "group", 0, false, Set.of("name", "money"))));

    @TempDir
    private Path folder;

    /** Items called a, b, c, … worth 1.1, 2.1, 3.1, …, with a sum behind every so many. */
    private record Items(int count, int each) implements Source {
        @Override
        public List<String> lists() {
            return List.of("item");
        }

        @Override
        public long size(String list) {
            return count + count / each;
        }

        @Override
        public void rows(String list, Consumer<Row> taker) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 1; i <= count; i++) {
                BigDecimal money = BigDecimal.valueOf(i * 10L + 1, 1);
                sum = sum.add(money);
                taker.accept(new Row("item", "", Map.of("name", Fill.of(Character.toString('a' + i - 1)), "money", Fill.of(money), "file", new Fill.Link("x.xlsx", i == 1 ? "../in/x.xlsx#'A''B'!C3" : ""),
                        "double", new Fill.Formula("{money}*2", Fill.of(money.add(money))))));
                if (i % each == 0) {
                    taker.accept(new Row("item-sum", "s" + i / each, Map.of("name", Fill.of("sum"), "money", new Fill.Sum(sum))));
                    sum = BigDecimal.ZERO;
                }
            }
        }

        @Override
        public int few(String kind) {
            return 3;
        }

        @Override
        public List<Row> fewRows(String kind) {
            List<Row> rows = new ArrayList<>();
            for (int i = 1; i <= 3; i++) {
                rows.add(new Row("group", "", Map.of("name", Fill.of("g" + i), "money", new Fill.Formula("{s" + i + "/money}", Fill.of(i)))));
            }
            return rows;
        }

        @Override
        public Map<String, Fill> single() {
            return Map.of("title", Fill.of("=T"), "all", Fill.of(7));
        }
    }

    private static void put(XSSFSheet sheet, String cell, String text) {
        org.apache.poi.ss.util.CellReference at = new org.apache.poi.ss.util.CellReference(cell);
        var row = sheet.getRow(at.getRow()) == null ? sheet.createRow(at.getRow()) : sheet.getRow(at.getRow());
        row.createCell(at.getCol()).setCellValue(text);
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        workbook.close();
        return out.toByteArray();
    }

    private static XSSFWorkbook itemLayout() {
        XSSFWorkbook workbook = new XSSFWorkbook();
        XSSFSheet sheet = workbook.createSheet("清单");
        put(sheet, "A1", "{title}");
        put(sheet, "A2", "名称");
        put(sheet, "A3", "第{item.name}项");
        put(sheet, "B3", "{item.money}");
        put(sheet, "C3", "fixed");
        put(sheet, "A4", "{item-sum.name}");
        put(sheet, "B4", "{item-sum.money}");
        return workbook;
    }

    private XSSFWorkbook write(byte[] layout, Source source, int mostRows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StyledBook.write(StyledLayout.read("own.xlsx", layout, VOCABULARY), source, folder, out, mostRows);
        assertThat(SchemaValidation.errors(out.toByteArray())).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        return new XSSFWorkbook(new java.io.ByteArrayInputStream(out.toByteArray()));
    }

    private static List<String> lines(XSSFSheet sheet) {
        List<String> lines = new ArrayList<>();
        sheet.forEach(row -> {
            StringBuilder line = new StringBuilder();
            row.forEach(cell -> line.append(line.isEmpty() ? "" : " | ").append(cell.getAddress()).append(' ').append(shown(cell)));
            lines.add(line.toString());
        });
        return lines;
    }

    private static String shown(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? "=" + cell.getCellFormula() + " ⇒ " + (cell.getCachedFormulaResultType() == CellType.NUMERIC ? cell.getNumericCellValue() : cell.getStringCellValue()) : cell.toString();
    }

    @Test
    void aListThatIsTooLongGoesOnInFurtherSheets() throws IOException {
        XSSFWorkbook layout = itemLayout();
        XSSFSheet first = layout.getSheetAt(0);
        first.setColumnWidth(0, 40 * 256);
        first.createFreezePane(0, 2);
        first.setRepeatingRows(CellRangeAddress.valueOf("1:2"));
        first.setAutoFilter(CellRangeAddress.valueOf("A2:B2"));
        layout.createSheet("last");
        try (XSSFWorkbook book = write(bytes(layout), new Items(6, 3), 5)) {
            List<String> names = new ArrayList<>();
            book.forEach(sheet -> names.add(sheet.getSheetName()));
            assertThat(names).containsExactly("清单", "清单(2)", "清单(3)", "last");
            assertThat(lines(book.getSheet("清单"))).containsExactly("A1 =T", "A2 名称", "A3 第a项 | B3 1.1 | C3 fixed", "A4 第b项 | B4 2.1 | C4 fixed", "A5 第c项 | B5 3.1 | C5 fixed");
            assertThat(lines(book.getSheet("清单(2)"))).containsExactly("A1 =T", "A2 名称", "A3 sum | B3 =SUBTOTAL(9,'清单'!B3:B5) ⇒ 6.3", "A4 第d项 | B4 4.1 | C4 fixed", "A5 第e项 | B5 5.1 | C5 fixed");
            assertThat(lines(book.getSheet("清单(3)"))).containsExactly("A1 =T", "A2 名称", "A3 第f项 | B3 6.1 | C3 fixed", "A4 sum | B4 =SUBTOTAL(9,'清单(2)'!B4:B5)+SUBTOTAL(9,B3:B3) ⇒ 15.3");
            XSSFSheet third = book.getSheet("清单(3)");
            assertThat(third.getColumnWidth(0)).isEqualTo(40 * 256);
            assertThat(third.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 2);
            assertThat(third.getRepeatingRows().formatAsString()).isEqualTo("1:2");
            assertThat(third.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A2:B4");
            assertThat(book.getSheet("清单").getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A2:B5");
        }
    }

    @Test
    void whatTheOfficeStyledStays() throws IOException {
        XSSFWorkbook layout = itemLayout();
        XSSFSheet sheet = layout.getSheetAt(0);
        XSSFCellStyle money = layout.createCellStyle();
        money.setDataFormat(layout.createDataFormat().getFormat("0.000"));
        money.setFillForegroundColor((short) 13);
        money.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        sheet.getRow(2).getCell(1).setCellStyle(money);
        sheet.getRow(2).setHeightInPoints(33);
        put(sheet, "D3", "{item.double}");
        put(sheet, "E3", "{item.file}");
        try (XSSFWorkbook book = write(bytes(layout), new Items(2, 2), 100)) {
            XSSFSheet written = book.getSheetAt(0);
            assertThat(lines(written)).containsExactly("A1 =T", "A2 名称", "A3 第a项 | B3 1.1 | C3 fixed | D3 =B3*2 ⇒ 2.2 | E3 =HYPERLINK(\"../in/x.xlsx#'A''B'!C3\",\"x.xlsx\") ⇒ x.xlsx",
                    "A4 第b项 | B4 2.1 | C4 fixed | D4 =B4*2 ⇒ 4.2 | E4 x.xlsx", "A5 sum | B5 =SUBTOTAL(9,B3:B4) ⇒ 3.2");
            assertThat(written.getRow(3).getCell(1).getCellStyle().getDataFormatString()).isEqualTo("0.000");
            assertThat(written.getRow(3).getCell(1).getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(written.getRow(3).getHeightInPoints()).isEqualTo(33);
            assertThat(written.getRow(0).getCell(0).getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void aFormulaWhoseCellsTheOfficeLeftOutBecomesItsValue() throws IOException {
        XSSFWorkbook layout = new XSSFWorkbook();
        XSSFSheet sheet = layout.createSheet("x");
        put(sheet, "A1", "{item.name}");
        put(sheet, "B1", "{item.double}");
        try (XSSFWorkbook book = write(bytes(layout), new Items(1, 9), 100)) {
            assertThat(lines(book.getSheetAt(0))).containsExactly("A1 a | B1 2.2");
        }
    }

    @Test
    void shortListsPushWhatIsBelow() throws IOException {
        XSSFWorkbook layout = itemLayout();
        XSSFSheet page = layout.createSheet("page");
        layout.setSheetOrder("page", 0);
        put(page, "A1", "head");
        put(page, "A2", "{group.name}");
        put(page, "B2", "{group.money}");
        put(page, "A3", "all {all}");
        put(page, "B3", "{all}");
        try (XSSFWorkbook book = write(bytes(layout), new Items(4, 2), 100)) {
            assertThat(lines(book.getSheet("page"))).containsExactly("A1 head", "A2 g1 | B2 ='清单'!B5 ⇒ 1.0", "A3 g2 | B3 ='清单'!B8 ⇒ 2.0", "A4 g3 | B4 3.0", "A5 all 7 | B5 7.0");
        }
    }

    @Test
    void mistakesInALayoutAreToldInWords() throws IOException {
        XSSFWorkbook layout = itemLayout();
        XSSFSheet sheet = layout.getSheetAt(0);
        put(sheet, "D3", "{item.mony}");
        put(sheet, "E3", "{title}");
        put(sheet, "A9", "below");
        sheet.getRow(3).createCell(5).setCellFormula("1+1");
        byte[] bytes = bytes(layout);
        LayoutException told = catchThrowableOfType(LayoutException.class, () -> StyledLayout.read("own.xlsx", bytes, VOCABULARY));
        assertThat(told.problems()).containsExactly(
                Text.of("版式文件 own.xlsx 的“清单”D3：不认识占位符 {item.mony}，是否为“item.money”？", "own.xlsx, sheet '清单' D3: the placeholder {item.mony} is unknown; did you mean 'item.money'?"),
                Text.of("版式文件 own.xlsx 的“清单”A3：同一行里只能有一种占位符，这里有 {item.…} E3。", "own.xlsx, sheet '清单' A3: a row takes placeholders of one kind, here are {item.…} E3."),
                Text.of("版式文件 own.xlsx 的“清单”F4：样行里不能有公式，请改用占位符。", "own.xlsx, sheet '清单' F4: a sample row takes no formula of its own; use placeholders."),
                Text.of("版式文件 own.xlsx 的“清单”A4：清单的样行在最上面，每种小计只要一行。", "own.xlsx, sheet '清单' A4: the sample of a list's rows comes first, and each kind of subtotal has one."),
                Text.of("版式文件 own.xlsx 的“清单”A9：清单的样行下面不能再有内容。", "own.xlsx, sheet '清单' A9: nothing may stand below or between the samples of a list."));
    }

    @Test
    void aFileThatIsNoWorkbookIsToldInWords() {
        LayoutException told = catchThrowableOfType(LayoutException.class, () -> StyledLayout.read("own.xlsx", new byte[] {1, 2, 3}, VOCABULARY));
        assertThat(told.problems()).containsExactly(Text.of("版式文件 own.xlsx 不是能读的 .xlsx 文件，请用 Excel 或 WPS 重新保存。", "The layout own.xlsx is no .xlsx file that can be read; save it again."));
    }
}
