package goalsheet.xlsx;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import goalsheet.xlsx.UnreadableException.Reason;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.io.Stax2ByteArraySource;

/**
 * One part read forward, element by element. The usual loop over the children of the current element:
 *
 * <pre>{@code
 * int here = xml.depth();
 * while (xml.child(here)) {
 *     switch (xml.name()) { … }
 * }
 * }</pre>
 *
 * Children that are not read any deeper, and those of other namespaces, are skipped. Of alternative contents the fallback is read, as by a
 * program that knows no extension. A DOCTYPE is refused; depth and attributes are limited here because JDKs differ.
 */
final class Xml {
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private static final String COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    /** Parsers have limits of their own that differ from Java to Java. */
    static final int MAX_DEPTH = 256;
    static final int MAX_ATTRIBUTES = 200;
    private static final InputFactoryImpl FACTORY = factory();

    private final String part;
    private final String namespace;
    private final XMLStreamReader2 reader;
    private final CharSlice slice = new CharSlice();
    /** Of the current element, the root having 1; elements that only wrap alternatives do not count. */
    private int depth;
    private int realDepth;
    private final boolean[] wraps = new boolean[MAX_DEPTH + 1];

    /** Opens a part and stands on its root element. */
    static Xml open(Archive archive, String part, String namespace, String root) throws UnreadableException {
        return open(archive.unpack(part, new byte[0]), part, namespace, root);
    }

