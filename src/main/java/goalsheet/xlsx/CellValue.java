package goalsheet.xlsx;

import goalsheet.xlsx.Snapshot.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** What the value of a cell says by its type; only what Excel itself could have meant. */
final class CellValue {
    /** Longer than any number that a program prints in full. */
    private static final int MAX_NUMBER = 400;
    private static final int MAX_EXPONENT_DIGITS = 3;
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

    private CellValue() {
    }

    /** BLANK for a type that does not exist. */
    static Kind kind(String type) {
        return switch (type) {
            case "n", "d" -> Kind.NUMBER;
            case "s", "str", "inlineStr" -> Kind.TEXT;
            case "b" -> Kind.BOOL;
            case "e" -> Kind.ERROR;
            default -> Kind.BLANK;
        };
    }

    /** The value as {@link Snapshot.Cell} wants it; "" when it is none of its type. */
    static String text(String type, String stored, boolean date1904) {
        return switch (type) {
            case "str" -> Strings.unescape(stored);
            case "e" -> stored.strip();
            case "b" -> switch (stored.strip()) {
                case "1", "true" -> "TRUE";
                case "0", "false" -> "FALSE";
                default -> "";
            };
            case "d" -> serial(stored.strip(), date1904);
            default -> number(stored);
        };
    }

    /** A plain and finite decimal number: no NaN, no hex, no suffix, all of which a parser of the JDK would take. */
    private static String number(String stored) {
        String number = stored.charAt(0) <= ' ' || stored.charAt(stored.length() - 1) <= ' ' ? stored.strip() : stored;
        int end = number.length();
        int at = digits(number, !number.isEmpty() && (number.charAt(0) == '-' || number.charAt(0) == '+') ? 1 : 0);
        if (at < end && number.charAt(at) == '.') {
            at = digits(number, at + 1);
        }
        if (at == 0 || !isDigit(number, at - 1) && !isDigit(number, at - 2) || end > MAX_NUMBER) {
            return "";
        }
        if (at == end) {
            return end < 300 || Double.isFinite(Double.parseDouble(number)) ? number : "";
        }
        int exponent = at + 1;
        if (number.charAt(at) != 'E' && number.charAt(at) != 'e') {
            return "";
        }
        exponent += exponent < end && (number.charAt(exponent) == '-' || number.charAt(exponent) == '+') ? 1 : 0;
        boolean plain = exponent < end && end - exponent <= MAX_EXPONENT_DIGITS && digits(number, exponent) == end;
        return plain && Double.isFinite(Double.parseDouble(number)) ? number : "";
    }

    private static int digits(String number, int from) {
        int at = from;
        while (isDigit(number, at)) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(String number, int at) {
        return at >= 0 && at < number.length() && number.charAt(at) >= '0' && number.charAt(at) <= '9';
    }

    /** A date written out, which few programs do, as the number that Excel makes of it. */
    private static String serial(String written, boolean date1904) {
        try {
            String local = written.endsWith("Z") ? written.substring(0, written.length() - 1) : written;
            LocalDateTime moment = local.indexOf('T') < 0 ? LocalDate.parse(local).atTime(LocalTime.MIDNIGHT) : LocalDateTime.parse(local);
            BigDecimal seconds = BigDecimal.valueOf(moment.toLocalTime().toSecondOfDay());
            BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(date1904 ? EPOCH_1904 : EPOCH, moment.toLocalDate()));
            BigDecimal serial = days.add(seconds.divide(SECONDS_A_DAY, 10, RoundingMode.HALF_UP)).stripTrailingZeros();
            return serial.signum() < 0 ? "" : serial.toPlainString();
        } catch (DateTimeException e) {
            return "";
        }
    }
}
