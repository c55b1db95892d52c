package goalsheet.rule;

import goalsheet.rule.value.Spelling;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A year in a text is the budget year, unless the words around it explain another. Looks at every field of {@code on}; each year is
 * told once for a sheet. Settings: {@code around}, words of the same clause that explain a year, which stands as {@code *} in them;
 * {@code carried}, words anywhere in the fields that explain earlier years.
 */
final class OtherYear implements CodedRule {
    private static final WordList AROUND = WordList.of("比*", "较*", "与*", "同*", "自*", "从*", "到*", "至*", "截至*", "截止*", "以*", "*年起",
            "*年版", "*年本", "以来", "基础", "基数",
            "基期", "同期", "持平", "相比", "规划", "十三五", "十四五", "十五五", "建于", "建成", "始建", "成立", "购置于",
            "购于", "投入使用", "投用", "启用", "印发", "发布", "颁布", "修订", "出台", "文件", "通知", "评为", "荣获", "启动", "招标", "中标", "签订", "立项", "批复", "开工",
            "决算", "审计", "绩效评价", "考核", "年报", "清缴", "统计", "普查", "毕业", "届");
    private static final WordList CARRIED = WordList.of("结转", "续建", "尾款", "尾工", "质保金", "跨年", "欠", "历年", "以前年度", "兑付", "兑现", "补发", "遗留", "清算");

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?=年)");
    /** Spans of years, titles, and the numbers of documents. */
    private static final Pattern SETTLED = Pattern.compile("(?:19|20)\\d{2}年?\\s*[-—–~～至到]+\\s*(?:(?:19|20)\\d{2}年?|\\d{2}年)"
            + "|《[^《》]*》|(?:19|20)\\d{2}年第?\\d+号");

    private static final Rule RULE = new Rule("TXT003", Severity.WARNING,
            Text.of("文字中的年份不是预算年度", "A year in the text is not the budget year"),
            Text.of("{label}中写的是“{value}”，预算年度是 {year} 年。", "{label} says \"{value}\"; the budget year is {year}."),
            Text.of("多半是沿用了往年的表，请改为“{expected}”；确是以前年度的项目，写明“结转”“续建”或“尾款”。",
                    "It was probably taken over from another year's form: write {expected}; if the year is meant, say why: 结转, 续建, 尾款."))
            .because(Text.of("沿用往年的文字，目标和指标往往也没有更新。",
                    "Where words of another year were taken over, goals and indicators often were too."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(goal("2022年举办培训班12期"), goal("1.全年培训600人次\n2.2021年11月底前完成验收"),
                            goal("2024年维修屋面400平方米"), goal("２０２２年度购置设备10套")),
                    List.of(goal("2023年举办培训班12期"), goal("落实2021-2025年规划，全年新建公厕3座"),
                            goal("按冀财〔2021〕101号和2022年第15号公告执行"), goal("投诉量比2022年下降10%"),
                            goal("支付2022年道路工程结转资金"), goal("十四五期间，到2025年实现全覆盖"),
                            goal("按照《2022年工作要点》开展检查"), goal("办公楼建于1998年，屋面漏水"),
                            goal("完成2022年度决算和绩效评价"), goal("设备编号20221年检1次")));

    private static Example.Entries goal(String goal) {
        return Example.fields(Map.of("value", goal));
    }

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Set.of("around", "carried");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        String budgetYear = Integer.toString(submission.template().year());
        WordList around = WordList.of(use, "around", AROUND);
        WordList carried = WordList.of(use, "carried", CARRIED);
        Set<String> told = new HashSet<>();
        for (Line line : Line.each(use, submission)) {
            if (line.carrier().shown().indexOf('年') < 0) {
                continue;
            }
            String all = use.on().stream().map(field -> line.text(List.of(field))).collect(Collectors.joining("\n"));
            boolean explained = carried.isIn(all);
            for (String clause : SETTLED.matcher(Spelling.tidy(line.carrier().shown())).replaceAll("").split("[，,。；;！!？?\\n]")) {
                Optional<String> year = odd(clause, budgetYear, around);
                boolean earlier = year.filter(other -> other.compareTo(budgetYear) < 0).isPresent();
                if (year.isPresent() && !(earlier && explained) && told.add(line.section().sheetName() + year.get())) {
                    Map<String, Text> arguments = Map.of("year", Text.same(budgetYear));
                    found.accept(Finding.of(RULE, line.carrier().place(), year.get() + "年", Text.same(budgetYear + "年"), arguments));
                }
            }
        }
    }

    private static Optional<String> odd(String clause, String budgetYear, WordList around) {
        Matcher year = YEAR.matcher(clause);
        while (year.find()) {
            String marked = clause.substring(0, year.start()) + "*" + clause.substring(year.end());
            if (!year.group().equals(budgetYear) && !around.isIn(marked)) {
                return Optional.of(year.group());
            }
        }
        return Optional.empty();
    }
}
