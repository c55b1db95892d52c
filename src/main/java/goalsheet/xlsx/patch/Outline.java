package goalsheet.xlsx.patch;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import goalsheet.xlsx.patch.Element.Name;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * One XML part as its author's program wrote it, and the elements that a parser found in it with their places.
 *
 * @param marked whether a byte order mark stands before the text
 * @param text   without the rows that were left out
 * @param gap    where in the text they belong
 * @param rows   left out, as they lie in the part
 */
record Outline(Charset charset, boolean marked, String text, Element root, int gap, byte[] rows) {
    static final char BOM = '\uFEFF';

    private static final InputFactoryImpl PARSER = new InputFactoryImpl();
    private static final int MAX_DEPTH = 256;
    private static final Pattern ROWS = Pattern.compile("<((?:[\\w.-]+:)?sheetData)(?:\\s[^<>]*)?(?<!/)>");

    /** @throws PatchException when the part is not well-formed, or declares a document type */
    static Outline of(String part, byte[] content) throws PatchException {
        return parse(part, content, false, element -> false);
    }

    /** A worksheet without its rows, which may be very many. */
    static Outline ofSheet(String part, byte[] content) throws PatchException {
        return parse(part, content, true, element -> element.is("sheetData"));
    }

    /** A worksheet with the cells of these rows (from 0) only, and of rows that do not say their number. */
    static Outline ofRows(String part, byte[] content, Set<Integer> rows) throws PatchException {
        return parse(part, content, false, element -> element.is("row") && !element.get("r").isEmpty() && !rows.contains(element.number("r", 0) - 1));
    }

    private static Outline parse(String part, byte[] content, boolean leaveOut, Predicate<Element> opaque) throws PatchException {
        try {
            Charset charset = charset(content);
            int[] rows = leaveOut && charset.equals(StandardCharsets.UTF_8) ? rows(new String(content, StandardCharsets.ISO_8859_1)) : new int[] {0, 0};
            String before = decode(content, 0, rows[0], charset);
            String all = before + decode(content, rows[1], content.length, charset);
            boolean marked = !all.isEmpty() && all.charAt(0) == BOM;
            String text = marked ? all.substring(1) : all;
            return new Outline(charset, marked, text, new Parse(part, text).root(opaque), Math.max(0, before.length() - (marked ? 1 : 0)), Arrays.copyOfRange(content, rows[0], rows[1]));
        } catch (XMLStreamException | CharacterCodingException | IllegalArgumentException e) {
            throw new PatchException(part + ": " + e.getMessage(), e);
        }
    }

    /** The whole part. */
    String whole() {
        return text.substring(0, gap) + new String(rows, charset) + text.substring(gap);
    }

    /** What holds the tags of the rows; other characters than those of ASCII may be garbled. */
    String tags() {
        return rows.length == 0 ? text : new String(rows, StandardCharsets.ISO_8859_1);
    }

    private static Charset charset(byte[] content) throws XMLStreamException {
        int first = content.length > 0 ? content[0] & 0xFF : 0;
        int second = content.length > 1 ? content[1] & 0xFF : 0;
        if (first == 0xFE && second == 0xFF || first == 0 && second == '<') {
            return StandardCharsets.UTF_16BE;
        }
        if (first == 0xFF && second == 0xFE || first == '<' && second == 0) {
            return StandardCharsets.UTF_16LE;
        }
        String declared = PARSER.createXMLStreamReader(new ByteArrayInputStream(content)).getCharacterEncodingScheme();
        return declared == null ? StandardCharsets.UTF_8 : Charset.forName(declared);
    }

    /** Strictly; but only a text that shows the sign for lost characters needs the slow way of finding out. */
    private static String decode(byte[] content, int from, int to, Charset charset) throws CharacterCodingException {
        String text = new String(content, from, to - from, charset);
        return text.indexOf('\uFFFD') < 0 ? text : charset.newDecoder().decode(ByteBuffer.wrap(content, from, to - from)).toString();
    }

    /**
     * Rows are most of a worksheet, and nothing in them is asked for: they are neither decoded nor parsed. Where there are only tags and text, the
     * first end tag of their name is theirs.
     *
     * @param part byte by byte
     * @return where they begin and end, twice 0 when that cannot be told
     */
    private static int[] rows(String part) {
        Matcher start = ROWS.matcher(part);
        boolean plain = part.indexOf("<!") < 0 && part.indexOf("<?", Math.max(1, part.indexOf('<') + 1)) < 0;
        if (!plain || !start.find()) {
            return new int[] {0, 0};
        }
        String close = "</" + start.group(1);
        int end = part.indexOf(close, start.end());
        boolean isWhole = end >= 0 && end + close.length() < part.length() && "> \t\r\n".indexOf(part.charAt(end + close.length())) >= 0;
        return isWhole ? new int[] {start.end(), end} : new int[] {0, 0};
    }

    private record Parse(String part, String text) {

        Element root(Predicate<Element> opaque) throws XMLStreamException, PatchException {
            XMLStreamReader2 reader = (XMLStreamReader2) PARSER.createXMLStreamReader(new StringReader(text));
            Deque<Element> open = new ArrayDeque<>();
            Element top = null;
            int hidden = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw new PatchException(part + ": document type");
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (hidden > 0 || !open.isEmpty() && opaque.test(open.peek())) {
                            hidden++;
                        } else {
                            Element element = element(reader);
                            if (open.isEmpty()) {
                                top = element;
                            } else {
                                open.peek().children.add(element);
                            }
                            open.push(element);
                        }
                        if (open.size() + hidden > MAX_DEPTH) {
                            throw new PatchException(part + ": too deep");
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (hidden > 0) {
                            hidden--;
                        } else {
                            close(open.pop(), reader);
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (hidden == 0 && !open.isEmpty()) {
                            open.peek().ownText.append(reader.getText());
                        }
                    }
                    default -> {
                        // comments and processing instructions stay where they are
                    }
                }
            }
            if (top == null) {
                throw new PatchException(part + ": empty");
            }
            return top;
        }

        private Element element(XMLStreamReader2 reader) throws XMLStreamException, PatchException {
            Element element = new Element(new Name(orEmpty(reader.getPrefix()), orEmpty(reader.getNamespaceURI()), reader.getLocalName()), start(reader), end(reader));
            for (int i = 0; i < reader.getNamespaceCount(); i++) {
                element.declared.put(orEmpty(reader.getNamespacePrefix(i)), orEmpty(reader.getNamespaceURI(i)));
            }
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                element.attributes.put(new Name(orEmpty(reader.getAttributePrefix(i)), orEmpty(reader.getAttributeNamespace(i)), reader.getAttributeLocalName(i)),
                        reader.getAttributeValue(i));
            }
            return element;
        }

        private void close(Element element, XMLStreamReader2 reader) throws XMLStreamException, PatchException {
            int start = start(reader);
            element.end = end(reader);
            element.contentEnd = start == element.start ? element.end : start;
        }

        /** The parser counts blanks before the root as part of it. */
        private int start(XMLStreamReader2 reader) throws PatchException {
            int at = (int) reader.getLocationInfo().getStartingCharOffset();
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at >= text.length() || text.charAt(at) != '<') {
                throw new PatchException(part + ": no tag at " + at);
            }
            return at;
        }

        private int end(XMLStreamReader2 reader) throws XMLStreamException {
            return (int) reader.getLocationInfo().getEndingCharOffset();
        }

        private static String orEmpty(String text) {
            return text == null ? "" : text;
        }
    }
}
