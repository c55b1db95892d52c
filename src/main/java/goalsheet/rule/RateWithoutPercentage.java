package goalsheet.rule;

import goalsheet.rule.value.IndicatorValue;
import goalsheet.rule.value.IndicatorValue.Day;
import goalsheet.rule.value.IndicatorValue.Period;
import goalsheet.rule.value.IndicatorValue.Quantity;
import goalsheet.rule.value.IndicatorValue.Range;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A name that ends in 率 or 度 goes with a percentage, a count or an amount does not (常见审核口径). Settings as in {@link Indicator};
 * endings of names: {@code rates}, {@code others} (end like a rate but are none), {@code counts}; {@code guard} gives words in name or
 * description that tell of a share or a change, which is a percentage whatever the name ends in; {@code timely} the words and kinds that
 * may have a date all the same. Satisfaction is left to {@link SatisfactionValue}, a number without any unit to {@link NumberWithoutUnit}.
 */
final class RateWithoutPercentage implements CodedRule {
    private static final WordList RATES = WordList.of("率", "知晓度", "认知度", "认可度", "认同度", "支持度", "信任度", "参与度", "完成度", "达标度", "覆盖度");
    private static final WordList OTHERS = WordList.of("频率", "汇率", "功率", "速率", "效率", "容积率", "周转率", "分辨率", "倍率", "心率");
    private static final WordList COUNTS = WordList.of("数量", "人数", "人次", "次数", "件数", "起数", "户数", "台数", "套数", "个数", "篇数", "份数", "场数", "期数", "班次", "场次",
            "批次", "面积", "长度", "里程", "距离", "时间", "时限", "期限", "日期", "天数", "年限", "金额", "总额", "成本", "费用", "经费", "单价", "造价", "重量");
    private static final WordList GUARD = WordList.of("率", "比", "占", "增", "减", "升", "降", "缩短", "提高", "节约", "节省", "幅度", "上年", "同期", "覆盖", "程度", "%", "％");
    private static final List<String> TIMELY = List.of("时效", "及时", "按时", "按期", "准时", "如期");

    private static final Text RATE = Text.of("是比率，指标值应为百分比", "is a rate and needs a percentage");
    private static final Text COUNT = Text.of("不是比率，指标值不应为百分比", "is no rate and cannot have a percentage");

    private static final Rule RULE = new Rule("IND005", Severity.WARNING,
            Text.of("指标名称与指标值的单位不匹配", "Name and unit do not fit each other"),
            Text.of("“{name}”{problem}，现在是“{value}”。", "\"{name}\" {problem}, but it has \"{value}\"."),
            Text.of("比率填百分比，如“案件结案率 ≥95%”；数量、金额填带单位的数，如“培训人次 600人次”；或者改名称。",
                    "Give a rate a percentage, like 案件结案率 ≥95%, a count or amount its unit, like 培训人次 600人次; or change the name."))
            .because(Text.of("名称和数值说的不是一回事，年底无法判断是否完成。", "When name and value speak of different things nobody can tell whether the goal was met."),
                    Rule.CUSTOMARY)
            .withExamples(
                    List.of(Example.of("质量指标", "案件结案率", "≥900件"), Example.of("质量指标", "验收合格率", "2023年12月31日"), Example.of("社会效益指标", "群众政策知晓度", "3-5次"),
                            Example.of("数量指标", "培训人次", "≥95%"), Example.of("数量指标", "维修面积", "100%"), Example.of("时效指标", "完成时限", "100%")),
                    List.of(Example.of("质量指标", "案件结案率", "≥95%"), Example.of("质量指标", "案件结案率（%）", "95"), Example.of("质量指标", "孕产妇死亡率", "≤0.1‰"),
                            Example.of("时效指标", "补助发放及时率", "100%"), Example.of("时效指标", "补助发放及时率", "11月底之前"), Example.of("满意度指标", "服务对象满意度", "≥90%"),
                            Example.of("可持续影响指标", "管理制度健全度", "健全"), Example.of("数量指标", "道路建设长度", "985米"), Example.of("质量指标", "巡查频率", "≥4次/月"),
                            Example.of("质量指标", "土地容积率", "≤2.5倍"), Example.of("社会效益指标", "业务办理时间缩短", "≥20%"), Example.of("数量指标", "受益人数（%）", "≥95%"),
                            Example.of("质量指标", "项目验收合格", "100%"), Example.of("质量指标", "设备精度", "≤3毫米"),
                            Example.table(Map.of("name", "受益人数", "description", "受益人数占常住人口的比例", "value", "≥60%"))));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Indicator.settingsAnd("rates", "others", "counts", "guard", "timely");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        WordList rates = WordList.of(use, "rates", RATES);
        WordList others = WordList.of(use, "others", OTHERS);
        WordList counts = WordList.of(use, "counts", COUNTS);
        WordList guard = WordList.of(use, "guard", GUARD);
        List<String> timely = Indicator.words(use, "timely", TIMELY);
        WordList timelyNames = new WordList(timely);
        for (Indicator indicator : Indicator.of(use, submission)) {
            if (indicator.name().isEmpty() || indicator.nameEndsWith(others)) {
                continue;
            }
            Optional<Text> problem = Optional.empty();
            if (indicator.nameEndsWith(rates)) {
                boolean mayBeDate = indicator.isOneOf(timely) || indicator.nameHas(timelyNames);
                problem = isNoShare(indicator.value(), mayBeDate) && !indicator.isSatisfaction() ? Optional.of(RATE) : Optional.empty();
            } else if (indicator.nameEndsWith(counts)) {
                String told = indicator.name() + indicator.description();
                problem = unit(indicator.value()).equals("%") && !guard.isIn(told) ? Optional.of(COUNT) : Optional.empty();
            }
            problem.ifPresent(text -> found.accept(Finding.of(RULE, indicator.carrier().place(), indicator.text(), Text.EMPTY,
                    Map.of("name", Text.same(indicator.name()), "problem", text))));
        }
    }

    private static boolean isNoShare(IndicatorValue value, boolean mayBeDate) {
        if (value instanceof Day || value instanceof Period) {
            return !mayBeDate;
        }
        String unit = unit(value);
        return !unit.isEmpty() && !List.of("%", "‰", "百分点", "个百分点", "成", "倍").contains(unit) && !unit.contains("/");
    }

    /** The unit of a number or range, "" for anything else. */
    private static String unit(IndicatorValue value) {
        return value instanceof Quantity quantity ? quantity.unit() : value instanceof Range range ? range.unit() : "";
    }
}
