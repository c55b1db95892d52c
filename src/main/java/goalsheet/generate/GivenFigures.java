package goalsheet.generate;

import goalsheet.expr.Evaluator;
import goalsheet.expr.Expr;
import goalsheet.expr.Value;
import goalsheet.rule.Catalogue;
import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.template.Field;
import goalsheet.template.FieldType;
import goalsheet.template.RuleUse;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import goalsheet.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the template's rules have to say of a project as the roster gives it. Its figures are locked in the form: a unit could not make
 * right what contradicts itself there.
 */
final class GivenFigures implements Evaluator.Scope {
    private final SheetDef sheet;
    private final Map<String, Value> given;

    private GivenFigures(SheetDef sheet, Map<String, Value> given) {
        this.sheet = sheet;
        this.given = given;
    }

    /** What is wrong already, by the rules that look at nothing else. */
    static List<Text> contradictions(Template template, SheetDef sheet, Map<String, Value> given) {
        GivenFigures figures = new GivenFigures(sheet, given);
        return template.rules().stream().filter(use -> use.isExpression() && use.sheet().equals(sheet.id()) && use.table().isEmpty() && figures.areAll(use))
                .filter(figures::isBroken).map(figures::told).toList();
    }

    private boolean areAll(RuleUse use) {
        return use.check().get().names().allMatch(given::containsKey) && use.when().stream().flatMap(Expr::names).allMatch(given::containsKey)
                && use.shown().values().stream().flatMap(Expr::names).allMatch(given::containsKey) && given.containsKey(use.on().get(0));
    }

    private boolean isBroken(RuleUse use) {
        Evaluator evaluator = new Evaluator(this);
        return use.when().map(evaluator::holds).orElse(true) && !evaluator.holds(use.check().get());
    }

    private Text told(RuleUse use) {
        Map<String, Text> shown = new HashMap<>();
        use.shown().forEach((name, expr) -> shown.put(name, Text.same(new Evaluator(this).value(expr).show())));
        Field field = sheet.fields().get(use.on().get(0));
        Place place = new Place("", "", field.id(), field.label());
        return Finding.of(Catalogue.written(use), place, given.get(field.id()).show(), Text.EMPTY, shown).problem();
    }

    @Override
    public Value value(String path) {
        return given.get(path);
    }

    @Override
    public List<Value> values(String path) {
        return List.of(given.get(path));
    }

    @Override
    public boolean isPercent(String path) {
        return sheet.fields().get(path).type() == FieldType.PERCENT;
    }

    @Override
    public boolean isText(String path) {
        return !sheet.fields().get(path).type().isNumeric();
    }

    @Override
    public List<String> columns(String table) {
        return List.of();
    }
}
