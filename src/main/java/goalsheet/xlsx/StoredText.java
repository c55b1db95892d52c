package goalsheet.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as the file format stores it: what XML cannot carry is written {@code _x000B_}, what looks like that is marked itself. */
public final class StoredText {
    /** Characters not allowed in XML, the return that XML would turn into a line feed, and escapes that are meant as words. */
    private static final Pattern SPECIAL = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF\\x{D800}-\\x{DFFF}]|_(?=x[0-9A-Fa-f]{4}_)");

    private StoredText() {
    }

    public static String of(String text) {
        return isPlain(text) ? text : SPECIAL.matcher(text).replaceAll(match -> escape(match.group().charAt(0)));
    }

    /** Whether there is surely nothing special: of nearly all texts, and much sooner known. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next < ' ' && next != '\n' && next != '\t' || next == 'x' && at > 0 && text.charAt(at - 1) == '_' || next >= Character.MIN_SURROGATE && next <= Character.MAX_SURROGATE || next >= '\uFFFE') {
                return false;
            }
        }
        return true;
    }

    /** Like {@link #of}, for attributes, where XML would turn line feeds and tabs into blanks. */
    static String inAttribute(String text) {
        return of(text).replace("\n", escape('\n')).replace("\t", escape('\t'));
    }

    private static String escape(char special) {
        return Matcher.quoteReplacement(String.format("_x%04X_", (int) special));
    }
}
