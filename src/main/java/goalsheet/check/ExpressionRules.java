package goalsheet.check;

import goalsheet.expr.Expr;
import goalsheet.expr.Value;
import goalsheet.layout.Calculation;
import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.rule.Catalogue;
import goalsheet.rule.Entry;
import goalsheet.rule.Finding;
import goalsheet.rule.Rule;
import goalsheet.rule.Submission;
import goalsheet.template.FieldType;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Evaluates the template's own rules over the values of a submission. */
final class ExpressionRules {
    private final Layout layout;
    private final Calculation calculation;
    private final Dependence unusable;

    /**
     * @param calculation over the typed values
     * @param unusable    what rests on fields that have an error of their own is not looked at
     */
    ExpressionRules(Layout layout, Calculation calculation, Dependence unusable) {
        this.layout = layout;
        this.calculation = calculation;
        this.unusable = unusable;
    }

    void check(Submission submission, Consumer<Finding> found) {
        for (Submission.Section section : submission.sections()) {
            if (section.def().repeat().isPresent() && section.isBlank()) {
                continue;
            }
            SheetLayout sheet = layout.sheet(section.def(), section.number());
            Set<String> silenced = new HashSet<>();
            for (RuleUse use : layout.template().rules()) {
                if (!use.isExpression() || !use.sheet().equals(section.def().id())) {
                    continue;
                }
                if (use.table().isEmpty()) {
                    if (!silenced.contains(use.id())) {
                        check(use, sheet, 0, section.fields(), finding -> {
                            silenced.addAll(use.silences());
                            found.accept(finding);
                        });
                    }
                } else {
                    section.rows(use.table()).stream().filter(row -> !row.isBlank()).forEach(row -> check(use, sheet, row.index(), row.entries(), found));
                }
            }
        }
    }

    private void check(RuleUse use, SheetLayout sheet, int index, Map<String, Entry> entries, Consumer<Finding> found) {
        Expr check = use.check().orElseThrow();
        if (unusable.of(check, sheet, use.table(), index) || use.when().filter(when -> unusable.of(when, sheet, use.table(), index)).isPresent()) {
            return;
        }
        boolean looked = use.when().map(when -> holds(when, sheet, use, index)).orElse(true);
        if (!looked || holds(check, sheet, use, index)) {
            return;
        }
        Map<String, Text> arguments = new HashMap<>();
        use.shown().forEach((name, expr) -> arguments.put(name, Text.same(shown(expr, sheet, use.table(), index))));
        Rule rule = Catalogue.written(use);
        Entry marked = entries.get(use.on().get(0));
        found.accept(Finding.of(rule, marked.place(), marked.shown(), Text.EMPTY, arguments));
    }

    /** A field that is a date is shown as one; what is calculated from dates is a number of days. */
    private String shown(Expr expr, SheetLayout sheet, String table, int index) {
        Value value = calculation.value(expr, sheet, table, index);
        boolean isDate = expr instanceof Expr.Name && layout.sources(expr, sheet, table, index)
                .anyMatch(source -> source.slot().field().filter(field -> field.type() == FieldType.DATE).isPresent());
        return isDate && value instanceof Value.Num num ? Value.date(num.number()).toString() : value.show();
    }

    private boolean holds(Expr expr, SheetLayout sheet, RuleUse use, int index) {
        return calculation.value(expr, sheet, use.table(), index) instanceof Value.Bool bool && bool.truth();
    }
}
