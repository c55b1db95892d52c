package goalsheet.xlsx;

/** How much one workbook may still hold, over all its sheets; what files declare about themselves is not asked. */
final class Allowance {
    /** Cells with content, areas, hidden rows; a form with all its lists has some ten thousand. */
    static final int MAX_ITEMS = 300_000;
    /** One long shared formula would fill the memory when written out for each of many cells. */
    static final int MAX_SHARED_CHARACTERS = 16 << 20;

    private int items;
    private int sharedCharacters;

    void takeItem(Xml xml) throws UnreadableException {
        if (++items > MAX_ITEMS) {
            throw xml.tooLarge("more than " + MAX_ITEMS + " cells");
        }
    }

    void takeShared(Xml xml, int characters) throws UnreadableException {
        sharedCharacters += characters;
        if (sharedCharacters > MAX_SHARED_CHARACTERS) {
            throw xml.tooLarge("shared formulas of more than " + MAX_SHARED_CHARACTERS + " characters");
        }
    }
}
