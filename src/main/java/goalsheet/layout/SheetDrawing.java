package goalsheet.layout;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What sheets of one definition have in common when the office has given the same figures on them: everything but their number. A form of
 * forty projects holds it once.
 *
 * @param slots      in reading order
 * @param heights    of the rows, in points
 * @param head       0-based row that is printed again on each page, -1 for none
 * @param violations what its cells can have wrong, for the live self-check
 * @param byPath     the slots of fields
 * @param numbers    of the slots among all, from 0
 * @param rows       how many each table has
 */
record SheetDrawing(List<Slot> slots, List<Double> heights, int head, List<Violation> violations, Map<String, Slot> byPath, Map<Slot, Integer> numbers, Map<String, Integer> rows) {

    SheetDrawing(List<Slot> slots, List<Double> heights, int head, List<Violation> violations) {
        this(slots, heights, head, violations, new LinkedHashMap<>(), new IdentityHashMap<>(), new HashMap<>());
        for (Slot slot : slots) {
            numbers.put(slot, numbers.size());
            rows.merge(slot.table(), slot.index(), Math::max);
            if (!slot.path().isEmpty()) {
                byPath.put(slot.path(), slot);
            }
        }
    }
}
