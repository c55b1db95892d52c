package goalsheet.collect.summary;

import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.ExcelWriter;
import com.alibaba.excel.write.metadata.WriteSheet;
import goalsheet.collect.Collection;
import goalsheet.text.Lang;
import goalsheet.xlsx.styled.Fill;
import goalsheet.xlsx.styled.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The rows of a summary and nothing besides, without formats, formulas and links, as the libraries write them: yardsticks for {@code .ci/summary-bench}. */
public enum PlainSummary {
    SXSSF {
        @Override
        void fill(Source source, OutputStream out) throws IOException {
            try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
                workbook.setCompressTempFiles(false);
                for (String list : source.lists()) {
                    source.rows(list, new Sheets() {
                        private SXSSFSheet sheet;

                        @Override
                        void next(String name) {
                            sheet = workbook.createSheet(name);
                        }

                        @Override
                        void row(int number, List<Object> values) {
                            Row row = sheet.createRow(number);
                            for (int col = 0; col < values.size(); col++) {
                                Cell cell = row.createCell(col);
                                if (values.get(col) instanceof Number value) {
                                    cell.setCellValue(value.doubleValue());
                                } else {
                                    cell.setCellValue((String) values.get(col));
                                }
                            }
                        }
                    }.named(list));
                }
                workbook.write(out);
            }
        }
    },
    EASYEXCEL {
        @Override
        void fill(Source source, OutputStream out) {
            try (ExcelWriter writer = EasyExcel.write(out).autoCloseStream(false).needHead(false).useDefaultStyle(false).build()) {
                for (String list : source.lists()) {
                    List<List<Object>> portion = new ArrayList<>();
                    Sheets sheets = new Sheets() {
                        private WriteSheet sheet;

                        @Override
                        void next(String name) {
                            flush();
                            sheet = EasyExcel.writerSheet(name).build();
                        }

                        @Override
                        void row(int number, List<Object> values) {
                            portion.add(values);
                            if (portion.size() == PORTION) {
                                flush();
                            }
                        }

                        private void flush() {
                            if (!portion.isEmpty()) {
                                writer.write(portion, sheet);
                                portion.clear();
                            }
                        }

                        @Override
                        void end() {
                            flush();
                        }
                    };
                    source.rows(list, sheets.named(list));
                    sheets.end();
                }
            }
        }
    };

    private static final int PORTION = 500;
    private static final int MOST_ROWS = 1 << 20;

    abstract void fill(Source source, OutputStream out) throws IOException;

    /** Writes all lists of a collection's summary. */
    public Path write(Collection collection, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            fill(new SummarySource(collection, new SummaryFields(collection.template()), new Links(file.getParent()), Lang.ZH), out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Spreads the rows of a list over as many sheets as it needs. */
    private abstract static class Sheets {
        private int sheets;
        private int rows = MOST_ROWS;

        java.util.function.Consumer<Source.Row> named(String list) {
            return row -> {
                if (rows == MOST_ROWS) {
                    next(list + ++sheets);
                    rows = 0;
                }
                row(rows++, row.values().values().stream().map(PlainSummary::plain).toList());
            };
        }

        abstract void next(String name);

        abstract void row(int number, List<Object> values);

        void end() {
            // Nothing waits.
        }
    }

    private static Object plain(Fill fill) {
        if (fill instanceof Fill.Number number) {
            return number.value();
        }
        if (fill instanceof Fill.Sum sum) {
            return sum.value();
        }
        if (fill instanceof Fill.Formula formula) {
            return plain(formula.value());
        }
        return fill instanceof Fill.Link link ? link.words() : ((Fill.Words) fill).text();
    }
}
