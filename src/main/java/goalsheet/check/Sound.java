package goalsheet.check;

import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Formulas;
import goalsheet.xlsx.Snapshot;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found to be as the form made it: limits, dropdowns and merged cells by sheet, formulas by cell. In the next workbook they
 * are mostly the same, word for word, and then need no closer look, which took an eighth of a check, and half of one after LibreOffice has
 * saved the form. Any number of threads may ask.
 */
final class Sound {
    /** Sheets of a dozen large forms, and some 30 MB of formulas; with more than that none is worth remembering. */
    private static final int MOST_SHEETS = 1_000;
    private static final int MOST_FORMULAS = 40_000;

    private final Map<SheetLayout, List<Snapshot.Validation>> limits = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<SheetLayout, List<Area>> merges = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Slot, Pair> formulas = Collections.synchronizedMap(new IdentityHashMap<>());

    private record Pair(String expected, String found) {
    }

    /** @param validations of a sheet in which nothing has moved */
    boolean areLimits(SheetLayout sheet, List<Snapshot.Validation> validations) {
        return validations.equals(limits.get(sheet));
    }

    void rememberLimits(SheetLayout sheet, List<Snapshot.Validation> validations) {
        if (limits.size() < MOST_SHEETS) {
            limits.put(sheet, validations);
        }
    }

    /** @param areas merged in a sheet in which nothing has moved */
    boolean areMerges(SheetLayout sheet, List<Area> areas) {
        return areas.equals(merges.get(sheet));
    }

    void rememberMerges(SheetLayout sheet, List<Area> areas) {
        if (merges.size() < MOST_SHEETS) {
            merges.put(sheet, areas);
        }
    }

    /** Whether both say the same, as {@link Formulas#same} decides. */
    boolean isFormula(Slot slot, String expected, String found) {
        if (expected.equals(found)) {
            return true;
        }
        Pair known = formulas.get(slot);
        if (known != null && known.expected.equals(expected) && known.found.equals(found)) {
            return true;
        }
        boolean same = Formulas.same(expected, found);
        if (same && formulas.size() < MOST_FORMULAS) {
            formulas.put(slot, new Pair(expected, found));
        }
        return same;
    }
}
