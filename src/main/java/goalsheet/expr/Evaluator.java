package goalsheet.expr;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The value of an expression, as a spreadsheet would calculate it. */
public final class Evaluator {

    /** Where names get their values. */
    public interface Scope {
        /** The value of a single field; percentages in points. */
        Value value(String path);

        /** The values of a group of fields or of a table's column, in order; the one value of a single field. */
        List<Value> values(String path);

        /** Whether the cell holds a fraction that means points. */
        boolean isPercent(String path);

        /** Whether the cell holds a text. */
        boolean isText(String path);

        /** Names of the columns of a table that are filled in, as {@link #values} takes them. */
        List<String> columns(String table);
    }

    /** 1 March 1900: before it the programs count the days differently. */
    static final BigDecimal FIRST_DAY = BigDecimal.valueOf(61);
    /** The day after the last day of the year 9999. */
    static final BigDecimal END_OF_DAYS = BigDecimal.valueOf(2_958_466);
    private static final Value NO_VALUE = new Value.Failed("#VALUE!");
    /** Spreadsheets compare and show numbers by 15 digits; what lies beyond is noise of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);
    /** Enough for every intermediate result, and a bound on what multiplying can grow to. */
    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final int MOST_DECIMALS = 20;
    /** A text that every spreadsheet takes for a number where it needs one. */
    private static final Pattern DIGITS_ONLY = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

    private final Scope scope;

    public Evaluator(Scope scope) {
        this.scope = scope;
    }

    /** True when the condition holds; an operation without meaning counts as not holding. */
    public boolean holds(Expr condition) {
        return value(condition) instanceof Value.Bool bool && bool.truth();
    }

    /** The value; {@link Value.Failed} where a spreadsheet would show an error. */
    public Value value(Expr expr) {
        try {
            return calculate(expr);
        } catch (Meaningless e) {
            return e.result;
        }
    }

    /** The value that a formula cell has: never blank, because a reference to a blank cell gives 0. */
    public Value cell(Expr expr) {
        try {
            Value value = calculate(expr);
            return value instanceof Value.Blank ? Value.of(0) : value;
        } catch (Meaningless e) {
            return e.result;
        }
    }

    private Value calculate(Expr expr) {
        if (expr instanceof Expr.Number number) {
            return Value.of(number.value());
        } else if (expr instanceof Expr.Words words) {
            return new Value.Str(words.text());
        } else if (expr instanceof Expr.Truth truth) {
            return Value.of(truth.value());
        } else if (expr instanceof Expr.Name name) {
            return single(name.path());
        } else if (expr instanceof Expr.Negative negative) {
            return Value.of(number(negative.operand()).negate());
        } else if (expr instanceof Expr.Binary binary) {
            return binary(binary);
        }
        return call((Expr.Call) expr);
    }

    /** A percentage is calculated from its cell, so a blank one is 0 at once and a text of digits is points; a text field holds nothing but text. */
    private Value single(String path) {
        Value value = scope.value(path);
        if (scope.isText(path)) {
            return string(value);
        }
        return scope.isPercent(path) ? Value.of(number(value)) : value;
    }

    private Value binary(Expr.Binary binary) {
        Expr left = binary.left();
        Expr right = binary.right();
        return switch (binary.operator()) {
            case ADD -> Value.of(number(left).add(number(right)));
            case SUBTRACT -> Value.of(number(left).subtract(number(right)));
            case MULTIPLY -> Value.of(number(left).multiply(number(right), PRECISION));
            case DIVIDE -> {
                BigDecimal dividend = number(left);
                BigDecimal divisor = number(right);
                if (divisor.signum() == 0) {
                    throw new Meaningless(new Value.Failed("#DIV/0!"));
                }
                yield Value.of(dividend.divide(divisor, PRECISION));
            }
            case JOIN -> new Value.Str(words(left).concat(words(right)));
            case EQUAL -> Value.of(equal(calculate(left), calculate(right)));
            case DIFFERENT -> Value.of(!equal(calculate(left), calculate(right)));
            case LESS -> order(left, right, order -> order < 0);
            case AT_MOST -> order(left, right, order -> order <= 0);
            case MORE -> order(left, right, order -> order > 0);
            case AT_LEAST -> order(left, right, order -> order >= 0);
        };
    }

