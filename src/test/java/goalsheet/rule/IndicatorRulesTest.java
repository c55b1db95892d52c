package goalsheet.rule;

import static goalsheet.rule.Forms.TABLE;
import static goalsheet.rule.Forms.row;
import static goalsheet.rule.Forms.section;
import static goalsheet.rule.Forms.table;
import static goalsheet.rule.Forms.told;
import static goalsheet.rule.Forms.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import goalsheet.rule.Submission.Section;
import goalsheet.template.RuleUse;
import goalsheet.template.YamlFile;
import goalsheet.template.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules about an indicator's name, kind and value together, and about the indicators of a project and of a workbook. */
class IndicatorRulesTest {
    private static final String[] RULES = {"IND005", "IND006", "IND007", "IND008", "IND009", "IND010", "IND011", "IND012", "IND013", "IND014",
            "IND015", "IND016", "IND017", "AMT004", "AMT005"};

    /** A project from its budget in 万元 and rows {@code kind name value} or {@code kind name value description}, parted by blanks. */
    static Section project(int number, String budget, String... rows) {
        return section(number, Map.of("budget", budget), Arrays.stream(rows).map(text -> {
            String[] part = text.split(" ");
            return row("value", part[2], "name", part[1], "kind", part[0] + "指标", "description", part.length > 3 ? part[3] : "");
        }).toList());
    }

    private static Submission project(String... rows) {
        return Forms.of(project(1, "26", rows));
    }

    private static List<String> messages(String id, Submission submission) {
        return Forms.check(use(id), submission).stream().map(finding -> finding.message().zh()).toList();
    }

    /** The court's workbook as published. */
    private static Submission published() {
        YamlNode.Mapping root = (YamlNode.Mapping) YamlFile.read(Path.of("samples/qianan-court/data.yaml"));
        List<Section> sections = new ArrayList<>();
        for (YamlNode project : items(root, "project")) {
            List<Map<String, String>> rows = items(project, "indicators").stream().map(item -> row("value", text(item, "value"), "name", text(item, "level3"),
                    "kind", text(item, "level2"), "description", text(item, "description"))).toList();
            sections.add(section(sections.size() + 1, Map.of("budget", text(project, "budget")), rows));
        }
        return Forms.of(sections.toArray(Section[]::new));
    }

    private static List<YamlNode> items(YamlNode node, String key) {
        return ((YamlNode.Sequence) ((YamlNode.Mapping) node).get(key).orElseThrow()).items();
    }

    private static String text(YamlNode node, String key) {
        return ((YamlNode.Scalar) ((YamlNode.Mapping) node).get(key).orElseThrow()).text();
    }

    @Test
    void thePublishedWorkbookOf2023() {
        List<String> expected = Stream.of(
                each("WARNING IND007 项目%d!A2 工作完成率%s"), each("WARNING IND008 项目%d!A4 预算执行率"),
                IntStream.rangeClosed(1, 5).boxed().flatMap(n -> Stream.of("WARNING IND012 项目%d!A2 工作完成率%s", "WARNING IND012 项目%d!A3 工作合格率%s",
                        "WARNING IND012 项目%d!A5 完成时限", "WARNING IND012 项目%d!A6 保障工作正常开展").map(line -> numbered(line, n))),
                Stream.of("INFO IND014 项目1!A2 工作完成率(%)", "WARNING IND015 项目5! 5")).flatMap(lines -> lines).toList();
        assertThat(told(published(), RULES)).containsExactlyElementsOf(expected);
        assertThat(messages("IND014", published())).containsExactly("指标描述“工作完成率(%)”没有说明指标的含义，全表这样的有 30 处。");
        assertThat(messages("IND015", published())).containsExactly("“项目1”“项目2”“项目3”“项目4”“项目5”共 5 个项目的指标和指标值几乎完全相同。");
    }

    private static Stream<String> each(String line) {
        return IntStream.rangeClosed(1, 5).mapToObj(n -> numbered(line, n));
    }

    private static String numbered(String line, int project) {
        return line.formatted(project, project < 4 ? "(%)" : "（%）");
    }

