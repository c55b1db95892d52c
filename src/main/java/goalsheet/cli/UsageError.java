package goalsheet.cli;

import goalsheet.text.Text;

/** The command line itself is wrong, so the wanted language may not be known: shown in both unless {@code --lang} was given. */
final class UsageError extends UserError {
    private static final long serialVersionUID = 1;

    UsageError(Text text) {
        super(text);
    }
}
