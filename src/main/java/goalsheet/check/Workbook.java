package goalsheet.check;

import goalsheet.layout.Identity;
import goalsheet.layout.Layout;
import goalsheet.layout.Located;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.rule.Place;
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
import java.util.function.Function;

/** A returned workbook beside the form it was made from: what should stand in a cell, where that cell is now, and what does stand there. */
final class Workbook {
    /** So many sheets of unknown names are looked at for each that is missing. */
    private static final int MOST_TRIED = 5;

    private final Layout layout;
    private final Snapshot snapshot;
    private final Sound sound;
    private final Map<SheetLayout, Snapshot.Sheet> sheets = new IdentityHashMap<>();
    private final Map<SheetLayout, Alignment> alignments = new IdentityHashMap<>();
    /** Only of sheets where something has moved. */
    private final Map<SheetLayout, Map<Slot, Ref>> cells = new IdentityHashMap<>();
    private final Set<SheetLayout> untouched = new HashSet<>();
    private final Map<SheetLayout, List<Standing>> standing = new IdentityHashMap<>();
    private final Map<String, SheetLayout> byName = new HashMap<>();
    private final List<Snapshot.Sheet> others;
    private final boolean isOld;

    /** @param sound what other workbooks had as the form made it */
    Workbook(Layout layout, Snapshot snapshot, Sound sound) {
        this.sound = sound;
        this.layout = layout;
        this.snapshot = snapshot;
        this.others = new ArrayList<>(snapshot.sheets());
        others.removeIf(sheet -> Set.of(Identity.SHEET, Layout.LISTS).contains(sheet.name()) || OwnMarks.isResultSheet(sheet));
        Map<String, Snapshot.Sheet> marked = marked();
        for (SheetLayout sheet : layout.sheets()) {
            Optional.ofNullable(marked.get(sheet.prefix())).filter(found -> found.name().equals(sheet.name()) || labels(sheet).alignment(found).isPresent()).ifPresent(found -> take(sheet, found));
        }
        for (SheetLayout sheet : layout.sheets()) {
            if (!sheets.containsKey(sheet)) {
                snapshot.sheet(sheet.name()).ifPresent(found -> take(sheet, found));
            }
        }
        Map<Snapshot.Sheet, Set<String>> words = new IdentityHashMap<>();
        for (SheetLayout sheet : layout.sheets()) {
            Labels labels = labels(sheet);
            if (!sheets.containsKey(sheet)) {
                renamed(labels, others, words).ifPresent(found -> take(sheet, found));
            }
            Optional.ofNullable(sheets.get(sheet)).flatMap(labels::alignment).ifPresent(now -> {
                alignments.put(sheet, now);
                if (labels.isUntouched()) {
                    untouched.add(sheet);
                }
                if (!now.isSame()) {
                    cells.put(sheet, cells(sheet, now));
                }
            });
            byName.put(sheet.name(), sheet);
        }
        this.isOld = layout.sheets().stream().allMatch(sheet -> name(sheet).equals(sheet.name())) && alignments.values().stream().allMatch(Alignment::isSame);
    }

    Labels labels(SheetLayout sheet) {
        return new Labels(layout, sheet, sound.in(sheet));
    }

    /** Takes a sheet of the workbook, unless another one of the form has taken it. */
    private void take(SheetLayout sheet, Snapshot.Sheet found) {
        if (others.removeIf(other -> other == found)) {
            sheets.put(sheet, found);
        }
    }

    /** By their prefix the sheets that the hidden identity follows, whatever they are called. */
    private Map<String, Snapshot.Sheet> marked() {
        Map<String, Snapshot.Sheet> byTab = new HashMap<>();
        others.forEach(sheet -> byTab.put(sheet.name(), sheet));
        Map<String, Snapshot.Sheet> marked = new HashMap<>();
        snapshot.sheet(Identity.SHEET).ifPresent(identity -> identity.cells().values().stream().filter(cell -> cell.ref().col() == 0 && cell.text().startsWith(Identity.FOLLOWS))
                .forEach(cell -> identity.cell(new Ref(cell.ref().row(), 1)).flatMap(mark -> References.sheet(mark.formula())).map(byTab::get)
                        .ifPresent(sheet -> marked.put(cell.text().substring(Identity.FOLLOWS.length()), sheet))));
        return marked;
    }

