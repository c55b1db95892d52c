package goalsheet.rule;

import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A name that any project could bear says nothing about this one (常见审核口径). Settings as in {@link Indicator}; {@code generic}, the
 * names, compared without units in brackets, blanks and punctuation.
 */
final class GenericName implements CodedRule {
    private static final List<String> GENERIC = List.of("工作完成率", "工作合格率", "工作完成及时率", "工作及时率", "工作完成质量", "工作完成情况", "工作完成数量", "工作完成时限", "任务完成率", "项目完成率", "完成率", "合格率",
            "及时率", "工作质量", "工作数量", "工作效率", "工作量", "完成数量", "完成质量", "完成情况", "完成时限", "保障工作正常开展", "保障工作顺利开展", "保障各项工作正常开展", "保障单位工作正常开展",
            "保障单位正常运转", "保障工作正常运转", "保障业务正常开展", "保障正常工作", "工作正常开展", "数量", "质量", "时效", "成本", "数量指标", "质量指标", "时效指标", "成本指标", "经济效益", "社会效益",
            "生态效益", "可持续影响", "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标");
    private static final Set<String> USUAL = keys(GENERIC);

    private static final Rule RULE = new Rule("IND012", Severity.WARNING,
            Text.of("三级指标名称过于笼统", "A name that fits any project"),
            Text.of("“{value}”放在哪个项目都可以，看不出这个项目做什么。", "\"{value}\" would fit any project; it does not say what this one does."),
            Text.of("写出这个项目的具体事项，如“陪审员参审案件数量”“验收合格率”“采购计划完成时间”。",
                    "Name what this project does, like 陪审员参审案件数量, 验收合格率 or 采购计划完成时间."))
            .because(Text.of("指标不够细化是退回的常见原因。", "Indicators that are not specific are a usual reason to send a form back."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(Example.of("数量指标", "工作完成率(%)", "100%"), Example.of("质量指标", "工作合格率（%）", "100%"), Example.of("时效指标", "完成时限", "2023年12月31日"),
                            Example.of("社会效益指标", "保障工作正常开展", "保障工作正常开展"), Example.of("社会效益指标", " 社会 效益。", "显著")),
                    List.of(Example.of("数量指标", "宣传工作完成率", "100%"), Example.of("质量指标", "验收合格率", "≥98%"), Example.of("时效指标", "采购计划完成时间", "11月底之前"),
                            Example.of("服务对象满意度指标", "服务对象满意度", "≥90%"), Example.of("成本指标", "项目成本", "20万元"),
                            Example.of("社会效益指标", "保障基层法庭工作正常开展", "5个法庭")));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Indicator.settingsAnd("generic");
    }

    private static Set<String> keys(List<String> names) {
        return names.stream().map(Indicator::key).collect(Collectors.toSet());
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        Set<String> generic = use.settings().containsKey("generic") ? keys(use.setting("generic")) : USUAL;
        for (Indicator indicator : Indicator.of(use, submission)) {
            if (!indicator.name().isEmpty() && generic.contains(indicator.nameKey())) {
                found.accept(Finding.of(RULE, indicator.carrier().place(), indicator.name()));
            }
        }
    }
}
