package goalsheet.check;

import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.rule.Place;
import goalsheet.text.Text;
import goalsheet.xlsx.Snapshot;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** A returned workbook beside the form it was made from: what should stand in a cell, and what does. */
final class Workbook {
    private final Layout layout;
    private final Snapshot snapshot;
    private final Map<SheetLayout, Snapshot.Sheet> sheets = new IdentityHashMap<>();

    Workbook(Layout layout, Snapshot snapshot) {
        this.layout = layout;
        this.snapshot = snapshot;
        layout.sheets().forEach(sheet -> snapshot.sheet(sheet.name()).ifPresent(found -> sheets.put(sheet, found)));
    }

    Layout layout() {
        return layout;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** The returned sheet, unless it is missing. */
    Optional<Snapshot.Sheet> sheet(SheetLayout sheet) {
        return Optional.ofNullable(sheets.get(sheet));
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
        return new Place(sheet.name(), slot.cell().toString(), slot.path(), label(sheet, slot));
    }

    private static Text label(SheetLayout sheet, Slot slot) {
        Text label = slot.field().map(field -> field.label()).orElse(Text.of("表样文字", "printed words"));
        if (slot.index() == 0) {
            return label;
        }
        Text table = sheet.def().tables().get(slot.table()).label();
        return Text.of(table.zh() + "第" + slot.index() + "行" + label.zh(), table.en() + " row " + slot.index() + ", " + label.en());
    }
}
