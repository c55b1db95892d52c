package goalsheet.rule;

import goalsheet.rule.value.IndicatorValue;
import goalsheet.rule.value.IndicatorValue.Quantity;
import goalsheet.rule.value.IndicatorValue.Range;
import goalsheet.rule.value.Units;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A number says what it counts (常见审核口径); a unit in the indicator's name counts: 案件数量（件）. Settings as in {@link Indicator};
 * {@code bare} names the kinds where a number alone is fine.
 */
final class NumberWithoutUnit implements CodedRule {
    private static final Text BEHIND = Text.of("数字后面", "behind the number");

    private static final Rule RULE = new Rule("IND003", Severity.WARNING,
            Text.of("指标值缺少单位", "The number has no unit"),
            Text.of("指标值“{value}”没有计量单位。", "The value \"{value}\" has no unit."),
            Text.of("在{behind}写上单位，如“件”“人”“%”。", "Write the unit {behind}, like 件, 人 or %."))
            .withExamples(
                    List.of(Example.of("案件数量", "≥900"), Example.table(Map.of("name", "案件数量", "sign", "≥", "value", "900", "unit", "")), Example.of("维修面积（新区）", "400"), Example.of("培训天数", "3-5")),
                    List.of(Example.of("案件数量（件）", "≥900"), Example.of("工作完成率(%)", "100"), Example.of("完成率", "100%"),
                            Example.of("道路长度", "985米"), Example.of("完成时限", "2023-12-31"), Example.of("维修面积(单位：平方米)", "400")));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Indicator.settingsAnd("bare");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        for (Indicator indicator : Indicator.of(use, submission)) {
            if (isBare(indicator.value()) && !Units.inBrackets(indicator.name()) && !indicator.isOneOf(use.setting("bare"))) {
                Optional<Entry> own = ValueFields.of(use, indicator.line()).flatMap(ValueFields::unit).filter(Entry::isBlank);
                Text where = own.map(entry -> entry.field().label()).map(label -> Text.of("“" + label.zh() + "”一栏", "in '" + label.en() + "'")).orElse(BEHIND);
                found.accept(Finding.of(RULE, own.orElse(indicator.carrier()).place(), indicator.text(), Text.EMPTY, Map.of("behind", where)));
            }
        }
    }

    private static boolean isBare(IndicatorValue value) {
        return value instanceof Quantity quantity && quantity.unit().isEmpty() || value instanceof Range range && range.unit().isEmpty();
    }
}
