package goalsheet.expr;

import goalsheet.expr.ExcelText.Cells;
import goalsheet.expr.ExcelText.Content;
import goalsheet.xlsx.Ref;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Some rows of a sheet, seen by a spreadsheet as cells and by Java as fields: single fields in its first row, beside them the
 * columns of the table {@code col}. A column is written {@code col.k}, a group of single fields {@code g}, as in a template.
 *
 * @param top   its first row, from 0
 * @param cells what the cells hold, by name: null, a BigDecimal or a String; a percentage as its cell holds it
 */
record Scene(String title, int top, Map<String, List<Object>> cells) implements Evaluator.Scope, ExcelText.Places {
    static final List<String> SINGLE = List.of("a", "b", "p", "q", "g.x", "g.y", "f", "t", "u", "d");
    static final List<String> COLUMNS = List.of("k", "l", "v", "w", "g", "h", "e");
    static final String ERROR = "#N/A";
    private static final List<String> GROUP = List.of("g.x", "g.y");
    private static final String TABLE = "col";
    /** Where formulas have room. */
    static final int FIRST_FREE = SINGLE.size() + COLUMNS.size() + 1;

    static Content content(String name) {
        return switch (name) {
            case "p", "q", "g", "g.x", "g.y", "col.g" -> Content.PERCENT;
            case "f", "col.h" -> Content.FRACTION;
            case "t", "u", "col.k", "col.l" -> Content.TEXT;
            default -> Content.NUMBER;
        };
    }

    /** As a template gives the types of its names. */
    static Optional<Type> type(String path) {
        if (path.equals(TABLE)) {
            return Optional.of(Type.TABLE);
        }
        boolean isText = content(written(path)) == Content.TEXT;
        if (path.equals("g") || isColumn(path)) {
            return Optional.of(isText ? Type.TEXTS : Type.NUMBERS);
        }
        return isEach(path) || SINGLE.contains(written(path)) ? Optional.of(isText ? Type.TEXT : Type.NUMBER) : Optional.empty();
    }

    private static boolean isColumn(String path) {
        return path.startsWith("col.") && COLUMNS.contains(path.substring(4));
    }

    private static boolean isEach(String path) {
        return path.startsWith("col[].") && COLUMNS.contains(path.substring(6));
    }

    /** {@code col.k} for each row's field, a single field's own name within the condition of a count. */
    private static String written(String path) {
        return isEach(path) ? "col." + path.substring(6) : path.replace("col[].", "");
    }

    int rows() {
        return cells.get("col.k").size();
    }

    void write(XSSFSheet sheet) {
        for (int row = 0; row < rows(); row++) {
            sheet.createRow(top + row);
        }
        cells.forEach((name, values) -> {
            for (int row = 0; row < values.size(); row++) {
                put(sheet.getRow(top + row), column(name), values.get(row));
            }
        });
    }

    private static void put(XSSFRow row, int column, Object value) {
        if (value instanceof BigDecimal number) {
            row.createCell(column).setCellValue(number.doubleValue());
        } else if (ERROR.equals(value)) {
            row.createCell(column).setCellFormula("NA()");
        } else if ("".equals(value)) {
            // An empty text cannot be typed: it comes from a formula.
            row.createCell(column).setCellFormula("\"\"");
        } else if (value instanceof String text) {
            row.createCell(column).setCellValue(text);
        }
    }

    private static int column(String name) {
        return SINGLE.contains(name) ? SINGLE.indexOf(name) : SINGLE.size() + COLUMNS.indexOf(name.substring(4));
    }

    /** The formula of an expression as it stands in this scene, and its value in Java. */
    String formula(Expr expr) throws ExpressionException {
        new TypeCheck(Scene::type).type(expr);
        return new ExcelText(this).formula(expr, false);
    }

    String calculated(Expr expr) {
        return shown(new Evaluator(this).cell(expr));
    }

    @Override
    public Value value(String path) {
        return values(path).get(0);
    }

    @Override
    public List<Value> values(String path) {
        if (path.equals("g")) {
            return GROUP.stream().map(this::value).toList();
        }
        String name = written(path);
        return cells.get(name).stream().map(cell -> meaning(cell, content(name))).toList();
    }

    private static Value meaning(Object cell, Content content) {
        if (cell instanceof BigDecimal number) {
            return switch (content) {
                case NUMBER, TEXT -> Value.of(number);
                case PERCENT -> Value.ofPercent(number);
                case FRACTION -> Value.of(number.movePointRight(2));
            };
        }
        return cell == null ? Value.BLANK : cell.equals(ERROR) ? new Value.Failed(ERROR) : new Value.Str((String) cell);
    }

    @Override
    public boolean isPercent(String path) {
        return List.of(Content.PERCENT, Content.FRACTION).contains(content(written(path)));
    }

    @Override
    public boolean isText(String path) {
        return content(written(path)) == Content.TEXT;
    }

    @Override
    public List<String> columns(String table) {
        return List.of("col[].k", "col[].l", "col[].v", "col[].g");
    }

    @Override
    public List<Cells> cells(String path) {
        if (path.equals("g")) {
            return GROUP.stream().flatMap(name -> cells(name).stream()).toList();
        }
        String name = written(path);
        String first = new Ref(top, column(name)).toString();
        String range = SINGLE.contains(name) || rows() == 1 ? first : first + ":" + new Ref(top + rows() - 1, column(name));
        return List.of(new Cells(range, content(name)));
    }

    @Override
    public String constant(String path) {
        return "";
    }

    static String shown(Cell cell) {
        return switch (cell.getCachedFormulaResultType()) {
            case NUMERIC -> number(BigDecimal.valueOf(cell.getNumericCellValue()));
            case STRING -> "'" + cell.getStringCellValue() + "'";
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> cell.getCachedFormulaResultType().name();
        };
    }

    private static String shown(Value value) {
        return value instanceof Value.Num num ? number(num.number()) : value instanceof Value.Str str ? "'" + str.text() + "'"
                : value instanceof Value.Bool bool ? Boolean.toString(bool.truth()) : value instanceof Value.Failed failed ? failed.code() : "blank";
    }

    /** By twelve digits, and what is smaller than a millionth of a millionth is 0: the rest is noise of binary fractions. */
    private static String number(BigDecimal number) {
        BigDecimal rounded = number.setScale(10, RoundingMode.HALF_UP).round(new MathContext(12));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Lays scenes below each other. */
    static final class Builder {
        private final List<Scene> scenes = new ArrayList<>();
        private int top;

        Scene add(String title, int rows, java.util.function.BiFunction<String, Integer, Object> cell) {
            Map<String, List<Object>> cells = new LinkedHashMap<>();
            for (String name : SINGLE) {
                cells.put(name, java.util.Collections.singletonList(cell.apply(name, 0)));
            }
            for (String column : COLUMNS) {
                List<Object> values = new ArrayList<>();
                for (int row = 0; row < rows; row++) {
                    values.add(cell.apply("col." + column, row));
                }
                cells.put("col." + column, values);
            }
            Scene scene = new Scene(title, top, cells);
            scenes.add(scene);
            top += rows;
            return scene;
        }

        List<Scene> scenes() {
            return scenes;
        }
    }
}
