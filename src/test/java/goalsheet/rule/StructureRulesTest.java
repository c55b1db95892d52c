package goalsheet.rule;

import static goalsheet.rule.Forms.TABLE;
import static goalsheet.rule.Forms.row;
import static goalsheet.rule.Forms.section;
import static goalsheet.rule.Forms.told;
import static goalsheet.rule.Forms.use;
import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.expr.Value;
import goalsheet.rule.Submission.Row;
import goalsheet.rule.Submission.Section;
import goalsheet.template.FieldType;
import goalsheet.template.RuleUse;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What examples of single rules do not show: severities, places, settings, entries that cannot be read. */
class StructureRulesTest {
    private static final List<String> HERE = List.of("STR010", "STR011", "STR012", "STR013", "STR014", "STR015", "STR016", "AMT002", "AMT003", "TXT001",
            "TXT002", "TXT003", "TXT004", "COD004");

    @TestFactory
    Stream<DynamicTest> saysWhyAndShowsItsGuards() {
        return HERE.stream().map(id -> DynamicTest.dynamicTest(id, () -> {
            Rule rule = CodedRules.of(id).orElseThrow().rules().get(0);
            assertThat(rule.fires()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(rule.passes()).hasSizeGreaterThanOrEqualTo(4);
            for (Lang lang : Lang.values()) {
                assertThat(rule.why().in(lang)).isNotEmpty();
                assertThat(rule.source().in(lang)).isNotEmpty();
            }
        }));
    }

    private static Section kinds(int number, String text, String... kinds) {
        return section(number, row("text", text), Stream.of(kinds).map(kind -> row("kind", kind, "value", "")).toList());
    }

    private static RuleUse withText(String id) {
        return use(id, TABLE, Map.of("kind", List.of("kind"), "text", List.of("text")));
    }

    @Test
    void aMissingKindIsToldOnceWhereItWouldBeAdded() {
        Submission submission = Forms.of(kinds(1, "", "产出指标", "", "满意度指标"), kinds(2, ""), kinds(3, "", "效益指标", "产出指标"), kinds(4, "", "", ""),
                kinds(5, "", "效益指标", "效益指标"));
        assertThat(told(withText("STR010"), submission)).containsExactly("WARNING STR010 项目1!B3 ", "WARNING STR010 项目5!B3 ");
        assertThat(Forms.check(withText("STR010"), submission)).extracting(finding -> finding.message().zh())
                .containsExactly("绩效指标中没有“效益指标”。", "绩效指标中没有“产出指标”。");
    }

    @Test
    void bothKindsMissingMakeOneFinding() {
        assertThat(Forms.check(withText("STR011"), Forms.of(kinds(1, "", "时效指标")))).extracting(finding -> finding.expected().zh()).containsExactly("数量指标、质量指标");
    }

    @Test
    void satisfactionIsAskedForWherePeopleAreServed() {
        Submission submission = Forms.of(kinds(1, "困难群众补助", "产出指标"), kinds(2, "机房服务器更换", "产出指标"), kinds(3, "企业服务平台", "产出指标", "满意度"));
        assertThat(told(withText("STR012"), submission)).containsExactly("WARNING STR012 项目1!B2 ", "INFO STR012 项目2!B2 ");
        assertThat(Forms.check(withText("STR012"), submission)).extracting(finding -> finding.message().zh())
                .containsExactly("绩效指标中没有满意度指标，而项目涉及“群众”，有明确的服务对象。", "绩效指标中没有满意度指标。");
    }

    @Test
    void costMayBeAFirstLevelAndTheWordsSettings() {
        RuleUse use = use("STR013", TABLE, Map.of("kind", List.of("kind"), "text", List.of("text"), "works", List.of("绿化"), "guard", List.of("绿化率"),
                "kinds", List.of("经济成本指标")));
        assertThat(told(use, Forms.of(kinds(1, "城区绿化", "成本指标"), kinds(2, "提高绿化率", "成本指标"), kinds(3, "城区绿化", "经济成本指标（20分）"), kinds(4, "道路工程", "产出指标"))))
                .containsExactly("WARNING STR013 项目1!B2 ");
    }

    @Test
    void aKindThatCannotBeReadMayBeTheMissingOne() {
        Entry unreadable = new Entry(Forms.field("kind", FieldType.LIST), Forms.place("项目1", 2, 0, "kind"), Value.of("满意渡"), Optional.empty());
        Section blank = kinds(1, "", "产出指标");
        Section section = new Section(blank.def(), 1, "项目1", blank.fields(), Map.of(TABLE, List.of(new Row(1, Map.of("kind", unreadable,
                "value", Forms.entry("项目1", 2, 1, "value", "≥90%"))))));
        for (String id : List.of("STR010", "STR011", "STR012", "STR013")) {
            assertThat(told(withText(id), Forms.of(section))).isEmpty();
        }
    }

    @Test
    void placeholdersAreToldOnceForAField() {
        RuleUse use = use("STR014", TABLE, Map.of("further", List.of("请参照样表")));
        assertThat(told(use, Forms.table(List.of(row("value", "XX月XX日前培训**人"), row("value", "请参照样表填写"), row("value", "贯彻“15678”基本思路"),
                row("value", "0315-5550136"), row("value", "≥%"))))).containsExactly(
                "WARNING STR014 项目1!A2 XX", "WARNING STR014 项目1!A3 请参照样表", "WARNING STR014 项目1!A6 ≥%");
    }

    /** The first five as published; the others as careful units write. */
    @ParameterizedTest
    @ValueSource(strings = {
        "2023年，是贯彻党的二十大精神的开局之年，是实施“十四五”规划承上启下的关键之年，围绕市委“15678”基本思路，打造“双一流”法院",
        "做好“两会”、重大活动期间的维稳工作，主要包括：调查、取证、审理；对受到侵害但无法获得有效赔偿的当事人给予资助。",
        "1.按时支付物业费、水电费等，确保审判办公楼日常正常运转",
        "1.按月支付电费和电话费，按实际发生支出取暖费，确保给基层法庭的工作人员提供良好的工作环境",
        "1.做好派遣人员工资和保险的代扣代缴及派遣公司的管理费和税金。",
        "落实《关于2022年巩固脱贫攻坚成果的意见》（冀发〔2022〕1号）第3条和2021—2025年规划，5G专网、12345热线、G102国道沿线全部覆盖",
        "2023年6月至2024年5月按合同提供保洁服务，每周巡查2次，60周岁以上老人和0-6岁儿童免费",
        "支付2021年校舍加固工程尾款，工程分3个阶段实施，2022年11月已通过验收",
        "2.5月底前完成1号楼、2号楼外墙保温，冬季室温较2022年提高，投诉量比2022年下降",
        "兑付2022年度耕地地力保护补贴，一户一档，“一卡通”发放",
        "开展24小时值守，按照“1+3+N”模式整合3支队伍的力量，建成于2008年的设施更新换代"})
    void realTextsAreLeftAlone(String text) {
        // the figures that do count something stand in the one indicator
        Submission submission = Forms.of(section(1, row("value", text), List.of(row("name", "队伍数量", "value", "3支"))));
        for (String id : List.of("STR014", "TXT001", "TXT002", "TXT003")) {
            assertThat(told(use(id, "", Map.of("rows", List.of(TABLE))), submission)).isEmpty();
        }
    }

    @Test
    void wholeAndPartsInYuanAreOneMistake() {
        Submission submission = Forms.of(section(1, row("amount", "10", "fiscal", "10"), List.of()), section(2, row("amount", "26.5", "fiscal", "26.5"), List.of()),
                section(3, row("amount", "384.62", "fiscal", "384.62"), List.of()), section(4, row("amount", "260000", "fiscal", "260000"), List.of()));
        RuleUse use = use("AMT003", Example.fields(Map.of("amount", "")));
        assertThat(told(use, submission)).containsExactly("WARNING AMT003 项目4!A1 260000");
        Finding finding = Forms.check(use, submission).get(0);
        assertThat(finding.expected().zh()).isEqualTo("26");
        assertThat(finding.message().zh()).isEqualTo("字段amount 260000、字段fiscal 260000 万元大得不合常理，可能是按元填的。");
        assertThat(finding.remedy().zh()).isEqualTo("本表以万元为单位：按元填的请改为 字段amount 26、字段fiscal 26，如 260000 元应填 26；金额无误的不用改。");
    }

    @Test
    void honestLargeProjectsAreLeftAlone() {
        RuleUse use = use("AMT003", Example.fields(Map.of("amount", "")));
        assertThat(told(use, Forms.of(section(1, row("amount", "3"), List.of()), section(2, row("amount", "6.5"), List.of()),
                section(3, row("amount", "8600"), List.of()), section(4, row("amount", "12"), List.of())))).isEmpty();
        assertThat(told(use, Forms.of(section(1, row("amount", "10"), List.of()), section(2, row("amount", "12"), List.of()),
                section(3, row("amount", "36000", "text", "总投资3.6亿元"), List.of())))).isEmpty();
    }

    @Test
    void aYearIsToldOnceForASheet() {
        Submission submission = Forms.of(section(1, row("name", "2022年培训", "value", "2022年培训600人，2021年验收"), List.of()),
                section(2, row("name", "2022年道路工程（续建）", "value", "2022年完成剩余路段，2025年完工"), List.of()));
        RuleUse use = new RuleUse("TXT003", Forms.SHEET, "", List.of("name", "value"), "", Optional.empty(), Optional.empty(), List.of(), Text.EMPTY,
                Text.EMPTY, Text.EMPTY, Map.of(), Map.of(), 1);
        assertThat(told(use, submission)).containsExactly("WARNING TXT003 项目1!A1 2022年", "WARNING TXT003 项目1!B1 2021年", "WARNING TXT003 项目2!B1 2025年");
    }

    @Test
    void valuesInThreeColumnsTellFiguresToo() {
        RuleUse use = use("TXT002", "", Map.of("rows", List.of(TABLE)));
        Submission submission = Forms.of(section(1, row("value", "受益群众1.2万人，投诉处理率98%"), List.of(row("sign", "≥", "number", "12000", "unit", "人"),
                row("sign", "≥", "number", "98", "unit", "%"))), section(2, row("value", "受益群众1.2万人"), List.of(row("number", "1.2", "unit", "万人"))),
                section(3, row("value", "受益群众1.2万人"), List.of()), section(4, row("value", "受益群众1.2万人"), List.of(row("number", "1.3", "unit", "万人"))));
        assertThat(told(use, submission)).containsExactly("INFO TXT002 项目4!A1 1.2万人");
    }
}
