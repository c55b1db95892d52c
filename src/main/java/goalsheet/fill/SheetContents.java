package goalsheet.fill;

import goalsheet.layout.FieldMap;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** What is filled in on one returned sheet, field by field; and what else stands there. */
final class SheetContents {

    /**
     * A filled-in cell.
     *
     * @param row number in the new table, from 1; 0 for a single field
     */
    record Item(FieldMap.At at, int row, Snapshot.Cell cell) {
    }

    /** A reason for an exception, with a field of its row. */
    record Waiver(FieldMap.At beside, int row, Snapshot.Cell cell) {
    }

    private final FoundSheet sheet;
    private final Map<String, TableRows> tables = new HashMap<>();
    private final List<Item> items = new ArrayList<>();
    private final List<Snapshot.Cell> beyond = new ArrayList<>();
    private final List<Waiver> waivers = new ArrayList<>();
    private final Set<Ref> known = new HashSet<>();

    /** @param room rows of a table of the new form by the path of a column of the old one; empty when there is no such table any more */
    SheetContents(FoundSheet sheet, Function<String, Optional<Integer>> room) {
        this.sheet = sheet;
        for (FieldMap.At at : sheet.form().fields()) {
            if (at.isColumn() && !at.path().equals(FieldMap.WAIVERS)) {
                int rows = at.area().last().row() - at.area().first().row() + 1;
                tables.computeIfAbsent(at.table(), table -> TableRows.of(sheet, table, room.apply(table).orElse(rows)));
            }
        }
        sheet.form().words().forEach(word -> sheet.fit().now(word.cell()).ifPresent(known::add));
        for (FieldMap.At at : sheet.form().fields()) {
            if (at.path().equals(FieldMap.WAIVERS)) {
                waivers(at);
            } else if (at.isColumn()) {
                column(at);
            } else {
                single(at);
            }
        }
        sheet.sheet().merges().stream().filter(merged -> merged.first().row() < merged.last().row()).forEach(this::spread);
    }

    /** A merged cell says its words for each of its rows, as on paper: for those in which something else is filled in. */
    private void spread(Area merged) {
        Optional<Item> words = items.stream().filter(item -> item.row() > 0 && merged.contains(item.cell().ref()) && !item.at().type().isNumeric() && !item.at().calculated()).findFirst();
        words.ifPresent(item -> {
            for (int line = merged.first().row(); line <= merged.last().row(); line++) {
                Integer row = tables.get(item.at().table()).numbers().get(line);
                List<FieldMap.At> filled = row == null ? List.of() : items.stream().filter(other -> other.row() == row && other.at().table().equals(item.at().table())).map(Item::at).toList();
                if (filled.stream().anyMatch(at -> !at.calculated()) && !filled.contains(item.at())) {
                    items.add(new Item(item.at(), row, item.cell()));
                }
            }
        });
    }

    FoundSheet sheet() {
        return sheet;
    }

    List<Item> items() {
        return items;
    }

    List<Waiver> waivers() {
        return waivers;
    }

    /** Filled-in cells of rows for which the new table has no room. */
    List<Snapshot.Cell> beyond() {
        return beyond;
    }

    boolean isBlank() {
        return items.stream().allMatch(item -> item.at().calculated()) && beyond.isEmpty();
    }

    /** What stands in cells that are none of the form. */
    List<Snapshot.Cell> strangers() {
        return sheet.sheet().cells().values().stream().filter(cell -> !cell.hasFormula() && !isBlank(cell) && !known.contains(cell.ref())).toList();
    }

