package goalsheet.rule;

import goalsheet.rule.value.IndicatorValue;
import goalsheet.rule.value.IndicatorValue.Quantity;
import goalsheet.rule.value.IndicatorValue.Range;
import goalsheet.rule.value.Units;
import goalsheet.rule.value.ValueReader;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a project costs is not more than its budget, neither one cost nor all together. Settings as in {@link Indicator}; {@code kinds}
 * it looks at; {@code budget}, the field of the project's funds, in the form's {@code amounts} (万元 or 元); words of names: {@code single}
 * for costs of one piece or person and standards, which say nothing about the sum, {@code guard} for what is not this year's cost,
 * {@code total} for a cost that others may be parts of. A template uses AMT004 and AMT005 each by its own id.
 */
final class CostAboveBudget implements CodedRule {
    private static final List<String> KINDS = List.of("成本指标", "经济成本指标");
    private static final WordList SINGLE = WordList.of("标准", "补助", "补贴", "单价", "价格", "单位", "单台", "单套", "单次", "单项", "均", "每");
    private static final WordList GUARD = WordList.of("总投资", "概算", "累计", "周期", "合同", "多年", "三年", "五年", "节约", "节省", "降低", "减少", "下降");
    private static final WordList TOTAL = WordList.of("总", "合计", "全部", "项目成本", "预算");
    private static final Map<String, BigDecimal> YUAN = Map.of("元", BigDecimal.ONE, "百元", new BigDecimal("100"), "千元", new BigDecimal("1000"),
            "万元", new BigDecimal("10000"), "百万元", new BigDecimal("1000000"), "亿元", new BigDecimal("100000000"));
    /** What a form may state its amounts in. */
    static final List<String> UNITS = List.of("元", "万元");
    private static final Map<String, Text> MONEY = Map.of("元", Text.of("元", "(in yuan)"), "万元", Text.of("万元", "(in 10,000 yuan)"));
    /** Half of 0.01 万元: amounts are rounded to two decimals. */
    private static final BigDecimal TOLERANCE = new BigDecimal("50");

    private static final Map<String, String> BUDGET_26 = Map.of("budget", "26");

    private static final Rule ONE = new Rule("AMT004", Severity.ERROR,
            Text.of("成本指标超过预算数", "A cost above the budget"),
            Text.of("“{name}”为“{value}”，超过了预算数 {budget} {unit}。", "\"{name}\" is \"{value}\", more than the budget of {budget} {unit}."),
            Text.of("核对金额和单位；成本不超过预算数，如预算 26 万元的写“≤26万元”。", "Check figure and unit; a cost is not above the budget, like ≤26万元 with a budget of 26 (in 10,000 yuan)."))
            .because(Text.of("预算只有这么多，成本更高就无法完成；多半是元与万元写错。", "The work cannot cost more than there is; most likely 元 and 万元 were mixed up."), Rule.THE_FORM)
            .withExamples(
                    List.of(Example.of("成本指标", "车辆购置成本", "≤30万元").with(BUDGET_26), Example.of("成本指标", "车辆购置成本", "260000万元").with(BUDGET_26),
                            Example.of("经济成本指标", "项目总成本（元）", "≤265000").with(BUDGET_26), Example.of("成本指标", "设备购置费", "28-30万元").with(BUDGET_26)),
                    List.of(Example.of("成本指标", "车辆购置成本", "≤26万元").with(BUDGET_26), Example.of("成本指标", "车辆购置成本", "≤260000元").with(BUDGET_26),
                            Example.of("成本指标", "车辆购置成本", "≤26").with(BUDGET_26), Example.of("成本指标", "工程总投资", "500万元").with(BUDGET_26),
                            Example.of("成本指标", "道路建设成本标准", "≤80万元").with(BUDGET_26), Example.of("成本指标", "道路建设成本", "≤80万元/公里").with(BUDGET_26),
                            Example.of("经济效益指标", "带动投资", "500万元").with(BUDGET_26), Example.of("成本指标", "车辆购置成本", "≤30万元"),
                            Example.of("成本指标", "车辆购置成本", "≤30万元").with(Map.of("budget", "待定"))));

