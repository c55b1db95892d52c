package goalsheet.template;

import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can only be checked when the whole template is read: names, expressions, the grid of each sheet. */
final class TemplateCheck {
    private static final int WIDEST = 60;
    private static final int LONGEST_TAB = 31;
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern TAB = Pattern.compile("(?!['_])[^\\[\\]:*?/\\\\\\p{Cntrl}]+(?<!')");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");
    /** What every message may name. */
    private static final Set<String> USUAL_PLACEHOLDERS = Set.of("value", "label", "expected");

    private final TemplateReader in;
    private final Template template;
    private final Map<Object, Integer> lines;
    private final FormulaCheck formulas;

    TemplateCheck(TemplateReader in, Template template, Map<Object, Integer> lines) {
        this.in = in;
        this.template = template;
        this.lines = lines;
        this.formulas = new FormulaCheck(in, template, lines);
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
            named(sheet, ids, tabs);
            sheet.fields().values().forEach(field -> field(sheet, "", field, sheet.fields()));
            sheet.tables().values().forEach(table -> table(sheet, table));
            new GridCheck(in, sheet, WIDEST).check(lines.get(sheet));
            distinct(sheet);
            sheet.rows().forEach(row -> row.cells().forEach(cell -> drawn(sheet, row, cell)));
        }
        if (template.sheets().stream().filter(sheet -> sheet.repeat().isPresent()).count() > 1) {
            in.wrong(root, "只能有一种可以有多张的表", "only one kind of sheet can repeat");
        }
        formulas.cycles();
        template.rules().forEach(this::rule);
        instructions();
    }

    private void named(SheetDef sheet, Set<String> ids, Set<String> tabs) {
        int line = lines.get(sheet);
        if (!sheet.id().isEmpty() && !ID.matcher(sheet.id()).matches()) {
            in.wrong(line, "表的编号“" + sheet.id() + "”只能用英文字母、数字和下划线，以字母开头", "a sheet's id has letters, digits and _ only and begins with a letter: '" + sheet.id() + "'");
        }
        boolean same = !ids.add(sheet.id());
        for (Lang lang : Lang.values()) {
            String tab = sheet.name().in(lang);
            if (!TAB.matcher(tab).matches() || sheet.name().with(Map.of("n", Text.same("1000"))).in(lang).length() > LONGEST_TAB) {
                in.wrong(line, "表名“" + tab + "”不能用：1 至 " + LONGEST_TAB + " 个字，不含 [ ] : * ? / \\，不以 ' 或 _ 开头",
                        "'" + tab + "' cannot name a sheet: 1 to " + LONGEST_TAB + " characters without [ ] : * ? / \\, not starting with ' or _");
            }
            if (sheet.repeat().isPresent() && !tab.contains("{n}")) {
                in.wrong(line, "可以有多张的表，名称中要有 {n}", "the name of a repeated sheet needs {n}");
            }
            same |= !tabs.add(lang + tab.toLowerCase(Locale.ROOT));
        }
        if (same) {
            in.wrong(line, "表的编号或名称重复：" + sheet.id(), "a sheet's id or name is used twice: " + sheet.id());
        }
    }

    /** A name must mean one thing: a field, a group of fields, or a table. */
    private void distinct(SheetDef sheet) {
        sheet.tables().values().forEach(table -> {
            if (!ID.matcher(table.id()).matches()) {
                in.wrong(lines.get(table), "表格的编号“" + table.id() + "”只能用英文字母、数字和下划线，以字母开头", "a table's id has letters, digits and _ only and begins with a letter: '" + table.id() + "'");
            }
        });
        sheet.fields().values().forEach(field -> {
            int dot = field.id().indexOf('.');
            String first = dot < 0 ? field.id() : field.id().substring(0, dot);
            if (sheet.tables().containsKey(first) || dot > 0 && sheet.fields().containsKey(first)) {
                in.wrong(lines.get(field), "“" + first + "”既是字段又是表格或分组的名称", "'" + first + "' names both a field and a table or group");
            }
        });
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
        field.formula().ifPresent(formula -> formulas.cell(sheet, table, formula));
        limits(field, line);
        formerly(field, line, siblings);
    }

    /** An old id leads to one field, and to none while there still is a field of that id. */
    private void formerly(Field field, int line, Map<String, Field> siblings) {
        for (String old : field.formerly()) {
            boolean taken = siblings.containsKey(old) || siblings.values().stream().anyMatch(other -> other != field && other.formerly().contains(old));
            if (taken || Collections.frequency(field.formerly(), old) > 1) {
                in.wrong(line, "formerly 中的“" + old + "”仍是字段名，或写了两次", "'" + old + "' under formerly is still a field, or is given twice");
            }
        }
    }

    private void limits(Field field, int line) {
        boolean given = field.min().isPresent() || field.max().isPresent();
        if (given && !field.type().isNumeric()) {
            in.wrong(line, "字段“" + field.id() + "”不是数字或日期，不能写 min、max", "field '" + field.id() + "' is no number or date, so it takes no min or max");
        } else if (field.min().isPresent() && field.max().isPresent() && field.min().get().compareTo(field.max().get()) > 0) {
            in.wrong(line, "字段“" + field.id() + "”的 min 大于 max", "min of field '" + field.id() + "' is above its max");
        }
        if (field.length() > FieldReader.LONGEST_TEXT) {
            in.wrong(line, "length 最大 " + FieldReader.LONGEST_TEXT, "length is at most " + FieldReader.LONGEST_TEXT);
        }
    }

    private void drawn(SheetDef sheet, SheetDef.Row row, SheetDef.Cell cell) {
        if (!cell.link().isEmpty() && template.sheet(cell.link()).isEmpty()) {
            in.wrong(row.line(), "链接的表“" + cell.link() + "”不存在", "link to an unknown sheet '" + cell.link() + "'");
        }
        if (cell.drawn() instanceof SheetDef.Drawn.Formula formula) {
            formulas.cell(sheet, row.table(), formula.zh());
            if (formula.en() != formula.zh()) {
                formulas.cell(sheet, row.table(), formula.en());
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
        rule.check().ifPresent(check -> formulas.condition(sheet, rule.table(), check));
        rule.when().ifPresent(when -> formulas.condition(sheet, rule.table(), when));
        rule.shown().values().forEach(shown -> formulas.value(sheet, rule.table(), shown));
        placeholders(rule);
        silences(rule, table);
    }

    /** Rules about a sheet as a whole are asked in their order, so that one silences only those behind it. */
    private void silences(RuleUse rule, Table table) {
        if (rule.silences().isEmpty()) {
            return;
        }
        if (table != null) {
            in.wrong(rule.line(), "规则 " + rule.id() + "：表格里的规则不能写“silences”", "rule " + rule.id() + ": a rule about the rows of a table takes no 'silences'");
            return;
        }
        List<RuleUse> rules = template.rules();
        List<String> behind = rules.subList(rules.indexOf(rule) + 1, rules.size()).stream()
                .filter(other -> other.isExpression() && other.table().isEmpty() && other.sheet().equals(rule.sheet())).map(RuleUse::id).toList();
        rule.silences().stream().filter(id -> !behind.contains(id)).forEach(id -> in.wrong(rule.line(), "规则 " + rule.id() + " 的“silences”：后面没有同一张表的规则“" + id + "”",
                "'silences' of rule " + rule.id() + ": no rule '" + id + "' about this sheet stands behind it"));
    }

    /** What a rule has to say on the form must stand there, with limits that the check knows. */
    private void instructions() {
        boolean printed = template.sheets().stream().flatMap(sheet -> sheet.rows().stream()).flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.drawn() instanceof SheetDef.Drawn.Notes notes && notes.items().contains(SheetDef.Drawn.Notes.RULES));
        template.rules().stream().filter(rule -> !rule.instruction().isEmpty()).forEach(rule -> {
            if (!printed) {
                in.wrong(rule.line(), "规则 " + rule.id() + " 的“instruction”印不出来：没有哪个格子的 notes 写着 {rules}",
                        "'instruction' of rule " + rule.id() + " is printed nowhere: no cell's notes have {rules}");
            }
            Stream.of(rule.instruction().zh(), rule.instruction().en()).flatMap(words -> PLACEHOLDER.matcher(words).results().map(found -> found.group(1))).distinct().forEach(name ->
                    in.wrong(rule.line(), "规则 " + rule.id() + " 的“instruction”：没有设置“" + name + "”", "'instruction' of rule " + rule.id() + ": there is no setting '" + name + "'"));
        });
    }

    private void placeholders(RuleUse rule) {
        Stream.of(rule.summary(), rule.message(), rule.remedy()).flatMap(text -> Stream.of(text.zh(), text.en()))
                .flatMap(wording -> PLACEHOLDER.matcher(wording).results().map(found -> found.group(1))).distinct()
                .filter(name -> !USUAL_PLACEHOLDERS.contains(name) && !rule.shown().containsKey(name))
                .forEach(name -> in.wrong(rule.line(), "规则 " + rule.id() + "：“shown”中没有“" + name + "”", "rule " + rule.id() + ": 'shown' does not give '" + name + "'"));
    }
}
