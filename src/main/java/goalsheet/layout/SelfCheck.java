package goalsheet.layout;

import goalsheet.expr.Expr;
import goalsheet.expr.Expr.Operator;
import goalsheet.expr.Function;
import goalsheet.template.Field;
import goalsheet.template.FieldNames;
import goalsheet.template.FieldNames.Reach;
import goalsheet.template.RuleUse;
import goalsheet.template.SheetDef;
import goalsheet.template.Table;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Ref;
import java.math.BigDecimal;
import java.util.ArrayList;
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
    /** Column of an expression that nobody has written down. */
    private static final int NOWHERE = 1;
    private static final Expr FALSE = new Expr.Truth(false, NOWHERE);

    /** Names of its cells in expressions and paths; no field of a template can begin so. */
    static final String PREFIX = "_";
    /** Look of its printed words. */
    static final String BESIDE = "_beside";
    static final String STATE = "_state[";
    static final String WAIVER = "_waiver[";
    static final String OPEN = "_open";
    static final String FILLED = "_filled";
    static final String STATES = "_states";
    static final String ALL_OPEN = "_allOpen";
    static final String ALL_FILLED = "_allFilled";
    static final String LISTED_OPEN = "_listedOpen";
    static final String LISTED_FILLED = "_listedFilled";

    private static final Text WAIVERS = Text.of("免检说明（确有特殊原因时填写）", "Reason for an exception, if there is one");
    private static final Text MISSING = Text.of("缺：{label}", "Missing: {label}");
    private static final Text WRONG = Text.of("不符：{label} {summary}（{id}）", "Wrong: {label}, {summary} ({id})");
    private static final Text BROKEN = Text.of("不符：{summary}（{id}）", "Wrong: {summary} ({id})");
    private static final Text DOUBTFUL = Text.of("请核对：{summary}（{id}）", "Please check: {summary} ({id})");
    private static final Text MORE = Text.of("还差 ", "Still open: ");
    private static final Text PLACES = Text.of(" 处，见本列各行", " (see this column)");
    private static final Text ALL_MORE = Text.of("全表还差 ", "Still open in the workbook: ");
    private static final Text ALL_PLACES = Text.of(" 处", "");
    private static final Text DONE = Text.of("本表没有遗漏", "Nothing open here");
    private static final Text ALL_DONE = Text.of("全部填好，可以报送", "All filled in, ready to send");
    private static final Text NONE = Text.of("清单中的表都还没有填写", "None of the listed sheets is filled in yet");
    private static final Text LISTED_DONE = Text.of("已填好", "done");

    private final Template template;
    private final Lang lang;
    private final SheetDef def;
    private final List<Slot> drawn;
    private final FieldNames names;
    private final int column;
    private final List<Violation> violations = new ArrayList<>();

    private SelfCheck(Template template, Form form, SheetDef def, List<Slot> drawn) {
        this.template = template;
        this.lang = form.lang();
        this.def = def;
        this.drawn = drawn;
        this.names = new FieldNames(template.sheets());
        this.column = def.columns().size() + 1;
    }

    /** Something a cell can have wrong: true when it has; the words are those of its row's state. */
    record Violation(Slot slot, boolean missing, Expr broken, Text words) {
    }

    /** @param slots beside the sheet  @param violations of all its cells, in reading order */
    record Beside(List<Slot> slots, List<Violation> violations) {
    }

    static Beside of(Template template, Form form, SheetDef def, List<Slot> drawn) {
        SelfCheck check = new SelfCheck(template, form, def, drawn);
        List<Slot> slots = check.slots();
        return new Beside(slots, List.copyOf(check.violations));
    }

    private List<Slot> slots() {
        Map<Integer, List<Slot>> rows = new TreeMap<>();
        drawn.stream().filter(slot -> slot.field().isPresent()).forEach(slot -> rows.computeIfAbsent(slot.cell().row(), row -> new ArrayList<>()).add(slot));
        List<Slot> slots = new ArrayList<>();
        rows.forEach((row, cells) -> {
            Slot first = cells.get(0);
            Table table = def.tables().get(first.table());
            if (table != null && table.perSheet()) {
                slots.add(slot(row, column, "_listed[" + row + "]", first, listed()));
            } else {
                state(cells, table).ifPresent(state -> slots.add(slot(row, column, STATE + row + "]", first, started(state))));
            }
        });
        if (slots.isEmpty()) {
            return slots;
        }
        List<Slot> waivers = new ArrayList<>();
        rows.forEach((row, cells) -> {
            if (cells.stream().anyMatch(this::isWaivable)) {
                waivers.add(new Slot(Area.of(new Ref(row, column + 1)), Slot.Kind.ENTRY, WAIVER + row + "]", "", 0, Optional.empty(), "", Optional.empty(), "", ""));
            }
        });
        if (!waivers.isEmpty()) {
            slots.addAll(waivers);
            slots.add(new Slot(Area.of(new Ref(0, column + 1)), Slot.Kind.LABEL, "", "", 0, Optional.empty(), WAIVERS.in(lang), Optional.empty(), BESIDE, ""));
        }
        Slot none = new Slot(drawn.get(0).area(), Slot.Kind.LABEL, "", "", 0, Optional.empty(), "", Optional.empty(), "", "");
        slots.add(slot(0, column, "_message", none, message()));
        slots.add(slot(0, column + 2, OPEN, none, call(Function.FILLED, name(STATES))));
        if (def.repeat().isPresent()) {
            slots.add(slot(0, column + 3, FILLED, none, filled()));
        }
        return slots;
    }

    private static Slot slot(int row, int col, String path, Slot context, Expr expr) {
        return new Slot(Area.of(new Ref(row, col)), Slot.Kind.CALCULATED, path, context.table(), context.index(), Optional.empty(), "", Optional.of(expr), "", "");
    }

    private boolean isWaivable(Slot slot) {
        return template.rules().stream().anyMatch(use -> use.waivable() && use.sheet().equals(def.id()) && use.table().equals(slot.table())
                && use.on().contains(slot.field().orElseThrow().id()));
    }

    /** The first thing wrong in a row, "" when nothing is; empty when nothing can be. */
    private Optional<Expr> state(List<Slot> cells, Table table) {
        List<Violation> row = new ArrayList<>();
        cells.stream().filter(slot -> slot.kind() == Slot.Kind.ENTRY).forEach(slot -> definition(row, slot));
        cells.forEach(slot -> rules(row, slot));
        violations.addAll(row);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Expr state = words(Text.EMPTY);
        for (int i = row.size() - 1; i >= 0; i--) {
            state = call(Function.IF, row.get(i).broken(), words(row.get(i).words()), state);
        }
        return Optional.of(table == null ? state : tableRow(cells, table, state));
    }

    /** A row nobody has begun is silent, unless the table must not stay empty: then its first row says so. */
    private Expr tableRow(List<Slot> cells, Table table, Expr state) {
        List<Expr> begun = cells.stream().filter(slot -> slot.kind() == Slot.Kind.ENTRY).<Expr>map(slot -> call(Function.NOT, blank(slot))).toList();
        Expr silent = words(Text.EMPTY);
        Optional<Field> key = table.fields().values().stream().filter(Field::required).findFirst();
        if (cells.get(0).index() == 1 && table.least() > 0 && key.isPresent()) {
            Expr none = binary(Operator.EQUAL, call(Function.FILLED, name(table.id() + "." + key.get().id())), number(0));
            silent = call(Function.IF, none, words(MISSING.with(Map.of("label", table.label()))), silent);
        }
        return call(Function.IF, begun.size() == 1 ? begun.get(0) : new Expr.Call(Function.OR, begun, NOWHERE), state, silent);
    }

    private void definition(List<Violation> row, Slot slot) {
        Field field = slot.field().orElseThrow();
        Expr.Name cell = name(field.id());
        if (field.required()) {
            row.add(new Violation(slot, true, blank(slot), MISSING.with(Map.of("label", field.label()))));
        }
        if (field.type().isNumeric()) {
            Expr isNumber = call(Function.NUMERIC, cell);
            add(row, slot, CellCondition.NOT_A_NUMBER, call(Function.AND, call(Function.NOT, blank(slot)), call(Function.NOT, isNumber)));
            List<Expr> beyond = new ArrayList<>();
            field.min().ifPresent(min -> beyond.add(binary(Operator.LESS, cell, new Expr.Number(min, NOWHERE))));
            field.max().ifPresent(max -> beyond.add(binary(Operator.MORE, cell, new Expr.Number(max, NOWHERE))));
            if (!beyond.isEmpty()) {
                Expr outside = beyond.size() == 1 ? beyond.get(0) : new Expr.Call(Function.OR, beyond, NOWHERE);
                add(row, slot, CellCondition.OUT_OF_RANGE, call(Function.IF, isNumber, outside, FALSE));
            }
        } else if (field.length() > 0) {
            add(row, slot, CellCondition.TOO_LONG, binary(Operator.MORE, call(Function.LENGTH, cell), number(field.length())));
        }
    }

    private static void add(List<Violation> row, Slot slot, CellCondition condition, Expr broken) {
        row.add(new Violation(slot, false, broken,
                WRONG.with(Map.of("label", slot.field().orElseThrow().label(), "summary", condition.summary(), "id", Text.same(condition.id())))));
    }

    /** The template's own rules whose finding stands at this cell; mere remarks are left to the checker. */
    private void rules(List<Violation> row, Slot slot) {
        for (RuleUse use : template.rules()) {
            if (use.isExpression() && !use.severity().equals("info") && use.sheet().equals(def.id()) && use.table().equals(slot.table()) && use.on().get(0).equals(slot.field().orElseThrow().id())) {
                Expr broken = call(Function.NOT, use.check().orElseThrow());
                Expr looked = use.when().isPresent() ? call(Function.IF, use.when().get(), broken, FALSE) : broken;
                row.add(new Violation(slot, false, readable(use, looked), (use.severity().equals("error") ? BROKEN : DOUBTFUL).with(Map.of("summary", use.summary(), "id", Text.same(use.id())))));
            }
        }
    }

    /** A rule over a number that cannot be read says nothing: what is wrong there is told already. */
    private Expr readable(RuleUse use, Expr rule) {
        List<Expr> guards = rule.names().distinct().filter(name -> isSingleNumber(use, name))
                .<Expr>map(name -> call(Function.OR, call(Function.BLANK, name(name)), call(Function.NUMERIC, name(name)))).toList();
        return guards.isEmpty() ? rule : call(Function.IF, guards.size() == 1 ? guards.get(0) : new Expr.Call(Function.AND, guards, NOWHERE), rule, FALSE);
    }

    private boolean isSingleNumber(RuleUse use, String name) {
        return names.resolve(def, use.table(), name).filter(target -> !target.group() && (target.reach() == Reach.ROW || target.reach() == Reach.SHEET))
                .filter(target -> target.fields().get(0).type().isNumeric() && !target.fields().get(0).isCalculated()).isPresent();
    }

    /** Spare sheets are silent. */
    private Expr started(Expr state) {
        return def.repeat().isPresent() ? call(Function.IF, binary(Operator.MORE, name(FILLED), number(0)), state, words(Text.EMPTY)) : state;
    }

    private Expr message() {
        if (def.tables().values().stream().anyMatch(Table::perSheet)) {
            Expr open = call(Function.SUM, name(ALL_OPEN));
            Expr told = call(Function.IF, binary(Operator.EQUAL, open, number(0)), words(ALL_DONE), join(words(ALL_MORE), open, words(ALL_PLACES)));
            return call(Function.IF, binary(Operator.EQUAL, call(Function.SUM, name(ALL_FILLED)), number(0)), words(NONE), told);
        }
        return started(call(Function.IF, binary(Operator.EQUAL, name(OPEN), number(0)), words(DONE), join(words(MORE), name(OPEN), words(PLACES))));
    }

    private Expr listed() {
        Expr told = call(Function.IF, binary(Operator.EQUAL, name(LISTED_OPEN), number(0)), words(LISTED_DONE), join(words(MORE), name(LISTED_OPEN), words(ALL_PLACES)));
        return call(Function.IF, binary(Operator.EQUAL, name(LISTED_FILLED), number(0)), words(Text.EMPTY), told);
    }

    /** How many entry and control cells of the sheet hold something. */
    private Expr filled() {
        Expr sum = number(0);
        for (Field field : def.fields().values()) {
            sum = field.isCalculated() ? sum : binary(Operator.ADD, sum, call(Function.FILLED, name(field.id())));
        }
        for (Table table : def.tables().values()) {
            for (Field field : table.fields().values()) {
                sum = field.isCalculated() ? sum : binary(Operator.ADD, sum, call(Function.FILLED, name(table.id() + "." + field.id())));
            }
        }
        return sum;
    }

    private static Expr blank(Slot slot) {
        return call(Function.BLANK, name(slot.field().orElseThrow().id()));
    }

    private static Expr.Name name(String path) {
        return new Expr.Name(path, NOWHERE);
    }

    private static Expr number(long value) {
        return new Expr.Number(BigDecimal.valueOf(value), NOWHERE);
    }

    private Expr words(Text text) {
        return new Expr.Words(text.in(lang), NOWHERE);
    }

    private static Expr join(Expr... parts) {
        Expr joined = parts[0];
        for (int i = 1; i < parts.length; i++) {
            joined = binary(Operator.JOIN, joined, parts[i]);
        }
        return joined;
    }

    private static Expr binary(Operator operator, Expr left, Expr right) {
        return new Expr.Binary(operator, left, right);
    }

    private static Expr call(Function function, Expr... arguments) {
        return new Expr.Call(function, List.of(arguments), NOWHERE);
    }
}
