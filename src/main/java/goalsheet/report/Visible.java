package goalsheet.report;

import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.Map;

/** Text of a workbook made safe to show: what would not be seen, or would turn the words around it, is written out. */
public final class Visible {
    private static final String BIDI = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";
    private static final String UNSEEN = "\u00AD\u200B\u200C\u2060\uFEFF\uFFFE\uFFFF\u2028\u2029";
    private static final Text CUT = Text.of("…（共 {n} 字）", "… ({n} characters)");
    private static final Map<Integer, String> BREAKS = Map.of((int) '\n', "↵", (int) '\t', "→", (int) '\r', "");

    private Visible() {
    }

    /** For the console and for file names: one line. */
    public static String line(String text) {
        return show(text, BREAKS);
    }

    /** For a cell, a note or a page: line breaks stay. */
    public static String paragraphs(String text) {
        return show(text.replace("\r\n", "\n").replace('\r', '\n'), Map.of((int) '\n', "\n", (int) '\t', "    "));
    }

    /** Cuts a long text, to be done before it is shown, and says how long it was: {@code …（共 1200 字）}. */
    public static String cut(String text, int length, Lang lang) {
        int whole = text.codePointCount(0, text.length());
        if (whole <= length) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, length)) + Wording.counted(CUT, whole).in(lang);
    }

    private static String show(String text, Map<Integer, String> breaks) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (breaks.containsKey(c)) {
                shown.append(breaks.get(c));
            } else if (c < 0x20 || c >= 0x7F && c < 0xA0 || c >= 0xD800 && c <= 0xDFFF || BIDI.indexOf(c) >= 0 || UNSEEN.indexOf(c) >= 0) {
                shown.append(String.format("[U+%04X]", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
