package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.RawEdit;
import goalsheet.expr.Value;
import goalsheet.fill.FormData;
import goalsheet.generate.FormWriter;
import goalsheet.layout.Layout;
import goalsheet.rule.Catalogue;
import goalsheet.rule.Rule;
import goalsheet.rule.Verdict;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Eight projects filled in with care have nothing wrong; a mistake in one of them gives what is wrong there, and nothing else. */
class EightProjectsTest {
    private static final String[] ROW = {"level1", "level2", "level3", "description", "value", "basis"};
    private static final Set<String> WHOLE_WORKBOOK = Set.of("IND014", "TXT004", "COD003", "AMT003");
    private static final String CODE = "13020023P00612010021E";

    @TempDir
    private static Path folder;
    private static Layout layout;
    private static FormData data;

    /** A mistake: entries by their paths with what is typed there instead, and what the check must say. */
    private record Seed(String name, Map<String, String> typed, List<String> told) {
        /** @param changes path, text, path, text, …; {@code P3} is short for {@code project[3]}, {@code P3.2.value} for a value among its indicators */
        static Seed of(String name, List<String> told, String... changes) {
            Map<String, String> typed = new LinkedHashMap<>();
            for (int at = 0; at < changes.length; at += 2) {
                typed.put(changes[at].replaceFirst("^P(\\d)", "project[$1]").replaceFirst("\\.(\\d+)\\.", ".indicators[$1]."), changes[at + 1]);
            }
            return new Seed(name, typed, told);
        }

        /** The sheet that is typed into: {@code cover}, {@code overall}, {@code project[3]}. */
        String sheet() {
            String path = typed.keySet().iterator().next();
            return path.substring(0, path.indexOf('.'));
        }

        /** Rules that look at the whole workbook tell one mistake from another by what else is in it. */
        boolean standsAlone() {
            return told.stream().anyMatch(line -> WHOLE_WORKBOOK.contains(line.split(" ")[1]));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * As many mistakes as there are sheets go into one workbook, one for each sheet, to save time.
     *
     * @return the mistakes of each workbook, in the order of its sheets
     */
    private static Stream<List<Seed>> rounds(Stream<Seed> seeds) {
        List<List<Seed>> rounds = new ArrayList<>();
        for (Seed seed : seeds.sorted(Comparator.comparing(Seed::sheet)).toList()) {
            Optional<List<Seed>> free = rounds.stream().filter(round -> !seed.standsAlone() && !round.get(0).standsAlone()
                    && round.stream().noneMatch(other -> other.sheet().equals(seed.sheet()))).findFirst();
            free.ifPresentOrElse(round -> round.add(seed), () -> rounds.add(new ArrayList<>(List.of(seed))));
        }
        return rounds.stream();
    }

    private static Map<String, String> typed(List<Seed> round) {
        Map<String, String> typed = new LinkedHashMap<>();
        round.forEach(seed -> typed.putAll(seed.typed()));
        return typed;
    }

    @BeforeAll
    static void read() {
        Template template = Returned.template("hebei-2023");
        data = FormData.read(template, List.of(Returned.SAMPLES.resolve("eight-projects/data.yaml")));
        layout = Layout.of(template, FormWriter.blank(template, Lang.ZH, Optional.of(data.sheets())));
    }

    /** The form with these entries instead of the careful ones. */
    private static Path written(Map<String, String> typed) {
        Path file = folder.resolve("form.xlsx");
        FormWriter.write(layout, path -> typed.containsKey(path) ? value(path, typed.get(path)) : data.value(path), Optional.empty(), file, true);
        return file;
    }

    private static Value value(String path, String text) {
        boolean number = layout.find(path).orElseThrow().slot().field().orElseThrow().type().isNumeric() && text.matches("-?\\d+(\\.\\d+)?");
        return text.isEmpty() ? Value.BLANK : number ? Value.of(new BigDecimal(text)) : Value.of(text);
    }

    private static String original(String path) {
        return data.value(path).show();
    }

    @Test
    void filledInWithCareNothingIsWrong() {
        Verdict verdict = Returned.check(written(Map.of()));
        assertThat(Returned.told(verdict)).isEmpty();
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.CLEAN);
    }

