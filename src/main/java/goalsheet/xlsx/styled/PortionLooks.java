package goalsheet.xlsx.styled;

import com.alibaba.excel.write.handler.CellWriteHandler;
import com.alibaba.excel.write.handler.RowWriteHandler;
import com.alibaba.excel.write.handler.context.CellWriteHandlerContext;
import com.alibaba.excel.write.handler.context.RowWriteHandlerContext;
import goalsheet.xlsx.WordBox;
import goalsheet.xlsx.styled.StyledLayout.Sample;
import goalsheet.xlsx.styled.StyledLayout.SampleCell;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** Gives the rows that are being written the formats of their samples. */
final class PortionLooks implements CellWriteHandler, RowWriteHandler {
    private static final double LOWEST = 20;
    private static final double WIDTH_UNITS = 256;

    private final Map<Sample, Map<Integer, Integer>> styles = new IdentityHashMap<>();
    private final Map<Place, Double> widths = new HashMap<>();
    private Looks looks;
    private int firstRow;
    private List<Sample> shapes = List.of();
    private List<List<Fill>> fills = List.of();

    private record Place(String sheet, int col) {
    }

    void use(Looks formats) {
        this.looks = formats;
    }

    void expect(int first, List<Sample> rows, List<List<Fill>> contents) {
        this.firstRow = first;
        this.shapes = rows;
        this.fills = contents;
    }

    /** After the library's own, which makes formats for numbers. */
    @Override
    public int order() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void afterCellDispose(CellWriteHandlerContext context) {
        int index = context.getRowIndex() - firstRow;
        Sample sample = shapes.get(index);
        Integer style = styles.computeIfAbsent(sample, PortionLooks::byColumn).get(context.getColumnIndex());
        if (style != null) {
            context.getCell().setCellStyle(looks.style(style, fills.get(index).get(context.getColumnIndex())));
        }
    }

    private static Map<Integer, Integer> byColumn(Sample sample) {
        Map<Integer, Integer> styles = new HashMap<>();
        for (SampleCell cell : sample.cells()) {
            styles.put(cell.col(), cell.style());
        }
        return styles;
    }

    @Override
    public void afterRowDispose(RowWriteHandlerContext context) {
        Sample sample = shapes.get(context.getRowIndex() - firstRow);
        context.getRow().setHeightInPoints(sample.height().orElseGet(() -> height(sample, fills.get(context.getRowIndex() - firstRow), context.getRow().getSheet())));
        if (sample.outline() > 0) {
            ((SXSSFSheet) context.getRow().getSheet()).setRowOutlineLevel(context.getRowIndex(), sample.outline());
        }
    }

    /** Not every program makes rows as high as their words need when it opens a file. */
    private float height(Sample sample, List<Fill> contents, Sheet sheet) {
        double height = LOWEST;
        for (SampleCell cell : sample.cells()) {
            Fill fill = contents.get(cell.col());
            if (!(fill instanceof Fill.Number) && !(fill instanceof Fill.Sum) && looks.isWrapped(cell.style())) {
                height = Math.max(height, WordBox.height(Anchors.words(fill), widths.computeIfAbsent(new Place(sheet.getSheetName(), cell.col()), place -> sheet.getColumnWidth(place.col()) / WIDTH_UNITS)));
            }
        }
        return (float) Math.min(WordBox.HIGHEST, height);
    }
}
