package goalsheet.xlsx;

/** How much one workbook may still hold, over all its sheets; what files declare about themselves is not asked. */
final class Allowance {
    /** Cells with content, areas, names, and separately texts, relations; a form with all its lists has some ten thousand. */
    static final int MAX_ITEMS = 300_000;
    /** One long shared formula would fill the memory when written out for each of many cells. */
    static final int MAX_SHARED_CHARACTERS = 16 << 20;

    private int items;
    private int sharedCharacters;

    /** As much as is left here. */
    Allowance copy() {
        Allowance copy = new Allowance();
        copy.become(this);
        return copy;
    }

    /** To be as much as is left there. */
    void become(Allowance other) {
        items = other.items;
        sharedCharacters = other.sharedCharacters;
    }

    void takeItem(Xml xml) throws UnreadableException {
        takeItem(xml.part());
    }

    void takeItem(String part) throws UnreadableException {
        takeItems(part, 1);
    }

    void takeItems(String part, int count) throws UnreadableException {
        items += count;
        if (items > MAX_ITEMS) {
            throw Xml.tooMany(part, "more than " + MAX_ITEMS + " entries");
        }
    }

    /** A formula written out, of which the file may hold less. */
    void takeFormula(String part, int characters) throws UnreadableException {
        sharedCharacters += characters;
        if (characters > CellMaker.MAX_FORMULA || sharedCharacters > MAX_SHARED_CHARACTERS) {
            throw Xml.tooMany(part, "formulas of more than " + MAX_SHARED_CHARACTERS + " characters");
        }
    }
}
