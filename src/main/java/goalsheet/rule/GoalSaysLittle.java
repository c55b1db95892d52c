package goalsheet.rule;

import goalsheet.rule.value.Spelling;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A goal names what is done and what comes of it. Settings: {@code name}, the field with the project's name; {@code least}, the
 * characters it should have, blanks apart; {@code spare}, how many a goal may add to the name and still say nothing.
 */
final class GoalSaysLittle implements CodedRule {
    private static final Pattern FIRST_NUMBER = Pattern.compile("^\\d{1,2}(?!\\d)");
    private static final int LEAST = 15;
    /** 做好…工作, 完成…项目 */
    private static final int SPARE = 4;

    private static final Rule RULE = new Rule("TXT001", Severity.WARNING,
            Text.of("绩效目标过于简单", "The goal says too little"),
            Text.of("绩效目标“{value}”{problem}。", "The goal \"{value}\" {problem}."),
            Text.of("写明做什么、达到什么结果，如“维修办公楼屋面400平方米，消除漏水隐患”。",
                    "Say what is done and what comes of it, like 维修办公楼屋面400平方米，消除漏水隐患."))
            .because(Text.of("目标是设置指标和年底评价的依据，只有一句空话就没有可评的内容。",
                    "Indicators and the review at the end of the year rest on the goal; an empty phrase gives nothing to review."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(Example.fields(Map.of("value", "做好维修工作")), Example.fields(Map.of("value", "1.购置车辆，保障用车。")),
                            goal("2023年城区老旧小区供水管网改造工程项目", "1.完成2023年城区老旧小区供水管网改造工程项目。"),
                            goal("全县小麦绿色高产技术培训与推广", "全县小麦绿色高产技术培训与推广工作")),
                    List.of(goal("校舍屋面维修", "维修校舍屋面400平方米，消除漏水隐患"), goal("全县小麦绿色高产技术培训与推广", "全县小麦绿色高产技术培训与推广，亩均增产5%"),
                            goal("车辆购置经费", "1.做好车辆购置工作，保障单位业务开展。"), goal("新大楼物业及运转费", "按时支付物业费、水电费，保障运转"),
                            goal("", "完成馆藏档案数字化加工120万页")));

    private static Example.Entries goal(String name, String goal) {
        return Example.fields(Map.of("name", name, "value", goal));
    }

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Set.of("name", "least", "spare");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        int least = Indicator.number(use, "least", LEAST);
        int spare = Indicator.number(use, "spare", SPARE);
        for (Line line : Line.of(use, submission)) {
            String goal = Spelling.strip(line.carrier().shown());
            long length = goal.codePoints().filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c)).count();
            String name = Spelling.key(line.text(use.setting("name")));
            Optional<Text> problem = repeats(Spelling.key(goal), name, spare) ? Optional.of(Text.of("只是重复了项目名称", "only repeats the project's name"))
                    : length < least ? Optional.of(Text.of("只有 " + length + " 个字，看不出要做什么、达到什么结果",
                            "has only " + length + " characters and does not tell what is done with what result")) : Optional.empty();
            problem.ifPresent(said -> found.accept(Finding.of(RULE, line.carrier().place(), goal, Text.EMPTY, Map.of("problem", said))));
        }
    }

    private static boolean repeats(String goal, String name, int spare) {
        // a number in front may be the first of a list, or the year that the name begins with
        String bare = FIRST_NUMBER.matcher(goal).replaceFirst("");
        return !name.isEmpty() && Stream.of(goal, bare).anyMatch(said -> said.contains(name) && said.length() - name.length() <= spare);
    }
}
