package goalsheet.xlsx.styled;

import goalsheet.xlsx.Ref;
import goalsheet.xlsx.styled.StyledLayout.Sample;
import goalsheet.xlsx.styled.StyledLayout.Sheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;

/**
 * Makes a layout ready to be written into: as many sheets as the rows need, room for the rows of short lists, filters, conditional
 * formats and charts reaching as far as the rows will. Only numbers of rows are known then, no values.
 */
final class Preparation {
    private static final int LONGEST_NAME = 31;

    private final XSSFWorkbook workbook;
    private final Source source;
    private final int mostRows;
    private final List<Target> targets = new ArrayList<>();
    private final List<FewRows> few = new ArrayList<>();
    private final List<Single> singles = new ArrayList<>();

    /** Sheets that take the rows of one streamed list, one after the other. */
    record Target(String list, List<Sample> samples, List<String> sheets, int firstRow, int capacity) {
    }

    /** @param first row of the first of them; there are as many as the source says */
    record FewRows(String sheet, Sample sample, int first) {
    }

    record Single(String sheet, Ref ref) {
    }

    /** A workbook to write into, and where. */
    record Prepared(byte[] workbook, List<Target> targets, List<FewRows> few, List<Single> singles) {
    }

    private Preparation(XSSFWorkbook workbook, Source source, int mostRows) {
        this.workbook = workbook;
        this.source = source;
        this.mostRows = mostRows;
    }

