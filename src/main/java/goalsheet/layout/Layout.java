package goalsheet.layout;

import goalsheet.expr.Expr;
import goalsheet.expr.Value;
import goalsheet.template.Field;
import goalsheet.template.FieldNames;
import goalsheet.template.FieldNames.Reach;
import goalsheet.template.FieldType;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A form laid out: every field, printed word and formula of one unit's workbook at its address. */
public final class Layout {
    /** Name of the very hidden sheet that holds the code lists. */
    public static final String LISTS = "_lists";
    /** Stands in a slot's text for the form's short identity, which is known only when all else is laid out. */
    static final String STAMP = "\u0001stamp";

    private final Template template;
    private final Form form;
    private final List<SheetLayout> sheets;
    private final Map<String, List<SheetLayout>> byDef;
    private final FieldNames names;
    private final ListSheet lists;
    private final Map<Located, String> formulas;
    private final Map<Seen, View> views;
    private final Map<String, List<String>> columns;
    private Fingerprint locked;
    private String fingerprint = "";

    /** Where an expression stands: on a sheet, or in a row of one of its tables. */
    private record Seen(String prefix, String table, int index) {
        @Override
        public int hashCode() {
            return (prefix.hashCode() * 31 + table.hashCode()) * 31 + index;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Seen seen && index == seen.index && prefix.equals(seen.prefix) && table.equals(seen.table);
        }
    }

    private Layout(Template template, Form form, DrawnSheets drawnSheets) {
        this.template = template;
        this.form = form;
        this.byDef = new HashMap<>();
        this.names = new FieldNames(template.sheets());
        this.lists = new ListSheet(template);
        this.formulas = new IdentityHashMap<>();
        this.views = new ConcurrentHashMap<>();
        this.columns = new ConcurrentHashMap<>();
        List<SheetLayout> drawn = new ArrayList<>();
        for (SheetDef def : template.sheets()) {
            int count = def.repeat().isPresent() ? form.sheets() : 1;
            for (int number = 1; number <= count; number++) {
                SheetLayout sheet = drawnSheets.draw(form, def, number);
                drawn.add(sheet);
                byDef.computeIfAbsent(def.id(), id -> new ArrayList<>()).add(sheet);
            }
        }
        this.sheets = List.copyOf(drawn);
    }

    private Layout(Layout drawn, Form form) {
        this.template = drawn.template;
        this.form = form;
        this.sheets = drawn.sheets;
        this.byDef = drawn.byDef;
        this.names = drawn.names;
        this.lists = drawn.lists;
        this.formulas = drawn.formulas;
        this.views = drawn.views;
        this.columns = drawn.columns;
        this.locked = drawn.locked;
    }

    public static Layout of(Template template, Form form) {
        return new Layout(template, form, new DrawnSheets(template));
    }

    /** @param drawn for other forms of the template in the same language, with as many sheets */
    static Layout of(Template template, Form form, DrawnSheets drawn) {
        return new Layout(template, form, drawn);
    }

    /** Works out everything that is worked out late, so that threads can share it. */
    void complete() {
        fingerprint();
    }

    /** The same drawing with other control figures for the same fields. */
    Layout with(Form other) {
        return new Layout(this, other);
    }

    public Template template() {
        return template;
    }

    public Form form() {
        return form;
    }

    /** The visible sheets, in the order of their tabs. */
    public List<SheetLayout> sheets() {
        return sheets;
    }

    /** @param number among the sheets of the definition, from 1 */
    public SheetLayout sheet(SheetDef def, int number) {
        return byDef.get(def.id()).get(number - 1);
    }

    public ListSheet lists() {
        return lists;
    }

