package goalsheet.layout;

import goalsheet.expr.Expr;
import goalsheet.expr.Expr.Operator;
import goalsheet.expr.Function;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Puts expressions together that nobody has written down. */
final class Terms {
    /** Column of such an expression. */
    private static final int NOWHERE = 1;

    static final Expr FALSE = new Expr.Truth(false, NOWHERE);
    static final Expr NOTHING = words("");

    private Terms() {
    }

    static Expr.Name name(String path) {
        return new Expr.Name(path, NOWHERE);
    }

    static Expr number(BigDecimal value) {
        return new Expr.Number(value, NOWHERE);
    }

    static Expr number(long value) {
        return number(BigDecimal.valueOf(value));
    }

    static Expr words(String text) {
        return new Expr.Words(text, NOWHERE);
    }

    static Expr call(Function function, Expr... arguments) {
        return new Expr.Call(function, List.of(arguments), NOWHERE);
    }

    static Expr binary(Operator operator, Expr left, Expr right) {
        return new Expr.Binary(operator, left, right);
    }

    static Expr isNothing(Expr text) {
        return binary(Operator.EQUAL, text, NOTHING);
    }

    static Expr isSomething(Expr text) {
        return binary(Operator.DIFFERENT, text, NOTHING);
    }

    static Expr isZero(Expr number) {
        return binary(Operator.EQUAL, number, number(0));
    }

    static Expr not(Expr condition) {
        return call(Function.NOT, condition);
    }

    /** A condition that is calculated in a cell of its own as 1 or 0. */
    static Expr apart(Map<String, Expr> cells, String path, Expr condition) {
        cells.putIfAbsent(path, call(Function.IF, condition, number(1), number(0)));
        return binary(Operator.EQUAL, name(path), number(1));
    }

    /** AND or OR of some conditions, the condition itself when it is alone. */
    static Expr combined(Function function, List<Expr> conditions) {
        return conditions.size() == 1 ? conditions.get(0) : new Expr.Call(function, conditions, NOWHERE);
    }

    static Expr join(Expr... parts) {
        Expr joined = parts[0];
        for (int i = 1; i < parts.length; i++) {
            joined = binary(Operator.JOIN, joined, parts[i]);
        }
        return joined;
    }
}
