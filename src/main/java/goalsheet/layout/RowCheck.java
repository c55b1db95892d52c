package goalsheet.layout;

import static goalsheet.layout.Terms.FALSE;
import static goalsheet.layout.Terms.binary;
import static goalsheet.layout.Terms.call;
import static goalsheet.layout.Terms.combined;
import static goalsheet.layout.Terms.isNothing;
import static goalsheet.layout.Terms.isSomething;
import static goalsheet.layout.Terms.isZero;
import static goalsheet.layout.Terms.name;
import static goalsheet.layout.Terms.not;
import static goalsheet.layout.Terms.number;

import goalsheet.expr.Expr;
import goalsheet.expr.Expr.Operator;
import goalsheet.expr.Function;
import goalsheet.layout.Violation.Grade;
import goalsheet.template.CodeList;
import goalsheet.template.Field;
import goalsheet.template.FieldType;
import goalsheet.template.RuleUse;
import goalsheet.template.SheetDef;
import goalsheet.template.Table;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the cells of one row of a sheet can have wrong, and the words that say so beside the row. */
final class RowCheck {
    private static final Text MISSING = Text.of("缺：{label}（{id}）", "Missing: {label} ({id})");
    private static final Text WRONG = Text.of("不符：{label} {summary}（{id}）", "Wrong: {label}, {summary} ({id})");
    private static final Text BROKEN = Text.of("不符：{summary}（{id}）", "Wrong: {summary} ({id})");
    private static final Text DOUBTFUL = Text.of("请核对：{summary}（{id}）", "Please check: {summary} ({id})");

    private final Template template;
    private final SheetDef def;
    private final Lang lang;
    private final List<Slot> cells;
    private final Table table;
    private final Map<String, Expr> apart;
    private final List<Violation> violations = new ArrayList<>();

    /**
     * @param table of whose rows this is one, null for a row of the sheet itself
     * @param apart takes what is to be calculated in cells of its own, 1 or 0, by path: whether rules about the sheet as a whole are broken, and what they ask for
     */
    RowCheck(Template template, SheetDef def, Lang lang, List<Slot> cells, Table table, Map<String, Expr> apart) {
        this.template = template;
        this.def = def;
        this.lang = lang;
        this.cells = cells;
        this.table = table;
        this.apart = apart;
        cells.stream().filter(slot -> slot.kind() == Slot.Kind.ENTRY).forEach(this::definition);
        cells.forEach(this::rules);
    }

    /** How the words of a grade begin. */
    static String start(Grade grade, Lang lang) {
        String words = (switch (grade) {
            case MISSING -> MISSING;
            case WRONG -> BROKEN;
            case DOUBTFUL -> DOUBTFUL;
        }).in(lang);
        return words.substring(0, words.indexOf('{')).stripTrailing();
    }

    /** In reading order. */
    List<Violation> violations() {
        return violations;
    }

    /** The gravest thing wrong, "" when nothing is; empty when nothing can be. */
    Optional<Expr> state() {
        if (violations.isEmpty()) {
            return Optional.empty();
        }
        List<Violation> doubtfulLast = violations.stream().sorted(Comparator.comparing(violation -> violation.grade() == Grade.DOUBTFUL)).toList();
        Expr state = Terms.NOTHING;
        for (int i = doubtfulLast.size() - 1; i >= 0; i--) {
            state = call(Function.IF, doubtfulLast.get(i).broken(), words(doubtfulLast.get(i).words()), state);
        }
        return Optional.of(table == null ? state : tableRow(state));
    }

