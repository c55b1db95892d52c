package goalsheet.rule;

import goalsheet.rule.value.IndicatorValue;
import goalsheet.rule.value.IndicatorValue.Quantity;
import goalsheet.rule.value.IndicatorValue.Range;
import goalsheet.rule.value.Operator;
import goalsheet.rule.value.Units;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * 0.95 typed where 95 % is meant: a rate of which more is better that is at most 1 %. Settings as in {@link Indicator} and
 * {@link Direction}; {@code growth} gives the words in name or description that tell of a change, which may be small.
 */
final class FractionForPercentage implements CodedRule {
    private static final WordList RATES = WordList.of("率", "度");
    private static final WordList GROWTH = WordList.of("增", "升", "涨", "提高", "降", "减", "幅", "同比", "环比", "上年", "去年", "变化", "变动", "节约", "缩短");

    private static final Rule RULE = new Rule("IND019", Severity.WARNING,
            Text.of("比率可能按小数填了", "A fraction where a percentage is meant"),
            Text.of("“{name}”的指标值“{value}”只有 {share}%，是不是 {meant}%？", "The value of \"{name}\", \"{value}\", is only {share} %; is {meant} % meant?"),
            Text.of("百分比写百分号前面的数：九成五写 95%，不写 0.95%；确实这么低的不用改。", "Write the number in front of the percent sign: 95%, not 0.95%; leave it if it is really so low."))
            .because(Text.of("按小数填，年底随便怎么做都算完成。", "With a goal of 0.95 % any work whatever counts as success."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(Example.of("质量指标", "验收合格率", "≥0.95%"), Example.of("时效指标", "工程完成率", "1%"), Example.of("服务对象满意度指标", "服务对象满意度", "0.9%"),
                            Example.of("社会效益指标", "医保覆盖率（%）", "≥0.98"), Example.of("质量指标", "培训合格率", "0.9-0.95%"), Example.of("社会效益指标", "政策知晓度", "百分之零点九")),
                    List.of(Example.of("质量指标", "验收合格率", "≥95%"), Example.of("质量指标", "孕产妇死亡率", "≤0.1%"), Example.of("质量指标", "发放差错率", "≤1%"), Example.of("社会效益指标", "群众投诉率", "≤0.5%"),
                            Example.of("经济效益指标", "税收增长率", "≥0.8%"), Example.of("成本指标", "贷款利率", "0.95%"), Example.of("成本指标", "管理费率", "1%"), Example.of("质量指标", "疫苗接种完成率", "9‰"),
                            Example.of("社会效益指标", "就业率", "比上年提高1%"), Example.table(Map.of("name", "森林覆盖率", "description", "森林覆盖率比上年增加", "value", "≥0.5%")),
                            Example.of("质量指标", "验收合格率", "0.95"), Example.of("质量指标", "验收合格率", "≤1%"), Example.of("质量指标", "验收不合格率", "1%"), Example.of("社会效益指标", "投诉下降率", "≥1%"),
                            Example.of("质量指标", "验收合格率", "2%"), Example.of("社会效益指标", "城乡居民参与率提升", "≥1%")));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Indicator.settingsAnd("growth", "forward", "reverse", "guard", "costs", "kinds");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        Direction.Words words = Direction.Words.of(use);
        WordList growth = WordList.of(use, "growth", GROWTH);
        for (Indicator indicator : Indicator.of(use, submission)) {
            Optional<BigDecimal> share = share(indicator).filter(points -> points.signum() > 0 && points.compareTo(BigDecimal.ONE) <= 0);
            if (share.isPresent() && indicator.nameEndsWith(RATES) && words.of(indicator) == Direction.HIGH
                    && !growth.isIn(indicator.name() + indicator.description() + indicator.text())) {
                found.accept(finding(indicator, share.get()));
            }
        }
    }

    private static Finding finding(Indicator indicator, BigDecimal share) {
        return Finding.of(RULE, indicator.carrier().place(), indicator.text(), Text.EMPTY, Map.of("name", Text.same(indicator.name()),
                "share", Text.same(share.toPlainString()), "meant", Text.same(share.movePointRight(2).stripTrailingZeros().toPlainString())));
    }

    /** The percentage that is to be reached, the higher one of a range; none for another unit and for what is to be kept low. */
    private static Optional<BigDecimal> share(Indicator indicator) {
        IndicatorValue value = indicator.value();
        if (value instanceof Quantity quantity && quantity.operator() != Operator.AT_MOST && quantity.operator() != Operator.LESS) {
            return isPercent(quantity.unit(), indicator) ? Optional.of(quantity.number()) : Optional.empty();
        }
        return value instanceof Range range && isPercent(range.unit(), indicator) ? Optional.of(range.high()) : Optional.empty();
    }

    private static boolean isPercent(String unit, Indicator indicator) {
        return unit.equals("%") || unit.isEmpty() && Units.bracketed(indicator.name()).equals("%");
    }
}
