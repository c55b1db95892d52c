package goalsheet.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** One random change of a part that leaves it well-formed XML. */
final class XmlMutation {
    private static final String[] VALUES = {"", "0", "1", "-1", "2", "7", "99999999999", "1E400", "NaN", "0.1", "A1", "A1:XFD1048576", "XFD1048577", "B2:A1", "s", "str", "e", "b", "d", "inlineStr", "n", "true", "shared", "array", "list",
            "veryHidden", "rId1", "rId9", "../a.xml", "xl/worksheets/sheet1.xml", "设备登记", "_lists", "\u202e=1+1", "x".repeat(40_000), "SUM(A1", "\"", "[1]Sheet1!A1", "#REF!", "2026-02-30"};

    private XmlMutation() {
    }

    static byte[] of(byte[] part, Random random) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(part));
            List<Element> elements = new ArrayList<>();
            NodeList all = document.getElementsByTagName("*");
            for (int at = 1; at < all.getLength(); at++) {
                elements.add((Element) all.item(at));
            }
            if (!elements.isEmpty()) {
                change(elements.get(random.nextInt(elements.size())), elements, random);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void change(Element element, List<Element> all, Random random) {
        Node parent = element.getParentNode();
        Element other = all.get(random.nextInt(all.size()));
        switch (random.nextInt(9)) {
            case 0 -> parent.removeChild(element);
            case 1 -> parent.insertBefore(element.cloneNode(true), element);
            case 2 -> {
                if (!contains(element, other.getParentNode())) {
                    other.getParentNode().insertBefore(element, other);
                }
            }
            case 3 -> other.appendChild(element.cloneNode(true));
            case 4 -> element.setTextContent(VALUES[random.nextInt(VALUES.length)]);
            case 5 -> element.getOwnerDocument().renameNode(element, element.getNamespaceURI(), other.getLocalName());
            default -> attribute(element, other, random);
        }
    }

    private static boolean contains(Node ancestor, Node node) {
        return node != null && (node == ancestor || contains(ancestor, node.getParentNode()));
    }

    private static void attribute(Element element, Element other, Random random) {
        NamedNodeMap attributes = element.getAttributes();
        if (attributes.getLength() == 0) {
            element.setAttribute(random.nextBoolean() ? "r" : "t", VALUES[random.nextInt(VALUES.length)]);
            return;
        }
        Attr attribute = (Attr) attributes.item(random.nextInt(attributes.getLength()));
        switch (random.nextInt(3)) {
            case 0 -> element.removeAttributeNode(attribute);
            case 1 -> attribute.setValue(other.hasAttribute(attribute.getName()) ? other.getAttribute(attribute.getName()) : VALUES[random.nextInt(VALUES.length)]);
            default -> attribute.setValue(VALUES[random.nextInt(VALUES.length)]);
        }
    }
}
