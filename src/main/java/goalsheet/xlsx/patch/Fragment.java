package goalsheet.xlsx.patch;

import goalsheet.xlsx.StoredText;
import java.util.ArrayDeque;
import java.util.Deque;

/** A piece of XML under construction; everything that goes into it is escaped. */
final class Fragment {
    private final String prefix;
    private final StringBuilder xml = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    /** @param prefix of all elements that are opened without one of their own, "" for none */
    Fragment(String prefix) {
        this.prefix = prefix;
    }

    /** Opens an element; attributes follow as name, value, name, value. A name with a colon stands as it is. */
    Fragment open(String name, Object... attributes) {
        endTag();
        String full = prefix.isEmpty() || name.contains(":") ? name : prefix + ":" + name;
        xml.append('<').append(full);
        open.push(full);
        inTag = true;
        for (int i = 0; i < attributes.length; i += 2) {
            attribute((String) attributes[i], attributes[i + 1].toString());
        }
        return this;
    }

    Fragment attribute(String name, String value) {
        xml.append(' ').append(name).append("=\"").append(escape(value, true)).append('"');
        return this;
    }

    /** The attribute {@code r:id}, with the prefix that the part uses for relations, or with one of its own. */
    Fragment relation(Element root, String id) {
        String used = root.declared.entrySet().stream().filter(each -> each.getValue().equals(Relations.OFFICE) && !each.getKey().isEmpty())
                .map(java.util.Map.Entry::getKey).findFirst().orElse("");
        return used.isEmpty() ? attribute("xmlns:r", Relations.OFFICE).attribute("r:id", id) : attribute(used + ":id", id);
    }

    Fragment text(String text) {
        endTag();
        xml.append(escape(text, false));
        return this;
    }

    Fragment close() {
        String name = open.pop();
        if (inTag) {
            xml.append("/>");
            inTag = false;
        } else {
            xml.append("</").append(name).append('>');
        }
        return this;
    }

    /** Another piece, already escaped, as it is. */
    Fragment raw(Fragment piece) {
        endTag();
        xml.append(piece);
        return this;
    }

    /** An element without children. */
    Fragment empty(String name, Object... attributes) {
        return open(name, attributes).close();
    }

    /** An element that holds text only. */
    Fragment leaf(String name, String text, Object... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** Words of a cell or a note, blanks kept. */
    Fragment words(String text) {
        return leaf("t", StoredText.of(text), "xml:space", "preserve");
    }

    private void endTag() {
        if (inTag) {
            xml.append('>');
            inTag = false;
        }
    }

    static String escape(String text, boolean attribute) {
        int plain = 0;
        while (plain < text.length() && isPlain(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\r' -> escaped.append("&#13;");
                case '\n', '\t' -> escaped.append(attribute ? "&#" + c + ";" : Character.toString(c));
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isPlain(char c) {
        return c >= 0x20 && c < 0xD800 && c != '&' && c != '<' && c != '>' && c != '"';
    }

    private static boolean isAllowed(int c) {
        return c >= 0x20 && c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF;
    }

    @Override
    public String toString() {
        return xml.toString();
    }
}
