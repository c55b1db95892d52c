package goalsheet.expr;

import goalsheet.text.Text;

/** An expression that means nothing: what is wrong, and at which character (from 1). */
public final class ExpressionException extends Exception {
    private final transient Text words;
    private final int column;

    public ExpressionException(Text words, int column) {
        super(words.en());
        this.words = words;
        this.column = column;
    }

    public Text words() {
        return words;
    }

    public int column() {
        return column;
    }
}
