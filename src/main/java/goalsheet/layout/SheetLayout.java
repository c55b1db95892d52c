package goalsheet.layout;

import goalsheet.expr.ExcelText;
import goalsheet.expr.Expr;
import goalsheet.layout.SheetDrawing.Written;
import goalsheet.template.SheetDef;
import goalsheet.template.Table;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** One sheet of a form with everything at its address. */
public final class SheetLayout {
    /** Stands in printed words for the number of the sheet. */
    static final String NUMBER = "\u0001n";

    private final SheetDef def;
    private final int number;
    private final String name;
    private final String prefix;
    private final SheetDrawing drawing;
    private final List<Located> cells;
    /** What says something else on other sheets of the drawing. */
    private final Map<Object, Written> written = Collections.synchronizedMap(new IdentityHashMap<>());

    SheetLayout(SheetDef def, int number, String name, String prefix, SheetDrawing drawing) {
        this.def = def;
        this.number = number;
        this.name = name;
        this.prefix = prefix;
        this.drawing = drawing;
        this.cells = IntStream.range(0, drawing.slots().size()).mapToObj(i -> new Located(this, drawing.slots().get(i), i)).toList();
    }

    public SheetDef def() {
        return def;
    }

    /** Among the sheets of the same definition, from 1. */
    public int number() {
        return number;
    }

    /** Name of the tab. */
    public String name() {
        return name;
    }

    /** What full paths begin with: {@code cover.} or {@code project[2].}. */
    public String prefix() {
        return prefix;
    }

    /** In reading order. Other sheets of the definition may have the very same. */
    public List<Slot> slots() {
        return drawing.slots();
    }

    /** The slots with their places, slot by slot. */
    public List<Located> cells() {
        return cells;
    }

    /** Heights of the rows, in points. */
    public List<Double> heights() {
        return drawing.heights();
    }

    /** 0-based row that is printed again on each page, -1 for none. */
    public int head() {
        return drawing.head();
    }

    /** What its cells can have wrong, for the live self-check. */
    public List<Violation> violations() {
        return drawing.violations();
    }

    /** The slots of fields by their paths within the sheet, in reading order. */
    public Map<String, Slot> byPath() {
        return drawing.byPath();
    }

    /** The slot of a field within the sheet. */
    public Optional<Slot> slot(String path) {
        return Optional.ofNullable(drawing.byPath().get(path));
    }

    /** A slot with its place. */
    public Located located(Slot slot) {
        return cells.get(drawing.number(slot));
    }

    /** The field's name for the whole workbook. */
    public String fullPath(Slot slot) {
        return located(slot).fullPath();
    }

    /** Printed words of a label, {@link Layout#STAMP} as it is. */
    public String words(Slot slot) {
        String text = slot.text();
        return text.contains(NUMBER) ? text.replace(NUMBER, Integer.toString(number)) : text;
    }

    /**
     * An expression as a spreadsheet writes it: once for all sheets and forms in which it looks at the same other sheets.
     *
     * @param place  where it stands, an object of the drawing
     * @param layout of the form
     * @param seen   gives its places, as seen from there; asked only when the expression is not known yet
     */
    String written(Object place, Layout layout, Supplier<Places> seen, Expr expr, boolean isPercent) {
        Written known = drawing.written().get(place);
        if (known == null) {
            known = written.get(place);
        }
        if (known != null && layout.hasAll(known.lookedAt())) {
            return known.formula();
        }
        Places places = seen.get();
        String formula = new ExcelText(places).formula(expr, isPercent);
        (places.isOfOneSheet() ? written : drawing.written()).put(place, new Written(formula, List.copyOf(places.lookedAt())));
        return formula;
    }

    /** The cell beside a row (0-based) in which a unit may state its reason for an exception. */
    public Optional<Slot> waiver(int row) {
        return slot(SelfCheck.WAIVER + row + "]");
    }

    /** Whether any row of the sheet has such a cell. */
    public boolean hasWaivers() {
        return slots().stream().anyMatch(slot -> slot.path().startsWith(SelfCheck.WAIVER));
    }

    /** How many rows a table has here. */
    public int rows(Table table) {
        return drawing.rows().getOrDefault(table.id(), 0);
    }
}
