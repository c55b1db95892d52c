package goalsheet.rule;

import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The last character of a code of type P, against the other twenty. Setting: {@code value} as in {@link CodeShape}. */
final class CodeCheckCharacter implements CodedRule {
    private static final Rule RULE = new Rule("COD002", Severity.WARNING,
            Text.of("项目编码校验位不符", "The project code's check character does not fit"),
            Text.of("项目编码“{value}”的校验位不符：按前 20 位推算，最后一位应为 {check}。编码可能录入有误。",
                    "The check character of \"{value}\" does not fit: the first 20 ask for {check}. The code may be mistyped."),
            Text.of("不要只改最后一位；从预算系统里重新复制完整编码，如“13020023P00003910033L”。",
                    "Do not just change the last character; copy the whole code from the budget system again, like 13020023P00003910033L."))
            .withExamples(
                    List.of(Example.of("13020023P00003910033M"), Example.of("13020023P00003910034L"), Example.of("13020032P00003910033L")),
                    List.of(Example.of("13020023P00003910033L"), Example.of("12000022P67371310001B"), Example.of("13020023T00003910033M"),
                            Example.of("13020023P0000391003M")));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Set.of("value");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        for (Line line : Line.of(use, submission)) {
            ProjectCode code = ProjectCode.of(line.text(use, "value"));
            code.check().filter(check -> code.text().charAt(ProjectCode.LENGTH - 1) != check).ifPresent(check ->
                    found.accept(Finding.of(RULE, line.carrier().place(), code.text(), Text.of("末位应为 " + check, "last character " + check),
                            Map.of("check", Text.same(check.toString())))));
        }
    }
}
