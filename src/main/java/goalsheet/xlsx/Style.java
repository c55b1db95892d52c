package goalsheet.xlsx;

import goalsheet.xlsx.WorkbookImage.CellImage;
import goalsheet.xlsx.WorkbookImage.Content;
import goalsheet.xlsx.WorkbookImage.Look;
import goalsheet.xlsx.WorkbookImage.Use;

/**
 * All that the style of a cell depends on.
 *
 * @param bare   without border and colour, because a condition brings them
 * @param quoted shown as typed, never as a formula
 */
record Style(Look look, Use use, String format, boolean bare, boolean quoted) {
    static Style of(CellImage cell, boolean bare) {
        return new Style(cell.look(), cell.use(), cell.format(), bare, isFormulaLike(cell.content()));
    }

    /** Without the mark such words turn into a formula as soon as someone edits the cell. */
    private static boolean isFormulaLike(Content content) {
        return content instanceof Content.Words words && !words.text().isEmpty() && "=+-@\t\r".indexOf(words.text().charAt(0)) >= 0;
    }
}
