package goalsheet.xlsx.styled;

import java.util.Map;
import java.util.TreeMap;

/** Where the rows of a sheet lie once its samples have become as many rows as there are; rows count from 0. */
final class Growth {
    private final TreeMap<Integer, Integer> samples = new TreeMap<>();

    void add(int row, int count) {
        samples.put(row, Math.max(1, count));
    }

    /** The row, or the first of those that it became. */
    int first(int row) {
        return row + samples.headMap(row).values().stream().mapToInt(count -> count - 1).sum();
    }

    /** The row, or the last of those that it became. */
    int last(int row) {
        return first(row) + samples.getOrDefault(row, 1) - 1;
    }

    boolean isNone() {
        return samples.entrySet().stream().map(Map.Entry::getValue).allMatch(count -> count == 1);
    }
}
