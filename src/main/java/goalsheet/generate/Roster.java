package goalsheet.generate;

import goalsheet.expr.Value;
import goalsheet.template.DefinitionException;
import goalsheet.template.Field;
import goalsheet.template.FieldReader;
import goalsheet.template.FieldType;
import goalsheet.template.FieldValue;
import goalsheet.template.Problem;
import goalsheet.template.Problems;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import goalsheet.text.Text;
import goalsheet.xlsx.TableCell;
import goalsheet.xlsx.TableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The units of a budget office and, if it knows them, their projects.
 *
 * @param units in order of first appearance, never empty
 * @param notes what was not read or looks odd, without being a mistake
 */
public record Roster(List<Unit> units, List<Problem> notes) {
    private static final String CODE = "unit code";
    private static final String NAME = "unit name";
    private static final String EXTRA = "extra ";
    private static final String PROJECT = "project ";
    private static final String NUMBER = "number";

    /**
     * Reads a list (.xlsx, .xls, .csv) with one row for each unit or each project; columns go by common names, labels of the
     * form, or field ids.
     *
     * @throws DefinitionException with every mistake and its row
     */
    public static Roster read(Template template, Path path) {
        return new Reading(template, String.valueOf(path.getFileName())).read(path);
    }

    public Optional<Unit> unit(String code) {
        return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    /** One run over a roster file. */
    private static final class Reading {
        private final Template template;
        private final String file;
        private final Map<String, Field> projectFields;
        private final ColumnNames names;
        private final Problems problems = new Problems();
        private final Problems notes = new Problems();
        private final Map<String, Unit> units = new LinkedHashMap<>();
        private final Map<String, Integer> projectRows = new HashMap<>();

        Reading(Template template, String file) {
            this.template = template;
            this.file = file;
            this.projectFields = template.repeated().map(SheetDef::fields).orElse(Map.of());
            this.names = new ColumnNames(template)
                    .add(CODE, label(template.unitCode()).zh(), label(template.unitCode()).en(), "单位编码", "单位代码", "预算单位编码", "预算单位代码", "unit code", "unit_code")
                    .add(NAME, label(template.unitName()).zh(), label(template.unitName()).en(), "单位名称", "预算单位", "预算单位名称", "单位", "unit name", "unit_name", "unit")
                    .addFields(PROJECT, projectFields.values())
                    .add(EXTRA + "department", "部门", "主管部门", "部门名称", "归口股室", "归口科室", "归口部门", "主管股室", "主管科室", "业务股室", "业务科室", "科室", "股室", "department")
                    .add(EXTRA + "contact", "联系人", "经办人", "填报人", "contact")
                    .add(EXTRA + "phone", "联系电话", "电话", "手机", "手机号", "phone", "telephone")
                    .add(NUMBER, "序号", "no", "no.", "#");
        }

        private Text label(String path) {
            int dot = path.indexOf('.');
            return dot < 0 ? Text.EMPTY : template.sheet(path.substring(0, dot)).flatMap(sheet -> sheet.field(path.substring(dot + 1))).map(Field::label).orElse(Text.EMPTY);
        }

        Roster read(Path path) {
            try {
                List<TableFile.Sheet> sheets = TableFile.read(path).stream().filter(sheet -> !sheet.rows().isEmpty()).toList();
                if (sheets.isEmpty()) {
                    problem(0, "名单是空的。", "the roster is empty.");
                }
                Optional<TableFile.Sheet> chosen = sheets.stream().filter(sheet -> names.find(sheet.rows()).filter(this::tellsUnits).isPresent()).findFirst();
                if (!sheets.isEmpty() && chosen.isEmpty()) {
                    problem(sheets.get(0).rows().get(0).number(), "前 10 行中找不到表头，表头至少要有“单位编码”和“单位名称”两列。",
                            "no row of column names within the first 10 rows; at least 'unit code' and 'unit name' are needed.");
                }
                chosen.ifPresent(sheet -> {
                    sheets.stream().filter(other -> other != sheet).forEach(other ->
                            notes.add(file, 0, "只读了工作表“" + sheet.name() + "”，没有读“" + other.name() + "”。", "only the sheet '" + sheet.name() + "' was read, not '" + other.name() + "'."));
                    rows(names.find(sheet.rows()).orElseThrow(), sheet.rows());
                });
            } catch (TableFile.UnreadableTable unreadable) {
                problems.add(file, 0, unreadable.reason());
            }
            problems.throwIfAny();
            return new Roster(units.values().stream().map(unit -> new Unit(unit.code(), unit.name(), Collections.unmodifiableMap(unit.extra()),
                    List.copyOf(unit.projects()), unit.row())).toList(), notes.list());
        }

        private boolean tellsUnits(ColumnNames.Heading heading) {
            return heading.columns().containsValue(CODE) && heading.columns().containsValue(NAME);
        }

        private void rows(ColumnNames.Heading heading, List<TableFile.Row> all) {
            for (int column : heading.unknown()) {
                Text hint = names.hint(heading.labels().get(column));
                notes.add(file, heading.row(), "不认识的列“" + heading.labels().get(column) + "”，没有读取" + hint.zh(),
                        "the column '" + heading.labels().get(column) + "' is unknown and was not read" + hint.en());
            }
            for (String meaning : heading.columns().values().stream().distinct().toList()) {
                List<Integer> same = heading.columns().entrySet().stream().filter(column -> column.getValue().equals(meaning)).map(Map.Entry::getKey).toList();
                if (same.size() > 1) {
                    List<String> labels = same.stream().map(heading.labels()::get).toList();
                    problem(heading.row(), "这几列意思相同，只能留一列：" + String.join("、", labels) + "。", "these columns mean the same, keep one: " + String.join(", ", labels) + ".");
                }
            }
            List<TableFile.Row> rows = all.stream().filter(row -> row.number() > heading.row()).toList();
            if (rows.isEmpty()) {
                problem(heading.row(), "表头下面没有单位。", "there is no unit below the column names.");
            }
            rows.forEach(row -> row(heading, row));
            units.values().stream().filter(unit -> unit.name().isEmpty())
                    .forEach(unit -> problem(unit.row(), "缺少单位名称（" + unit.code() + "）。", "no unit name (" + unit.code() + ")."));
        }

        private void row(ColumnNames.Heading heading, TableFile.Row row) {
            Map<String, String> unit = new HashMap<>();
            Map<String, Value> project = new LinkedHashMap<>();
            heading.columns().forEach((column, meaning) -> {
                TableCell cell = row.cells().get(column);
                if (cell == null) {
                    return;
                }
                if (meaning.startsWith(PROJECT)) {
                    value(projectFields.get(meaning.substring(PROJECT.length())), heading, row, cell).ifPresent(value ->
                            project.put(meaning.substring(PROJECT.length()), value));
                } else if (cell.kind() == TableCell.Kind.ERROR) {
                    problem(row.number(), heading.labels().get(column) + "：单元格的公式没有结果（" + cell.text() + "）。", heading.labels().get(column) + ": the formula in the cell has no result (" + cell.text() + ").");
                } else {
                    unit.put(meaning, cell.text().strip());
                }
            });
            String code = unit.getOrDefault(CODE, "");
            if (code.isEmpty()) {
                boolean told = heading.columns().entrySet().stream().anyMatch(column -> column.getValue().equals(CODE) && row.cells().containsKey(column.getKey()));
                if (told) {
                    return;
                }
                problem(row.number(), "缺少单位编码。", "no unit code.");
                return;
            }
            if (!code.matches("[A-Za-z0-9]{1,20}")) {
                problem(row.number(), "单位编码“" + code + "”只能是 1 至 20 位数字或字母。", "the unit code '" + code + "' must be 1 to 20 digits or letters.");
                return;
            }
            Unit known = join(unit, code, row.number());
            if (!project.isEmpty() && !repeated(heading, known, project, row.number())) {
                if (known.projects().size() == most()) {
                    problem(row.number(), "“" + known.name() + "”的项目超过 " + most() + " 个。", "'" + known.name() + "' has more than " + most() + " projects.");
                }
                known.projects().add(Collections.unmodifiableMap(project));
                template.repeated().ifPresent(sheet -> GivenFigures.contradictions(template, sheet, project).forEach(wrong -> notes.add(file, row.number(),
                        Text.of(wrong.zh() + "这些数在表中是锁定的，单位无法更改。", wrong.en() + " They are locked in the form, where the unit cannot change them."))));
            }
        }

        private int most() {
            return template.repeated().flatMap(SheetDef::repeat).map(SheetDef.Repeat::max).orElse(0);
        }

        /** The unit of a row: made where it first appears, compared and completed where it appears again. */
        private Unit join(Map<String, String> given, String code, int row) {
            String name = given.getOrDefault(NAME, "");
            Unit known = units.computeIfAbsent(code, first -> new Unit(code, name, new LinkedHashMap<>(), new ArrayList<>(), row));
            if (known.name().isEmpty() && !name.isEmpty()) {
                known = new Unit(code, name, known.extra(), known.projects(), known.row());
                units.put(code, known);
            }
            if (!name.isEmpty() && !name.equals(known.name())) {
                problem(row, "单位编码 " + code + " 有两个名称：“" + known.name() + "”（第 " + known.row() + " 行）和“" + name + "”。",
                        "unit code " + code + " has two names: '" + known.name() + "' (row " + known.row() + ") and '" + name + "'.");
            }
            for (Map.Entry<String, String> extra : given.entrySet()) {
                if (!extra.getKey().startsWith(EXTRA)) {
                    continue;
                }
                String before = known.extra().putIfAbsent(extra.getKey().substring(EXTRA.length()), extra.getValue());
                if (before != null && !before.equals(extra.getValue())) {
                    notes.add(file, row, "“" + extra.getValue() + "”与前面的“" + before + "”不同，以前面的为准。", "'" + extra.getValue() + "' differs from '" + before + "' before; the first is kept.");
                }
            }
            return known;
        }

        /** Whether the row's project was there before: by code in the whole roster, by any other first column within its unit. */
        private boolean repeated(ColumnNames.Heading heading, Unit unit, Map<String, Value> project, int row) {
            Optional<String> key = heading.columns().values().stream().filter(meaning -> meaning.startsWith(PROJECT))
                    .map(meaning -> meaning.substring(PROJECT.length())).filter(project::containsKey)
                    .filter(id -> !projectFields.get(id).type().isNumeric()).findFirst();
            if (key.isEmpty()) {
                return false;
            }
            Field field = projectFields.get(key.get());
            String shown = project.get(key.get()).show().strip();
            Integer before = projectRows.putIfAbsent((field.type() == FieldType.CODE ? "" : unit.code()) + " " + field.id() + " " + shown, row);
            if (before != null) {
                problem(row, field.label().zh() + "“" + shown + "”与第 " + before + " 行重复。", field.label().en() + " '" + shown + "' is the same as in row " + before + ".");
            }
            return before != null;
        }

        private Optional<Value> value(Field field, ColumnNames.Heading heading, TableFile.Row row, TableCell cell) {
            Text label = field.label();
            FieldValue read = FieldReader.read(field, template.lists(), cell, parent(field, heading, row));
            if (read instanceof FieldValue.Refused refused) {
                problem(row.number(), label.zh() + "：" + refused.reason().zh(), label.en() + ": " + refused.reason().en());
                return Optional.empty();
            }
            return Optional.of(((FieldValue.Read) read).value()).filter(value -> !value.isBlank());
        }

        private String parent(Field field, ColumnNames.Heading heading, TableFile.Row row) {
            return heading.columns().entrySet().stream().filter(column -> !field.parent().isEmpty() && column.getValue().equals(PROJECT + field.parent()))
                    .map(column -> row.cells().get(column.getKey())).filter(java.util.Objects::nonNull).findFirst()
                    .map(cell -> FieldReader.read(projectFields.get(field.parent()), template.lists(), cell, ""))
                    .map(read -> read instanceof FieldValue.Read item ? item.value().show() : "").orElse("");
        }

        private void problem(int row, String zh, String en) {
            problems.add(file, row, zh, en);
        }
    }
}
