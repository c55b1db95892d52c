package goalsheet.rule.value;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as values write them: 1,000 · 98.5 · 百分之九十五 · 十二. */
final class Numerals {
    private static final String DIGITS = "〇一二三四五六七八九";
    /** More than any amount has; also keeps long digit strings cheap. */
    private static final int LONGEST = 24;

    private Numerals() {
    }

    /**
     * @param unit    % or ‰ when the number itself says so (百分之九十), else ""
     * @param chinese whether it is written with Chinese characters only, which many words begin with (一流, 百姓)
     */
    record Number(BigDecimal value, String unit, boolean chinese) {
    }

    /** Whether a number may begin with this character. */
    static boolean begins(char c) {
        return Spelling.isDigit(c) || digit(c) >= 0 || c == '十';
    }

    /** Reads a number here; the cursor only moves when there is one. */
    static Optional<Number> read(Cursor in) {
        int from = in.at;
        in.blanks();
        String unit = in.eat("百分之") ? "%" : in.eat("千分之") ? "‰" : "";
        boolean percent = !unit.isEmpty();
        boolean minus = !percent && in.peek() == '-';
        in.at += minus ? 1 : 0;
        Optional<BigDecimal> value = in.seesDigit() ? arabic(in) : minus ? Optional.empty() : chinese(in, percent);
        if (value.isEmpty()) {
            in.at = from;
            return Optional.empty();
        }
        boolean chinese = !percent && !hasDigit(in.text, from, in.at);
        return Optional.of(new Number(minus ? value.get().negate() : value.get(), unit, chinese));
    }

    private static boolean hasDigit(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (Spelling.isDigit(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<BigDecimal> arabic(Cursor in) {
        StringBuilder number = new StringBuilder(in.digits());
        while (number.length() <= LONGEST && isGroup(in)) {
            in.at++;
            number.append(in.digits());
        }
        if (in.peek() == '.' && in.at + 1 < in.text.length() && Spelling.isDigit(in.text.charAt(in.at + 1))) {
            in.at++;
            number.append('.').append(in.digits());
        }
        return number.length() > LONGEST ? Optional.empty() : Optional.of(new BigDecimal(number.toString()));
    }

    /** Whether a comma and exactly three digits follow. */
    private static boolean isGroup(Cursor in) {
        if (in.peek() != ',') {
            return false;
        }
        int digits = 0;
        while (digits < 4 && in.at + 1 + digits < in.text.length() && Spelling.isDigit(in.text.charAt(in.at + 1 + digits))) {
            digits++;
        }
        return digits == 3;
    }

    /** @param whole whether 百 alone is a number: it is in 百分之百, it is a unit elsewhere */
    private static Optional<BigDecimal> chinese(Cursor in, boolean whole) {
        int from = in.at;
        int to = from;
        while (to < in.text.length() && to - from < LONGEST && (digit(in.text.charAt(to)) >= 0 || scale(in.text.charAt(to)) > 0)) {
            to++;
        }
        // 三万元 is 3 with the unit 万元, as in 3万元
        while (to > from + 1 && (in.text.charAt(to - 1) == '万' || in.text.charAt(to - 1) == '亿')) {
            to--;
        }
        String numeral = in.text.substring(from, to);
        if (numeral.isEmpty() || !whole && digit(numeral.charAt(0)) < 0 && numeral.charAt(0) != '十') {
            return Optional.empty();
        }
        in.at = to;
        BigDecimal value = numeral.chars().allMatch(c -> digit((char) c) >= 0) ? positional(numeral) : scaled(numeral);
        if (whole && in.peek() == '点') {
            int point = in.at++;
            StringBuilder decimals = new StringBuilder("0.");
            while (digit(in.peek()) >= 0 && decimals.length() < LONGEST) {
                decimals.append(digit(in.text.charAt(in.at++)));
            }
            if (decimals.length() > 2) {
                value = value.add(new BigDecimal(decimals.toString()));
            } else {
                in.at = point;
            }
        }
        return Optional.of(value);
    }

    /** 二〇二三 */
    private static BigDecimal positional(String numeral) {
        StringBuilder digits = new StringBuilder();
        numeral.chars().forEach(c -> digits.append(digit((char) c)));
        return new BigDecimal(digits.toString());
    }

    /** 一百二十, 三万五千 */
    private static BigDecimal scaled(String numeral) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal section = BigDecimal.ZERO;
        int digit = -1;
        for (int at = 0; at < numeral.length(); at++) {
            char c = numeral.charAt(at);
            long scale = scale(c);
            if (scale == 0) {
                digit = digit(c);
            } else if (scale < 10_000) {
                section = section.add(BigDecimal.valueOf(scale * (digit < 0 ? 1 : digit)));
                digit = -1;
            } else {
                BigDecimal low = section.add(BigDecimal.valueOf(Math.max(digit, 0)));
                total = total.add(low).multiply(BigDecimal.valueOf(scale));
                section = BigDecimal.ZERO;
                digit = -1;
            }
        }
        return total.add(section).add(BigDecimal.valueOf(Math.max(digit, 0)));
    }

    private static int digit(char c) {
        return switch (c) {
            case '零', '○' -> 0;
            case '两' -> 2;
            default -> DIGITS.indexOf(c);
        };
    }

    private static long scale(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> 0;
        };
    }
}
