package goalsheet.layout;

import static goalsheet.layout.Terms.FALSE;
import static goalsheet.layout.Terms.call;
import static goalsheet.layout.Terms.combined;
import static goalsheet.layout.Terms.isSomething;
import static goalsheet.layout.Terms.isZero;
import static goalsheet.layout.Terms.name;
import static goalsheet.layout.Terms.not;

import goalsheet.expr.Expr;
import goalsheet.expr.Function;
import goalsheet.template.Field;
import goalsheet.template.FieldNames;
import goalsheet.template.FieldNames.Reach;
import goalsheet.template.FieldNames.Target;
import goalsheet.template.RuleUse;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** When a rule of the template is broken: it says nothing over a number or an item that cannot be read, as that is told already. */
final class RuleGuard {
    private final Template template;
    private final SheetDef def;
    private final RuleUse use;
    private final FieldNames names;
    private final Map<String, Expr> guards = new LinkedHashMap<>();

    RuleGuard(Template template, SheetDef def, RuleUse use) {
        this.template = template;
        this.def = def;
        this.use = use;
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
        switch (target.reach()) {
            case ROW, SHEET -> readable(field, "").ifPresent(readable -> guards.put(key, readable));
            case COLUMN, EACH -> readable(field, target.table() + Expr.Name.EACH)
                    .ifPresent(readable -> guards.put(key, isZero(call(Function.COUNT, name(target.table()), not(readable)))));
            // All that is filled in is only counted; other sheets have a self-check of their own.
            case TABLE, LISTED, ALL -> { }
        }
    }

    /** @param each before the name of a field of each row of a table, "" for a single one */
    private Optional<Expr> readable(Field field, String each) {
        Expr.Name cell = name(each + field.id());
        Expr blank = call(Function.BLANK, name(SelfCheck.TYPED + each + field.id()));
        if (field.type().isNumeric()) {
            return Optional.of(call(Function.OR, blank, call(Function.NUMERIC, cell)));
        }
        return template.closedList(field).map(list -> call(Function.OR, blank, isSomething(cell)));
    }
}
