package goalsheet.rule;

import goalsheet.rule.Submission.Row;
import goalsheet.rule.Submission.Section;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Rows left blank above filled ones; told once for a table. */
final class BlankRows implements CodedRule {
    private static final Rule RULE = new Rule("STR016", Severity.INFO,
            Text.of("填写的行之间有空行", "Blank rows between filled ones"),
            Text.of("第 {rows} 行空着，下面还有内容。", "Row {rows} is blank, with more below it."),
            Text.of("把下面的内容移上来，如第 2 行空着，就把第 3 行的内容改填到第 2 行。",
                    "Move up what stands below: if row 2 is blank, enter row 3 there."))
            .because(Text.of("空行容易被当作漏填，打印和汇总时也会断开。", "A gap looks like something forgotten, in print and in summaries."), Rule.THE_FORM)
            .withExamples(
                    List.of(Example.rows("985米", "", "100%"), Example.rows("", "985米"), Example.rows("985米", "", "　", "100%", "", "12期", "")),
                    List.of(Example.rows("985米", "100%", "", ""), Example.rows("985米", "100%"), Example.rows("", "", ""), Example.rows("985米"),
                            Example.table(Map.of("value", "985米"), Map.of("value", "", "name", "维修面积"), Map.of("value", "100%"))));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Set.of();
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        for (Section section : submission.of(use.sheet())) {
            List<Row> rows = section.rows(use.table());
            int end = rows.size();
            while (end > 0 && rows.get(end - 1).isBlank()) {
                end--;
            }
            List<Row> gaps = rows.subList(0, end).stream().filter(Row::isBlank).toList();
            Map<String, Text> told = Map.of("rows", Text.of(numbers(gaps, "、"), numbers(gaps, ", ")));
            gaps.stream().findFirst().flatMap(row -> row.entry(use.on().get(0)))
                    .ifPresent(entry -> found.accept(Finding.of(RULE, entry.place(), "", Text.EMPTY, told)));
        }
    }

    private static String numbers(List<Row> rows, String comma) {
        return rows.stream().map(row -> Integer.toString(row.index())).collect(Collectors.joining(comma));
    }
}
