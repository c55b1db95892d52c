package goalsheet.rule;

import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A project says what it delivers and what that is good for. Settings as in {@link Kinds}. */
final class OutputAndBenefit implements CodedRule {
    private static final List<String> KINDS = List.of("产出指标", "效益指标");

    private static final Rule RULE = new Rule("STR010", Severity.WARNING,
            Text.of("缺少产出或效益指标", "Output or benefit indicators are missing"),
            Text.of("绩效指标中没有“{missing}”。", "There is no indicator of the kind \"{missing}\"."),
            Text.of("补充“{missing}”：产出写做成了什么，如“维修面积 400平方米”；效益写带来什么，如“受益人数 ≥300人”。",
                    "Add \"{missing}\": output says what is delivered, like 维修面积 400平方米; benefit what it is good for, like 受益人数 ≥300人."))
            .because(Text.of("只有产出看不出花钱的效果，只有效益看不出钱花在了哪里；两者齐全才能评价。",
                    "Output alone does not show what the money was good for, benefit alone not what it was spent on."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(Example.kinds("产出指标"), Example.kinds("效益指标"), Example.kinds("产出指标(50分)", "满意度指标"), Example.kinds("满意度指标")),
                    List.of(Example.kinds("产出指标", "效益指标"), Example.kinds("产出", "效益"), Example.kinds("产出指标（50分）", "效益指标(30)", "满意度指标"),
                            Example.kinds("产出指标", ""), Example.table(Map.of("kind", "", "value", ""))));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Kinds.SETTINGS;
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        Kinds.tellMissing(RULE, KINDS, use, submission, found);
    }
}
