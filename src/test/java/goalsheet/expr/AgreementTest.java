package goalsheet.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.office.Office;
import goalsheet.office.OfficeBook;
import goalsheet.xlsx.Ref;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every expression means in a spreadsheet what it means in Java: over blanks, texts, zeros, decimals, percentages and errors. */
class AgreementTest {
    private static final String WIDE = "\u3000";
    private static final int ROWS = 4;
    private static final int FIRST_FORMULA = 10;
    /** Columns A to I; the last three are columns of a table, four rows each. */
    private static final List<String> NAMES = List.of("a", "b", "p", "q", "t", "u", "col.k", "col.v", "col.g");
    private static final Map<String, Type> TYPES = Map.of("a", Type.NUMBER, "b", Type.NUMBER, "p", Type.NUMBER, "q", Type.NUMBER, "t", Type.TEXT, "u", Type.TEXT,
            "col.k", Type.TEXTS, "col.v", Type.NUMBERS, "col.g", Type.NUMBERS);

    private static final List<String> EXPRESSIONS = List.of(
            "a", "t", "p", "a + b", "a - b", "a * b", "a / b", "-a", "a + b * 2 - (a - b) / 4", "a / 3", "a / 3 & \"\"", "p + 1", "p - q", "p * a / 100",
            "a & t", "t & u", "a & \"\"", "p & \"%\"", "a + b & \"/\" & a - b", "a = b", "a <> b", "a < b", "a <= b", "a > b", "a >= b", "p <= q", "p = 100", "p = q",
            "a = 0", "t = u", "t <> u", "t = \"\"", "t = \"ABC\"", "t = \"*\"", "a + 0.1 + 0.2 = a + 0.3", "p = 29", "p > 29",
            "round(a, 2)", "round(a, 0)", "round(a, -1)", "round(-a, 2)", "round(-a, 0)", "round(a / 7, 3)", "round(a * 100, 0) = a * 100", "round(b, 1.9)",
            "abs(a - b)", "abs(-a)", "sum(a, b)", "sum(a, b, 1.5)", "sum(col.v)", "sum(col.v, a) - a", "sum(col.g)", "sum(p, q)", "sum(p, a)", "min(a, b)", "max(a, b)",
            "min(col.v)", "max(col.v)", "min(col.g)", "max(p, q)", "min(p, 50)", "max(p, 0.5)", "max(col.v, 2)", "round(sum(col.v) / 3, 2)",
            "if(blank(a), \"\", a)", "if(blank(t), \"none\", t)", "if(a > b, a, b)", "if(blank(p), \"\", p)", "if(t = u, t, u)", "if(a > 0, 1 / a, 0)", "if(blank(a), b, a) + 1",
            "and(a > 0, b > 0)", "or(a > 0, b > 0)", "not(a > 0)", "or(blank(a), a < b)", "and(not(blank(a)), a / b > 1)", "or(a = 0, 1 / a > 2)",
            "blank(a)", "blank(t)", "blank(p)", "numeric(a)", "numeric(p)", "and(numeric(a), not(numeric(b)))", "if(numeric(a), a, 0) + 1", "filled(col.k)", "filled(col.v)", "filled(col.g) + filled(col.v)", "length(t)", "length(t & u)", "length(\"预算\" & t)",
            "sumif(col.k, t, col.v)", "sumif(col.k, \"产出\", col.v)", "sumif(col.k, \"\", col.v)", "sumif(col.k, \"产*\", col.v)", "sumif(col.k, \">0\", col.v)", "sumif(col.k, \"x\", col.g)",
            "(a = b) = (t = u)", "true", "if(a > b, \"yes\", \"no\") & \"\"", "\"quote \"\" 引号\" & t", "12345678.91 + a");

    /** What stands in the columns; percentages in points. */
    private record Input(String name, List<Object> singles, List<Object> keys, List<Object> numbers, List<Object> percents) {
    }

    private static List<Object> list(Object... values) {
        return java.util.Arrays.asList(values);
    }

    private static final List<Input> INPUTS = List.of(
            new Input("all blank", list(null, null, null, null, null, null), list(null, null, null, null), list(null, null, null, null), list(null, null, null, null)),
            new Input("usual", list(12.5, 4, 29, 100, "abc", "ABC"), list("产出", "x", "X", "产出"), list(1.1, 2.2, 3.3, 4.4), list(7, 14, 29, 50)),
            new Input("zeros", list(0, 0, 0, 0, "0", ""), list("", "产出", null, "x"), list(0, 0, null, 0), list(0, null, 0, null)),
            new Input("full-width blanks", list(WIDE, 3, WIDE, 5, WIDE, " "), list(WIDE, " ", "产出", "x"), list(WIDE, 5, " ", 7), list(WIDE, 20, null, " ")),
            new Input("texts for numbers", list("x", 2, "abc", 3, "产出", "产*"), list("产出", "产*", "x", "*"), list("一", 2, "3", 4), list("20%", 30, "x", 0.5)),
            new Input("digits as text", list("12", 5, 12.5, 62.25, "12", "12.0"), list("12", ">0", "1", "x"), list("1", 1, 2, null), list(1, 2, 3, 4)),
            new Input("halves and negatives", list(-2.675, 1.005, 0.5, 99.5, "*", "~"), list("*", "x", "产", "产出"), list(-1, -2.5, null, 1.005), list(-5, null, 5, 12.5)),
            new Input("fractions that double cannot hold", list(0.615, 0.1, 28.999, 29, "Ａ", "ａ"), list("Ａ", "ａ", "x", ""), list(0.1, 0.2, 0.3, -0.6), list(0.07, 0.14, 0.29, 57)),
            new Input("large", list(682440000.05, 99999999.99, 12.34, 100, "很长的文字", "很长"), list("很长", "很长的文字", "x", "x"), list(1e12, 0.01, 99999999.99, -1e12), list(100, 100, 100, 100)),
            new Input("one side blank", list(null, 5, null, 30, null, "x"), list(null, "x", null, "x"), list(5, null, -5, 2), list(null, 40, null, 60)));

