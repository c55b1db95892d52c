package goalsheet.expr;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** A condition or formula over field names, parsed once; {@link Evaluator} and {@link ExcelText} give it its two meanings. */
public sealed interface Expr {
    /** Where it begins in the text it was read from, from 1; 1 when it was put together by the program. */
    int column();

    /**
     * The expressions it is made of, in order; none for a value or a name. A table whose rows are counted by a condition is
     * none of them: the count depends on the fields in the condition, not on the others.
     */
    default List<Expr> parts() {
        if (this instanceof Negative negative) {
            return List.of(negative.operand());
        } else if (this instanceof Binary binary) {
            return List.of(binary.left(), binary.right());
        }
        if (this instanceof Call call) {
            return call.function() == Function.COUNT && call.arguments().size() == 2 ? call.arguments().subList(1, 2) : call.arguments();
        }
        return List.of();
    }

    /** Every name in it, in order, as often as it stands there. */
    default Stream<String> names() {
        return this instanceof Name name ? Stream.of(name.path()) : parts().stream().flatMap(Expr::names);
    }

    record Number(BigDecimal value, int column) implements Expr {
        public Number(BigDecimal value) {
            this(value, 1);
        }
    }

    record Words(String text, int column) implements Expr {
        public Words(String text) {
            this(text, 1);
        }
    }

    record Truth(boolean value, int column) implements Expr {
        public Truth(boolean value) {
            this(value, 1);
        }
    }

    /**
     * @param path as written; within the condition of a count {@code table[].name}, which is the field of each row of the table
     *             if it has such a field, else the name as it stands
     */
    record Name(String path, int column) implements Expr {
        /** Between a table and the name of a field of each of its rows; nobody can write it himself. */
        public static final String EACH = "[].";

        /** The same name is the same object, so that what it stands for is found without comparing words. */
        public Name {
            path = path.intern();
        }

        /** The name as it was written. */
        public String written() {
            int each = path.indexOf(EACH);
            return each < 0 ? path : path.substring(each + EACH.length());
        }
    }

    record Negative(Expr operand) implements Expr {
        @Override
        public int column() {
            return operand.column();
        }
    }

    record Binary(Operator operator, Expr left, Expr right) implements Expr {
        @Override
        public int column() {
            return left.column();
        }
    }

    record Call(Function function, List<Expr> arguments, int column) implements Expr {
        public Call(Function function, List<Expr> arguments) {
            this(function, arguments, 1);
        }
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
