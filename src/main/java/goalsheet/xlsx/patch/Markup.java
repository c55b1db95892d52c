package goalsheet.xlsx.patch;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import goalsheet.xlsx.patch.Element.Name;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * One XML part: its text, and the elements that a parser found in it with their places. Changes are made to the text at those
 * places only, so that whatever else the part holds stays as its author's program wrote it, character by character.
 */
final class Markup {
    private static final InputFactoryImpl PARSER = new InputFactoryImpl();
    private static final int MAX_DEPTH = 256;
    private static final Predicate<Element> SHEET = element -> element.is("sheetData");
    private static final Pattern ROWS = Pattern.compile("<(?:[\\w.-]+:)?sheetData(?:\\s[^<>]*)?(?<!/)>");
    private static final char BOM = '\uFEFF';

    /** Text put in place of what stood between two places. */
    private record Edit(int from, int to, String text) {
    }

    private final String part;
    private final Charset charset;
    private final boolean marked;
    private final String text;
    /** Where the rows of a worksheet begin that the parser is not shown, and how long they are. */
    private int rows;
    private int rowsLength;
    private final Element root;
    private final List<Edit> edits = new ArrayList<>();
    private final Map<Element, Map<Name, String>> tags = new LinkedHashMap<>();
    private final Map<Element, StringBuilder> appended = new LinkedHashMap<>();

    private Markup(String part, byte[] content, Predicate<Element> opaque) throws PatchException {
        this.part = part;
        try {
            this.charset = charset(content);
            String all = decode(content, charset);
            this.marked = !all.isEmpty() && all.charAt(0) == BOM;
            this.text = marked ? all.substring(1) : all;
            if (opaque == SHEET) {
                hideRows();
            }
            this.root = outline(opaque);
        } catch (XMLStreamException | CharacterCodingException | IllegalArgumentException e) {
            throw new PatchException(part + ": " + e.getMessage(), e);
        }
    }

    /** @throws PatchException when the part is not well-formed, or declares a document type */
    static Markup parse(String part, byte[] content) throws PatchException {
        return new Markup(part, content, element -> false);
    }

    /** A worksheet without its rows, which may be very many. */
    static Markup parseSheet(String part, byte[] content) throws PatchException {
        return new Markup(part, content, SHEET);
    }

    /** A worksheet with the cells of these rows (from 0) only, and of rows that do not say their number. */
    static Markup parseRows(String part, byte[] content, Set<Integer> rows) throws PatchException {
        return new Markup(part, content, element -> element.is("row") && !element.get("r").isEmpty() && !rows.contains(element.number("r", 0) - 1));
    }

    private Markup(Markup parsed) {
        this.part = parsed.part;
        this.charset = parsed.charset;
        this.marked = parsed.marked;
        this.text = parsed.text;
        this.root = parsed.root;
    }

    /** The part as it was parsed, without the changes made since. */
    Markup anew() {
        return new Markup(this);
    }

    Element root() {
        return root;
    }

    String text() {
        return text;
    }

    /** Sets an attribute without a namespace. */
    void set(Element element, String attribute, Object value) {
        tag(element).put(attributeName(element, attribute), value.toString());
    }

    void drop(Element element, String attribute) {
        tag(element).remove(attributeName(element, attribute));
    }

    /** Puts new children behind those that the element has. */
    void append(Element parent, Object xml) {
        appended.computeIfAbsent(parent, none -> new StringBuilder()).append(xml);
        if (parent.isEmptyTag()) {
            tag(parent);
        }
    }

    void insertBefore(Element element, Object xml) {
        edits.add(new Edit(element.start, element.start, xml.toString()));
    }

    void insertAfter(Element element, Object xml) {
        edits.add(new Edit(element.end, element.end, xml.toString()));
    }

    void replace(Element element, Object xml) {
        edits.add(new Edit(element.start, element.end, xml.toString()));
    }

    /** Puts {@code xml} where {@code order}, the sequence that the schema asks of the root's children, wants an element {@code local}. */
    void insertOrdered(List<String> order, String local, Object xml) {
        int rank = order.indexOf(local);
        // Behind the last one that may come before: what stands in between unknown (mc:AlternateContent) is left where it is.
        Element before = null;
        for (Element child : root.children) {
            int other = order.indexOf(child.name.local());
            if (other >= 0 && other <= rank) {
                before = child;
            }
        }
        if (before != null) {
            insertAfter(before, xml);
        } else if (root.children.isEmpty()) {
            append(root, xml);
        } else {
            insertBefore(root.children.get(0), xml);
        }
    }

