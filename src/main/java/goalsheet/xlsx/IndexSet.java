package goalsheet.xlsx;

import java.util.AbstractSet;
import java.util.BitSet;
import java.util.Iterator;

/** Numbers of rows or columns, as compact when a whole sheet is hidden as when nothing is; not to be changed. */
final class IndexSet extends AbstractSet<Integer> {
    private final BitSet bits;

    IndexSet(BitSet bits) {
        this.bits = bits;
    }

    @Override
    public boolean contains(Object index) {
        return index instanceof Integer number && number >= 0 && bits.get(number);
    }

    @Override
    public Iterator<Integer> iterator() {
        return bits.stream().iterator();
    }

    @Override
    public int size() {
        return bits.cardinality();
    }
}
