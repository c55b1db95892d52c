package goalsheet.xlsx.patch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The styles of a workbook, to which ours are added at the end unless the very same is there already. */
final class Styles {
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String EMPTY = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"" + NAMESPACE + "\">"
            + "<fonts count=\"1\"><font/></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>"
            + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"1\"><xf xfId=\"0\"/></cellXfs></styleSheet>";
    private static final List<String> ORDER = List.of("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
            "tableStyles", "colors", "extLst");

    private static final List<String> USED = List.of("fonts", "fills", "borders", "cellXfs", "dxfs");

    private final Parts parts;
    private final String part;
    private final Markup styles;
    /** by collection, what its members mean, in order */
    private final Map<String, List<String>> known = new HashMap<>();

    Styles(Parts parts, Workbook workbook) throws PatchException {
        this.parts = parts;
        Optional<Relations.Relation> existing = workbook.relations().byKind("styles");
        if (existing.isPresent()) {
            this.part = existing.get().target();
        } else {
            this.part = parts.freeName(workbook.folder() + "styles", ".xml");
            parts.add(part, TYPE, EMPTY.getBytes(StandardCharsets.UTF_8));
            workbook.relations().add("styles", part);
        }
        this.styles = whole();
        for (String collection : USED) {
            known.put(collection, new ArrayList<>(collection(collection).children.stream().map(Element::meaning).toList()));
        }
    }

    /** With every collection that is used. */
    private Markup whole() throws PatchException {
        Markup found = parts.markup(part);
        for (String collection : USED) {
            if (found.root().child(collection).isEmpty()) {
                found.insertOrdered(ORDER, collection, new Fragment(found.root().name.prefix()).empty(collection, "count", 0));
                parts.put(part, found);
                found = parts.markup(part);
            }
        }
        return found;
    }

    /** Puts all that was added into the workbook. */
    void save() throws PatchException {
        parts.put(part, styles);
    }

    /** A font, as index. */
    int font(String name, double points, String color, boolean bold, boolean underlined) throws PatchException {
        Fragment font = fragment().open("font");
        if (bold) {
            font.empty("b");
        }
        if (underlined) {
            font.empty("u");
        }
        // Character set 134 is GB2312: without it Windows may take a font that lacks the characters.
        font.empty("sz", "val", number(points)).empty("color", "rgb", "FF" + color).empty("name", "val", name).empty("charset", "val", 134);
        return index("fonts", font.close());
    }

    /** A plain fill, as index; "" for none. */
    int fill(String color) throws PatchException {
        return color.isEmpty() ? 0 : index("fills", fragment().open("fill").open("patternFill", "patternType", "solid")
                .empty("fgColor", "rgb", "FF" + color).empty("bgColor", "indexed", 64).close().close());
    }

    /** A thin line on all four sides, as index. */
    int border(String color) throws PatchException {
        Fragment border = fragment().open("border");
        for (String side : List.of("left", "right", "top", "bottom")) {
            border.open(side, "style", "thin").empty("color", "rgb", "FF" + color).close();
        }
        return index("borders", border.empty("diagonal").close());
    }

    /** A cell format for text, as index. */
    int cell(int font, int fill, int border, String horizontal, String vertical) throws PatchException {
        // With quotePrefix a value that begins with = stays text even when someone edits the cell.
        return index("cellXfs", fragment().open("xf", "numFmtId", 49, "fontId", font, "fillId", fill, "borderId", border, "xfId", 0,
                        "quotePrefix", 1, "applyNumberFormat", 1, "applyFont", 1, "applyFill", 1, "applyBorder", 1, "applyAlignment", 1)
                .empty("alignment", "horizontal", horizontal, "vertical", vertical, "wrapText", 1).close());
    }

    /** How a conditional format colours a cell, as index. */
    int highlight(String ink, String fill) throws PatchException {
        return index("dxfs", fragment().open("dxf")
                .open("font").empty("color", "rgb", "FF" + ink).close()
                .open("fill").open("patternFill", "patternType", "solid").empty("fgColor", "rgb", "FF" + fill).empty("bgColor", "rgb", "FF" + fill)
                .close().close().close());
    }

    private Fragment fragment() {
        return new Fragment(styles.root().name.prefix());
    }

    private Element collection(String name) {
        return styles.root().child(name).orElseThrow();
    }

    private int index(String collection, Fragment fragment) throws PatchException {
        List<String> members = known.get(collection);
        String meaning = Markup.parse("a style of ours", declare(styles.root(), fragment)).root().children.get(0).meaning();
        int index = members.indexOf(meaning);
        if (index >= 0) {
            return index;
        }
        styles.append(collection(collection), fragment);
        members.add(meaning);
        styles.set(collection(collection), "count", members.size());
        return members.size() - 1;
    }

    private static byte[] declare(Element root, Fragment fragment) {
        String prefix = root.name.prefix();
        return new Fragment("").open("ours", prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, NAMESPACE).raw(fragment).close()
                .toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String number(double points) {
        return points == Math.rint(points) ? String.valueOf((long) points) : String.valueOf(points);
    }
}
