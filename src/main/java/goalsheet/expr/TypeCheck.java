package goalsheet.expr;

import goalsheet.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Finds out what an expression gives, and refuses names that do not exist and operations that have no meaning. */
public final class TypeCheck {
    private final Function<String, Optional<Type>> names;
    /** Whether the expression is compared with a whole column. */
    private final boolean rowWise;

    /** @param names what the path of a name stands for, empty when there is no such field */
    public TypeCheck(Function<String, Optional<Type>> names) {
        this(names, false);
    }

    private TypeCheck(Function<String, Optional<Type>> names, boolean rowWise) {
        this.names = names;
        this.rowWise = rowWise;
    }

    /** @throws ExpressionException naming the place and the mistake */
    public Type type(Expr expr) throws ExpressionException {
        if (expr instanceof Expr.Number) {
            return Type.NUMBER;
        } else if (expr instanceof Expr.Words) {
            return Type.TEXT;
        } else if (expr instanceof Expr.Truth) {
            return Type.TRUTH;
        } else if (expr instanceof Expr.Name name) {
            return names.apply(name.path()).orElseThrow(() -> new ExpressionException(
                    Text.of("没有字段“" + name.written() + "”", "there is no field '" + name.written() + "'"), name.column()));
        } else if (expr instanceof Expr.Negative negative) {
            return expect(negative.operand(), Type.NUMBER);
        } else if (expr instanceof Expr.Binary binary) {
            return binary(binary);
        }
        return call((Expr.Call) expr);
    }

    private Type binary(Expr.Binary binary) throws ExpressionException {
        switch (binary.operator()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> {
                expect(binary.left(), Type.NUMBER);
                return expect(binary.right(), Type.NUMBER);
            }
            case JOIN -> {
                // A condition reads TRUE in one program and 1 in another.
                for (Expr part : binary.parts()) {
                    if (single(part) == Type.TRUTH) {
                        throw mismatch(part, Type.TEXT, Type.TRUTH);
                    }
                }
                return Type.TEXT;
            }
            case EQUAL, DIFFERENT -> {
                Type left = single(binary.left());
                expect(binary.right(), left);
                return Type.TRUTH;
            }
            default -> {
                // The order of texts differs between spreadsheet programs, so only numbers have one here.
                expect(binary.left(), Type.NUMBER);
                expect(binary.right(), Type.NUMBER);
                return Type.TRUTH;
            }
        }
    }

    private Type call(Expr.Call call) throws ExpressionException {
        List<Expr> arguments = call.arguments();
        if (rowWise && !call.function().isRowWise()) {
            String name = call.function().name().toLowerCase(Locale.ROOT);
            throw new ExpressionException(Text.of("count、sumif 的条件中不能用 " + name, "'" + name + "' cannot stand in the condition of count or sumif"), call.column());
        }
        return switch (call.function()) {
            case SUM, MIN, MAX -> {
                for (Expr argument : arguments) {
                    Type type = type(argument);
                    if (type != Type.NUMBER && type != Type.NUMBERS) {
                        throw mismatch(argument, Type.NUMBER, type);
                    }
                }
                yield Type.NUMBER;
            }
            case ROUND -> {
                expect(arguments.get(0), Type.NUMBER);
                yield expect(arguments.get(1), Type.NUMBER);
            }
            case ABS -> expect(arguments.get(0), Type.NUMBER);
            case IF -> {
                expect(arguments.get(0), Type.TRUTH);
                Type yes = single(arguments.get(1));
                Type no = single(arguments.get(2));
                if (yes != no && (yes == Type.TRUTH || no == Type.TRUTH)) {
                    throw mismatch(arguments.get(2), yes, no);
                }
                yield yes == no ? yes : Type.TEXT;
            }
            case AND, OR, NOT -> {
                for (Expr argument : arguments) {
                    expect(argument, Type.TRUTH);
                }
                yield Type.TRUTH;
            }
            case BLANK -> {
                name(arguments.get(0));
                single(arguments.get(0));
                yield Type.TRUTH;
            }
            case NUMERIC -> {
                name(arguments.get(0));
                // A number in the cell of a text field is a text to the checker already.
                expect(arguments.get(0), Type.NUMBER);
                yield Type.TRUTH;
            }
            case FILLED -> {
                name(arguments.get(0));
                Type type = type(arguments.get(0));
                if (type == Type.TABLE) {
                    throw mismatch(arguments.get(0), Type.TEXTS, type);
                }
                if (!type.isMany()) {
                    throw new ExpressionException(Text.of("此处应为一组值；只看一个字段请用 blank", "several values are wanted here; for one field use blank"), arguments.get(0).column());
                }
                yield Type.NUMBER;
            }
            case COUNT -> {
                name(arguments.get(0));
                expect(arguments.get(0), Type.TABLE);
                if (arguments.size() == 2) {
                    new TypeCheck(names, true).expect(arguments.get(1), Type.TRUTH);
                }
                yield Type.NUMBER;
            }
            case YEAR, MONTH, DAY -> {
                name(arguments.get(0));
                yield expect(arguments.get(0), Type.NUMBER);
            }
            case LENGTH -> {
                expect(arguments.get(0), Type.TEXT);
                yield Type.NUMBER;
            }
            case BARE, UNWEIGHTED -> expect(arguments.get(0), Type.TEXT);
            case LOOKUP -> {
                expect(arguments.get(0), Type.TEXTS);
                expect(arguments.get(1), Type.TEXT);
                expect(arguments.get(2), Type.TEXTS);
                yield Type.TEXT;
            }
            case SUMIF -> {
                expect(arguments.get(0), Type.TEXTS);
                // Beside a column LibreOffice loses an error that an if gives.
                new TypeCheck(names, true).expect(arguments.get(1), Type.TEXT);
                expect(arguments.get(2), Type.NUMBERS);
                yield Type.NUMBER;
            }
        };
    }

    private static void name(Expr expr) throws ExpressionException {
        if (!(expr instanceof Expr.Name)) {
            throw new ExpressionException(Text.of("此处只能写字段名", "only a field name can stand here"), expr.column());
        }
    }

    private Type single(Expr expr) throws ExpressionException {
        Type type = type(expr);
        if (type.isMany()) {
            throw new ExpressionException(Text.of("此处应为一个值，而不是一组值", "one value is wanted here, not several"), expr.column());
        }
        return type;
    }

    private Type expect(Expr expr, Type wanted) throws ExpressionException {
        Type type = type(expr);
        if (type != wanted) {
            throw mismatch(expr, wanted, type);
        }
        return type;
    }

    private static ExpressionException mismatch(Expr expr, Type wanted, Type type) {
        return new ExpressionException(Text.of("此处应为" + wanted.label().zh() + "，而不是" + type.label().zh(),
                wanted.label().en() + " is wanted here, not " + type.label().en()), expr.column());
    }
}