    /** A row nobody has begun is silent, unless the table must not stay empty: then its first row says so. */
    private Expr tableRow(Expr state) {
        List<Expr> begun = cells.stream().filter(slot -> slot.kind() == Slot.Kind.ENTRY).map(slot -> not(blank(slot))).toList();
        Expr silent = Terms.NOTHING;
        Optional<Field> key = table.fields().values().stream().filter(Field::required).findFirst();
        if (cells.get(0).index() == 1 && table.least() > 0 && key.isPresent()) {
            Expr none = isZero(call(Function.FILLED, name(SelfCheck.TYPED + table.id() + "." + key.get().id())));
            silent = call(Function.IF, none, words(missing(table.label())), silent);
        }
        return call(Function.IF, combined(Function.OR, begun), state, silent);
    }

    private void definition(Slot slot) {
        Field field = slot.field().orElseThrow();
        Expr.Name cell = name(SelfCheck.TYPED + field.id());
        Optional<CodeList> items = template.closedList(field);
        if (field.required()) {
            violations.add(new Violation(slot, Grade.MISSING, CellCondition.REQUIRED.id(), blank(slot), missing(field.label())));
        }
        if (field.type().isNumeric()) {
            Expr isNumber = call(Function.NUMERIC, cell);
            add(slot, field.type() == FieldType.DATE ? CellCondition.NOT_A_DATE : CellCondition.NOT_A_NUMBER, call(Function.AND, not(blank(slot)), not(isNumber)));
            List<Expr> beyond = new ArrayList<>();
            field.min().ifPresent(min -> beyond.add(binary(Operator.LESS, cell, number(min))));
            field.max().ifPresent(max -> beyond.add(binary(Operator.MORE, cell, number(max))));
            if (!beyond.isEmpty()) {
                add(slot, CellCondition.OUT_OF_RANGE, call(Function.IF, isNumber, combined(Function.OR, beyond), FALSE));
            }
        } else if (items.isPresent()) {
            Expr item = ItemCells.item(slot);
            add(slot, CellCondition.NOT_IN_LIST, call(Function.AND, not(blank(slot)), isNothing(item)));
            if (items.get().isDependent()) {
                add(slot, CellCondition.WRONG_PARENT, call(Function.AND, isSomething(item), isSomething(name(field.parent())), isNothing(ItemCells.pair(slot))));
            }
        } else if (field.length() > 0) {
            add(slot, CellCondition.TOO_LONG, binary(Operator.MORE, call(Function.LENGTH, cell), number(field.length())));
        }
    }

    private void add(Slot slot, CellCondition condition, Expr broken) {
        violations.add(new Violation(slot, Grade.WRONG, condition.id(), broken,
                WRONG.with(Map.of("label", slot.field().orElseThrow().label(), "summary", condition.summary(), "id", Text.same(condition.id())))));
    }

    /** The template's own rules whose finding stands at this cell; mere remarks are left to the checker. */
    private void rules(Slot slot) {
        for (RuleUse use : template.rules()) {
            if (use.isExpression() && !use.severity().equals("info") && use.sheet().equals(def.id()) && use.table().equals(slot.table()) && use.on().get(0).equals(slot.field().orElseThrow().id())) {
                boolean isError = use.severity().equals("error");
                violations.add(new Violation(slot, isError ? Grade.WRONG : Grade.DOUBTFUL, use.id(), broken(use),
                        (isError ? BROKEN : DOUBTFUL).with(Map.of("summary", use.summary(), "id", Text.same(use.id())))));
            }
        }
    }

    private Expr broken(RuleUse use) {
        Expr broken = new RuleGuard(template, def, use, apart).broken();
        if (table != null) {
            return broken;
        }
        // It is long, and both the line and the colour want to know; the colour may not look at other sheets itself.
        return Terms.apart(apart, SelfCheck.RULE + apart.size() + "]", broken);
    }

    private static Text missing(Text label) {
        return MISSING.with(Map.of("label", label, "id", Text.same(CellCondition.REQUIRED.id())));
    }

    private static Expr blank(Slot slot) {
        return call(Function.BLANK, name(SelfCheck.TYPED + slot.field().orElseThrow().id()));
    }

    private Expr words(Text text) {
        return Terms.words(text.in(lang));
    }
}
