package goalsheet.xlsx;

/** How much room words take in a cell. */
public final class WordBox {
    /** The highest row a spreadsheet has, in points. */
    public static final double HIGHEST = 409;
    private static final double LINE = 14.5;
    private static final double MARGIN = 5;
    /** Widths of the body size against the digits of column widths, with a little to spare for other fonts. */
    private static final double CHINESE = 1.95;
    private static final double LATIN = 0.95;
    private static final double INDENT = 1;

    private WordBox() {
    }

    /** @param width of the cell in characters  @return points for all lines of the text */
    public static double height(String text, double width) {
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            double used = paragraph.codePoints().mapToDouble(c -> c < 0x2E80 ? LATIN : CHINESE).sum();
            lines += Math.max(1, (int) Math.ceil(used / Math.max(1, width - INDENT)));
        }
        return lines * LINE + MARGIN;
    }
}
