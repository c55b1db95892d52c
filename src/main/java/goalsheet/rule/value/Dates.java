package goalsheet.rule.value;

import goalsheet.rule.value.IndicatorValue.Day;
import goalsheet.rule.value.IndicatorValue.NoSuchDay;
import goalsheet.rule.value.IndicatorValue.Period;
import goalsheet.rule.value.IndicatorValue.Unfilled;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Reads 2023年12月31日, 11月底之前, 第三季度, 2023-12-31, and dates whose blanks were left open. */
final class Dates {
    private static final List<String> LEADS = List.of("截止到", "截至到", "截止", "截至", "每年", "当年", "本年", "今年", "于", "在");
    private static final List<String> RANGE = List.of("-", "~", "—", "–", "〜", "至", "到");
    private static final List<String> ENDS = List.of("之前", "以前", "前");
    private static final List<String> WITHIN = List.of("之内", "以内", "内", "止");
    private static final List<String> CLOSING = List.of("全部完成", "完成", "结束", "到位", "验收", "交付");
    private static final int LONGEST_REMARK = 12;
    private static final int OPEN = -1;
    private static final int NOTHING = -2;

    private final Cursor in;
    private boolean open;
    private boolean marked;
    private boolean impossible;

    private Dates(Cursor in) {
        this.in = in;
    }

    /**
     * The date that the whole rest of the text is.
     *
     * @param operator said before it: ≤ and 不晚于 make a deadline; a bare 12月 behind an operator is a number of months
     */
    static Optional<IndicatorValue> read(String text, Operator operator, int from) {
        Cursor in = new Cursor(text);
        in.at = from;
        Dates dates = new Dates(in);
        in.eatAny(LEADS);
        Optional<Day> first = dates.day(operator == Operator.AT_MOST);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int afterFirst = in.at;
        Optional<Day> second = in.eatAny(RANGE) ? dates.day(false) : Optional.empty();
        if (second.isEmpty()) {
            in.at = afterFirst;
        }
        if (!dates.closes(first.get().until() || second.isPresent())) {
            return Optional.empty();
        }
        if (dates.open) {
            return Optional.of(new Unfilled(text));
        }
        if (dates.impossible) {
            return Optional.of(new NoSuchDay(text));
        }
        boolean onlyMonth = text.endsWith("月") && first.get().year() == 0;
        if (operator != Operator.NONE && onlyMonth) {
            return Optional.empty();
        }
        return Optional.of(second.isPresent() ? new Period(first.get(), second.get()) : first.get());
    }

    private boolean closes(boolean deadline) {
        in.remark();
        if (in.atEnd()) {
            return true;
        }
        boolean closing = in.eatAny(CLOSING);
        String rest = in.rest();
        return (closing || deadline) && rest.length() <= LONGEST_REMARK && rest.chars().noneMatch(c -> Spelling.isDigit((char) c));
    }

    private Optional<Day> day(boolean until) {
        int from = in.at;
        Optional<Day> found = numeric();
        if (found.isEmpty()) {
            in.at = from;
            found = worded();
        }
        if (found.isEmpty()) {
            in.at = from;
            return found;
        }
        boolean by = in.eatAny(ENDS);
        if (!by) {
            in.eatAny(WITHIN);
        }
        Day day = found.get();
        return Optional.of(new Day(day.year(), day.month(), day.day(), until || by));
    }

    /** 2023-12-31, 2023/12/31, 2023.12.31, 20231231 */
    private Optional<Day> numeric() {
        in.blanks();
        String year = in.digits();
        if (year.length() == 8) {
            return dated(Integer.parseInt(year.substring(0, 4)), Integer.parseInt(year.substring(4, 6)), Integer.parseInt(year.substring(6)));
        }
        char joint = in.peek();
        if (year.length() != 4 || joint != '-' && joint != '/' && joint != '.') {
            return Optional.empty();
        }
        in.at++;
        String month = in.digits();
        boolean whole = in.peek() == joint;
        in.at += whole ? 1 : 0;
        String day = in.digits();
        // 2023.12 and 2023/12 may be numbers and fractions, only 2023-12 is surely a month
        if (month.isEmpty() || month.length() > 2 || day.length() > 2 || whole == day.isEmpty() || !whole && joint != '-') {
            return Optional.empty();
        }
        return dated(Integer.parseInt(year), Integer.parseInt(month), whole ? Integer.parseInt(day) : 0);
    }

