package goalsheet.check;

import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.rule.DamageRules;
import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.rule.Severity;
import goalsheet.text.Series;
import goalsheet.text.Text;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is around the cells of one sheet: contents that belong to no field, merged cells, hidden rows and columns. */
final class Surroundings {
    private static final int SHOWN = 5;
    private static final int LONGEST = 20;

    private final Workbook workbook;
    private final Layout layout;
    private final SheetLayout sheet;
    private final Snapshot.Sheet returned;
    private final Alignment now;
    private final Sound.InSheet sound;
    private final Consumer<Finding> found;
    private final Set<Place> covered = new HashSet<>();

    /** @param sheet one that is there */
    Surroundings(Workbook workbook, SheetLayout sheet, Sound.InSheet sound, Consumer<Finding> found) {
        this.workbook = workbook;
        this.layout = workbook.layout();
        this.sheet = sheet;
        this.returned = workbook.sheet(sheet).orElseThrow();
        this.now = workbook.alignment(sheet);
        this.sound = sound;
        this.found = found;
    }

    /** Entries that a merged cell hides: nobody can fill them in. */
    Set<Place> covered() {
        return covered;
    }

    void check() {
        content();
        merges();
        hidden();
    }

    private void content() {
        if (now.isSame() && filled() == returned.cells().size()) {
            return;
        }
        Set<Snapshot.Cell> known = Collections.newSetFromMap(new IdentityHashMap<>());
        workbook.standing(sheet).forEach(there -> known.add(there.cell()));
        int bottom = now.rows().last(0, sheet.heights().size() - 1).orElse(0);
        int right = now.cols().last(0, sheet.def().columns().size() - 1).orElse(0);
        boolean growing = sheet.slots().stream().anyMatch(slot -> !slot.table().isEmpty() && slot.cell().row() == sheet.heights().size() - 1);
        List<Snapshot.Cell> within = new ArrayList<>();
        List<Snapshot.Cell> beside = new ArrayList<>();
        for (Snapshot.Cell cell : returned.cells().values()) {
            Ref ref = cell.ref();
            if (known.contains(cell) || Labels.words(cell.text()).isEmpty() && !cell.hasFormula() || now.isInserted(ref)) {
                // What stands in lines that came in is told with them.
                continue;
            }
            boolean below = ref.row() > bottom;
            (ref.col() <= right && (!below || growing && ref.row() <= bottom + sheet.heights().size()) ? within : beside).add(cell);
        }
        List<Snapshot.Cell> all = Stream.of(within, beside).flatMap(cells -> cells.stream().sorted(Comparator.comparing(Snapshot.Cell::ref))).toList();
        if (!all.isEmpty()) {
            Text these = all.size() == 1 ? Text.of("这个单元格", "no cell of the form, so its contents were") : Text.of("这些单元格", "no cells of the form, so their contents were");
            Finding finding = Finding.of(DamageRules.CONTENT_OUTSIDE, place(all.get(0).ref()), MovedLines.shown(all, SHOWN, LONGEST), Map.of("these", these));
            found.accept(finding.as(within.isEmpty() ? Severity.INFO : Severity.WARNING));
        }
    }

    /** How many cells of the form hold something. */
    private int filled() {
        int filled = 0;
        for (Standing there : workbook.standing(sheet)) {
            filled += there.isThere() && !there.isBlank() ? 1 : 0;
        }
        return filled;
    }