    @ParameterizedTest
    @MethodSource
    void everyMistakeIsToldOnceAndNothingElse(List<Seed> mistakes) {
        assertThat(mistakes).allSatisfy(seed -> assertThat(seed.typed()).as("something is changed")
                .anySatisfy((path, text) -> assertThat(text).isNotEqualTo(original(path))));
        assertThat(Returned.told(written(typed(mistakes)))).isEqualTo(mistakes.stream().flatMap(seed -> seed.told().stream()).toList());
    }

    static Stream<List<Seed>> everyMistakeIsToldOnceAndNothingElse() {
        return rounds(mistakes());
    }

    private static Stream<Seed> mistakes() {
        return Stream.of(values(), indicators(), amountsAndPlans(), structure(), textsAndCodes()).flatMap(seeds -> seeds);
    }

    @Test
    void everyRuleOfTheTemplateHasAMistake() {
        Set<String> rules = new TreeSet<>(Catalogue.of(layout.template()).stream().map(Rule::id).filter(id -> !id.matches("(FIL|IDN|INT).*")).toList());
        List<Seed> seeds = mistakes().toList();
        // an error value is nothing that can be typed, and alike are only several projects: they have tests of their own
        rules.removeAll(Set.of("STR008", "IND015", "AMT006"));
        Set<String> told = seeds.stream().flatMap(seed -> seed.told().stream()).map(line -> line.split(" ")[1]).collect(Collectors.toSet());
        assertThat(new TreeSet<>(told)).isEqualTo(rules);
        assertThat(seeds.stream().map(Seed::name)).doesNotHaveDuplicates().hasSizeGreaterThan(80);
    }

    @Test
    void anErrorValueIsToldAlone() throws IOException {
        RawEdit edit = RawEdit.of(written(Map.of()));
        Path broken = edit.part(edit.sheetPart("项目6"), xml -> xml.replaceFirst("<c r=\"F11\"([^>]*?)( t=\"\\w+\")?>.*?</c>", "<c r=\"F11\"$1 t=\"e\"><v>#N/A</v></c>"))
                .save(folder.resolve("broken.xlsx"));
        assertThat(Returned.told(broken)).containsExactly("ERROR STR008 项目6!F11");
    }

    /** All the indicators of one project copied to the others, with its goals. */
    @Test
    void oneSetForAllProjectsIsToldOnce() {
        Map<String, String> typed = new LinkedHashMap<>();
        for (int project = 2; project <= 8; project++) {
            typed.put("project[" + project + "].goals", original("project[1].goals"));
            for (int row = 1; row <= 9; row++) {
                for (String field : ROW) {
                    String path = ".indicators[" + row + "]." + field;
                    typed.put("project[" + project + "]" + path, original("project[1]" + path));
                }
            }
        }
        assertThat(Returned.told(written(typed))).containsExactly("WARNING IND015 项目8!");
    }

    @ParameterizedTest
    @MethodSource
    void otherWordsAreRightToo(List<Seed> words) {
        assertThat(Returned.told(written(typed(words)))).isEqualTo(words.stream().flatMap(seed -> seed.told().stream()).toList());
    }

    static Stream<List<Seed>> otherWordsAreRightToo() {
        return rounds(words());
    }

    private static Stream<Seed> words() {
        List<String> nothing = List.of();
        return Stream.of(
                Seed.of("a sign in words", nothing, "P1.8.value", "不低于92%"),
                Seed.of("a sign behind", nothing, "P1.6.value", "5200户以上"),
                Seed.of("a date with its year", nothing, "P1.4.value", "2023年10月31日"),
                Seed.of("a date in ISO", nothing, "P1.4.value", "2023-10-31"),
                Seed.of("a rate of timeliness", nothing, "P4.3.level3", "补贴兑付及时率", "P4.3.value", "100%",
                        "P4.goals", "补贴农机具420台套，受益农户和合作社不少于350户，补贴发放准确率100%，耕种收综合机械化率达到88%"),
                Seed.of("a range", nothing, "P5.8.value", "5-8年"),
                Seed.of("a word that can be judged", List.of("INFO IND001 项目1!F16"), "P1.7.level3", "后期管护机制健全性", "P1.7.value", "健全"),
                Seed.of("a count in thousands", nothing, "P5.7.value", "≥20000次"),
                Seed.of("a growth above 100 %", nothing, "P8.6.level3", "签约额增长率", "P8.6.value", "≥120%", "P8.goals", "举办丰收节活动，扩大本县农产品的知名度和销路"),
                Seed.of("a cost below the budget in yuan", nothing, "P2.5.value", "≤786000元"),
                Seed.of("another year that is explained", nothing, "P7.use", "用于支付2022年末级渠道衬砌修复工程的结转资金"),
                Seed.of("a rate to be kept low", nothing, "P5.4.level3", "系统故障率", "P5.4.value", "≤99.5%"),
                Seed.of("complaints to be kept low", nothing, "P8.8.level3", "群众投诉率", "P8.8.value", "≤1%", "P8.8.level1", "效益指标", "P8.8.level2", "社会效益指标",
                        "P8.9.level1", "满意度指标", "P8.9.level2", "服务对象满意度指标", "P8.9.level3", "参与群众满意度", "P8.9.value", "≥93%", "P8.9.basis", "历史数据"));
    }

