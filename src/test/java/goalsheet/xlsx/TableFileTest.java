package goalsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import goalsheet.text.Lang;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyKindOfCell(boolean xml) throws Exception {
        Path file = folder.resolve("book");
        try (Workbook book = xml ? new XSSFWorkbook() : new HSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            CellStyle day = book.createCellStyle();
            day.setDataFormat((short) 14);
            CellStyle percent = book.createCellStyle();
            percent.setDataFormat((short) 9);
            Row row = book.createSheet("一").createRow(2);
            row.createCell(0).setCellValue(" 文字　");
            row.createCell(1).setCellValue(0.1 + 0.2);
            row.createCell(2).setCellValue(45291);
            row.getCell(2).setCellStyle(day);
            row.createCell(3).setCellValue(0.07);
            row.getCell(3).setCellStyle(percent);
            row.createCell(4).setCellValue(true);
            row.createCell(5).setCellErrorValue((byte) 42);
            row.createCell(6).setCellFormula("\"a\"&\"b\"");
            row.createCell(7).setCellFormula("1/4");
            row.createCell(8).setBlank();
            row.createCell(9).setCellValue("　 ");
            row.createCell(10).setCellValue("第一行\n第二行");
            row.createCell(11).setCellFormula("1/0");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.createSheet("二").createRow(0).createCell(1).setCellValue(1e15);
            book.write(out);
        }
        assertThat(show(TableFile.read(file))).containsExactly("一 3 0=TEXT ' 文字　'", "一 3 1=NUMBER '0.3'", "一 3 2=DATE '2023-12-31'", "一 3 3=PERCENT '7%'",
                xml ? "一 3 4=TEXT 'TRUE'" : "一 3 4=ERROR '#N/A'", "一 3 5=ERROR '#N/A'", "一 3 6=TEXT 'ab'", "一 3 7=NUMBER '0.25'", "一 3 10=TEXT '第一行\n第二行'", xml ? "一 3 11=ERROR '#DIV/0!'" : "一 3 11=ERROR '#VALUE!'", "二 1 1=NUMBER '1000000000000000'");
    }

    @Test
    void datesOfTheOldMacintoshSystem() throws Exception {
        Path file = folder.resolve("mac.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            book.getCTWorkbook().getWorkbookPr().setDate1904(true);
            CellStyle day = book.createCellStyle();
            day.setDataFormat((short) 14);
            Row row = book.createSheet("s").createRow(0);
            row.createCell(0).setCellValue(45291 - 1462);
            row.getCell(0).setCellStyle(day);
            book.write(out);
        }
        assertThat(show(TableFile.read(file))).containsExactly("s 1 0=DATE '2023-12-31'");
    }

    @Test
    void aFormulaThatWasNeverCalculatedIsNotAnEmptyCell() throws Exception {
        Path file = folder.resolve("new.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            Row row = book.createSheet("s").createRow(0);
            row.createCell(0).setCellFormula("1+1");
            book.write(out);
        }
        assertThat(show(TableFile.read(file))).containsExactly("s 1 0=ERROR ''");
    }

    @Test
    void rowNumbersOfCsvAreThoseOfASpreadsheet() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "\uFEFFa,\"x\ny\"\r\n\r\n, ,\n\"q\"\"q\", b \n");
        assertThat(show(TableFile.read(file))).containsExactly(" 1 0=TEXT 'a'", " 1 1=TEXT 'x\ny'", " 4 0=TEXT 'q\"q'", " 4 1=TEXT ' b '");
    }

    @Test
    void whatCannotBeReadIsSaidQuietly() throws Exception {
        Path locked = folder.resolve("locked.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(); POIFSFileSystem store = new POIFSFileSystem(); OutputStream out = Files.newOutputStream(locked)) {
            book.createSheet();
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream encrypted = encryptor.getDataStream(store)) {
                book.write(encrypted);
            }
            store.writeFilesystem(out);
        }
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(reason(locked)).isEqualTo("文件已损坏或加了密码，请用 Excel 或 WPS 打开，去掉密码后另存为 .xlsx。");
            assertThat(reason(Files.write(folder.resolve("x.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}))).startsWith("文件已损坏或加了密码");
            assertThat(reason(Files.write(folder.resolve("x.xlsx"), new byte[] {'P', 'K', 3, 4, 5}))).startsWith("这个 Excel 文件已损坏或不安全");
            assertThat(reason(Files.writeString(folder.resolve("u.csv"), "a单位", StandardCharsets.UTF_16))).startsWith("不是真正的 Excel 或 CSV 文件");
            assertThat(reason(Files.write(folder.resolve("w.csv"), new byte[] {'a', (byte) 0xFF, (byte) 0xFF}))).startsWith("CSV 的文字编码无法识别");
            assertThat(reason(folder.resolve("none.xlsx"))).isEqualTo("找不到这个文件。");
            assertThat(reason(folder)).isEqualTo("这是文件夹，请改为文件名。");
            assertThat(reason(Files.write(folder.resolve("big.csv"), new byte[(16 << 20) + 1]))).startsWith("文件超过 16 MB");
            assertThat(reason(Files.writeString(folder.resolve("wide.csv"), ",".repeat(500) + "x"))).startsWith("表格过大");
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static String reason(Path file) {
        return catchThrowableOfType(TableFile.UnreadableTable.class, () -> TableFile.read(file)).reason().in(Lang.ZH);
    }

    private static List<String> show(List<TableFile.Sheet> sheets) {
        return sheets.stream().flatMap(sheet -> sheet.rows().stream().flatMap(row -> row.cells().entrySet().stream()
                .map(cell -> sheet.name() + " " + row.number() + " " + cell.getKey() + "=" + cell.getValue().kind() + " '" + cell.getValue().text() + "'"))).toList();
    }
}