    /** @param mostRows of a sheet, its heading included */
    static Prepared of(StyledLayout layout, Source source, int mostRows) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(layout.bytes()))) {
            Preparation preparation = new Preparation(workbook, source, mostRows);
            for (Sheet sheet : layout.sheets()) {
                preparation.prepare(sheet);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return new Prepared(bytes.toByteArray(), List.copyOf(preparation.targets), List.copyOf(preparation.few), List.copyOf(preparation.singles));
        }
    }

    private void prepare(Sheet layout) {
        if (layout.isStreamed()) {
            stream(layout);
            layout.singles().forEach(single -> targets.get(targets.size() - 1).sheets().forEach(sheet -> singles.add(new Single(sheet, single))));
        } else {
            Growth growth = grow(layout);
            layout.singles().forEach(single -> singles.add(new Single(layout.name(), new Ref(growth.first(single.row()), single.col()))));
        }
    }

    private void stream(Sheet layout) {
        XSSFSheet sheet = workbook.getSheet(layout.name());
        String list = layout.samples().get(0).kind().list();
        int first = layout.samples().get(0).row();
        int capacity = mostRows - first;
        long rows = source.size(list);
        int lastSample = layout.samples().get(layout.samples().size() - 1).row();
        for (int row = sheet.getLastRowNum(); row >= first; row--) {
            if (sheet.getRow(row) != null) {
                sheet.removeRow(sheet.getRow(row));
            }
        }
        // Writing goes on behind the last row that is there.
        if (first > 0 && sheet.getRow(first - 1) == null) {
            sheet.createRow(first - 1);
        }
        int parts = (int) Math.max(1, (rows + capacity - 1) / capacity);
        List<String> names = new ArrayList<>(List.of(layout.name()));
        for (int part = 2; part <= parts; part++) {
            names.add(follow(sheet, part));
        }
        for (int part = 0; part < parts; part++) {
            long here = Math.min(capacity, rows - (long) part * capacity);
            reach(workbook.getSheet(names.get(part)), first, lastSample, (int) (first + Math.max(1, here) - 1));
        }
        targets.add(new Target(list, layout.samples(), List.copyOf(names), first, capacity));
    }

    /** A further sheet like the first, behind the ones before. */
    private String follow(XSSFSheet sheet, int part) {
        Set<String> taken = new HashSet<>();
        workbook.forEach(other -> taken.add(other.getSheetName().toLowerCase(Locale.ROOT)));
        String name = numbered(sheet.getSheetName(), "(" + part + ")");
        for (int more = 2; taken.contains(name.toLowerCase(Locale.ROOT)); more++) {
            name = numbered(sheet.getSheetName(), "(" + part + "-" + more + ")");
        }
        int at = workbook.getSheetIndex(sheet) + part - 1;
        XSSFSheet clone = workbook.cloneSheet(workbook.getSheetIndex(sheet), name);
        workbook.setSheetOrder(name, at);
        CellRangeAddress repeated = sheet.getRepeatingRows();
        if (repeated != null) {
            clone.setRepeatingRows(repeated);
        }
        return name;
    }

    private static String numbered(String name, String ending) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - ending.length())) + ending;
    }

    /** Filter, conditional formats and print area that ended with the samples end with the rows now. */
    private void reach(XSSFSheet sheet, int first, int lastSample, int last) {
        if (sheet.getCTWorksheet().isSetAutoFilter()) {
            CellRangeAddress filter = CellRangeAddress.valueOf(sheet.getCTWorksheet().getAutoFilter().getRef());
            sheet.setAutoFilter(new CellRangeAddress(filter.getFirstRow(), Math.max(filter.getFirstRow(), last), filter.getFirstColumn(), filter.getLastColumn()));
        }
        for (CTConditionalFormatting format : sheet.getCTWorksheet().getConditionalFormattingList()) {
            List<String> areas = new ArrayList<>();
            for (Object area : format.getSqref()) {
                CellRangeAddress range = CellRangeAddress.valueOf(area.toString());
                if (range.getLastRow() >= first && range.getLastRow() <= lastSample) {
                    range.setLastRow(last);
                }
                areas.add(range.formatAsString());
            }
            format.setSqref(areas);
        }
        int index = workbook.getSheetIndex(sheet);
        String printed = workbook.getPrintArea(index);
        if (printed != null && !printed.contains(",")) {
            CellRangeAddress range = CellRangeAddress.valueOf(printed.substring(printed.lastIndexOf('!') + 1));
            if (range.getLastRow() >= first && range.getLastRow() <= lastSample) {
                workbook.setPrintArea(index, range.getFirstColumn(), range.getLastColumn(), range.getFirstRow(), last);
            }
        }
    }

    /** Makes room for the rows of short lists, from the bottom up. */
    private Growth grow(Sheet layout) {
        XSSFSheet sheet = workbook.getSheet(layout.name());
        Growth growth = new Growth();
        for (Sample sample : layout.samples()) {
            growth.add(sample.row(), source.few(sample.kind().name()));
        }
        List<Sample> upwards = layout.samples().stream().sorted(Comparator.comparingInt(Sample::row).reversed()).toList();
        for (Sample sample : upwards) {
            repeat(sheet, sample.row(), source.few(sample.kind().name()));
        }
        layout.samples().forEach(sample -> few.add(new FewRows(layout.name(), sample, growth.first(sample.row()))));
        XSSFDrawing drawing = sheet.getDrawingPatriarch();
        if (drawing != null) {
            drawing.getShapes().forEach(shape -> move(shape, growth));
        }
        Charts.stretch(workbook, layout.name(), growth);
        return growth;
    }

    /** As spreadsheets do when rows are inserted: what lies across them grows with them. */
    private static void move(XSSFShape shape, Growth growth) {
        if (shape.getAnchor() instanceof XSSFClientAnchor anchor && anchor.getTo() != null) {
            anchor.setRow1(growth.first(anchor.getRow1()));
            anchor.setRow2(growth.first(anchor.getRow2()));
        }
    }

    private static void repeat(XSSFSheet sheet, int at, int count) {
        if (count > 1 && at < sheet.getLastRowNum()) {
            sheet.shiftRows(at + 1, sheet.getLastRowNum(), count - 1, true, false);
        }
        XSSFRow sample = sheet.getRow(at);
        List<CellRangeAddress> merges = sheet.getMergedRegions().stream().filter(merge -> merge.getFirstRow() == at && merge.getLastRow() == at).toList();
        CellCopyPolicy all = new CellCopyPolicy.Builder().mergedRegions(false).build();
        for (int i = 1; i < count; i++) {
            XSSFRow row = sheet.createRow(at + i);
            row.copyRowFrom(sample, all);
            for (CellRangeAddress merge : merges) {
                sheet.addMergedRegionUnsafe(new CellRangeAddress(at + i, at + i, merge.getFirstColumn(), merge.getLastColumn()));
            }
        }
        if (count == 0) {
            sample.forEach(cell -> ((XSSFCell) cell).setBlank());
        }
    }
}
