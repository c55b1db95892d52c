package goalsheet.expr;

import goalsheet.expr.Expr.Operator;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads expressions: numbers, "texts", true, false, field names with dots, {@code + - * / & = <> < <= > >=},
 * brackets and the functions of {@link Function}. The signs and their strength are those of a spreadsheet.
 */
public final class Parser {
    private static final int MAX_DEPTH = 64;
    /** Far below what fits in a cell's formula once names have become addresses. */
    private static final int MAX_LENGTH = 2000;
    /** A spreadsheet's limit for a text within a formula. */
    private static final int MAX_WORDS = 255;

    private final String source;
    private int at;
    private int depth;
    /** Table whose rows the condition being read is about, "" for none. */
    private String counted = "";

    private Parser(String source) {
        this.source = source;
    }

    /** @throws ExpressionException when the text is no expression */
    public static Expr parse(String source) throws ExpressionException {
        if (source.length() > MAX_LENGTH) {
            throw new ExpressionException(Text.of("表达式超过 " + MAX_LENGTH + " 个字符", "the expression is longer than " + MAX_LENGTH + " characters"), MAX_LENGTH + 1);
        }
        Parser parser = new Parser(source);
        Expr expr = parser.binary(1);
        if (parser.peek() != '\0') {
            throw parser.wrong("此处多出“" + parser.peek() + "”", "unexpected '" + parser.peek() + "'");
        }
        return expr;
    }

    private Expr binary(int strength) throws ExpressionException {
        if (strength > 4) {
            return unary();
        }
        Expr left = binary(strength + 1);
        for (Operator operator = operator(strength); operator != null; operator = operator(strength)) {
            at += operator.sign.length();
            left = new Expr.Binary(operator, left, binary(strength + 1));
        }
        return left;
    }

    private Operator operator(int strength) {
        peek();
        Operator longest = null;
        for (Operator operator : Operator.values()) {
            if (source.startsWith(operator.sign, at) && (longest == null || operator.sign.length() > longest.sign.length())) {
                longest = operator;
            }
        }
        return longest != null && longest.strength == strength ? longest : null;
    }

    private Expr unary() throws ExpressionException {
        if (++depth > MAX_DEPTH) {
            throw wrong("表达式嵌套过深", "expression nested too deeply");
        }
        try {
            if (peek() == '-') {
                at++;
                return new Expr.Negative(unary());
            }
            return primary();
        } finally {
            depth--;
        }
    }

    private Expr primary() throws ExpressionException {
        char next = peek();
        if (next == '(') {
            at++;
            Expr inner = binary(1);
            expect(')');
            return inner;
        }
        if (next == '"') {
            return words();
        }
        if (isDigit(next)) {
            int start = at;
            while (at < source.length() && (isDigit(source.charAt(at)) || source.charAt(at) == '.')) {
                at++;
            }
            try {
                return new Expr.Number(new BigDecimal(source.substring(start, at)), start + 1);
            } catch (NumberFormatException e) {
                at = start;
                throw wrong("数字写法不对", "not a number");
            }
        }
        if (isNameStart(next)) {
            return nameOrCall();
        }
        throw next == '\0' ? wrong("表达式不完整", "the expression ends too early") : wrong("不认识“" + next + "”", "unexpected '" + next + "'");
    }

    private Expr words() throws ExpressionException {
        int start = at++;
        StringBuilder text = new StringBuilder();
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c != '"') {
                text.append(c);
            } else if (at < source.length() && source.charAt(at) == '"') {
                text.append('"');
                at++;
            } else if (text.length() <= MAX_WORDS) {
                return new Expr.Words(text.toString(), start + 1);
            } else {
                at = start;
                throw wrong("引号内的文字超过 " + MAX_WORDS + " 个字符", "the text in quotes is longer than " + MAX_WORDS + " characters");
            }
        }
        at = start;
        throw wrong("引号没有配对", "the quotation mark is not closed");
    }

    private Expr nameOrCall() throws ExpressionException {
        int start = at;
        while (at < source.length() && (isNameStart(source.charAt(at)) || isDigit(source.charAt(at)) || source.charAt(at) == '.')) {
            at++;
        }
        String name = source.substring(start, at);
        if (peek() != '(') {
            return switch (name) {
                case "true" -> new Expr.Truth(true, start + 1);
                case "false" -> new Expr.Truth(false, start + 1);
                default -> new Expr.Name(counted.isEmpty() ? name : counted + Expr.Name.EACH + name, start + 1);
            };
        }
        at++;
        Function function = Function.named(name).orElseThrow(() -> new ExpressionException(
                Text.of("没有函数“" + name + "”", "there is no function '" + name + "'"), start + 1));
        List<Expr> arguments = new ArrayList<>();
        String around = counted;
        if (peek() != ')') {
            arguments.add(binary(1));
            if (function == Function.COUNT && arguments.get(0) instanceof Expr.Name table) {
                counted = table.path();
            }
            while (peek() == ',') {
                at++;
                arguments.add(binary(1));
            }
        }
        counted = around;
        expect(')');
        if (arguments.size() < function.least || arguments.size() > function.most) {
            throw new ExpressionException(Text.of("函数“" + name + "”的参数个数不对", "wrong number of arguments for '" + name + "'"), start + 1);
        }
        return new Expr.Call(function, List.copyOf(arguments), start + 1);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private char peek() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
        return at < source.length() ? source.charAt(at) : '\0';
    }

    private void expect(char wanted) throws ExpressionException {
        if (peek() != wanted) {
            throw wrong("此处应为“" + wanted + "”", "expected '" + wanted + "'");
        }
        at++;
    }

    private ExpressionException wrong(String zh, String en) {
        return new ExpressionException(Text.of(zh, en), at + 1);
    }
}
