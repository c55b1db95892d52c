package goalsheet.rule;

import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A returned workbook as rules see it: fields and values, no cells.
 *
 * @param worked what rules have worked out of it, for the next ones
 */
public record Submission(Template template, List<Section> sections, Map<Object, Object> worked) {

    public Submission(Template template, List<Section> sections) {
        this(template, sections, new HashMap<>());
    }

    /** What several rules need, worked out once. */
    @SuppressWarnings("unchecked")
    <T> T once(Object key, Supplier<T> work) {
        T known = (T) worked.get(key);
        if (known == null) {
            known = work.get();
            worked.put(key, known);
        }
        return known;
    }

    /** The sections that were made from one sheet definition, in order. */
    public List<Section> of(String sheetId) {
        List<Section> of = new ArrayList<>(sections.size());
        for (Section section : sections) {
            if (section.def().id().equals(sheetId)) {
                of.add(section);
            }
        }
        return of;
    }

    /** The same with some entries as unreadable: what stands there cannot be taken as what the unit means. Blank ones stay blank. */
    public Submission without(BiPredicate<Section, Entry> unreliable) {
        return new Submission(template, sections.stream().map(section -> section.without(entry -> unreliable.test(section, entry))).toList());
    }

    /** Whether neither the unit nor the office has filled in any of these fields. */
    private static boolean isUntold(Map<String, Entry> entries) {
        for (Entry entry : entries.values()) {
            if (!entry.field().isCalculated() && !entry.isBlank()) {
                return false;
            }
        }
        return true;
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

        private Section without(Predicate<Entry> unreliable) {
            Map<String, List<Row>> rows = new LinkedHashMap<>(tables);
            rows.replaceAll((id, table) -> table.stream().map(row -> row.isBlank() ? row : new Row(row.index(), without(row.entries(), unreliable), false)).toList());
            return new Section(def, number, sheetName, without(fields, unreliable), rows);
        }

        private static Map<String, Entry> without(Map<String, Entry> entries, Predicate<Entry> unreliable) {
            Map<String, Entry> reliable = null;
            for (Entry entry : entries.values()) {
                if (!entry.isBlank() && unreliable.test(entry)) {
                    reliable = reliable == null ? new LinkedHashMap<>(entries) : reliable;
                    reliable.put(entry.field().id(), new Entry(entry.field(), entry.place(), entry.raw(), Optional.empty()));
                }
            }
            return reliable == null ? entries : reliable;
        }

        /** Whether nothing at all has been filled in by the unit or by the office. */
        public boolean isBlank() {
            return isUntold(fields)
                    && tables.values().stream().flatMap(List::stream).allMatch(Row::isBlank);
        }
    }

    /**
     * @param index   from 1
     * @param isBlank whether neither the unit nor the office has filled in anything
     */
    public record Row(int index, Map<String, Entry> entries, boolean isBlank) {
        public Row(int index, Map<String, Entry> entries) {
            this(index, entries, isUntold(entries));
        }

        public Optional<Entry> entry(String field) {
            return Optional.ofNullable(entries.get(field));
        }

        /** Whether everything required is filled in, be it rightly or not. */
        public boolean isComplete() {
            for (Entry entry : entries.values()) {
                if (entry.field().required() && entry.isBlank()) {
                    return false;
                }
            }
            return true;
        }
    }
}
