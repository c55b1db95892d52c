package goalsheet.expr;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What a cell or an expression can hold. Percentages are numbers in points (20 % is 20), dates are numbers
 * (Excel serial days of the 1900 system), so that the spreadsheet and the checker calculate with the same thing.
 */
public sealed interface Value {
    record Blank() implements Value {
    }

    record Num(BigDecimal number) implements Value {
    }

    record Str(String text) implements Value {
    }

    record Bool(boolean truth) implements Value {
    }

    /** What a spreadsheet shows as #VALUE!, #N/A, …: an operation had no meaning. */
    record Failed(String code) implements Value {
    }

    Value BLANK = new Blank();
    Value TRUE = new Bool(true);
    Value FALSE = new Bool(false);

    /** Day 0 of the 1900 system; right for every date from 1 March 1900 on. */
    LocalDate SERIAL_ORIGIN = LocalDate.of(1899, 12, 30);

    static Value of(BigDecimal number) {
        return new Num(number);
    }

    static Value of(long number) {
        return new Num(BigDecimal.valueOf(number));
    }

    /** Points of the number in the cell of a percentage: below 2 it is a fraction (0.2 is 20 %, 1.2 is 120 %), from 2 on it is points, whatever its format. */
    static Value ofPercent(BigDecimal cell) {
        return of(cell.compareTo(BigDecimal.valueOf(2)) < 0 ? cell.movePointRight(2) : cell);
    }

    /** A blank for the empty string, else the text itself. */
    static Value of(String text) {
        return text.isEmpty() ? BLANK : new Str(text);
    }

    /** A date as its serial day. */
    static Value of(LocalDate date) {
        return of(ChronoUnit.DAYS.between(SERIAL_ORIGIN, date));
    }

    /** The date of a serial day; a time of day is dropped. */
    static LocalDate date(BigDecimal serial) {
        return SERIAL_ORIGIN.plusDays(serial.longValue());
    }

    static Value of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    /** True for nothing, and for text made only of blanks, full-width blanks included. */
    default boolean isBlank() {
        return this instanceof Blank || this instanceof Str str && str.text().replace('\u3000', ' ').trim().isEmpty();
    }

    /** The value as people write it: 10.50 is {@code 10.5}, nothing is the empty string. */
    default String show() {
        if (this instanceof Num num) {
            if (num.number().scale() == 0) {
                return num.number().toPlainString();
            }
            BigDecimal plain = num.number().stripTrailingZeros();
            return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
        }
        if (this instanceof Str str) {
            return str.text();
        }
        if (this instanceof Bool bool) {
            return bool.truth() ? "TRUE" : "FALSE";
        }
        return this instanceof Failed failed ? failed.code() : "";
    }
}
