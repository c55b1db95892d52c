package goalsheet.template;

import goalsheet.expr.Evaluator;
import goalsheet.expr.Expr;
import goalsheet.expr.Value;
import goalsheet.template.FieldNames.Reach;
import goalsheet.template.FieldNames.Target;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks shares: of columns that exist, of items that can be chosen, and that somebody who fills in exactly these shares breaks
 * no other rule, such as one about the total.
 */
final class SharesCheck {
    /** Shares as a rule gives them. */
    record Given(String rule, String sheet, Shares shares, YamlNode node) {
    }

    private final TemplateReader in;
    private final Template template;
    private final FieldNames names;

    SharesCheck(TemplateReader in, Template template) {
        this.in = in;
        this.template = template;
        this.names = new FieldNames(template.sheets());
    }

    void check(Given given) {
        Optional<SheetDef> sheet = template.sheet(given.sheet());
        Shares shares = given.shares();
        Optional<Field> by = sheet.flatMap(def -> column(def, shares.by()));
        Optional<Field> of = sheet.flatMap(def -> column(def, shares.of()));
        Optional<CodeList> list = by.flatMap(template::closedList);
        if (list.isEmpty() || of.filter(field -> field.type().isNumeric()).isEmpty() || !shares.of().startsWith(shares.table() + ".")) {
            in.wrong(given.node(), "规则 " + given.rule() + "：“by”应为一列下拉选项，“of”应为同一表格的一列数字，如 indicators.weight",
                    "rule " + given.rule() + ": 'by' must be a column of list items, 'of' a column of numbers of the same table, such as indicators.weight");
            return;
        }
        shares.points().keySet().stream().filter(item -> !list.get().all().contains(item)).forEach(item -> in.wrong(given.node(),
                "规则 " + given.rule() + "：列表“" + list.get().id() + "”中没有“" + item + "”", "rule " + given.rule() + ": '" + item + "' is no item of list '" + list.get().id() + "'"));
        Scope scope = new Scope(sheet.get(), shares);
        template.rules().stream().filter(use -> use.isExpression() && use.sheet().equals(given.sheet()) && use.table().isEmpty() && scope.knows(use))
                .filter(use -> use.when().map(when -> new Evaluator(scope).holds(when)).orElse(true) && !new Evaluator(scope).holds(use.check().orElseThrow()))
                .map(RuleUse::id).distinct().forEach(rule -> in.wrong(given.node(),
                        "规则 " + given.rule() + "：各项合计 " + total(shares) + "，照此填写会违反规则 " + rule,
                        "rule " + given.rule() + ": these shares, " + total(shares) + " in all, break rule " + rule));
    }

    private Optional<Field> column(SheetDef sheet, String path) {
        return names.resolve(sheet, "", path).filter(target -> target.reach() == Reach.COLUMN && target.sheet() == sheet).map(target -> target.fields().get(0));
    }

    private static String total(Shares shares) {
        return Value.of(shares.total()).show();
    }

    /** A sheet with one row for each share and nothing else. */
    private final class Scope implements Evaluator.Scope {
        private final SheetDef sheet;
        private final Shares shares;

        Scope(SheetDef sheet, Shares shares) {
            this.sheet = sheet;
            this.shares = shares;
        }

        /** Whether the rule looks at nothing but the shares, be it through calculated fields. */
        boolean knows(RuleUse use) {
            return knows(use.check().orElseThrow()) && use.when().map(this::knows).orElse(true);
        }

        private boolean knows(Expr expr) {
            return expr.names().allMatch(name -> target(name).filter(target -> isShare(target) || formula(target).filter(this::knows).isPresent()).isPresent());
        }

        private Optional<Target> target(String name) {
            return names.resolve(sheet, "", name).filter(target -> target.sheet() == sheet);
        }

        private boolean isShare(Target target) {
            return (target.reach() == Reach.COLUMN || target.reach() == Reach.EACH) && !target.group()
                    && List.of(shares.by(), shares.of()).contains(target.table() + "." + target.fields().get(0).id());
        }

        private Optional<Expr> formula(Target target) {
            return target.reach() == Reach.SHEET && !target.group() ? target.fields().get(0).formula() : Optional.empty();
        }

        @Override
        public Value value(String path) {
            return values(path).get(0);
        }

        @Override
        public List<Value> values(String path) {
            Target target = target(path).orElseThrow();
            Optional<Expr> formula = formula(target);
            if (formula.isPresent()) {
                return List.of(new Evaluator(this).cell(formula.get()));
            }
            boolean items = shares.by().equals(target.table() + "." + target.fields().get(0).id());
            return shares.points().entrySet().stream().map(share -> items ? Value.of(share.getKey()) : number(share)).toList();
        }

        private static Value number(Map.Entry<String, BigDecimal> share) {
            return Value.of(share.getValue());
        }

        @Override
        public boolean isPercent(String path) {
            return false;
        }

        @Override
        public boolean isText(String path) {
            return target(path).filter(target -> target.fields().stream().noneMatch(field -> field.type().isNumeric())).isPresent();
        }

        @Override
        public List<String> columns(String table) {
            return List.of(shares.by(), shares.of());
        }
    }
}
