package goalsheet.rule;

import goalsheet.text.Text;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Entries that a rule finds fault with, or does not: shown in the catalogue and run by its test. Fields go by the roles that the
 * rule's settings name ({@code value}, {@code name}, {@code kind}); a rule about rows fires at the last row of the last sheet.
 */
public record Example(List<Sheet> sheets) {
    private static final Map<String, Text> ROLES = Map.of("value", Text.of("值", "value"), "name", Text.of("名称", "name"), "kind", Text.of("二级指标", "level 2"),
            "description", Text.of("描述", "description"), "direction", Text.of("指标性质", "direction"), "budget", Text.of("预算数", "budget"), "text", Text.of("项目文字", "project's words"),
            "amount", Text.of("预算数", "budget"), "fiscal", Text.of("财政资金", "fiscal"));

    /** @param fields single fields of the sheet  @param rows of its table, one after the other */
    public record Sheet(Map<String, String> fields, List<Map<String, String>> rows) {
    }

    /** What a field of an example is called, by its role; the role itself when it has no other name. */
    public static Text role(String role) {
        return ROLES.getOrDefault(role, Text.same(role));
    }

    /** One row that has nothing but a value. */
    public static Example of(String value) {
        return rows(value);
    }

    /** One row: the indicator's name, its value. */
    public static Example of(String name, String value) {
        return table(Map.of("name", name, "value", value));
    }

    /** One row: its kind (the second level), the indicator's name, its value. */
    public static Example of(String kind, String name, String value) {
        return table(Map.of("kind", kind, "name", name, "value", value));
    }

    /** Several rows that have nothing but a value. */
    public static Example rows(String... values) {
        return new Example(List.of(new Sheet(Map.of(), Arrays.stream(values).map(value -> Map.of("value", value)).toList())));
    }

    /** Several rows of these kinds. */
    public static Example kinds(String... kinds) {
        return new Example(List.of(new Sheet(Map.of(), Arrays.stream(kinds).map(kind -> Map.of("kind", kind, "value", "100%")).toList())));
    }

    /** One sheet with these rows. */
    @SafeVarargs
    public static Example table(Map<String, String>... rows) {
        return new Example(List.of(new Sheet(Map.of(), List.of(rows))));
    }

    /** One sheet with these single fields and no rows. */
    public static Example fields(Map<String, String> fields) {
        return new Example(List.of(new Sheet(fields, List.of())));
    }

    /** The same with these single fields on every sheet. */
    public Example with(Map<String, String> fields) {
        return new Example(sheets.stream().map(sheet -> {
            Map<String, String> all = new LinkedHashMap<>(sheet.fields());
            all.putAll(fields);
            return new Sheet(all, sheet.rows());
        }).toList());
    }

    /** The sheets of this one and then those of another. */
    public Example and(Example other) {
        return new Example(Stream.concat(sheets.stream(), other.sheets().stream()).toList());
    }

    /** The rows of the last sheet. */
    public List<Map<String, String>> rows() {
        return sheets.get(sheets.size() - 1).rows();
    }
}
