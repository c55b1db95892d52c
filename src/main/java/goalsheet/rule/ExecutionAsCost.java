package goalsheet.rule;

import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A cost says what the work costs, not how fast the money is spent (常见审核口径). Settings as in {@link Indicator}; {@code kinds} it
 * looks at; {@code rates}, the endings of names that are no cost; {@code guard}, words of names that are about a cost all the same.
 */
final class ExecutionAsCost implements CodedRule {
    private static final List<String> KINDS = List.of("成本指标", "经济成本指标");
    private static final WordList RATES = WordList.of("执行率", "使用率", "支付率", "支出率", "拨付率", "到位率", "完成率", "执行进度", "支付进度", "支出进度", "拨付进度", "执行情况", "资金使用合规率",
            "资金使用合规性");
    private static final WordList GUARD = WordList.of("成本", "节约", "节省", "控制");

    private static final Rule RULE = new Rule("IND008", Severity.WARNING,
            Text.of("成本指标不是成本", "A cost that is no cost"),
            Text.of("成本指标“{value}”说的是资金执行，不是成本。", "The cost \"{value}\" is about spending the money, not about what the work costs."),
            Text.of("改为总成本或单位成本，如“车辆购置成本 ≤12万元”“人均培训成本 ≤800元”；预算执行率不用单列。",
                    "Give a total or unit cost, like 车辆购置成本 ≤12万元 or 人均培训成本 ≤800元; the execution rate of the budget needs no row."))
            .because(Text.of("预算执行率在自评时另外计分；花完钱不等于成本合理。", "Budget execution gets points of its own at self-evaluation; money spent is not money well spent."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(Example.of("成本指标", "预算执行率", "≥90%"), Example.of("经济成本指标", "资金使用率", "100%"), Example.of("成本指标(20分)", "资金支付率（%）", "100"),
                            Example.of("成本", "资金到位率", "100%")),
                    List.of(Example.of("成本指标", "车辆购置成本", "≤12万元"), Example.of("成本指标", "参审案件补助", "100元"), Example.of("成本指标", "成本节约率", "≥5%"),
                            Example.of("成本指标", "成本控制完成率", "100%"), Example.of("时效指标", "资金支付率", "100%"), Example.of("成本指标", "预算控制率", "≤100%"),
                            Example.of("社会成本指标", "道路占用率", "≤5%")));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Indicator.settingsAnd("kinds", "rates", "guard");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        List<String> kinds = Indicator.words(use, "kinds", KINDS);
        WordList rates = WordList.of(use, "rates", RATES);
        WordList guard = WordList.of(use, "guard", GUARD);
        for (Indicator indicator : Indicator.of(use, submission)) {
            if (indicator.isOneOf(kinds) && indicator.nameEndsWith(rates) && !indicator.nameHas(guard)) {
                found.accept(Finding.of(RULE, indicator.carrier().place(), indicator.name()));
            }
        }
    }
}
