package goalsheet.check;

import goalsheet.layout.Slot;
import goalsheet.xlsx.Snapshot;

/**
 * One cell of the form in a returned workbook.
 *
 * @param path full path of its field
 * @param cell what stands there, where it is now; a blank one where nothing does, null when its row or column is gone
 */
record Standing(Slot slot, String path, Snapshot.Cell cell) {
    boolean isThere() {
        return cell != null;
    }

    /** Whether nothing stands there, nor a formula without a result. */
    boolean isBlank() {
        return cell.kind() == Snapshot.Kind.BLANK && !cell.hasFormula();
    }
}
