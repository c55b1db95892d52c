package goalsheet.rule;

import goalsheet.expr.Value;
import goalsheet.rule.Submission.Section;
import goalsheet.rule.value.Figure;
import goalsheet.template.RuleUse;
import goalsheet.text.Series;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Yuan entered where the form wants 万元: an amount 10,000 times what its parts or the other projects suggest, or larger than
 * any project. The first field of {@code on} is the whole, the others are its parts. In a form whose {@code amounts} are in 元 it is the
 * other way about: 万元 entered where every amount of a project is small. An amount that the sheet states in words too
 * (12000万元, 1.2亿元) is meant. Settings: {@code huge}, in 万元, {@code tiny}, in 元, {@code amounts}.
 */
final class YuanForWan implements CodedRule {
    private static final int HUGE = 200_000;
    private static final int TINY = 1000;
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    /** How far above the middle of the others: small projects typed in yuan, but no honest project of ordinary size. */
    private static final BigDecimal ABOVE_MIDDLE = BigDecimal.valueOf(1_000);
    /** How far above the largest of the others: who has large projects has more than one. */
    private static final BigDecimal ABOVE_LARGEST = BigDecimal.valueOf(100);

    private static final Text PARTS = Text.of("是其余各项的 1 万倍", "is 10,000 times what the other amounts of the project say");
    private static final Text OTHERS = Text.of("远远超过其他项目", "is far above all other projects");
    private static final Text SIZE = Text.of("大得不合常理", "is larger than any project");
    private static final Text SMALL = Text.of("小得不合常理", "is smaller than any project");

    /** How a form states its amounts, and what else may have been typed. */
    private record Money(Text unit, Text other, Text example) {
    }

    private static final Text WAN_TEXT = Text.of("万元", "10,000 yuan");
    private static final Text YUAN_TEXT = Text.of("元", "yuan");
    private static final Money WAN = new Money(WAN_TEXT, YUAN_TEXT, Text.of("260000 元应填 26", "26 for 260000 yuan"));
    private static final Money YUAN = new Money(YUAN_TEXT, WAN_TEXT, Text.of("26 万元应填 260000", "260000 for 26万元"));

    private static final Rule RULE = new Rule("AMT003", Severity.WARNING,
            Text.of("金额可能填错了单位（元、万元）", "An amount may be in the wrong unit (元, 万元)"),
            Text.of("{amounts} {unit}{problem}，可能是按{other}填的。", "{amounts} (in {unit}) {problem}; it may have been entered in {other}."),
            Text.of("本表以{unit}为单位：按{other}填的请改为 {expected}，如 {example}；金额无误的不用改。",
                    "This form is in {unit}: if {other} was meant, write {expected}, as {example}; leave the amount if it is right."))
            .because(Text.of("单位填错一个，全单位的合计就差一万倍。", "With the wrong unit of money the totals are off by 10,000 times."), Rule.THE_FORM)
            .withExamples(
                    List.of(amounts("260000", "26"), amounts("26", "260000"), amounts("300000", "300000"),
                            among("26.02", "235.8", amounts("100000", "100000")), yuan("126", "14")),
                    List.of(amounts("260", "260"), amounts("12600", "12600"), amounts("26", "20"), amounts("36", "30"),
                            among("26", "300", amounts("12600", "12600")),
                            among("26", "28", amounts("100000", "100000").with(Map.of("text", "项目总投资10亿元"))),
                            amounts("10", "10").and(amounts("100000", "100000")), yuan("1260000", "140"), yuan("1000", ""), yuan("0", "0"),
                            yuan("800", "").with(Map.of("text", "订阅报刊800元"))));