    @Test
    void listedIndicatorsOfThePublishedOverallGoalsAreClean() {
        Submission goals = table(List.of(row("value", "案件结案率≧90%、被发回重审率≦2%、案件流程公开率≧99%"), row("value", "司法救助资金发放率≧100%"),
                row("value", "综合业务管理工作完成率≧85%")));
        for (String id : List.of("IND005", "IND006", "IND012", "IND017")) {
            assertThat(told(use(id, TABLE, Map.of("form", List.of("list"))), goals)).isEmpty();
        }
        assertThat(told(use("IND006", TABLE, Map.of("form", List.of("list"))), table(List.of(row("value", "案件结案率≤90%、被发回重审率≧2%、案件流程公开率≧99%")))))
                .containsExactly("WARNING IND006 项目1!A2 案件结案率≤90%", "WARNING IND006 项目1!A2 被发回重审率≧2%");
    }

    @Test
    void carefulProjectsAreClean() {
        Submission careful = Forms.of(
                project(1, "320", "数量 维修面积 ≥400平方米 办公楼屋面防水层的施工面积", "数量 更换门窗数量 86樘", "质量 验收合格率 100% 验收合格的分项数占全部分项的比例", "质量 返工率 ≤2%",
                        "时效 完工时间 2023年10月31日前", "成本 工程总造价 ≤320万元", "成本 单位面积维修成本 ≤3000元/平方米", "社会效益 施工扰民投诉件数 ≤3件", "可持续影响 屋面使用年限 ≥15年",
                        "满意度 干警满意度 ≥90%"),
                project(2, "26", "数量 购置车辆数量 2辆", "质量 车辆验收合格率 100%", "时效 采购计划完成时间 6月底之前", "成本 车辆购置成本 ≤24万元", "成本 车辆购置税费 ≤2万元",
                        "社会效益 巡回审判覆盖乡镇数 12个", "服务对象满意度 使用人员满意度 ≥95%"),
                project(3, "48.5", "数量 培训班次 12班次", "数量 培训人次 ≥600人次 全年参加培训的人次", "质量 培训合格率 ≥95% 考核合格人数占参训人数的比例", "时效 结业时间 11月底之前",
                        "成本 人均培训成本 ≤800元", "社会效益 参训人员就业率 ≥60%", "经济效益 参训人员月均增收 ≥500元", "满意度 学员满意度 ≥92%"),
                project(4, "1260", "数量 发放补助人数 1750人", "数量 发放次数 12次", "质量 补助对象认定准确率 ≥99%", "质量 错发漏发率 ≤0.5%", "时效 补助发放及时率 100%", "成本 补助标准 600元/人·月",
                        "社会效益 群众政策知晓度 ≥90%", "社会效益 受益对象生活水平 有效提升", "服务对象满意度 受益对象满意度 ≥90%"),
                project(5, "158.6", "数量 系统功能模块数量 15个", "质量 数据采集完成率 ≥98% 已采集的户数占应采集户数的比例", "质量 系统故障率 ≤1%", "质量 平均无故障时间 ≥2000小时",
                        "时效 故障响应时间 ≤30分钟", "时效 上线时间 2023年9月底", "成本 软件开发成本 ≤120万元", "成本 硬件购置成本 ≤38.6万元", "社会效益 业务办理时间缩短比例 ≥30%",
                        "可持续影响 系统使用年限 ≥5年", "满意度 用户满意度 ≥85%"),
                project(6, "35", "数量 调查样本量 ≥5000户", "数量 入户调查员人数 120人", "质量 问卷回收率 ≥95%", "质量 数据审核差错率 ≤3‰", "时效 调查报告提交时间 2023年第三季度",
                        "成本 样本户补贴 50元/户", "成本 调查员劳务费 ≤10万元", "社会效益 调查成果采用次数 ≥3次", "服务对象满意度 调查对象满意度 ≥85%"),
                project(7, "85.2", "数量 路灯维修数量 640盏", "数量 处理故障报修件数 ≥900件", "质量 亮灯率 ≥98%", "质量 故障修复及时率 ≥95%", "时效 按期完成率 100%", "成本 年度维修成本 ≤85.2万元",
                        "生态效益 单位能耗下降率 ≥8%", "社会效益 夜间交通事故下降比例 ≥5%", "社会效益 群众投诉办结率 ≥98%", "满意度 市民满意度 88-95%"),
                project(8, "60", "数量 演出场次 24场", "数量 观众人次 ≥3万人次", "质量 演出节目完整率 100%", "时效 活动举办时间 2023年5月1日至2023年10月7日", "成本 场均演出成本 ≤2万元",
                        "成本 安全保障费用 ≤8万元", "经济效益 拉动消费 ≥500万元", "社会效益 安全事故 0起", "社会效益 媒体报道篇数 ≥60篇", "可持续影响 活动连续举办届数 第5届", "满意度 观众满意率 ≥90%"),
                project(9, "500", "数量 硬化道路长度 3.2公里", "数量 新建涵洞数量 4座", "质量 工程一次验收合格率 ≥98%", "质量 工程质量事故 0起", "时效 建设期限 2022年9月至2023年11月", "成本 工程总投资 1800万元",
                        "成本 每公里建设成本 ≤156万元", "经济效益 农产品运输成本降低率 ≥10%", "经济效益 节约运输成本 ≥20万元", "社会效益 受益人口 ≥6200人", "生态效益 施工扬尘超标次数 ≤2次",
                        "满意度 沿线群众满意度 ≥90%"));
        assertThat(told(careful, RULES)).isEmpty();
        assertThat(told(careful, "IND001", "IND002", "IND003", "IND004")).containsExactly("INFO IND001 项目4!A9 有效提升");
    }