    private static boolean equal(Value one, Value two) {
        failIfFailed(one);
        failIfFailed(two);
        if (one instanceof Value.Blank || two instanceof Value.Blank) {
            // A blank cell equals 0, the empty text and FALSE alike.
            Value other = one instanceof Value.Blank ? two : one;
            return other instanceof Value.Num num ? num.number().signum() == 0 : other instanceof Value.Bool bool ? !bool.truth() : other.show().isEmpty();
        }
        if (rank(one) != rank(two)) {
            return false;
        }
        return one instanceof Value.Str ? one.show().equalsIgnoreCase(two.show()) : one instanceof Value.Bool ? one.equals(two) : compare(one, two) == 0;
    }

    private Value order(Expr left, Expr right, IntPredicate wanted) {
        Value one = calculate(left);
        Value two = calculate(right);
        failIfFailed(one);
        failIfFailed(two);
        if (one instanceof Value.Str && two instanceof Value.Str && !equal(one, two)) {
            // Every program has its own order of texts.
            throw new Meaningless(NO_VALUE);
        }
        int byKind = Integer.compare(rank(one), rank(two));
        return Value.of(wanted.test(byKind != 0 ? byKind : one instanceof Value.Str || one instanceof Value.Bool ? 0 : compare(one, two)));
    }

    /** To a spreadsheet any number is less than any text, and any text less than a truth value. */
    private static int rank(Value value) {
        return value instanceof Value.Bool ? 2 : value instanceof Value.Str ? 1 : 0;
    }

    private static int compare(Value one, Value two) {
        return number(one).round(DIGITS).compareTo(number(two).round(DIGITS));
    }

    private Value call(Expr.Call call) {
        List<Expr> arguments = call.arguments();
        Expr first = arguments.get(0);
        return switch (call.function()) {
            case SUM -> combined(arguments, BigDecimal::add);
            case MIN -> combined(arguments, BigDecimal::min);
            case MAX -> combined(arguments, BigDecimal::max);
            case ROUND -> Value.of(number(first).setScale(decimals(number(arguments.get(1))), RoundingMode.HALF_UP));
            case ABS -> Value.of(number(first).abs());
            case IF -> calculate(truth(first) ? arguments.get(1) : arguments.get(2));
            // All of them are looked at: one error makes the whole an error, whatever the others are.
            case AND -> Value.of(!isAny(arguments, false));
            case OR -> Value.of(isAny(arguments, true));
            case NOT -> Value.of(!truth(first));
            case BLANK -> Value.of(isBlank(scope.value(path(first))));
            case NUMERIC -> Value.of(scope.value(path(first)) instanceof Value.Num);
            case FILLED -> Value.of(filled(scope.values(path(first))));
            case LENGTH -> Value.of(words(first).length());
            case SUMIF -> sumIf(arguments);
            case COUNT -> Value.of(arguments.size() == 1 ? entered(scope.columns(path(first))) : fulfilled(arguments.get(1)));
            case YEAR -> part(first, LocalDate::getYear);
            case MONTH -> part(first, LocalDate::getMonthValue);
            case DAY -> part(first, LocalDate::getDayOfMonth);
            case BARE -> new Value.Str(ItemText.bare(words(first)));
            case UNWEIGHTED -> new Value.Str(ItemText.unweighted(words(first)));
            case LOOKUP -> lookup(arguments);
        };
    }

    private static String path(Expr name) {
        return ((Expr.Name) name).path();
    }

    private static int decimals(BigDecimal digits) {
        return digits.max(BigDecimal.valueOf(-MOST_DECIMALS)).min(BigDecimal.valueOf(MOST_DECIMALS)).intValue();
    }

    private static boolean isBlank(Value value) {
        failIfFailed(value);
        return value.isBlank();
    }

    private static long filled(List<Value> values) {
        long filled = 0;
        for (Value value : values) {
            filled += isBlank(value) ? 0 : 1;
        }
        return filled;
    }

    /** How many rows have anything in these columns. */
    private long entered(List<String> columns) {
        List<List<Value>> cells = columns.stream().map(scope::values).toList();
        // Each is looked at: an error in one is an error of the whole.
        return IntStream.range(0, cells.get(0).size()).filter(row -> cells.stream().map(column -> isBlank(column.get(row))).toList().contains(false)).count();
    }

