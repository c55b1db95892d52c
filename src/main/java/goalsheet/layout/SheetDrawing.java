package goalsheet.layout;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What sheets of one definition have in common when the office has given the same figures on them: everything but their number. A form of
 * forty projects holds it once.
 */
final class SheetDrawing {
    private final List<Slot> slots;
    private final List<Double> heights;
    private final int head;
    private final List<Violation> violations;
    private final Map<String, Slot> byPath = new LinkedHashMap<>();
    private final Map<Slot, Integer> numbers = new IdentityHashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<Object, Written> written = Collections.synchronizedMap(new IdentityHashMap<>());

    /**
     * An expression as a spreadsheet writes it.
     *
     * @param lookedAt sheets that it says something of, beside the one where it stands
     */
    record Written(String formula, List<SheetLayout> lookedAt) {
    }

    /**
     * @param slots   in reading order
     * @param heights of the rows, in points
     * @param head    0-based row that is printed again on each page, -1 for none
     */
    SheetDrawing(List<Slot> slots, List<Double> heights, int head, List<Violation> violations) {
        this.slots = slots;
        this.heights = heights;
        this.head = head;
        this.violations = violations;
        for (Slot slot : slots) {
            numbers.put(slot, numbers.size());
            rows.merge(slot.table(), slot.index(), Math::max);
            if (!slot.path().isEmpty()) {
                byPath.put(slot.path(), slot);
            }
        }
    }

    List<Slot> slots() {
        return slots;
    }

    List<Double> heights() {
        return heights;
    }

    int head() {
        return head;
    }

    List<Violation> violations() {
        return violations;
    }

    /** The slots of fields. */
    Map<String, Slot> byPath() {
        return byPath;
    }

    /** Of a slot among all, from 0. */
    int number(Slot slot) {
        return numbers.get(slot);
    }

    /** How many rows each table has. */
    Map<String, Integer> rows() {
        return rows;
    }

    /** What was written already and serves all sheets, by the object of this drawing where it stands. */
    Map<Object, Written> written() {
        return written;
    }
}
