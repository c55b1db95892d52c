package goalsheet.rule;

import goalsheet.rule.value.IndicatorValue.Quantity;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A quantity counts something that can be seen: no completion rate, no payment (常见审核口径). Settings as in {@link Indicator};
 * {@code kinds} it looks at; endings of names: {@code rates}, {@code payments}; {@code units} of money. A name like a rate that has a
 * count for a value is fine: 任务完成情况 12件.
 */
final class CompletionAsQuantity implements CodedRule {
    private static final List<String> KINDS = List.of("数量指标");
    private static final WordList RATES = WordList.of("完成率", "完成比例", "完成度", "完成情况", "完成进度", "执行率", "执行进度", "支付率", "支付比例", "支付进度", "支出率", "支出进度", "拨付率", "拨付比例",
            "拨付进度", "到位率", "使用率", "发放率");
    private static final WordList PAYMENTS = WordList.of("支付", "拨付", "支出", "付款", "支付金额", "拨付金额", "支出金额", "付款金额", "支付资金", "拨付资金", "支付额", "拨付额", "支付数", "拨付数");
    private static final WordList PAYING = WordList.of("支付", "拨付", "付款");
    private static final List<String> MONEY = List.of("%", "元", "百元", "千元", "万元", "百万元", "亿元");

    private static final Text RATE = Text.of("是完成率一类的比率", "is a rate of completion");
    private static final Text PAYMENT = Text.of("是付款", "is a payment");

    private static final Rule RULE = new Rule("IND007", Severity.WARNING,
            Text.of("数量指标不是实物数量", "A quantity that counts nothing"),
            Text.of("数量指标“{value}”{problem}，不是实际的数量。", "The quantity \"{value}\" {problem}, it counts nothing."),
            Text.of("改为做了多少事、买了多少东西，如“维修面积 ≥400平方米”“参审案件数量 ≥900件”。", "Say how much is done or bought, like 维修面积 ≥400平方米 or 参审案件数量 ≥900件."))
            .because(Text.of("完成率不说明要做多少事，任何项目都能写 100%。", "A completion rate does not say how much is to be done; every project can claim 100 %."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(Example.of("数量指标", "工作完成率(%)", "100%"), Example.of("数量指标", "预算执行率", "≥90%"), Example.of("数量指标(10分)", "资金拨付率", "100%"),
                            Example.of("数量指标", "支付物业费", "235.8万元"), Example.of("数量指标", "工资支出", "384万元")),
                    List.of(Example.of("数量指标", "参审案件数量", "≥900件"), Example.of("数量指标", "发放补助人数", "300人"), Example.of("数量指标", "任务完成情况", "12件"),
                            Example.of("质量指标", "工作完成率", "100%"), Example.of("数量指标", "支付水电费次数", "12次"), Example.of("数量指标", "免费教科书覆盖率", "100%"),
                            Example.of("数量指标", "移动支付覆盖商户", "≥95%"), Example.of("数量指标", "维修面积", "≥400平方米")));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Indicator.settingsAnd("kinds", "rates", "payments", "units");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        List<String> kinds = Indicator.words(use, "kinds", KINDS);
        WordList rates = WordList.of(use, "rates", RATES);
        WordList payments = WordList.of(use, "payments", PAYMENTS);
        List<String> money = Indicator.words(use, "units", MONEY);
        for (Indicator indicator : Indicator.of(use, submission)) {
            if (!indicator.isOneOf(kinds)) {
                continue;
            }
            String unit = indicator.value() instanceof Quantity quantity ? quantity.unit() : "";
            if (indicator.nameEndsWith(rates) && (unit.isEmpty() || money.contains(unit))) {
                found.accept(finding(indicator, RATE));
            } else if (money.contains(unit) && (indicator.nameEndsWith(payments) || PAYING.isStartOf(indicator.bareName()))) {
                found.accept(finding(indicator, PAYMENT));
            }
        }
    }

    private static Finding finding(Indicator indicator, Text problem) {
        return Finding.of(RULE, indicator.carrier().place(), indicator.name(), Text.EMPTY, Map.of("problem", problem));
    }
}
