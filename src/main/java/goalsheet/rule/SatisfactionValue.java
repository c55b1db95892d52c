package goalsheet.rule;

import goalsheet.rule.value.IndicatorValue;
import goalsheet.rule.value.IndicatorValue.Quantity;
import goalsheet.rule.value.IndicatorValue.Range;
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
 * Satisfaction is a percentage from 60 to 100 (常见审核口径). Settings as in {@link Indicator}; {@code least}
 * (60). A number of complaints under 满意度 is none. Words are told by {@link UnmeasurableValue}, numbers without a unit by {@link NumberWithoutUnit},
 * percentages above 100 by {@link RateAboveHundred}.
 */
final class SatisfactionValue implements CodedRule {
    private static final Text LOW = Text.of("偏低", "is low");
    private static final Text NONE = Text.of("不是百分比", "is no percentage");

    private static final Rule RULE = new Rule("IND017", Severity.WARNING,
            Text.of("满意度不在 60% 到 100% 之间", "Satisfaction is not a percentage from 60 to 100"),
            Text.of("“{name}”的指标值“{value}”{problem}，一般为 {least}% 到 100%。", "The value of \"{name}\", \"{value}\", {problem}; {least} to 100 % are usual."),
            Text.of("改为百分比，如“≥90%”。", "Give a percentage, like ≥90%."))
            .because(Text.of("满意度按问卷中满意的比例计算，低于六成的目标没有意义。", "Satisfaction is the share of people content; a goal below 60 % means little."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(Example.of("服务对象满意度", "≥50%"), Example.of("学员满意度", "≥90分"), Example.of("群众满意率", "12月底之前"), Example.of("干警满意度（%）", "≥9"),
                            Example.of("群众满意度", "40-90%")),
                    List.of(Example.of("服务对象满意度", "≥90%"), Example.of("服务对象满意度", "100%"), Example.of("干警满意度（%）", "≥95"), Example.of("群众满意度", "60-80%"),
                            Example.of("群众不满意率", "≤5%"), Example.of("满意度调查问卷数量", "≥200份"), Example.of("群众投诉率", "≤1%"), Example.of("群众满意度", "满意"),
                            Example.of("群众满意度提升", "≥5%"), Example.of("群众满意度", "≥5个百分点")));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Indicator.settingsAnd("least");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        int least = Indicator.number(use, "least", 60);
        for (Indicator indicator : Indicator.of(use, submission)) {
            if (indicator.isSatisfaction()) {
                problem(indicator, BigDecimal.valueOf(least)).ifPresent(problem -> found.accept(Finding.of(RULE, indicator.carrier().place(), indicator.text(),
                        Text.EMPTY, Map.of("name", Text.same(indicator.name()), "problem", problem, "least", Text.same(Integer.toString(least))))));
            }
        }
    }

    private static Optional<Text> problem(Indicator indicator, BigDecimal least) {
        IndicatorValue value = indicator.value();
        if (value instanceof Quantity quantity) {
            return problem(quantity.number(), quantity.unit(), indicator, least);
        }
        if (value instanceof Range range) {
            return problem(range.low(), range.unit(), indicator, least);
        }
        return value.isMeasured() ? Optional.of(NONE) : Optional.empty();
    }

    private static Optional<Text> problem(BigDecimal lowest, String unit, Indicator indicator, BigDecimal least) {
        boolean percent = unit.equals("%") || unit.isEmpty() && Units.bracketed(indicator.name()).equals("%");
        if (percent) {
            return lowest.compareTo(least) < 0 ? Optional.of(LOW) : Optional.empty();
        }
        return unit.isEmpty() || unit.endsWith("百分点") ? Optional.empty() : Optional.of(NONE);
    }
}