    private long fulfilled(Expr condition) {
        Rows rows = new Rows(scope, condition);
        return IntStream.range(0, rows.size()).filter(row -> new Evaluator(rows.scope(row)).truth(condition)).count();
    }

    private Value part(Expr date, ToIntFunction<LocalDate> part) {
        Value value = scope.value(path(date));
        failIfFailed(value);
        boolean isDate = value instanceof Value.Num num && num.number().compareTo(FIRST_DAY) >= 0 && num.number().compareTo(END_OF_DAYS) < 0;
        return Value.of(isDate ? part.applyAsInt(Value.date(number(value))) : 0);
    }

    private Value sumIf(List<Expr> arguments) {
        List<Value> keys = scope.values(path(arguments.get(0)));
        List<Value> amounts = scope.values(path(arguments.get(2)));
        Value wanted = calculate(arguments.get(1));
        if (keys.size() != amounts.size()) {
            throw new Meaningless(NO_VALUE);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < keys.size(); i++) {
            failIfFailed(amounts.get(i));
            if (equal(new Value.Str(words(keys.get(i))), wanted) && amounts.get(i) instanceof Value.Num num) {
                sum = sum.add(num.number());
            }
        }
        return Value.of(sum);
    }

    private Value lookup(List<Expr> arguments) {
        List<Value> keys = scope.values(path(arguments.get(0)));
        Value.Str wanted = string(calculate(arguments.get(1)));
        int row = 0;
        while (row < keys.size() && !(keys.get(row) instanceof Value.Str key ? key.text().equalsIgnoreCase(wanted.text()) : equal(keys.get(row), wanted))) {
            row++;
        }
        row = row < keys.size() ? row : 0;
        return string(scope.values(path(arguments.get(2))).get(row));
    }

    /** Whether one of them is so; every one is looked at. */
    private boolean isAny(List<Expr> arguments, boolean wanted) {
        boolean any = false;
        for (int i = 0; i < arguments.size(); i++) {
            any |= truth(arguments.get(i)) == wanted;
        }
        return any;
    }

    /** All numbers put together; 0 when there is none. */
    private Value combined(List<Expr> arguments, BinaryOperator<BigDecimal> by) {
        BigDecimal all = null;
        for (Expr argument : arguments) {
            // A name stands for cells: there, as in a spreadsheet's SUM, texts and blanks do not count.
            List<Value> values = argument instanceof Expr.Name name ? scope.values(name.path()) : List.of(Value.of(number(argument)));
            for (Value value : values) {
                if (value instanceof Value.Num num) {
                    all = all == null ? num.number() : by.apply(all, num.number());
                }
                failIfFailed(value);
            }
        }
        return Value.of(all == null ? BigDecimal.ZERO : all);
    }

    private BigDecimal number(Expr expr) {
        return number(calculate(expr));
    }

    private static BigDecimal number(Value value) {
        if (value instanceof Value.Num num) {
            return num.number();
        }
        if (value instanceof Value.Blank) {
            return BigDecimal.ZERO;
        }
        if (value instanceof Value.Str str && DIGITS_ONLY.matcher(str.text()).matches()) {
            return new BigDecimal(str.text());
        }
        failIfFailed(value);
        throw new Meaningless(NO_VALUE);
    }

    private static void failIfFailed(Value value) {
        if (value instanceof Value.Failed) {
            throw new Meaningless(value);
        }
    }

    private boolean truth(Expr expr) {
        Value value = calculate(expr);
        if (value instanceof Value.Bool bool) {
            return bool.truth();
        }
        failIfFailed(value);
        throw new Meaningless(NO_VALUE);
    }

    private String words(Expr expr) {
        return words(calculate(expr));
    }

    private static String words(Value value) {
        failIfFailed(value);
        return value instanceof Value.Num num ? Value.of(num.number().round(DIGITS)).show() : value.show();
    }

    private static Value.Str string(Value value) {
        return value instanceof Value.Str str ? str : new Value.Str(words(value));
    }

    /** An operation without meaning ends the calculation with its error value, as in a cell. */
    private static final class Meaningless extends RuntimeException {
        private final transient Value result;

        Meaningless(Value result) {
            super(null, null, false, false);
            this.result = result;
        }
    }
}