    private static Optional<Snapshot.Sheet> renamed(Labels labels, List<Snapshot.Sheet> others, Map<Snapshot.Sheet, Set<String>> words) {
        List<Snapshot.Sheet> fitting = others.stream().filter(other -> labels.fit(words.computeIfAbsent(other, Workbook::words))).limit(MOST_TRIED).toList();
        return fitting.stream().filter(labels::stands).findFirst().or(() -> fitting.stream().filter(other -> labels.alignment(other).isPresent()).findFirst());
    }

    /** All texts of a sheet. */
    static Set<String> words(Snapshot.Sheet sheet) {
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

    /** The sheets that are no part of the form, nor ours. */
    List<Snapshot.Sheet> others() {
        return others;
    }

    /** From where on a sheet is in such disorder that its cells cannot be found again. */
    Optional<Ref> lost(SheetLayout sheet) {
        return Optional.ofNullable(sheets.get(sheet)).filter(found -> !alignments.containsKey(sheet)).flatMap(found -> labels(sheet).firstMoved(found));
    }

    /** Where the cells of a sheet are that {@link #sheet} gives. */
    Alignment alignment(SheetLayout sheet) {
        return alignments.get(sheet);
    }

    /** What the tab is called now; as in the form when it is missing. */
    String name(SheetLayout sheet) {
        Snapshot.Sheet found = sheets.get(sheet);
        return found == null ? sheet.name() : found.name();
    }

    /** The formula of a calculated slot over the sheets and cells as they are now; {@code #REF!} for what is gone. */
    String formula(SheetLayout sheet, Slot slot) {
        return formula(sheet, slot, this::name);
    }

    /** The same over sheets with their old names: some programs rename a sheet and leave formulas as they are. */
    String formulaByOldNames(SheetLayout sheet, Slot slot) {
        return formula(sheet, slot, SheetLayout::name);
    }

    private String formula(SheetLayout sheet, Slot slot, Function<SheetLayout, String> names) {
        String formula = layout.formula(sheet, slot);
        return isOld ? formula : References.follow(formula, new References.Moves() {
            @Override
            public String sheet(String name) {
                return byName.containsKey(name) ? names.apply(byName.get(name)) : name;
            }

            @Override
            public Optional<Area> area(String name, Area area) {
                Alignment now = alignments.get(name.isEmpty() ? sheet : byName.get(name));
                return now == null ? Optional.of(area) : now.at(area);
            }
        });
    }

    /** Whether all words and formulas of a sheet are known to be those of the form, and what the formulas point at is where it was. */
    boolean isUntouched(SheetLayout sheet) {
        return isOld && untouched.contains(sheet);
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
        return cells.containsKey(sheet) && alignments.get(sheet).rows().first(slot.area().first().row(), slot.area().last().row()).isEmpty();
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

    /** The cells of a sheet, slot by slot; none when {@link #sheet} has none. */
    List<Standing> standing(SheetLayout sheet) {
        return standing.computeIfAbsent(sheet, this::found);
    }

    private List<Standing> found(SheetLayout sheet) {
        Snapshot.Sheet returned = sheet(sheet).orElse(null);
        if (returned == null) {
            return List.of();
        }
        List<Standing> found = new ArrayList<>(sheet.slots().size());
        Map<Slot, Ref> moved = cells.get(sheet);
        for (Located form : sheet.cells()) {
            Ref here = moved == null ? form.slot().cell() : moved.get(form.slot());
            Snapshot.Cell cell = here == null ? null : returned.cells().get(here);
            if (here != null && cell == null) {
                cell = moved == null ? form.blank() : new Snapshot.Cell(here, Snapshot.Kind.BLANK, "", "", 0);
            }
            found.add(new Standing(form, cell));
        }
        return found;
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

    /** A slot as findings name it; without a cell when that is gone. */
    Place place(SheetLayout sheet, Slot slot) {
        return place(sheet.located(slot));
    }

    /** The same. */
    Place place(Located form) {
        SheetLayout sheet = form.sheet();
        String address = cells.containsKey(sheet) ? at(sheet, form.slot()).map(Ref::toString).orElse("") : form.address();
        return new Place(name(sheet), address, form.slot().path(), form.label());
    }
}
