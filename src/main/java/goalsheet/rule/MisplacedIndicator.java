package goalsheet.rule;

import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The third level suits the second (常见审核口径). Settings as in {@link Indicator}; a use with {@code words} (endings of names),
 * {@code home} (the kind they belong to) and {@code wrong} (the kinds they do not suit) replaces the list built in; {@code guard} gives
 * words of names that are left alone.
 */
final class MisplacedIndicator implements CodedRule {
    private static final WordList GUARD = WordList.of("不满意", "平均", "节约", "节省", "降低", "减少", "下降", "提升", "提高");
    private static final List<Suit> SUITS = List.of(
            new Suit(WordList.of("合格率", "优良率", "完好率", "准确率", "正确率", "差错率", "返工率"), "质量指标",
                    List.of("数量", "时效", "成本", "经济成本", "满意度", "服务对象满意度")),
            new Suit(WordList.of("完成时限", "完成时间", "完成日期", "完工时间", "竣工时间", "开工时间", "交付时间", "办结时限", "按期完成率", "按时完成率", "按期完工率", "按期交付率"), "时效指标",
                    List.of("数量", "质量", "成本", "经济成本", "社会成本", "生态环境成本", "经济效益", "社会效益", "生态效益", "可持续影响", "满意度", "服务对象满意度")),
            new Suit(WordList.of("及时率"), "时效指标", List.of("数量", "成本", "经济成本")),
            new Suit(WordList.of("满意度", "满意率"), "满意度指标",
                    List.of("数量", "质量", "时效", "成本", "经济成本", "社会成本", "生态环境成本", "经济效益", "社会效益", "生态效益", "可持续影响")),
            new Suit(WordList.of("培训人次", "培训人数", "培训班次", "培训期数", "购置数量", "采购数量", "维修面积", "改造面积", "建设面积", "道路建设长度", "补助人数", "救助人数"), "数量指标",
                    List.of("质量", "时效", "成本", "经济成本")),
            new Suit(WordList.of("成本"), "成本指标", List.of("数量", "质量", "时效")));

    private static final List<String> OUTPUT = List.of("数量指标", "质量指标", "时效指标");
    /** Some forms have it among the outputs, in others it is a first level. */
    private static final String COST = "成本指标";
    private static final Map<String, String> EXAMPLES = Map.of("数量指标", "培训人次 ≥600人次", "质量指标", "验收合格率 ≥98%", "时效指标", "完成时间 11月底之前",
            COST, "项目总成本 ≤26万元", "满意度指标", "服务对象满意度 ≥95%");
    private static final Text COST_FIRST = Text.of("一级指标中有成本指标的，先改选一级指标，再", "Where 成本指标 is a level 1, choose that first. ");
    private static final Text ANY_FIRST = Text.of("一级指标也不对的，先改选一级指标，再", "Choose another level 1 first where that is wrong, too. ");

    /** Endings of names, the kind they belong to, the kinds they do not suit. */
    private record Suit(WordList words, String home, List<String> wrong) {

        /** What to do about the first level: the second can only be chosen below the right one. */
        private Text first(Indicator indicator) {
            if (home.equals(COST)) {
                return COST_FIRST;
            }
            if (!OUTPUT.contains(home) && !home.equals("满意度指标")) {
                return ANY_FIRST;
            }
            boolean isHere = OUTPUT.contains(home) && (indicator.isOneOf(OUTPUT) || indicator.isOneOf(List.of(COST)));
            String level1 = OUTPUT.contains(home) ? "产出指标" : home;
            return isHere ? Text.EMPTY : Text.of("先把一级指标改为“" + level1 + "”，再", "Change level 1 to " + level1 + " first. ");
        }

        private Text example() {
            return Text.same(EXAMPLES.getOrDefault(home, EXAMPLES.get("质量指标")));
        }
    }

    private static final Rule RULE = new Rule("IND009", Severity.WARNING,
            Text.of("三级指标放错了二级指标", "Level 3 does not suit level 2"),
            Text.of("“{value}”不是{kind}，应放在{expected}下。", "\"{value}\" does not suit {kind}; it belongs to {expected}."),
            Text.of("{first}改选二级指标，{expected}如“{example}”；或者留在{kind}下，换一个合适的三级指标。",
                    "{first}Choose another level 2; {expected} has such as {example}. Or keep {kind} and give it a name that suits it."))
            .because(Text.of("放错类别，等于缺了一类指标，评分时也对不上。", "In the wrong place it leaves its own kind without an indicator and spoils the scoring."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(Example.of("时效指标", "验收合格率", "≥98%"), Example.of("质量指标", "完成时限", "2023年12月31日"), Example.of("质量指标", "干警满意度", "≥95%"),
                            Example.of("成本指标", "补助发放及时率（%）", "100"), Example.of("质量指标", "维修面积", "≥400平方米"), Example.of("数量指标(20分)", "项目总成本", "20万元")),
                    List.of(Example.of("时效指标", "补助发放及时率", "100%"), Example.of("时效指标", "按期完成率", "100%"), Example.of("质量指标", "验收合格率", "≥98%"),
                            Example.of("质量指标", "故障响应及时率", "≥95%"), Example.of("质量指标", "群众投诉数量", "≤3件"), Example.of("经济效益指标", "节约成本", "≥5万元"),
                            Example.of("社会效益指标", "业务平均完成时间", "≤2小时"), Example.of("服务对象满意度指标", "群众满意度", "≥95%"), Example.of("社会成本指标", "社会成本", "≤3万元"),
                            Example.of("社会效益指标", "产品合格率", "≥98%"), Example.of("生态效益指标", "水质达标率", "≥98%"), Example.of("完成时限", "12月底")));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Indicator.settingsAnd("words", "home", "wrong", "guard");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        WordList guard = WordList.of(use, "guard", GUARD);
        List<Suit> suits = use.setting("words").isEmpty() ? SUITS
                : List.of(new Suit(new WordList(use.setting("words")), String.join("", use.setting("home")), use.setting("wrong")));
        for (Indicator indicator : Indicator.of(use, submission)) {
            suits.stream().filter(suit -> indicator.nameEndsWith(suit.words()) && indicator.isOneOf(suit.wrong()) && !indicator.nameHas(guard))
                    .findFirst().ifPresent(suit -> found.accept(Finding.of(RULE, indicator.carrier().place(), indicator.name(), Text.same(suit.home()),
                            Map.of("kind", Text.same(indicator.kind() + "指标"), "first", suit.first(indicator), "example", suit.example()))));
        }
    }
}
