package goalsheet.rule.value;

import java.util.Locale;

/** The normal spelling of values: half-width digits and signs, one sign for one meaning. */
public final class Spelling {
    /** Full-width punctuation that is right in a Chinese text. */
    private static final String CHINESE_PUNCTUATION = "！（），：；？～";
    private static final String NOT_A_BLANK = "\n\r ";

    private Spelling() {
    }

    /**
     * The text as it should have been typed: ≧ and 》 and &gt;= become ≥, full-width digits, letters and signs half-width, 90(%) and
     * 90百分比 become 90%, tabs and odd blanks ordinary blanks; blanks around it are dropped. Words, Chinese numerals and Chinese
     * punctuation stay.
     */
    public static String tidy(String text) {
        String stripped = strip(text);
        if (isPlain(stripped) && stripped.indexOf('百') < 0) {
            return stripped;
        }
        boolean quotes = stripped.indexOf('《') >= 0;
        StringBuilder out = new StringBuilder(stripped.length());
        int at = 0;
        while (at < stripped.length()) {
            char here = stripped.charAt(at);
            char sign = sign(here, quotes);
            char next = at + 1 < stripped.length() ? sign(stripped.charAt(at + 1), quotes) : 0;
            int percent = isDigit(lastInk(out)) ? percentAt(stripped, at) : 0;
            if (percent > 0) {
                dropBlanks(out);
                out.append('%');
                at += percent;
            } else if ((sign == '>' || sign == '<') && next == '=') {
                out.append(sign == '>' ? '≥' : '≤');
                at += 2;
            } else {
                out.append(CHINESE_PUNCTUATION.indexOf(here) >= 0 ? here : sign);
                at++;
            }
        }
        return out.toString();
    }

    /** {@link #tidy} with half-width punctuation and ordinary blanks only: what the grammar reads. */
    static String plain(String text) {
        String tidy = tidy(text);
        if (isPlain(tidy)) {
            return tidy;
        }
        StringBuilder out = new StringBuilder(tidy.length());
        for (int at = 0; at < tidy.length(); at++) {
            char sign = sign(tidy.charAt(at), true);
            out.append(sign == '\n' || sign == '\r' ? ' ' : sign);
        }
        return out.toString();
    }

    /** Without any blanks around it, non-breaking and full-width ones included. */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** The text without blanks, punctuation and case: two texts that are alike say the same. */
    public static String key(String text) {
        String plain = plain(text);
        if (isPlain(plain) && plain.toLowerCase(Locale.ROOT).equals(plain)) {
            return plain;
        }
        StringBuilder key = new StringBuilder(plain.length());
        for (int at = 0; at < plain.length(); ) {
            int c = plain.codePointAt(at);
            at += Character.charCount(c);
            if (isPlain((char) c) && c < Character.MAX_VALUE) {
                key.append(Character.toLowerCase((char) c));
            } else if (Character.isLetterOrDigit(c) || c == '%') {
                key.appendCodePoint(Character.toLowerCase(c));
            }
        }
        return key.toString();
    }

    /** Whether there is nothing but letters and digits that stay as they are. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (!isPlain(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c >= '一' && c <= '龥' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    static char sign(char c, boolean quotes) {
        if (isPlain(c)) {
            return c;
        }
        if (c >= '！' && c <= '～') {
            return (char) (c - '！' + '!');
        }
        return switch (c) {
            case '≧', '⩾', '≥' -> '≥';
            case '≦', '⩽', '≤' -> '≤';
            case '》' -> quotes ? c : '≥';
            case '﹪' -> '%';
            case '﹤' -> '<';
            case '﹥' -> '>';
            case '﹦' -> '=';
            case '−' -> '-';
            default -> isBlank(c) && NOT_A_BLANK.indexOf(c) < 0 ? ' ' : c;
        };
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isBlank(char c) {
        return c <= ' ' || c >= '\u0080' && !(c >= '一' && c <= '龥') && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF');
    }

    /** Length of a roundabout % sign at this place: (%), （％）, 百分比. */
    private static int percentAt(String text, int at) {
        if (text.startsWith("百分比", at)) {
            return 3;
        }
        boolean percent = sign(text.charAt(at), true) == '(' && at + 2 < text.length() && sign(text.charAt(at + 1), true) == '%' && sign(text.charAt(at + 2), true) == ')';
        return percent ? 3 : 0;
    }

    private static char lastInk(StringBuilder out) {
        int last = out.length() - 1;
        // one blank is enough to look past; runs of them are not worth a scan for every character
        while (last >= 0 && last >= out.length() - 2 && out.charAt(last) == ' ') {
            last--;
        }
        return last < 0 ? ' ' : out.charAt(last);
    }

    private static void dropBlanks(StringBuilder out) {
        while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }
}