    private static Stream<Seed> values() {
        return Stream.of(
                Seed.of("a value nobody can measure", List.of("WARNING IND001 项目1!F16"), "P1.7.value", "经久耐用"),
                Seed.of("a value that repeats the name", List.of("WARNING IND001 项目5!F17"), "P5.8.value", "平台运行维护年限"),
                Seed.of("a value that repeats the description", List.of("WARNING IND001 项目6!F17"), "P6.8.value", "对乡镇和有关部门书面征求意见的满意比例"),
                Seed.of("a date left open", List.of("WARNING IND001 项目1!F13"), "P1.4.value", "**月**日前"),
                Seed.of("a cost in words", List.of("WARNING IND001 项目2!F14"), "P2.5.value", "合理可控"),
                Seed.of("a degree where a number could be", List.of("INFO IND001 项目1!F16"), "P1.7.value", "有效提升"),
                Seed.of("an unusual sign", List.of("INFO IND002 项目1!F17"), "P1.8.value", "≧92%"),
                Seed.of("full-width digits", List.of("INFO IND002 项目5!F18"), "P5.9.value", "≥９０％"),
                Seed.of("the unit in brackets", List.of("INFO IND002 项目8!F17"), "P8.8.value", "≥93(%)"),
                Seed.of("a number alone", List.of("WARNING IND003 项目6!F12"), "P6.3.value", "12"),
                Seed.of("a sign and a number alone", List.of("WARNING IND003 项目1!F16"), "P1.7.value", "≥50"),
                Seed.of("a satisfaction of 900 %", List.of("ERROR IND004 项目2!F16"), "P2.7.value", "≥900%"),
                Seed.of("at least 100 %", List.of("INFO IND004 项目1!F17"), "P1.8.value", "≥100%"),
                Seed.of("a rate of 1000 % among the sub-goals", List.of("ERROR IND004 部门整体!D7"), "overall.subgoals[1].indicators",
                        "新建业务用房验收合格率1000%、渠道维修长度12.6公里"),
                Seed.of("a count for a rate", List.of("WARNING IND005 项目8!F12"), "P8.3.value", "86批次"),
                Seed.of("a percentage for years", List.of("WARNING IND005 项目1!F16"), "P1.7.value", "≥50%"),
                Seed.of("at most, for a satisfaction", List.of("WARNING IND006 项目1!F17"), "P1.8.value", "≤92%"),
                Seed.of("at most, for a rate", List.of("WARNING IND006 项目3!F12"), "P3.3.value", "≤95%"),
                Seed.of("at least, for a cost", List.of("WARNING IND006 项目2!F14"), "P2.5.value", "≥78.6万元"),
                Seed.of("at most, among the sub-goals", List.of("WARNING IND006 部门整体!D9"), "overall.subgoals[3].indicators", "培训合格率≤95%、培训人数390人"),
                Seed.of("last year's date", List.of("WARNING IND011 项目1!F13"), "P1.4.value", "2022年10月底之前"),
                Seed.of("next year's date", List.of("WARNING IND011 项目8!F13"), "P8.4.value", "2024-09-30"),
                Seed.of("a satisfaction of 50 %", List.of("WARNING IND017 项目1!F17"), "P1.8.value", "≥50%"),
                Seed.of("a satisfaction in points", List.of("WARNING IND017 项目5!F18"), "P5.9.value", "≥90分"),
                Seed.of("a fraction for a rate", List.of("WARNING IND019 项目1!F12"), "P1.3.value", "0.98%", "P1.goals", "新建业务用房3处，建筑面积960平方米，方便农户就近办事"),
                Seed.of("a fraction for a satisfaction", List.of("WARNING IND019 项目2!F16"), "P2.7.value", "≥0.9%"),
                Seed.of("a count and a length", List.of("INFO IND018 项目7!F10"), "P7.1.value", "3条、12.6公里"));
    }

