package goalsheet.check;

import goalsheet.expr.Value;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.rule.Entry;
import goalsheet.rule.Submission;
import goalsheet.template.Field;
import goalsheet.template.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the fields of a returned workbook: what the cells hold, and what that means for their types. */
final class EntryReader {
    private final Workbook workbook;
    private final CellMeaning cells;
    private final Map<String, Entry> entries;

    EntryReader(Workbook workbook) {
        this.workbook = workbook;
        // There are more slots than fields, so that it does not have to grow.
        this.entries = new HashMap<>(workbook.layout().sheets().stream().mapToInt(sheet -> sheet.slots().size()).sum());
        this.cells = new CellMeaning(workbook.snapshot(), workbook.layout().template().lists());
    }

    Submission read() {
        List<Submission.Section> sections = new ArrayList<>();
        for (SheetLayout sheet : workbook.layout().sheets()) {
            if (workbook.sheet(sheet).isPresent()) {
                sections.add(section(sheet));
            }
        }
        return new Submission(workbook.layout().template(), List.copyOf(sections));
    }

    /** What was read, by full path. */
    Map<String, Entry> entries() {
        return entries;
    }

    private Submission.Section section(SheetLayout sheet) {
        Map<String, Entry> fields = new LinkedHashMap<>();
        Map<String, List<Submission.Row>> tables = new LinkedHashMap<>();
        Map<String, Map<Integer, Map<String, Entry>>> rows = new LinkedHashMap<>();
        for (Standing there : workbook.standing(sheet)) {
            Slot slot = there.slot();
            // A table may have fewer rows than the form gave it, other fields cannot be done without.
            if (slot.field().isEmpty() || !slot.table().isEmpty() && workbook.isRowGone(sheet, slot)) {
                continue;
            }
            Entry entry = entry(there);
            if (slot.table().isEmpty()) {
                fields.put(entry.field().id(), entry);
            } else {
                rows.computeIfAbsent(slot.table(), table -> new LinkedHashMap<>()).computeIfAbsent(slot.index(), index -> new LinkedHashMap<>())
                        .put(entry.field().id(), entry);
            }
        }
        for (Table table : sheet.def().tables().values()) {
            List<Submission.Row> list = new ArrayList<>();
            rows.getOrDefault(table.id(), Map.of()).forEach((index, entries) -> list.add(new Submission.Row(index, entries)));
            tables.put(table.id(), List.copyOf(list));
        }
        return new Submission.Section(sheet.def(), sheet.number(), workbook.name(sheet), fields, tables);
    }

    private Entry entry(Standing there) {
        Field field = there.slot().field().orElseThrow();
        Value raw = there.isThere() ? cells.raw(there.cell(), field) : Value.BLANK;
        Entry entry = new Entry(field, workbook.place(there.form()), raw, cells.meaning(field, raw));
        entries.put(there.path(), entry);
        return entry;
    }

    /** Whether a number, a percentage or a date stands in the cell as text, where the spreadsheet's own formulas do not count it. */
    static boolean isTextNumber(Entry entry) {
        return entry.field().type().isNumeric() && entry.raw() instanceof Value.Str && !entry.isBlank() && entry.value().isPresent();
    }
}
