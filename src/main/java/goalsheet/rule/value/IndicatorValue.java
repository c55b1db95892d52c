package goalsheet.rule.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** What the text in an indicator's value cell says. */
public sealed interface IndicatorValue {

    /** The value in its normal spelling; texts as they are. */
    String show();

    /** Whether it is a number or a date, or a range of one of them: something that can be measured. */
    default boolean isMeasured() {
        return this instanceof Quantity || this instanceof Range || this instanceof Day || this instanceof Period;
    }

    /**
     * One number: {@code ≥90%}, {@code 20万元}, {@code 3}.
     *
     * @param number without trailing zeros; {@code 90%} is 90
     * @param unit   as written, {@code %} for every spelling of it; "" when there is none
     */
    record Quantity(Operator operator, BigDecimal number, String unit) implements IndicatorValue {
        public Quantity {
            number = plain(number);
        }

        @Override
        public String show() {
            return operator.sign() + number.toPlainString() + unit;
        }
    }

    /** From low to high, both included: {@code 60-100%}, {@code 3～5天}. */
    record Range(BigDecimal low, BigDecimal high, String unit) implements IndicatorValue {
        public Range {
            low = plain(low);
            high = plain(high);
        }

        @Override
        public String show() {
            return low.toPlainString() + "-" + high.toPlainString() + unit;
        }
    }

    /**
     * A day or a stretch of the calendar, known by its last day: 12月底 and 第四季度 are (0, 12, 0), 6月中旬 is (0, 6, 20).
     *
     * @param year  0 when none is said
     * @param month 1 to 12, 0 when only a year is said
     * @param day   1 to 31, 0 for the last of the month
     * @param until whether it is a deadline in words: 前, 之前, 不晚于
     */
    record Day(int year, int month, int day, boolean until) implements IndicatorValue {

        /** The last day meant, in the given year when the value names none; empty for 2月29日 in a year that has none. */
        public Optional<LocalDate> last(int budgetYear) {
            YearMonth end = YearMonth.of(year == 0 ? budgetYear : year, month == 0 ? 12 : month);
            try {
                return Optional.of(day == 0 ? end.atEndOfMonth() : end.atDay(day));
            } catch (DateTimeException noSuchDay) {
                return Optional.empty();
            }
        }

        @Override
        public String show() {
            return (year == 0 ? "" : year + "年") + (month == 0 ? "" : month + "月") + (day == 0 ? month == 0 ? "" : "底" : day + "日")
                    + (until ? "前" : "");
        }
    }

    /** From one day to another: 2023年1月1日至2023年12月31日. */
    record Period(Day from, Day to) implements IndicatorValue {
        @Override
        public String show() {
            return from.show() + "至" + to.show();
        }
    }

    /** A date whose blanks were left open: {@code 月 日前}, {@code **月**日前}. */
    record Unfilled(String text) implements IndicatorValue {
        @Override
        public String show() {
            return text;
        }
    }

    /**
     * Words without any number.
     *
     * @param gradable whether they name a degree that can be judged (健全, 有效提升), unlike 保障工作正常开展
     */
    record Wording(String text, boolean gradable) implements IndicatorValue {
        @Override
        public String show() {
            return text;
        }
    }

    /** A date that the calendar does not have: {@code 2月30日}. */
    record NoSuchDay(String text) implements IndicatorValue {
        @Override
        public String show() {
            return text;
        }
    }

    /** A text that holds digits but is no single value: {@code 3名法官和5名书记员}; or nothing at all. */
    record Unreadable(String text) implements IndicatorValue {
        @Override
        public String show() {
            return text;
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