    @Test
    void examplesOfTheTradeAreClean() {
        assertThat(told(project("数量 维修面积 ≥400平方米", "数量 陪审员参审案件数量 ≥900件", "数量 聘用调解员人数 1人", "数量 道路建设长度 985米", "质量 验收合格率 ≥98%",
                "质量 法定审限内结案率 ≥95%", "质量 案件结案率 ≥90%", "质量 被发回重审率 ≤2%", "质量 案件流程公开率 ≥99%", "时效 采购计划完成时间 11月底之前", "时效 补助发放及时率 100%",
                "成本 项目成本 20万元", "成本 车辆购置成本 ≤12万元", "成本 参审案件补助 100元", "成本 政府采购节支率(%) ≥5", "质量 会议通过议题数量（个） ≥12", "质量 培训出勤率(%) ≥95", "质量 业务工作支出到位率 100%",
                "时效 验收入库时间（**月**日前） 9月30日前", "社会效益 群众政策知晓度 ≥90%",
                "可持续影响 长效管理制度健全性 健全", "满意度 干警满意度 ≥95%", "满意度 受训学员满意度(%) ≥95"), Stream.of(RULES)
                .filter(id -> !id.equals("IND016")).toArray(String[]::new))).isEmpty();
    }

    @Test
    void aValueThatCannotBeMeasuredIsLeftToItsOwnRule() {
        assertThat(told(project("质量 案件结案率 按计划实施", "质量 验收合格率 **月**日前", "满意度 群众满意度 满意", "成本 项目成本 合理可控", "满意度 干警满意度 ≥95", "质量 审结率 ≥95",
                "满意度 学员满意度 ≥950%"), "IND005", "IND006", "IND017", "AMT004")).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(messages("IND005", project("质量 案件结案率 ≥900件", "数量 培训人次 ≥95%"))).containsExactly(
                "“案件结案率”是比率，指标值应为百分比，现在是“≥900件”。", "“培训人次”不是比率，指标值不应为百分比，现在是“≥95%”。");
        assertThat(messages("IND006", project("质量 案件结案率 ≤90%", "成本 车辆购置成本 ≥12万元"))).containsExactly(
                "“案件结案率”越高越好，指标值却是“≤90%”。", "“车辆购置成本”越低越好，指标值却是“≥12万元”。");
        assertThat(messages("IND007", project("数量 工作完成率(%) 100%", "数量 支付物业费 235.8万元"))).containsExactly(
                "数量指标“工作完成率(%)”是完成率一类的比率，不是实际的数量。", "数量指标“支付物业费”是付款，不是实际的数量。");
        assertThat(messages("IND009", project("时效 验收合格率 ≥98%", "社会效益 群众满意度 ≥90%"))).containsExactly(
                "“验收合格率”不是时效指标，应放在质量指标下。", "“群众满意度”不是社会效益指标，应放在满意度指标下。");
        assertThat(messages("IND010", project("数量 受益人数 300人", "数量 受益人数 300人", "社会效益 受益人数 300人"))).containsExactly(
                "“受益人数”与 A2 单元格的三级指标重复。", "“受益人数”与 A2 单元格的三级指标重复（数量指标）。");
        assertThat(messages("IND016", project("数量 培训人次 600人次"))).containsExactly("本项目有 1 条指标，偏少，一般不少于 4 条。");
        assertThat(messages("IND017", project("满意度 学员满意度 ≥90分", "满意度 干警满意度 ≥50%"))).containsExactly(
                "“学员满意度”的指标值“≥90分”不是百分比，一般为 60% 到 100%。", "“干警满意度”的指标值“≥50%”偏低，一般为 60% 到 100%。");
        assertThat(messages("AMT004", project("成本 车辆购置成本 260000万元"))).containsExactly("“车辆购置成本”为“260000万元”，超过了预算数 26 万元。");
        assertThat(messages("AMT005", project("成本 购置成本 ≤20万元", "成本 安装成本 ≤80500元"))).containsExactly("各项成本合计 28.05 万元，超过了预算数 26 万元。");
    }

