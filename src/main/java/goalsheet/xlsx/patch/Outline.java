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
 */
record Outline(Charset charset, boolean marked, String text, Element root) {
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

    private static Outline parse(String part, byte[] content, boolean skipRows, Predicate<Element> opaque) throws PatchException {
        try {
            Charset charset = charset(content);
            String all = decode(content, charset);
            boolean marked = !all.isEmpty() && all.charAt(0) == BOM;
            String text = marked ? all.substring(1) : all;
            return new Outline(charset, marked, text, new Parse(part, text, skipRows ? rows(text) : Skipped.NOTHING).root(opaque));
        } catch (XMLStreamException | CharacterCodingException | IllegalArgumentException e) {
            throw new PatchException(part + ": " + e.getMessage(), e);
        }
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
    private static String decode(byte[] content, Charset charset) throws CharacterCodingException {
        String text = new String(content, charset);
        return text.indexOf('\uFFFD') < 0 ? text : charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    }

    /** A stretch of the text that the parser is not shown. */
    private record Skipped(int from, int length) {
        private static final Skipped NOTHING = new Skipped(0, 0);
    }

    /** Rows are most of a worksheet, and nothing in them is asked for. Where there are only tags and text, the first end tag of their name is theirs. */
    private static Skipped rows(String text) {
        Matcher start = ROWS.matcher(text);
        if (text.indexOf("<!") >= 0 || text.indexOf("<?", 1) >= 0 || !start.find()) {
            return Skipped.NOTHING;
        }
        int end = text.indexOf("</" + start.group(1), start.end());
        return end < 0 ? Skipped.NOTHING : new Skipped(start.end(), end - start.end());
    }

    private record Parse(String part, String text, Skipped skipped) {

        Element root(Predicate<Element> opaque) throws XMLStreamException, PatchException {
            String shown = text.substring(0, skipped.from) + text.substring(skipped.from + skipped.length);
            XMLStreamReader2 reader = (XMLStreamReader2) PARSER.createXMLStreamReader(new StringReader(shown));
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
            long offset = reader.getLocationInfo().getStartingCharOffset();
            int at = (int) offset + (offset >= skipped.from ? skipped.length : 0);
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at >= text.length() || text.charAt(at) != '<') {
                throw new PatchException(part + ": no tag at " + offset);
            }
            return at;
        }

        private int end(XMLStreamReader2 reader) throws XMLStreamException {
            int at = (int) reader.getLocationInfo().getEndingCharOffset();
            return at > skipped.from ? at + skipped.length : at;
        }

        private static String orEmpty(String text) {
            return text == null ? "" : text;
        }
    }
}