    private static final Rule SUM = new Rule("AMT005", Severity.WARNING,
            Text.of("成本指标合计超过预算数", "Costs above the budget together"),
            Text.of("各项成本合计 {value} {unit}，超过了预算数 {budget} {unit}。", "The costs add up to {value}, more than the budget of {budget} {unit}."),
            Text.of("核对各项成本，合计不超过预算数，如预算 26 万元的写“购置成本 ≤20万元”“安装成本 ≤6万元”；单位成本写明单位，如“800元/人”。",
                    "Check the costs; with a budget of 26 (in 10,000 yuan) like 购置成本 ≤20万元 and 安装成本 ≤6万元; give the cost of one piece its unit, like 800元/人."))
            .because(Text.of("各项成本加起来就是要花的钱，不能比预算多。", "All costs together are the money to be spent; it cannot be more than there is."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(costs("购置成本", "≤20万元", "安装成本", "≤8万元"), costs("购置成本", "200000元", "安装费（万元）", "8"),
                            costs("购置成本", "15-20万元", "安装成本", "12万元")),
                    List.of(costs("购置成本", "≤20万元", "安装成本", "≤6万元"), costs("项目总成本", "≤26万元", "购置成本", "≤20万元"), costs("购置成本", "≤20万元", "人均培训成本", "8万元"),
                            costs("购置成本", "≤20万元", "安装成本", "8万元/套"), costs("购置成本", "≤30万元", "安装成本", "≤1万元").with(Map.of("budget", "待定")),
                            costs("购置成本", "≤20万元", "补助标准", "≤8万元"), costs("购置成本", "≤20万元", "安装成本", "≤8")));

    private static Example.Entries costs(String one, String value, String other, String otherValue) {
        return Example.table(Map.of("kind", "成本指标", "name", one, "value", value), Map.of("kind", "成本指标", "name", other, "value", otherValue)).with(BUDGET_26);
    }

    /** A cost in yuan: the least that its value means. */
    private record Cost(Indicator indicator, BigDecimal yuan) {
    }

    @Override
    public List<Rule> rules() {
        return List.of(ONE, SUM);
    }

    @Override
    public Set<String> settings() {
        return Indicator.settingsAnd("kinds", "budget", "amounts", "single", "guard", "total");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        List<String> kinds = Indicator.words(use, "kinds", KINDS);
        WordList single = WordList.of(use, "single", SINGLE);
        WordList guard = WordList.of(use, "guard", GUARD);
        WordList total = WordList.of(use, "total", TOTAL);
        for (List<Indicator> project : Indicator.bySheet(use, submission).values()) {
            Optional<BigDecimal> budget = budget(project.get(0).line(), use);
            List<Cost> costs = project.stream().filter(indicator -> indicator.isOneOf(kinds) && !indicator.nameHas(single) && !indicator.nameHas(guard))
                    .flatMap(indicator -> yuan(indicator).map(yuan -> new Cost(indicator, yuan)).stream()).toList();
            budget.filter(given -> !isInWrongUnit(given, costs, use, submission)).ifPresent(given -> compare(given, costs, total, use, found));
        }
    }

    /** Whether the budget is too small for a form in 元 and would be enough in 万元: AMT003 asks for that, and the costs are right. */
    private static boolean isInWrongUnit(BigDecimal budget, List<Cost> costs, RuleUse use, Submission submission) {
        BigDecimal inWan = budget.movePointRight(4).add(TOLERANCE);
        return unit(use).equals("元") && costs.stream().allMatch(cost -> cost.yuan().compareTo(inWan) <= 0)
                && submission.template().rules().stream().anyMatch(rule -> rule.id().equals("AMT003") && YuanForWan.isInYuan(rule) && YuanForWan.isTiny(rule, budget));
    }

    private static void compare(BigDecimal budget, List<Cost> costs, WordList total, RuleUse use, Consumer<Finding> found) {
        String unit = unit(use);
        BigDecimal limit = budget.multiply(YUAN.get(unit)).add(TOLERANCE);
        Text shown = Text.same(plain(budget));
        List<Cost> above = costs.stream().filter(cost -> cost.yuan().compareTo(limit) > 0).toList();
        if (use.id().equals(ONE.id())) {
            above.forEach(cost -> found.accept(Finding.of(ONE, cost.indicator().carrier().place(), cost.indicator().text(), Text.EMPTY,
                    Map.of("name", Text.same(cost.indicator().name()), "budget", shown, "unit", MONEY.get(unit)))));
            return;
        }
        List<Cost> parts = costs.stream().filter(cost -> !cost.indicator().nameHas(total)).toList();
        BigDecimal sum = parts.stream().map(Cost::yuan).reduce(BigDecimal.ZERO, BigDecimal::add);
        // one cost above the budget puts the sum above it, too
        if (above.isEmpty() && sum.compareTo(limit) > 0) {
            found.accept(Finding.of(SUM, parts.get(parts.size() - 1).indicator().carrier().place(), plain(sum.divide(YUAN.get(unit))), Text.EMPTY,
                    Map.of("budget", shown, "unit", MONEY.get(unit))));
        }
    }

    private static String unit(RuleUse use) {
        String unit = String.join("", use.setting("amounts"));
        if (unit.isEmpty()) {
            return "万元";
        }
        if (!UNITS.contains(unit)) {
            throw new IllegalArgumentException("rule " + use.id() + ", line " + use.line() + ": 'amounts' is not 元 or 万元: " + unit);
        }
        return unit;
    }

    private static Optional<BigDecimal> budget(Line line, RuleUse use) {
        List<String> field = use.setting("budget");
        return !field.isEmpty() && ValueReader.DEFAULT.read(line.text(field)) instanceof Quantity quantity && quantity.unit().isEmpty() ? Optional.of(quantity.number()) : Optional.empty();
    }

    private static Optional<BigDecimal> yuan(Indicator indicator) {
        IndicatorValue value = indicator.value();
        if (value instanceof Quantity quantity) {
            return yuan(quantity.number(), quantity.unit(), indicator);
        }
        return value instanceof Range range ? yuan(range.low(), range.unit(), indicator) : Optional.empty();
    }

    private static Optional<BigDecimal> yuan(BigDecimal number, String unit, Indicator indicator) {
        String said = unit.isEmpty() ? Units.bracketed(indicator.name()) : unit;
        return Optional.ofNullable(YUAN.get(said)).map(number::multiply);
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
