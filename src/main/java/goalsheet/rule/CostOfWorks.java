package goalsheet.rule;

import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Who builds, repairs or buys says what it may cost. Settings as in {@link Kinds}; {@code text}, the fields that tell what is done;
 * {@code works}, words for building, repair and purchase, and {@code guard}, expressions that they do not count in.
 */
final class CostOfWorks implements CodedRule {
    private static final List<String> KINDS = List.of("成本指标");
    private static final WordList WORKS = WordList.of("购置", "修缮", "维修", "工程", "建设", "装修");
    /** What is built here is no building; whoever is named here does not build. */
    private static final List<String> GUARD = List.of("队伍建设", "人才建设", "班子建设", "组织建设", "思想建设", "作风建设", "廉政建设", "党的建设", "党组织建设", "政治建设", "文明建设",
            "文化建设", "制度建设", "法治建设", "法制建设", "能力建设", "平安建设", "体系建设", "机制建设", "学科建设", "专业建设", "课程建设", "品牌建设", "诚信建设", "政权建设", "国防建设", "标准化建设",
            "规范化建设", "环境建设", "社会建设", "经济建设", "家风建设", "生态建设", "阵地建设", "基层建设", "和城乡建设局", "城乡建设部门", "建设单位", "建设用地", "建设局", "建设规划", "购置税",
            "工程师", "工程类", "工程系列", "工程专业", "工程学", "希望工程", "民心工程",
            "民生工程", "系统工程", "工程质量监督", "工程造价", "工程监督", "维修资金", "维修基金", "建设性");

    private static final Rule RULE = new Rule("STR013", Severity.WARNING,
            Text.of("建设、维修、购置项目缺少成本指标", "A project of building, repair or purchase has no cost indicator"),
            Text.of("项目涉及“{word}”，绩效指标中却没有成本指标。", "The project is about \"{word}\", but has no cost indicator."),
            Text.of("补充成本指标，如“项目总成本 ≤36万元”“单位面积成本 ≤900元/平方米”。",
                    "Add a cost indicator, like 项目总成本 ≤36万元 or 单位面积成本 ≤900元/平方米."))
            .because(Text.of("工程和采购按预算控制造价，没有成本指标就无从判断是否超支。",
                    "Works and purchases are held to a price; without a cost indicator nobody can say whether it was kept."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(told("校舍屋面维修", "质量指标"), told("用于购置业务用车2辆", "质量指标"), told("队伍建设及训练馆工程", "时效指标"), told("办公楼装修", "数量指标")),
                    List.of(told("校舍屋面维修", "成本指标"), told("用于购置业务用车2辆", "成本指标（20分）"), told("办公楼装修", ""), told("干部队伍建设", "质量指标"),
                            told("用于工程师职称评审", "质量指标"), told("工程质量监督抽查", "质量指标"), told("党的建设工作经费", "质量指标"), told("信息系统运行维护", "质量指标")));

    private static Example.Entries told(String text, String kind) {
        return Example.kinds("数量指标", kind).with(Map.of("text", text));
    }

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Set.of("kind", "kinds", "text", "works", "guard");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        List<String> wanted = Indicator.words(use, "kinds", KINDS);
        WordList works = WordList.of(use, "works", WORKS);
        List<String> guard = Indicator.words(use, "guard", GUARD);
        for (Kinds kinds : Kinds.of(use, submission)) {
            Text missing = kinds.missing(wanted);
            if (!missing.isEmpty()) {
                Mention.of(kinds.told(use.setting("text")), works, guard)
                        .ifPresent(word -> found.accept(Finding.of(RULE, kinds.gap(), "", missing, Map.of("word", Text.same(word)))));
            }
        }
    }
}
