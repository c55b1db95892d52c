package goalsheet.fill;

import goalsheet.expr.Expr;
import goalsheet.template.CodeList;
import goalsheet.template.Field;
import goalsheet.template.FieldType;
import goalsheet.template.SheetDef;
import goalsheet.template.Table;
import goalsheet.template.Template;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small form with every type of field, for tests of what is given for it. */
public final class Forms {
    private Forms() {
    }

    public static Template small() {
        Map<String, CodeList> lists = Map.of(
                "l1", new CodeList("l1", "", List.of("产出指标", "效益指标"), Map.of(), false, Map.of(), "指标"),
                "l2", new CodeList("l2", "l1", List.of(), Map.of("产出指标", List.of("数量指标", "质量指标"), "效益指标", List.of("生态效益指标")), false,
                        Map.of("环境效益指标", "生态效益指标"), "指标"),
                "kind", new CodeList("kind", "", List.of("新增", "延续"), Map.of(), true, Map.of(), ""));
        SheetDef cover = sheet("cover", Optional.empty(), fields(field("unit_code", "单位编码", "Unit code", FieldType.CODE),
                field("unit_name", "单位名称", "Unit name", FieldType.TEXT), field("date", "填报日期", "Date", FieldType.DATE)), Map.of());
        Table indicators = new Table("indicators", Text.of("绩效指标", "Indicators"), 3, 1, "", fields(list("level1", "一级指标", "l1", ""),
                list("level2", "二级指标", "l2", "level1"), field("value", "指标值", "Value", FieldType.TEXT), field("weight", "分值", "Weight", FieldType.NUMBER)));
        Field total = new Field("total", Text.of("合计", "Total"), FieldType.AMOUNT, false, Optional.empty(), Optional.empty(), 0, "", "", Text.EMPTY,
                Optional.of(new Expr.Number(BigDecimal.ONE)));
        SheetDef project = sheet("project", Optional.of(new SheetDef.Repeat(2, 4)), fields(field("code", "项目编码", "Project code", FieldType.CODE),
                field("name", "项目名称", "Project name", FieldType.TEXT), field("budget", "预算数", "Budget", FieldType.AMOUNT),
                field("plan.m3", "3月底", "March", FieldType.PERCENT), field("plan.m12", "12月底", "December", FieldType.PERCENT),
                list("kind", "项目类型", "kind", ""), field("goals", "绩效目标", "Goals", FieldType.LONG_TEXT), field("due", "完成日期", "Due", FieldType.DATE), total),
                Map.of("indicators", indicators));
        return new Template("small", 1, List.of(), Text.of("小表", "Small"), 2023, "cover.unit_code", "cover.unit_name", lists, List.of(cover, project), List.of());
    }

    private static SheetDef sheet(String id, Optional<SheetDef.Repeat> repeat, Map<String, Field> fields, Map<String, Table> tables) {
        SheetDef.Cell unit = new SheetDef.Cell(new SheetDef.Drawn.Label(Text.of("单位：万元", "10,000 yuan")), 1, 1, "", "");
        return new SheetDef(id, Text.same(id), repeat, false, fields, tables, List.of(10.0), List.of(new SheetDef.Row(20, "", false, List.of(unit), 1)));
    }

    private static Field field(String id, String zh, String en, FieldType type) {
        return new Field(id, Text.of(zh, en), type, false, Optional.empty(), Optional.empty(), 5, "", "", Text.EMPTY, Optional.empty());
    }

    private static Field list(String id, String zh, String list, String parent) {
        return new Field(id, Text.of(zh, id), FieldType.LIST, false, Optional.empty(), Optional.empty(), 0, list, parent, Text.EMPTY, Optional.empty());
    }

    private static Map<String, Field> fields(Field... fields) {
        Map<String, Field> byId = new LinkedHashMap<>();
        for (Field field : fields) {
            byId.put(field.id(), field);
        }
        return byId;
    }
}
