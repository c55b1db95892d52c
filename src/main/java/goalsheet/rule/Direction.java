package goalsheet.rule;

import goalsheet.template.RuleUse;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether an indicator should be high or low, as far as its name says so beyond doubt. */
enum Direction {
    HIGH, LOW, UNKNOWN;

    /** Names that should be high end in one of these. */
    private static final WordList FORWARD = WordList.of("合格率", "优良率", "完好率", "达标率", "准确率", "正确率", "完成率", "结案率", "审结率", "办结率", "及时率", "到位率", "发放率",
            "通过率", "知晓率", "知晓度", "满意率", "满意度", "认可度", "支持率", "好评率", "参与率", "覆盖率", "普及率", "公开率", "成活率", "就业率", "入学率", "出勤率", "处理率", "处置率", "化解率",
            "整改率", "回复率", "响应率", "修复率", "破案率", "服判息诉率");
    /** Names that should be low end in one of these, and perhaps in how they are counted: 投诉, 投诉率, 投诉件数. */
    private static final List<String> REVERSE = List.of("成本", "投诉", "差错", "错误", "失误", "误差", "故障", "事故", "伤亡", "死亡", "发回", "发回重审", "改判", "发改", "超期", "超时",
            "超标", "超支", "逾期", "延误", "损耗", "损失", "返工", "返修", "退货", "空置", "闲置", "能耗", "排放", "发案", "发病", "流失", "辍学");
    /** Names of costs end in one of these; elsewhere they may be something to reach. */
    private static final WordList COSTS = WordList.of("成本", "费", "费用", "经费", "支出", "投资", "造价", "单价", "总价");
    private static final List<String> COST_KINDS = List.of("成本指标", "经济成本指标");
    /** What is saved or got back. Costs with one of these words should not be low; what else a cost is for does not matter: 维修成本, 应急救援费用. */
    private static final List<String> SAVING = List.of("节约", "节省", "降低", "下降", "减少", "减免", "减负", "压减", "压降", "缩短", "消除", "避免", "挽回", "追回", "赔", "补偿", "止损");
    private static final WordList SAVED = new WordList(SAVING);
    /** Names with one of these are about doing something against the bad thing, or about its absence. */
    private static final WordList GUARD = new WordList(Stream.concat(SAVING.stream(), Stream.of("防", "受理", "处理", "处置", "化解", "查处", "查办", "排除", "排查", "办理", "解决", "接待", "接处", "维修", "抢修", "修复",
            "救援", "应急", "调解", "整改", "回复", "登记", "督办", "勘查", "治理", "监测", "检查", "发现", "达标", "抗诉", "无", "零", "未", "不", "免")).toList());
    private static final Pattern NOT_FORWARD = Pattern.compile("[超逾未不非无误漏错延拒低差]");
    private static final String COUNTED = "(发生)?(率|量|数|数量|件数|起数|次数|人数|案件数|案件数量|额|金额|总额|时间|时长)?";
    private static final String LOWERED = COUNTED + "(下降|降低|减少|压降|节约|节省)(率|比例|幅度|额|金额|量|数|数量)?$";

    /** The words of the settings {@code forward}, {@code reverse}, {@code guard}; for costs {@code costs} and {@code kinds}. */
    static final class Words {
        private static final Set<String> SETTINGS = Set.of("forward", "reverse", "guard", "costs", "kinds");
        private static final Words USUAL = new Words(FORWARD, REVERSE, GUARD, COSTS, COST_KINDS);

        private final WordList forward;
        private final WordList guard;
        private final WordList costs;
        private final List<String> kinds;
        private final Pattern low;
        private final Pattern lowered;

        private Words(WordList forward, List<String> reverse, WordList guard, WordList costs, List<String> kinds) {
            this.forward = forward;
            this.guard = guard;
            this.costs = costs;
            this.kinds = kinds;
            String any = reverse.stream().map(Pattern::quote).collect(Collectors.joining("|", "(", ")"));
            low = Pattern.compile(any + COUNTED + "$");
            lowered = Pattern.compile(any + LOWERED);
        }

        static Words of(RuleUse use) {
            return Collections.disjoint(use.settings().keySet(), SETTINGS) ? USUAL : new Words(WordList.of(use, "forward", FORWARD), Indicator.words(use, "reverse", REVERSE), WordList.of(use, "guard", GUARD),
                    WordList.of(use, "costs", COSTS), Indicator.words(use, "kinds", COST_KINDS));
        }

        Direction of(Indicator indicator) {
            String name = indicator.bareName();
            boolean isCost = indicator.isOneOf(kinds) && indicator.nameEndsWith(costs);
            if (isCost ? !SAVED.isIn(name) : !guard.isIn(name) && low.matcher(name).find()) {
                return LOW;
            }
            boolean isGood = indicator.nameEndsWith(forward) && !NOT_FORWARD.matcher(name).find();
            return isGood || lowered.matcher(name).find() ? HIGH : UNKNOWN;
        }
    }
}
