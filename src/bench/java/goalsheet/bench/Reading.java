package goalsheet.bench;

import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.context.AnalysisContext;
import com.alibaba.excel.read.listener.ReadListener;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import goalsheet.check.Checker;
import goalsheet.report.Annotator;
import goalsheet.rule.Finding;
import goalsheet.rule.Verdict;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.xlsx.Archive;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.WorkbookFile;
import goalsheet.xlsx.WorkbookReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
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

    /** POI opens it, colours the same cells, puts the same notes on them and the same rows on a sheet of its own, and saves it. */
    @Benchmark
    public byte[] poiMarks() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes)); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFCellStyle red = book.createCellStyle();
            red.setFillForegroundColor(IndexedColors.ROSE.getIndex());
            red.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            XSSFSheet errors = book.createSheet("检查结果");
            Map<Cell, String> notes = new LinkedHashMap<>();
            for (Finding finding : verdict.worstFirst()) {
                List<String> words = List.of(finding.severity().label().zh(), finding.place().sheet(), finding.place().cell(), finding.place().label().zh(), finding.found().zh(),
                        finding.message().zh(), finding.remedy().zh(), finding.rule().id());
                Row told = errors.createRow(errors.getLastRowNum() + 1);
                for (int i = 0; i < words.size(); i++) {
                    told.createCell(i).setCellValue(words.get(i));
                }
                XSSFSheet sheet = book.getSheet(finding.place().sheet());
                if (sheet != null && !finding.place().cell().isEmpty()) {
                    Ref at = Ref.parse(finding.place().cell());
                    Row row = sheet.getRow(at.row()) == null ? sheet.createRow(at.row()) : sheet.getRow(at.row());
                    Cell cell = row.getCell(at.col(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                    cell.setCellStyle(red);
                    notes.merge(cell, finding.message().zh() + "\n" + finding.remedy().zh(), (one, other) -> one + "\n" + other);
                }
            }
            notes.forEach((cell, words) -> {
                Comment note = cell.getSheet().createDrawingPatriarch().createCellComment(
                        new XSSFClientAnchor(0, 0, 0, 0, cell.getColumnIndex() + 1, cell.getRowIndex(), cell.getColumnIndex() + 4, cell.getRowIndex() + 6));
                note.setString(new XSSFRichTextString(words));
                cell.setCellComment(note);
            });
            book.write(out);
            return out.toByteArray();
        }
    }
}
