package goalsheet.fill;

import goalsheet.layout.FieldMap;
import goalsheet.xlsx.Ref;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The rows of one table as they stand in a returned sheet, with the numbers that they get in the new form.
 *
 * @param numbers row of the returned sheet → number in the new table, from 1
 * @param beyond  filled-in rows for which the new table has no room
 */
record TableRows(Map<Integer, Integer> numbers, List<Integer> beyond) {
    /** A line below the table is one of its rows when so much is filled in: a remark stands alone. */
    private static final int FEWEST = 2;

    /** @param room rows of the new table */
    static TableRows of(FoundSheet sheet, String table, int room) {
        List<FieldMap.At> whole = sheet.form().fields().stream().filter(field -> field.table().equals(table)).toList();
        List<FieldMap.At> columns = whole.stream().filter(field -> !field.calculated()).toList();
        int first = whole.stream().mapToInt(column -> column.area().first().row()).min().orElse(0);
        int last = whole.stream().mapToInt(column -> column.area().last().row()).max().orElse(-1);
        Map<Integer, Integer> known = new LinkedHashMap<>();
        for (int row = first; row <= last; row++) {
            int number = row - first + 1;
            sheet.fit().rows().at(row).ifPresent(now -> known.put(now, number));
        }
        TreeSet<Integer> all = new TreeSet<>(known.keySet());
        int above = edge(sheet, first, -1);
        int below = edge(sheet, last, 1);
        boolean more = !all.isEmpty() && inserted(sheet, columns, all, above, below);
        if (!more && last - first < room) {
            return new TableRows(known, List.of());
        }
        return numbered(sheet, columns, List.copyOf(all), room);
    }

    /** The nearest returned row above or below the table that is a row of the form; how far the sheet may go when there is none. */
    private static int edge(FoundSheet sheet, int from, int step) {
        for (int row = from + step; row >= 0 && row < sheet.form().height(); row += step) {
            if (sheet.fit().rows().at(row).isPresent()) {
                return sheet.fit().rows().at(row).getAsInt();
            }
        }
        return step < 0 ? -1 : Integer.MAX_VALUE;
    }

    /** Adds rows that somebody has inserted and filled in; whether there are any. */
    private static boolean inserted(FoundSheet sheet, List<FieldMap.At> columns, TreeSet<Integer> all, int above, int below) {
        int known = all.size();
        for (int row = all.first() + 1; row < all.last(); row++) {
            if (filled(sheet, columns, row) > 0) {
                all.add(row);
            }
        }
        for (int row = all.first() - 1; row > above && isRow(sheet, columns, row); row--) {
            all.add(row);
        }
        for (int row = all.last() + 1; row < below && isRow(sheet, columns, row); row++) {
            all.add(row);
        }
        return all.size() > known;
    }

    private static boolean isRow(FoundSheet sheet, List<FieldMap.At> columns, int row) {
        int filled = filled(sheet, columns, row);
        return filled >= FEWEST || filled > 0 && sheet.fit().isChecked(row);
    }

    private static int filled(FoundSheet sheet, List<FieldMap.At> columns, int row) {
        return (int) columns.stream().filter(column -> sheet.fit().cols().at(column.area().first().col()).stream()
                .anyMatch(col -> sheet.sheet().cell(new Ref(row, col)).filter(cell -> !SheetFit.plain(cell.text()).isEmpty()).isPresent())).count();
    }

    /** Rows in their order; as many blank ones are left out, from the end, as there is no room for. */
    private static TableRows numbered(FoundSheet sheet, List<FieldMap.At> columns, List<Integer> all, int room) {
        List<Integer> kept = new ArrayList<>(all);
        for (int at = kept.size() - 1; at >= 0 && kept.size() > room; at--) {
            if (filled(sheet, columns, kept.get(at)) == 0) {
                kept.remove(at);
            }
        }
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        for (int at = 0; at < Math.min(room, kept.size()); at++) {
            numbers.put(kept.get(at), at + 1);
        }
        return new TableRows(numbers, List.copyOf(kept.subList(Math.min(room, kept.size()), kept.size())));
    }
}
