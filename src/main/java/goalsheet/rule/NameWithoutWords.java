package goalsheet.rule;

import goalsheet.rule.value.Spelling;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.function.Consumer;

/** A name is a name, not a number, a single character or a sign. Settings as in {@link Indicator}. */
final class NameWithoutWords implements CodedRule {
    private static final Rule RULE = new Rule("IND013", Severity.ERROR,
            Text.of("三级指标名称不是名称", "The name is no name"),
            Text.of("三级指标填的是“{value}”，不是指标名称。", "Level 3 holds \"{value}\", which is no name."),
            Text.of("填写指标名称，如“维修面积”“案件结案率”；数字填在指标值里。", "Give the indicator's name, like 维修面积 or 案件结案率; the number goes into the value."))
            .because(Text.of("没有名称，不知道指标值考核的是什么。", "Without a name nobody knows what the value measures."), Rule.THE_FORM)
            .withExamples(
                    List.of(Example.of("88", "100%"), Example.of("—", "≥90%"), Example.of("无", "无"), Example.of("≥90%", "≥90%"), Example.of("1.", "12件"), Example.of("（1）", "12件")),
                    List.of(Example.of("结案", "≥90%"), Example.of("5G基站数量", "12个"), Example.of("1.培训班次", "12班次"), Example.of("12345热线接通率", "≥95%"),
                            Example.of("AED数量", "10台"), Example.of("12件")));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        for (Indicator indicator : Indicator.of(use, submission)) {
            String key = Spelling.key(indicator.name());
            boolean isName = key.codePointCount(0, key.length()) > 1 && key.codePoints().anyMatch(Character::isLetter);
            if (!indicator.name().isEmpty() && !isName) {
                found.accept(Finding.of(RULE, indicator.carrier().place(), indicator.name()));
            }
        }
    }
}
