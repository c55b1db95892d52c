package goalsheet.expr;

import java.util.regex.Pattern;

/** What of a text decides which item of a list is meant; said in a spreadsheet's formula by {@link ExcelText}, and there no more than this can be said. */
public final class ItemText {
    static final String WEIGHT_CHARACTERS = "().分0123456789";
    private static final Pattern WEIGHT = Pattern.compile("\\([().分0-9]*");

    private ItemText() {
    }

    /** Without blanks, and with brackets of one width. */
    public static String bare(String text) {
        int plain = 0;
        while (plain < text.length() && isKept(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder bare = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!isBlank(c)) {
                bare.append(c == '（' ? '(' : c == '）' ? ')' : c);
            }
        }
        return bare.toString();
    }

    private static boolean isKept(char c) {
        return !isBlank(c) && c != '（' && c != '）';
    }

    /** Blanks of every width, and what nobody sees: control characters and the blank of no width that comes with text from web pages. */
    private static boolean isBlank(char c) {
        return c == ' ' || Character.isISOControl(c) || c == '\u00a0' || c == '\u3000' || c == '\u200b';
    }

    /** Without the weight in brackets behind it: {@code 产出指标(50分)} is {@code 产出指标}. Other words in brackets stay. */
    public static String unweighted(String bare) {
        int bracket = bare.indexOf('(');
        return bracket >= 0 && WEIGHT.matcher(bare.substring(bracket)).matches() ? bare.substring(0, bracket) : bare;
    }
}
