package goalsheet.template;

import goalsheet.expr.Expr;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the sheets of a template file: their fields, their tables, and how they are drawn. */
final class SheetReader {
    /** In the order in which a message offers them. */
    private static final Map<String, FieldType> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("text", FieldType.TEXT);
        TYPES.put("long", FieldType.LONG_TEXT);
        TYPES.put("code", FieldType.CODE);
        TYPES.put("amount", FieldType.AMOUNT);
        TYPES.put("number", FieldType.NUMBER);
        TYPES.put("percent", FieldType.PERCENT);
        TYPES.put("date", FieldType.DATE);
        TYPES.put("list", FieldType.LIST);
    }

    private static final int MOST_SHEETS = 1000;
    private static final int MOST_ROWS = 2000;
    private static final int WIDEST = 255;
    private static final int HIGHEST = 409;

    private final TemplateReader in;
    private final Map<Object, Integer> lines = new IdentityHashMap<>();

    SheetReader(TemplateReader in) {
        this.in = in;
    }

    /** Line of each sheet and field read so far, for what can only be checked when all is read. */
    Map<Object, Integer> lines() {
        return lines;
    }

    SheetDef sheet(YamlNode node) {
        Map<String, YamlNode> keys = in.keys(node, "id", "name", "repeat", "landscape", "fields", "tables", "columns", "rows");
        String id = in.needed(node, keys, "id");
        Map<String, Field> fields = keys.containsKey("fields") ? fields(keys.get("fields")) : Map.of();
        Map<String, Table> tables = new LinkedHashMap<>();
        if (keys.containsKey("tables")) {
            in.entries(keys.get("tables")).forEach(entry -> tables.put(entry.key(), table(entry)));
        }
        List<Double> columns = keys.containsKey("columns")
                ? in.items(keys.get("columns")).stream().map(item -> (double) in.whole(item, 10, 1, WIDEST)).toList() : List.of();
        Optional<SheetDef.Repeat> repeat = Optional.ofNullable(keys.get("repeat")).map(this::repeat);
        List<SheetDef.Row> rows = new ArrayList<>();
        if (keys.containsKey("rows")) {
            for (YamlNode row : in.items(keys.get("rows"))) {
                rows.add(row(row, fields, tables));
            }
        }
        SheetDef sheet = new SheetDef(id, in.text(keys, "name"), repeat, in.flag(keys, "landscape"), fields, tables, columns, List.copyOf(rows));
        lines.put(sheet, node.line());
        return sheet;
    }

    private SheetDef.Repeat repeat(YamlNode node) {
        Map<String, YamlNode> keys = in.keys(node, "start", "max");
        SheetDef.Repeat repeat = new SheetDef.Repeat(in.whole(keys, "start", 1, 1, MOST_SHEETS), in.whole(keys, "max", 60, 1, MOST_SHEETS));
        if (repeat.max() < repeat.start()) {
            in.wrong(node, "起始张数不能超过最多张数", "start must be at most max");
        }
        return repeat;
    }

    private Map<String, Field> fields(YamlNode node) {
        Map<String, Field> fields = new LinkedHashMap<>();
        in.entries(node).forEach(entry -> fields.put(entry.key(), field(entry)));
        return fields;
    }

    private Field field(YamlNode.Entry entry) {
        Map<String, YamlNode> keys = in.keys(entry.node(), "label", "type", "required", "min", "max", "length", "list", "parent", "prompt", "formula", "formerly");
        if (!entry.key().matches("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)?") || List.of(FieldNames.NUMBER, "true", "false").contains(entry.key())) {
            in.wrong(entry.keyLine(), "字段名“" + entry.key() + "”不能用：只能有英文字母、数字和下划线，以字母开头，不能是 n、true、false", "a field name has letters, digits and _ only, begins with a letter and is none of n, true, false: '" + entry.key() + "'");
        }
        if (!keys.containsKey("label")) {
            in.missing(entry.node(), "label");
        }
        String typeName = keys.containsKey("type") ? in.word(keys, "type") : "text";
        FieldType type = in.choice(keys.getOrDefault("type", entry.node()), typeName, TYPES).orElse(FieldType.TEXT);
        Field field = new Field(entry.key(), in.text(keys, "label"), type, in.flag(keys, "required"), in.number(keys, "min", type),
                in.number(keys, "max", type), in.whole(keys, "length", 0), in.word(keys, "list"), in.word(keys, "parent"),
                in.text(keys, "prompt"), in.expression(keys, "formula"),
                keys.containsKey("formerly") ? in.words(keys.get("formerly")) : List.of());
        lines.put(field, entry.keyLine());
        return field;
    }

    private Table table(YamlNode.Entry entry) {
        Map<String, YamlNode> keys = in.keys(entry.node(), "label", "rows", "least", "fields");
        String rows = in.needed(entry.node(), keys, "rows");
        boolean each = rows.startsWith("each ");
        int number = each || rows.isEmpty() ? 0 : in.whole(keys, "rows", 1, 1, MOST_ROWS);
        if (!keys.containsKey("label")) {
            in.missing(entry.node(), "label");
        }
        Map<String, Field> fields = keys.containsKey("fields") ? fields(keys.get("fields")) : Map.of();
        Table table = new Table(entry.key(), in.text(keys, "label"), number, in.whole(keys, "least", 0), each ? rows.substring(5).strip() : "", fields);
        lines.put(table, entry.keyLine());
        return table;
    }

    private SheetDef.Row row(YamlNode node, Map<String, Field> fields, Map<String, Table> tables) {
        Map<String, YamlNode> keys = in.keys(node, "height", "table", "head", "cells");
        String tableId = in.word(keys, "table");
        Table table = tables.get(tableId);
        if (!tableId.isEmpty() && table == null) {
            in.wrong(node, "没有表格“" + tableId + "”", "there is no table '" + tableId + "'");
        }
        Map<String, Field> known = table == null ? fields : table.fields();
        List<SheetDef.Cell> cells = keys.containsKey("cells")
                ? in.items(keys.get("cells")).stream().map(cell -> cell(cell, known)).toList() : List.of();
        return new SheetDef.Row(in.whole(keys, "height", 20, 1, HIGHEST), tableId, in.flag(keys, "head"), cells, node.line());
    }

    private SheetDef.Cell cell(YamlNode node, Map<String, Field> fields) {
        Map<String, YamlNode> keys = in.keys(node, "text", "notes", "field", "formula", "stamp", "span", "rows", "look", "link");
        if (Stream.of("text", "notes", "field", "formula", "stamp").filter(keys::containsKey).count() != 1) {
            in.wrong(node, "一个格子只能是 text、notes、field、formula、stamp 之一", "a cell is exactly one of text, notes, field, formula, stamp");
        }
        SheetDef.Drawn drawn = new SheetDef.Drawn.Label(in.text(keys, "text"));
        if (keys.containsKey("field")) {
            Field field = fields.get(in.word(keys, "field"));
            if (field == null) {
                in.wrong(keys.get("field"), "没有字段“" + in.word(keys, "field") + "”", "there is no field '" + in.word(keys, "field") + "'");
            } else {
                drawn = new SheetDef.Drawn.Of(field);
            }
        } else if (keys.containsKey("formula")) {
            drawn = formula(keys.get("formula"));
        } else if (keys.containsKey("stamp")) {
            drawn = new SheetDef.Drawn.Stamp();
        } else if (keys.containsKey("notes")) {
            drawn = new SheetDef.Drawn.Notes(in.items(keys.get("notes")).stream().map(in::text).toList());
        }
        return new SheetDef.Cell(drawn, in.whole(keys, "span", 1, 1, WIDEST), in.whole(keys, "rows", 1, 1, MOST_ROWS), look(keys), in.word(keys, "link"));
    }

    private String look(Map<String, YamlNode> keys) {
        String look = in.word(keys, "look");
        if (!look.isEmpty() && !SheetDef.LOOKS.contains(look)) {
            in.wrong(keys.get("look"), "没有样式“" + look + "”，可以写：" + String.join("、", SheetDef.LOOKS), "there is no look '" + look + "'; known: " + String.join(", ", SheetDef.LOOKS));
        }
        return look;
    }

    private SheetDef.Drawn formula(YamlNode node) {
        Optional<Expr> zh;
        Optional<Expr> en;
        if (node instanceof YamlNode.Mapping) {
            Map<String, YamlNode> both = in.keys(node, "zh", "en");
            zh = in.expression(both, "zh");
            en = in.expression(both, "en");
        } else {
            zh = in.expression(node);
            en = zh;
        }
        return zh.isPresent() && en.isPresent() ? new SheetDef.Drawn.Formula(zh.get(), en.get()) : new SheetDef.Drawn.Label(Text.EMPTY);
    }
}