    private void merges() {
        if (now.isSame() && sound.areMerges(returned.merges())) {
            return;
        }
        Set<Area> expected = new HashSet<>();
        sheet.slots().stream().filter(slot -> !slot.area().isSingle()).forEach(slot -> now.at(slot.area()).filter(area -> !area.isSingle()).ifPresent(expected::add));
        Set<Slot> told = new HashSet<>();
        Set<Area> kept = new HashSet<>(returned.merges());
        if (now.isSame() && kept.equals(expected)) {
            sound.rememberMerges(returned.merges());
            return;
        }
        List<Area> split = expected.stream().filter(area -> !kept.contains(area)).sorted(Comparator.comparing(Area::first)).collect(Collectors.toCollection(ArrayList::new));
        for (Area merged : returned.merges()) {
            if (!expected.contains(merged) && !merged.isSingle()) {
                List<Slot> hidden = workbook.standing(sheet).stream().filter(Standing::isThere).filter(there -> merged.contains(there.cell().ref()) && !merged.first().equals(there.cell().ref()))
                        .filter(Surroundings::isMissed).map(Standing::slot).filter(told::add).toList();
                split.removeIf(area -> merged.contains(area.first()));
                if (!hidden.isEmpty()) {
                    hidden.stream().filter(slot -> workbook.cell(sheet, slot).isEmpty()).forEach(slot -> covered.add(workbook.place(sheet, slot)));
                    found.accept(Finding.of(DamageRules.CELLS_MERGED, place(merged.first()), merged.toString(), Text.EMPTY, Map.of("count", Text.same(Integer.toString(hidden.size())))));
                }
            }
        }
        if (!split.isEmpty()) {
            found.accept(Finding.of(DamageRules.CELLS_UNMERGED, place(split.get(0).first()),
                    Series.of(split.stream().map(Area::toString).toList(), SHOWN), Map.of()));
        }
    }

    /** What nobody can fill in or see under a merged cell; a blank figure or result of the form is told as changed already. */
    private static boolean isMissed(Standing there) {
        Slot slot = there.slot();
        return !slot.isBeside() && (slot.kind() == Slot.Kind.ENTRY || slot.kind() != Slot.Kind.LABEL && !there.isBlank());
    }

    /** Blank rows of tables may be hidden, and the self-check beside the form. */
    private void hidden() {
        if (returned.hiddenRows().isEmpty() && returned.hiddenCols().isEmpty()) {
            return;
        }
        Map<Integer, Ref> rows = new TreeMap<>();
        Map<Integer, Ref> cols = new TreeMap<>();
        for (Standing there : workbook.standing(sheet)) {
            if (there.isThere() && matters(there)) {
                Ref cell = there.cell().ref();
                if (returned.hiddenRows().contains(cell.row())) {
                    rows.merge(cell.row(), cell, (one, two) -> one.compareTo(two) < 0 ? one : two);
                }
                if (returned.hiddenCols().contains(cell.col())) {
                    cols.merge(cell.col(), cell, (one, two) -> one.compareTo(two) < 0 ? one : two);
                }
            }
        }
        if (!rows.isEmpty() || !cols.isEmpty()) {
            List<String> lines = rows.keySet().stream().limit(SHOWN).map(row -> Integer.toString(row + 1)).toList();
            List<String> letters = cols.keySet().stream().limit(SHOWN).map(Ref::letters).toList();
            Text told = Text.of(Stream.of(lines.isEmpty() ? "" : "第 " + String.join("、", lines) + (rows.size() > SHOWN ? " 等" : "") + " 行", letters.isEmpty() ? "" : String.join("、", letters) + (cols.size() > SHOWN ? " 等" : "") + " 列")
                    .filter(part -> !part.isEmpty()).collect(Collectors.joining("、")),
                    Stream.of(lines.isEmpty() ? "" : "Row(s) " + String.join(", ", lines) + (rows.size() > SHOWN ? ", …" : ""), letters.isEmpty() ? "" : "column(s) " + String.join(", ", letters) + (cols.size() > SHOWN ? ", …" : ""))
                    .filter(part -> !part.isEmpty()).collect(Collectors.joining("; ")));
            Ref first = Stream.concat(rows.values().stream(), cols.values().stream()).findFirst().orElseThrow();
            found.accept(Finding.of(DamageRules.LINES_HIDDEN, place(first), "", Text.EMPTY, Map.of("lines", told)));
        }
    }

    private boolean matters(Standing there) {
        Slot slot = there.slot();
        return !slot.isBeside() && (slot.kind() == Slot.Kind.LABEL && slot.table().isEmpty() && !layout.text(sheet, slot).isBlank()
                || slot.kind() == Slot.Kind.ENTRY && !Labels.words(there.cell().text()).isEmpty());
    }

    private Place place(Ref cell) {
        return new Place(workbook.name(sheet), cell.toString(), "", Text.EMPTY);
    }
}
