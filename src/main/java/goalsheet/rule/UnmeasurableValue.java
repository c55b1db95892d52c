package goalsheet.rule;

import goalsheet.rule.value.IndicatorValue.NoSuchDay;
import goalsheet.rule.value.IndicatorValue.Unfilled;
import goalsheet.rule.value.IndicatorValue.Wording;
import goalsheet.rule.value.Spelling;
import goalsheet.rule.value.ValueReader;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A value should be a number with a unit, a date, or a degree that can be judged (常见审核口径). Settings as in {@link Indicator};
 * {@code countable} names the kinds that want a number, 数量 and 成本 when it is not given.
 */
final class UnmeasurableValue implements CodedRule {
    private static final List<String> COUNTABLE = List.of("数量指标", "成本指标");

    private static final Text OPEN = Text.of("日期没有填完", "is a date that was not filled in");
    private static final Text REPEATS_NAME = Text.of("只是重复了指标名称，年底无法考核", "only repeats the indicator's name, so it cannot be measured");
    private static final Text REPEATS_DESCRIPTION =
            Text.of("只是重复了指标描述，年底无法考核", "only repeats the indicator's description, so it cannot be measured");
    private static final Text WORDS = Text.of("没有数量、日期或程度，年底无法考核", "states no number, date or degree, so it cannot be measured");
    private static final Text NO_DAY = Text.of("写的日期不存在", "names a day that the calendar does not have");
    private static final Text COUNT = Text.of("只有程度；数量、成本类指标应填具体数字", "states only a degree; this kind of indicator needs a number");
    private static final Text DEGREE = Text.of("只有程度，没有数字，能量化的建议量化", "states only a degree; give a number if there is one");

    private static final Rule RULE = new Rule("IND001", Severity.WARNING,
            Text.of("指标值无法考核", "The indicator's value cannot be measured"),
            Text.of("指标值“{value}”{problem}。", "The value \"{value}\" {problem}."),
            Text.of("写成“符号+数字+单位”，如“≥90%”“12件”；时效写日期，如“6月30日前”；确实不能量化的，写能判断的程度，如“健全”“有效提升”。",
                    "Write sign, number and unit, like ≥90% or 12件; for timeliness a date, like 6月30日前; "
                            + "where nothing can be counted, a degree that can be judged, like 健全."))
            .withExamples(
                    List.of(Example.of("社会效益指标", "保障工作正常开展", "保障工作正常开展"), Example.of("质量指标", "工作质量", "按计划实施"),
                            Example.of("时效指标", "完成时限", "**月**日前"), Example.of("时效指标", "完成时限", "2月30日前"), Example.of("数量指标", "培训班次", "提高"),
                            Example.of("社会效益指标", "服务水平", "有效提升"), Example.of("社会效益指标", "服务水平有效提升", "服务水平有效提升"),
                            Example.of("质量指标", "水质达标", "做好Ⅲ类水体保护"), Example.of("社会效益指标", "全县排名", "争先进位")),
                    List.of(Example.of("社会效益指标", "群众政策知晓度", "≥90%"), Example.of("时效指标", "完成时限", "2023年12月31日"), Example.of("时效指标", "完成时限", "2月29日前"), Example.of("时效指标", "建设工期", "24月"),
                            Example.of("数量指标", "法官人数", "3名法官和5名书记员"), Example.of("数量指标", "聘用调解员人数", "三人"),
                            Example.of("质量指标", "出境断面水质", "Ⅲ类以上"), Example.of("质量指标", "年度考核名次", "全县前三名"), Example.of("质量指标", "测绘资质", "甲级"), Example.of("质量指标", "景区等级", "AAAA级")));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Indicator.settingsAnd("countable");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        List<String> countable = Indicator.words(use, "countable", COUNTABLE);
        for (Indicator indicator : Indicator.of(use, submission)) {
            if (indicator.value() instanceof Unfilled) {
                found.accept(finding(indicator, OPEN));
            } else if (indicator.value() instanceof NoSuchDay) {
                found.accept(finding(indicator, NO_DAY));
            } else if (indicator.value() instanceof Wording words && !ValueReader.DEFAULT.isRanked(words.text())) {
                found.accept(repeats(indicator, indicator.name()) ? finding(indicator, REPEATS_NAME)
                        : repeats(indicator, indicator.description()) ? finding(indicator, REPEATS_DESCRIPTION)
                        : !words.gradable() ? finding(indicator, WORDS)
                        : indicator.isOneOf(countable) ? finding(indicator, COUNT) : finding(indicator, DEGREE).as(Severity.INFO));
            }
        }
    }

    private static boolean repeats(Indicator indicator, String other) {
        return Spelling.key(indicator.text()).equals(Spelling.key(other));
    }

    private static Finding finding(Indicator indicator, Text problem) {
        return Finding.of(RULE, indicator.carrier().place(), indicator.text(), Text.EMPTY, Map.of("problem", problem));
    }
}
