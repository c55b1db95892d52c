package goalsheet.rule;

import goalsheet.rule.value.IndicatorValue;
import goalsheet.rule.value.IndicatorValue.Day;
import goalsheet.rule.value.IndicatorValue.Period;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is due this year is due in the budget year (常见审核口径); a date without a year is. Settings as in {@link Indicator};
 * {@code kinds} it looks at.
 */
final class DateOutsideYear implements CodedRule {
    private static final List<String> KINDS = List.of("时效指标");

    private static final Rule RULE = new Rule("IND011", Severity.WARNING,
            Text.of("时效日期不在预算年度内", "A date outside the budget year"),
            Text.of("“{value}”不在预算年度（{year} 年）内。", "\"{value}\" lies outside the budget year {year}."),
            Text.of("核对年份，写本年度内的日期，如“{year}年11月30日前”；跨年项目写本年度应完成的部分。",
                    "Check the year and give a date within it, like {year}年11月30日前; of a longer project, what is due this year."))
            .because(Text.of("多半是照抄上年的表，没有改年份。", "Most likely copied from last year's form."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(Example.of("时效指标", "完成时限", "2022年12月31日"), Example.of("时效指标", "完成时间", "2024-06-30前"),
                            Example.of("时效", "工程建设期限", "2021年3月至2022年10月")),
                    List.of(Example.of("时效指标", "完成时限", "2023年12月31日"), Example.of("时效指标", "采购计划完成时间", "11月底之前"), Example.of("时效指标", "建设期限", "2022年3月至2024年10月"),
                            Example.of("时效指标", "完成时间", "2023年1月至12月"), Example.of("时效指标", "补助发放及时率", "100%"), Example.of("可持续影响指标", "政策实施期限", "2025年12月31日"),
                            Example.of("时效指标", "系统响应时间", "≤3秒")));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Indicator.settingsAnd("kinds");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        List<String> kinds = Indicator.words(use, "kinds", KINDS);
        int year = submission.template().year();
        for (Indicator indicator : Indicator.of(use, submission)) {
            if (indicator.isOneOf(kinds) && isOutside(indicator.value(), year)) {
                found.accept(Finding.of(RULE, indicator.carrier().place(), indicator.text(), Text.EMPTY, Map.of("year", Text.same(Integer.toString(year)))));
            }
        }
    }

    private static boolean isOutside(IndicatorValue value, int year) {
        if (value instanceof Period period) {
            // 2022年3月至10月: the year said once is that of both
            int from = period.from().year() == 0 ? year : period.from().year();
            int to = period.to().year() == 0 ? from : period.to().year();
            return from > year || to < year;
        }
        return value instanceof Day day && day.year() != 0 && day.year() != year;
    }
}
