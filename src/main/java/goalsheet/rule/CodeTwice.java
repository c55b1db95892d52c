package goalsheet.rule;

import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Every project has a code of its own. Setting: {@code value} as in {@link CodeShape}. */
final class CodeTwice implements CodedRule {
    private static final Rule RULE = new Rule("COD003", Severity.ERROR,
            Text.of("项目编码重复", "The project code is used twice"),
            Text.of("项目编码“{value}”与“{sheet}”{cell} 单元格的重复。", "\"{value}\" is already in cell {cell} of \"{sheet}\"."),
            Text.of("核对两个项目，改正填错的一个；确是同一项目的，只保留一份。如第一个是“13020023P00003910033L”，第二个应填自己的编码。",
                    "Compare the two projects and correct the wrong code, or remove one if they are the same project; "
                            + "if one has 13020023P00003910033L, the other needs a code of its own."))
            .withExamples(
                    List.of(Example.rows("13020023P00003910033L", "13020023P00003910033L"), Example.rows("13020023P00003910033L", "13020023p00003910033l ")),
                    List.of(Example.rows("13020023P00003910033L", "13020023P000039100348"), Example.of("13020023P00003910033L")));

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
        Map<String, Place> first = new HashMap<>();
        for (Line line : Line.of(use, submission)) {
            String code = ProjectCode.of(line.text(use, "value")).text();
            Place place = line.carrier().place();
            Place earlier = code.isEmpty() ? null : first.putIfAbsent(code, place);
            if (earlier != null) {
                found.accept(Finding.of(RULE, place, code, Text.EMPTY,
                        Map.of("sheet", Text.same(earlier.sheet()), "cell", Text.same(earlier.cell()))));
            }
        }
    }
}
