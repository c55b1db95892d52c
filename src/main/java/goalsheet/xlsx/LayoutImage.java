package goalsheet.xlsx;

import goalsheet.text.Text;
import java.util.List;
import java.util.Map;

/**
 * A workbook with placeholders, described for writing: open to change, with what tables and overviews need besides.
 *
 * @param filters  head of a filtered table, by sheet name
 * @param outlines level at which a row is folded away, by sheet name and row from 0
 */
public record LayoutImage(WorkbookImage book, List<ChartImage> charts, Map<String, Area> filters, Map<String, Map<Integer, Integer>> outlines) {

    /**
     * A chart of one series of bars.
     *
     * @param sheet      that holds it and its cells
     * @param title      in the workbook's language
     * @param horizontal bars from left to right, first category at the top, instead of columns
     * @param place      cells it lies over
     */
    public record ChartImage(String sheet, Text title, boolean horizontal, Area categories, Area values, Area place) {
    }
}