    private static Stream<Seed> indicators() {
        return Stream.of(
                Seed.of("a payment for a quantity", List.of("WARNING IND007 项目1!C18"), row("P1.9", "产出指标", "数量指标", "资金拨付率", "拨付资金占预算的比例", "100%", "合同约定")),
                Seed.of("a rate of completion for a quantity", List.of("WARNING IND007 项目8!C18"), row("P8.9", "产出指标", "数量指标", "筹备工作完成率", "按方案办结的事项占比", "100%", "活动方案")),
                Seed.of("an amount paid for a quantity", List.of("WARNING IND007 项目8!C18"), row("P8.9", "产出指标", "数量指标", "支付搭建费", "主会场搭建合同金额", "10万元", "活动方案")),
                Seed.of("the budget's execution for a cost", List.of("WARNING IND008 项目2!C14"), "P2.5.level3", "预算执行率", "P2.5.value", "≥90%"),
                Seed.of("a quality under timeliness", List.of("WARNING IND009 项目1!C12"), "P1.3.level2", "时效指标"),
                Seed.of("a cost under quality", List.of("WARNING IND009 项目2!C14"), "P2.5.level2", "质量指标"),
                Seed.of("a date under quality", List.of("WARNING IND009 项目2!C13"), "P2.4.level2", "质量指标"),
                Seed.of("a count under quality", List.of("WARNING IND009 项目3!C11"), "P3.2.level2", "质量指标"),
                Seed.of("a satisfaction under benefit", List.of("WARNING IND009 项目4!C16"), "P4.7.level1", "效益指标", "P4.7.level2", "社会效益指标"),
                Seed.of("a name twice, as output and as benefit", List.of("WARNING IND010 项目1!C15"), "P1.6.level3", "新建业务用房数量"),
                Seed.of("a row copied", List.of("WARNING IND010 项目6!C18"), row("P6.9", "产出指标", "数量指标", "剖面样点调查数量", "完成挖掘、观察和分层采样的剖面", "24个", "青政办〔2022〕27号")),
                Seed.of("a name that fits any project", List.of("WARNING IND012 项目3!C12"), "P3.3.level3", "合格率"),
                Seed.of("a kind for a name", List.of("WARNING IND012 项目1!C10"), "P1.1.level3", "数量指标"),
                Seed.of("a generic time", List.of("WARNING IND012 项目8!C13"), "P8.4.level3", "完成时限"),
                Seed.of("a number for a name", List.of("ERROR IND013 项目1!C10"), "P1.1.level3", "3"),
                Seed.of("a dash for a name", List.of("ERROR IND013 项目2!C12"), "P2.3.level3", "—"),
                Seed.of("a value for a name", List.of("ERROR IND013 项目3!C12"), "P3.3.level3", "≥95%"),
                Seed.of("a description that repeats the name", List.of("INFO IND014 项目1!D10"), "P1.1.description", "新建业务用房数量"),
                Seed.of("a description that is part of the name", List.of("INFO IND014 项目7!D10"), "P7.1.description", "维修长度"));
    }

