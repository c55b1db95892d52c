package goalsheet.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.expr.Recalculated.Sum;
import goalsheet.office.Office;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every expression means in a spreadsheet what it means in Java: over blanks, texts, zeros, decimals, percentages and errors. */
class AgreementTest {
    private static final String WIDE = "\u3000";
    private static final int ROWS = 4;
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
            "sumif(col.k, \"12\", col.v)", "sumif(col.k, \"~*\", col.v)", "t = \"12\"", "if(a > b, t, u) = \"\"", "if(a > b, t, u)",
            "count(col)", "count(col, k = \"产出\")", "count(col, k = \"产*\")", "count(col, k = \">0\") + 1", "count(col, k = t)", "count(col, t = k & \"\")", "count(col, not(blank(k)))",
            "count(col, and(k = \"x\", not(blank(v)))) = 0", "count(col, or(k = \"x\", v > 2, blank(v)))", "count(col, v > b * 2)", "count(col, v = 0)", "count(col, v <> b)", "count(col, numeric(v))",
            "count(col, and(numeric(v), v >= 2.2))", "count(col, g > 20)", "count(col, g = p)", "count(col, and(v = 5))", "count(col, not(or(blank(k), blank(v))))", "count(col, (k = t) = (v > 2))",
            "count(col, length(k) = 2)", "count(col, abs(v) > 1)", "count(col, round(v, 0) = 2)", "count(col, -v * 2 + 1 < 1 / 4)", "count(col, 1 / v > 0.3)", "count(col, and(true, k <> \"x\", or(v < 3, v = 5)))",
            "count(col, k & v & \"\" = \"x2\")", "count(col, not(not(blank(g))))", "count(col, or(not(blank(k)), and(blank(v), blank(g))))", "count(col, k & l <> \"\")", "count(col, a > 1)",
            "year(d)", "month(d)", "day(d)", "year(a)", "month(b) + day(b)", "if(blank(d), \"\", year(d) & \"年\" & month(d) & \"月\" & day(d) & \"日\")",
            "f", "f + p", "f = p", "sum(f, p, q)", "max(f, p)", "min(f, q)", "min(p, f, a)", "sum(g)", "max(g)", "min(g)", "filled(g)", "max(g, p)", "sum(col.h)", "min(col.h)", "max(col.h, col.g)",
            "sumif(col.k, \"产出\", col.h)", "sumif(col.k, \"x\", col.g) + f", "count(col, h < g)", "count(col, h + g > 40)",
            "(a = b) = (t = u)", "true", "if(a > b, \"yes\", \"no\") & \"\"", "\"quote \"\" 引号\" & t", "12345678.91 + a");

    /** What stands in the columns; percentages in points. */
    private record Input(String name, List<Object> singles, List<Object> keys, List<Object> numbers, List<Object> percents) {
        /** The same values over and over in the columns of a kind: rows further on each time, so that they differ. */
        Object cell(String name, int row) {
            return switch (name) {
                case "a", "b", "p", "q", "t", "u" -> point(name, singles.get(List.of("a", "b", "p", "q", "t", "u").indexOf(name)));
                case "d" -> singles.get(0) instanceof Number number ? new BigDecimal("45000.75").add(new BigDecimal(number.toString())) : singles.get(0);
                case "col.k" -> keys.get(row);
                case "col.l" -> keys.get((row + 1) % ROWS);
                case "col.v" -> point(name, numbers.get(row));
                case "col.w", "col.e" -> point(name, numbers.get((row + 1) % ROWS));
                default -> point(name, percents.get((row + name.length()) % ROWS));
            };
        }

        private static Object point(String name, Object value) {
            boolean isPercent = List.of(ExcelText.Content.PERCENT, ExcelText.Content.FRACTION).contains(Scene.content(name));
            return value instanceof Number number ? new BigDecimal(number.toString()).movePointLeft(isPercent ? 2 : 0) : value;
        }

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
        Scene.Builder scenes = new Scene.Builder();
        List<Sum> sums = new ArrayList<>();
        for (Input input : INPUTS) {
            Scene scene = scenes.add(input.name(), ROWS, input::cell);
            EXPRESSIONS.forEach(expression -> sums.add(new Sum(scene, expression)));
        }
        assertThat(Recalculated.differences(folder, scenes.scenes(), sums)).isEmpty();
    }

    /** What only the program writes into its forms: how a text is bared and looked up among the spellings of items. */
    @Test
    void spreadsheetAndJavaAgreeAboutItems() throws Exception {
        assumeTrue(Office.available());
        Expr bare = new Expr.Call(Function.BARE, List.of(new Expr.Name("t", 1)));
        Expr unweighted = new Expr.Call(Function.UNWEIGHTED, List.of(bare));
        List<Expr> exprs = List.of(bare, unweighted,
                new Expr.Call(Function.LOOKUP, List.of(new Expr.Name("col.k", 1), unweighted, new Expr.Name("col.l", 1))),
                new Expr.Call(Function.LOOKUP, List.of(new Expr.Name("col.k", 1), new Expr.Name("t", 1), new Expr.Name("col.k", 1))));
        List<Object> keys = list(null, "产出指标", "ABC", "*", "质量", "(5)", "12", "≥", "＝", "=", "x(a)");
        Scene.Builder scenes = new Scene.Builder();
        List<Sum> sums = new ArrayList<>();
        for (Object text : list(null, "", " ", WIDE, "产出指标", " 产出　指标\u00a0", "产出\u200b指标", "产出\n指标\t", "产出指标（50分）", "产出指标(50)", "产出指标（ 12.5 分 ）", "产出指标（）", "产出指标(5", "产出指标)", "产出指标(五十)",
                "产出指标(优)", "产出指标(5)(6)", "(5)产出指标", "(5)", "(", ")", "质量（x）（5）", "x（a）", "x(a)(5分)", "abc", "aBc（1）", "ＡＢＣ", "*", "?", "质?", "~*", "产出*", 12, 12.5, "12", "012", "≥", "≧", "=", "＝", "产出指標", "產出指标",
                "'产出指标", "=产出指标", "\"产出指标\"", "产出指标" + "（1）".repeat(40), "长".repeat(300), "产出指标(" + "1".repeat(200) + "x)")) {
            Scene scene = scenes.add("'" + text + "'", keys.size(), (name, row) -> name.equals("t") ? text instanceof Number ? new BigDecimal(text.toString()) : text
                    : name.equals("col.k") ? keys.get(row) : name.equals("col.l") && row > 0 ? "item " + row : null);
            exprs.forEach(expr -> sums.add(new Sum(scene, expr.toString(), expr)));
        }
        assertThat(Recalculated.differences(folder, scenes.scenes(), sums)).isEmpty();
        assertThat(sums.stream().filter(sum -> sum.scene().calculated(sum.expr()).startsWith("'item")).count()).isEqualTo(20);
    }
}
