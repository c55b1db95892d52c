package goalsheet.check;

import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Ref;
import java.util.Optional;
import java.util.OptionalInt;

/** Where the cells of a form's sheet are in the returned one, after rows and columns were inserted and deleted. */
record Alignment(Lines rows, Lines cols) {

    /** Every cell where the form has it. */
    static Alignment same(SheetLayout sheet) {
        int rows = 0;
        int cols = 0;
        for (Slot slot : sheet.slots()) {
            rows = Math.max(rows, slot.area().last().row() + 1);
            cols = Math.max(cols, slot.area().last().col() + 1);
        }
        return new Alignment(Lines.same(rows), Lines.same(cols));
    }

    boolean isSame() {
        return rows.isSame() && cols.isSame();
    }

    /** Whether lines both came and went: where they met, the end of a range may have gone with the ones or stayed with the others. */
    boolean isMixed() {
        return !(rows.gone().isEmpty() && cols.gone().isEmpty()) && !(rows.inserted().isEmpty() && cols.inserted().isEmpty());
    }

    /** Whether a returned cell stands in a row or column that came in between those of the form. */
    boolean isInserted(Ref cell) {
        return isInserted(rows, cell.row()) || isInserted(cols, cell.col());
    }

    private static boolean isInserted(Lines lines, int line) {
        OptionalInt last = lines.last(0, Integer.MAX_VALUE - 1);
        return last.isPresent() && line < last.getAsInt() && lines.from(line).isEmpty();
    }

    /** What is left of an area of the form, where it is now, as a spreadsheet program moves the ends of a range; empty when it is gone. */
    Optional<Area> at(Area area) {
        OptionalInt top = rows.first(area.first().row(), area.last().row());
        OptionalInt left = cols.first(area.first().col(), area.last().col());
        if (top.isEmpty() || left.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Area(new Ref(top.getAsInt(), left.getAsInt()),
                new Ref(rows.last(area.first().row(), area.last().row()).getAsInt(), cols.last(area.first().col(), area.last().col()).getAsInt())));
    }

    /** Whether the cell that holds a slot's value is still there; of a merged one that is cut, another may hold it now. */
    boolean isWhole(Slot slot) {
        return rows.at(slot.cell().row()).isPresent() && cols.at(slot.cell().col()).isPresent();
    }
}
