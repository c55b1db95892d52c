package goalsheet.expr;

import goalsheet.text.Text;

/** What kind of value an expression gives. */
public enum Type {
    NUMBER(Text.of("数字", "a number")),
    TEXT(Text.of("文本", "a text")),
    TRUTH(Text.of("真假判断", "a condition")),
    /** several numbers: a group of fields or a column */
    NUMBERS(Text.of("一组数字", "several numbers")),
    /** several texts */
    TEXTS(Text.of("一组文本", "several texts")),
    /** the rows of a table */
    TABLE(Text.of("一个表格", "a table"));

    private final Text label;

    Type(Text label) {
        this.label = label;
    }

    public Text label() {
        return label;
    }

    public boolean isMany() {
        return this == NUMBERS || this == TEXTS || this == TABLE;
    }
}
