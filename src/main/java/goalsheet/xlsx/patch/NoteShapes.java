package goalsheet.xlsx.patch;

import goalsheet.xlsx.Ref;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The boxes in which notes are shown: a drawing in VML, which Excel has kept for notes to this day. */
final class NoteShapes {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";
    private static final Map<String, String> NAMESPACES = Map.of("v", "urn:schemas-microsoft-com:vml",
            "o", "urn:schemas-microsoft-com:office:office", "x", "urn:schemas-microsoft-com:office:excel");
    private static final List<String> PREFIXES = List.of("v", "o", "x");
    private static final Pattern ID = Pattern.compile("_x0000_s(\\d{1,8})");
    private static final String TEXT_BOX = "_x0000_t202";
    private static final int WIDTH = 280;
    private static final int LINE = 16;
    private static final int PADDING = 14;
    private static final int PIXELS_PER_COLUMN = 6;

    private final Markup drawing;
    private final Grid grid;
    private final boolean declared;
    private int lastId;

    NoteShapes(Markup drawing, Grid grid) {
        this.drawing = drawing;
        this.grid = grid;
        this.declared = NAMESPACES.entrySet().stream().allMatch(each -> each.getValue().equals(drawing.root().declared.get(each.getKey())));
        this.lastId = drawing.root().tree().map(element -> ID.matcher(element.get("id"))).filter(Matcher::matches)
                .mapToInt(id -> Integer.parseInt(id.group(1))).max().orElse(1024);
        if (drawing.root().tree().noneMatch(element -> element.is("shapetype") && element.get("id").equals(TEXT_BOX))) {
            drawing.append(drawing.root(), start(new Fragment(""), "v:shapetype", "id", TEXT_BOX, "coordsize", "21600,21600", "o:spt", "202",
                    "path", "m,l,21600r21600,l21600,xe")
                    .empty("v:stroke", "joinstyle", "miter").empty("v:path", "gradientshapeok", "t", "o:connecttype", "rect").close());
        }
    }

    /** A drawing without shapes. */
    static byte[] empty() {
        Fragment xml = new Fragment("").open("xml");
        PREFIXES.forEach(prefix -> xml.attribute("xmlns:" + prefix, NAMESPACES.get(prefix)));
        return xml.open("o:shapelayout", "v:ext", "edit").empty("o:idmap", "v:ext", "edit", "data", "1").close().close()
                .toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Removes the boxes of notes and says whether any shape is left. */
    static boolean strip(Markup drawing, Set<Ref> cells) {
        List<Element> ours = drawing.root().all("shape").filter(shape -> cell(shape).filter(cells::contains).isPresent()).toList();
        ours.forEach(drawing::remove);
        return drawing.root().children.stream().anyMatch(child -> !child.is("shapelayout") && !child.is("shapetype") && !ours.contains(child));
    }

    void add(Ref cell, String text) {
        int height = height(text, WIDTH);
        String box = written(grid.beside(cell, WIDTH, height));
        drawing.append(drawing.root(), start(new Fragment(""), "v:shape", "id", "_x0000_s" + ++lastId, "type", "#" + TEXT_BOX,
                "style", "position:absolute;width:" + WIDTH * 3 / 4 + "pt;height:" + height * 3 / 4 + "pt;z-index:1;visibility:hidden",
                "fillcolor", "#ffffe1", "o:insetmode", "auto")
                .empty("v:fill", "color2", "#ffffe1")
                .empty("v:shadow", "on", "t", "color", "black", "obscured", "t")
                .empty("v:path", "o:connecttype", "none")
                .open("v:textbox", "style", "mso-direction-alt:auto").leaf("div", "", "style", "text-align:left").close()
                .open("x:ClientData", "ObjectType", "Note").empty("x:MoveWithCells").empty("x:SizeWithCells")
                .leaf("x:Anchor", box).leaf("x:AutoFill", "False").leaf("x:Row", String.valueOf(cell.row())).leaf("x:Column", String.valueOf(cell.col()))
                .close().close());
    }

    /** Makes the box of a note that a person wrote large enough for more text; never smaller. */
    void enlarge(Ref cell, String text) {
        drawing.root().tree().filter(element -> element.is("shape") && cell(element).filter(cell::equals).isPresent())
                .flatMap(Element::tree).filter(element -> element.is("Anchor")).findFirst().ifPresent(anchor -> {
                    int[] box = numbers(anchor.text());
                    if (box.length == 8) {
                        int width = Math.max(grid.width(box), WIDTH);
                        int[] sized = grid.sized(box, width, Math.max(grid.height(box), height(text, width)));
                        if (!Arrays.equals(box, sized)) {
                            drawing.replace(anchor, new Fragment("").leaf(anchor.name.written(), written(sized)));
                        }
                    }
                });
    }

    private static int height(String text, int width) {
        return Lines.count(text, (width - PADDING) / (double) PIXELS_PER_COLUMN) * LINE + PADDING;
    }

    private static Optional<Ref> cell(Element shape) {
        return shape.children.stream().filter(child -> child.is("ClientData") && child.get("ObjectType").equals("Note")).findFirst()
                .flatMap(data -> data.child("Row").flatMap(row -> data.child("Column").flatMap(column -> {
                    int[] both = numbers(row.text() + "," + column.text());
                    return both.length == 2 ? Optional.of(new Ref(both[0], both[1])) : Optional.empty();
                })));
    }

    private static int[] numbers(String list) {
        try {
            return Arrays.stream(list.split(",")).map(String::strip).mapToInt(Integer::parseInt).toArray();
        } catch (NumberFormatException e) {
            return new int[0];
        }
    }

    private static String written(int[] box) {
        return Arrays.stream(box).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    }

    private Fragment start(Fragment fragment, String name, Object... attributes) {
        fragment.open(name, attributes);
        if (!declared) {
            PREFIXES.forEach(prefix -> fragment.attribute("xmlns:" + prefix, NAMESPACES.get(prefix)));
        }
        return fragment;
    }
}
