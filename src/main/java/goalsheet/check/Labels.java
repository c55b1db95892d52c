package goalsheet.check;

import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot;
import java.util.List;
import java.util.Optional;

/** The printed words of one sheet: by them a sheet is known under another name, and rows or columns are seen to have moved. */
final class Labels {
    /** As far as anybody inserts or deletes lines in a form. */
    private static final int FARTHEST = 10;
    /** So many words may have been changed in a sheet that was renamed. */
    private static final int ONE_IN = 10;
    /** Fewer than this may look moved by chance. */
    private static final int FEWEST = 3;

    private final Layout layout;
    private final List<Slot> slots;

    Labels(Layout layout, SheetLayout sheet) {
        this.layout = layout;
        this.slots = sheet.slots().stream().filter(slot -> slot.kind() == Slot.Kind.LABEL && !layout.text(slot).isBlank()).toList();
    }

    /** Line ends are written differently by every program, and blanks at the end of a line are invisible. */
    static String words(String text) {
        return text.replace("_x000D_", "").replace("\r", "").strip();
    }

    /** Whether this is the sheet, whatever it is called: nearly all words stand where they should. */
    boolean fit(Snapshot.Sheet sheet) {
        long wrong = slots.stream().filter(slot -> !stands(sheet, slot, 0, 0)).count();
        return wrong * ONE_IN <= slots.size();
    }

    /** The first place whose words have moved, when most of those that are not in their place stand nearby in the same column or row. */
    Optional<Moved> moved(Snapshot.Sheet sheet) {
        List<Slot> wrong = slots.stream().filter(slot -> !stands(sheet, slot, 0, 0)).toList();
        if (wrong.size() < FEWEST) {
            return Optional.empty();
        }
        List<Moved> moved = wrong.stream().flatMap(slot -> moved(sheet, slot).stream()).toList();
        return moved.size() * 3 >= wrong.size() * 2 ? Optional.of(moved.get(0)) : Optional.empty();
    }

    private Optional<Moved> moved(Snapshot.Sheet sheet, Slot slot) {
        for (int by = 1; by <= FARTHEST; by++) {
            for (int signed : new int[] {by, -by}) {
                if (stands(sheet, slot, signed, 0)) {
                    return Optional.of(new Moved(slot.cell(), signed, 0));
                } else if (stands(sheet, slot, 0, signed)) {
                    return Optional.of(new Moved(slot.cell(), 0, signed));
                }
            }
        }
        return Optional.empty();
    }

    private boolean stands(Snapshot.Sheet sheet, Slot slot, int down, int right) {
        Ref here = new Ref(slot.cell().row() + down, slot.cell().col() + right);
        return words(layout.text(slot)).equals(words(sheet.cell(here).map(Snapshot.Cell::text).orElse("")));
    }

    /** @param cell where the words should stand  @param down rows they stand below it  @param right columns they stand right of it */
    record Moved(Ref cell, int down, int right) {
    }
}
