package goalsheet.rule;

import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Those who are served say whether they are satisfied. Settings as in {@link Kinds}; {@code text}, the fields that tell whom the
 * project serves; {@code public}, words that make it public-facing, and {@code guard}, expressions that they do not count in.
 */
final class SatisfactionTold implements CodedRule {
    private static final List<String> KINDS = List.of("满意度指标");
    private static final WordList PUBLIC = WordList.of("群众", "学生", "学员", "培训", "补助", "补贴", "服务", "居民", "村民", "农民", "农户",
            "患者", "企业", "老年人", "儿童");
    private static final List<String> GUARD = List.of("津贴补贴", "服务器", "服务费", "施工企业", "中标企业", "供货企业", "派遣企业", "企业所得税");

    private static final Rule RULE = new Rule("STR012", Severity.WARNING,
            Text.of("缺少满意度指标", "A satisfaction indicator is missing"),
            Text.of("绩效指标中没有满意度指标{reason}。", "There is no satisfaction indicator{reason}."),
            Text.of("补充一条，如“受益群众满意度 ≥90%”；确实没有服务对象的，可以不填。",
                    "Add one, like 受益群众满意度 ≥90%; it may be left out when nobody is served."))
            .because(Text.of("面向群众、企业的项目，服务对象是否满意是效果的直接证明。",
                    "Where people or companies are served, their satisfaction is the plainest proof of success."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(unsatisfied("职业技能培训补助"), unsatisfied("用于居民小区供水管网改造"), unsatisfied("机房服务器更换")),
                    List.of(satisfied("职业技能培训补助", "满意度指标"), satisfied("城区居民供水", "满意度"), satisfied("学生资助", "满意度指标（10分）"),
                            satisfied("学生资助", "")));

    private static Example.Entries unsatisfied(String text) {
        return satisfied(text, "效益指标");
    }

    private static Example.Entries satisfied(String text, String kind) {
        return Example.kinds("产出指标", kind).with(Map.of("text", text));
    }

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Set.of("kind", "kinds", "text", "public", "guard");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        List<String> wanted = Indicator.words(use, "kinds", KINDS);
        WordList served = WordList.of(use, "public", PUBLIC);
        List<String> guard = Indicator.words(use, "guard", GUARD);
        for (Kinds kinds : Kinds.of(use, submission)) {
            Text missing = kinds.missing(wanted);
            if (!missing.isEmpty()) {
                Text reason = Mention.of(kinds.told(use.setting("text")), served, guard)
                        .map(word -> Text.of("，而项目涉及“" + word + "”，有明确的服务对象",
                                ", although the project serves people (" + word + ")"))
                        .orElse(Text.EMPTY);
                Finding finding = Finding.of(RULE, kinds.gap(), "", missing, Map.of("reason", reason));
                found.accept(reason.isEmpty() ? finding.as(Severity.INFO) : finding);
            }
        }
    }
}