    private static Stream<Seed> amountsAndPlans() {
        return Stream.of(
                Seed.of("a budget that is not the sum", List.of("ERROR AMT001 项目1!C4"), "P1.budget", "290"),
                Seed.of("other funds left out", List.of("ERROR AMT001 项目7!C4"), "P7.other", ""),
                Seed.of("three decimals", List.of("WARNING AMT002 项目1!E4"), "P1.fiscal", "240.004"),
                Seed.of("three decimals twice", List.of("WARNING AMT002 项目2!C4", "WARNING AMT002 项目2!E4"), "P2.budget", "78.604", "P2.fiscal", "78.604"),
                Seed.of("yuan for 万元", List.of("WARNING AMT003 项目2!C4"), "P2.budget", "786000", "P2.fiscal", "786000"),
                Seed.of("a cost above the budget", List.of("ERROR AMT004 项目2!F14"), "P2.5.value", "≤80万元"),
                Seed.of("a point lost in a cost", List.of("ERROR AMT004 项目7!F14"), "P7.5.value", "≤548万元"),
                Seed.of("a cost in yuan with a digit too many", List.of("ERROR AMT004 项目5!F15"), "P5.6.value", "≤9650000元"),
                Seed.of("costs above the budget together", List.of("WARNING AMT005 项目5!F19"), row("P5.10", "产出指标", "成本指标", "等级保护测评费", "测评合同金额", "≤8万元", "市场询价")),
                Seed.of("increments for running sums", List.of("ERROR PLN001 项目3!F7"), "P3.plan.m6", "25", "P3.plan.m10", "30", "P3.plan.m12", "25"),
                Seed.of("a plan that decreases", List.of("ERROR PLN002 项目3!D7"), "P3.plan.m10", "40"),
                Seed.of("a plan that ends at 95 %", List.of("ERROR PLN003 项目3!F7"), "P3.plan.m12", "95"),
                Seed.of("55 of 100 in the last two months", List.of("INFO PLN005 项目8!F7"), "P8.plan.m10", "45"),
                Seed.of("a plan above 100 %", List.of("ERROR STR003 项目3!F7"), "P3.plan.m12", "120"),
                Seed.of("a negative amount", List.of("ERROR STR003 项目2!E4"), "P2.fiscal", "-78.6"),
                Seed.of("an amount in words", List.of("ERROR STR002 项目4!C4"), "P4.budget", "一百五十"),
                Seed.of("a percentage in words", List.of("ERROR STR002 项目4!C7"), "P4.plan.m6", "过半"),
                Seed.of("an amount stored as text", List.of("WARNING STR007 项目2!C4"), "P2.budget", "78.60 "));
    }

    private static Stream<Seed> structure() {
        return Stream.of(
                Seed.of("no use of funds", List.of("ERROR STR001 项目4!B5"), "P4.use", ""),
                Seed.of("no value", List.of("ERROR STR001 项目6!F11"), "P6.2.value", ""),
                Seed.of("no second level", List.of("ERROR STR001 项目6!B13"), "P6.4.level2", ""),
                Seed.of("no name of an indicator", List.of("ERROR STR001 项目6!C13"), "P6.4.level3", ""),
                Seed.of("no sub-goal's name", List.of("ERROR STR001 部门整体!B8"), "overall.subgoals[2].name", ""),
                Seed.of("a first level that is none", List.of("ERROR STR004 项目1!A10"), "P1.1.level1", "产处指标"),
                Seed.of("a second level that is none", List.of("ERROR STR004 项目1!B12"), "P1.3.level2", "质量目标"),
                Seed.of("a benefit under output", List.of("ERROR STR005 项目1!B12"), "P1.3.level2", "社会效益指标"),
                Seed.of("output over satisfaction", List.of("ERROR STR005 项目1!B17"), "P1.8.level1", "产出指标"),
                Seed.of("a name too long", List.of("ERROR STR006 项目1!C10"), "P1.1.level3", "城关柳河石桥三处农技推广区域站".repeat(5)),
                Seed.of("no benefit", List.of("WARNING STR010 项目2!A17"), "P2.6.level1", "产出指标", "P2.6.level2", "数量指标"),
                Seed.of("no quality", List.of("WARNING STR011 项目6!B18"), "P6.4.level2", "时效指标"),
                Seed.of("no satisfaction where people are served", List.of("WARNING STR012 项目1!A17"), row("P1.8", "", "", "", "", "", "")),
                Seed.of("no satisfaction elsewhere", List.of("INFO STR012 项目2!A16"), row("P2.7", "", "", "", "", "", "")),
                Seed.of("no cost of a purchase", List.of("WARNING STR013 项目2!B17"), row("P2.5", "产出指标", "时效指标", "合同签订时间", "采购合同签订的时间", "5月底之前", "政府采购计划")),
                Seed.of("XX left in the use", List.of("WARNING STR014 项目4!B5"), "P4.use", "用于对XX目录内农机具的农户和合作社发放县级配套补贴"),
                Seed.of("目标内容1 left in the goal", List.of("WARNING STR014 项目1!B8"), "P1.goals", "1.目标内容1新建业务用房3处，建筑面积960平方米，验收合格率100%"),
                Seed.of("stars for a basis", List.of("WARNING STR014 项目1!G12"), "P1.3.basis", "***"),
                Seed.of("dots for a measure", List.of("WARNING STR014 部门整体!A18"), "overall.measures[3].measure", "……"),
                Seed.of("20XX年 in the overall goal", List.of("WARNING STR014 部门整体!A4"), "overall.goal", "20XX年，稳定粮食播种面积，补齐农产品检测短板，农民收入稳步增加。"),
                Seed.of("one basis missing", List.of("INFO STR015 项目1!G12"), "P1.3.basis", ""),
                Seed.of("the same basis everywhere", List.of("INFO STR015 项目2!G10"), "P2.1.basis", "历史数据", "P2.2.basis", "历史数据", "P2.3.basis", "历史数据", "P2.4.basis", "历史数据",
                        "P2.5.basis", "历史数据", "P2.6.basis", "历史数据"),
                Seed.of("a row skipped", List.of("INFO STR016 项目2!A17"), row("P2.9", "效益指标", "可持续影响指标", "设备使用年限", "设备档案载明的年限", "≥8年", "行业标准")),
                Seed.of("three indicators", List.of("INFO IND016 项目2!C12", "INFO STR012 项目2!A13", "WARNING STR013 项目2!B13"), Stream.of(
                        Stream.of("P2.goals", "购置县乡两级检测设备，扩大上市农产品的检测范围"),
                        Stream.of(row("P2.3", "效益指标", "社会效益指标", "年检测样品数量", "全年完成的检测样品", "≥5000批次", "上级文件要求")),
                        Stream.of(row("P2.2", "产出指标", "质量指标", "设备验收合格率", "一次验收合格的台数占比", "100%", "合同约定")),
                        Stream.of(4, 5, 6, 7).flatMap(row -> Stream.of(row("P2." + row, "", "", "", "", "", "")))).flatMap(texts -> texts).toArray(String[]::new)));
    }

