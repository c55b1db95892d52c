package goalsheet.layout;

import static goalsheet.layout.Terms.FALSE;
import static goalsheet.layout.Terms.binary;
import static goalsheet.layout.Terms.call;
import static goalsheet.layout.Terms.combined;
import static goalsheet.layout.Terms.isSomething;
import static goalsheet.layout.Terms.isZero;
import static goalsheet.layout.Terms.name;
import static goalsheet.layout.Terms.not;
import static goalsheet.layout.Terms.number;

import goalsheet.expr.Expr;
import goalsheet.expr.Expr.Operator;
import goalsheet.expr.Function;
import goalsheet.template.Field;
import goalsheet.template.FieldNames;
import goalsheet.template.FieldNames.Reach;
import goalsheet.template.FieldNames.Target;
import goalsheet.template.RuleUse;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** When a rule of the template is broken: it says nothing over what is missing or cannot be used, as that is told already. */
final class RuleGuard {
    private final Template template;
    private final SheetDef def;
    private final RuleUse use;
    private final FieldNames names;
    private final Map<String, Expr> apart;
    private final Map<String, Expr> guards = new LinkedHashMap<>();

    /** @param apart takes what is asked of whole columns, to be calculated once for all rules: 1 or 0, by path */
    RuleGuard(Template template, SheetDef def, RuleUse use, Map<String, Expr> apart) {
        this.template = template;
        this.def = def;
        this.use = use;
        this.apart = apart;
        this.names = new FieldNames(template.sheets());
    }

    Expr broken() {
        Expr check = use.check().orElseThrow();
        Stream.concat(use.when().stream(), Stream.of(check)).flatMap(Expr::names).forEach(name -> look(use.table(), name));
        Expr broken = use.when().<Expr>map(when -> call(Function.IF, when, not(check), FALSE)).orElse(not(check));
        return guards.isEmpty() ? broken : call(Function.IF, combined(Function.AND, List.copyOf(guards.values())), broken, FALSE);
    }

    private void look(String table, String name) {
        names.resolve(def, table, name).filter(target -> target.sheet() == def).ifPresent(target -> target.fields().forEach(field -> guard(target, field)));
    }

    private void guard(Target target, Field field) {
        String key = target.table() + "/" + field.id();
        if (field.isCalculated()) {
            if (target.reach() == Reach.ROW || target.reach() == Reach.SHEET) {
                field.formula().orElseThrow().names().forEach(name -> look(target.table(), name));
            }
            return;
        }
        Optional<Expr> readable = switch (target.reach()) {
            case ROW, SHEET -> readable(field, "").map(known -> field.required() ? known : call(Function.OR, blank(field, ""), known));
            case COLUMN, EACH -> readable(field, target.table() + Expr.Name.EACH).map(known -> Terms.apart(apart, SelfCheck.SOUND + key + "]", everyRow(target, field, known)));
            // All that is filled in is only counted; other sheets have a self-check of their own.
            case TABLE, LISTED, ALL -> Optional.empty();
        };
        readable.ifPresent(guard -> guards.put(key, guard));
    }

    /** In each row that anything is filled in in, when the field is required; else wherever it is filled in itself. */
    private static Expr everyRow(Target target, Field field, Expr readable) {
        Expr table = name(target.table());
        return field.required() ? binary(Operator.EQUAL, call(Function.COUNT, table), call(Function.COUNT, table, readable))
                : isZero(call(Function.COUNT, table, not(call(Function.OR, blank(field, target.table() + Expr.Name.EACH), readable))));
    }

    /**
     * What makes the content of a cell usable; empty when anything is.
     *
     * @param each before the name of a field of each row of a table, "" for a single one
     */
    private Optional<Expr> readable(Field field, String each) {
        Expr cell = name(each + field.id());
        if (field.type().isNumeric()) {
            List<Expr> conditions = new ArrayList<>(List.of(call(Function.NUMERIC, cell)));
            field.min().ifPresent(min -> conditions.add(binary(Operator.AT_LEAST, cell, number(min))));
            field.max().ifPresent(max -> conditions.add(binary(Operator.AT_MOST, cell, number(max))));
            return Optional.of(combined(Function.AND, conditions));
        }
        return template.closedList(field).isPresent() ? Optional.of(isSomething(cell)) : Optional.of(not(blank(field, each))).filter(filled -> field.required());
    }

    private static Expr blank(Field field, String each) {
        return call(Function.BLANK, name(SelfCheck.TYPED + each + field.id()));
    }
}