    @Test
    void remediesNameTheBudgetYearAndTheSignToWrite() {
        Finding late = Forms.check(use("IND011"), project("时效 完成时限 2022年12月31日")).get(0);
        assertThat(late.message().zh()).isEqualTo("“2022年12月31日”不在预算年度（2023 年）内。");
        assertThat(late.remedy().zh()).isEqualTo("核对年份，写本年度内的日期，如“2023年11月30日前”；跨年项目写本年度应完成的部分。");
        assertThat(Forms.check(use("IND006"), project("质量 案件结案率 不超过90%")).get(0).expected().zh()).isEqualTo("≥90%");
    }

    @Test
    void aCostAboveTheBudgetIsToldOnceAndNotAgainInTheSum() {
        Submission costs = project("成本 购置成本 ≤30万元", "成本 安装成本 ≤8万元", "成本 项目总成本 ≤40万元");
        assertThat(told(costs, "AMT004", "AMT005")).containsExactly("ERROR AMT004 项目1!A2 ≤30万元", "ERROR AMT004 项目1!A4 ≤40万元");
    }

    @Test
    void aFormInYuanComparesInYuan() {
        Map<String, List<String>> yuan = Map.of("value", List.of("value"), "name", List.of("name"), "kind", List.of("kind"), "budget", List.of("budget"),
                "amounts", List.of("元"), "kinds", List.of("经济成本"));
        Submission costs = Forms.of(project(1, "260,000", "经济成本 购置成本 ≤20万元", "经济成本 安装成本 ≤70000元", "经济成本 运输成本 ≤260051元", "成本 印刷成本 ≤90万元"));
        assertThat(told(use("AMT004", TABLE, yuan), costs)).containsExactly("ERROR AMT004 项目1!A4 ≤260051元");
        Submission parts = Forms.of(project(1, "260,000", "经济成本 购置成本 ≤20万元", "经济成本 安装成本 ≤70000元"));
        assertThat(Forms.check(use("AMT005", TABLE, yuan), parts).get(0).message().zh()).isEqualTo("各项成本合计 270000 元，超过了预算数 260000 元。");
    }

    @Test
    void aFieldForTheDirectionIsComparedToo() {
        Submission rows = table(List.of(row("value", "≤90%", "name", "结案率", "direction", "反向指标"), row("value", "≥2%", "name", "发回重审率", "direction", "反向"),
                row("value", "≤12场", "name", "培训场次", "direction", "正向指标"), row("value", "≥3次", "name", "服务水平", "direction", "定性"),
                row("value", "12场", "name", "培训场次", "direction", "正向指标"), row("value", "≥12场", "name", "培训场次", "direction", "")));
        assertThat(Forms.check(use("IND006"), rows).stream().map(finding -> finding.message().zh())).containsExactly("“结案率”越高越好，指标值却是“≤90%”。",
                "“发回重审率”选的是反向指标，指标值却是“≥2%”。", "“培训场次”选的是正向指标，指标值却是“≤12场”。", "“服务水平”选的是定性指标，指标值却是“≥3次”。");
    }

