package goalsheet.check;

import goalsheet.layout.Identity;
import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.rule.Place;
import goalsheet.text.Text;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.OwnMarks;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.References;
import goalsheet.xlsx.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A returned workbook beside the form it was made from: what should stand in a cell, where that cell is now, and what does stand there. */
final class Workbook {
    /** So many sheets of unknown names are looked at for each that is missing. */
    private static final int MOST_TRIED = 5;

    private final Layout layout;
    private final Snapshot snapshot;
    private final Map<SheetLayout, Snapshot.Sheet> sheets = new IdentityHashMap<>();
    private final Map<SheetLayout, Alignment> alignments = new IdentityHashMap<>();
    private final Map<SheetLayout, Map<Slot, Ref>> cells = new IdentityHashMap<>();
    private final Map<String, SheetLayout> byName = new HashMap<>();
    private final boolean isOld;

    Workbook(Layout layout, Snapshot snapshot) {
        this.layout = layout;
        this.snapshot = snapshot;
        List<Snapshot.Sheet> others = new ArrayList<>(snapshot.sheets());
        others.removeIf(sheet -> Set.of(Identity.SHEET, Layout.LISTS).contains(sheet.name()) || OwnMarks.isResultSheet(sheet));
        for (SheetLayout sheet : layout.sheets()) {
            snapshot.sheet(sheet.name()).ifPresent(found -> {
                sheets.put(sheet, found);
                others.remove(found);
            });
        }
        Map<Snapshot.Sheet, Set<String>> words = new IdentityHashMap<>();
        for (SheetLayout sheet : layout.sheets()) {
            Labels labels = new Labels(layout, sheet);
            if (!sheets.containsKey(sheet)) {
                renamed(labels, others, words).ifPresent(renamed -> {
                    sheets.put(sheet, renamed);
                    others.remove(renamed);
                });
            }
            Optional.ofNullable(sheets.get(sheet)).flatMap(labels::alignment).ifPresent(now -> {
                alignments.put(sheet, now);
                cells.put(sheet, cells(sheet, now));
            });
            byName.put(sheet.name(), sheet);
        }
        this.isOld = layout.sheets().stream().allMatch(sheet -> name(sheet).equals(sheet.name())) && alignments.values().stream().allMatch(Alignment::isSame);
    }

    private static Optional<Snapshot.Sheet> renamed(Labels labels, List<Snapshot.Sheet> others, Map<Snapshot.Sheet, Set<String>> words) {
        List<Snapshot.Sheet> fitting = others.stream().filter(other -> labels.fit(words.computeIfAbsent(other, Workbook::words))).limit(MOST_TRIED).toList();
        return fitting.stream().filter(labels::stands).findFirst().or(() -> fitting.stream().filter(other -> labels.alignment(other).isPresent()).findFirst());
    }

    private static Set<String> words(Snapshot.Sheet sheet) {
        Set<String> words = new HashSet<>();
        sheet.cells().values().forEach(cell -> words.add(Labels.words(cell.text())));
        return words;
    }

    /** Of a merged cell whose first row or column is gone, the next one holds the value if a program has saved it; else the whole is gone. */
    private Map<Slot, Ref> cells(SheetLayout sheet, Alignment now) {
        Map<Slot, Ref> cells = new IdentityHashMap<>();
        for (Slot slot : sheet.slots()) {
            now.at(slot.area()).map(Area::first).filter(cell -> now.isWhole(slot) || sheets.get(sheet).cell(cell).isPresent()).ifPresent(cell -> cells.put(slot, cell));
        }
        return cells;
    }

