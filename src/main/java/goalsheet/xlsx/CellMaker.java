package goalsheet.xlsx;

import goalsheet.xlsx.Snapshot.Cell;
import goalsheet.xlsx.Snapshot.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the cells of one sheet out of what its rows say, and refuses what no spreadsheet program could have meant. */
final class CellMaker {
    /** As in Excel. */
    static final int MAX_FORMULA = 8_192;

    /** The sheet of a project has so many cells. */
    private static final int USUAL = 250;

    /** The cell in which a shared formula is written out. */
    private record Shared(int row, int col, String formula) {
    }

    private final String part;
    private final List<String> strings;
    private final int styles;
    private final boolean date1904;
    private final Allowance allowance;
    private final List<Cell> cells = new ArrayList<>(USUAL);
    private final BitSet hiddenRows = new BitSet();
    private final Map<Integer, Shared> shared = new HashMap<>();
    private int row = -1;
    private int col;

    /** @param styles how many there are */
    CellMaker(String part, List<String> strings, int styles, boolean date1904, Allowance allowance) {
        this.part = part;
        this.strings = strings;
        this.styles = styles;
        this.date1904 = date1904;
        this.allowance = allowance;
    }

    SheetCells cells() {
        return new SheetCells(cells);
    }

    BitSet hiddenRows() {
        return hiddenRows;
    }

    /** 0-based, -1 before the first. */
    int row() {
        return row;
    }

    /** The column of the last cell in the current row, -1 before the first. */
    int col() {
        return col;
    }

    /** Goes to a row (0-based); one below the other, as Excel wants it. */
    void row(int next, boolean hidden) throws UnreadableException {
        if (next <= row || next >= Ref.MAX_ROWS) {
            throw Xml.damaged(part, "row " + (next + 1) + " after row " + (row + 1));
        }
        row = next;
        col = -1;
        hiddenRows.set(row, hidden);
    }

    /** Goes to a cell of the row (0-based), from left to right, as Excel wants it. */
    void cell(int next, int style) throws UnreadableException {
        int before = col;
        col = next;
        if (col <= before || col >= Ref.MAX_COLS) {
            throw damaged("cells out of order");
        }
        if (style >= styles) {
            throw damaged("style " + style + " of " + styles);
        }
    }

    /**
     * What stands in the current cell.
     *
     * @param formula "" for none
     * @param stored  as written, "" for nothing
     */
    void content(String type, int style, String formula, String stored) throws UnreadableException {
        boolean empty = stored.isEmpty() && !type.equals("str");
        if (empty && formula.isEmpty()) {
            return;
        }
        Kind kind = Kind.BLANK;
        String text = "";
        if (!empty) {
            kind = CellValue.kind(type);
            text = type.equals("s") ? string(Xml.index(part, stored)) : type.equals("inlineStr") ? stored : Strings.checked(part, CellValue.text(type, stored, date1904));
            if (kind == Kind.BLANK || text.isEmpty() && kind != Kind.TEXT) {
                throw damaged("value " + Xml.brief(type) + " " + Xml.brief(stored));
            }
        }
        add(kind, style, formula, text);
    }

    /** One of the shared texts stands in the current cell. */
    void shared(int style, int index) throws UnreadableException {
        add(Kind.TEXT, style, "", string(index));
    }

    private void add(Kind kind, int style, String formula, String text) throws UnreadableException {
        allowance.takeItem(part);
        cells.add(new Cell(new Ref(row, col), kind, text, formula, style));
    }

    private String string(int index) throws UnreadableException {
        if (index >= strings.size()) {
            throw damaged("shared string " + index + " of " + strings.size());
        }
        return strings.get(index);
    }

    /**
     * A formula of the current cell.
     *
     * @param group of cells that share it, -1 for none
     * @param first whether it is written out here for the whole group
     */
    String formula(String formula, int group, boolean first) throws UnreadableException {
        if (formula.length() > MAX_FORMULA) {
            throw Xml.tooMany(part, new Ref(row, col) + ": formula of " + formula.length() + " characters");
        }
        if (first) {
            shared.put(group, new Shared(row, col, formula));
        } else if (group >= 0 && formula.isEmpty()) {
            Shared from = shared.get(group);
            if (from == null) {
                throw damaged("shared formula " + group);
            }
            allowance.takeFormula(part, from.formula.length());
            return Formulas.shift(from.formula, row - from.row, col - from.col);
        }
        return formula;
    }

    private UnreadableException damaged(String what) {
        return Xml.damaged(part, new Ref(row, Math.max(0, col)) + ": " + what);
    }
}
