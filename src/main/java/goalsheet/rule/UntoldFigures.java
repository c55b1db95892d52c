package goalsheet.rule;

import goalsheet.rule.Submission.Row;
import goalsheet.rule.value.Figure;
import goalsheet.template.RuleUse;
import goalsheet.text.Series;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the goal counts, some indicator measures. Settings: {@code rows}, the table of the indicators;
 * {@code also}, single fields whose numbers need no indicator (name, use, amounts); {@code structure}, words behind a
 * number that only parts the work (3个阶段); {@code period}, units of time that are no results.
 */
final class UntoldFigures implements CodedRule {
    private static final WordList STRUCTURE = WordList.of("阶段", "方面", "步骤", "环节", "层次", "层面", "重点", "维度", "专题", "月", "工程", "项目", "建设");
    private static final List<String> PERIOD = List.of("年", "月", "日", "个月", "季度", "周", "点", "届", "级", "度", "小时", "轮");
    /** 每季度2次 is a pace: the indicator counts the whole year. */
    private static final Set<String> PACED = Set.of("次", "场", "场次", "期", "篇", "个", "件", "项", "天");
    private static final int SHOWN = 5;

    private static final Rule RULE = new Rule("TXT002", Severity.INFO,
            Text.of("绩效目标中的数字没有对应的指标", "A number of the goal is in no indicator"),
            Text.of("绩效目标写了“{value}”，绩效指标中没有相应的数字。", "The goal says \"{value}\"; no indicator has that number."),
            Text.of("把目标中的数量、比率设成指标，或核对两处是否写得不一致，如目标写“培训600人次”，就设“培训人次 ≥600人次”。",
                    "Make indicators of the goal's figures, or see whether the two disagree: 培训600人次 wants an indicator 培训人次 ≥600人次."))
            .because(Text.of("目标里的数字应当能从指标中查到，前后不一致会影响年底评价。",
                    "What the goal promises in numbers should be found in the indicators; the review compares the two."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(goal("培训600人次，合格率不低于95%", "500人次", "≥95%"), goal("1.维修屋面400平方米\n2.更换门窗、灯具86盏", "400平方米", "85%"),
                            goal("改造供水管网3.5公里", "3公里", "≥98%"), goal("受益群众1.2万人", "≥1.5万人", "100%"), goal("举办培训4期120人次", "四期", "一百人次")),
                    List.of(goal("培训600人次，合格率不低于95%", "≥600人次", "≥95%"), goal("受益群众1.2万人", "≥12000人", "100%"),
                            goal("1.购置电脑20台\n2.于2023年6月30日前完成验收", "20台", "100%"), goal("按照《“健康2030”行动方案》和冀财〔2022〕101号第3条开展工作", "12次", "100%"),
                            goal("办理12345热线转办件，维护104国道沿线5G基站", "900件", "100%"), goal("建设1个平台，分3个阶段实施，60周岁以上老人优先", "100%", "90%"),
                            goal("每季度巡查2次，全年不少于8次", "≥8次", "90%"), goal("1.2公里道路整修", "985米", "100%"), goal("培训1,200人", "≥1200人", "100%"),
                            goal("举办培训4期120人次，合格率不低于95%", "四期", "一百二十人次", "百分之九十五"), goal("受益群众3万人", "三万人", "100%")));

    private static Example.Entries goal(String goal, String... values) {
        return Example.rows(values).with(Map.of("value", goal));
    }

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Set.of("rows", "also", "structure", "period");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        WordList structure = WordList.of(use, "structure", STRUCTURE);
        List<String> period = Indicator.words(use, "period", PERIOD);
        for (Line line : Line.of(use, submission)) {
            List<Figure> figures = Figure.of(line.carrier().shown()).stream().filter(figure -> isResult(figure, structure, period)).toList();
            if (figures.isEmpty()) {
                continue;
            }
            List<Row> rows = use.setting("rows").stream().flatMap(table -> line.section().rows(table).stream())
                    .filter(row -> !row.isBlank()).toList();
            Set<BigDecimal> told = told(line, rows, use.setting("also"));
            List<String> untold = figures.stream().filter(figure -> !told.contains(plain(figure.number())) && !told.contains(plain(figure.spelledOut())))
                    .map(Figure::text).distinct().limit(SHOWN).toList();
            // what is missing or unreadable in a row may be the very number
            if (!rows.isEmpty() && !untold.isEmpty() && rows.stream().allMatch(row -> row.isComplete() && row.entries().values().stream().allMatch(entry -> entry.value().isPresent()))) {
                found.accept(Finding.of(RULE, line.carrier().place(), Series.of(untold, untold.size()), Map.of()));
            }
        }
    }

    private static boolean isResult(Figure figure, WordList structure, List<String> period) {
        boolean paced = PACED.contains(figure.unit()) && figure.before().contains("每");
        return !figure.number().equals(BigDecimal.ONE) && !period.contains(figure.unit()) && !paced && !figure.before().endsWith("每")
                && !structure.isStartOf(figure.after());
    }

    /** Sign, number and unit may have cells of their own: the cells of a row are read as one text too. */
    private static Set<BigDecimal> told(Line line, List<Row> rows, List<String> also) {
        Set<BigDecimal> told = new HashSet<>();
        for (Row row : rows) {
            StringBuilder whole = new StringBuilder();
            row.entries().values().forEach(entry -> whole.append(entry.shown()).append(entry.field().type().isNumeric() ? "\n" : " "));
            Figure.numbers(whole.toString()).forEach(number -> told.add(plain(number)));
        }
        also.stream().flatMap(field -> line.section().field(field).stream()).flatMap(entry -> Figure.numbers(entry.shown()).stream())
                .forEach(number -> told.add(plain(number)));
        return told;
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.signum() == 0 ? BigDecimal.ZERO : stripped;
    }
}
