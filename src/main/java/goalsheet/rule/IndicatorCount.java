package goalsheet.rule;

import goalsheet.template.RuleUse;
import goalsheet.template.Table;
import goalsheet.template.Template;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A project has some indicators, not a few and not dozens (常见审核口径). Settings: {@code least} (4) and {@code most}, no limit when it
 * is not given. Rows count by the marked field; a project without any is told as incomplete elsewhere.
 */
final class IndicatorCount implements CodedRule {
    private static final int LEAST = 4;
    private static final Text FEW = Text.of("偏少", "few");
    private static final Text MANY = Text.of("偏多", "many");

    private static final Rule RULE = new Rule("IND016", Severity.INFO,
            Text.of("指标数量偏少或偏多", "Few or many indicators"),
            Text.of("本项目有 {value} 条指标，{problem}，一般{usual}。", "This project has {value} indicators, which is {problem}; {usual} are usual."),
            Text.of("偏少的补上缺的类别，如质量“验收合格率 ≥98%”；偏多的只留最能说明成效的。",
                    "Add the kinds that are missing, like 验收合格率 ≥98% for quality, or keep only those that show the result best."))
            .because(Text.of("太少说明不了成效，太多重点不清、也难考核。", "Too few do not show the result, too many hide it."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(count(1), count(2), count(3)),
                    List.of(count(4), count(5), count(18), Example.table(Map.of("name", "培训人次"))));

    private static Example.Entries count(int rows) {
        List<Map<String, String>> indicators = new ArrayList<>();
        for (int n = 1; n <= rows; n++) {
            indicators.add(Map.of("name", "事项" + n + "数量", "value", n + "件"));
        }
        return Example.table(indicators);
    }

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Set.of("least", "most");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        int least = Indicator.number(use, "least", LEAST);
        int most = Indicator.number(use, "most", Integer.MAX_VALUE);
        Text usual = use.setting("most").isEmpty() ? Text.of("不少于 " + least + " 条", "at least " + least) : Text.of("为 " + least + " 到 " + most + " 条", least + " to " + most);
        Map<String, List<Line>> sheets = new LinkedHashMap<>();
        Line.of(use, submission).forEach(line -> sheets.computeIfAbsent(line.section().sheetName(), sheet -> new ArrayList<>()).add(line));
        for (List<Line> lines : sheets.values()) {
            if (lines.size() < least || lines.size() > most) {
                found.accept(Finding.of(RULE, lines.get(lines.size() - 1).carrier().place(), Integer.toString(lines.size()), Text.EMPTY,
                        Map.of("problem", lines.size() < least ? FEW : MANY, "usual", usual)));
            }
        }
    }

    @Override
    public Optional<Text> senseless(RuleUse use, Template template) {
        int least = Indicator.number(use, "least", LEAST);
        int most = Indicator.number(use, "most", Integer.MAX_VALUE);
        int rows = template.sheet(use.sheet()).map(sheet -> sheet.tables().get(use.table())).map(Table::rows).filter(number -> number > 0).orElse(Integer.MAX_VALUE);
        if (least > Math.min(most, rows)) {
            return Optional.of(most < least ? Text.of("least 大于 most", "'least' is above 'most'") : Text.of("least 大于表格的行数 " + rows, "'least' is above the table's " + rows + " rows"));
        }
        return use.setting("most").isEmpty() || most < rows ? Optional.empty()
                : Optional.of(Text.of("表格只有 " + rows + " 行，指标不会超过 most（" + most + "）；不限条数就不要写 most", "the table has " + rows + " rows, so that nobody can have more than " + most + "; leave 'most' out"));
    }
}
