package goalsheet.expr;

import goalsheet.expr.ExcelText.Cells;
import goalsheet.expr.ExcelText.Content;
import java.util.List;
import java.util.stream.Collectors;

/** What is taken of many cells at once, in points where they hold percentages; blanks and texts count nothing, errors do. */
final class Aggregate {
    /** Far from every percentage: stands for cells without a number, so that they are never the smallest or the largest. */
    private static final String FAR = "1E+300";

    private Aggregate() {
    }

    /** An argument for SUM. */
    static String sum(Cells cells) {
        return switch (cells.content()) {
            case PERCENT -> product("", cells);
            case FRACTION -> "100*SUM(" + cells.range() + ")";
            case NUMBER, TEXT -> cells.range();
        };
    }

    /** Sum of the products with the numbers in the cells. */
    static String product(String factors, Cells cells) {
        String product = "SUMPRODUCT(" + factors + cells.range();
        return switch (cells.content()) {
            case PERCENT -> product + "," + ExcelText.scale(cells) + ")";
            case FRACTION -> "(" + product + ")*100)";
            case NUMBER, TEXT -> product + ")";
        };
    }

    /** An argument for MIN or MAX, as {@code function} says. */
    static String extreme(Function function, Cells cells) {
        String range = cells.range();
        if (cells.content() == Content.NUMBER || cells.content() == Content.TEXT) {
            return range;
        }
        String fractions = function + "(" + range + ")*100";
        String none = "SUM(" + range + ")" + (function == Function.MAX ? "-" : "+") + FAR;
        return "IF(COUNT(" + range + ")," + (cells.content() == Content.FRACTION ? fractions : points(function, range, fractions)) + "," + none + ")";
    }

    /** The order of what was entered is not that of the points it means: 0.5 is more than 20. So the fractions and the points are looked at apart. */
    private static String points(Function function, String range, String fractions) {
        if (!range.contains(":")) {
            return range + "*" + ExcelText.scale(new Cells(range, Content.PERCENT));
        }
        // With a number for its criterion COUNTIF counts numbers only.
        String both = function == Function.MAX
                ? "MAX(SMALL(" + range + ",COUNTIF(" + range + ",\"<2\"))*100,MAX(" + range + "))"
                : "MIN(" + fractions + ",LARGE(" + range + ",COUNTIF(" + range + ",\">=2\")))";
        return "IF(MAX(" + range + ")<2," + fractions + ",IF(MIN(" + range + ")>=2," + function + "(" + range + ")," + both + "))";
    }

    /** {@code otherwise}, but 0 when none of the cells holds a number. */
    static String orZero(List<Cells> cells, String otherwise) {
        String ranges = cells.stream().map(Cells::range).collect(Collectors.joining(","));
        return "IF(COUNT(" + ranges + ")=0,SUM(" + ranges + ")," + otherwise + ")";
    }
}
