package goalsheet.xlsx.styled;

import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.ExcelWriter;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.styled.Preparation.FewRows;
import goalsheet.xlsx.styled.Preparation.Prepared;
import goalsheet.xlsx.styled.Preparation.Single;
import goalsheet.xlsx.styled.Preparation.Target;
import goalsheet.xlsx.styled.StyledLayout.SampleCell;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** Writes a workbook after a layout. Rows of streamed lists pass through; memory does not grow with them. */
public final class StyledBook {
    private final Prepared prepared;
    private final Source source;
    private final Anchors anchors = new Anchors();

    private StyledBook(Prepared prepared, Source source) {
        this.prepared = prepared;
        this.source = source;
    }

    /**
     * @param folder for temporary files, about as large as the unpacked workbook
     * @param out    receives the whole file, stays open
     * @throws IOException when {@code out} or the folder fails
     */
    public static void write(StyledLayout layout, Source source, Path folder, OutputStream out) throws IOException {
        write(layout, source, folder, out, Ref.MAX_ROWS);
    }

    /** @param mostRows of a sheet */
    static void write(StyledLayout layout, Source source, Path folder, OutputStream out, int mostRows) throws IOException {
        StyledBook book = new StyledBook(Preparation.of(layout, source, mostRows), source);
        try (TemporaryFiles temporary = new TemporaryFiles(folder)) {
            Path packed = temporary.createTempFile("", "").toPath();
            try (OutputStream first = Files.newOutputStream(packed)) {
                TempFile.withStrategy(temporary, () -> {
                    book.write(first);
                    return null;
                });
            }
            PlainZip.copy(packed, out);
        } catch (RuntimeException e) {
            // The library wraps a full disk.
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException failure) {
                    throw new IOException(failure.getMessage(), e);
                }
            }
            throw e;
        }
    }

    private void write(OutputStream out) {
        PortionLooks looks = new PortionLooks();
        ExcelWriter writer = EasyExcel.write(out).withTemplate(new ByteArrayInputStream(prepared.workbook())).autoCloseStream(false).needHead(false)
                .useDefaultStyle(false).autoTrim(false).registerWriteHandler(looks).build();
        try {
            // Below the streaming workbook, with the sheets as the layout made them.
            Workbook cached = writer.writeContext().writeWorkbookHolder().getCachedWorkbook();
            XSSFWorkbook workbook = (XSSFWorkbook) cached;
            workbook.setCellFormulaValidation(false);
            Looks formats = new Looks(workbook);
            looks.use(formats);
            source.lists().forEach(list -> list(list, workbook, writer, looks));
            prepared.few().forEach(few -> few(few, workbook, formats));
            singles(workbook, formats);
            Charts.remember(workbook);
        } catch (RuntimeException | Error e) {
            writer.writeContext().finish(true);
            throw e;
        }
        writer.finish();
    }

    private void list(String list, XSSFWorkbook workbook, ExcelWriter writer, PortionLooks looks) {
        List<ListWriter> writers = prepared.targets().stream().filter(target -> target.list().equals(list)).map(target -> writer(target, workbook, writer, looks)).toList();
        if (writers.isEmpty()) {
            return;
        }
        source.rows(list, row -> writers.forEach(each -> each.add(row, anchors).filter(spot -> !row.anchor().isEmpty()).ifPresent(spot -> anchors.put(row.anchor(), spot))));
        writers.forEach(ListWriter::flush);
    }

    private static ListWriter writer(Target target, XSSFWorkbook workbook, ExcelWriter writer, PortionLooks looks) {
        return new ListWriter(target, target.sheets().stream().map(workbook::getSheetIndex).toList(), writer, looks);
    }

    private void few(FewRows few, XSSFWorkbook workbook, Looks formats) {
        List<Source.Row> rows = source.fewRows(few.sample().kind().name());
        XSSFSheet sheet = workbook.getSheet(few.sheet());
        for (int i = 0; i < rows.size(); i++) {
            int row = few.first() + i;
            for (SampleCell cell : few.sample().cells()) {
                ListWriter.Spot here = new ListWriter.Spot(few.sheet(), row, few.sample());
                Fill fill = ListWriter.fill(cell, rows.get(i).values());
                if (cell.key().isEmpty() && !StyledLayout.PLACEHOLDER.matcher(cell.words()).find()) {
                    continue;
                }
                put(sheet.getRow(row).getCell(cell.col()), fill, formats, anchored(here), sum(few, cell.col()));
            }
        }
    }

    private Function<Fill.Formula, Optional<String>> anchored(ListWriter.Spot here) {
        return formula -> anchors.resolve(formula, key -> here.address(key, true));
    }

    /** What the rows of the same list and level 0 in the same sheet add up to. */
    private Optional<String> sum(FewRows few, int col) {
        return prepared.few().stream().filter(other -> other.sheet().equals(few.sheet()) && other.sample().kind().level() == 0
                && other.sample().kind().list().equals(few.sample().kind().list())).findFirst().map(rows -> {
                    int count = Math.max(1, source.few(rows.sample().kind().name()));
                    return "SUBTOTAL(9," + new Ref(rows.first(), col) + ":" + new Ref(rows.first() + count - 1, col) + ")";
                });
    }

    private void singles(XSSFWorkbook workbook, Looks formats) {
        Map<String, Fill> values = source.single();
        for (Single single : prepared.singles()) {
            XSSFRow row = workbook.getSheet(single.sheet()).getRow(single.ref().row());
            XSSFCell cell = row.getCell(single.ref().col());
            String words = cell.getStringCellValue();
            var whole = StyledLayout.PLACEHOLDER.matcher(words.strip());
            Fill fill = whole.matches() ? values.getOrDefault(whole.group(1), Fill.NOTHING)
                    : Fill.of(StyledLayout.PLACEHOLDER.matcher(words).replaceAll(match -> Matcher.quoteReplacement(Anchors.words(values.getOrDefault(match.group(1), Fill.NOTHING)))));
            put(cell, fill, formats, formula -> anchors.resolve(formula, key -> Optional.empty()), Optional.empty());
        }
    }

    private static void put(XSSFCell cell, Fill fill, Looks formats, Function<Fill.Formula, Optional<String>> formulas, Optional<String> sum) {
        cell.setCellStyle(formats.style(cell.getCellStyle().getIndex(), fill));
        if (fill instanceof Fill.Sum total) {
            sum.ifPresentOrElse(formula -> formula(cell, formula, Fill.of(total.value())), () -> number(cell, total.value()));
        } else if (fill instanceof Fill.Formula formula) {
            formulas.apply(formula).ifPresentOrElse(text -> formula(cell, text, formula.value()), () -> plain(cell, formula.value()));
        } else if (fill instanceof Fill.Link link && Expressions.isLinkable(link)) {
            formula(cell, Expressions.link(link), Fill.of(link.words()));
        } else {
            plain(cell, fill);
        }
    }

    private static void plain(XSSFCell cell, Fill fill) {
        String words = ListWriter.stored(Anchors.words(fill));
        if (fill instanceof Fill.Number number) {
            number(cell, number.value());
        } else if (words.isEmpty()) {
            cell.setBlank();
        } else {
            cell.setCellValue(words);
        }
    }

    private static void formula(XSSFCell cell, String formula, Fill value) {
        cell.setBlank();
        cell.setCellFormula(formula);
        cell.getCTCell().setT(value instanceof Fill.Number ? STCellType.N : STCellType.STR);
        cell.getCTCell().setV(value instanceof Fill.Number number ? number.value().toPlainString() : ListWriter.stored(Anchors.words(value)));
    }

    private static void number(XSSFCell cell, BigDecimal value) {
        cell.setCellValue(value.doubleValue());
    }
}
