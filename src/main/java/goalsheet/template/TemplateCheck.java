package goalsheet.template;

import goalsheet.expr.Expr;
import goalsheet.expr.ExpressionException;
import goalsheet.expr.Type;
import goalsheet.expr.TypeCheck;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can only be checked when the whole template is read: names, expressions, the grid of each sheet. */
final class TemplateCheck {
    private static final int WIDEST = 60;

    private final TemplateReader in;
    private final Template template;
    private final Map<Object, Integer> lines;
    private final FieldNames names;

    TemplateCheck(TemplateReader in, Template template, Map<Object, Integer> lines) {
        this.in = in;
        this.template = template;
        this.lines = lines;
        this.names = new FieldNames(template.sheets());
    }

    void check(YamlNode root, Map<String, YamlNode> unit) {
        for (String key : List.of("code", "name")) {
            if (!unit.containsKey(key)) {
                in.wrong(root, "缺少“unit: " + key + "”：单位编码和名称在哪个字段", "'unit: " + key + "' is missing: the field that holds the unit's " + key);
            } else if (single(in.word(unit, key)).isEmpty()) {
                in.wrong(unit.get(key), "没有字段“" + in.word(unit, key) + "”", "there is no field '" + in.word(unit, key) + "'");
            }
        }
        Set<String> ids = new HashSet<>();
        Set<String> tabs = new HashSet<>();
        for (SheetDef sheet : template.sheets()) {
            if (!ids.add(sheet.id()) || !tabs.add(sheet.name().zh())) {
                in.wrong(lines.get(sheet), "表的编号或名称重复：" + sheet.id(), "a sheet's id or name is used twice: " + sheet.id());
            }
            if (sheet.repeat().isPresent() && !sheet.name().zh().contains("{n}")) {
                in.wrong(lines.get(sheet), "可以有多张的表，名称中要有 {n}", "the name of a repeated sheet needs {n}");
            }
            sheet.fields().values().forEach(field -> field(sheet, "", field, sheet.fields()));
            sheet.tables().values().forEach(table -> table(sheet, table));
            new GridCheck(in, sheet, WIDEST).check(lines.get(sheet));
            sheet.rows().forEach(row -> row.cells().forEach(cell -> drawn(sheet, row, cell)));
        }
        if (template.sheets().stream().filter(sheet -> sheet.repeat().isPresent()).count() > 1) {
            in.wrong(root, "只能有一种可以有多张的表", "only one kind of sheet can repeat");
        }
        template.rules().forEach(this::rule);
    }

    private Optional<Field> single(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? Optional.empty() : template.sheet(path.substring(0, dot)).filter(sheet -> sheet.repeat().isEmpty())
                .map(sheet -> sheet.fields().get(path.substring(dot + 1)));
    }

    private void table(SheetDef sheet, Table table) {
        if (table.perSheet() && template.sheet(table.over()).filter(over -> over.repeat().isPresent()).isEmpty()) {
            in.wrong(lines.get(table), "“each " + table.over() + "”：没有这种可以有多张的表", "'each " + table.over() + "': there is no such repeated sheet");
        }
        table.fields().values().forEach(field -> field(sheet, table.id(), field, table.fields()));
    }

    private void field(SheetDef sheet, String table, Field field, Map<String, Field> siblings) {
        int line = lines.get(field);
        CodeList list = template.lists().get(field.list());
        if (!field.list().isEmpty() && list == null) {
            in.wrong(line, "没有列表“" + field.list() + "”", "there is no list '" + field.list() + "'");
        } else if (field.list().isEmpty() && field.type() == FieldType.LIST) {
            in.wrong(line, "字段“" + field.id() + "”没有写明用哪个列表", "field '" + field.id() + "' does not say which list it takes");
        } else if (list != null && list.isDependent() == field.parent().isEmpty()) {
            in.wrong(line, list.isDependent() ? "列表“" + list.id() + "”有上级，字段要写 parent" : "列表“" + list.id() + "”没有上级，不要写 parent",
                    list.isDependent() ? "list '" + list.id() + "' has a parent, so the field needs 'parent'" : "list '" + list.id() + "' has no parent");
        } else if (list != null && list.isDependent()) {
            Field parent = siblings.get(field.parent());
            if (parent == null || !parent.list().equals(list.parent())) {
                in.wrong(line, "上级字段“" + field.parent() + "”应使用列表“" + list.parent() + "”", "the parent field '" + field.parent() + "' must take list '" + list.parent() + "'");
            }
        }
        field.formula().ifPresent(formula -> type(sheet, table, formula));
    }

    private void drawn(SheetDef sheet, SheetDef.Row row, SheetDef.Cell cell) {
        if (!cell.link().isEmpty() && template.sheet(cell.link()).isEmpty()) {
            in.wrong(row.line(), "链接的表“" + cell.link() + "”不存在", "link to an unknown sheet '" + cell.link() + "'");
        }
        if (cell.drawn() instanceof SheetDef.Drawn.Formula formula) {
            type(sheet, row.table(), formula.zh());
            if (formula.en() != formula.zh()) {
                type(sheet, row.table(), formula.en());
            }
        }
    }

    private void rule(RuleUse rule) {
        Optional<SheetDef> found = template.sheet(rule.sheet());
        if (found.isEmpty()) {
            in.wrong(rule.line(), "规则 " + rule.id() + "：没有表“" + rule.sheet() + "”", "rule " + rule.id() + ": there is no sheet '" + rule.sheet() + "'");
            return;
        }
        SheetDef sheet = found.get();
        Table table = sheet.tables().get(rule.table());
        if (!rule.table().isEmpty() && table == null) {
            in.wrong(rule.line(), "规则 " + rule.id() + "：没有表格“" + rule.table() + "”", "rule " + rule.id() + ": there is no table '" + rule.table() + "'");
            return;
        }
        if (rule.on().isEmpty()) {
            in.wrong(rule.line(), "规则 " + rule.id() + "：缺少“on”", "rule " + rule.id() + ": 'on' is missing");
        }
        for (String field : rule.on()) {
            if (!(table == null ? sheet.fields() : table.fields()).containsKey(field)) {
                in.wrong(rule.line(), "规则 " + rule.id() + "：没有字段“" + field + "”", "rule " + rule.id() + ": there is no field '" + field + "'");
            }
        }
        rule.check().ifPresent(check -> truth(sheet, rule.table(), check));
        rule.when().ifPresent(when -> truth(sheet, rule.table(), when));
        rule.shown().values().forEach(shown -> type(sheet, rule.table(), shown));
    }

    private void truth(SheetDef sheet, String table, Expr expr) {
        type(sheet, table, expr).filter(type -> type != Type.TRUTH)
                .ifPresent(type -> in.wrong(in.place(expr), "此处应为真假判断，而不是" + type.label().zh(), "a condition is wanted here, not " + type.label().en()));
    }

    private Optional<Type> type(SheetDef sheet, String table, Expr expr) {
        try {
            Type type = new TypeCheck(name -> names.type(sheet, table, name)).type(expr);
            if (type.isMany()) {
                in.wrong(in.place(expr), "此处应为一个值，而不是" + type.label().zh(), "one value is wanted here, not " + type.label().en());
            }
            return Optional.of(type);
        } catch (ExpressionException e) {
            in.wrong(in.place(expr), e);
            return Optional.empty();
        }
    }
}
