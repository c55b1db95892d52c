package goalsheet.expr;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The value of an expression, as a spreadsheet would calculate it. */
public final class Evaluator {

    /** Where names get their values. */
    public interface Scope {
        /** The value of a single field; percentages in points. */
        Value value(String path);

        /** The values of a group of fields or of a table's column, in order. */
        List<Value> values(String path);
    }

    private static final Value NO_VALUE = new Value.Failed("#VALUE!");

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

    private Value calculate(Expr expr) {
        if (expr instanceof Expr.Number number) {
            return Value.of(number.value());
        } else if (expr instanceof Expr.Words words) {
            return new Value.Str(words.text());
        } else if (expr instanceof Expr.Truth truth) {
            return Value.of(truth.value());
        } else if (expr instanceof Expr.Name name) {
            return scope.value(name.path());
        } else if (expr instanceof Expr.Negative negative) {
            return Value.of(number(negative.operand()).negate());
        } else if (expr instanceof Expr.Binary binary) {
            return binary(binary);
        }
        return call((Expr.Call) expr);
    }

    private Value binary(Expr.Binary binary) {
        Expr left = binary.left();
        Expr right = binary.right();
        return switch (binary.operator()) {
            case ADD -> Value.of(number(left).add(number(right)));
            case SUBTRACT -> Value.of(number(left).subtract(number(right)));
            case MULTIPLY -> Value.of(number(left).multiply(number(right)));
            case DIVIDE -> {
                BigDecimal divisor = number(right);
                if (divisor.signum() == 0) {
                    throw new Meaningless(new Value.Failed("#DIV/0!"));
                }
                yield Value.of(number(left).divide(divisor, MathContext.DECIMAL64));
            }
            case JOIN -> new Value.Str(words(left) + words(right));
            case EQUAL -> Value.of(equal(left, right));
            case DIFFERENT -> Value.of(!equal(left, right));
            case LESS -> Value.of(number(left).compareTo(number(right)) < 0);
            case AT_MOST -> Value.of(number(left).compareTo(number(right)) <= 0);
            case MORE -> Value.of(number(left).compareTo(number(right)) > 0);
            case AT_LEAST -> Value.of(number(left).compareTo(number(right)) >= 0);
        };
    }

    private boolean equal(Expr left, Expr right) {
        Value one = calculate(left);
        Value two = calculate(right);
        if (one instanceof Value.Str || two instanceof Value.Str) {
            return words(one).equalsIgnoreCase(words(two));
        }
        if (one instanceof Value.Bool || two instanceof Value.Bool) {
            return one.equals(two);
        }
        return number(one).compareTo(number(two)) == 0;
    }

    private Value call(Expr.Call call) {
        List<Expr> arguments = call.arguments();
        Expr first = arguments.get(0);
        return switch (call.function()) {
            case SUM -> Value.of(numbers(arguments).stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            case MIN -> Value.of(numbers(arguments).stream().reduce(BigDecimal::min).orElse(BigDecimal.ZERO));
            case MAX -> Value.of(numbers(arguments).stream().reduce(BigDecimal::max).orElse(BigDecimal.ZERO));
            case ROUND -> Value.of(number(first).setScale(number(arguments.get(1)).intValue(), RoundingMode.HALF_UP));
            case ABS -> Value.of(number(first).abs());
            case IF -> calculate(truth(first) ? arguments.get(1) : arguments.get(2));
            case AND -> Value.of(arguments.stream().allMatch(this::truth));
            case OR -> Value.of(arguments.stream().anyMatch(this::truth));
            case NOT -> Value.of(!truth(first));
            case BLANK -> Value.of(scope.value(((Expr.Name) first).path()).isBlank());
            case FILLED -> Value.of(scope.values(((Expr.Name) first).path()).stream().filter(value -> !value.isBlank()).count());
            case LENGTH -> Value.of(words(first).length());
            case SUMIF -> sumIf(arguments);
        };
    }

    private Value sumIf(List<Expr> arguments) {
        List<Value> keys = scope.values(((Expr.Name) arguments.get(0)).path());
        List<Value> amounts = scope.values(((Expr.Name) arguments.get(2)).path());
        String wanted = words(arguments.get(1));
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < keys.size(); i++) {
            if (words(keys.get(i)).equalsIgnoreCase(wanted) && amounts.get(i) instanceof Value.Num num) {
                sum = sum.add(num.number());
            }
        }
        return Value.of(sum);
    }

    private List<BigDecimal> numbers(List<Expr> arguments) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (Expr argument : arguments) {
            // A name stands for cells: there, as in a spreadsheet's SUM, texts and blanks do not count.
            List<Value> values = argument instanceof Expr.Name name ? scope.values(name.path()) : List.of(Value.of(number(argument)));
            for (Value value : values) {
                if (value instanceof Value.Num num) {
                    numbers.add(num.number());
                } else if (value instanceof Value.Failed) {
                    throw new Meaningless(value);
                }
            }
        }
        return numbers;
    }

    private BigDecimal number(Expr expr) {
        return number(calculate(expr));
    }

    private static BigDecimal number(Value value) {
        if (value instanceof Value.Num num) {
            return num.number();
        }
        if (value.isBlank()) {
            return BigDecimal.ZERO;
        }
        throw new Meaningless(value instanceof Value.Failed ? value : NO_VALUE);
    }

    private boolean truth(Expr expr) {
        Value value = calculate(expr);
        if (value instanceof Value.Bool bool) {
            return bool.truth();
        }
        throw new Meaningless(value instanceof Value.Failed ? value : NO_VALUE);
    }

    private String words(Expr expr) {
        return words(calculate(expr));
    }

    private static String words(Value value) {
        if (value instanceof Value.Failed) {
            throw new Meaningless(value);
        }
        return value.show();
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
