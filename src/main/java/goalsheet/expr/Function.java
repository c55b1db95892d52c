package goalsheet.expr;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The functions of the expression language; each means the same in every spreadsheet program and in Java. */
public enum Function {
    /** sum of numbers, of a group ({@code sum(plan)}) or of a table's column; blanks and texts count nothing */
    SUM(1, 30),
    ROUND(2, 2),
    ABS(1, 1),
    MIN(1, 30),
    MAX(1, 30),
    IF(3, 3),
    AND(1, 30),
    OR(1, 30),
    NOT(1, 1),
    /** whether a cell is empty or holds only blanks */
    BLANK(1, 1),
    /** whether the cell of a number field holds a number: neither nothing nor a text, such as 十二 or a text of digits */
    NUMERIC(1, 1),
    /** how many cells of a group or column are not blank */
    FILLED(1, 1),
    /** sum of the second column where the first column is the text: {@code sumif(items.kind, "new", items.price)} */
    SUMIF(3, 3),
    /** number of characters */
    LENGTH(1, 1),
    /** how many rows of a table have an entry ({@code count(items)}) or fulfil a condition ({@code count(items, price > 5)}) */
    COUNT(1, 2),
    /** parts of a date; 0 where the cell holds no date from 1 March 1900 on, as before it the programs differ by a day */
    YEAR(1, 1),
    MONTH(1, 1),
    DAY(1, 1),
    /** {@link ItemText#bare}; for the program's own formulas, as are the two below */
    BARE(1, 1),
    /** {@link ItemText#unweighted} of a bare text */
    UNWEIGHTED(1, 1),
    /** the text of the second column where the first is this text, "" where none is; both columns begin with an empty cell, and the first holds no text twice */
    LOOKUP(3, 3);

    /** What can be said of each row of a table: those that every program calculates for a whole column at once. */
    private static final Set<Function> ROW_WISE = EnumSet.of(ROUND, ABS, AND, OR, NOT, BLANK, NUMERIC, LENGTH);
    /** What no template can write: {@link #LOOKUP} wants columns that only the program makes. */
    private static final Set<Function> OWN = EnumSet.of(BARE, UNWEIGHTED, LOOKUP);

    final int least;
    final int most;

    Function(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** Whether it may stand in the condition of a count or a sumif. */
    boolean isRowWise() {
        return ROW_WISE.contains(this);
    }

    /** Whether a template may write it. */
    public boolean isForTemplates() {
        return !OWN.contains(this);
    }

    static Optional<Function> named(String name) {
        for (Function function : values()) {
            if (function.name().equals(name.toUpperCase(Locale.ROOT)) && function.isForTemplates()) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }
}
