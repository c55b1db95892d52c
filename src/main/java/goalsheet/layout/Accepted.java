package goalsheet.layout;

import goalsheet.expr.Value;
import goalsheet.template.Field;
import goalsheet.xlsx.Ref;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What an entry cell accepts, as a spreadsheet's data validation says it: type and operator in the words of the file, formulas without
 * the leading =, "" where there is none.
 *
 * @param strict whether anything else is turned away; items of one's own may be typed into open lists
 */
public record Accepted(String type, String operator, String formula1, String formula2, boolean strict) {
    private static final BigDecimal POINTS = BigDecimal.valueOf(100);
    private static final String MOST = "1000000000000";
    private static final int LONGEST = 32_767;
    /** Spreadsheets know no dates before 1900; earlier and later ones than these are slips. */
    private static final String FIRST_DAY = Value.of(LocalDate.of(1990, 1, 1)).show();
    private static final String LAST_DAY = Value.of(LocalDate.of(2099, 12, 31)).show();

    /** @param parent cell that selects the items of a dependent list */
    public static Accepted of(Layout layout, Field field, Ref parent) {
        if (!field.list().isEmpty()) {
            return new Accepted("list", "", layout.lists().formula(field, parent), "", !layout.template().lists().get(field.list()).open());
        }
        String min = field.min().map(BigDecimal::toPlainString).orElse("");
        String max = field.max().map(BigDecimal::toPlainString).orElse("");
        return switch (field.type()) {
            case AMOUNT, NUMBER -> min.isEmpty() && max.isEmpty() ? between("decimal", "-" + MOST, MOST) : between("decimal", min, max);
            case PERCENT -> between("decimal", field.min().map(Accepted::fraction).orElse("0"), field.max().map(Accepted::fraction).orElse(""));
            case DATE -> between("date", min.isEmpty() ? FIRST_DAY : min, max.isEmpty() ? LAST_DAY : max);
            case TEXT, CODE, LONG_TEXT, LIST -> new Accepted("textLength", "lessThanOrEqual", Integer.toString(field.length() == 0 ? LONGEST : field.length()), "", true);
        };
    }

    private static Accepted between(String type, String min, String max) {
        String operator = min.isEmpty() ? "lessThanOrEqual" : max.isEmpty() ? "greaterThanOrEqual" : "between";
        return new Accepted(type, operator, min.isEmpty() ? max : min, min.isEmpty() || max.isEmpty() ? "" : max, true);
    }

    private static String fraction(BigDecimal points) {
        return points.divide(POINTS).stripTrailingZeros().toPlainString();
    }

    public boolean isList() {
        return type.equals("list");
    }
}
