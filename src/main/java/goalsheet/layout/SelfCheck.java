package goalsheet.layout;

import static goalsheet.layout.Terms.call;
import static goalsheet.layout.Terms.name;

import goalsheet.expr.Expr;
import goalsheet.expr.Function;
import goalsheet.template.SheetDef;
import goalsheet.template.Table;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Ref;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The live self-check beside a sheet, to the right of what is printed: in each row what is missing or wrong, above them how much
 * is open, on the list of sheets the state of each. Every line is an expression like any other of the form, so the checker's
 * own calculation says the same as the spreadsheet.
 */
final class SelfCheck {
    /** Names of its cells in expressions and paths; no field of a template can begin so. */
    static final String PREFIX = "_";
    /** Before a name: what stands in the cells, where the name alone means the item that is meant. */
    static final String TYPED = "_typed.";
    /** Look of its printed words. */
    static final String BESIDE = "_beside";
    static final String MESSAGE = "_message";
    static final String LISTED = "_listed[";
    static final String STATE = "_state[";
    static final String WAIVER = "_waiver[";
    static final String RULE = "_rule[";
    static final String SOUND = "_sound[";
    static final String OPEN = "_open";
    static final String FILLED = "_filled";
    static final String STATES = "_states";
    static final String ALL_OPEN = "_allOpen";
    static final String ALL_FILLED = "_allFilled";
    static final String LISTED_OPEN = "_listedOpen";
    static final String LISTED_FILLED = "_listedFilled";

    private static final Text WAIVERS = Text.of("免检说明（确有特殊原因时填写）", "Reason for an exception, if there is one");

    private final Template template;
    private final Lang lang;
    private final SheetDef def;
    private final List<Slot> drawn;
    private final int column;
    private final SheetSummary summary;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, Expr> apart = new LinkedHashMap<>();

    private SelfCheck(Template template, Form form, SheetDef def, List<Slot> drawn) {
        this.template = template;
        this.lang = form.lang();
        this.def = def;
        this.drawn = drawn;
        this.column = def.columns().size() + 1;
        this.summary = new SheetSummary(def, lang);
    }

    /** @param slots beside the sheet  @param violations of all its cells, in reading order */
    record Beside(List<Slot> slots, List<Violation> violations) {
    }

    static Beside of(Template template, Form form, SheetDef def, List<Slot> drawn) {
        SelfCheck check = new SelfCheck(template, form, def, drawn);
        check.draw();
        return new Beside(List.copyOf(check.slots), List.copyOf(check.violations));
    }

    /** A cell of the self-check, seen from a slot of the form. */
    static Slot slot(Ref cell, String path, Slot context, Expr expr) {
        return new Slot(Area.of(cell), Slot.Kind.CALCULATED, path, context.table(), context.index(), Optional.empty(), "", Optional.of(expr), "", "");
    }

    private void draw() {
        Map<Integer, List<Slot>> rows = new TreeMap<>();
        drawn.stream().filter(slot -> slot.field().isPresent()).forEach(slot -> rows.computeIfAbsent(slot.cell().row(), row -> new ArrayList<>()).add(slot));
        rows.forEach(this::state);
        if (slots.isEmpty()) {
            return;
        }
        ItemCells items = new ItemCells(template, column + 2);
        rows.values().forEach(cells -> cells.forEach(cell -> slots.addAll(items.of(cell))));
        waivers(rows);
        Slot sheet = new Slot(drawn.get(0).area(), Slot.Kind.LABEL, "", "", 0, Optional.empty(), "", Optional.empty(), "", "");
        slots.add(slot(new Ref(0, column), MESSAGE, sheet, summary.message()));
        slots.add(slot(new Ref(0, column + 2), OPEN, sheet, call(Function.FILLED, name(STATES))));
        if (def.repeat().isPresent()) {
            slots.add(slot(new Ref(0, column + 3), FILLED, sheet, summary.filled()));
        }
        int free = column + 4;
        for (Map.Entry<String, Expr> cell : apart.entrySet()) {
            slots.add(slot(new Ref(0, free++), cell.getKey(), sheet, cell.getValue()));
        }
    }

    private void state(int row, List<Slot> cells) {
        Slot first = cells.get(0);
        Table table = def.tables().get(first.table());
        if (table != null && table.perSheet()) {
            slots.add(slot(new Ref(row, column), LISTED + row + "]", first, summary.listed()));
            return;
        }
        RowCheck check = new RowCheck(template, def, lang, cells, table, apart);
        violations.addAll(check.violations());
        check.state().ifPresent(state -> slots.add(slot(new Ref(row, column), STATE + row + "]", first, summary.started(state))));
    }

    private void waivers(Map<Integer, List<Slot>> rows) {
        List<Integer> waivable = rows.entrySet().stream().filter(row -> row.getValue().stream().anyMatch(this::isWaivable)).map(Map.Entry::getKey).toList();
        waivable.forEach(row -> slots.add(new Slot(Area.of(new Ref(row, column + 1)), Slot.Kind.ENTRY, WAIVER + row + "]", "", 0, Optional.empty(), "", Optional.empty(), "", "")));
        if (!waivable.isEmpty()) {
            slots.add(new Slot(Area.of(new Ref(0, column + 1)), Slot.Kind.LABEL, "", "", 0, Optional.empty(), WAIVERS.in(lang), Optional.empty(), BESIDE, ""));
        }
    }

    private boolean isWaivable(Slot slot) {
        return template.rules().stream().anyMatch(use -> use.waivable() && use.sheet().equals(def.id()) && use.table().equals(slot.table())
                && use.on().contains(slot.field().orElseThrow().id()));
    }
}
