package goalsheet.rule;

import goalsheet.text.Text;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a rule finds fault with, or does not: shown in the catalogue and run by its test. Either entries, or something that is done to a
 * returned workbook.
 */
public sealed interface Example {

    /**
     * Entries of one or more sheets. Fields go by the roles that the rule's settings name ({@code value}, {@code name}, {@code kind}); a
     * rule about rows fires at the last row of the last sheet.
     */
    record Entries(List<Sheet> sheets) implements Example {
        private static final Map<String, Text> ROLES = Map.ofEntries(Map.entry("value", Text.of("值", "value")), Map.entry("name", Text.of("名称", "name")), Map.entry("kind", Text.of("二级指标", "level 2")),
                Map.entry("description", Text.of("描述", "description")), Map.entry("direction", Text.of("指标性质", "direction")), Map.entry("budget", Text.of("预算数", "budget")),
                Map.entry("text", Text.of("项目文字", "project's words")), Map.entry("amount", Text.of("预算数", "budget")), Map.entry("fiscal", Text.of("财政资金", "fiscal")),
                Map.entry("other", Text.of("其他资金", "other")), Map.entry("yuan", Text.of("以元为单位的金额", "amount in yuan")), Map.entry("sign", Text.of("运算符号", "sign")), Map.entry("unit", Text.of("计量单位", "unit")));

        /** The same with these single fields on every sheet. */
        public Entries with(Map<String, String> fields) {
            return new Entries(sheets.stream().map(sheet -> {
                Map<String, String> all = new LinkedHashMap<>(sheet.fields());
                all.putAll(fields);
                return new Sheet(all, sheet.rows());
            }).toList());
        }

        /** The sheets of this one and then those of another. */
        public Entries and(Entries other) {
            return new Entries(Stream.concat(sheets.stream(), other.sheets().stream()).toList());
        }

        /** The rows of the last sheet. */
        public List<Map<String, String>> rows() {
            return sheets.get(sheets.size() - 1).rows();
        }
    }

    /** @param fields single fields of the sheet  @param rows of its table, one after the other */
    record Sheet(Map<String, String> fields, List<Map<String, String>> rows) {
    }

    /**
     * What somebody does to a form that is filled in well.
     *
     * @param words of it, as a reader of the catalogue sees them
     * @param steps the same for the test that does it, one after the other; docs/add-a-rule.md lists them
     */
    record Deed(Text words, List<String> steps) implements Example {
    }

    /** What a field of an example is called, by its role; the role itself when it has no other name. */
    static Text role(String role) {
        return Entries.ROLES.getOrDefault(role, Text.same(role));
    }

    /** Something done to a returned form, in words of both languages and in steps. */
    static Deed deed(String zh, String en, String... steps) {
        return new Deed(Text.of(zh, en), List.of(steps));
    }

    /** One row that has nothing but a value. */
    static Entries of(String value) {
        return rows(value);
    }

    /** One row: the indicator's name, its value. */
    static Entries of(String name, String value) {
        return table(Map.of("name", name, "value", value));
    }

    /** One row: its kind (the second level), the indicator's name, its value. */
    static Entries of(String kind, String name, String value) {
        return table(Map.of("kind", kind, "name", name, "value", value));
    }

    /** Several rows that have nothing but a value. */
    static Entries rows(String... values) {
        return table(Arrays.stream(values).map(value -> Map.of("value", value)).toList());
    }

    /** Several rows of these kinds. */
    static Entries kinds(String... kinds) {
        return table(Arrays.stream(kinds).map(kind -> Map.of("kind", kind, "value", "100%")).toList());
    }

    /** One sheet with these rows. */
    @SafeVarargs
    static Entries table(Map<String, String>... rows) {
        return table(List.of(rows));
    }

    /** One sheet with these rows. */
    static Entries table(List<Map<String, String>> rows) {
        return new Entries(List.of(new Sheet(Map.of(), rows)));
    }

    /** One sheet with these single fields and no rows. */
    static Entries fields(Map<String, String> fields) {
        return new Entries(List.of(new Sheet(fields, List.of())));
    }
}
