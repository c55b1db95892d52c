package goalsheet.xlsx;

/** Reads the rows of one sheet with a parser, whatever they are like; {@link PlainRows} reads nearly all of them faster. */
final class CellReader {
    private final Xml xml;
    private final CellMaker cells;

    CellReader(Xml xml, CellMaker cells) {
        this.xml = xml;
        this.cells = cells;
    }

    /** Reads the current element {@code sheetData}. */
    void read() throws UnreadableException {
        int here = xml.depth();
        while (xml.child(here)) {
            if (xml.name().equals("row")) {
                cells.row(xml.number("r", cells.row() + 2) - 1, SheetReader.isHidden(xml, "ht"));
                readCells();
            }
        }
    }

    private void readCells() throws UnreadableException {
        int here = xml.depth();
        while (xml.child(here)) {
            if (!xml.name().equals("c")) {
                continue;
            }
            int col = cells.col() + 1;
            String type = "n";
            int style = 0;
            for (int i = xml.attributes() - 1; i >= 0; i--) {
                switch (letter(xml.attributeName(i))) {
                    case 'r' -> col = column(xml.attributeValue(i));
                    case 't' -> type = type(xml.attributeValue(i));
                    case 's' -> style = xml.index(xml.attributeValue(i));
                    default -> {
                        // metadata, phonetic
                    }
                }
            }
            cells.cell(col, style);
            readCell(type, style);
        }
    }

    /** The column of an address like {@code D7}, which must be in the current row. */
    private int column(CharSequence address) throws UnreadableException {
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
        if (at < address.length() || col == 0 || number != cells.row() + 1) {
            throw xml.damaged("cell " + Xml.brief(address.toString()) + " in row " + (cells.row() + 1));
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

    private void readCell(String type, int style) throws UnreadableException {
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
                formula = readFormula();
            } else if (inline && name.equals("is")) {
                stored = Strings.text(xml);
            }
        }
        cells.content(type, style, formula, stored);
    }

    private String readFormula() throws UnreadableException {
        String type = xml.attribute("t");
        if (type.equals("dataTable")) {
            String inputs = xml.attribute("r1") + "," + xml.attribute("r2");
            xml.text();
            return "TABLE(" + inputs + ")";
        }
        int group = type.equals("shared") ? xml.number("si", 0) : -1;
        boolean first = group >= 0 && !xml.attribute("ref").isEmpty();
        return cells.formula(Strings.unescape(xml.text()), group, first);
    }
}
