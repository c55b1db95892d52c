package goalsheet.template;

import goalsheet.text.Lang;
import goalsheet.text.Text;

/**
 * A mistake in a file that somebody wrote: a template, data, a roster.
 *
 * @param file name as it is shown to people
 * @param line from 1; 0 when it is about the whole file. In a workbook it is the row.
 */
public record Problem(String file, int line, Text message) {

    /** {@code data.yaml:17: message}. */
    public String in(Lang lang) {
        return (line > 0 ? file + ":" + line : file) + ": " + message.in(lang);
    }
}