    @TempDir
    Path folder;

    @Test
    void spreadsheetAndJavaAgree() throws Exception {
        assumeTrue(Office.available());
        Path file = folder.resolve("expressions.xlsx");
        write(file);
        Path saved = folder.resolve("calculated.xlsx");
        try (OfficeBook book = Office.open(file)) {
            book.recalculate().saveAs(saved, OfficeBook.Format.XLSX);
        }
        List<String> differences = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(saved))) {
            for (int input = 0; input < INPUTS.size(); input++) {
                for (int i = 0; i < EXPRESSIONS.size(); i++) {
                    String there = shown(book.getSheetAt(0).getRow(input * ROWS).getCell(FIRST_FORMULA + i));
                    String here = shown(new Evaluator(new Cells(INPUTS.get(input))).cell(Parser.parse(EXPRESSIONS.get(i))));
                    if (!there.equals(here)) {
                        differences.add(INPUTS.get(input).name() + ": " + EXPRESSIONS.get(i) + " is " + there + " in the spreadsheet, " + here + " in Java");
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private static void write(Path file) throws Exception {
        TypeCheck types = new TypeCheck(name -> Optional.ofNullable(TYPES.get(name)));
        try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            book.setCellFormulaValidation(false);
            XSSFSheet sheet = book.createSheet("表");
            for (int input = 0; input < INPUTS.size(); input++) {
                int top = input * ROWS;
                for (int row = top; row < top + ROWS; row++) {
                    XSSFRow line = sheet.createRow(row);
                    for (int column = 0; column < NAMES.size(); column++) {
                        put(line, column, INPUTS.get(input), row - top);
                    }
                }
                for (int i = 0; i < EXPRESSIONS.size(); i++) {
                    Expr expr = Parser.parse(EXPRESSIONS.get(i));
                    types.type(expr);
                    sheet.getRow(top).createCell(FIRST_FORMULA + i).setCellFormula(new ExcelText(new Places(top)).formula(expr, false));
                }
            }
            book.write(out);
        }
    }

    private static void put(XSSFRow line, int column, Input input, int index) {
        Object value = value(input, NAMES.get(column), index);
        if (value instanceof Number number) {
            double points = number.doubleValue();
            line.createCell(column).setCellValue(isPercent(NAMES.get(column)) ? BigDecimal.valueOf(points).movePointLeft(2).doubleValue() : points);
        } else if (value != null) {
            line.createCell(column).setCellValue((String) value);
        }
    }

    private static Object value(Input input, String name, int index) {
        int column = NAMES.indexOf(name);
        return column < 6 ? index == 0 ? input.singles().get(column) : null : List.of(input.keys(), input.numbers(), input.percents()).get(column - 6).get(index);
    }

    private static boolean isPercent(String name) {
        return List.of("p", "q", "col.g").contains(name);
    }

    private static boolean isText(String name) {
        return List.of("t", "u", "col.k").contains(name);
    }

    private static String shown(Cell cell) {
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
        BigDecimal rounded = number.setScale(10, java.math.RoundingMode.HALF_UP).round(new java.math.MathContext(12));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private record Cells(Input input) implements Evaluator.Scope {
        @Override
        public Value value(String path) {
            return values(path).get(0);
        }

        @Override
        public List<Value> values(String path) {
            return IntStream.range(0, path.contains(".") ? ROWS : 1).mapToObj(index -> AgreementTest.value(input, path, index))
                    .map(value -> value == null ? Value.BLANK : value instanceof Number number ? Value.of(new BigDecimal(number.toString())) : new Value.Str((String) value)).toList();
        }

        @Override
        public boolean isPercent(String path) {
            return AgreementTest.isPercent(path);
        }

        @Override
        public boolean isText(String path) {
            return AgreementTest.isText(path);
        }
    }

    private record Places(int top) implements ExcelText.Places {
        @Override
        public List<String> cells(String path) {
            String first = new Ref(top, NAMES.indexOf(path)).toString();
            return List.of(path.contains(".") ? first + ":" + new Ref(top + ROWS - 1, NAMES.indexOf(path)) : first);
        }

        @Override
        public boolean isPercent(String path) {
            return AgreementTest.isPercent(path);
        }

        @Override
        public boolean isText(String path) {
            return AgreementTest.isText(path);
        }

        @Override
        public String constant(String path) {
            return "";
        }
    }
}
