package goalsheet.xlsx;

import goalsheet.xlsx.Snapshot.Cell;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cells of one sheet by their places, in the order in which they were given. A check looks each of them up several times: this
 * needs neither an entry for each cell nor a hash code read from memory, and a fifth of the memory of a {@code LinkedHashMap}.
 */
final class SheetCells extends AbstractMap<Ref, Cell> {
    private final Cell[] ordered;
    /** Each at the place that its hash code gives, or at the next free one behind it; at least half are free. */
    private final Cell[] table;

    /** @param cells no two of them in one place */
    SheetCells(Collection<Cell> cells) {
        ordered = cells.toArray(Cell[]::new);
        table = new Cell[Integer.highestOneBit(Math.max(1, ordered.length)) * 4];
        for (Cell cell : ordered) {
            int at = start(cell.ref());
            while (table[at] != null) {
                at = at + 1 & table.length - 1;
            }
            table[at] = cell;
        }
    }

    private int start(Ref ref) {
        int hash = ref.hashCode();
        return (hash ^ hash >>> 16) & table.length - 1;
    }

    @Override
    public Cell get(Object key) {
        if (!(key instanceof Ref ref)) {
            return null;
        }
        for (int at = start(ref); table[at] != null; at = at + 1 & table.length - 1) {
            Ref here = table[at].ref();
            if (here.row() == ref.row() && here.col() == ref.col()) {
                return table[at];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return ordered.length;
    }

    @Override
    public Collection<Cell> values() {
        return Collections.unmodifiableList(Arrays.asList(ordered));
    }

    @Override
    public Set<Map.Entry<Ref, Cell>> entrySet() {
        return Arrays.stream(ordered).map(cell -> Map.entry(cell.ref(), cell)).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
