package goalsheet.template;

import goalsheet.text.Nearest;
import goalsheet.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which fields of the repeated sheet tell projects apart and can be compared between units; "" where the form has no such field.
 *
 * @param code   of the project, the same in every workbook that speaks of it
 * @param name   of the project
 * @param amount that is held against the figure given by the office
 * @param table  of the indicators
 * @param key    field of its rows that names the indicator
 * @param value  fields of its rows that together say its value
 * @param total  path of the single field in which the form itself adds up the amounts of all projects ({@code cover.budget_total})
 */
public record ProjectFields(String code, String name, String amount, String table, String key, List<String> value, String total) {
    public static final ProjectFields NONE = new ProjectFields("", "", "", "", "", List.of(), "");

    static ProjectFields read(TemplateReader in, YamlNode node, List<SheetDef> sheets) {
        Map<String, YamlNode> keys = in.keys(node, "code", "name", "amount", "indicators", "total");
        Map<String, YamlNode> rows = keys.containsKey("indicators") ? in.keys(keys.get("indicators"), "table", "name", "value") : Map.of();
        Optional<SheetDef> sheet = sheets.stream().filter(each -> each.repeat().isPresent()).findFirst();
        if (sheet.isEmpty()) {
            in.wrong(node, "没有可以有多张的表，不能写“projects”", "without a sheet that repeats there are no projects to tell apart");
            return NONE;
        }
        for (String key : List.of("code", "name", "amount")) {
            known(in, keys, key, sheet.get().fields());
        }
        if (!keys.containsKey("name")) {
            in.missing(node, "name");
        }
        Map<String, Field> once = new HashMap<>();
        sheets.stream().filter(each -> each.repeat().isEmpty()).forEach(each -> each.fields().forEach((id, field) -> once.put(each.id() + "." + id, field)));
        known(in, keys, "total", once);
        if (keys.containsKey("indicators")) {
            Table table = sheet.get().tables().get(in.needed(keys.get("indicators"), rows, "table"));
            if (table == null) {
                in.wrong(keys.get("indicators"), "没有表格“" + in.word(rows, "table") + "”", "there is no table '" + in.word(rows, "table") + "'");
            } else {
                in.needed(keys.get("indicators"), rows, "name");
                if (!rows.containsKey("value")) {
                    in.missing(keys.get("indicators"), "value");
                }
                known(in, rows, "name", table.fields());
                known(in, rows, "value", table.fields());
            }
        }
        return new ProjectFields(in.word(keys, "code"), in.word(keys, "name"), in.word(keys, "amount"), in.word(rows, "table"), in.word(rows, "name"),
                rows.containsKey("value") ? in.words(rows.get("value")) : List.of(), in.word(keys, "total"));
    }

    /** The fields, alone or in rows of the table, that are held against those of other units. */
    public List<String> compared() {
        return Stream.concat(Stream.of(code, name, amount, key), value.stream()).filter(field -> !field.isEmpty()).distinct().toList();
    }

    private static void known(TemplateReader in, Map<String, YamlNode> keys, String key, Map<String, Field> fields) {
        for (String field : keys.containsKey(key) ? in.words(keys.get(key)) : List.<String>of()) {
            if (!fields.containsKey(field)) {
                Text hint = Nearest.hint(field, fields.keySet());
                in.wrong(keys.get(key), "没有字段“" + field + "”" + hint.zh(), "there is no field '" + field + "'" + hint.en());
            }
        }
    }
}
