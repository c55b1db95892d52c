package goalsheet.rule;

import goalsheet.rule.value.IndicatorValue.Quantity;
import goalsheet.rule.value.Operator;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * ≥ goes with what should be high, ≤ with what should be low (常见审核口径). Settings as in {@link Indicator} and
 * {@link Direction}; {@code direction} names a field that holds 正向, 反向 or 定性.
 */
final class OperatorAgainstDirection implements CodedRule {
    private static final Text HIGH = Text.of("越高越好", "is the better the higher it is");
    private static final Text LOW = Text.of("越低越好", "is the better the lower it is");
    private static final Text CALLED_HIGH = Text.of("选的是正向指标", "is called 正向 (the more the better)");
    private static final Text CALLED_LOW = Text.of("选的是反向指标", "is called 反向 (the less the better)");
    private static final Text CALLED_QUALITATIVE = Text.of("选的是定性指标", "is called 定性 (no number)");

    private static final Text NOT_QUALITATIVE = Text.of("填了数字的不是定性指标，请把指标性质改为正向指标或反向指标，并", "What has a number is not 定性: change it to 正向指标 or 反向指标. ");

    private static final Rule RULE = new Rule("IND006", Severity.WARNING,
            Text.of("运算符号方向反了", "The sign points the wrong way"),
            Text.of("“{name}”{problem}，指标值却是“{value}”。", "\"{name}\" {problem}, but its value is \"{value}\"."),
            Text.of("{cure}核对符号：越高越好的写 ≥，如“结案率 ≥90%”；越低越好的写 ≤，如“购置成本 ≤12万元”。",
                    "{cure}Check the sign: ≥ for what should be high, like 结案率 ≥90%; ≤ for what should be low, like 购置成本 ≤12万元."))
            .because(Text.of("方向写反，做得越差越算完成。", "With the wrong sign, poor work counts as success."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(Example.of("质量指标", "案件结案率", "≤90%"), Example.of("成本指标", "车辆购置成本", "≥12万元"), Example.of("质量指标", "被发回重审率", "≥2%"),
                            Example.of("服务对象满意度指标", "群众满意度", "不超过95%"), Example.of("社会效益指标", "投诉下降率", "≤10%"), Example.of("社会效益指标", "群众投诉件数", ">3件"),
                            Example.of("成本指标", "设备购置费", "≥26万元"), Example.of("成本指标", "维修工程总成本", "≥3万元"), Example.of("成本指标", "应急救援费用", "≥3万元"),
                            Example.table(Map.of("name", "培训场次", "value", "≤12场", "direction", "正向指标")),
                            Example.table(Map.of("name", "平均排队时长", "value", "≥10分钟", "direction", "反向指标")),
                            Example.table(Map.of("name", "管理水平", "value", "≥10次", "direction", "定性指标"))),
                    List.of(Example.of("质量指标", "案件结案率", "≥90%"), Example.of("质量指标", "案件结案率", "=90%"), Example.of("质量指标", "被发回重审率", "≤2%"),
                            Example.of("成本指标", "项目成本", "20万元"), Example.of("成本指标", "减少维修支出", "≥3万元"), Example.of("数量指标", "成本核算", "≥3次"), Example.of("社会效益指标", "投诉下降率", "≥10%"), Example.of("经济效益指标", "节约成本", "≥5万元"),
                            Example.of("质量指标", "投诉办结率", "≥98%"), Example.of("数量指标", "受理群众投诉", "≥500件"), Example.of("质量指标", "验收不合格率", "≤2%"),
                            Example.of("质量指标", "超期未结案率", "≤1%"), Example.of("质量指标", "平均无故障时间", "≥1000小时"), Example.of("成本指标", "预算执行率", "≤100%"),
                            Example.of("数量指标", "超声检查人次", "≥500人次"), Example.of("数量指标", "事故应急演练次数", "≥2次"), Example.of("经济效益指标", "挽回经济损失", "≥100万元"),
                            Example.of("成本指标", "人均补助标准", "≥100元"), Example.of("经济效益指标", "资产负债率", "≤60%"),
                            Example.table(Map.of("name", "平均排队时长", "value", "≤10分钟", "direction", "反向指标")),
                            Example.table(Map.of("name", "管理制度健全性", "value", "健全", "direction", "定性指标"))));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Indicator.settingsAnd("direction", "forward", "reverse", "guard", "costs", "kinds");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        Direction.Words words = Direction.Words.of(use);
        for (Indicator indicator : Indicator.of(use, submission)) {
            if (indicator.value() instanceof Quantity quantity && !indicator.name().isEmpty()) {
                boolean up = quantity.operator() == Operator.AT_LEAST || quantity.operator() == Operator.MORE;
                boolean down = quantity.operator() == Operator.AT_MOST || quantity.operator() == Operator.LESS;
                if (up || down) {
                    problem(indicator, use, words, up).ifPresent(problem -> found.accept(problem == CALLED_QUALITATIVE
                            ? Finding.of(RULE, called(indicator, use), indicator.text(), Text.EMPTY, arguments(indicator, problem, NOT_QUALITATIVE))
                            : Finding.of(RULE, indicator.carrier().place(), indicator.text(), Text.same(turned(quantity).show()), arguments(indicator, problem, Text.EMPTY))));
                }
            }
        }
    }

    private static Map<String, Text> arguments(Indicator indicator, Text problem, Text cure) {
        return Map.of("name", Text.same(indicator.name()), "problem", problem, "cure", cure);
    }

    /** Where the kind was chosen that does not go with a number. */
    private static Place called(Indicator indicator, RuleUse use) {
        return use.setting("direction").stream().flatMap(field -> indicator.line().entry(field).stream()).findFirst().orElse(indicator.carrier()).place();
    }

    private static Optional<Text> problem(Indicator indicator, RuleUse use, Direction.Words words, boolean up) {
        List<String> field = use.setting("direction");
        String said = field.isEmpty() ? "" : indicator.line().text(field);
        if (said.contains("定性")) {
            return Optional.of(CALLED_QUALITATIVE);
        }
        if (up && (said.contains("反向") || said.contains("逆向") || said.contains("负向"))) {
            return Optional.of(CALLED_LOW);
        }
        if (!up && said.contains("正向")) {
            return Optional.of(CALLED_HIGH);
        }
        Direction direction = words.of(indicator);
        return up && direction == Direction.LOW ? Optional.of(LOW) : !up && direction == Direction.HIGH ? Optional.of(HIGH) : Optional.empty();
    }

    private static Quantity turned(Quantity quantity) {
        Operator other = switch (quantity.operator()) {
            case AT_LEAST -> Operator.AT_MOST;
            case AT_MOST -> Operator.AT_LEAST;
            case MORE -> Operator.LESS;
            case LESS -> Operator.MORE;
            default -> quantity.operator();
        };
        return new Quantity(other, quantity.number(), quantity.unit());
    }
}
