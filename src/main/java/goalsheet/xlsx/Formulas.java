package goalsheet.xlsx;

import java.math.BigDecimal;

/**
 * Formulas as tokens, never evaluated: a single cell can hold a formula that takes all memory to compute. What spreadsheet
 * programs write differently without meaning anything else (blanks, case, quotes around sheet names, {@code _xlfn.},
 * {@code TRUE()}, {@code 0.10}, a leading plus) is made alike before comparing.
 */
public final class Formulas {
    private static final String[] PREFIXES = {"_XLFN.", "_XLWS."};

    private Formulas() {
    }

    /**
     * Whether both say the same in the same cell. {@code $} is ignored, because it only matters when a formula moves: a formula
     * that applies to many cells (a validation's) must be {@link #shift shifted} to the cell in question first.
     */
    public static boolean same(String expected, String found) {
        return expected.equals(found) || normal(expected).equals(normal(found));
    }

    /** The one form in which formulas that mean the same are equal; not for showing to anyone. */
    public static String normal(String formula) {
        StringBuilder out = new StringBuilder(formula.length() + 8);
        FormulaTokens tokens = new FormulaTokens(formula, start(formula));
        boolean blank = false;
        boolean operand = false;
        while (tokens.next()) {
            if (tokens.kind() == FormulaTokens.Kind.BLANK) {
                blank = true;
                continue;
            }
            boolean opens = tokens.kind() != FormulaTokens.Kind.SYMBOL || tokens.is('(') && out.length() > 0 && out.charAt(out.length() - 1) == ')';
            // A blank between two operands is an operator: what both have in common.
            if (blank && operand && opens) {
                out.append(' ');
            }
            blank = false;
            switch (tokens.kind()) {
                case TEXT -> tokens.copyTo(out);
                case QUOTED -> upper(out, formula, tokens.start(), tokens.end());
                case WORD -> word(out, formula, tokens);
                default -> tokens.copyTo(out);
            }
            operand = tokens.kind() != FormulaTokens.Kind.SYMBOL || tokens.is(')') || tokens.is('}');
        }
        return out.toString();
    }

    private static int start(String formula) {
        int at = 0;
        while (at < formula.length() && (formula.charAt(at) == '=' || formula.charAt(at) == '+' || FormulaTokens.isBlank(formula.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static void word(StringBuilder out, String formula, FormulaTokens tokens) {
        int start = tokens.start();
        int end = tokens.end();
        if (tokens.isNumber()) {
            out.append(number(formula.substring(start, end)));
        } else if (tokens.following() == '!') {
            out.append('\'');
            upper(out, formula, start, end);
            out.append('\'');
        } else {
            for (String prefix : PREFIXES) {
                start += formula.regionMatches(true, start, prefix, 0, prefix.length()) ? prefix.length() : 0;
            }
            int from = out.length();
            upper(out, formula, start, end);
            String written = end - start > 5 ? "" : out.substring(from);
            if ((written.equals("TRUE") || written.equals("FALSE")) && formula.startsWith("()", end)) {
                tokens.skip(2);
            }
        }
    }

    private static void upper(StringBuilder out, String formula, int start, int end) {
        for (int at = start; at < end; at++) {
            char c = formula.charAt(at);
            if (c != '$') {
                out.append(Character.toUpperCase(c));
            }
        }
    }

    private static String number(String written) {
        try {
            return new BigDecimal(written).stripTrailingZeros().toString();
        } catch (NumberFormatException e) {
            return written;
        }
    }

    /**
     * The formula as it reads when copied elsewhere: references without {@code $} move along, texts, names and sheet names stay.
     * A reference that leaves the sheet becomes {@code #REF!}.
     *
     * @param rows how far down, negative for up
     * @param cols how far to the right, negative for left
     */
    public static String shift(String formula, int rows, int cols) {
        if (rows == 0 && cols == 0) {
            return formula;
        }
        StringBuilder out = new StringBuilder(formula.length() + 8);
        FormulaTokens tokens = new FormulaTokens(formula, 0);
        char before = ' ';
        while (tokens.next()) {
            char after = tokens.following();
            boolean stays = tokens.kind() != FormulaTokens.Kind.WORD || after == '(' || after == '!';
            if (stays || !shifted(out, formula, tokens, before == ':' || after == ':', rows, cols)) {
                tokens.copyTo(out);
            }
            before = formula.charAt(tokens.end() - 1);
        }
        return out.toString();
    }

    /**
     * Writes {@code D7}, {@code $D7}, … moved; {@code D} and {@code 7} only as a side of {@code D:D} and {@code 7:7}.
     *
     * @return false, with nothing written, when the word is no reference
     */
    private static boolean shifted(StringBuilder out, String formula, FormulaTokens tokens, boolean inRange, int rows, int cols) {
        int end = tokens.end();
        int at = tokens.start();
        boolean fixedCol = formula.charAt(at) == '$';
        at += fixedCol ? 1 : 0;
        int col = 0;
        int letters = at;
        while (at < end && at - letters < 4 && isLetter(formula.charAt(at))) {
            col = col * 26 + (formula.charAt(at++) & 0x5F) - 'A' + 1;
        }
        boolean hasCol = at > letters;
        // In $7 the one $ belongs to the row.
        boolean fixedRow = hasCol ? at < end && formula.charAt(at) == '$' : fixedCol;
        at += hasCol && fixedRow ? 1 : 0;
        int row = 0;
        int digits = at;
        while (at < end && at - digits < 8 && formula.charAt(at) >= '0' && formula.charAt(at) <= '9') {
            row = row * 10 + formula.charAt(at++) - '0';
        }
        boolean hasRow = at > digits;
        if (at < end || !(hasCol && hasRow || inRange && (hasCol || hasRow)) || col > Ref.MAX_COLS || row > Ref.MAX_ROWS || hasRow && row == 0) {
            return false;
        }
        int newCol = fixedCol ? col : col + cols;
        int newRow = fixedRow ? row : row + rows;
        if (hasCol && (newCol < 1 || newCol > Ref.MAX_COLS) || hasRow && (newRow < 1 || newRow > Ref.MAX_ROWS)) {
            out.append("#REF!");
            return true;
        }
        if (hasCol) {
            out.append(fixedCol ? "$" : "").append(Ref.letters(newCol - 1));
        }
        if (hasRow) {
            out.append(fixedRow ? "$" : "").append(newRow);
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
