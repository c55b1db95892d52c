package goalsheet.rule;

import goalsheet.rule.Submission.Section;
import goalsheet.rule.value.Spelling;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Every indicator says what its value rests on, and not all of them the same; told once for a project. Setting: {@code least}, how
 * many rows there must be.
 */
final class SameBasis implements CodedRule {
    private static final int LEAST = 3;
    /** A document that is named may well be what everything rests on. */
    private static final Pattern DOCUMENT = Pattern.compile("《.+》|[〔\\[［(（]\\d{4}[〕\\]］)）]|第?\\d+号");

    private static final Rule RULE = new Rule("STR015", Severity.INFO,
            Text.of("指标值确定依据缺少或雷同", "The basis of values is missing or the same everywhere"),
            Text.of("本项目 {count} 条指标的依据{problem}。", "The basis of {count} indicator(s) of this project {problem}."),
            Text.of("逐条写明依据，如数量写“实施方案”，质量写“行业标准”，成本写“合同约定”。",
                    "Give each indicator its own basis, like 实施方案 for a quantity, 行业标准 for a quality, 合同约定 for a cost."))
            .because(Text.of("依据说明指标值从哪里来；全部填同一句话等于没有说明。",
                    "The basis tells where a value comes from; the same words on every row tell nothing."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(Example.rows("年初工作计划", "年初工作计划", "年初工作计划"), Example.rows("年初工作计划", "年初工作计划。", " 年初工作计划", "年初工作计划"),
                            Example.table(basis("历史数据"), basis("行业标准"), basis(""))),
                    List.of(Example.rows("年初工作计划", "行业标准", "合同约定"), Example.rows("年初工作计划", "年初工作计划", "历史数据"),
                            Example.rows("年初工作计划", "年初工作计划"), Example.rows("冀财预〔2022〕88号", "冀财预〔2022〕88号", "冀财预〔2022〕88号"),
                            Example.rows("《项目实施方案》", "《项目实施方案》", "《项目实施方案》")));

    private static Map<String, String> basis(String basis) {
        return Map.of("value", basis, "name", "培训合格率");
    }

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Set.of("least");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        int least = Indicator.number(use, "least", LEAST);
        for (Section section : submission.of(use.sheet())) {
            List<Entry> bases = section.rows(use.table()).stream().filter(row -> !row.isBlank() && row.isComplete())
                    .flatMap(row -> row.entry(use.on().get(0)).stream()).toList();
            if (bases.size() >= least) {
                finding(bases).ifPresent(found);
            }
        }
    }

    private static Optional<Finding> finding(List<Entry> bases) {
        List<Entry> missing = bases.stream().filter(Entry::isBlank).toList();
        if (!missing.isEmpty()) {
            return Optional.of(finding(missing.get(0), missing.size(), Text.of("没有填写", "is missing")));
        }
        String first = bases.get(0).shown();
        String key = Spelling.key(first);
        boolean same = bases.stream().allMatch(basis -> Spelling.key(basis.shown()).equals(key));
        return same && !DOCUMENT.matcher(first).find()
                ? Optional.of(finding(bases.get(0), bases.size(), Text.of("都是“" + first + "”", "is the same, \"" + first + "\""))) : Optional.empty();
    }

    private static Finding finding(Entry at, int count, Text problem) {
        return Finding.of(RULE, at.place(), at.shown(), Text.EMPTY, Map.of("count", Text.same(Integer.toString(count)), "problem", problem));
    }
}
