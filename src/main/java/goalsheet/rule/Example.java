package goalsheet.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Entries that a rule finds fault with, or does not: shown in the catalogue and run by its test.
 *
 * @param rows one after the other as in a form; each maps a role as the rule's settings name it ({@code value}, {@code name}, {@code kind})
 *             to what is entered; the rule fires at the {@code value} of the last one
 */
public record Example(List<Map<String, String>> rows) {

    /** One row that has nothing but a value. */
    public static Example of(String value) {
        return new Example(List.of(Map.of("value", value)));
    }

    /** One row: the indicator's name, its value. */
    public static Example of(String name, String value) {
        return new Example(List.of(row(Map.of("name", name), value)));
    }

    /** One row: its kind (the second level), the indicator's name, its value. */
    public static Example of(String kind, String name, String value) {
        return new Example(List.of(row(Map.of("kind", kind, "name", name), value)));
    }

    /** Several rows that have nothing but a value. */
    public static Example rows(String... values) {
        return new Example(java.util.Arrays.stream(values).map(value -> Map.of("value", value)).toList());
    }

    private static Map<String, String> row(Map<String, String> others, String value) {
        Map<String, String> row = new LinkedHashMap<>(others);
        row.put("value", value);
        return row;
    }
}
