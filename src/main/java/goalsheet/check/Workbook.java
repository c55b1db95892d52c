package goalsheet.check;

import goalsheet.layout.Identity;
import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.rule.Place;
import goalsheet.text.Text;
import goalsheet.xlsx.OwnMarks;
import goalsheet.xlsx.Snapshot;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A returned workbook beside the form it was made from: what should stand in a cell, and what does. */
final class Workbook {
    private final Layout layout;
    private final Snapshot snapshot;
    private final Map<SheetLayout, Snapshot.Sheet> sheets = new IdentityHashMap<>();
    private final Map<SheetLayout, Labels.Moved> moved = new IdentityHashMap<>();

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
        for (SheetLayout sheet : layout.sheets()) {
            Labels labels = new Labels(layout, sheet);
            if (!sheets.containsKey(sheet)) {
                others.stream().filter(labels::fit).findFirst().ifPresent(renamed -> {
                    sheets.put(sheet, renamed);
                    others.remove(renamed);
                });
            }
            Optional.ofNullable(sheets.get(sheet)).flatMap(labels::moved).ifPresent(first -> moved.put(sheet, first));
        }
    }

    Layout layout() {
        return layout;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** The returned sheet, by its name or by its words, unless it is missing or its cells are not where the form has them. */
    Optional<Snapshot.Sheet> sheet(SheetLayout sheet) {
        return Optional.ofNullable(sheets.get(sheet)).filter(found -> !moved.containsKey(sheet));
    }

    /** Where rows or columns were inserted or deleted, which puts the rest of the sheet out of place. */
    Optional<Labels.Moved> moved(SheetLayout sheet) {
        return Optional.ofNullable(moved.get(sheet));
    }

    /** What the tab is called now; as in the form when it is missing. */
    String name(SheetLayout sheet) {
        return Optional.ofNullable(sheets.get(sheet)).map(Snapshot.Sheet::name).orElse(sheet.name());
    }

    /** The formula of a calculated slot over the sheets as they are called now. */
    String formula(SheetLayout sheet, Slot slot) {
        String formula = layout.formula(sheet, slot);
        for (SheetLayout other : layout.sheets()) {
            if (!name(other).equals(other.name())) {
                formula = formula.replace(quote(other.name()), quote(name(other)));
            }
        }
        return formula;
    }

    private static String quote(String name) {
        return "'" + name.replace("'", "''") + "'!";
    }

    /** What stands at a slot; empty when nothing does. */
    Optional<Snapshot.Cell> cell(SheetLayout sheet, Slot slot) {
        return sheet(sheet).flatMap(found -> found.cell(slot.cell()));
    }

    /** The format of a cell. */
    Snapshot.Style style(Snapshot.Cell cell) {
        return snapshot.styles().get(cell.style());
    }

    /** A slot as findings name it: fields by their label, with the row's number within a table. */
    Place place(SheetLayout sheet, Slot slot) {
        return new Place(name(sheet), slot.cell().toString(), slot.path(), label(sheet, slot));
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
