package goalsheet.xlsx;

/** Walks over a formula token by token, in place and in one pass; whatever the text, it ends and loses nothing. */
final class FormulaTokens {
    enum Kind {
        /** {@code "a text"}, quotes included */
        TEXT,
        /** {@code 'a sheet'}, quotes included */
        QUOTED,
        /** a number, reference, function, name, unquoted sheet name, with whatever stands in brackets */
        WORD,
        BLANK,
        /** one character of anything else */
        SYMBOL
    }

    private final String formula;
    private Kind kind = Kind.BLANK;
    private int start;
    private int end;

    FormulaTokens(String formula, int from) {
        this.formula = formula;
        this.end = from;
    }

    boolean next() {
        start = end;
        if (start >= formula.length()) {
            return false;
        }
        char c = formula.charAt(start);
        if (c == '"' || c == '\'') {
            kind = c == '"' ? Kind.TEXT : Kind.QUOTED;
            end = closing(c);
        } else if (isBlank(c)) {
            kind = Kind.BLANK;
            do {
                end++;
            } while (end < formula.length() && isBlank(formula.charAt(end)));
        } else if (isWord(c)) {
            kind = Kind.WORD;
            end = endOfWord();
        } else {
            kind = Kind.SYMBOL;
            end++;
        }
        return true;
    }

    Kind kind() {
        return kind;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    boolean is(char symbol) {
        return kind == Kind.SYMBOL && formula.charAt(start) == symbol;
    }

    /** The character after this token, NUL at the end. */
    char following() {
        return end < formula.length() ? formula.charAt(end) : 0;
    }

    boolean isNumber() {
        char c = formula.charAt(start);
        return kind == Kind.WORD && (c >= '0' && c <= '9' || c == '.');
    }

    void skip(int characters) {
        end += characters;
    }

    void copyTo(StringBuilder out) {
        out.append(formula, start, end);
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** Up to the closing quote; a doubled one stands for itself. */
    private int closing(char quote) {
        int at = start + 1;
        while (at < formula.length()) {
            if (formula.charAt(at++) == quote) {
                if (at == formula.length() || formula.charAt(at) != quote) {
                    return at;
                }
                at++;
            }
        }
        return at;
    }

    private int endOfWord() {
        int at = start;
        boolean number = formula.charAt(at) >= '0' && formula.charAt(at) <= '9' || formula.charAt(at) == '.';
        while (at < formula.length() && isWord(formula.charAt(at))) {
            char c = formula.charAt(at);
            if (c == '[') {
                at = closingBracket(at);
            } else {
                at++;
                // 1E+5 is one number, A1+5 is not.
                boolean exponent = number && (c == 'e' || c == 'E') && at + 1 < formula.length()
                        && (formula.charAt(at) == '+' || formula.charAt(at) == '-') && Character.isDigit(formula.charAt(at + 1));
                at += exponent ? 1 : 0;
                number &= c >= '0' && c <= '9' || c == '.';
            }
        }
        return at;
    }

    private int closingBracket(int from) {
        int depth = 0;
        int at = from;
        while (at < formula.length()) {
            char c = formula.charAt(at++);
            if (c == '\'') {
                at++;
            } else if (c == '[') {
                depth++;
            } else if (c == ']' && --depth == 0) {
                return at;
            }
        }
        return formula.length();
    }

    private static boolean isWord(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_' || c == '.' || c == '$' || c == '['
                || c == '\\' || c == '?' || c > 127;
    }
}
