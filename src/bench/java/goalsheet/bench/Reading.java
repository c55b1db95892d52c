package goalsheet.bench;

import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.context.AnalysisContext;
import com.alibaba.excel.read.listener.ReadListener;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import goalsheet.check.Checker;
import goalsheet.report.Annotator;
import goalsheet.rule.Verdict;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.xlsx.Archive;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.WorkbookFile;
import goalsheet.xlsx.WorkbookReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One workbook, read in every way: yardsticks of others first, then ours. All begin with the bytes of the file. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Reading {
    private static final InputFactoryImpl AALTO = new InputFactoryImpl();

    @Param("5")
    public String workbook;

    private Path file;
    private byte[] bytes;
    private Checker checker;
    private Verdict verdict;

    @Setup
    public void load() throws Exception {
        file = Workbooks.file(workbook);
        bytes = Files.readAllBytes(file);
        Template template = Workbooks.template();
        checker = new Checker(id -> Optional.of(template));
        verdict = check();
    }

    /** (a) POI opens it and looks at every cell. */
    @Benchmark
    public int poi() throws IOException {
        int length = 0;
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        length += cell.toString().length();
                    }
                }
            }
        }
        return length;
    }

    /** (b) EasyExcel reads all sheets. */
    @Benchmark
    public int easyExcel() {
        Counter counter = new Counter();
        EasyExcel.read(new ByteArrayInputStream(bytes), counter).headRowNumber(0).doReadAll();
        return counter.cells;
    }

    private static final class Counter implements ReadListener<Map<Integer, String>> {
        private int cells;

        @Override
        public void invoke(Map<Integer, String> row, AnalysisContext context) {
            cells += row.size();
        }

        @Override
        public void doAfterAllAnalysed(AnalysisContext context) {
            // nothing to do at the end
        }
    }

    /** (c) All parts are unpacked, the XML of all sheets is split into tokens: below this no reader by StAX can come. */
    @Benchmark
    public int floor() throws IOException, XMLStreamException {
        int tokens = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readAllBytes();
                if (entry.getName().startsWith("xl/worksheets/") && entry.getName().endsWith(".xml")) {
                    XMLStreamReader reader = AALTO.createXMLStreamReader(new ByteArrayInputStream(part));
                    while (reader.hasNext()) {
                        reader.next();
                        tokens++;
                    }
                    reader.close();
                }
            }
        }
        return tokens;
    }

    /** (d) dhatim's reader reads all rows. */
    @Benchmark
    public int fastexcel() throws IOException {
        int cells = 0;
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            for (org.dhatim.fastexcel.reader.Sheet sheet : (Iterable<org.dhatim.fastexcel.reader.Sheet>) book.getSheets()::iterator) {
                try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
                    cells += rows.mapToInt(org.dhatim.fastexcel.reader.Row::getCellCount).sum();
                }
            }
        }
        return cells;
    }

    /** Ours: cells, formulas, merges, validations, styles. */
    @Benchmark
    public Snapshot read() throws Exception {
        return WorkbookReader.read(Archive.of(bytes));
    }

    /** Ours: read, and checked against the template by all rules. */
    @Benchmark
    public Verdict check() throws Exception {
        return checker.check(file, WorkbookFile.of(bytes, WorkbookFile.Opening.PLAIN));
    }

    /** Ours: the annotated copy of what was checked. */
    @Benchmark
    public byte[] annotate() throws Exception {
        return Annotator.annotate(bytes, verdict, Lang.ZH);
    }

    /** POI opens it, colours as many cells, adds a sheet with a row each, and saves it. */
    @Benchmark
    public byte[] poiMarks() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes)); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFCellStyle red = book.createCellStyle();
            red.setFillForegroundColor(IndexedColors.ROSE.getIndex());
            red.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            XSSFSheet errors = book.createSheet("检查结果");
            for (int i = 0; i < verdict.findings().size(); i++) {
                var place = verdict.findings().get(i).place();
                errors.createRow(i).createCell(0).setCellValue(verdict.findings().get(i).message().zh());
                XSSFSheet sheet = book.getSheet(place.sheet());
                if (sheet != null && !place.cell().isEmpty()) {
                    var at = goalsheet.xlsx.Ref.parse(place.cell());
                    Row row = sheet.getRow(at.row()) == null ? sheet.createRow(at.row()) : sheet.getRow(at.row());
                    row.getCell(at.col(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellStyle(red);
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }
}
