package goalsheet.rule;

import goalsheet.rule.value.IndicatorValue;
import goalsheet.rule.value.IndicatorValue.Quantity;
import goalsheet.rule.value.IndicatorValue.Range;
import goalsheet.rule.value.IndicatorValue.Wording;
import goalsheet.rule.value.Operator;
import goalsheet.rule.value.Spelling;
import goalsheet.rule.value.ValueReader;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sign and unit that have columns of their own are not written beside the number as well, and words have no sign. Only for a
 * {@code value} of several fields. Settings as in {@link Indicator}.
 */
final class ValueInTwoPlaces implements CodedRule {
    private static final Text SIGN = Text.of("里写了运算符号，旁边一栏已有", "holds a sign, which has a column of its own");
    private static final Text UNIT = Text.of("里写了计量单位，旁边一栏已有", "holds a unit, which has a column of its own");
    private static final Text BOTH = Text.of("里写了运算符号和计量单位，旁边两栏已有", "holds sign and unit, which have columns of their own");
    private static final Text WORDS = Text.of("是运算符号，指标值却是文字", "is a sign, but the value is in words");
    private static final Text NO_SIGN = Text.of("指标值用文字表述的，不选运算符号，请清空此格；能用数字考核的，在指标值一栏填数字。",
            "A value in words has no sign: clear this cell. Where something can be counted, give the value a number.");

    private static final Rule RULE = new Rule("IND020", Severity.INFO,
            Text.of("运算符号或计量单位写了两遍", "Sign or unit twice"),
            Text.of("指标值几栏对不上：“{value}”{problem}。", "The columns of the value do not fit: \"{value}\" {problem}."),
            Text.of("{cure}运算符号、数字、计量单位各填一栏，如“≥”“18”“人次”。", "{cure} Sign, number and unit have a column each, like ≥, 18, 人次."))
            .because(Text.of("汇总时几栏会连在一起，“≥”“≥18”“人次”就成了“≥≥18人次”，无法读取。", "The columns are read as one: \"≥\" and \"≥18\" make ≥≥18, which nobody can measure."), Rule.THE_FORM)
            .withExamples(
                    List.of(columns("≥", "≥18", "人次"), columns("≥", "100%", "%"), columns("＝", "18人次", "人次"), columns("≥", "≥９８％", "%"), columns("≤", "≥18", "件"),
                            columns("≤", "20万元", "元"), columns("≥", "健全", "")),
                    List.of(columns("≥", "18", "人次"), columns("", "≥18", "人次"), columns("≥", "18人次", ""), columns("≤", "5万", "元"), columns("≤", "3个", "工作日"),
                            columns("≥", "3台", "套"), columns("≤", "12月底前", ""), columns("", "健全", ""), columns("≥", "10个", "社区")));

    private static Example.Entries columns(String sign, String number, String unit) {
        return Example.table(Map.of("sign", sign, "value", number, "unit", unit));
    }

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        for (Line line : Line.of(use, submission)) {
            ValueFields.of(use, line).flatMap(ValueInTwoPlaces::finding).ifPresent(found);
        }
    }

    /** What is written twice; its {@code expected} is empty where the two do not say the same. */
    static Optional<Finding> finding(ValueFields fields) {
        Entry cell = fields.number();
        IndicatorValue value = ValueReader.DEFAULT.read(cell.shown());
        if (value instanceof Wording) {
            return fields.sign().filter(sign -> fields.operator() != Operator.NONE)
                    .map(sign -> Finding.of(RULE, sign.place(), sign.shown(), Text.EMPTY, Map.of("problem", WORDS, "cure", NO_SIGN)));
        }
        boolean sign = value instanceof Quantity quantity && quantity.operator() != Operator.NONE && fields.operator() != Operator.NONE;
        boolean unit = isTwice(unit(value), fields.unitText());
        if (!sign && !unit) {
            return Optional.empty();
        }
        boolean agree = (!sign || ((Quantity) value).operator() == fields.operator()) && (!unit || unit(value).equals(fields.unitText()));
        String number = bare(value, sign, unit);
        // 不低于18 and 18人次（含线上） say more than their number
        boolean isPlain = agree && value.show().equals(Spelling.tidy(cell.shown()).replaceAll("[ ,]", ""));
        return Optional.of(Finding.of(RULE, cell.place(), Spelling.strip(cell.shown()), isPlain ? Text.same(number) : Text.EMPTY,
                Map.of("problem", sign && unit ? BOTH : sign ? SIGN : UNIT, "cure", cure(number, agree))));
    }

    private static Text cure(String number, boolean agree) {
        return agree ? Text.of("此处只写“" + number + "”。", "Write only \"" + number + "\" here.")
                : Text.of("两处不一致：先核对旁边一栏，再把此处改为“" + number + "”。", "The two differ: see which is right, put it into its own column, and write only \"" + number + "\" here.");
    }

    /** The same unit, or two of money or percentages that contradict each other; 5万 | 元 and 3个 | 工作日 are one unit in two parts. */
    private static boolean isTwice(String inNumber, String own) {
        boolean whole = inNumber.equals("%") || inNumber.equals("‰") || inNumber.endsWith("元");
        boolean ownToo = own.equals("%") || own.equals("‰") || own.endsWith("元");
        return !inNumber.isEmpty() && (inNumber.equals(own) || whole && ownToo);
    }

    private static String unit(IndicatorValue value) {
        return value instanceof Quantity quantity ? quantity.unit() : value instanceof Range range ? range.unit() : "";
    }

    private static String bare(IndicatorValue value, boolean sign, boolean unit) {
        return value instanceof Quantity quantity ? new Quantity(sign ? Operator.NONE : quantity.operator(), quantity.number(), unit ? "" : quantity.unit()).show()
                : value instanceof Range range ? new Range(range.low(), range.high(), "").show() : value.show();
    }
}
