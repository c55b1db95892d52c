package goalsheet.fill;

import goalsheet.generate.ColumnNames;
import goalsheet.template.Field;
import goalsheet.template.Problems;
import goalsheet.template.SheetDef;
import goalsheet.template.Table;
import goalsheet.template.Template;
import goalsheet.text.Text;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.TableFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A list with its column names understood.
 *
 * @param file as it is called in messages
 * @param rows below the column names
 */
record Listing(String file, Shape shape, ColumnNames.Heading heading, List<TableFile.Row> rows) {
    /** Meanings of columns: a field of the table's rows, a field of the sheet, the unit's code or name, the sheet's number. */
    static final String ROW = "row ";
    static final String SHEET = "sheet ";
    static final String UNIT = "unit ";
    static final String NUMBER = "number";

    /** What a list can be: the single fields of the repeated sheet, or the rows of one table. */
    record Shape(SheetDef sheet, Optional<Table> table, ColumnNames names) {
        String own() {
            return table.isPresent() ? ROW : SHEET;
        }
    }

    /** How well the shape fits: the more columns it knows the better, and of two the one that has more of its own. */
    long fit() {
        long own = heading.columns().values().stream().filter(meaning -> meaning.startsWith(shape.own())).count();
        return own == 0 ? 0 : heading.columns().size() * 1000L + own;
    }

    String label(int column) {
        return heading.labels().get(column);
    }

    Field field(int column) {
        String meaning = heading.columns().get(column);
        return meaning.startsWith(ROW) ? shape.table().orElseThrow().fields().get(meaning.substring(ROW.length()))
                : shape.sheet().fields().get(meaning.substring(SHEET.length()));
    }

    /** The column that tells sheets apart, the first one with a field of the sheet; empty when this row has nothing there. */
    Optional<Integer> keyCell(TableFile.Row row) {
        return heading.columns().entrySet().stream().filter(column -> column.getValue().startsWith(SHEET)).map(Map.Entry::getKey).findFirst()
                .filter(row.cells()::containsKey);
    }

    /** Every column that holds anything must have a name that is known, and no two the same. */
    void checkColumns(Problems problems) {
        for (int column : heading.unknown()) {
            Text hint = shape.names().hint(label(column));
            problems.add(file, heading.row(), "不认识的列“" + label(column) + "”" + hint.zh(), "unknown column '" + label(column) + "'" + hint.en());
        }
        Set<String> seen = new HashSet<>();
        heading.columns().forEach((column, meaning) -> {
            if (!seen.add(meaning)) {
                problems.add(file, heading.row(), "“" + label(column) + "”这一列重复。", "the column '" + label(column) + "' is given twice.");
            }
        });
        Set<Integer> nameless = new HashSet<>();
        for (TableFile.Row row : rows) {
            for (int column : row.cells().keySet()) {
                if (!heading.labels().containsKey(column) && nameless.add(column)) {
                    String letter = Ref.letters(column);
                    problems.add(file, row.number(), letter + " 列有内容但没有列名。", "column " + letter + " has content but no name.");
                }
            }
        }
    }

    static List<Shape> shapes(Template template) {
        List<Shape> shapes = new ArrayList<>();
        for (SheetDef sheet : template.sheets()) {
            if (sheet.repeat().isPresent()) {
                shapes.add(new Shape(sheet, Optional.empty(), shared(template, new ColumnNames(template), sheet)));
            }
            for (Table table : sheet.tables().values()) {
                if (table.fields().values().stream().allMatch(Field::isCalculated)) {
                    continue;
                }
                shapes.add(new Shape(sheet, Optional.of(table), shared(template, new ColumnNames(template).addFields(ROW, table.fields().values()), sheet)));
            }
        }
        return shapes;
    }

    private static ColumnNames shared(Template template, ColumnNames names, SheetDef sheet) {
        if (sheet.repeat().isPresent()) {
            names.addFields(SHEET, sheet.fields().values());
        }
        for (String path : List.of(template.unitCode(), template.unitName())) {
            unitField(template, path).ifPresent(field -> names.add(UNIT + path, field.label().zh(), field.label().en(), field.id()));
        }
        return names.add(NUMBER, "序号", "no", "no.", "number", "#");
    }

    /** The field that holds the unit's code or name. */
    static Optional<Field> unitField(Template template, String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? Optional.empty() : template.sheet(path.substring(0, dot)).flatMap(sheet -> sheet.field(path.substring(dot + 1)));
    }
}
