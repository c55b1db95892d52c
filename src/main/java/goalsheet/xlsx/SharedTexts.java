package goalsheet.xlsx;

import java.util.LinkedHashMap;
import java.util.Map;

/** The table of texts that the cells of one workbook share, as POI writes it. */
final class SharedTexts {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private int uses;

    /** The number of a text, the next one when it is new. */
    int number(String text) {
        uses++;
        return numbers.computeIfAbsent(text, next -> numbers.size());
    }

    byte[] part() {
        Utf8 xml = new Utf8(1 << 15).add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sst count=\"").add(uses)
                .add("\" uniqueCount=\"").add(numbers.size()).add("\" xmlns=\"").add(Xml.MAIN).add(numbers.isEmpty() ? "\"/>" : "\">");
        numbers.keySet().forEach(text -> xml.add(isTrimmed(text) ? "<si><t>" : "<si><t xml:space=\"preserve\">").add(escape(text)).add("</t></si>"));
        return xml.add(numbers.isEmpty() ? "" : "</sst>").bytes();
    }

    private static boolean isTrimmed(String text) {
        return !Character.isWhitespace(text.charAt(0)) && !Character.isWhitespace(text.charAt(text.length() - 1));
    }

    /** A text as the content of an element, no more of it escaped than must be. */
    static String escape(String text) {
        String escaped = text.indexOf('&') < 0 ? text : text.replace("&", "&amp;");
        escaped = escaped.indexOf('<') < 0 ? escaped : escaped.replace("<", "&lt;");
        return escaped.indexOf('>') < 0 ? escaped : escaped.replace("]]>", "]]&gt;");
    }
}
