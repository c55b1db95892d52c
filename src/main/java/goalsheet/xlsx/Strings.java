package goalsheet.xlsx;

import java.util.ArrayList;
import java.util.List;

/** Texts as workbooks store them: runs of one format each, readings for East Asian scripts, escaped control characters. */
final class Strings {
    private Strings() {
    }

    /** The shared texts of a workbook, by index. */
    static List<String> read(Archive archive, String part, Familiar familiar) throws UnreadableException {
        // Not by the count that the part declares: it may lie.
        List<String> texts = new ArrayList<>();
        Allowance allowance = new Allowance();
        Xml xml = Xml.open(familiar.unpack(archive, part), part, Xml.MAIN, "sst");
        int here = xml.depth();
        while (xml.child(here)) {
            if (xml.name().equals("si")) {
                allowance.takeItem(xml);
                texts.add(text(xml));
            }
        }
        return texts;
    }

    /** The text of the current element ({@code si} or {@code is}): all runs joined, readings left out. */
    static String text(Xml xml) throws UnreadableException {
        List<String> pieces = new ArrayList<>(1);
        int here = xml.depth();
        while (xml.child(here)) {
            if (xml.name().equals("t")) {
                pieces.add(unescape(xml.text()));
            } else if (xml.name().equals("r")) {
                int run = xml.depth();
                while (xml.child(run)) {
                    if (xml.name().equals("t")) {
                        pieces.add(unescape(xml.text()));
                    }
                }
            }
        }
        String text = pieces.size() == 1 ? pieces.get(0) : String.join("", pieces);
        return checked(xml.part(), text);
    }

    /** A text that a cell can hold: no spreadsheet program writes a longer one, and thousands of cells may show the same. */
    static String checked(String part, String text) throws UnreadableException {
        if (text.length() > Limit.CELL_TEXT.most()) {
            throw Xml.damaged(part, "text of " + text.length() + " characters");
        }
        return text;
    }

    /** {@code _x000D_} stands for a character that XML cannot hold. */
    static String unescape(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        for (; at >= 0; at = text.indexOf("_x", at)) {
            int code = at + 6 < text.length() && text.charAt(at + 6) == '_' ? hex(text, at + 2) : -1;
            if (code < 0) {
                at += 2;
            } else {
                out.append(text, done, at).append((char) code);
                at += 7;
                done = at;
            }
        }
        return out.append(text, done, text.length()).toString();
    }

    private static int hex(String text, int from) {
        int code = 0;
        for (int at = from; at < from + 4; at++) {
            int digit = text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            code = code << 4 | digit;
        }
        return code;
    }
}
