package goalsheet.fill;

import goalsheet.template.Field;
import goalsheet.template.FieldType;
import goalsheet.template.Problems;
import goalsheet.template.SheetDef;
import goalsheet.template.Table;
import goalsheet.template.Template;
import goalsheet.template.YamlNode;
import goalsheet.text.Nearest;
import goalsheet.text.Text;
import goalsheet.xlsx.TableCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Data in the shape of the template: sheet → field, sheet → table → row → field; the repeated sheet holds a list. */
final class YamlData {
    private final Template template;
    private final Gathering gathering;
    private final Problems problems;
    private final String file;

    YamlData(Template template, Gathering gathering, Problems problems, String file) {
        this.template = template;
        this.gathering = gathering;
        this.problems = problems;
        this.file = file;
    }

    void take(YamlNode root) {
        if (!(root instanceof YamlNode.Mapping sheets)) {
            problem(root.line(), "最外层应按工作表写成“cover:”“project:”这样的分组。", "the file must consist of groups named after the sheets.");
            return;
        }
        for (YamlNode.Entry entry : sheets.entries()) {
            Optional<SheetDef> sheet = template.sheet(entry.key());
            if (sheet.isEmpty()) {
                unknown("", entry, template.sheets().stream().map(SheetDef::id).toList());
            } else if (isNull(entry.node())) {
                continue;
            } else if (sheet.get().repeat().isPresent()) {
                List<YamlNode> items = list(entry, sheet.get().repeat().get().max(), sheet.get().name().with(Map.of("n", Text.same(""))));
                for (int i = 0; i < items.size(); i++) {
                    String place = sheet.get().id() + "[" + (i + 1) + "]";
                    gathering.sheets(i + 1);
                    group(items.get(i), place).ifPresent(fields -> sheet(sheet.get(), place, fields));
                }
            } else {
                group(entry.node(), entry.key()).ifPresent(fields -> sheet(sheet.get(), entry.key(), fields));
            }
        }
    }

    private void sheet(SheetDef sheet, String place, YamlNode.Mapping given) {
        fields(place, place, "", sheet.fields(), sheet.tables(), given);
    }

    private void rows(String sheet, Table table, YamlNode.Entry entry) {
        int most = table.perSheet() ? template.sheet(table.over()).flatMap(SheetDef::repeat).map(SheetDef.Repeat::max).orElse(0) : table.rows();
        List<YamlNode> items = list(entry, most, table.label());
        for (int i = 0; i < items.size(); i++) {
            String place = sheet + "." + table.id() + "[" + (i + 1) + "]";
            group(items.get(i), place).ifPresent(row -> fields(sheet, place, "", table.fields(), Map.of(), row));
        }
        if (table.perSheet()) {
            gathering.perSheet(table, items.size(), origin(entry.keyLine()));
        }
    }

    /** @param prefix of the fields' ids within a group: {@code plan.} */
    private void fields(String sheet, String row, String prefix, Map<String, Field> fields, Map<String, Table> tables, YamlNode.Mapping given) {
        for (YamlNode.Entry entry : given.entries()) {
            String id = prefix + entry.key();
            Field field = fields.get(id);
            if (field != null) {
                value(sheet, row, field, entry);
            } else if (tables.containsKey(id)) {
                rows(sheet, tables.get(id), entry);
            } else if (fields.keySet().stream().anyMatch(known -> known.startsWith(id + "."))) {
                group(entry.node(), row + "." + id).ifPresent(inner -> fields(sheet, row, id + ".", fields, Map.of(), inner));
            } else {
                List<String> known = new ArrayList<>(tables.keySet());
                fields.keySet().stream().filter(name -> name.startsWith(prefix)).map(name -> name.substring(prefix.length()))
                        .flatMap(name -> java.util.stream.Stream.of(name, name.split("\\.")[0])).distinct().forEach(known::add);
                Optional<String> labelled = fields.values().stream().filter(one -> one.label().zh().equals(entry.key()) || one.label().en().equalsIgnoreCase(entry.key()))
                        .map(Field::id).findFirst();
                unknown(prefix.isEmpty() ? row : row + "." + prefix.substring(0, prefix.length() - 1), entry, labelled.map(List::of).orElse(known), labelled);
            }
        }
    }

    private void value(String sheet, String row, Field field, YamlNode.Entry entry) {
        Optional<String> text = Optional.empty();
        if (entry.node() instanceof YamlNode.Scalar scalar) {
            text = Optional.of(words(scalar));
        } else if (entry.node() instanceof YamlNode.Sequence lines && field.type() == FieldType.LONG_TEXT
                && lines.items().stream().allMatch(YamlNode.Scalar.class::isInstance)) {
            text = Optional.of(String.join("\n", lines.items().stream().map(line -> words((YamlNode.Scalar) line)).toList()));
        }
        if (text.isEmpty()) {
            problem(entry.keyLine(), field.label().zh() + "：这里只能填一个值，不能是列表或分组。", field.label().en() + ": takes one value, not a list or group.");
            return;
        }
        gathering.add(new Gathering.Given(sheet, row, field, TableCell.text(text.get()), origin(entry.keyLine())));
    }

    /** The text as written; the line ends after a block belong to the way it is written. */
    private static String words(YamlNode.Scalar scalar) {
        if (scalar.isNull()) {
            return "";
        }
        String text = scalar.text();
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        return text.substring(0, end);
    }

    private List<YamlNode> list(YamlNode.Entry entry, int most, Text name) {
        if (isNull(entry.node())) {
            return List.of();
        }
        if (!(entry.node() instanceof YamlNode.Sequence sequence)) {
            problem(entry.keyLine(), "“" + entry.key() + "”应写成列表，每项以“- ”开头。", "'" + entry.key() + "' must be a list, each item starting with '- '.");
            return List.of();
        }
        List<YamlNode> items = sequence.items();
        if (items.size() > most) {
            problem(items.get(most).line(), "“" + entry.key() + "”（" + name.zh().strip() + "）最多 " + most + " 项，给了 " + items.size() + " 项。",
                    "'" + entry.key() + "' (" + name.en().strip() + ") takes " + most + " at most, " + items.size() + " are given.");
            return items.subList(0, most);
        }
        return items;
    }

    private Optional<YamlNode.Mapping> group(YamlNode node, String place) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Optional.of(mapping);
        }
        if (!isNull(node)) {
            problem(node.line(), "“" + place + "”应写成“名称: 值”的分组。", "'" + place + "' must be a group of 'name: value'.");
        }
        return Optional.empty();
    }

    private void unknown(String place, YamlNode.Entry entry, List<String> known) {
        unknown(place, entry, known, Optional.empty());
    }

    private void unknown(String place, YamlNode.Entry entry, List<String> known, Optional<String> meant) {
        Text hint = Nearest.hint(meant.orElse(entry.key()), known);
        problem(entry.keyLine(), (place.isEmpty() ? "表样" : "“" + place + "”") + "中没有“" + entry.key() + "”" + hint.zh(),
                (place.isEmpty() ? "the template" : "'" + place + "'") + " has no '" + entry.key() + "'" + hint.en());
    }

    private static boolean isNull(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar && scalar.isNull();
    }

    private Gathering.Origin origin(int line) {
        return new Gathering.Origin(file, line, Text.same(file + ":" + line));
    }

    private void problem(int line, String zh, String en) {
        problems.add(file, line, zh, en);
    }
}