    void remove(Element element) {
        edits.add(new Edit(element.start, element.end, ""));
    }

    boolean isChanged() {
        return !edits.isEmpty() || !tags.isEmpty() || !appended.isEmpty();
    }

    /** The part with all changes, in the encoding that it had. */
    byte[] bytes() {
        List<Edit> all = new ArrayList<>();
        tags.forEach((element, attributes) -> all.add(new Edit(element.start, element.contentStart, startTag(element, attributes))));
        appended.forEach((element, xml) -> {
            int at = element.isEmptyTag() ? element.end : element.contentEnd;
            all.add(new Edit(at, at, element.isEmptyTag() ? xml + "</" + element.name.written() + ">" : xml.toString()));
        });
        all.addAll(edits);
        all.sort(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to));
        StringBuilder out = new StringBuilder(text.length() + 1024);
        int at = 0;
        for (Edit edit : all) {
            if (edit.from >= at) {
                out.append(text, at, edit.from).append(edit.text);
                at = edit.to;
            }
        }
        return encode(out.append(text, at, text.length()));
    }

    private Map<Name, String> tag(Element element) {
        return tags.computeIfAbsent(element, none -> new LinkedHashMap<>(element.attributes));
    }

    private static Name attributeName(Element element, String local) {
        return element.attributes.keySet().stream().filter(name -> name.namespace().isEmpty() && name.local().equals(local))
                .findFirst().orElse(new Name("", "", local));
    }

    private String startTag(Element element, Map<Name, String> attributes) {
        StringBuilder tag = new StringBuilder("<").append(element.name.written());
        element.declared.forEach((prefix, uri) -> tag.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix)
                .append("=\"").append(Fragment.escape(uri, true)).append('"'));
        attributes.forEach((name, value) -> tag.append(' ').append(name.written()).append("=\"").append(Fragment.escape(value, true)).append('"'));
        return tag.append(element.isEmptyTag() && !appended.containsKey(element) ? "/>" : ">").toString();
    }

    /** Strictly; but only a text that shows the sign for lost characters needs the slow way of finding out. */
    private static String decode(byte[] content, Charset charset) throws CharacterCodingException {
        String text = new String(content, charset);
        return text.indexOf('\uFFFD') < 0 ? text : charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    }

    private byte[] encode(StringBuilder out) {
        if (charset.name().startsWith("UTF-")) {
            return (marked ? BOM + out.toString() : out.toString()).getBytes(charset);
        }
        CharsetEncoder encoder = charset.newEncoder();
        StringBuilder safe = new StringBuilder(out.length() + 1);
        if (marked) {
            safe.append(BOM);
        }
        out.codePoints().forEach(c -> {
            // What the part's own encoding lacks (only words of ours can) is written as a reference.
            if (c < 0x80 || encoder.canEncode(CharBuffer.wrap(Character.toChars(c)))) {
                safe.appendCodePoint(c);
            } else {
                safe.append("&#").append(c).append(';');
            }
        });
        return safe.toString().getBytes(charset);
    }

    /** Rows are most of a worksheet, and nothing in them is asked for. Where only tags and text stand, their end tag is the last of its name. */
    private void hideRows() {
        Matcher start = ROWS.matcher(text);
        if (text.indexOf("<!") < 0 && text.indexOf("<?", 1) < 0 && start.find()) {
            int end = text.lastIndexOf("</" + start.group().substring(1).split("[\\s>]")[0]);
            if (end >= start.end()) {
                rows = start.end();
                rowsLength = end - rows;
            }
        }
    }

    private Element outline(Predicate<Element> opaque) throws XMLStreamException, PatchException {
        String shown = text.substring(0, rows) + text.substring(rows + rowsLength);
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
        int start = place(reader.getLocationInfo().getStartingCharOffset());
        int end = end(reader);
        Element element = new Element(new Name(orEmpty(reader.getPrefix()), orEmpty(reader.getNamespaceURI()), reader.getLocalName()), start, end);
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
        int start = place(reader.getLocationInfo().getStartingCharOffset());
        element.end = end(reader);
        element.contentEnd = start == element.start ? element.end : start;
    }

    private int end(XMLStreamReader2 reader) throws XMLStreamException {
        int end = (int) reader.getLocationInfo().getEndingCharOffset();
        return end > rows ? end + rowsLength : end;
    }

    /** The parser counts blanks before the root as part of it. */
    private int place(long offset) throws PatchException {
        int at = (int) offset + (offset >= rows ? rowsLength : 0);
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at >= text.length() || text.charAt(at) != '<') {
            throw new PatchException(part + ": no tag at " + offset);
        }
        return at;
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

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
