package goalsheet.fill;

import goalsheet.expr.Value;
import goalsheet.template.Field;
import goalsheet.template.FieldReader;
import goalsheet.template.FieldType;
import goalsheet.template.FieldValue;
import goalsheet.template.Problems;
import goalsheet.template.Table;
import goalsheet.template.Template;
import goalsheet.text.Text;
import goalsheet.xlsx.TableCell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything given for one workbook, from whichever file, before it is read as what its fields take. */
final class Gathering {
    private final Template template;
    private final Problems problems;
    private final Map<String, List<Given>> all = new LinkedHashMap<>();
    private final List<PerSheet> perSheet = new ArrayList<>();
    private int sheets;

    Gathering(Template template, Problems problems) {
        this.template = template;
        this.problems = problems;
    }

    /** Where something was written. */
    record Origin(String file, int line, Text source) {
    }

    /**
     * @param sheet {@code project[2]}
     * @param row   {@code project[2].indicators[3]}, the same as {@code sheet} for a single field
     */
    record Given(String sheet, String row, Field field, TableCell cell, Origin origin) {
        String path() {
            return row + "." + field.id();
        }
    }

    private record PerSheet(Table table, int rows, Origin origin) {
    }

    void add(Given given) {
        if (given.cell().isBlank()) {
            return;
        }
        if (given.field().isCalculated()) {
            problem(given, Text.of("由表格自动计算，请从数据中删去。", "is calculated by the workbook; take it out of the data."));
        } else {
            all.computeIfAbsent(given.path(), path -> new ArrayList<>()).add(given);
        }
    }

    /** Says that there are at least {@code number} repeated sheets. */
    void sheets(int number) {
        sheets = Math.max(sheets, number);
    }

    int sheets() {
        return sheets;
    }

    /** Rows of a table that has one row for each repeated sheet; how many may be given is known at the end. */
    void perSheet(Table table, int rows, Origin origin) {
        perSheet.add(new PerSheet(table, rows, origin));
    }

    /** The first thing given at a path as text, "" when nothing is. */
    String text(String path) {
        List<Given> given = all.get(path);
        return given == null ? "" : read(given.get(0)) instanceof FieldValue.Read read ? read.value().show().strip() : "";
    }

    FieldValue read(Given given) {
        return FieldReader.read(given.field(), template.lists(), given.cell(), parent(given));
    }

    /** Reads everything as its type; tells what cannot be read and what contradicts. */
    FormData finish() {
        for (PerSheet rows : perSheet) {
            if (rows.rows() > sheets) {
                problems.add(rows.origin().file(), rows.origin().line(),
                        "“" + rows.table().label().zh() + "”给了 " + rows.rows() + " 行，但只有 " + sheets + " 张分表。",
                        "'" + rows.table().label().en() + "' has " + rows.rows() + " rows, but there are only " + sheets + " sheets.");
            }
        }
        Map<String, Datum> values = new LinkedHashMap<>();
        all.forEach((path, givens) -> givens.forEach(given -> {
            FieldValue value = read(given);
            if (value instanceof FieldValue.Refused refused) {
                problem(given, refused.reason());
            } else if (value instanceof FieldValue.Read read && !read.value().isBlank()) {
                Datum first = values.putIfAbsent(path, new Datum(read.value(), given.origin().source()));
                if (first != null && !same(first.value(), read.value())) {
                    Text shown = shown(given.field(), first.value());
                    problem(given, Text.of("与 " + first.source().zh() + " 的“" + shown.zh() + "”不一致，请改成一样或只留一处。",
                            "differs from '" + shown.en() + "' at " + first.source().en() + "; make them equal or keep one."));
                }
            }
        }));
        return new FormData(java.util.Collections.unmodifiableMap(values), sheets);
    }

    /** The official item of the field that selects the choices, "" when it is not given or wrong itself. */
    private String parent(Given given) {
        if (given.field().parent().isEmpty()) {
            return "";
        }
        for (String place : List.of(given.row(), given.sheet())) {
            List<Given> parents = all.get(place + "." + given.field().parent());
            if (parents != null) {
                return read(parents.get(0)) instanceof FieldValue.Read read ? read.value().show() : "";
            }
        }
        return "";
    }

    private void problem(Given given, Text reason) {
        Text label = given.field().label();
        problems.add(given.origin().file(), given.origin().line(), label.zh() + "：" + reason.zh(), label.en() + ": " + reason.en());
    }

    private static Text shown(Field field, Value value) {
        String text = value.show();
        return Text.same((text.length() > 40 ? text.substring(0, 40) + "…" : text) + (field.type() == FieldType.PERCENT ? "%" : ""));
    }

    private static boolean same(Value one, Value other) {
        return one instanceof Value.Num a && other instanceof Value.Num b ? a.number().compareTo(b.number()) == 0 : one.equals(other);
    }
}
