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
import java.util.WeakHashMap;

/**
 * What was found to be as the form made it, sheet by sheet: limits, dropdowns, merged cells, formulas. In the next workbook they are mostly
 * the same, word for word, and then need no closer look, which took an eighth of a check, and half of one after LibreOffice has saved the
 * form. Any number of threads may ask.
 */
final class Sound {
    /** Forgotten with the sheets: those of large forms take much memory, and a county has forms of many sizes. */
    private final Map<SheetLayout, InSheet> sheets = Collections.synchronizedMap(new WeakHashMap<>());

    InSheet in(SheetLayout sheet) {
        return sheets.computeIfAbsent(sheet, first -> new InSheet());
    }

    /** What was sound in a sheet of the form. */
    static final class InSheet {
        private final Map<Slot, Pair> formulas = Collections.synchronizedMap(new IdentityHashMap<>());
        private volatile List<Snapshot.Validation> limits;
        private volatile List<Area> merges;

        private record Pair(String expected, String found) {
        }

        /** @param validations of the sheet when nothing has moved in it */
        boolean areLimits(List<Snapshot.Validation> validations) {
            return validations.equals(limits);
        }

        void rememberLimits(List<Snapshot.Validation> validations) {
            limits = validations;
        }

        /** @param areas merged in the sheet when nothing has moved in it */
        boolean areMerges(List<Area> areas) {
            return areas.equals(merges);
        }

        void rememberMerges(List<Area> areas) {
            merges = areas;
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
            if (same) {
                formulas.put(slot, new Pair(expected, found));
            }
            return same;
        }
    }
}
