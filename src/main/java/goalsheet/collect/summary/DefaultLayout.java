package goalsheet.collect.summary;

import goalsheet.collect.State;
import goalsheet.rule.Severity;
import goalsheet.template.Field;
import goalsheet.template.FieldType;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.LayoutImage;
import goalsheet.xlsx.LayoutWriter;
import goalsheet.xlsx.WorkbookImage;
import goalsheet.xlsx.WorkbookImage.Effect;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The layout of a summary where the office has none of its own: made from the template, so that it fits any form. */
final class DefaultLayout {
    private static final Column NUMBER = Column.brief("序号", "No.", "row-number", 7);
    private static final Column DEPARTMENT = Column.brief("部门", "Department", "unit-department", 11);
    private static final Column CODE = Column.brief("单位编码", "Unit code", "unit-code", 11);
    private static final Column NAME = Column.words("单位名称", "Unit", "unit-name", 24);
    private static final Column FILE = Column.link("来源文件（点击打开）", "File (click to open)", "from-file", 30);
    private static final Column SHEET = Column.brief("工作表", "Sheet", "from-sheet", 10);
    private static final Column CELL = Column.brief("单元格", "Cell", "from-cell", 8);
    private static final Column CONTACT = Column.brief("联系人", "Contact", "contact", 11);
    private static final Column PHONE = Column.brief("联系电话", "Telephone", "phone", 17);
    private static final List<String> SUMS = List.of("project-unit", "project-department", "project-total");

    private final Template template;
    private final SummaryFields fields;
    private final Lang lang;

    private DefaultLayout(Template template, Lang lang) {
        this.template = template;
        this.fields = new SummaryFields(template);
        this.lang = lang;
    }

    static byte[] of(Template template, Lang lang) {
        return new DefaultLayout(template, lang).write();
    }

    private byte[] write() {
        OverviewSheet overview = new OverviewSheet(fields, template.projects().amount());
        List<SheetImage> sheets = new ArrayList<>(List.of(overview.image(lang)));
        Map<String, Area> filters = new HashMap<>();
        Map<String, Map<Integer, Integer>> outlines = new HashMap<>();
        for (ListSheet list : lists()) {
            sheets.add(list.image(lang));
            filters.put(list.name().in(lang), list.filter());
            outlines.put(list.name().in(lang), list.outline());
        }
        String title = Text.of(template.title().zh() + "汇总", template.title().en() + ": summary").in(lang);
        return LayoutWriter.write(new LayoutImage(new WorkbookImage(title, sheets, List.of()), overview.charts(lang), filters, outlines), lang);
    }

    private List<ListSheet> lists() {
        List<ListSheet> lists = new ArrayList<>(List.of(units()));
        if (template.repeated().isPresent()) {
            lists.add(projects());
            if (!fields.plan().isEmpty()) {
                lists.add(plan());
            }
            if (!fields.indicators().isEmpty()) {
                lists.add(indicators());
            }
        }
        lists.add(findings());
        lists.add(missing());
        lists.add(mistakes());
        if (!template.projects().amount().isEmpty()) {
            lists.add(balance());
        }
        return lists;
    }

    private ListSheet units() {
        return list(Text.of("报送情况", "Units"), Text.of("各单位报送情况", "How each unit stands"), "unit", List.of(NUMBER, DEPARTMENT, CODE, NAME, Column.brief("状态", "State", "unit-state", 12),
                Column.count("报送份数", "Workbooks sent", "submissions", 10), Column.count("强制问题", "Errors", "errors", 9), Column.count("提示", "Warnings", "warnings", 9), Column.count("说明", "Infos", "infos", 9),
                Column.words("请单位做什么", "What the unit is asked to do", "request", 30), CONTACT, PHONE, FILE), stateTints());
    }

    private List<ListSheet.Tint> stateTints() {
        return List.of(tint("unit-state", State.RECEIVED.label(), Effect.RIGHT), tint("unit-state", State.MISSING.label(), Effect.WRONG), new ListSheet.Tint("unit-state", "LEN(#)>0", Effect.DOUBTFUL));
    }

    private ListSheet.Tint tint(String key, Text word, Effect effect) {
        return new ListSheet.Tint(key, "#=\"" + word.in(lang) + "\"", effect);
    }

    /** What identifies a project and its money; longer texts are there for the asking: {@code {project.goals}}. */
    private ListSheet projects() {
        List<Column> columns = new ArrayList<>(List.of(NUMBER, DEPARTMENT.summed("unit-department"), CODE.summed("unit-code"), NAME.summed("sum-of")));
        fields.fields().stream().filter(field -> field.type() != FieldType.LONG_TEXT && !fields.plan().contains(field)).map(Column::of).forEach(columns::add);
        columns.addAll(List.of(FILE, SHEET, CELL));
        return new ListSheet(Text.of("项目汇总", "Projects"), Text.of("项目汇总表", "All projects"), "project", SUMS, columns, true, List.of());
    }

