package goalsheet.expr;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** A condition or formula over field names, parsed once; {@link Evaluator} and {@link ExcelText} give it its two meanings. */
public sealed interface Expr {
    /** The expressions it is made of, in order; none for a value or a name. */
    default List<Expr> parts() {
        if (this instanceof Negative negative) {
            return List.of(negative.operand());
        } else if (this instanceof Binary binary) {
            return List.of(binary.left(), binary.right());
        }
        return this instanceof Call call ? call.arguments() : List.of();
    }

    record Number(BigDecimal value) implements Expr {
    }

    record Words(String text) implements Expr {
    }

    record Truth(boolean value) implements Expr {
    }

    /** @param column 1-based, of the name in the expression */
    record Name(String path, int column) implements Expr {
    }

    record Negative(Expr operand) implements Expr {
    }

    record Binary(Operator operator, Expr left, Expr right) implements Expr {
    }

    record Call(Function function, List<Expr> arguments) implements Expr {
    }

    /** Every name in it, in order, as often as it stands there. */
    default Stream<String> names() {
        return this instanceof Name name ? Stream.of(name.path()) : parts().stream().flatMap(Expr::names);
    }

    enum Operator {
        ADD("+", 3), SUBTRACT("-", 3), MULTIPLY("*", 4), DIVIDE("/", 4), JOIN("&", 2),
        EQUAL("=", 1), DIFFERENT("<>", 1), LESS("<", 1), AT_MOST("<=", 1), MORE(">", 1), AT_LEAST(">=", 1);

        final String sign;
        final int strength;

        Operator(String sign, int strength) {
            this.sign = sign;
            this.strength = strength;
        }
    }
}