    /** The same with the part's content. */
    static Xml open(Unpacked content, String part, String namespace, String root) throws UnreadableException {
        Xml xml = new Xml(part, namespace, content);
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            // comments, white space
        }
        if (STRICT_MAIN.equals(xml.reader.getNamespaceURI())) {
            throw new UnreadableException(Reason.STRICT, part);
        }
        if (!xml.isIn(namespace) || !xml.name().equals(root)) {
            throw xml.damaged("root element " + xml.name());
        }
        return xml;
    }

    private Xml(String part, String namespace, Unpacked content) throws UnreadableException {
        this.part = part;
        this.namespace = namespace;
        try {
            Charset wide = wide(content);
            // The parser decodes UTF-8 by itself and faster; a byte order mark must not reach it as a character.
            reader = wide == null ? (XMLStreamReader2) FACTORY.createXMLStreamReader(new Stax2ByteArraySource(content.bytes(), 0, content.length()))
                    : (XMLStreamReader2) FACTORY.createXMLStreamReader(new StringReader(new String(content.bytes(), 0, content.length(), wide).replaceFirst("^\uFEFF", "")));
        } catch (XMLStreamException | RuntimeException e) {
            throw damaged("XML");
        }
    }

    /** UTF-16 by its byte order mark or, without one, by the zero beside the first angle bracket; else null. */
    private static Charset wide(Unpacked content) {
        byte[] bytes = content.bytes();
        int head = content.length() < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return switch (head) {
            case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
            case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
            default -> null;
        };
    }

    private static InputFactoryImpl factory() {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    String part() {
        return part;
    }

    int depth() {
        return depth;
    }

    /** Local name of the current element. */
    String name() {
        return reader.getLocalName();
    }

    /** Goes to the next child of the element at a depth; false at that element's end. */
    boolean child(int parent) throws UnreadableException {
        return child(parent, namespace);
    }

    boolean child(int parent, String in) throws UnreadableException {
        while (anyChild(parent)) {
            if (isIn(in)) {
                return true;
            }
        }
        return false;
    }

    /** Like {@link #child(int)}, of whatever namespace. */
    boolean anyChild(int parent) throws UnreadableException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT && depth == parent + 1 && !wraps[realDepth]) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && depth < parent) {
                // The rest of the part must be well-formed too.
                while (realDepth == 0 && event != XMLStreamConstants.END_DOCUMENT) {
                    event = next();
                }
                return false;
            }
        }
    }

    /** The text of the current element, which must hold nothing else; leaves it. */
    String text() throws UnreadableException {
        try {
            String text = reader.getElementText();
            realDepth--;
            depth--;
            return text;
        } catch (XMLStreamException | RuntimeException e) {
            throw damaged("XML");
        }
    }

    /** An attribute without namespace; "" when there is none. */
    String attribute(String name) {
        return attribute("", name);
    }

    String attribute(String in, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name) && in.equals(Objects.requireNonNullElse(reader.getAttributeNamespace(i), ""))) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    int attributes() {
        return reader.getAttributeCount();
    }

    /** Local name; attributes of foreign namespaces have "". */
    String attributeName(int index) {
        String uri = reader.getAttributeNamespace(index);
        return uri == null || uri.isEmpty() ? reader.getAttributeLocalName(index) : "";
    }

    /** Good until the next call of anything here. */
    CharSequence attributeValue(int index) throws UnreadableException {
        try {
            reader.getAttributeAs(index, slice);
            return slice;
        } catch (XMLStreamException | RuntimeException e) {
            throw damaged("XML");
        }
    }

    boolean flag(String name, boolean byDefault) {
        String value = attribute(name);
        return value.isEmpty() ? byDefault : value.equals("1") || value.equals("true") || value.equals("on");
    }

    /** An attribute that is a number from 0 on; {@code byDefault} when there is none. */
    int number(String name, int byDefault) throws UnreadableException {
        String value = attribute(name);
        return value.isEmpty() ? byDefault : index(value);
    }

    int index(CharSequence written) throws UnreadableException {
        return index(part, written);
    }

    /** A number from 0 on, plain digits. */
    static int index(String part, CharSequence written) throws UnreadableException {
        int from = 0;
        int to = written.length();
        while (from < to && written.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && written.charAt(to - 1) <= ' ') {
            to--;
        }
        int value = 0;
        for (int at = from; at < to; at++) {
            int digit = written.charAt(at) - '0';
            if (digit < 0 || digit > 9 || at - from > 8) {
                throw damaged(part, "not an index: " + brief(written.toString()));
            }
            value = value * 10 + digit;
        }
        if (from == to) {
            throw damaged(part, "an index is missing");
        }
        return value;
    }

    Area area(String address) throws UnreadableException {
        try {
            return Area.parse(address);
        } catch (IllegalArgumentException e) {
            throw damaged("not an address: " + brief(address));
        }
    }

    UnreadableException damaged(String what) {
        return damaged(part, what);
    }

    static UnreadableException damaged(String part, String what) {
        return new UnreadableException(Reason.DAMAGED, part + ": " + what);
    }

    UnreadableException tooMany(String what) {
        return tooMany(part, what);
    }

    static UnreadableException tooMany(String part, String what) {
        return new UnreadableException(Reason.TOO_MANY, part + ": " + what);
    }

    static String brief(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 40 ? printable : printable.substring(0, 40) + "…";
    }

    private boolean isIn(String uri) {
        return uri.equals(reader.getNamespaceURI());
    }

    private int next() throws UnreadableException {
        WorkLimit.proceed();
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException | RuntimeException e) {
            // Whatever way a parser fails on nonsense, it is the part that is at fault.
            throw damaged("XML");
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> started();
            case XMLStreamConstants.END_ELEMENT -> depth -= wraps[realDepth--] ? 0 : 1;
            case XMLStreamConstants.DTD -> throw new UnreadableException(Reason.HOSTILE, part + ": DOCTYPE");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw new UnreadableException(Reason.HOSTILE, part + ": entity");
            default -> {
                // text between elements, comments, instructions
            }
        }
        return event;
    }

    private void started() throws UnreadableException {
        if (++realDepth > MAX_DEPTH || reader.getAttributeCount() > MAX_ATTRIBUTES) {
            throw new UnreadableException(Reason.HOSTILE, part + ": too many elements in one another or attributes");
        }
        // A choice is no wrapper and of a foreign namespace: it is skipped with all that it holds.
        String name = name();
        wraps[realDepth] = (name.equals("AlternateContent") || name.equals("Fallback")) && isIn(COMPATIBILITY);
        depth += wraps[realDepth] ? 0 : 1;
    }
}
