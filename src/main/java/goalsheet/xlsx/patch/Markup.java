package goalsheet.xlsx.patch;

import goalsheet.xlsx.patch.Element.Name;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One XML part: its text, and the elements that a parser found in it with their places. Changes are made to the text at those
 * places only, so that whatever else the part holds stays as its author's program wrote it, character by character.
 */
final class Markup {
    /** Text put in place of what stood between two places. */
    private record Edit(int from, int to, String text) {
    }

    private final Outline outline;
    private final List<Edit> edits = new ArrayList<>();
    private final Map<Element, Map<Name, String>> tags = new LinkedHashMap<>();
    private final Map<Element, StringBuilder> appended = new LinkedHashMap<>();

    Markup(Outline outline) {
        this.outline = outline;
    }

    /** The same with the same changes, to come back to. */
    Markup copy() {
        Markup copy = new Markup(outline);
        copy.edits.addAll(edits);
        tags.forEach((element, attributes) -> copy.tags.put(element, new LinkedHashMap<>(attributes)));
        appended.forEach((element, xml) -> copy.appended.put(element, new StringBuilder(xml)));
        return copy;
    }

    /** @throws PatchException when the part is not well-formed, or declares a document type */
    static Markup parse(String part, byte[] content) throws PatchException {
        return new Markup(Outline.of(part, content));
    }

    Element root() {
        return outline.root();
    }

    Outline outline() {
        return outline;
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
        for (Element child : root().children) {
            int other = order.indexOf(child.name.local());
            if (other >= 0 && other <= rank) {
                before = child;
            }
        }
        if (before != null) {
            insertAfter(before, xml);
        } else if (root().children.isEmpty()) {
            append(root(), xml);
        } else {
            insertBefore(root().children.get(0), xml);
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
        Edit rows = new Edit(outline.gap(), outline.gap(), "");
        all.add(rows);
        all.sort(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to));
        String text = outline.text();
        StringBuilder out = new StringBuilder(text.length() + 1024);
        byte[] before = {};
        int at = 0;
        for (Edit edit : all) {
            if (edit.from >= at) {
                out.append(text, at, edit.from).append(edit.text);
                at = edit.to;
            }
            if (edit == rows) {
                before = encode(out, outline.marked());
                out.setLength(0);
            }
        }
        byte[] behind = encode(out.append(text, at, text.length()), false);
        byte[] whole = Arrays.copyOf(before, before.length + outline.rows().length + behind.length);
        System.arraycopy(outline.rows(), 0, whole, before.length, outline.rows().length);
        System.arraycopy(behind, 0, whole, whole.length - behind.length, behind.length);
        return whole;
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

    private byte[] encode(StringBuilder out, boolean marked) {
        Charset charset = outline.charset();
        if (marked) {
            out.insert(0, Outline.BOM);
        }
        if (charset.name().startsWith("UTF-")) {
            return out.toString().getBytes(charset);
        }
        CharsetEncoder encoder = charset.newEncoder();
        StringBuilder safe = new StringBuilder(out.length());
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
}
