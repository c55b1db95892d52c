package goalsheet.cli;

import goalsheet.text.Text;

/** The command cannot run until the user changes something; the text says what is wrong and what to do. */
public class UserError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Text text;

    public UserError(Text text) {
        super(text.en());
        this.text = text;
    }

    public UserError(Text text, Throwable cause) {
        super(text.en(), cause);
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