    Layout layout() {
        return layout;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** The returned sheet, by its name or by its words, unless it is missing or its cells cannot be found again. */
    Optional<Snapshot.Sheet> sheet(SheetLayout sheet) {
        return Optional.ofNullable(sheets.get(sheet)).filter(found -> alignments.containsKey(sheet));
    }

    /** From where on a sheet is in such disorder that its cells cannot be found again. */
    Optional<Ref> lost(SheetLayout sheet) {
        return Optional.ofNullable(sheets.get(sheet)).filter(found -> !alignments.containsKey(sheet)).flatMap(found -> new Labels(layout, sheet).firstMoved(found));
    }

    /** Where the cells of a sheet are that {@link #sheet} gives. */
    Alignment alignment(SheetLayout sheet) {
        return alignments.get(sheet);
    }

    /** What the tab is called now; as in the form when it is missing. */
    String name(SheetLayout sheet) {
        return Optional.ofNullable(sheets.get(sheet)).map(Snapshot.Sheet::name).orElse(sheet.name());
    }

    /** The formula of a calculated slot over the sheets and cells as they are now; {@code #REF!} for what is gone. */
    String formula(SheetLayout sheet, Slot slot) {
        String formula = layout.formula(sheet, slot);
        return isOld ? formula : References.follow(formula, new References.Moves() {
            @Override
            public String sheet(String name) {
                return byName.containsKey(name) ? name(byName.get(name)) : name;
            }

            @Override
            public Optional<Area> area(String name, Area area) {
                Alignment now = alignments.get(name.isEmpty() ? sheet : byName.get(name));
                return now == null ? Optional.of(area) : now.at(area);
            }
        });
    }

    /** Where a slot's value stands; empty when its row or column is gone. */
    Optional<Ref> at(SheetLayout sheet, Slot slot) {
        Map<Slot, Ref> known = cells.get(sheet);
        return known == null ? Optional.of(slot.cell()) : Optional.ofNullable(known.get(slot));
    }

    /** Whether the slot is there, be it blank. */
    boolean has(SheetLayout sheet, Slot slot) {
        return sheet(sheet).isPresent() && at(sheet, slot).isPresent();
    }

    /** Whether the row of a slot is gone altogether. */
    boolean isRowGone(SheetLayout sheet, Slot slot) {
        Alignment now = alignments.get(sheet);
        return now != null && now.rows().first(slot.area().first().row(), slot.area().last().row()).isEmpty();
    }

    /** The fields that are gone with their rows or columns, by full path; rows of tables apart. */
    Map<String, Place> gone() {
        Map<String, Place> gone = new HashMap<>();
        cells.forEach((sheet, there) -> sheet.slots().stream().filter(slot -> !slot.path().isEmpty() && !there.containsKey(slot))
                .filter(slot -> slot.table().isEmpty() || slot.kind() == Slot.Kind.CALCULATED || !isRowGone(sheet, slot))
                .forEach(slot -> gone.put(sheet.fullPath(slot), place(sheet, slot))));
        return gone;
    }

    /** What stands at a slot; empty when nothing does. */
    Optional<Snapshot.Cell> cell(SheetLayout sheet, Slot slot) {
        return sheet(sheet).flatMap(found -> at(sheet, slot).flatMap(found::cell));
    }

    /** The format of a cell. */
    Snapshot.Style style(Snapshot.Cell cell) {
        return snapshot.styles().get(cell.style());
    }

    /** The cell beside a returned row in which a unit may have stated its reason for an exception. */
    Optional<Slot> waiver(SheetLayout sheet, int row) {
        OptionalInt form = alignments.containsKey(sheet) ? alignments.get(sheet).rows().from(row) : OptionalInt.of(row);
        return form.isPresent() ? sheet.waiver(form.getAsInt()) : Optional.empty();
    }

    /** A slot as findings name it: fields by their label, with the row's number within a table; without a cell when that is gone. */
    Place place(SheetLayout sheet, Slot slot) {
        return new Place(name(sheet), at(sheet, slot).map(Ref::toString).orElse(""), slot.path(), label(sheet, slot));
    }

    private static Text label(SheetLayout sheet, Slot slot) {
        Text label = slot.field().map(field -> field.label())
                .orElse(slot.kind() == Slot.Kind.CALCULATED ? Text.of("此处文字", "The text here") : Text.of("表样文字", "Printed words"));
        if (slot.index() == 0) {
            return label;
        }
        Text table = sheet.def().tables().get(slot.table()).label();
        return Text.of(table.zh() + "第" + slot.index() + "行" + label.zh(), table.en() + " row " + slot.index() + ", " + label.en());
    }
}
