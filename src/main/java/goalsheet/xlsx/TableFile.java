package goalsheet.xlsx;

import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.ExcelReader;
import com.alibaba.excel.cache.MapCache;
import com.alibaba.excel.enums.CellExtraTypeEnum;
import com.alibaba.excel.enums.ReadDefaultReturnEnum;
import com.alibaba.excel.read.builder.ExcelReaderBuilder;
import com.alibaba.excel.read.metadata.holder.csv.CsvReadWorkbookHolder;
import com.alibaba.excel.support.ExcelTypeEnum;
import goalsheet.text.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/**
 * Reads lists that offices keep as .xlsx, .xls or .csv (UTF-8 or GB18030, commas or tabs). The kind is told by the content,
 * not by the name. The file is read into memory once and never opened by a library, so that it cannot be changed.
 */
public final class TableFile {
    static final int MOST_ROWS = 100_000;
    static final int MOST_COLUMNS = 500;
    static final int MOST_CELLS = 1_000_000;
    private static final int MOST_BYTES = 16 << 20;
    private static final Pattern FROM_1904 = Pattern.compile("\\bdate1904\\s*=\\s*[\"'](1|true)[\"']");
    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private TableFile() {
    }

    /** One sheet; a CSV file is one sheet without a name. Rows that hold nothing are left out. */
    public record Sheet(String name, List<Row> rows) {
    }

    /**
     * @param number row number as the spreadsheet shows it, from 1
     * @param cells  by column, from 0; blank ones are left out
     */
    public record Row(int number, SortedMap<Integer, TableCell> cells) {
    }

    /** The file is not a table that can be read; the text says why and what to do. */
    public static final class UnreadableTable extends Exception {
        private final transient Text reason;

        UnreadableTable(Text reason) {
            super(reason.en());
            this.reason = reason;
        }

        UnreadableTable(String zh, String en) {
            this(Text.of(zh, en));
        }

        public Text reason() {
            return reason;
        }
    }

    /** Every sheet of the file, empty ones included, in order. */
    public static List<Sheet> read(Path path) throws UnreadableTable {
        byte[] bytes = bytes(path);
        if (bytes.length == 0) {
            throw new UnreadableTable("文件是空的。", "the file is empty.");
        }
        TableRows rows = new TableRows();
        if (startsWith(bytes, ZIP)) {
            rows.countFrom1904(gate(bytes));
            run(builder(bytes, rows).excelType(ExcelTypeEnum.XLSX), ',');
        } else if (startsWith(bytes, OLE)) {
            run(builder(bytes, rows).excelType(ExcelTypeEnum.XLS), ',');
        } else {
            String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
            if (name.endsWith(".xlsx") || name.endsWith(".xls") || contains(bytes, (byte) 0)) {
                throw new UnreadableTable("不是真正的 Excel 或 CSV 文件，请用 Excel 或 WPS 打开后另存为 .xlsx。",
                        "not a real Excel or CSV file; open it in Excel or WPS and save it as .xlsx.");
            }
            run(builder(bytes, rows).excelType(ExcelTypeEnum.CSV).charset(charset(bytes)), delimiter(bytes));
        }
        return rows.sheets();
    }

    /** Refuses what is not a sound archive; tells whether the workbook counts days from 1904, which EasyExcel fails to notice. */
    private static boolean gate(byte[] bytes) throws UnreadableTable {
        try {
            Archive archive = Archive.of(bytes);
            archive.checkRest();
            for (String name : archive.names()) {
                if (name.endsWith("workbook.xml") && FROM_1904.matcher(new String(archive.bytes(name), StandardCharsets.UTF_8)).find()) {
                    return true;
                }
            }
            return false;
        } catch (UnreadableException bad) {
            throw new UnreadableTable("这个 Excel 文件已损坏或不安全，请用 Excel 或 WPS 另存为 .xlsx 后再试。",
                    "the workbook is damaged or unsafe; save it again as .xlsx.");
        }
    }

    private static byte[] bytes(Path path) throws UnreadableTable {
        try {
            if (Files.isDirectory(path)) {
                throw new UnreadableTable("这是文件夹，请改为文件名。", "this is a folder; give the name of a file.");
            }
            if (!Files.isRegularFile(path)) {
                throw new UnreadableTable("找不到这个文件。", "there is no such file.");
            }
            if (Files.size(path) > MOST_BYTES) {
                throw new UnreadableTable("文件超过 16 MB，请删去与名单无关的内容。", "the file is larger than 16 MB.");
            }
            return Files.readAllBytes(path);
        } catch (IOException failure) {
            throw new UnreadableTable("文件读不出来：" + failure.getMessage(), "the file cannot be read: " + failure.getMessage());
        }
    }

    private static ExcelReaderBuilder builder(byte[] bytes, TableRows rows) {
        // In memory and with its own small cache: otherwise EasyExcel writes copies and an ehcache to the temporary folder.
        return EasyExcel.read(new ByteArrayInputStream(bytes)).mandatoryUseInputStream(true).readCache(new MapCache())
                .useDefaultListener(false).readDefaultReturn(ReadDefaultReturnEnum.READ_CELL_DATA).autoTrim(false).ignoreEmptyRow(false)
                .headRowNumber(0).extraRead(CellExtraTypeEnum.MERGE).registerReadListener(rows);
    }

    private static void run(ExcelReaderBuilder builder, char delimiter) throws UnreadableTable {
        try (ExcelReader reader = builder.build()) {
            if (reader.analysisContext().readWorkbookHolder() instanceof CsvReadWorkbookHolder csv) {
                // empty lines count, so that row numbers are those a spreadsheet shows
                csv.setCsvFormat(CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).setDelimiter(delimiter).build());
            }
            reader.readAll();
        } catch (TableRows.TooLarge tooLarge) {
            throw new UnreadableTable("表格过大（最多 " + MOST_ROWS + " 行、" + MOST_COLUMNS + " 列、" + MOST_CELLS + " 个单元格），请删去与名单无关的内容。",
                    "the table is too large (at most " + MOST_ROWS + " rows, " + MOST_COLUMNS + " columns, " + MOST_CELLS + " cells).");
        } catch (RuntimeException failure) {
            throw new UnreadableTable("文件已损坏或加了密码，请用 Excel 或 WPS 打开，去掉密码后另存为 .xlsx。",
                    "the file is damaged or has a password; open it, remove the password and save it as .xlsx.");
        }
    }

    private static Charset charset(byte[] bytes) throws UnreadableTable {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                charset.newDecoder().decode(ByteBuffer.wrap(bytes));
                return charset;
            } catch (CharacterCodingException next) {
                continue;
            }
        }
        throw new UnreadableTable("CSV 的文字编码无法识别，请另存为“CSV UTF-8”。", "the encoding of the CSV file is unknown; save it as CSV UTF-8.");
    }

    /** What Excel writes as "Unicode text" or WPS copies is separated by tabs. */
    private static char delimiter(byte[] bytes) {
        int tabs = 0;
        int commas = 0;
        for (int i = 0; i < bytes.length && bytes[i] != '\n'; i++) {
            tabs += bytes[i] == '\t' ? 1 : 0;
            commas += bytes[i] == ',' ? 1 : 0;
        }
        return tabs > commas ? '\t' : ',';
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && java.util.Arrays.mismatch(bytes, 0, start.length, start, 0, start.length) < 0;
    }

    private static boolean contains(byte[] bytes, byte wanted) {
        for (byte b : bytes) {
            if (b == wanted) {
                return true;
            }
        }
        return false;
    }
}
