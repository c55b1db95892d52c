package goalsheet.rule;

import goalsheet.rule.value.Spelling;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A description says more than the name (常见审核口径). Nearly every published row fails this, so it is told once for a workbook, at the
 * first place. Settings as in {@link Indicator}.
 */
final class DescriptionRepeatsName implements CodedRule {
    private static final Rule RULE = new Rule("IND014", Severity.INFO,
            Text.of("指标描述只是重复名称", "A description that only repeats the name"),
            Text.of("指标描述“{value}”没有说明指标的含义，全表这样的有 {count} 处。", "The description \"{value}\" adds nothing to the name; the workbook has {count} like it."),
            Text.of("写明含义或算法，如“验收合格率”写“验收合格的项目数占完工项目数的比例”。", "Say what is meant or how it is calculated, like 验收合格的项目数占完工项目数的比例."))
            .because(Text.of("写清算法，自评时各人算出的结果才一致。", "Only with the calculation written down does everybody get the same result at self-evaluation."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(described("工作完成率(%)", "工作完成率(%)"), described("工作合格率（%）", "工作合格率"), described("案件结案率", "结案率。")),
                    List.of(described("案件结案率", "当年审结案件数占受理案件数的比例"), described("维修面积", "维修办公楼屋面的面积"), described("维修面积", "办公楼屋面"), Example.of("维修面积", "400平方米")));

    private static Example.Entries described(String name, String description) {
        return Example.table(Map.of("name", name, "description", description, "value", "100%"));
    }

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        List<Indicator> repeating = Indicator.of(use, submission).stream().filter(DescriptionRepeatsName::repeats).toList();
        if (!repeating.isEmpty()) {
            Indicator first = repeating.get(0);
            found.accept(Finding.of(RULE, first.carrier().place(), first.description(), Text.EMPTY,
                    Map.of("count", Text.same(Integer.toString(repeating.size())))));
        }
    }

    private static boolean repeats(Indicator indicator) {
        String description = Indicator.key(indicator.description());
        return !description.isEmpty() && Spelling.key(indicator.name()).contains(description);
    }
}