    private static Stream<Seed> textsAndCodes() {
        return Stream.of(
                Seed.of("a goal of a few words", List.of("WARNING TXT001 项目3!B8"), "P3.goals", "1.举办好培训班。"),
                Seed.of("a goal that repeats the name", List.of("WARNING TXT001 项目8!B8"), "P8.goals", "举办2023年农民丰收节活动"),
                Seed.of("a goal's number that no indicator has", List.of("INFO TXT002 项目3!B8"), "P3.goals", "举办培训班8期，培训高素质农民490人，考试合格率不低于95%"),
                Seed.of("an indicator's number that differs from the goal", List.of("INFO TXT002 项目1!B8"), "P1.6.value", "≥5300户"),
                Seed.of("last year in the overall goal", List.of("WARNING TXT003 部门整体!A4"), "overall.goal", "2022年，稳定粮食播种面积，补齐农产品检测短板，农民收入稳步增加。"),
                Seed.of("last year in a goal", List.of("WARNING TXT003 项目5!B8"), "P5.goals", "2022年9月底前追溯平台上线，接入规模生产主体260家"),
                Seed.of("last year in a name", List.of("WARNING TXT003 项目8!E3"), "P8.name", "2022年农民丰收节活动"),
                Seed.of("brackets of two widths", List.of("INFO TXT004 项目6!C11"), "P6.1.level3", "表层样点采样数量(个)", "P6.2.level3", "剖面样点调查数量（个）"),
                Seed.of("a name with a blank in it", List.of("INFO TXT004 项目2!C12"), "P1.3.level3", "设备 验收合格率"),
                Seed.of("a code too short", List.of("WARNING COD001 项目1!B3"), "P1.code", "13020023P0061201002E"),
                Seed.of("a letter O for a zero", List.of("WARNING COD001 项目1!B3"), "P1.code", "13020023P0061201OO21E"),
                Seed.of("small letters in a code", List.of("INFO COD001 项目1!B3"), "P1.code", CODE.toLowerCase(java.util.Locale.ROOT)),
                Seed.of("digits swapped", List.of("WARNING COD002 项目1!B3"), "P1.code", "13020032P00612010021E"),
                Seed.of("a code twice", List.of("ERROR COD003 项目2!B3"), "P2.code", CODE),
                Seed.of("a unit code of five digits", List.of("WARNING COD004 封面!C3"), "cover.unit_code", "30100"));
    }

    /** Changes to one row of indicators, all its fields. */
    private static String[] row(String row, String... texts) {
        return Stream.iterate(0, column -> column < ROW.length, column -> column + 1).flatMap(column -> Stream.of(row + "." + ROW[column], texts[column])).toArray(String[]::new);
    }
}
