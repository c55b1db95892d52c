package goalsheet.layout;

import goalsheet.template.SheetDef;
import goalsheet.template.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One sheet of a form with everything at its address.
 *
 * @param number  among the sheets of the same definition, from 1
 * @param name    of the tab
 * @param prefix  of full paths: {@code cover.} or {@code project[2].}
 * @param slots   in reading order
 * @param heights of the rows, in points
 * @param violations what its cells can have wrong, for the live self-check
 * @param cells   the slots with their places, slot by slot
 * @param head    0-based row that is printed again on each page, -1 for none
 */
public record SheetLayout(SheetDef def, int number, String name, String prefix, List<Slot> slots, List<Double> heights, int head,
        List<Violation> violations, Map<String, Slot> byPath, List<Located> cells, Map<Slot, Located> bySlot, Map<String, Integer> rows) {

    SheetLayout(SheetDef def, int number, String name, String prefix, List<Slot> slots, List<Double> heights, int head,
            List<Violation> violations) {
        this(def, number, name, prefix, slots, heights, head, violations, index(slots), new ArrayList<>(), new IdentityHashMap<>(), new HashMap<>());
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            cells.add(new Located(this, slot, i));
            bySlot.put(slot, cells.get(i));
            rows.merge(slot.table(), slot.index(), Math::max);
        }
    }

    private static Map<String, Slot> index(List<Slot> slots) {
        Map<String, Slot> byPath = new LinkedHashMap<>();
        slots.stream().filter(slot -> !slot.path().isEmpty()).forEach(slot -> byPath.put(slot.path(), slot));
        return byPath;
    }

    /** The slot of a field within the sheet. */
    public Optional<Slot> slot(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The cell beside a row (0-based) in which a unit may state its reason for an exception. */
    public Optional<Slot> waiver(int row) {
        return slot(SelfCheck.WAIVER + row + "]");
    }

    /** Whether any row of the sheet has such a cell. */
    public boolean hasWaivers() {
        return slots.stream().anyMatch(slot -> slot.path().startsWith(SelfCheck.WAIVER));
    }

    /** The field's name for the whole workbook. */
    public String fullPath(Slot slot) {
        return bySlot.get(slot).fullPath();
    }

    /** A slot with its place. */
    public Located located(Slot slot) {
        return bySlot.get(slot);
    }

    /** A sheet is nothing but itself. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** How many rows a table has here. */
    public int rows(Table table) {
        return rows.getOrDefault(table.id(), 0);
    }
}