    @Test
    void settingsReplaceTheWords() {
        Submission rows = project("数量 工作完成率 100%", "数量 宣传覆盖率 100%", "时效 出库复核 100%", "质量 工作质量 优");
        assertThat(told(with("IND007", "rates", "覆盖率"), rows)).containsExactly("WARNING IND007 项目1!A3 宣传覆盖率");
        assertThat(told(with("IND008", "kinds", "数量", "rates", "完成率"), rows)).containsExactly("WARNING IND008 项目1!A2 工作完成率");
        assertThat(told(with("IND009", "words", "复核", "home", "质量指标", "wrong", "时效指标"), rows)).containsExactly("WARNING IND009 项目1!A4 出库复核");
        assertThat(told(with("IND012", "generic", "宣传覆盖率（%）"), rows)).containsExactly("WARNING IND012 项目1!A3 宣传覆盖率");
        assertThat(told(with("IND016", "least", "5"), rows)).containsExactly("INFO IND016 项目1!A5 4");
        assertThat(told(with("IND005", "counts", "复核"), rows)).containsExactly("WARNING IND005 项目1!A4 100%");
        assertThat(told(with("IND006", "reverse", "占用", "costs", "经费"), project("成本 项目成本 ≥2万元", "质量 车位占用率 ≥3%"))).containsExactly("WARNING IND006 项目1!A3 ≥3%");
        assertThat(told(with("IND017", "least", "95"), project("满意度 群众满意度 ≥90%"))).containsExactly("WARNING IND017 项目1!A2 ≥90%");
        assertThatThrownBy(() -> told(with("IND016", "least", "few"), rows)).hasMessageContaining("least");
        assertThatThrownBy(() -> told(with("AMT004", "amounts", "美元"), project("成本 项目成本 2万元"))).hasMessageContaining("美元");
    }

    /** The usual use and one list of words more for each name. */
    private static RuleUse with(String id, String... settingsAndWords) {
        Map<String, List<String>> settings = new HashMap<>(use(id).settings());
        for (int at = 0; at < settingsAndWords.length; at += 2) {
            settings.put(settingsAndWords[at], List.of(settingsAndWords[at + 1]));
        }
        return use(id, TABLE, settings);
    }

    @Test
    void blankProjectsSayNothing() {
        Submission blank = Forms.of(project(1, ""), project(2, "26"), section(3, Map.of(), List.of(row("value", "", "name", "", "kind", ""))));
        assertThat(told(blank, RULES)).isEmpty();
    }

    @Test
    void aProjectHasFourIndicatorsAndAsManyAsTheTemplateSays() {
        for (int count : List.of(4, 20, 40)) {
            assertThat(told(use("IND016"), rows(count))).isEmpty();
        }
        assertThat(told(use("IND016"), rows(3))).containsExactly("INFO IND016 项目1!A4 3");
        assertThat(told(with("IND016", "most", "20"), rows(20))).isEmpty();
        assertThat(Forms.check(with("IND016", "most", "20"), rows(21)).stream().map(finding -> finding.message().zh())).containsExactly("本项目有 21 条指标，偏多，一般为 4 到 20 条。");
    }

    private static Submission rows(int count) {
        return project(IntStream.rangeClosed(1, count).mapToObj(n -> "数量 事项" + n + "数量 " + n + "件").toArray(String[]::new));
    }

    @Test
    void manyAlikeProjectsAreNotAllNamed() {
        Submission twelve = Forms.of(IntStream.rangeClosed(1, 12).mapToObj(n -> project(n, "26", "数量 宣传次数 12次")).toArray(Section[]::new));
        assertThat(messages("IND015", twelve)).containsExactly(
                "“项目1”“项目2”“项目3”“项目4”“项目5”“项目6”“项目7”“项目8”等共 12 个项目的指标和指标值几乎完全相同。");
    }
}
