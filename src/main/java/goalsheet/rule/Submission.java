package goalsheet.rule;

import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A returned workbook as rules see it: fields and values, no cells. */
public record Submission(Template template, List<Section> sections) {

    /** The sections that were made from one sheet definition, in order. */
    public List<Section> of(String sheetId) {
        return sections.stream().filter(section -> section.def().id().equals(sheetId)).toList();
    }

    /**
     * One sheet.
     *
     * @param number from 1 among the sheets of the same definition
     * @param fields single fields by id, calculated ones included
     * @param tables rows by table id, every row of the form, blank ones included
     */
    public record Section(SheetDef def, int number, String sheetName, Map<String, Entry> fields, Map<String, List<Row>> tables) {
        public Optional<Entry> field(String id) {
            return Optional.ofNullable(fields.get(id));
        }

        public List<Row> rows(String table) {
            return tables.getOrDefault(table, List.of());
        }

        /** Whether nothing at all has been filled in by the unit or by the office. */
        public boolean isBlank() {
            return fields.values().stream().allMatch(entry -> entry.field().isCalculated() || entry.isBlank())
                    && tables.values().stream().flatMap(List::stream).allMatch(Row::isBlank);
        }
    }

    /** @param index from 1 */
    public record Row(int index, Map<String, Entry> entries) {
        public Optional<Entry> entry(String field) {
            return Optional.ofNullable(entries.get(field));
        }

        public boolean isBlank() {
            return entries.values().stream().allMatch(entry -> entry.field().isCalculated() || entry.isBlank());
        }
    }
}