    /** The field of the form that has this cell of the returned sheet, with the row of the new table. */
    Optional<Item> at(Ref found) {
        Snapshot.Cell cell = new Snapshot.Cell(found, Snapshot.Kind.BLANK, "", "", 0);
        OptionalInt col = sheet.fit().cols().from(found.col());
        Optional<Ref> before = sheet.fit().before(found);
        for (FieldMap.At at : sheet.form().fields()) {
            if (at.path().equals(FieldMap.WAIVERS)) {
                continue;
            }
            if (!at.isColumn() && before.filter(at.area()::contains).isPresent()) {
                return Optional.of(new Item(at, 0, cell));
            }
            Integer row = at.isColumn() ? tables.get(at.table()).numbers().get(found.row()) : null;
            if (row != null && col.isPresent() && at.area().first().col() <= col.getAsInt() && col.getAsInt() <= at.area().last().col()) {
                return Optional.of(new Item(at, row, cell));
            }
        }
        return Optional.empty();
    }

    private void single(FieldMap.At at) {
        filled(at.area()).ifPresent(cell -> items.add(new Item(at, 0, cell)));
        sheet.fit().now(at.area().first()).ifPresent(known::add);
    }

    /** The first cell of an area that holds something: when a merged cell was cut, the value may stand in any part of it. */
    private Optional<Snapshot.Cell> filled(Area area) {
        for (int row = area.first().row(); row <= area.last().row(); row++) {
            OptionalInt line = sheet.fit().rows().at(row);
            Optional<Snapshot.Cell> cell = line.isPresent() ? filled(line.getAsInt(), area) : Optional.empty();
            if (cell.isPresent()) {
                return cell;
            }
        }
        return Optional.empty();
    }

    private Optional<Snapshot.Cell> filled(int foundRow, Area area) {
        for (int col = area.first().col(); col <= area.last().col(); col++) {
            OptionalInt at = sheet.fit().cols().at(col);
            Optional<Snapshot.Cell> cell = at.isPresent() ? sheet.sheet().cell(new Ref(foundRow, at.getAsInt())).filter(found -> !isBlank(found)) : Optional.empty();
            if (cell.isPresent()) {
                known.add(cell.get().ref());
                return cell;
            }
        }
        return Optional.empty();
    }

    private void column(FieldMap.At at) {
        TableRows rows = tables.get(at.table());
        rows.numbers().forEach((line, number) -> filled(line, at.area()).ifPresent(cell -> items.add(new Item(at, number, cell))));
        if (!at.calculated()) {
            rows.beyond().forEach(line -> filled(line, at.area()).ifPresent(beyond::add));
        }
    }

    private void waivers(FieldMap.At at) {
        OptionalInt col = waiverColumn(at.area().first().col());
        if (col.isEmpty()) {
            return;
        }
        for (FieldMap.At field : sheet.form().fields()) {
            if (field.isColumn() && !field.path().equals(FieldMap.WAIVERS)) {
                tables.get(field.table()).numbers().forEach((line, number) -> waiver(field, number, line, col.getAsInt()));
            } else if (!field.isColumn()) {
                sheet.fit().rows().at(field.area().first().row()).ifPresent(line -> waiver(field, 0, line, col.getAsInt()));
            }
        }
    }

    /** Where its heading stands: without one, what the form calculates beside it may have slid into its place. */
    private OptionalInt waiverColumn(int col) {
        Optional<String> heading = sheet.form().words().stream().filter(word -> word.cell().col() == col && !word.text().isEmpty()).map(word -> SheetFit.plain(word.text())).findFirst();
        return heading.map(text -> sheet.sheet().cells().values().stream().filter(cell -> SheetFit.plain(cell.text()).equals(text)).mapToInt(cell -> cell.ref().col()).findFirst())
                .orElseGet(() -> sheet.fit().cols().at(col));
    }

    private void waiver(FieldMap.At field, int number, int line, int col) {
        Ref ref = new Ref(line, col);
        if (waivers.stream().noneMatch(waiver -> waiver.cell().ref().equals(ref))) {
            sheet.sheet().cell(ref).filter(cell -> !isBlank(cell) && !cell.hasFormula()).ifPresent(cell -> {
                known.add(ref);
                waivers.add(new Waiver(field, number, cell));
            });
        }
    }

    private static boolean isBlank(Snapshot.Cell cell) {
        return cell.kind() == Snapshot.Kind.BLANK || SheetFit.plain(cell.text()).isEmpty();
    }
}
