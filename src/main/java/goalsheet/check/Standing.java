package goalsheet.check;

import goalsheet.layout.Located;
import goalsheet.layout.Slot;
import goalsheet.xlsx.Snapshot;

/**
 * One cell of the form in a returned workbook.
 *
 * @param form as the form has it
 * @param cell what stands there, where it is now; a blank one where nothing does, null when its row or column is gone
 */
record Standing(Located form, Snapshot.Cell cell) {
    Slot slot() {
        return form.slot();
    }

    /** Full path of its field. */
    String path() {
        return form.fullPath();
    }

    boolean isThere() {
        return cell != null;
    }

    /** Whether nothing stands there, nor a formula without a result. */
    boolean isBlank() {
        return cell.kind() == Snapshot.Kind.BLANK && !cell.hasFormula();
    }
}
