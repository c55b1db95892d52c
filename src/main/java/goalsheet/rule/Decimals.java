package goalsheet.rule;

import goalsheet.expr.Value;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** An amount with more decimals than the form takes. Looks at every field of {@code on}. Setting: {@code decimals}. */
final class Decimals implements CodedRule {
    private static final int TWO = 2;

    private static final Rule RULE = new Rule("AMT002", Severity.WARNING,
            Text.of("金额小数位过多", "An amount has too many decimals"),
            Text.of("{label} {value} 有 {count} 位小数，最多 {limit} 位。", "{label} {value} has {count} decimals; {limit} at most."),
            Text.of("四舍五入，改为 {expected}；同时核对预算数是否仍等于各项资金之和。如 12.3456 改为 12.35。",
                    "Round it to {expected}, and see that the budget still equals the sum of its funds; 12.3456, for one, becomes 12.35."))
            .because(Text.of("预算批复到小数点后两位，多出的位数会使合计对不上。",
                    "Budgets are approved with two decimals; more of them make totals disagree."), Rule.THE_FORM)
            .withExamples(
                    List.of(amount("12.345"), amount("0.001"), amount("235.80001")),
                    List.of(amount("12.34"), amount("12.3400"), amount("384.62"), amount("1200")));

    private static Example.Entries amount(String amount) {
        return Example.fields(Map.of("amount", amount));
    }

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Set.of("decimals");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        int limit = Indicator.number(use, "decimals", TWO);
        for (Line line : Line.each(use, submission)) {
            if (line.carrier().value().orElse(Value.BLANK) instanceof Value.Num num) {
                int count = num.number().stripTrailingZeros().scale();
                BigDecimal rounded = num.number().setScale(limit, RoundingMode.HALF_UP);
                if (count > limit) {
                    found.accept(Finding.of(RULE, line.carrier().place(), num.show(), Text.same(rounded.toPlainString()),
                            Map.of("count", Text.same(Integer.toString(count)), "limit", Text.same(Integer.toString(limit)))));
                }
            }
        }
    }
}
