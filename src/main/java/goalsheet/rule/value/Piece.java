package goalsheet.rule.value;

import java.util.ArrayList;
import java.util.List;

/**
 * One {@code name operator value} out of a text that lists several: {@code 案件结案率≧90%、 被发回重审率≦2%}.
 *
 * @param name  "" when the piece has no number: then the value is its whole wording
 * @param text  the piece as written, without blanks and numbering around it
 */
public record Piece(String name, String text, IndicatorValue value) {
    private static final String SEPARATORS = "、；;，,。\n\r";
    private static final String COMPARES = "≥≤=><";
    private static final List<String> LINKS = List.of("达到", "达", "约", "控制在", "保持在", "为", ":", "：");
    /** How many digits in a name are tried as the start of the value: "12345热线接通率95%". */
    private static final int TRIES = 8;

    /** The pieces in order; separators are 、；;，,。 and line ends, outside brackets and numbers. */
    public static List<Piece> list(String text, ValueReader reader) {
        List<Piece> pieces = new ArrayList<>();
        for (String part : split(text)) {
            String piece = unnumbered(Spelling.strip(part));
            if (!piece.isEmpty()) {
                pieces.add(read(piece, reader));
            }
        }
        return pieces;
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        boolean inBrackets = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            char sign = Spelling.sign(c, true);
            inBrackets = c != '\n' && (sign == '(' || inBrackets && sign != ')');
            if (SEPARATORS.indexOf(c) >= 0 && !inBrackets && !isGroup(text, at)) {
                parts.add(text.substring(from, at));
                from = at + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** Whether the comma here parts thousands: 1,000. */
    private static boolean isGroup(String text, int at) {
        if (text.charAt(at) != ',' || !digitAt(text, at - 1)) {
            return false;
        }
        return digitAt(text, at + 1) && digitAt(text, at + 2) && digitAt(text, at + 3) && !digitAt(text, at + 4);
    }

    /** Without 1. (1) 1) ① in front; a number alone is the numbering of the next piece, cut off by its 、. */
    private static String unnumbered(String piece) {
        if (!piece.isEmpty() && piece.charAt(0) >= '①' && piece.charAt(0) <= '⑳') {
            return Spelling.strip(piece.substring(1));
        }
        int at = 0;
        boolean bracket = !piece.isEmpty() && Spelling.sign(piece.charAt(0), true) == '(';
        at += bracket ? 1 : 0;
        int digits = at;
        while (at < piece.length() && at - digits < 2 && digitAt(piece, at)) {
            at++;
        }
        if (at == digits) {
            return piece;
        }
        if (at == piece.length()) {
            return "";
        }
        char end = Spelling.sign(piece.charAt(at), true);
        boolean numbering = end == ')' || !bracket && end == '.' && !digitAt(piece, at + 1);
        return numbering ? Spelling.strip(piece.substring(at + 1)) : piece;
    }

    private static Piece read(String piece, ValueReader reader) {
        int start = valueStart(piece, reader);
        if (start < 0) {
            int colon = Math.max(piece.lastIndexOf('：'), piece.lastIndexOf(':'));
            return colon < 0 ? new Piece("", piece, reader.read(piece))
                    : new Piece(name(piece.substring(0, colon)), piece, reader.read(piece.substring(colon + 1)));
        }
        return new Piece(name(piece.substring(0, start)), piece, reader.read(piece.substring(start)));
    }

    /** Where the operator or, without one, the number begins; -1 when there is neither. */
    private static int valueStart(String piece, ValueReader reader) {
        int tries = 0;
        int number = -1;
        boolean quotes = piece.indexOf('《') >= 0;
        for (int at = 0; at < piece.length(); at++) {
            if (COMPARES.indexOf(Spelling.sign(piece.charAt(at), quotes)) >= 0 || isWord(piece, at)) {
                return at;
            }
            boolean begins = digitAt(piece, at) && !digitAt(piece, at - 1) || piece.startsWith("百分之", at);
            if (begins && number < 0 && tries++ < TRIES && reader.read(piece.substring(at)).isMeasured()) {
                number = at;
            }
        }
        return number;
    }

    /** Whether words for an operator stand here with a number behind them. */
    private static boolean isWord(String piece, int at) {
        for (Operator.Word word : Operator.PREFIXES) {
            if (piece.startsWith(word.spelling(), at)) {
                int next = at + word.spelling().length();
                while (next < piece.length() && Spelling.isBlank(piece.charAt(next))) {
                    next++;
                }
                return digitAt(piece, next) || piece.startsWith("百分之", next);
            }
        }
        return false;
    }

    /** The words before the value without 达到, 为 and colons at their end, and without a heading such as 绩效指标： */
    private static String name(String before) {
        int end = before.length();
        for (int shorter = unlinked(before, end); shorter < end; shorter = unlinked(before, end)) {
            end = shorter;
        }
        String name = before.substring(0, end);
        return Spelling.strip(name.substring(1 + Math.max(name.lastIndexOf('：'), name.lastIndexOf(':'))));
    }

    private static int unlinked(String before, int end) {
        if (end > 0 && Spelling.isBlank(before.charAt(end - 1))) {
            return end - 1;
        }
        return LINKS.stream().filter(link -> end > link.length() && before.startsWith(link, end - link.length()))
                .findFirst().map(link -> end - link.length()).orElse(end);
    }

    private static boolean digitAt(String text, int at) {
        return at >= 0 && at < text.length() && Spelling.isDigit(Spelling.sign(text.charAt(at), true));
    }
}
