package goalsheet;

import goalsheet.xlsx.Ref;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Damages a workbook at the level of its XML, with nothing but the JDK, so that tests of reading and checking depend neither on our
 * writer nor on POI. Parts not changed stay byte for byte as they were. A step that finds nothing to change throws
 * {@link IllegalArgumentException}: a test must not pass because its damage never happened.
 *
 * <pre>RawEdit.of(file).number("项目1", "D7", "12.5").removeValidation("项目1", "B9:B28").save(damaged);</pre>
 */
public final class RawEdit {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String WORKBOOK = "xl/workbook.xml";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Map<String, Opened> opened = new LinkedHashMap<>();

    /** A parsed part and how it would be written unchanged. */
    private record Opened(Document document, byte[] before) {
    }

    private RawEdit() {
    }

    public static RawEdit of(Path xlsx) throws IOException {
        RawEdit edit = new RawEdit();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(xlsx))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null;) {
                edit.parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return edit;
    }

    /** Writes the result; the same edits of the same file give the same bytes. */
    public Path save(Path out) throws IOException {
        List.copyOf(opened.keySet()).forEach(this::settle);
        try (OutputStream file = Files.newOutputStream(out); ZipOutputStream zip = new ZipOutputStream(file)) {
            for (var part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out;
    }

    /** A number as it shall stand in the file, be it {@code NaN}; a formula that was there goes. */
    public RawEdit number(String sheet, String cell, String number) {
        Element target = emptied(sheet, cell);
        target.appendChild(element(target, "v", number));
        return this;
    }

    /** A text, inline, for this cell alone, whatever shared string it had; a formula that was there goes. */
    public RawEdit text(String sheet, String cell, String text) {
        Element target = emptied(sheet, cell);
        target.setAttribute("t", "inlineStr");
        Element words = element(target, "t", text);
        words.setAttribute("xml:space", "preserve");
        Element inline = element(target, "is", "");
        inline.appendChild(words);
        target.appendChild(inline);
        return this;
    }

    /** An error value, {@code #N/A}, as a formula would leave it; a formula that was there goes. */
    public RawEdit error(String sheet, String cell, String code) {
        Element target = emptied(sheet, cell);
        target.setAttribute("t", "e");
        target.appendChild(element(target, "v", code));
        return this;
    }

    /** Nothing in the cell any more; its format stays. */
    public RawEdit clear(String sheet, String cell) {
        emptied(sheet, cell);
        return this;
    }

    /** A formula (without its {@code =}) with the value it seems to have given: a number, an error, or else a text. */
    public RawEdit formula(String sheet, String cell, String formula, String cached) {
        Element target = emptied(sheet, cell);
        target.appendChild(element(target, "f", formula));
        return cached(sheet, cell, cached);
    }

    /** Changes the value a formula seems to have given and leaves the formula. */
    public RawEdit cached(String sheet, String cell, String value) {
        Element target = found(sheet, cell);
        child(target, "f").orElseThrow(() -> new IllegalArgumentException("no formula in " + cell));
        child(target, "v").ifPresent(target::removeChild);
        target.removeAttribute("t");
        if (!value.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
            target.setAttribute("t", value.matches("#[A-Z/0]+[!?A]") ? "e" : "str");
        }
        target.appendChild(element(target, "v", value));
        return this;
    }

    /** Takes the formula away; its last value stays as a constant. */
    public RawEdit removeFormula(String sheet, String cell) {
        Element target = found(sheet, cell);
        target.removeChild(child(target, "f").orElseThrow(() -> new IllegalArgumentException("no formula in " + cell)));
        return this;
    }

    /** Takes the cell away with value, formula and format. */
    public RawEdit removeCell(String sheet, String cell) {
        Element target = found(sheet, cell);
        target.getParentNode().removeChild(target);
        return this;
    }

    /** Takes all dropdowns and input checks of a sheet away, those of Excel 2010's extension too. */
    public RawEdit removeValidations(String sheet) {
        List<Element> lists = all(sheetPart(sheet), "dataValidations");
        lists.forEach(RawEdit::drop);
        return changed(!lists.isEmpty(), "no validations in " + sheet);
    }

    /** Takes one area ({@code B9:B28}, exactly as in the file) out of the validation that has it, and the validation if that was all. */
    public RawEdit removeValidation(String sheet, String area) {
        boolean changed = false;
        for (Element validation : all(sheetPart(sheet), "dataValidation")) {
            Optional<Element> extended = child(validation, "sqref");
            List<String> areas = new ArrayList<>(Arrays.asList(
                    extended.map(Node::getTextContent).orElse(validation.getAttribute("sqref")).trim().split("\\s+")));
            if (areas.remove(area)) {
                changed = true;
                String rest = String.join(" ", areas);
                if (rest.isEmpty()) {
                    drop(validation);
                } else {
                    extended.ifPresentOrElse(sqref -> sqref.setTextContent(rest), () -> validation.setAttribute("sqref", rest));
                }
            }
        }
        return changed(changed, "no validation over " + area);
    }

    public RawEdit removeSheetProtection(String sheet) {
        return removeOnly(sheetPart(sheet), "sheetProtection");
    }

    public RawEdit removeWorkbookProtection() {
        return removeOnly(WORKBOOK, "workbookProtection");
    }

    /** Renames in the list of sheets only: formulas keep the old name, as after a careless script. */
    public RawEdit renameSheet(String sheet, String name) {
        sheetElement(sheet).setAttribute("name", name);
        return this;
    }

    /** Takes a sheet away with its part and its own names; formulas that speak of it stay. */
    public RawEdit removeSheet(String sheet) {
        Element element = sheetElement(sheet);
        String part = sheetPart(sheet);
        String relation = element.getAttributeNS(RELATIONS, "id");
        int index = all(WORKBOOK, "sheet").indexOf(element);
        element.getParentNode().removeChild(element);
        removeWhere("xl/_rels/workbook.xml.rels", "Relationship", "Id", relation);
        removeWhere("[Content_Types].xml", "Override", "PartName", "/" + part);
        opened.remove(part);
        parts.remove(part);
        parts.remove(part.replaceFirst("([^/]+)$", "_rels/$1.rels"));
        for (Element name : all(WORKBOOK, "definedName")) {
            int local = name.hasAttribute("localSheetId") ? Integer.parseInt(name.getAttribute("localSheetId")) : -1;
            if (local == index) {
                drop(name);
            } else if (local > index) {
                name.setAttribute("localSheetId", Integer.toString(local - 1));
            }
        }
        return this;
    }

    /** A new sheet at the end with nothing in it. */
    public RawEdit addSheet(String name) {
        Element like = all(WORKBOOK, "sheet").get(0);
        Element sheets = (Element) like.getParentNode();
        Element sheet = element(like, "sheet", "");
        sheet.setAttribute("name", name);
        sheet.setAttribute("sheetId", Integer.toString(children(sheets).stream().mapToInt(one -> Integer.parseInt(one.getAttribute("sheetId"))).max().orElse(0) + 1));
        sheet.setAttributeNS(RELATIONS, "r:id", "added-" + children(sheets).size());
        sheets.appendChild(sheet);
        String target = "worksheets/added" + children(sheets).size() + ".xml";
        Element relations = document("xl/_rels/workbook.xml.rels").getDocumentElement();
        Element relation = element((Element) relations.getFirstChild(), "Relationship", "");
        relation.setAttribute("Id", sheet.getAttributeNS(RELATIONS, "id"));
        relation.setAttribute("Type", RELATIONS + "/worksheet");
        relation.setAttribute("Target", target);
        relations.appendChild(relation);
        Element types = document("[Content_Types].xml").getDocumentElement();
        Element type = element((Element) types.getFirstChild(), "Override", "");
        type.setAttribute("PartName", "/xl/" + target);
        type.setAttribute("ContentType", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
        types.appendChild(type);
        return put("xl/" + target, "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>".getBytes(StandardCharsets.UTF_8));
    }

    /** A copy of a sheet, as it is now, behind all others. */
    public RawEdit copySheet(String sheet, String name) {
        addSheet(name);
        String part = sheetPart(sheet);
        settle(part);
        return put(sheetPart(name), parts.get(part));
    }

    /** @param place of its tab among all, from 1 */
    public RawEdit moveSheet(String sheet, int place) {
        Element moved = sheetElement(sheet);
        Element before = all(WORKBOOK, "sheet").get(place - 1);
        before.getParentNode().insertBefore(moved, before);
        return changed(moved != before, sheet + " is there already");
    }

    /** Makes room for {@code count} rows before {@code row} (from 1). Formulas are left as they are, as a careless script leaves them. */
    public RawEdit insertRows(String sheet, int row, int count) {
        return changed(Lines.rows(document(sheetPart(sheet)), row - 1, count), "no rows from " + row);
    }

    public RawEdit deleteRows(String sheet, int row, int count) {
        return changed(Lines.rows(document(sheetPart(sheet)), row - 1, -count), "no rows from " + row);
    }

    /** Makes room for {@code count} columns before {@code column} ({@code C}). Formulas are left as they are. */
    public RawEdit insertColumns(String sheet, String column, int count) {
        return changed(Lines.columns(document(sheetPart(sheet)), Ref.parse(column + 1).col(), count), "no columns from " + column);
    }

    public RawEdit deleteColumns(String sheet, String column, int count) {
        return changed(Lines.columns(document(sheetPart(sheet)), Ref.parse(column + 1).col(), -count), "no columns from " + column);
    }

    /** @param state {@code visible}, {@code hidden} or {@code veryHidden} */
    public RawEdit setState(String sheet, String state) {
        sheetElement(sheet).setAttribute("state", state);
        return this;
    }

    /** Changes a part as text, for whatever has no step of its own. */
    public RawEdit part(String name, UnaryOperator<String> change) {
        settle(name);
        byte[] part = Optional.ofNullable(parts.get(name)).orElseThrow(() -> new IllegalArgumentException("no part " + name));
        String before = new String(part, StandardCharsets.UTF_8);
        String after = change.apply(before);
        parts.put(name, after.getBytes(StandardCharsets.UTF_8));
        return changed(!after.equals(before), "nothing changed in " + name);
    }

    /** Adds or replaces a part as it is; it is not declared anywhere. */
    public RawEdit put(String name, byte[] content) {
        opened.remove(name);
        parts.put(name, content.clone());
        return this;
    }

    /** Takes a part away; what speaks of it stays. */
    public RawEdit drop(String name) {
        opened.remove(name);
        return changed(parts.remove(name) != null, "no part " + name);
    }

    /** Name of the part behind a sheet's tab, {@code xl/worksheets/sheet1.xml}. */
    public String sheetPart(String sheet) {
        String relation = sheetElement(sheet).getAttributeNS(RELATIONS, "id");
        return all("xl/_rels/workbook.xml.rels", "Relationship").stream().filter(one -> one.getAttribute("Id").equals(relation))
                .map(one -> one.getAttribute("Target")).map(target -> target.startsWith("/") ? target.substring(1) : "xl/" + target)
                .findFirst().orElseThrow(() -> new IllegalArgumentException("no part for " + sheet));
    }

    private Element sheetElement(String sheet) {
        return all(WORKBOOK, "sheet").stream().filter(one -> one.getAttribute("name").equals(sheet))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("no sheet " + sheet));
    }

    private Optional<Element> cell(String sheet, String cell) {
        return all(sheetPart(sheet), "c").stream().filter(one -> one.getAttribute("r").equals(cell)).findFirst();
    }

    private Element found(String sheet, String cell) {
        return cell(sheet, cell).orElseThrow(() -> new IllegalArgumentException("no cell " + cell + " in " + sheet));
    }

    private Element emptied(String sheet, String address) {
        Element cell = cell(sheet, address).orElseGet(() -> created(sheet, address));
        while (cell.hasChildNodes()) {
            cell.removeChild(cell.getFirstChild());
        }
        cell.removeAttribute("t");
        return cell;
    }

    private Element created(String sheet, String address) {
        Element data = all(sheetPart(sheet), "sheetData").get(0);
        int row = Ref.parse(address).row();
        Element line = placed(data, "row", Integer.toString(row + 1), one -> Integer.parseInt(one) > row + 1);
        return placed(line, "c", address, one -> Ref.parse(one).col() > Ref.parse(address).col());
    }

    /** The child with this {@code r}, made before the first that comes after it in the sheet's order when it is not there yet. */
    private static Element placed(Element parent, String name, String r, Predicate<String> isLater) {
        Node before = null;
        for (Node node = parent.getFirstChild(); node != null && before == null; node = node.getNextSibling()) {
            if (node instanceof Element one && one.hasAttribute("r")) {
                if (one.getAttribute("r").equals(r)) {
                    return one;
                }
                before = isLater.test(one.getAttribute("r")) ? one : null;
            }
        }
        Element made = element(parent, name, "");
        made.setAttribute("r", r);
        parent.insertBefore(made, before);
        return made;
    }

    private RawEdit removeOnly(String part, String name) {
        List<Element> elements = all(part, name);
        elements.forEach(RawEdit::drop);
        return changed(!elements.isEmpty(), "no " + name + " in " + part);
    }

    private void removeWhere(String part, String name, String attribute, String value) {
        all(part, name).stream().filter(one -> one.getAttribute(attribute).equals(value)).forEach(RawEdit::drop);
    }

    private RawEdit changed(boolean changed, String otherwise) {
        if (!changed) {
            throw new IllegalArgumentException(otherwise);
        }
        return this;
    }

    /** Removes an element, keeps the count of its list, and removes a list left empty, which Excel calls damaged. */
    private static void drop(Element element) {
        Element list = (Element) element.getParentNode();
        list.removeChild(element);
        int left = children(list).size();
        if (list.hasAttribute("count")) {
            list.setAttribute("count", Integer.toString(left));
        }
        if (left == 0 && list.getParentNode() instanceof Element) {
            drop(list);
        }
    }

    private static Element element(Element like, String name, String text) {
        String prefix = like.getPrefix() == null ? "" : like.getPrefix() + ":";
        Element made = like.getOwnerDocument().createElementNS(like.getNamespaceURI(), prefix + name);
        made.setTextContent(text);
        return made;
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent).stream().filter(one -> name.equals(one.getLocalName())).findFirst();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element one) {
                children.add(one);
            }
        }
        return children;
    }

    private List<Element> all(String part, String name) {
        var found = document(part).getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) {
            elements.add((Element) found.item(at));
        }
        return elements;
    }

    /** Closes a part, written anew only if it was changed. */
    private void settle(String name) {
        Optional.ofNullable(opened.remove(name)).ifPresent(part -> {
            byte[] after = bytes(part.document());
            if (!Arrays.equals(after, part.before())) {
                parts.put(name, after);
            }
        });
    }

    private Document document(String part) {
        return opened.computeIfAbsent(part, name -> {
            byte[] content = Optional.ofNullable(parts.get(name)).orElseThrow(() -> new IllegalArgumentException("no part " + name));
            try {
                DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                factory.setNamespaceAware(true);
                Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
                return new Opened(document, bytes(document));
            } catch (ParserConfigurationException | SAXException | IOException e) {
                throw new IllegalArgumentException("cannot read " + name, e);
            }
        }).document();
    }

    private static byte[] bytes(Document document) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.setXmlStandalone(true);
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
