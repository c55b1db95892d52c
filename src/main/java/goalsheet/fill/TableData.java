package goalsheet.fill;

import goalsheet.template.Field;
import goalsheet.template.FieldReader;
import goalsheet.template.FieldValue;
import goalsheet.template.Problems;
import goalsheet.template.SheetDef;
import goalsheet.template.Table;
import goalsheet.template.Template;
import goalsheet.text.Text;
import goalsheet.xlsx.TableCell;
import goalsheet.xlsx.TableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Data in lists: one with a row for each repeated sheet (projects), one for each table (indicators). Rows of a table find
 * their sheet by any of its fields that the list has too, or by its number. What a list is, is told by its column names.
 */
final class TableData {
    private final Template template;
    private final Gathering gathering;
    private final Problems problems;
    /** The number that a list gives to a sheet, where it is not the sheet's position. */
    private final Map<String, Integer> numbered = new HashMap<>();

    TableData(Template template, Gathering gathering, Problems problems) {
        this.template = template;
        this.gathering = gathering;
        this.problems = problems;
    }

    void take(List<Path> files) {
        List<Listing.Shape> shapes = Listing.shapes(template);
        List<Listing> listings = new ArrayList<>();
        for (Path path : files) {
            String name = String.valueOf(path.getFileName());
            try {
                List<TableFile.Sheet> sheets = TableFile.read(path).stream().filter(sheet -> !sheet.rows().isEmpty()).toList();
                if (sheets.isEmpty()) {
                    problems.add(name, 0, "表格是空的。", "the table is empty.");
                }
                for (TableFile.Sheet sheet : sheets) {
                    listing(sheets.size() > 1 ? name + " " + sheet.name() : name, sheet.rows(), shapes).ifPresent(listings::add);
                }
            } catch (TableFile.UnreadableTable unreadable) {
                problems.add(name, 0, unreadable.reason());
            }
        }
        // sheets before the rows that look for them, in whatever order the files were named
        listings.stream().sorted(Comparator.comparing(listing -> listing.shape().table().isPresent())).forEach(listing -> {
            if (listing.shape().table().isEmpty()) {
                sheets(listing);
            } else {
                rows(listing, listing.shape().table().get());
            }
        });
    }

    private Optional<Listing> listing(String file, List<TableFile.Row> rows, List<Listing.Shape> shapes) {
        Listing best = null;
        for (Listing.Shape shape : shapes) {
            Optional<Listing> listing = shape.names().find(rows).map(heading -> new Listing(file, shape, heading,
                    rows.stream().filter(row -> row.number() > heading.row()).toList()));
            if (listing.isPresent() && listing.get().fit() > (best == null ? 0 : best.fit())) {
                best = listing.get();
            }
        }
        if (best == null) {
            problems.add(file, rows.get(0).number(), "前 10 行中找不到表头，表头应写栏目名称，如“" + example().zh() + "”。",
                    "no row of column names within the first 10 rows; they should be labels of the form such as '" + example().en() + "'.");
            return Optional.empty();
        }
        best.checkColumns(problems);
        return Optional.of(best);
    }

    private Text example() {
        return template.repeated().flatMap(sheet -> sheet.fields().values().stream().findFirst()).map(Field::label).orElse(template.title());
    }

    private void sheets(Listing listing) {
        SheetDef sheet = listing.shape().sheet();
        int most = sheet.repeat().orElseThrow().max();
        Map<String, Integer> keys = new HashMap<>();
        for (TableFile.Row row : listing.rows()) {
            int number = gathering.sheets() + 1;
            Optional<Integer> first = listing.keyCell(row);
            if (first.isPresent()) {
                Field field = listing.field(first.get());
                String key = text(field, row.cells().get(first.get()));
                Integer before = keys.putIfAbsent(field.id() + " " + key, row.number());
                if (before != null) {
                    problems.add(listing.file(), row.number(), field.label().zh() + "：“" + key + "”与第 " + before + " 行重复。",
                            field.label().en() + ": '" + key + "' is the same as in row " + before + ".");
                    continue;
                }
                number = IntStream.rangeClosed(1, gathering.sheets()).filter(n -> gathering.text(place(sheet, n) + "." + field.id()).equals(key)).findFirst().orElse(number);
            }
            if (number > most) {
                problems.add(listing.file(), row.number(), "最多 " + most + " 个，这里共给了 " + listing.rows().size() + " 行。",
                        "at most " + most + " are possible, " + listing.rows().size() + " rows are given.");
                return;
            }
            gathering.sheets(number);
            int sheetNumber = number;
            listing.heading().columns().forEach((column, meaning) -> {
                TableCell cell = row.cells().get(column);
                if (cell != null && meaning.equals(Listing.NUMBER) && numbered.putIfAbsent(cell.text().strip(), sheetNumber) != null) {
                    problems.add(listing.file(), row.number(), "序号“" + cell.text() + "”重复。", "number '" + cell.text() + "' is given twice.");
                }
            });
            cells(listing, row, Listing.SHEET, place(sheet, number), place(sheet, number));
        }
    }

