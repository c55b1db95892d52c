package goalsheet.layout;

import goalsheet.expr.Value;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What names stand for in expressions, seen from a sheet or from one row of a table there. A name is looked up once for all workbooks. */
final class View {
    /**
     * @param cells  the slots it stands for, in order
     * @param values what it stands for when that is no cell, null when it is: a number, the items of a list
     */
    record Meant(String name, List<Located> cells, List<Value> values, boolean isPercent, boolean isText) {
    }

    private static final int MOST_KNOWN = 64;

    private final Function<String, List<Located>> cells;
    private final Function<String, List<Value>> values;
    /** A dozen side by side: faster to go through than to hash. Replaced as a whole when one is added. */
    private volatile Meant[] known = {};

    /** @param values null for what stands in cells */
    View(Function<String, List<Located>> cells, Function<String, List<Value>> values) {
        this.cells = cells;
        this.values = values;
    }

    @SuppressWarnings("StringEquality")
    Meant meant(String name) {
        for (Meant meant : known) {
            if (meant.name == name) {
                return meant;
            }
        }
        return find(name);
    }

    private synchronized Meant find(String name) {
        for (Meant meant : known) {
            if (meant.name.equals(name)) {
                // Another expression says the same name: it is to be found at once as well.
                return known.length < MOST_KNOWN ? add(new Meant(name, meant.cells, meant.values, meant.isPercent, meant.isText)) : meant;
            }
        }
        List<Located> there = cells.apply(name);
        return add(new Meant(name, there, values.apply(name), there.stream().anyMatch(cell -> cell.slot().isPercent()), there.stream().anyMatch(cell -> cell.slot().isText())));
    }

    private Meant add(Meant meant) {
        Meant[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = meant;
        known = more;
        return meant;
    }
}
