package goalsheet.rule;

import goalsheet.rule.value.IndicatorValue;
import goalsheet.rule.value.IndicatorValue.Quantity;
import goalsheet.rule.value.IndicatorValue.Range;
import goalsheet.rule.value.IndicatorValue.Unreadable;
import goalsheet.rule.value.Units;
import goalsheet.rule.value.ValueReader;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * One indicator has one value; numbers that count different things are indicators of their own (监审意见“建议拆分指标”). Numbers of one unit may be
 * steps or limits of one thing, and words beside them say how they belong together: neither is told. Settings as in {@link Indicator}.
 */
final class SeveralValues implements CodedRule {
    private static final Pattern BETWEEN = Pattern.compile("[，,、；;\n]");

    private static final Rule RULE = new Rule("IND018", Severity.INFO,
            Text.of("一个指标写了几个数", "One indicator with several numbers"),
            Text.of("指标值“{value}”里有 {n} 个计量单位不同的数，年底不好判断是否完成。", "The value \"{value}\" has {n} numbers of different units, so it is hard to judge whether it was met."),
            Text.of("建议拆分指标：一个指标写一个数，如“培训期数 ≥12期”“培训人次 ≥600人次”各占一行。", "Better split it: one number for each indicator, like 培训期数 ≥12期 and 培训人次 ≥600人次, a row each."))
            .because(Text.of("几个数只完成一部分时，无法给这条指标打分。", "Nobody can score an indicator of which only some numbers are met."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(Example.of("数量指标", "举办培训", "≥12期，≥600人次"), Example.of("数量指标", "维修道路", "3条、2.5公里"), Example.of("质量指标", "服务质量", "≥95%;≤3起")),
                    List.of(Example.of("数量指标", "举办培训", "≥12期（600人次）"), Example.of("数量指标", "举办培训", "12期，每期50人"), Example.of("数量指标", "法官人数", "3名法官和5名书记员"),
                            Example.of("数量指标", "维修面积", "≥10平方米，≤20平方米"), Example.of("时效指标", "支出进度", "6月底前50%，12月底前100%"), Example.of("数量指标", "发放数量", "1,200件"),
                            Example.of("数量指标", "巡查次数", "1次/季度，4次/年"), Example.of("数量指标", "覆盖范围", "3个乡镇、12个村")));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        for (Indicator indicator : Indicator.of(use, submission)) {
            // Of what can be read there is one number.
            int numbers = indicator.value() instanceof Unreadable ? numbers(indicator.text()) : 1;
            if (numbers > 1) {
                found.accept(Finding.of(RULE, indicator.carrier().place(), indicator.text(), Text.EMPTY, Map.of("n", Text.same(Integer.toString(numbers)))));
            }
        }
    }

    /** How many numbers, each of another unit, the text consists of; 0 when it consists of anything else. */
    private static int numbers(String text) {
        Set<String> counted = new HashSet<>();
        String[] pieces = BETWEEN.split(text);
        for (String piece : pieces) {
            IndicatorValue value = ValueReader.DEFAULT.read(piece);
            String unit = value instanceof Quantity quantity ? quantity.unit() : value instanceof Range range ? range.unit() : "";
            if (!Units.isUnit(unit)) {
                return 0;
            }
            // Once a quarter is four times a year.
            counted.add(unit.split("/")[0]);
        }
        return counted.size() == pieces.length ? pieces.length : 0;
    }
}
