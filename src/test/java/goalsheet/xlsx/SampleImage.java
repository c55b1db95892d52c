package goalsheet.xlsx;

import goalsheet.xlsx.WorkbookImage.CellImage;
import goalsheet.xlsx.WorkbookImage.ConditionImage;
import goalsheet.xlsx.WorkbookImage.Content;
import goalsheet.xlsx.WorkbookImage.Effect;
import goalsheet.xlsx.WorkbookImage.Look;
import goalsheet.xlsx.WorkbookImage.NameImage;
import goalsheet.xlsx.WorkbookImage.PageImage;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import goalsheet.xlsx.WorkbookImage.Use;
import goalsheet.xlsx.WorkbookImage.ValidationImage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A project's table as a county prints it, with six indicators, four spare rows, a front page and a sheet of lists. */
final class SampleImage {
    private static final String[][] INDICATORS = {
            {"产出指标", "数量指标", "维修面积", "办公用房维修的建筑面积", "≥400平方米", "维修方案"},
            {"", "质量指标", "验收合格率", "验收合格项目数占全部项目数的比率", "≥98%", "行业标准"},
            {"", "时效指标", "完工时间", "维修工程全部完工的时间", "11月底之前", "施工合同"},
            {"效益指标", "社会效益指标", "群众政策知晓度", "知晓诉讼服务政策的群众占受访群众的比率，按抽样调查计算", "≥90%", "问卷调查"},
            {"", "可持续影响指标", "长效管理制度健全性", "维护管理制度是否健全", "健全", "单位制度"},
            {"满意度指标", "服务对象满意度指标", "干警满意度", "满意的干警占受访干警的比率", "≥95%", "问卷调查"}};
    static final int FIRST_INDICATOR = 10;
    static final int SPARE = 4;

    private final List<CellImage> cells = new ArrayList<>();
    private final List<Area> merges = new ArrayList<>();

    private SampleImage() {
    }

    static WorkbookImage image() {
        return new WorkbookImage("2026年项目绩效目标表", List.of(front(), new SampleImage().form(), lists()),
                List.of(new NameImage("项目1.预算数", "", "'项目1'!$C$5"), new NameImage("级别", "", "OFFSET(起点,0,0,3,1)"),
                        new NameImage("起点", "", "lists!$A$1"), new NameImage("本表", "项目1", "'项目1'!$A$1:$F$20")));
    }

    private static SheetImage front() {
        SampleImage it = new SampleImage();
        it.put("A1:B1", Look.TITLE, Use.FIXED, "填报说明");
        it.put("A2:B2", Look.NOTE, Use.FIXED, "一、浅黄色单元格由单位填写，其余不可修改。\n二、填完后保存，通过工作群发回。");
        it.put("A3", Look.LABEL, Use.FIXED, "项目");
        it.put("B3", Look.LABEL, Use.FIXED, "检查结果");
        it.cells.add(new CellImage(Ref.parse("A4"), new Content.Words("项目1"), Look.LINK, Use.FIXED, "General", "'项目1'!A1"));
        it.put("B4", Look.VALUE, Use.CALCULATED, new Content.Formula("IF('项目1'!C5=\"\",\"未填\",\"\")", Content.EMPTY), "General");
        return new SheetImage("填报说明", Snapshot.Visibility.VISIBLE, List.of(30.0, 50.0), List.of(30.0, 60.0), it.cells,
                it.merges, List.of(), new PageImage(false, Optional.empty(), -1, -1), 0);
    }

