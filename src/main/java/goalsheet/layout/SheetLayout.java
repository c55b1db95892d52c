package goalsheet.layout;

import goalsheet.template.SheetDef;
import goalsheet.template.Table;
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
 * @param paths   the fields' names for the whole workbook, slot by slot
 * @param head    0-based row that is printed again on each page, -1 for none
 */
public record SheetLayout(SheetDef def, int number, String name, String prefix, List<Slot> slots, List<Double> heights, int head,
        List<Violation> violations, Map<String, Slot> byPath, List<String> paths, Map<Slot, String> fullPaths, Map<String, Integer> rows) {

    SheetLayout(SheetDef def, int number, String name, String prefix, List<Slot> slots, List<Double> heights, int head,
            List<Violation> violations) {
        this(def, number, name, prefix, slots, heights, head, violations, index(slots), slots.stream().map(slot -> prefix + slot.path()).toList(), new IdentityHashMap<>(), new HashMap<>());
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            fullPaths.put(slot, paths.get(i));
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
        return fullPaths.get(slot);
    }

    /** How many rows a table has here. */
    public int rows(Table table) {
        return rows.getOrDefault(table.id(), 0);
    }
}
