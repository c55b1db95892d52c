package goalsheet.check;

import goalsheet.expr.Value;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.rule.Entry;
import goalsheet.rule.Place;
import goalsheet.rule.Verdict;
import goalsheet.template.Template;
import goalsheet.xlsx.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A returned workbook as the check has read it: its verdict, and the cells that the verdict speaks of. */
public final class Reading {
    private final Verdict verdict;
    private final Workbook workbook;
    private final Map<String, Entry> entries;
    private final Set<String> damaged;

    /** @param entries by full path; @param damaged fields whose formula or figure is not the form's any more */
    Reading(Verdict verdict, Workbook workbook, Map<String, Entry> entries, Set<String> damaged) {
        this.verdict = verdict;
        this.workbook = workbook;
        this.entries = entries;
        this.damaged = damaged;
    }

    /**
     * A text that somebody has typed into a cell which is theirs to fill in.
     *
     * @param path      the field for the whole workbook
     * @param isPercent whether the cell shows numbers as percentages
     */
    public record Typed(String path, Entry entry, boolean isPercent) {
    }

    /**
     * A field that holds something.
     *
     * @param part    id of the sheet's definition
     * @param sheetNo among the sheets of the definition, from 1
     * @param table   in whose rows it stands, "" for none
     * @param row     of that table, from 1; 0 for none
     */
    public record Filled(String part, int sheetNo, String table, int row, Entry entry) {
    }

    /** What a formula gives, as its cell stores it: a percentage as a fraction. */
    public record Result(Place place, Value value) {
    }

    public Verdict verdict() {
        return verdict;
    }

    public Template template() {
        return workbook.layout().template();
    }

    /** The field with this name for the whole workbook. */
    public Optional<Entry> entry(String path) {
        return Optional.ofNullable(entries.get(path));
    }

    /** Every field that is not blank, the office's and the calculated ones included, in the order of the workbook. */
    public List<Filled> filled() {
        List<Filled> filled = new ArrayList<>();
        for (SheetLayout sheet : workbook.layout().sheets()) {
            for (Slot slot : sheet.slots()) {
                Optional.ofNullable(entries.get(sheet.fullPath(slot))).filter(entry -> !entry.isBlank())
                        .ifPresent(entry -> filled.add(new Filled(sheet.def().id(), sheet.number(), slot.table(), slot.index(), entry)));
            }
        }
        return filled;
    }

    /** The typed texts in the order of the workbook; what is locked, calculated or a formula is not among them. */
    public List<Typed> typed() {
        List<Typed> typed = new ArrayList<>();
        for (SheetLayout sheet : workbook.layout().sheets()) {
            for (Slot slot : sheet.slots()) {
                if (slot.kind() == Slot.Kind.ENTRY) {
                    workbook.cell(sheet, slot).filter(cell -> cell.kind() == Snapshot.Kind.TEXT && !cell.hasFormula())
                            .ifPresent(cell -> typed.add(new Typed(sheet.fullPath(slot), entries.get(sheet.fullPath(slot)), workbook.style(cell).isPercent())));
                }
            }
        }
        return typed;
    }

    /** The form's results that do not fit the workbook's inputs once some of these are changed, or did not before. */
    public List<Result> stale(Map<String, Value> changed) {
        return new Recalculation(workbook, path -> Optional.ofNullable(changed.get(path)).or(() -> entry(path).map(Entry::raw)).orElse(Value.BLANK), damaged, true).stale();
    }
}
