package goalsheet.template;

/** What an entry cell takes. */
public enum FieldType {
    /** a short text */
    TEXT,
    /** several lines of text */
    LONG_TEXT,
    /** a text of digits and letters that must never become a number */
    CODE,
    /** money in the template's unit, two decimals */
    AMOUNT,
    /** any number */
    NUMBER,
    /** a percentage in points: 20 means 20 %, stored in the cell as the fraction 0.2 */
    PERCENT,
    DATE,
    /** an item of a code list */
    LIST;

    public boolean isNumeric() {
        return this == AMOUNT || this == NUMBER || this == PERCENT || this == DATE;
    }
}
