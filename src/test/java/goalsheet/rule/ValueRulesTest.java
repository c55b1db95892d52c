package goalsheet.rule;

import static goalsheet.rule.Forms.TABLE;
import static goalsheet.rule.Forms.row;
import static goalsheet.rule.Forms.table;
import static goalsheet.rule.Forms.told;
import static goalsheet.rule.Forms.use;
import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.expr.Value;
import goalsheet.rule.Submission.Row;
import goalsheet.rule.Submission.Section;
import goalsheet.template.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueRulesTest {
    private static final String[] VALUE_RULES = {"IND001", "IND002", "IND003", "IND004"};
    private static final Map<String, List<String>> LISTED = Map.of("form", List.of("list"));

    /** Rows from kind, name, value. */
    private static Map<String, String> indicator(String kind, String name, String value) {
        return row("value", value, "name", name, "kind", kind);
    }

    @Test
    void publishedExamplesOfTheTradeAreClean() {
        assertThat(told(table(List.of(
                indicator("数量指标", "维修面积", "≥400平方米"), indicator("数量指标", "陪审员参审案件数量", "≥900件"), indicator("数量指标", "聘用调解员人数", "1人"),
                indicator("数量指标", "道路建设长度", "985米"), indicator("质量指标", "验收合格率", "≥98%"), indicator("质量指标", "法定审限内结案率", "≥95%"),
                indicator("质量指标", "案件结案率", "≥90%"), indicator("质量指标", "被发回重审率", "≤2%"), indicator("质量指标", "案件流程公开率", "≥99%"),
                indicator("时效指标", "采购计划完成时间", "11月底之前"), indicator("时效指标", "补助发放及时率", "100%"), indicator("成本指标", "项目成本", "20万元"),
                indicator("成本指标", "车辆购置成本", "≤12万元"), indicator("成本指标", "参审案件补助", "100元"), indicator("社会效益指标", "群众政策知晓度", "≥90%"),
                indicator("服务对象满意度指标", "干警满意度", "≥95%"))), VALUE_RULES)).isEmpty();
    }

    @Test
    void aWordForADegreeIsOnlyToldOutsideCounts() {
        assertThat(told(table(List.of(indicator("可持续影响指标", "长效管理制度健全性", "健全"), indicator("数量指标(10分)", "培训班次", "提高"),
                indicator("成本", "项目成本", "合理可控"), indicator("", "服务水平", "有效提升"))), VALUE_RULES)).containsExactly(
                "INFO IND001 项目1!A2 健全", "WARNING IND001 项目1!A3 提高", "WARNING IND001 项目1!A4 合理可控", "INFO IND001 项目1!A5 有效提升");
    }

    @Test
    void thePublishedWorkbookOf2023() {
        List<Map<String, String>> rows = List.of(indicator("数量指标", "工作完成率(%)", "100%"), indicator("质量指标", "工作合格率(%)", "100%"),
                indicator("成本指标", "预算执行率", "≥90%"), indicator("时效指标", "完成时限", "2023年12月31日"),
                indicator("社会效益指标", "保障工作正常开展", "保障工作正常开展"), indicator("服务对象满意度指标", "服务对象满意度", "≥90%"));
        assertThat(told(table(rows), VALUE_RULES)).containsExactly("WARNING IND001 项目1!A6 保障工作正常开展");
        assertThat(Forms.check(use("IND001"), table(rows)).get(0).message().zh()).isEqualTo("指标值“保障工作正常开展”只是重复了指标名称，年底无法考核。");
    }

    @Test
    void namesTheReasonAValueCannotBeMeasured() {
        assertThat(Forms.check(use("IND001"), table(List.of(row("value", "保障 工作开展。", "description", "保障工作开展"), row("value", "按计划实施"),
                row("value", "   月   日前")))).stream().map(finding -> finding.message().zh())).containsExactly(
                "指标值“保障 工作开展。”只是重复了指标描述，年底无法考核。", "指标值“按计划实施”没有数量、日期或程度，年底无法考核。", "指标值“月   日前”日期没有填完。");
    }

    @Test
    void listsOfPiecesAreReadPieceByPiece() {
        Submission goals = table(List.of(row("value", "案件结案率≧90%、 被发回重审率≦2%、案件流程公开率≧99%"), row("value", "司法救助资金发放率≧100%"),
                row("value", "综合业务管理工作完成率≥85%；培训≥3"), row("value", "保障工作正常开展（％）")));
        assertThat(told(use("IND002", TABLE, LISTED), goals)).containsExactly(
                "INFO IND002 项目1!A2 案件结案率≧90%、 被发回重审率≦2%、案件流程公开率≧99%", "INFO IND002 项目1!A3 司法救助资金发放率≧100%");
        assertThat(Forms.check(use("IND002", TABLE, LISTED), goals).get(0).expected().zh()).isEqualTo("案件结案率≥90%、 被发回重审率≤2%、案件流程公开率≥99%");
        assertThat(told(use("IND004", TABLE, LISTED), goals)).containsExactly("INFO IND004 项目1!A3 司法救助资金发放率≧100%");
        assertThat(told(use("IND003", TABLE, LISTED), goals)).containsExactly("WARNING IND003 项目1!A4 培训≥3");
    }

    @Test
    void atLeastHundredIsToldByTwoRules() {
        assertThat(told(table(List.of(indicator("质量指标", "司法救助资金发放率", "≧100%"))), VALUE_RULES))
                .containsExactly("INFO IND002 项目1!A2 ≧100%", "INFO IND004 项目1!A2 ≧100%");
        assertThat(Forms.check(use("IND004"), table(List.of(row("value", "≧100%")))).get(0).expected().zh()).isEqualTo("=100%");
    }

    @Test
    void aPercentageThatMayBeNoRateIsOnlyAWarning() {
        assertThat(told(table(List.of(indicator("质量指标", "案件结案率（％）", "292%"), indicator("数量指标", "物业服务", "120%"),
                indicator("经济效益指标", "营业收入同比增长率", "120%"), indicator("经济效益指标", "投入产出比", "150%"), indicator("质量指标", "结案率", "<100%"))), "IND004"))
                .containsExactly("ERROR IND004 项目1!A2 292%", "WARNING IND004 项目1!A3 120%");
    }

    @Test
    void settingsReplaceTheLists() {
        Submission rows = table(List.of(indicator("数量指标", "培训", "尚可"), indicator("质量指标", "课程", "尚可"), indicator("质量指标", "评分", "95"),
                indicator("质量指标", "产能利用率", "120%"), indicator("质量指标", "税收增长率", "120%")));
        Map<String, List<String>> settings = Map.of("value", List.of("value"), "name", List.of("name"), "kind", List.of("kind"), "gradable",
                List.of("尚可"), "countable", List.of("质量"), "bare", List.of("质量指标"), "guard", List.of("产能"));
        assertThat(told(use("IND001", TABLE, settings), rows)).containsExactly("INFO IND001 项目1!A2 尚可", "WARNING IND001 项目1!A3 尚可");
        assertThat(told(use("IND003", TABLE, settings), rows)).isEmpty();
        assertThat(told(use("IND003"), rows)).containsExactly("WARNING IND003 项目1!A4 95");
        assertThat(told(use("IND004", TABLE, settings), rows)).containsExactly("ERROR IND004 项目1!A6 120%");
    }

    @Test
    void threeColumnsMakeOneValue() {
        Map<String, List<String>> split = Map.of("value", List.of("sign", "value", "unit"), "name", List.of("name"));
        Submission rows = table(List.of(row("value", "90", "sign", "≥", "unit", "%", "name", "结案率"), row("value", "292", "unit", "%", "name", "结案率"),
                row("value", "900", "sign", "≧", "name", "案件数"), row("sign", "≥", "unit", "%", "value", "")));
        assertThat(told(use("IND001", TABLE, split), rows)).isEmpty();
        assertThat(told(use("IND002", TABLE, split), rows)).containsExactly("INFO IND002 项目1!B4 ≧");
        assertThat(told(use("IND003", TABLE, split), rows)).containsExactly("WARNING IND003 项目1!A4 ≧900");
        assertThat(told(use("IND004", TABLE, split), rows)).containsExactly("ERROR IND004 项目1!A3 292%");
    }

    @Test
    void eachColumnIsLookedAtByItself() {
        Map<String, List<String>> split = Map.of("value", List.of("sign", "value", "unit"), "name", List.of("name"), "direction", List.of("direction"));
        Submission rows = table(List.of(row("value", "１８", "sign", "≥", "unit", "人次"), row("value", "98", "sign", "≥", "unit", "％"), row("value", "98", "sign", "≥", "unit", "百分比"),
                row("value", "１８人次", "sign", "≥", "unit", "人次"), row("value", "18", "sign", "≥", "unit", ""),
                row("value", "10", "sign", "≥", "unit", "次", "name", "管理水平", "direction", "定性指标")));
        assertThat(Forms.check(use("IND002", TABLE, split), rows).stream().map(finding -> finding.place().cell() + " " + finding.value() + " → " + finding.expected().zh()))
                .containsExactly("A2 １８ → 18", "C3 ％ → %", "C4 百分比 → %");
        assertThat(Forms.check(use("IND020", TABLE, split), rows).stream().map(finding -> finding.place().cell() + " " + finding.value() + " → " + finding.expected().zh()))
                .containsExactly("A5 １８人次 → 18");
        assertThat(Forms.check(use("IND003", TABLE, split), rows).stream().map(finding -> finding.place().cell() + " " + finding.remedy().zh()))
                .containsExactly("C6 在“字段unit”一栏写上单位，如“件”“人”“%”。");
        assertThat(told(use("IND006", TABLE, split), rows)).containsExactly("WARNING IND006 项目1!E7 ≥10次");
    }

    @Test
    void blankUnreadableAndMissingValuesAreLeftToOthers() {
        Entry unreadable = new Entry(Forms.field("value", FieldType.NUMBER), Forms.place("项目1", 2, 0, "value"), Value.of("做好"), Optional.empty());
        Section section = Forms.section(1, Map.of(), List.of());
        Submission submission = Forms.of(new Section(section.def(), 1, "项目1", Map.of(), Map.of(TABLE, List.of(
                new Row(1, Map.of("value", unreadable)), new Row(2, Map.of("name", Forms.entry("项目1", 3, 0, "name", "名称"))),
                new Row(3, Map.of("value", Forms.entry("项目1", 4, 0, "value", "\u00a0　"))), new Row(4, Map.of())))));
        for (String id : VALUE_RULES) {
            assertThat(told(use(id), submission)).isEmpty();
        }
    }

    @Test
    void percentagesStoredAsFractionsAreReadInPoints() {
        Entry fraction = new Entry(Forms.field("value", FieldType.PERCENT), Forms.place("项目1", 2, 0, "value"),
                Value.of(new java.math.BigDecimal("2.92")), Optional.of(Value.of(292)));
        Section section = Forms.section(1, Map.of("name", "结案率"), List.of());
        Submission submission = Forms.of(new Section(section.def(), 1, "项目1", section.fields(), Map.of(TABLE, List.of(new Row(1, Map.of("value", fraction))))));
        assertThat(told(submission, VALUE_RULES)).containsExactly("ERROR IND004 项目1!A2 292%");
    }
}
