package goalsheet.rule;

import goalsheet.rule.value.IndicatorValue;
import goalsheet.rule.value.IndicatorValue.Quantity;
import goalsheet.rule.value.IndicatorValue.Range;
import goalsheet.rule.value.Spelling;
import goalsheet.rule.value.Units;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A number says what it counts (常见审核口径); a unit in the indicator's name counts: 案件数量（件）. Settings as in {@link Indicator};
 * {@code bare} names the kinds where a number alone is fine.
 */
final class NumberWithoutUnit implements CodedRule {
    private static final List<String> TIMELY = List.of("时效指标");
    private static final WordList TIMES = WordList.of("时间", "时限", "期限", "日期");
    private static final Pattern MONTH = Pattern.compile("[≥≤=<>]? *20\\d{2}\\.(?:0?[1-9]|1[0-2])(?: *[-~—–至到] *20\\d{2}\\.(?:0?[1-9]|1[0-2]))?");
    private static final Text BEHIND = Text.of("数字后面", "behind the number");

    private static final Rule RULE = new Rule("IND003", Severity.WARNING,
            Text.of("指标值缺少单位", "The number has no unit"),
            Text.of("指标值“{value}”没有计量单位。", "The value \"{value}\" has no unit."),
            Text.of("在{behind}写上单位，如“件”“人”“%”。", "Write the unit {behind}, like 件, 人 or %."))
            .withExamples(
                    List.of(Example.of("案件数量", "≥900"), Example.table(Map.of("name", "案件数量", "sign", "≥", "value", "900", "unit", "")), Example.of("维修面积（新区）", "400"), Example.of("培训天数", "3-5"), Example.of("数量指标", "培训人次", "2023.12"), Example.of("时效指标", "办结时限", "2023.15")),
                    List.of(Example.of("案件数量（件）", "≥900"), Example.of("工作完成率(%)", "100"), Example.of("完成率", "100%"),
                            Example.of("道路长度", "985米"), Example.of("完成时限", "2023-12-31"), Example.of("维修面积(单位：平方米)", "400"),
                            Example.of("时效指标", "竣工验收", "2023.12"), Example.of("完成时间", "≤2023.06"), Example.of("时效指标", "建设期", "2023.3-2023.11")));

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
            if (isBare(indicator.value()) && !isMonth(indicator) && !Units.inBrackets(indicator.name()) && !indicator.isOneOf(use.setting("bare"))) {
                Optional<Entry> own = ValueFields.of(use, indicator.line()).flatMap(ValueFields::unit).filter(Entry::isBlank);
                Text where = own.map(entry -> entry.field().label()).map(label -> Text.of("“" + label.zh() + "”一栏", "in '" + label.en() + "'")).orElse(BEHIND);
                found.accept(Finding.of(RULE, own.orElse(indicator.carrier()).place(), indicator.text(), Text.EMPTY, Map.of("behind", where)));
            }
        }
    }

    /** Whether 2023.12 is December, as it may be where a time is asked for. */
    private static boolean isMonth(Indicator indicator) {
        return (indicator.isOneOf(TIMELY) || indicator.nameEndsWith(TIMES)) && MONTH.matcher(Spelling.tidy(indicator.text())).matches();
    }

    private static boolean isBare(IndicatorValue value) {
        return value instanceof Quantity quantity && quantity.unit().isEmpty() || value instanceof Range range && range.unit().isEmpty();
    }
}
