package goalsheet.rule.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import goalsheet.rule.value.IndicatorValue.Quantity;
import goalsheet.rule.value.IndicatorValue.Range;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.StringLength;

class ValuePropertiesTest {
    private static final String[] UNITS = {"", "%", "件", "人次", "万元", "元/人·月", "个工作日", "平方米", "m²", "户", "个"};
    private static final String[] BLANKS = {"", "", "", " ", "\u00a0", "\t", "\u3000"};

    @Property(tries = 2000)
    void anySpellingOfAQuantityMeansTheSame(@ForAll @BigRange(min = "0", max = "99999999") @Scale(2) BigDecimal number, @ForAll Operator operator,
            @ForAll Random random) {
        String unit = pick(random, UNITS);
        String spelled = spell(operator, number, unit, random);
        assertThat(ValueReader.DEFAULT.read(spelled)).as(spelled).isEqualTo(new Quantity(operator, number, unit));
        assertThat(ValueReader.DEFAULT.read(Spelling.tidy(spelled))).as("tidied " + spelled).isEqualTo(new Quantity(operator, number, unit));
    }

    @Property(tries = 500)
    void whatIsShownReadsTheSame(@ForAll @BigRange(min = "0", max = "9999") @Scale(1) BigDecimal low, @ForAll @BigRange(min = "0", max = "9999") @Scale(1)
            BigDecimal more, @ForAll Random random) {
        Range range = new Range(low, low.add(more), pick(random, UNITS));
        // 2023-12 is a month, whatever else it could be
        if (!(ValueReader.DEFAULT.read(range.show()) instanceof IndicatorValue.Day)) {
            assertThat(ValueReader.DEFAULT.read(range.show())).isEqualTo(range);
        }
    }

    @Property(tries = 3000)
    void everyTextIsReadWithoutFailing(@ForAll @StringLength(max = 30) @Chars({'≥', '≤', '9', '0', '2', '.', ',', '-', '~', '%', '年', '月', '日', '底', '前', '第', '季',
        '度', '一', '十', '百', '万', '分', '之', '点', '(', ')', '（', '至', ' ', '*', '、', '：', '件', '内', '以', '上', '》', '超', '过'}) String text) {
        assertThat(ValueReader.DEFAULT.read(text).show()).isNotNull();
        assertThat(Piece.list(text, ValueReader.DEFAULT)).doesNotContainNull();
        assertThat(Spelling.tidy(Spelling.tidy(text))).isEqualTo(Spelling.tidy(text));
    }

    @Property(tries = 500)
    void noTextAtAllFails(@ForAll String text) {
        ValueReader.DEFAULT.read(text);
        Piece.list(text, ValueReader.DEFAULT);
        Units.inBrackets(text);
    }

    /** Long runs of whatever could make a reader go back and forth: quadratic work would take minutes. */
    @Example
    void longTextsAreReadInLinearTime() {
        List<String> seeds = new ArrayList<>(List.of("9", "9,", "1,000", "(", ")", "（", "≥", "》", "》9", "百", "一", "百分之", "不低于", "件", "以上", "为", "：", "1、", "1.", "2023年", " ",
                "*", "-", "月", "年 月 日", "内", "a9", "(%)", "9 (%)", "大于等", "第", "\u00a0", "\n", "，", "(件", "))"));
        String open = "(".repeat(100_000);
        seeds.add(open + ")");
        seeds.add("1人" + open);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String seed : seeds) {
                String text = seed.repeat(Math.max(1, 100_000 / seed.length()));
                ValueReader.DEFAULT.read(text);
                ValueReader.DEFAULT.read("≥90" + text);
                Piece.list(text, ValueReader.DEFAULT);
                Units.inBrackets(text);
                Spelling.tidy(text);
            }
        });
    }

    private static String spell(Operator operator, BigDecimal number, String unit, Random random) {
        boolean behind = !operator.after().isEmpty() && operator != Operator.NONE && random.nextBoolean();
        String before = behind || operator == Operator.NONE ? "" : random.nextBoolean() ? pick(random, operator.before().toArray(String[]::new)) : sign(operator, random);
        String after = behind ? pick(random, operator.after().toArray(String[]::new)) : "";
        String digits = random.nextBoolean() ? number.stripTrailingZeros().toPlainString() : String.format(java.util.Locale.ROOT, "%,.2f", number);
        String spelledUnit = unit.equals("%") ? pick(random, "%", "％", "(%)", "（％）", "百分比", "﹪") : unit;
        return pick(random, BLANKS) + before + pick(random, BLANKS) + (random.nextInt(3) == 0 ? wide(digits) : digits) + pick(random, BLANKS) + spelledUnit
                + pick(random, BLANKS) + after + pick(random, "", "", "。", "；", " ");
    }

    private static String sign(Operator operator, Random random) {
        return switch (operator) {
            case AT_LEAST -> pick(random, "≥", "≧", "⩾", ">=", "＞=", "》");
            case AT_MOST -> pick(random, "≤", "≦", "⩽", "<=", "＜＝");
            case MORE -> pick(random, ">", "＞");
            case LESS -> pick(random, "<", "＜");
            case EQUAL -> pick(random, "=", "＝");
            case NONE -> "";
        };
    }

    private static String wide(String digits) {
        StringBuilder wide = new StringBuilder();
        digits.chars().forEach(c -> wide.append((char) (c - '!' + '！')));
        return wide.toString();
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
