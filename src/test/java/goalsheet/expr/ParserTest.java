package goalsheet.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import goalsheet.text.Lang;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
    private static final Map<String, Type> NAMES = Map.ofEntries(Map.entry("a", Type.NUMBER), Map.entry("b", Type.NUMBER), Map.entry("d", Type.NUMBER), Map.entry("t", Type.TEXT),
            Map.entry("plan", Type.NUMBERS), Map.entry("plan.m3", Type.NUMBER), Map.entry("col", Type.TABLE), Map.entry("col.k", Type.TEXTS), Map.entry("col.v", Type.NUMBERS),
            Map.entry("col[].k", Type.TEXT), Map.entry("col[].v", Type.NUMBER), Map.entry("col[].x", Type.NUMBER));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "``|1: 表达式不完整|the expression ends too early",
            "a +|4: 表达式不完整|the expression ends too early",
            "a + )|5: 不认识“)”|unexpected ')'",
            "a b|3: 此处多出“b”|unexpected 'b'",
            "(a|3: 此处应为“)”|expected ')'",
            "sum(a, b|9: 此处应为“)”|expected ')'",
            "a % 2|3: 此处多出“%”|unexpected '%'",
            "预算 + 1|1: 不认识“预”|unexpected '预'",
            "1 + 1.2.3|5: 数字写法不对|not a number",
            "t = \"x|5: 引号没有配对|the quotation mark is not closed",
            "a + summe(b)|5: 没有函数“summe”|there is no function 'summe'",
            "round(a)|1: 函数“round”的参数个数不对|wrong number of arguments for 'round'",
            "1 + if(a > 1, 2)|5: 函数“if”的参数个数不对|wrong number of arguments for 'if'",
            "sum()|1: 函数“sum”的参数个数不对|wrong number of arguments for 'sum'",
            "a = ≥|5: 不认识“≥”|unexpected '≥'",
            "a + budjet|5: 没有字段“budjet”|there is no field 'budjet'",
            "1 + (2 * x.y)|10: 没有字段“x.y”|there is no field 'x.y'",
            "a + t|5: 此处应为数字，而不是文本|a number is wanted here, not a text",
            "t < 3|1: 此处应为数字，而不是文本|a number is wanted here, not a text",
            "a = t|5: 此处应为数字，而不是文本|a number is wanted here, not a text",
            "t <> 1 + a|6: 此处应为文本，而不是数字|a text is wanted here, not a number",
            "a + plan|5: 此处应为数字，而不是一组数字|a number is wanted here, not several numbers",
            "t & plan|5: 此处应为一个值，而不是一组值|one value is wanted here, not several",
            "sum(a, t)|8: 此处应为数字，而不是文本|a number is wanted here, not a text",
            "if(a, 1, 2)|4: 此处应为真假判断，而不是数字|a condition is wanted here, not a number",
            "if(a > 1, a > 2, b)|18: 此处应为真假判断，而不是数字|a condition is wanted here, not a number",
            "and(a > 1, b)|12: 此处应为真假判断，而不是数字|a condition is wanted here, not a number",
            "not(t)|5: 此处应为真假判断，而不是文本|a condition is wanted here, not a text",
            "t & (a > 1)|6: 此处应为文本，而不是真假判断|a text is wanted here, not a condition",
            "blank(a + 1)|7: 此处只能写字段名|only a field name can stand here",
            "blank(plan)|7: 此处应为一个值，而不是一组值|one value is wanted here, not several",
            "numeric(t)|9: 此处应为数字，而不是文本|a number is wanted here, not a text",
            "numeric(plan)|9: 此处应为数字，而不是一组数字|a number is wanted here, not several numbers",
            "1 + numeric(a)|5: 此处应为数字，而不是真假判断|a number is wanted here, not a condition",
            "numeric(-a)|10: 此处只能写字段名|only a field name can stand here",
            "filled(a)|8: 此处应为一组值；只看一个字段请用 blank|several values are wanted here; for one field use blank",
            "length(a)|8: 此处应为文本，而不是数字|a text is wanted here, not a number",
            "sumif(t, t, col.v)|7: 此处应为一组文本，而不是文本|several texts is wanted here, not a text",
            "sumif(col.k, a, col.v)|14: 此处应为文本，而不是数字|a text is wanted here, not a number",
            "today()|1: 没有函数“today”|there is no function 'today'",
            "count(cul)|7: 没有字段“cul”|there is no field 'cul'",
            "count(a)|7: 此处应为一个表格，而不是数字|a table is wanted here, not a number",
            "count(col.k)|7: 此处应为一个表格，而不是一组文本|a table is wanted here, not several texts",
            "count(1)|7: 此处只能写字段名|only a field name can stand here",
            "count()|1: 函数“count”的参数个数不对|wrong number of arguments for 'count'",
            "count(col, k = t, v = 1)|1: 函数“count”的参数个数不对|wrong number of arguments for 'count'",
            "1 + count(col, v)|16: 此处应为真假判断，而不是数字|a condition is wanted here, not a number",
            "count(col, 5)|12: 此处应为真假判断，而不是数字|a condition is wanted here, not a number",
            "count(col, k = 5)|16: 此处应为文本，而不是数字|a text is wanted here, not a number",
            "count(col, k < t)|12: 此处应为数字，而不是文本|a number is wanted here, not a text",
            "count(col, kind = t)|12: 没有字段“kind”|there is no field 'kind'",
            "count(col, col.k = t)|12: 此处应为一个值，而不是一组值|one value is wanted here, not several",
            "count(col, v > plan)|16: 此处应为数字，而不是一组数字|a number is wanted here, not several numbers",
            "count(col, if(v > 1, true, false))|12: count、sumif 的条件中不能用 if|'if' cannot stand in the condition of count or sumif",
            "count(col, sum(v, a) > 1)|12: count、sumif 的条件中不能用 sum|'sum' cannot stand in the condition of count or sumif",
            "count(col, not(year(v) = 2023))|16: count、sumif 的条件中不能用 year|'year' cannot stand in the condition of count or sumif",
            "count(col, count(col) > 1)|12: count、sumif 的条件中不能用 count|'count' cannot stand in the condition of count or sumif",
            "count(col, blank(k & t))|18: 此处只能写字段名|only a field name can stand here",
            "a + col|5: 此处应为数字，而不是一个表格|a number is wanted here, not a table",
            "sum(col)|5: 此处应为数字，而不是一个表格|a number is wanted here, not a table",
            "filled(col)|8: 此处应为一组文本，而不是一个表格|several texts is wanted here, not a table",
            "blank(col)|7: 此处应为一个值，而不是一组值|one value is wanted here, not several",
            "year(t)|6: 此处应为数字，而不是文本|a number is wanted here, not a text",
            "month(a + 1)|7: 此处只能写字段名|only a field name can stand here",
            "day(col.v)|5: 此处应为数字，而不是一组数字|a number is wanted here, not several numbers",
            "sumif(col.k, if(a > 1, t, t), col.v)|14: count、sumif 的条件中不能用 if|'if' cannot stand in the condition of count or sumif",
            "-t|2: 此处应为数字，而不是文本|a number is wanted here, not a text"})
    void mistakesAreToldWithTheirPlace(String source, String zh, String en) {
        ExpressionException problem = catchThrowableOfType(ExpressionException.class, () -> check(source));
        assertThat(problem.column() + ": " + problem.words().in(Lang.ZH) + "|" + problem.words().in(Lang.EN)).isEqualTo(zh + "|" + en);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1+", "(", "-", "not(", "if(a>1,1,"})
    void whatGoesOnForeverIsRefused(String part) {
        assertThat(catchThrowableOfType(ExpressionException.class, () -> check(part.repeat(20_000))).words().en())
                .isEqualTo("the expression is longer than 2000 characters");
        assertThat(catchThrowableOfType(ExpressionException.class, () -> check(part.repeat(150))).words().en())
                .isIn("expression nested too deeply", "the expression ends too early");
        assertThat(catchThrowableOfType(ExpressionException.class, () -> check('"' + "x".repeat(256) + '"')).words().en())
                .isEqualTo("the text in quotes is longer than 255 characters");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "1+2*a|1+2*A1", "(1+2)*a|(1+2)*A1", "a-(b-1)|A1-(B1-1)", "a-b-1|A1-B1-1", "a/(b*2)|A1/(B1*2)", "-(a+b)|-(A1+B1)", "--a|--A1",
            "t & \"\"\"x\" & a|T1&\"\"\"x\"&A1", "(a = b) = (a > 1)|A1=B1=(A1>1)", "a + b & t|A1+B1&T1", "a + 5.50|A1+5.50",
            "not(a <> b)|NOT(A1<>B1)", "blank(t) = true|(TRIM(CLEAN(SUBSTITUTE(T1,\"\u3000\",\" \")))=\"\")=TRUE", "sum(plan, a, 3)|SUM(P1,A1,3)",
            "t|T1&\"\"", "if(blank(a), \"\", t)|IF(TRIM(CLEAN(SUBSTITUTE(A1,\"\u3000\",\" \")))=\"\",\"\",T1&\"\")", "t = \"12\"|T1&\"\"=\"12\"",
            "sumif(col.k, t & \"*\", col.v)|SUMPRODUCT(--(K1:K9&\"\"=T1&\"*\"),V1:V9)",
            "count(col)|SUMPRODUCT(1-(TRIM(CLEAN(SUBSTITUTE(K1:K9,\"\u3000\",\" \")))=\"\")*(TRIM(CLEAN(SUBSTITUTE(V1:V9,\"\u3000\",\" \")))=\"\"))",
            "count(col, k = t)|SUMPRODUCT(--(K1:K9&\"\"=T1&\"\"))", "count(col, and(k = \"x\", not(or(v > a, numeric(v)))))|SUMPRODUCT(--((K1:K9&\"\"=\"x\")*(((V1:V9>A1)+ISNUMBER(V1:V9)>0)=FALSE)>0))",
            "and(a > 1, count(col, and(v > 1, v < 5)) > 0)|AND(A1>1,SUMPRODUCT(--((V1:V9>1)*(V1:V9<5)>0))>0)",
            "count(col, or(and(v = 1)))|SUMPRODUCT(--(V1:V9=1))", "count(col, (v = 1) = and(k = t, a = 1))|SUMPRODUCT(--(V1:V9=1=((K1:K9&\"\"=T1&\"\")*(A1=1)>0)))",
            "count(col, x > 5)|SUMPRODUCT(--((X1:X9*100^(X1:X9<2))>5))", "year(d)|IF(AND(ISNUMBER(D1),D1>=61,D1<2958466),YEAR(D1),0)"})
    void formulasHaveTheBracketsTheyNeedAndNoMore(String source, String formula) throws ExpressionException {
        check(source);
        assertThat(new ExcelText(new Addresses()).formula(Parser.parse(source), false)).isEqualTo(formula);
    }

    private static void check(String source) throws ExpressionException {
        new TypeCheck(path -> Optional.ofNullable(NAMES.get(path)).or(() -> Optional.ofNullable(NAMES.get(new Expr.Name(path, 1).written())))).type(Parser.parse(source));
    }

    /** Fields stand in the column of their first letter; x holds percentages. */
    private static final class Addresses implements ExcelText.Places {
        @Override
        public List<ExcelText.Cells> cells(String path) {
            String name = new Expr.Name(path, 1).written();
            String column = name.substring(name.lastIndexOf('.') + 1, name.lastIndexOf('.') + 2).toUpperCase(Locale.ROOT);
            boolean isMany = NAMES.containsKey(path) && path.startsWith("col");
            ExcelText.Content content = name.equals("x") ? ExcelText.Content.PERCENT : List.of("t", "k", "col.k").contains(name) ? ExcelText.Content.TEXT : ExcelText.Content.NUMBER;
            return List.of(new ExcelText.Cells(isMany ? column + "1:" + column + "9" : column + "1", content));
        }

        @Override
        public List<String> columns(String table) {
            return List.of("col[].k", "col[].v");
        }

        @Override
        public String constant(String path) {
            return "";
        }
    }
}
