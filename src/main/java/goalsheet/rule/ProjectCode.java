package goalsheet.rule;

import goalsheet.rule.value.Spelling;
import goalsheet.text.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A project code: 6 digits of the fiscal region, 2 of the year, type letter, 6 of the unit's key, 1, 4 of a serial number, check
 * character. What is said of type P, the alphabet and the check character was inferred from published codes of three provinces; no
 * official text was found, so nothing here is ever an error.
 *
 * @param text in half-width capitals, without blanks
 */
record ProjectCode(String text) {
    static final int LENGTH = 21;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int TYPE = 8;
    private static final int ONE = 15;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{14}00+|\\d(\\.\\d+)?E\\+\\d+");

    static ProjectCode of(String typed) {
        StringBuilder text = new StringBuilder(typed.length());
        Spelling.tidy(typed).chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> text.append((char) c));
        return new ProjectCode(text.toString().toUpperCase(Locale.ROOT));
    }

    /** Whether a type is given whose inner structure is not known: any letter but P. */
    boolean isOtherType() {
        return text.length() > TYPE && isLetter(text.charAt(TYPE)) && text.charAt(TYPE) != 'P';
    }

    /** What is wrong with its shape, in words that follow "the code …". */
    Optional<Text> flaw() {
        if (isSpoilt()) {
            return Optional.of(Text.of("被当作数字存了，后几位已经丢失", "was stored as a number, its last digits are lost"));
        }
        if (text.length() != LENGTH) {
            return Optional.of(Text.of("有 " + text.length() + " 个字符，应为 21 个", "has " + text.length() + " characters instead of 21"));
        }
        int odd = firstNot(isOtherType() ? "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" : ALPHABET);
        if (odd >= 0) {
            return Optional.of(Text.of("第 " + (odd + 1) + " 位“" + text.charAt(odd) + "”不是编码所用的字符",
                    "has \"" + text.charAt(odd) + "\" at position " + (odd + 1) + ", which codes do not use"));
        }
        if (isOtherType()) {
            return Optional.empty();
        }
        if (!text.substring(0, TYPE).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Text.of("前 8 位应为数字（区划 6 位、年份 2 位）", "should begin with 8 digits (region 6, year 2)"));
        }
        if (text.charAt(TYPE) != 'P') {
            return Optional.of(Text.of("第 9 位应为字母，如 P", "should have a letter at position 9, like P"));
        }
        return text.charAt(ONE) == '1' ? Optional.empty() : Optional.of(Text.of("第 16 位应为 1", "should have 1 at position 16"));
    }

    /** The check character that the first 20 ask for; only when the shape is right and the type is P. */
    Optional<Character> check() {
        if (isOtherType() || flaw().isPresent()) {
            return Optional.empty();
        }
        int sum = 0;
        int weight = 1;
        for (int at = 0; at < LENGTH - 1; at++) {
            sum = (sum + ALPHABET.indexOf(text.charAt(at)) * weight) % 31;
            weight = weight * 3 % 31;
        }
        return Optional.of(ALPHABET.charAt(30 - sum));
    }

    /** Whether a spreadsheet has taken it for a number: of that it keeps 15 digits. */
    boolean isSpoilt() {
        return NUMBER.matcher(text).matches();
    }

    private int firstNot(String alphabet) {
        for (int at = 0; at < text.length(); at++) {
            if (alphabet.indexOf(text.charAt(at)) < 0) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