    private ListSheet plan() {
        List<Column> columns = new ArrayList<>(List.of(NUMBER, DEPARTMENT.summed("unit-department"), CODE.summed("unit-code"), NAME.summed("sum-of")));
        template.repeated().flatMap(sheet -> sheet.field(template.projects().name())).map(Column::of).ifPresent(columns::add);
        template.repeated().flatMap(sheet -> sheet.field(template.projects().amount())).map(Column::of).ifPresent(columns::add);
        for (Field field : fields.plan()) {
            columns.add(Column.percent(field.label(), field.id(), 10).summed(field.id()));
        }
        for (Field field : fields.plan()) {
            columns.add(Column.money(Text.of(field.label().zh() + "金额", field.label().en() + ", amount"), field.id() + SummaryFields.PLANNED));
        }
        columns.addAll(List.of(FILE, SHEET, CELL));
        return new ListSheet(Text.of("支出计划", "Spend plan"), Text.of("资金支出计划汇总表（累计）", "Spend plan, cumulative"), "project", SUMS, columns, true, List.of());
    }

    private ListSheet indicators() {
        List<Column> columns = new ArrayList<>(List.of(NUMBER, CODE, NAME, Column.words("项目名称", "Project", "project-name", 22)));
        fields.indicators().forEach(field -> columns.add(Column.of(field)));
        columns.addAll(List.of(FILE, SHEET, CELL));
        return list(Text.of("指标汇总", "Indicators"), Text.of("指标汇总表", "All indicators"), "indicator", columns, List.of());
    }

    private ListSheet findings() {
        return list(Text.of("问题清单", "Findings"), Text.of("问题清单", "Findings"), "finding", List.of(NUMBER, DEPARTMENT, CODE, Column.words("单位名称", "Unit", "unit-name", 20),
                Column.brief("程度", "Grade", "severity", 9), Column.brief("规则", "Rule", "rule", 9), SHEET, CELL, Column.words("填报内容", "Value found", "value", 16),
                Column.words("问题", "What is wrong", "message", 40), Column.words("怎么改", "What to do", "remedy", 36), Column.words("单位说明的理由", "Reason stated by the unit", "waiver", 16), FILE),
                List.of(tint("severity", Severity.ERROR.label(), Effect.WRONG), tint("severity", Severity.WARNING.label(), Effect.DOUBTFUL), new ListSheet.Tint("waiver", "LEN(#)>0", Effect.RIGHT)));
    }

    private ListSheet missing() {
        return list(Text.of("未报送名单", "Missing units"), Text.of("未报送单位名单", "Units that have sent nothing"), "missing",
                List.of(NUMBER, Column.brief("部门", "Department", "unit-department", 20), CODE, Column.words("单位名称", "Unit", "unit-name", 40), Column.brief("联系人", "Contact", "contact", 16),
                        Column.brief("联系电话", "Telephone", "phone", 22), Column.words("催报记录", "Notes", "", 24)), List.of());
    }

    private ListSheet mistakes() {
        return list(Text.of("共性问题", "Common mistakes"), Text.of("共性问题：各类问题涉及的单位数", "Common mistakes: how many units make them"), "mistake",
                List.of(NUMBER, Column.brief("规则", "Rule", "rule", 10), Column.brief("程度", "Grade", "severity", 10), Column.words("问题", "Mistake", "summary", 50), Column.count("单位数", "Units", "unit-count", 10),
                        Column.percent(Text.of("占已报送单位比例", "Of units that sent"), "share", 12), Column.count("处数", "Places", "places", 10), Column.count("另有已说明理由的", "With a stated reason", "waived", 14)),
                List.of(tint("severity", Severity.ERROR.label(), Effect.WRONG), tint("severity", Severity.WARNING.label(), Effect.DOUBTFUL)));
    }

    private ListSheet balance() {
        String label = template.repeated().flatMap(sheet -> sheet.field(template.projects().amount())).map(field -> field.label().zh()).orElse("");
        List<Column> columns = new ArrayList<>(List.of(NUMBER, DEPARTMENT, CODE, NAME.summed("sum-of"), Column.brief("状态", "State", "unit-state", 11), Column.count("项目数", "Projects", "project-count", 9).summed("project-count"),
                Column.money(Text.of("各项目" + label + "合计", "Sum of projects"), "parts")));
        if (fields.hasTotal()) {
            columns.add(Column.money(Text.of("表内合计数", "Total in the form"), "whole"));
            columns.add(Column.money(Text.of("差额", "Difference"), "whole-gap"));
        }
        columns.addAll(List.of(Column.money(Text.of("名单控制数", "Roster's figure"), "control"), Column.money(Text.of("差额（有控制数的单位）", "Difference (units with a figure)"), "control-gap"),
                Column.brief("核对结果", "Result", "verdict", 24).summed("verdict"), FILE, SHEET, CELL));
        return new ListSheet(Text.of("勾稽", "Balance"), Text.of("勾稽核对：各项目合计 = 表内合计 = 名单控制数", "Balance: projects = total in the form = roster"), "balance", List.of("balance-department", "balance-total"),
                columns, true, List.of(new ListSheet.Tint("whole-gap", "N(#)<>0", Effect.DOUBTFUL), new ListSheet.Tint("control-gap", "N(#)<>0", Effect.DOUBTFUL), tint("verdict", Text.of("一致", "agrees"), Effect.RIGHT),
                        new ListSheet.Tint("verdict", "ISNUMBER(SEARCH(\"" + Text.of("不一致", "differ").in(lang) + "\",#))", Effect.WRONG)));
    }

    private static ListSheet list(Text name, Text title, String kind, List<Column> columns, List<ListSheet.Tint> tints) {
        return new ListSheet(name, title, kind, List.of(), columns, false, tints);
    }
}
