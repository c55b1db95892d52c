package goalsheet.rule;

import goalsheet.rule.value.Spelling;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * No indicator twice in a project, be it under another kind (常见审核口径). Settings as in {@link Indicator}. Under the same kind, two
 * descriptions of their own make two indicators: 补助标准 for one group and 补助标准 for another.
 */
final class IndicatorTwice implements CodedRule {
    private static final Rule RULE = new Rule("IND010", Severity.WARNING,
            Text.of("三级指标重复", "An indicator is given twice"),
            Text.of("“{value}”与 {cell} 单元格的三级指标重复{kind}。", "\"{value}\" is already in cell {cell}{kind}."),
            Text.of("只保留一处；确是两个指标的，把名称写得不同，如“培训人次（教师）”“培训人次（学员）”。",
                    "Keep one of them; if they are two, give them different names, like 培训人次（教师） and 培训人次（学员）."))
            .because(Text.of("重复的指标会被重复计分，也占掉了其他类别的位置。", "An indicator given twice counts twice and takes the place of another."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(Example.table(Map.of("kind", "数量指标", "name", "培训人次", "value", "600人次"), Map.of("kind", "数量指标", "name", "培训人次（人次）", "value", "500")),
                            Example.table(Map.of("kind", "数量指标", "name", "受益人数", "value", "300人"), Map.of("kind", "社会效益指标", "name", "受益 人数", "value", "300人")),
                            Example.table(Map.of("kind", "质量指标", "name", "完成率(%)", "value", "100%"), Map.of("kind", "时效指标", "name", "完成率（％）", "value", "100%"))),
                    List.of(Example.table(Map.of("kind", "数量指标", "name", "培训人次（教师）", "value", "60人次"),
                                    Map.of("kind", "数量指标", "name", "培训人次（学员）", "value", "500人次")),
                            Example.table(Map.of("kind", "数量指标", "name", "培训人次", "value", "600人次"), Map.of("kind", "数量指标", "name", "培训班次", "value", "12班次")),
                            Example.table(Map.of("kind", "成本指标", "name", "补助标准", "description", "一类对象每人每月", "value", "300元/人"),
                                    Map.of("kind", "成本指标", "name", "补助标准", "description", "二类对象每人每月", "value", "200元/人")),
                            Example.of("数量指标", "培训人次", "600人次").and(Example.of("数量指标", "培训人次", "300人次"))));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        for (List<Indicator> project : Indicator.bySheet(use, submission).values()) {
            Map<String, Indicator> first = new HashMap<>();
            for (Indicator indicator : project) {
                Indicator earlier = indicator.nameKey().isEmpty() ? null : first.putIfAbsent(indicator.nameKey(), indicator);
                if (earlier != null && !areTwo(earlier, indicator)) {
                    boolean other = !earlier.kind().equals(indicator.kind());
                    found.accept(Finding.of(RULE, indicator.carrier().place(), indicator.name(), Text.EMPTY, Map.of(
                            "cell", Text.same(earlier.carrier().place().cell()),
                            "kind", other ? Text.of("（" + earlier.kind() + "指标）", " (" + earlier.kind() + "指标)") : Text.EMPTY)));
                }
            }
        }
    }

    private static boolean areTwo(Indicator one, Indicator other) {
        String first = Spelling.key(one.description());
        String second = Spelling.key(other.description());
        return one.kind().equals(other.kind()) && !first.isEmpty() && !second.isEmpty() && !first.equals(second);
    }
}
