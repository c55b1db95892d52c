package goalsheet.rule;

import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The shape of a project code. Of types other than P only length and characters are known, so what is odd there is only told;
 * so are small letters, full-width characters and blanks. Setting: {@code value}, the code's fields, the marked one when not given.
 */
final class CodeShape implements CodedRule {
    private static final Text SPELLING = Text.of("有小写、全角字符或空格", "has small letters, full-width characters or blanks");

    private static final Text AS_TEXT = Text.of("先把单元格格式设为“文本”，再", "Set the cell to text first. ");

    private static final Rule RULE = new Rule("COD001", Severity.WARNING,
            Text.of("项目编码格式不对", "The project code has the wrong shape"),
            Text.of("项目编码“{value}”{problem}，编码可能录入有误。", "\"{value}\" {problem}; the code may be mistyped."),
            Text.of("{first}从预算系统里复制完整编码，不要手工输入，如“13020023P00003910033L”。",
                    "{first}Copy the whole code from the budget system instead of typing it, like 13020023P00003910033L."))
            .withExamples(
                    List.of(Example.of("13020023P0000391003L"), Example.of("1302OO23P00003910033L"), Example.of("13020023P00003920033L"),
                            Example.of("130200230000039100330"), Example.of("13020023T000039100"), Example.of("13020023p00003910033l"), Example.of("130200232002053100000"),
                            Example.of("1.30200232002053E+20")),
                    List.of(Example.of("13020023P00003910033L"), Example.of("13020023T00003920033Z"), Example.of("99990099P67371310001B")));

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
            String typed = line.text(use, "value");
            if (typed.isEmpty()) {
                continue;
            }
            ProjectCode code = ProjectCode.of(typed);
            code.flaw().ifPresentOrElse(flaw -> {
                Finding finding = Finding.of(RULE, line.carrier().place(), typed, Text.EMPTY, Map.of("problem", flaw, "first", code.isSpoilt() ? AS_TEXT : Text.EMPTY));
                found.accept(code.isOtherType() ? finding.as(Severity.INFO) : finding);
            }, () -> {
                if (!code.text().equals(typed)) {
                    found.accept(Finding.of(RULE, line.carrier().place(), typed, Text.same(code.text()), Map.of("problem", SPELLING, "first", Text.EMPTY))
                            .as(Severity.INFO));
                }
            });
        }
    }
}
