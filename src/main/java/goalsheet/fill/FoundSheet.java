package goalsheet.fill;

import goalsheet.layout.FieldMap;
import goalsheet.xlsx.Snapshot;

/**
 * A returned sheet that is known to be one of the form.
 *
 * @param number among the sheets of its kind, from 1
 */
record FoundSheet(FieldMap.Sheet form, int number, Snapshot.Sheet sheet, SheetFit fit) {
    String name() {
        return sheet.name();
    }

    FoundSheet numbered(int other) {
        return new FoundSheet(form, other, sheet, fit);
    }
}