    /** 2023年第三季度, 年底, 12月底, 6月30日 */
    private Optional<Day> worded() {
        int from = in.at;
        int year = slot();
        boolean hasYear = in.eat("年");
        boolean openYear = hasYear && year < 0;
        if (!hasYear) {
            in.at = from;
            year = 0;
        } else if (year >= 0 && (year < 1900 || year > 2199) && (year < 15 || year > 99)) {
            return Optional.empty();
        }
        boolean shortYear = hasYear && year > 0 && year < 100;
        int fullYear = openYear ? 0 : shortYear ? 2000 + year : year;
        if (hasYear) {
            in.eat("度");
        }
        Optional<Day> part = partOfYear(fullYear, hasYear);
        if (part.isPresent()) {
            return openYear && marked ? opened() : shortYear ? Optional.empty() : part;
        }
        int beforeMonth = in.at;
        int month = slot();
        if (!in.eat("月")) {
            in.at = beforeMonth;
            return hasYear && !openYear && !shortYear ? Optional.of(new Day(fullYear, 0, 0, false)) : Optional.empty();
        }
        in.eat("份");
        int day = partOfMonth();
        boolean isPart = day != NOTHING;
        boolean hasDay = false;
        if (day == NOTHING) {
            int beforeDay = in.at;
            day = slot();
            hasDay = in.eat("日") || in.eat("号");
            if (!hasDay) {
                in.at = beforeDay;
                day = 0;
            } else if (day == 0) {
                return Optional.empty();
            }
        }
        if (openYear || month < 0 || day < 0) {
            // 月底 alone names no blank that was left open
            return hasDay || marked ? opened() : Optional.empty();
        }
        Optional<Day> dated = dated(fullYear, month, day);
        // 24月 may be two years, 13月底 and 2月30日 are nothing.
        boolean isNone = dated.isEmpty() && (hasDay || isPart);
        impossible |= isNone;
        return isNone ? Optional.of(new Day(0, 0, 0, false)) : dated;
    }

    private Optional<Day> partOfYear(int year, boolean hasYear) {
        if (hasYear && in.eatAny(List.of("底", "末", "终", "内")) || in.eatAny(List.of("年底", "年末", "年终", "年内", "年度内", "全年", "下半年"))) {
            return Optional.of(new Day(year, 12, 0, false));
        }
        if (in.eat("上半年")) {
            return Optional.of(new Day(year, 6, 0, false));
        }
        int from = in.at;
        in.eat("第");
        int quarter = slot();
        if (quarter >= 1 && quarter <= 4 && (in.eat("季度") || in.eat("季"))) {
            in.eatAny(List.of("底", "末"));
            return Optional.of(new Day(year, quarter * 3, 0, false));
        }
        in.at = from;
        return Optional.empty();
    }

    private int partOfMonth() {
        if (in.eatAny(List.of("底", "末", "下旬"))) {
            return 0;
        }
        return in.eat("中旬") ? 20 : in.eatAny(List.of("上旬", "初")) ? 10 : NOTHING;
    }

    private Optional<Day> opened() {
        open = true;
        return Optional.of(new Day(0, 0, 0, false));
    }

    private static Optional<Day> dated(int year, int month, int day) {
        boolean exists = month >= 1 && month <= 12 && (year == 0 || year >= 1900 && year <= 2199)
                && day <= YearMonth.of(year == 0 ? 2024 : year, month).lengthOfMonth();
        return exists ? Optional.of(new Day(year, month, day, false)) : Optional.empty();
    }

    /** The number before 年, 月 or 日; {@link #OPEN} for marks that stand for one, or for nothing. */
    private int slot() {
        in.blanks();
        int from = in.at;
        while (in.at < in.text.length() && "*_-xX×…".indexOf(in.peek()) >= 0) {
            in.at++;
        }
        if (in.at > from) {
            marked = true;
            return OPEN;
        }
        Optional<Numerals.Number> number = in.peek() == '.' ? Optional.empty() : Numerals.read(in);
        boolean whole = number.isPresent() && number.get().unit().isEmpty() && number.get().value().scale() == 0
                && number.get().value().precision() <= 4;
        if (!whole) {
            in.at = from;
            return OPEN;
        }
        return number.get().value().intValueExact();
    }
}