    /** The slot of a field by its name for the whole workbook: {@code project[2].indicators[3].level2}. */
    public Optional<Located> find(String fullPath) {
        for (SheetLayout sheet : sheets) {
            if (fullPath.startsWith(sheet.prefix())) {
                Optional<Located> found = sheet.slot(fullPath.substring(sheet.prefix().length())).map(sheet::located);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The slots a name stands for in an expression, seen from a sheet or from a row of one of its tables; none for {@code n}. */
    public List<Located> resolve(SheetLayout from, String table, int index, String name) {
        return view(from, table, index).meant(name).cells();
    }

    View view(SheetLayout from, String table, int index) {
        Seen seen = new Seen(from.prefix(), table, index);
        View view = views.get(seen);
        if (view == null) {
            view = new View(name -> cells(from, table, index, name), name -> values(from, index, name));
            View first = views.putIfAbsent(seen, view);
            view = first == null ? view : first;
        }
        return view;
    }

    /** What a name stands for that is no cell's; null for others. */
    private List<Value> values(SheetLayout from, int index, String name) {
        if (name.equals(FieldNames.NUMBER)) {
            return List.of(Value.of(index == 0 ? from.number() : index));
        }
        return name.startsWith(ListSheet.PREFIX) ? lists.values(name) : null;
    }

    private List<Located> cells(SheetLayout from, String table, int index, String name) {
        if (name.startsWith(SelfCheck.TYPED)) {
            return typed(from, table, index, name.substring(SelfCheck.TYPED.length()));
        }
        return name.startsWith(SelfCheck.PREFIX) ? selfCheck(from, table, index, name) : typed(from, table, index, name).stream().map(Layout::item).toList();
    }

    /** A list's item has many spellings: where it is entered, the cell that says which is meant stands for it. */
    private static Located item(Located located) {
        return located.slot().field().filter(field -> field.type() == FieldType.LIST).flatMap(field -> located.sheet().slot(ItemCells.itemPath(located.slot().path())))
                .map(located.sheet()::located).orElse(located);
    }

    private List<Located> typed(SheetLayout from, String table, int index, String name) {
        FieldNames.Target target = names.resolve(from.def(), table, name).orElse(null);
        if (target == null) {
            return List.of();
        }
        String first = target.fields().stream().map(Field::id).findFirst().orElse("");
        return switch (target.reach()) {
            case ROW -> located(from, table + "[" + index + "]." + first);
            case SHEET -> {
                SheetLayout sheet = home(from, target);
                yield target.fields().stream().flatMap(field -> located(sheet, field.id()).stream()).toList();
            }
            case COLUMN, EACH, TABLE -> target.fields().stream().flatMap(field -> column(home(from, target), target.table(), field.id())).toList();
            case LISTED -> located(byDef.get(target.sheet().id()).get(index - 1), first);
            case ALL -> byDef.get(target.sheet().id()).stream().flatMap(sheet -> located(sheet, first).stream()).toList();
        };
    }

    private List<Located> selfCheck(SheetLayout from, String table, int index, String name) {
        return switch (name) {
            case SelfCheck.STATES -> from.slots().stream().filter(slot -> slot.path().startsWith(SelfCheck.STATE)).map(from::located).toList();
            case SelfCheck.ALL_OPEN -> sheets.stream().flatMap(sheet -> located(sheet, SelfCheck.OPEN).stream()).toList();
            case SelfCheck.ALL_FILLED -> sheets.stream().flatMap(sheet -> located(sheet, SelfCheck.FILLED).stream()).toList();
            case SelfCheck.LISTED_OPEN, SelfCheck.LISTED_FILLED -> located(byDef.get(from.def().tables().get(table).over()).get(index - 1),
                    name.equals(SelfCheck.LISTED_OPEN) ? SelfCheck.OPEN : SelfCheck.FILLED);
            default -> located(from, name);
        };
    }

    /** Whether a slot of the self-check is for other formulas, nothing to be read. */
    public boolean isSilent(Slot slot) {
        return slot.path().equals(SelfCheck.OPEN) || slot.path().equals(SelfCheck.FILLED) || slot.path().startsWith(SelfCheck.RULE) || slot.path().startsWith(SelfCheck.SOUND) || ItemCells.isOne(slot.path());
    }

    /** When a cell shows what it has wrong, as a spreadsheet writes it, seen from the cell; in a table it serves the rows below as well. */
    public String condition(SheetLayout sheet, Violation violation) {
        return sheet.written(violation, this, () -> new Places(this, sheet, violation.slot(), true), violation.shown(), false);
    }

    /** The lines of the self-check that are to be read. */
    public List<Slot> told(SheetLayout sheet) {
        return sheet.slots().stream().filter(slot -> slot.isBeside() && slot.kind() == Slot.Kind.CALCULATED && !isSilent(slot)).toList();
    }

    /** How a line of this grade begins. */
    public String start(Violation.Grade grade) {
        return RowCheck.start(grade, form.lang());
    }

    /** The lines that say that nothing is open. */
    public List<String> good() {
        return SheetSummary.good(form.lang());
    }

    /** The slots an expression looks at, seen from a sheet or from a row of one of its tables. */
    public Stream<Located> sources(Expr expr, SheetLayout from, String table, int index) {
        return expr.names().flatMap(name -> resolve(from, table, index, name).stream());
    }

    /** The sheets that {@link #resolve} may look at, those that are not the sheet it looks from. */
    List<SheetLayout> lookedAt(SheetLayout from, String table, String name) {
        boolean isTyped = name.startsWith(SelfCheck.TYPED);
        if (name.startsWith(SelfCheck.PREFIX) && !isTyped) {
            return switch (name) {
                case SelfCheck.ALL_OPEN, SelfCheck.ALL_FILLED -> sheets;
                case SelfCheck.LISTED_OPEN, SelfCheck.LISTED_FILLED -> byDef.get(from.def().tables().get(table).over());
                default -> List.of();
            };
        }
        return names.resolve(from.def(), table, isTyped ? name.substring(SelfCheck.TYPED.length()) : name)
                .filter(target -> target.reach() != Reach.ROW && (target.reach() == Reach.LISTED || target.reach() == Reach.ALL || !target.sheet().id().equals(from.def().id())))
                .map(target -> byDef.get(target.sheet().id())).orElse(List.of());
    }

    /** Whether they are sheets of this very form, not merely like them. */
    boolean hasAll(List<SheetLayout> others) {
        for (SheetLayout other : others) {
            List<SheetLayout> alike = byDef.getOrDefault(other.def().id(), List.of());
            if (other.number() > alike.size() || alike.get(other.number() - 1) != other) {
                return false;
            }
        }
        return true;
    }

    private SheetLayout home(SheetLayout from, FieldNames.Target target) {
        return target.sheet().id().equals(from.def().id()) ? from : byDef.get(target.sheet().id()).get(0);
    }

    private static Stream<Located> column(SheetLayout sheet, String table, String field) {
        return IntStream.rangeClosed(1, sheet.rows(sheet.def().tables().get(table))).boxed().flatMap(row -> located(sheet, table + "[" + row + "]." + field).stream());
    }

    /** Names of the columns of a table that are filled in, be it with something wrong, as {@link #resolve} takes them. */
    List<String> columns(SheetLayout from, String table) {
        return columns.computeIfAbsent(from.def().id() + "/" + table, key -> names.columns(from.def(), table).stream().map(name -> SelfCheck.TYPED + name).toList());
    }

    private static List<Located> located(SheetLayout sheet, String path) {
        return sheet.slot(path).map(slot -> List.of(sheet.located(slot))).orElse(List.of());
    }

    /** The formula of a calculated slot as a spreadsheet writes it, without the leading =. */
    public String formula(SheetLayout sheet, Slot slot) {
        Located cell = sheet.located(slot);
        String known = formulas.get(cell);
        if (known == null) {
            known = sheet.written(slot, this, () -> new Places(this, sheet, slot, false), slot.expr().orElseThrow(), slot.isPercent());
            formulas.put(cell, known);
        }
        return known;
    }

    /** Printed words of a label. */
    public String text(SheetLayout sheet, Slot slot) {
        return slot.text().equals(STAMP) ? stamp() : sheet.words(slot);
    }

    /** SHA-256 over everything that is locked, lower-case hex. */
    public String fingerprint() {
        if (fingerprint.isEmpty()) {
            if (locked == null) {
                locked = Fingerprint.of(this);
            }
            fingerprint = locked.with(form.controls());
        }
        return fingerprint;
    }

    /** The form's identity in short, as it stands on the cover: {@code ledger-2026 v1 · 3FA9-77C1}. */
    public String stamp() {
        String start = fingerprint().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        return template.id() + " v" + template.version() + " · " + start.substring(0, 4) + "-" + start.substring(4);
    }
}
