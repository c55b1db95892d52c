package goalsheet.rule;

import goalsheet.expr.Value;
import goalsheet.rule.Submission.Section;
import goalsheet.rule.value.Figure;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Yuan entered where the form wants 万元: an amount 10,000 times what its parts or the other projects suggest, or larger than
 * any project. The first field of {@code on} is the whole, the others are its parts. An amount that the sheet states in words too
 * (12000万元, 1.2亿元) is meant. Setting: {@code huge}, in 万元.
 */
final class YuanForWan implements CodedRule {
    private static final int HUGE = 200_000;
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    /** How far above the middle of the others: small projects typed in yuan, but no honest project of ordinary size. */
    private static final BigDecimal ABOVE_MIDDLE = BigDecimal.valueOf(1_000);
    /** How far above the largest of the others: who has large projects has more than one. */
    private static final BigDecimal ABOVE_LARGEST = BigDecimal.valueOf(100);

    private static final Text PARTS = Text.of("是其余各项的 1 万倍", "is 10,000 times what the other amounts of the project say");
    private static final Text OTHERS = Text.of("远远超过其他项目", "is far above all other projects");
    private static final Text SIZE = Text.of("大得不合常理", "is larger than any project");

    private static final Rule RULE = new Rule("AMT003", Severity.WARNING,
            Text.of("金额可能是按元填的", "An amount may be in yuan"),
            Text.of("{label} {value} 万元{problem}，可能是按元填的。", "{label}, {value} (in 10,000 yuan), {problem}; it may have been entered in yuan."),
            Text.of("本表以万元为单位：按元填的请改为 {expected}，如 260000 元应填 26；金额无误的不用改。",
                    "This form is in 10,000 yuan: if yuan were entered, write {expected}, as 26 for 260000 yuan; leave the amount if it is right."))
            .because(Text.of("单位填错，全单位的合计会差出几亿元。", "With the wrong unit of money the totals are off by hundreds of millions."), Rule.THE_FORM)
            .withExamples(
                    List.of(amounts("260000", "26"), amounts("26", "260000"), amounts("300000", "300000"),
                            among("26.02", "235.8", amounts("100000", "100000"))),
                    List.of(amounts("260", "260"), amounts("12600", "12600"), amounts("26", "20"), amounts("36", "30"),
                            among("26", "300", amounts("12600", "12600")),
                            among("26", "28", amounts("100000", "100000").with(Map.of("text", "项目总投资10亿元"))),
                            amounts("10", "10").and(amounts("100000", "100000"))));

    private static Example.Entries amounts(String whole, String fiscal) {
        return Example.fields(Map.of("amount", whole, "fiscal", fiscal));
    }

    private static Example.Entries among(String one, String two, Example.Entries last) {
        return amounts("10", "10").and(amounts(one, one)).and(amounts(two, two)).and(last);
    }

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Set.of("huge");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        BigDecimal huge = BigDecimal.valueOf(Indicator.number(use, "huge", HUGE));
        List<Section> sections = submission.of(use.sheet());
        for (Section section : sections) {
            List<Entry> filled = use.on().stream().flatMap(field -> section.field(field).stream())
                    .filter(entry -> amount(entry).signum() > 0).toList();
            for (Entry entry : filled) {
                Optional<Text> problem = isTimes(entry, filled, use.on().get(0)) ? Optional.of(PARTS)
                        : amount(entry).compareTo(huge) >= 0 ? Optional.of(SIZE)
                        : standsOut(amount(entry), section, sections, use.on().get(0)) ? Optional.of(OTHERS) : Optional.empty();
                if (problem.isPresent() && !isStated(section, entry)) {
                    found.accept(finding(entry, problem.get()));
                    // whole and parts in yuan are one mistake
                    break;
                }
            }
        }
    }

    private static Finding finding(Entry entry, Text problem) {
        Text inWan = Text.same(Value.of(amount(entry).movePointLeft(4).setScale(2, RoundingMode.HALF_UP)).show());
        return Finding.of(RULE, entry.place(), entry.value().orElse(Value.BLANK).show(), inWan, Map.of("problem", problem));
    }

    private static BigDecimal amount(Entry entry) {
        return entry.value().orElse(Value.BLANK) instanceof Value.Num num ? num.number() : BigDecimal.ZERO;
    }

    /** Whether the whole is 10,000 times the sum of its parts, or a part 10,000 times the whole. */
    private static boolean isTimes(Entry entry, List<Entry> filled, String whole) {
        boolean isWhole = entry.field().id().equals(whole);
        BigDecimal rest = filled.stream().filter(other -> isWhole != other.field().id().equals(whole)).map(YuanForWan::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal gap = amount(entry).subtract(rest.multiply(TEN_THOUSAND)).abs();
        return rest.signum() > 0 && gap.compareTo(amount(entry).movePointLeft(2)) <= 0;
    }

    private static boolean standsOut(BigDecimal amount, Section section, List<Section> sections, String whole) {
        if (amount.compareTo(TEN_THOUSAND) < 0) {
            return false;
        }
        List<BigDecimal> others = sections.stream().filter(other -> other != section).flatMap(other -> other.field(whole).stream())
                .map(YuanForWan::amount).filter(other -> other.signum() > 0).sorted().toList();
        if (others.size() < 2) {
            return false;
        }
        BigDecimal far = others.get((others.size() - 1) / 2).multiply(ABOVE_MIDDLE);
        BigDecimal largest = others.stream().filter(other -> other.compareTo(far) < 0).reduce(BigDecimal.ZERO, BigDecimal::max);
        return amount.compareTo(far) >= 0 && amount.compareTo(largest.multiply(ABOVE_LARGEST)) >= 0;
    }

    /** Whether words on the sheet give the same amount with its unit. */
    private static boolean isStated(Section section, Entry entry) {
        List<Entry> texts = new ArrayList<>(section.fields().values());
        section.tables().values().forEach(rows -> rows.forEach(row -> texts.addAll(row.entries().values())));
        BigDecimal yuan = amount(entry).multiply(TEN_THOUSAND);
        return texts.stream().filter(text -> !text.field().type().isNumeric()).flatMap(text -> Figure.of(text.shown()).stream())
                .anyMatch(figure -> figure.unit().endsWith("元") && figure.spelledOut().compareTo(yuan) == 0);
    }
}
