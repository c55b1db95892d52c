package goalsheet.xlsx;

import goalsheet.xlsx.Snapshot.Cell;
import goalsheet.xlsx.Snapshot.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the rows of one sheet; this is where nearly all time of reading goes. */
final class CellReader {
    /** As in Excel. */
    static final int MAX_FORMULA = 8_192;

    /** The cell in which a shared formula is written out. */
    private record Shared(int row, int col, String formula) {
    }

    private final Xml xml;
    private final List<String> strings;
    private final int styles;
    private final boolean date1904;
    private final Allowance allowance;
    private final BitSet hiddenRows;
    private final List<Cell> cells = new ArrayList<>();
    private final Map<Integer, Shared> shared = new HashMap<>();

    /** @param hiddenRows receives the rows that are hidden */
    CellReader(Xml xml, List<String> strings, int styles, boolean date1904, Allowance allowance, BitSet hiddenRows) {
        this.xml = xml;
        this.strings = strings;
        this.styles = styles;
        this.date1904 = date1904;
        this.allowance = allowance;
        this.hiddenRows = hiddenRows;
    }

    /** Reads the current element {@code sheetData}; gives the cells with a value or a formula. Row by row and from left to right, as Excel wants it. */
    Map<Ref, Cell> read() throws UnreadableException {
        int here = xml.depth();
        int row = -1;
        while (xml.child(here)) {
            if (!xml.name().equals("row")) {
                continue;
            }
            int before = row;
            row = xml.number("r", row + 2) - 1;
            if (row <= before || row >= Ref.MAX_ROWS) {
                throw xml.damaged("row " + (row + 1) + " after row " + (before + 1));
            }
            if (SheetReader.isHidden(xml, "ht")) {
                hiddenRows.set(row);
            }
            readCells(row);
        }
        return new SheetCells(cells);
    }

    private void readCells(int row) throws UnreadableException {
        int here = xml.depth();
        int col = -1;
        while (xml.child(here)) {
            if (!xml.name().equals("c")) {
                continue;
            }
            int before = col++;
            String type = "n";
            int style = 0;
            for (int i = xml.attributes() - 1; i >= 0; i--) {
                switch (letter(xml.attributeName(i))) {
                    case 'r' -> col = column(xml.attributeValue(i), row);
                    case 't' -> type = type(xml.attributeValue(i));
                    case 's' -> style = xml.index(xml.attributeValue(i));
                    default -> {
                        // metadata, phonetic
                    }
                }
            }
            if (col <= before || col >= Ref.MAX_COLS) {
                throw damaged(row, col, "cells out of order");
            }
            if (style >= styles) {
                throw damaged(row, col, "style " + style + " of " + styles);
            }
            readCell(row, col, type, style);
        }
    }

    /** The column of an address like {@code D7}, which must be in the given row. */
    private int column(CharSequence address, int row) throws UnreadableException {
        int col = 0;
        int at = 0;
        while (at < address.length() && at < 3 && address.charAt(at) >= 'A' && address.charAt(at) <= 'Z') {
            col = col * 26 + address.charAt(at++) - 'A' + 1;
        }
        int number = 0;
        int digits = at;
        while (at < address.length() && at - digits < 7 && address.charAt(at) >= '0' && address.charAt(at) <= '9') {
            number = number * 10 + address.charAt(at++) - '0';
        }
        if (at < address.length() || col == 0 || number != row + 1) {
            throw xml.damaged("cell " + Xml.brief(address.toString()) + " in row " + (row + 1));
        }
        return col - 1;
    }

    /** Nearly all names here are one letter, and telling letters apart is cheaper than words; NUL for a longer name. */
    private static char letter(CharSequence name) {
        return name.length() == 1 ? name.charAt(0) : 0;
    }

    private static String type(CharSequence written) {
        return switch (letter(written)) {
            case 's' -> "s";
            case 'n' -> "n";
            default -> written.toString();
        };
    }

    private void readCell(int row, int col, String type, int style) throws UnreadableException {
        String formula = "";
        String stored = "";
        boolean inline = type.equals("inlineStr");
        int here = xml.depth();
        while (xml.child(here)) {
            String name = xml.name();
            char letter = letter(name);
            if (letter == 'v' && !inline) {
                stored = xml.text();
            } else if (letter == 'f') {
                formula = readFormula(row, col);
            } else if (inline && name.equals("is")) {
                stored = Strings.text(xml);
            }
        }
        boolean empty = stored.isEmpty() && !type.equals("str");
        if (empty && formula.isEmpty()) {
            return;
        }
        Kind kind = Kind.BLANK;
        String text = "";
        if (!empty) {
            kind = CellValue.kind(type);
            text = type.equals("s") ? string(row, col, stored) : inline ? stored : Strings.checked(xml, CellValue.text(type, stored, date1904));
            if (kind == Kind.BLANK || text.isEmpty() && kind != Kind.TEXT) {
                throw damaged(row, col, "value " + Xml.brief(type) + " " + Xml.brief(stored));
            }
        }
        allowance.takeItem(xml);
        cells.add(new Cell(new Ref(row, col), kind, text, formula, style));
    }

    private String string(int row, int col, String stored) throws UnreadableException {
        int index = xml.index(stored);
        if (index >= strings.size()) {
            throw damaged(row, col, "shared string " + index + " of " + strings.size());
        }
        return strings.get(index);
    }

    private String readFormula(int row, int col) throws UnreadableException {
        String type = xml.attribute("t");
        if (type.equals("dataTable")) {
            String inputs = xml.attribute("r1") + "," + xml.attribute("r2");
            xml.text();
            return "TABLE(" + inputs + ")";
        }
        int group = type.equals("shared") ? xml.number("si", 0) : -1;
        boolean first = group >= 0 && !xml.attribute("ref").isEmpty();
        String formula = Strings.unescape(xml.text());
        if (formula.length() > MAX_FORMULA) {
            throw xml.tooLarge(new Ref(row, col) + ": formula of " + formula.length() + " characters");
        }
        if (first) {
            shared.put(group, new Shared(row, col, formula));
        } else if (group >= 0 && formula.isEmpty()) {
            Shared from = shared.get(group);
            if (from == null) {
                throw damaged(row, col, "shared formula " + group);
            }
            allowance.takeShared(xml, from.formula.length());
            return Formulas.shift(from.formula, row - from.row, col - from.col);
        }
        return formula;
    }

    private UnreadableException damaged(int row, int col, String what) {
        return xml.damaged(new Ref(row, col) + ": " + what);
    }
}
