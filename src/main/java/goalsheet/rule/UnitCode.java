package goalsheet.rule;

import goalsheet.rule.value.Spelling;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The code of a department has 3 digits, that of a unit 6. Setting: {@code digits}, the lengths allowed. */
final class UnitCode implements CodedRule {
    private static final List<String> DIGITS = List.of("3", "6");

    private static final Rule RULE = new Rule("COD004", Severity.WARNING,
            Text.of("单位编码位数不对", "The unit code has the wrong length"),
            Text.of("单位编码“{value}”应为 {digits} 位数字。", "The unit code \"{value}\" should have {digits} digits."),
            Text.of("照财政部门编制的单位编码填写，如“336001”；不要填统一社会信用代码或项目编码。",
                    "Copy the code that the finance office gave the unit, like 336001, not the social credit code or a project's code."))
            .because(Text.of("单位编码用来归集各单位的表，位数不对就对不上。",
                    "The code tells whose form this is; with a wrong one it finds no owner."), Rule.THE_FORM)
            .withExamples(
                    List.of(Example.of("33600"), Example.of("3360011"), Example.of("33600l"),
                            Example.of("12130281MB0X12345K"), Example.of("336-001")),
                    List.of(Example.of("336001"), Example.of("336"), Example.of("001002"), Example.of("３３６００１"), Example.of(" 336001 ")));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Set.of("digits");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        List<String> digits = Indicator.words(use, "digits", DIGITS);
        for (Line line : Line.of(use, submission)) {
            String typed = Spelling.strip(line.carrier().shown());
            String code = Spelling.tidy(typed);
            if (!code.matches("[0-9]+") || !digits.contains(Integer.toString(code.length()))) {
                found.accept(Finding.of(RULE, line.carrier().place(), typed, Text.EMPTY,
                        Map.of("digits", Text.of(String.join(" 或 ", digits), String.join(" or ", digits)))));
            }
        }
    }
}