    private void rows(Listing listing, Table table) {
        SheetDef sheet = listing.shape().sheet();
        Map<String, List<TableFile.Row>> bySheet = new LinkedHashMap<>();
        if (sheet.repeat().isEmpty()) {
            bySheet.put(sheet.id(), listing.rows());
        } else if (listing.heading().columns().values().stream().noneMatch(meaning -> meaning.startsWith(Listing.SHEET) || meaning.equals(Listing.NUMBER))) {
            problems.add(listing.file(), listing.heading().row(), "缺少说明每一行属于哪张分表的列，如“" + example().zh() + "”。",
                    "no column tells which sheet each row belongs to, such as '" + example().en() + "'.");
            return;
        } else {
            Set<String> lost = new HashSet<>();
            for (TableFile.Row row : listing.rows()) {
                owner(listing, row, lost).ifPresent(number -> bySheet.computeIfAbsent(place(sheet, number), place -> new ArrayList<>()).add(row));
            }
        }
        bySheet.forEach((place, rows) -> {
            int most = table.perSheet() ? gathering.sheets() : table.rows();
            if (rows.size() > most) {
                problems.add(listing.file(), rows.get(most).number(), "“" + table.label().zh() + "”最多 " + most + " 行，" + place + " 给了 " + rows.size() + " 行。",
                        "'" + table.label().en() + "' has " + most + " rows, " + rows.size() + " are given for " + place + ".");
            }
            for (int i = 0; i < Math.min(most, rows.size()); i++) {
                cells(listing, rows.get(i), Listing.ROW, place, place + "." + table.id() + "[" + (i + 1) + "]");
            }
        });
    }

    /** The sheet whose fields are all as this row says. */
    private Optional<Integer> owner(Listing listing, TableFile.Row row, Set<String> told) {
        SheetDef sheet = listing.shape().sheet();
        List<Integer> candidates = IntStream.rangeClosed(1, gathering.sheets()).boxed().toList();
        List<String> keys = new ArrayList<>();
        for (Map.Entry<Integer, String> column : listing.heading().columns().entrySet()) {
            TableCell cell = row.cells().get(column.getKey());
            if (cell == null || cell.isBlank()) {
                continue;
            }
            if (column.getValue().equals(Listing.NUMBER)) {
                String number = cell.text().strip();
                keys.add(number);
                candidates = candidates.stream().filter(n -> numbered.isEmpty() ? number.equals(String.valueOf(n)) : n.equals(numbered.get(number))).toList();
            } else if (column.getValue().startsWith(Listing.SHEET)) {
                Field field = listing.field(column.getKey());
                String key = text(field, cell);
                keys.add(key);
                candidates = candidates.stream().filter(n -> gathering.text(place(sheet, n) + "." + field.id()).equals(key)).toList();
            }
        }
        if (candidates.size() == 1 && !keys.isEmpty()) {
            return Optional.of(candidates.get(0));
        }
        String shown = keys.stream().collect(Collectors.joining(" "));
        if (told.add(shown)) {
            Text reason = keys.isEmpty() ? Text.of("没有写明属于哪一个项目。", "does not say which sheet it belongs to.")
                    : candidates.isEmpty() ? Text.of("“" + shown + "”与数据中的任何一个都对不上，请核对编码、名称。", "'" + shown + "' fits none of those given.")
                    : Text.of("“" + shown + "”与不止一个对得上，请加上编码列。", "'" + shown + "' fits more than one; add a column with codes.");
            problems.add(listing.file(), row.number(), reason);
        }
        return Optional.empty();
    }

    private void cells(Listing listing, TableFile.Row row, String own, String sheet, String place) {
        listing.heading().columns().forEach((column, meaning) -> {
            TableCell cell = row.cells().get(column);
            if (cell == null) {
                return;
            }
            Gathering.Origin origin = new Gathering.Origin(listing.file(), row.number(), Text.of(listing.file() + " 第" + row.number() + "行 " + listing.label(column),
                    listing.file() + " row " + row.number() + " " + listing.label(column)));
            if (meaning.startsWith(own)) {
                gathering.add(new Gathering.Given(sheet, place, listing.field(column), cell, origin));
            } else if (meaning.startsWith(Listing.UNIT)) {
                String path = meaning.substring(Listing.UNIT.length());
                String unitSheet = path.substring(0, path.indexOf('.'));
                gathering.add(new Gathering.Given(unitSheet, unitSheet, Listing.unitField(template, path).orElseThrow(), cell, origin));
            }
        });
    }

    private String text(Field field, TableCell cell) {
        return FieldReader.read(field, template.lists(), cell, "") instanceof FieldValue.Read read ? read.value().show().strip() : cell.text().strip();
    }

    private static String place(SheetDef sheet, int number) {
        return sheet.id() + "[" + number + "]";
    }
}
