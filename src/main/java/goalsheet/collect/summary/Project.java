package goalsheet.collect.summary;

import goalsheet.collect.Content;
import goalsheet.template.Field;
import goalsheet.template.SheetDef;
import goalsheet.template.Table;
import goalsheet.template.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One filled sheet of the repeated kind.
 *
 * @param sheet  name of the tab
 * @param fields single fields by id
 * @param rows   of the table of indicators, each by field id
 */
record Project(String sheet, Map<String, Content> fields, List<Map<String, Content>> rows) {

    /** The sheets on which somebody has entered something, of all that a submission holds; what a form calculates of nothing does not count. */
    static List<Project> of(Template template, List<Content> contents) {
        Optional<SheetDef> repeated = template.repeated();
        if (repeated.isEmpty()) {
            return List.of();
        }
        Map<Integer, List<Content>> sheets = new LinkedHashMap<>();
        contents.stream().filter(content -> content.part().equals(repeated.get().id())).forEach(content -> sheets.computeIfAbsent(content.sheetNo(), number -> new ArrayList<>()).add(content));
        return sheets.values().stream().filter(sheet -> sheet.stream().anyMatch(content -> isEntered(repeated.get(), content))).map(sheet -> of(template, repeated.get(), sheet)).toList();
    }

    private static Project of(Template template, SheetDef def, List<Content> contents) {
        Map<String, Content> fields = new LinkedHashMap<>();
        Map<Integer, Map<String, Content>> rows = new LinkedHashMap<>();
        for (Content content : contents) {
            if (content.list().isEmpty()) {
                fields.put(content.field(), content);
            } else if (content.list().equals(template.projects().table()) && isEntered(def, content)) {
                rows.computeIfAbsent(content.row(), row -> new LinkedHashMap<>()).put(content.field(), content);
            }
        }
        contents.stream().filter(content -> content.list().equals(template.projects().table()) && rows.containsKey(content.row()))
                .forEach(content -> rows.get(content.row()).put(content.field(), content));
        return new Project(contents.get(0).sheet(), fields, List.copyOf(rows.values()));
    }

    private static boolean isEntered(SheetDef def, Content content) {
        Field field;
        if (content.list().isEmpty()) {
            field = def.fields().get(content.field());
        } else {
            Table table = def.tables().get(content.list());
            field = table == null ? null : table.fields().get(content.field());
        }
        return field != null && !field.isCalculated();
    }

    Optional<BigDecimal> number(String field) {
        return Optional.ofNullable(fields.get(field)).flatMap(Content::number);
    }

    String words(String field) {
        return Optional.ofNullable(fields.get(field)).map(Content::content).orElse("");
    }
}