    private static Example.Entries yuan(String fiscal, String other) {
        return Example.fields(Map.of("yuan", fiscal, "other", other));
    }

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
        return Set.of("huge", "tiny", "amounts");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        if (isInYuan(use)) {
            submission.of(use.sheet()).forEach(section -> small(use, section).ifPresent(found));
            return;
        }
        BigDecimal huge = BigDecimal.valueOf(Indicator.number(use, "huge", HUGE));
        List<Section> sections = submission.of(use.sheet());
        for (Section section : sections) {
            List<Entry> filled = filled(use, section);
            for (Entry entry : filled) {
                Optional<Text> problem = isTimes(entry, filled, use.on().get(0)) ? Optional.of(PARTS)
                        : amount(entry).compareTo(huge) >= 0 ? Optional.of(SIZE)
                        : standsOut(amount(entry), section, sections, use.on().get(0)) ? Optional.of(OTHERS) : Optional.empty();
                if (problem.isPresent() && !isStated(section, entry, TEN_THOUSAND)) {
                    found.accept(finding(problem.get() == PARTS ? List.of(entry) : alike(entry, filled, huge), problem.get(), WAN));
                    // whole and parts in yuan are one mistake
                    break;
                }
            }
        }
    }

    /** A project of which every amount is too small for a form in 元. */
    private static Optional<Finding> small(RuleUse use, Section section) {
        List<Entry> filled = filled(use, section);
        boolean small = !filled.isEmpty() && filled.stream().allMatch(entry -> isTiny(use, amount(entry)));
        return small && filled.stream().noneMatch(entry -> isStated(section, entry, BigDecimal.ONE)) ? Optional.of(finding(filled, SMALL, YUAN)) : Optional.empty();
    }

    static boolean isInYuan(RuleUse use) {
        return use.setting("amounts").contains("元");
    }

    /** Whether an amount in 元 is less than any project has. */
    static boolean isTiny(RuleUse use, BigDecimal yuan) {
        return yuan.compareTo(BigDecimal.valueOf(Indicator.number(use, "tiny", TINY))) < 0;
    }

    private static List<Entry> filled(RuleUse use, Section section) {
        return use.on().stream().flatMap(field -> section.field(field).stream()).filter(entry -> amount(entry).signum() > 0).toList();
    }

    /** The amounts that are in the wrong unit together with one of them: its parts when they add up to it, else what is too large by itself. */
    private static List<Entry> alike(Entry wrong, List<Entry> filled, BigDecimal huge) {
        List<Entry> others = filled.stream().filter(entry -> entry != wrong).toList();
        BigDecimal sum = others.stream().map(YuanForWan::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean together = sum.compareTo(amount(wrong)) == 0;
        return filled.stream().filter(entry -> entry == wrong || together || amount(entry).compareTo(huge) >= 0).toList();
    }

    /** One finding at the first of them: done as told, nothing is left to be told. */
    private static Finding finding(List<Entry> wrong, Text problem, Money money) {
        Entry first = wrong.get(0);
        Text expected = wrong.size() == 1 ? Text.same(right(first, money)) : named(wrong, entry -> right(entry, money));
        return Finding.of(RULE, first.place(), typed(first), Text.same(right(first, money)), Map.of("amounts", named(wrong, YuanForWan::typed), "problem", problem,
                "expected", expected, "unit", money.unit(), "other", money.other(), "example", money.example()));
    }

    private static Text named(List<Entry> entries, Function<Entry, String> amount) {
        return Series.texts(entries.stream().map(entry -> Text.of(entry.place().label().zh() + " " + amount.apply(entry), entry.place().label().en() + " " + amount.apply(entry))).toList());
    }

    private static String typed(Entry entry) {
        return entry.value().orElse(Value.BLANK).show();
    }

    private static String right(Entry entry, Money money) {
        return Value.of(money == WAN ? amount(entry).movePointLeft(4).setScale(2, RoundingMode.HALF_UP) : amount(entry).movePointRight(4)).show();
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
    private static boolean isStated(Section section, Entry entry, BigDecimal yuanEach) {
        List<Entry> texts = new ArrayList<>(section.fields().values());
        section.tables().values().forEach(rows -> rows.forEach(row -> texts.addAll(row.entries().values())));
        BigDecimal yuan = amount(entry).multiply(yuanEach);
        return texts.stream().filter(text -> !text.field().type().isNumeric()).flatMap(text -> Figure.of(text.shown()).stream())
                .anyMatch(figure -> figure.unit().endsWith("元") && figure.spelledOut().compareTo(yuan) == 0);
    }
}
