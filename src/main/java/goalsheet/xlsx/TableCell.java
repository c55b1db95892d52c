package goalsheet.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A cell of a plain table.
 *
 * @param text   as people see it: {@code 20%} for 0.2 with a percent format, {@code 2023-12-31} for a date, all digits of a number
 * @param number what a number cell holds: points for PERCENT, days since 1899-12-30 for DATE; empty for the other kinds
 * @param merged whether it lies within a merged cell and repeats the value from above
 */
public record TableCell(Kind kind, String text, Optional<BigDecimal> number, boolean merged) {
    public enum Kind {
        TEXT, NUMBER, PERCENT, DATE,
        /** what a formula leaves when it has no result: #N/A, #REF!; or nothing at all */
        ERROR
    }

    /** Day 0 of the 1900 date system; right from 1900-03-01 on, before that spreadsheets count a day that never was. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    public static TableCell text(String text) {
        return new TableCell(Kind.TEXT, text, Optional.empty(), false);
    }

    static TableCell error(String text) {
        return new TableCell(Kind.ERROR, text, Optional.empty(), false);
    }

    /** @param format number format of the cell, as stored */
    static TableCell number(BigDecimal stored, String format, boolean date) {
        // A spreadsheet shows 15 digits; what it stores beyond them is noise of binary fractions.
        BigDecimal number = stored.round(new MathContext(15));
        if (date) {
            return new TableCell(Kind.DATE, day(number, format), Optional.of(number), false);
        }
        if (format.contains("%")) {
            BigDecimal points = number.movePointRight(2);
            return new TableCell(Kind.PERCENT, plain(points) + "%", Optional.of(points), false);
        }
        String text = plain(number);
        if (format.matches("0+") && text.matches("\\d+")) {
            text = "0".repeat(Math.max(0, format.length() - text.length())) + text;
        }
        return new TableCell(Kind.NUMBER, text, Optional.of(number), false);
    }

    TableCell repeated() {
        return new TableCell(kind, text, number, true);
    }

    /** Whether nothing is there, full-width blanks counted as nothing. */
    public boolean isBlank() {
        return kind == Kind.TEXT && text.isBlank();
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
    }

    private static String day(BigDecimal number, String format) {
        if (number.compareTo(BigDecimal.ONE) < 0 || number.compareTo(BigDecimal.valueOf(2_958_465)) > 0) {
            return plain(number);
        }
        LocalDate day = DAY_ZERO.plusDays(number.longValue());
        return format.contains("年") ? day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日" : day.toString();
    }
}
