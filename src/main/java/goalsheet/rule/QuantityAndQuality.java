package goalsheet.rule;

import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Output is both counted and judged. Settings as in {@link Kinds}. */
final class QuantityAndQuality implements CodedRule {
    private static final List<String> KINDS = List.of("数量指标", "质量指标");

    private static final Rule RULE = new Rule("STR011", Severity.WARNING,
            Text.of("缺少数量或质量指标", "Quantity or quality indicators are missing"),
            Text.of("绩效指标中没有“{missing}”。", "There is no indicator of the kind \"{missing}\"."),
            Text.of("补充“{missing}”：数量如“购置数量 10套”，质量如“验收合格率 ≥98%”。",
                    "Add \"{missing}\": a quantity like 购置数量 10套, a quality like 验收合格率 ≥98%."))
            .because(Text.of("只有数量不知做得好不好，只有质量不知做了多少。",
                    "A quantity alone does not say how well it was done, a quality alone not how much."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(Example.kinds("数量指标"), Example.kinds("质量指标", "质量指标"), Example.kinds("时效指标", "社会效益指标")),
                    List.of(Example.kinds("数量指标", "质量指标"), Example.kinds("数量", "质量"), Example.kinds("数量指标（20分）", "质量指标(10分)"),
                            Example.kinds("数量指标", "")));

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
