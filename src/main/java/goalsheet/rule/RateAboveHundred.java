package goalsheet.rule;

import goalsheet.rule.value.IndicatorValue;
import goalsheet.rule.value.IndicatorValue.Quantity;
import goalsheet.rule.value.IndicatorValue.Range;
import goalsheet.rule.value.Operator;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A rate is at most 100 %, so ≥100% can only mean =100%. Settings as in {@link Indicator}; {@code guard} gives the words in name,
 * description or value that tell of a growth or ratio, which may be more. A percentage whose name does not say that it is a rate is
 * only a warning.
 */
final class RateAboveHundred implements CodedRule {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final WordList GUARD = WordList.of("增长", "增幅", "升幅", "涨幅", "增速", "增加", "增收", "上涨", "上升", "提升", "提高", "幅度", "同比", "环比", "上年",
            "去年", "收益", "回报", "利润", "产出比", "投入", "负债", "流动比", "速动比", "拨备", "充足率", "周转", "超额", "超支", "变化", "变动", "杠杆", "放大", "带动");
    private static final WordList RATES = WordList.of("率", "度", "比例", "比重", "占比");

    private static final Text ABOVE = Text.of("超过了 100%，比率最多是 100%", "is above 100 %, but a rate is at most 100 %");
    private static final Text EXACT = Text.of("只能正好是 100%，不会更高", "can only be exactly 100 %, never more");

    private static final Rule RULE = new Rule("IND004", Severity.ERROR,
            Text.of("比率超过 100%", "The rate is above 100 %"),
            Text.of("指标值“{value}”{problem}。", "The value \"{value}\" {problem}."),
            Text.of("全部都要达到的写“=100%”，其余填 100 以内的数，如“≥95%”；看看是否多打了数字。",
                    "Where all must be reached write =100%, else a number below 100, like ≥95%; look for a digit too many."))
            .withExamples(
                    List.of(Example.of("案件结案率", "292%"), Example.of("服务对象满意度", "≥950%"), Example.of("司法救助资金发放率", "≧100%"),
                            Example.of("验收合格率", "90-110%"), Example.of("工作完成率(%)", "＞100％")),
                    List.of(Example.of("案件结案率", "100%"), Example.of("案件结案率", "=100%"), Example.of("案件结案率", "≤100%"),
                            Example.of("税收增长率", "120%"), Example.of("游客人数", "比上年增长150%"), Example.of("税收增幅", "≥100%"), Example.of("受益人数", "292人")));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Indicator.settingsAnd("guard");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        WordList guard = WordList.of(use, "guard", GUARD);
        for (Indicator indicator : Indicator.of(use, submission)) {
            boolean isAbove = isAbove(indicator.value());
            if (!isAbove && !isAtLeastHundred(indicator.value()) || guard.isIn(indicator.name() + indicator.description() + indicator.text())) {
                continue;
            }
            if (isAbove) {
                Finding finding = Finding.of(RULE, indicator.carrier().place(), indicator.text(), Text.EMPTY, Map.of("problem", ABOVE));
                found.accept(indicator.nameEndsWith(RATES) ? finding : finding.as(Severity.WARNING));
            } else {
                found.accept(Finding.of(RULE, indicator.carrier().place(), indicator.text(), Text.same("=100%"), Map.of("problem", EXACT))
                        .as(Severity.INFO));
            }
        }
    }

    private static boolean isAbove(IndicatorValue value) {
        if (value instanceof Quantity quantity && quantity.unit().equals("%")) {
            int beyond = quantity.number().compareTo(HUNDRED);
            return beyond > 0 || beyond == 0 && quantity.operator() == Operator.MORE;
        }
        return value instanceof Range range && range.unit().equals("%") && range.high().compareTo(HUNDRED) > 0;
    }

    private static boolean isAtLeastHundred(IndicatorValue value) {
        return value instanceof Quantity quantity && quantity.unit().equals("%") && quantity.operator() == Operator.AT_LEAST
                && quantity.number().compareTo(HUNDRED) == 0;
    }
}