    private SheetImage form() {
        put("A1:F1", Look.TITLE, Use.FIXED, "1、办公用房维修项目绩效目标表");
        put("A2:D2", Look.PLAIN, Use.CONTROL, "302001某某县人民法院本级");
        put("E2:F2", Look.PLAIN_RIGHT, Use.FIXED, "单位：万元");
        put("A3", Look.LABEL, Use.FIXED, "项目编码");
        put("B3:C3", Look.VALUE, Use.CONTROL, "13020023P00003910033L");
        put("D3", Look.LABEL, Use.FIXED, "项目名称");
        put("E3:F3", Look.LONG_VALUE, Use.ENTRY, "办公用房维修");
        put("A4:A6", Look.LABEL, Use.FIXED, "预算规模及资金用途");
        put("B5", Look.LABEL, Use.FIXED, "预算数");
        put("C5", Look.NUMBER, Use.CALCULATED, new Content.Formula("ROUND(E5+F5,2)", number("1234567.8")), "#,##0.00");
        put("D5", Look.LABEL, Use.FIXED, "其中：财政资金\n其他资金");
        put("E5", Look.NUMBER, Use.ENTRY, number("1234567.80"), "#,##0.00");
        put("F5", Look.NUMBER, Use.ENTRY, Content.EMPTY, "#,##0.00");
        put("B4:F4", Look.HEADING, Use.FIXED, "预算规模");
        put("B6:F6", Look.LONG_VALUE, Use.ENTRY, "=用于维修办公用房400平方米，包括屋面防水、外墙粉刷、管网改造，保障干警办公安全；维修后由后勤服务中心按制度管护。");
        put("A7", Look.LABEL, Use.FIXED, "资金支出计划（%）");
        String[] plan = {"0", "30", "80", "100"};
        for (int index = 0; index < plan.length; index++) {
            put(new Ref(6, index + 1).toString(), Look.NUMBER, Use.ENTRY, number(plan[index]), "General");
        }
        put("F7", Look.VALUE, Use.CALCULATED, new Content.Formula("IF(E7=100,\"正确\",\"应为100\")", new Content.Words("正确")), "General");
        put("A8", Look.LABEL, Use.FIXED, "绩效目标");
        put("B8:F8", Look.LONG_VALUE, Use.ENTRY, "1．完成办公用房维修400平方米，验收合格。\n2．改善办公条件，干警满意度达到95%以上。");
        put("A9:F9", Look.HEADING, Use.FIXED, "绩效指标");
        String[] heads = {"一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"};
        for (int col = 0; col < heads.length; col++) {
            put(new Ref(FIRST_INDICATOR - 1, col).toString(), Look.HEADING, Use.FIXED, heads[col]);
        }
        for (int index = 0; index < INDICATORS.length + SPARE; index++) {
            for (int col = 0; col < heads.length; col++) {
                String word = index < INDICATORS.length ? INDICATORS[index][col] : "";
                put(new Ref(FIRST_INDICATOR + index, col).toString(), col == 3 ? Look.LONG_VALUE : Look.VALUE, Use.ENTRY, word);
            }
        }
        Area spare = Area.parse("A17:F20");
        Area levels = Area.parse("A11:A20");
        return new SheetImage("项目1", Snapshot.Visibility.VISIBLE, List.of(14.0, 16.0, 18.0, 26.0, 15.0, 15.0),
                List.of(36.0, 20.0, 24.0, 20.0, 34.0, 48.0, 30.0, 64.0, 20.0, 24.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0, 30.0), cells, merges,
                List.of(new ValidationImage(levels, "list", "", "OFFSET(lists!$A$1,0,0,3,1)", "", true, "一级指标", "请从下拉列表中选择。",
                                "不在列表中", "请选择列表中的一级指标。"),
                        new ValidationImage(Area.parse("F11:F20"), "list", "", "\"行业标准,历史数据,问卷调查\"", "", false, "", "", "", ""),
                        new ValidationImage(Area.parse("E5:F5"), "decimal", "greaterThanOrEqual", "0", "", true, "金额", "单位：万元\n最多两位小数", "金额有误", "请填写不小于 0 的数字，例如 12.50。"),
                        new ValidationImage(Area.parse("B7:E7"), "decimal", "between", "0", "100", true, "", "", "", ""),
                        new ValidationImage(Area.parse("E3"), "textLength", "lessThanOrEqual", "60", "", true, "", "", "", "")),
                new PageImage(false, Optional.of(Area.parse("A1:F20")), 8, 9), 2,
                List.of(new ConditionImage(Area.parse("E7"), "AND($E$7<>\"\",$E$7<>100)", Effect.WRONG),
                        new ConditionImage(spare, "OR($B17<>\"\",$C17<>\"\")", Effect.BORDERED)));
    }

    private static SheetImage lists() {
        SampleImage it = new SampleImage();
        it.put("A1", Look.VALUE, Use.FIXED, "产出指标");
        it.put("A2", Look.VALUE, Use.FIXED, "效益指标");
        it.put("A3", Look.VALUE, Use.FIXED, "满意度指标");
        return new SheetImage("lists", Snapshot.Visibility.VERY_HIDDEN, List.of(), List.of(), it.cells, List.of(), List.of(),
                new PageImage(false, Optional.empty(), -1, -1), 0);
    }

    private void put(String area, Look look, Use use, String word) {
        put(area, look, use, word.isEmpty() ? Content.EMPTY : new Content.Words(word), "@");
    }

    private void put(String area, Look look, Use use, Content content, String format) {
        Area where = Area.parse(area);
        cells.add(new CellImage(where.first(), content, look, use, format, ""));
        if (!where.isSingle()) {
            merges.add(where);
        }
    }

    private static Content number(String digits) {
        return new Content.Number(new BigDecimal(digits));
    }
}
