package goalsheet.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import goalsheet.text.Lang;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
    private static final Map<String, Type> NAMES = Map.of("a", Type.NUMBER, "b", Type.NUMBER, "t", Type.TEXT, "plan", Type.NUMBERS, "plan.m3", Type.NUMBER,
            "col.k", Type.TEXTS, "col.v", Type.NUMBERS);

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
            "t <> 1 + a|10: 此处应为文本，而不是数字|a text is wanted here, not a number",
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
            "1 + numeric(a)|13: 此处应为数字，而不是真假判断|a number is wanted here, not a condition",
            "numeric(-a)|10: 此处只能写字段名|only a field name can stand here",
            "filled(a)|8: 此处应为一组值；只看一个字段请用 blank|several values are wanted here; for one field use blank",
            "length(a)|8: 此处应为文本，而不是数字|a text is wanted here, not a number",
            "sumif(t, t, col.v)|7: 此处应为一组文本，而不是文本|several texts is wanted here, not a text",
            "sumif(col.k, a, col.v)|14: 此处应为文本，而不是数字|a text is wanted here, not a number",
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
            "not(a <> b)|NOT(A1<>B1)", "blank(t) = true|(TRIM(SUBSTITUTE(T1,\"\u3000\",\" \"))=\"\")=TRUE", "sum(plan, a, 3)|SUM(P1,A1,3)",
            "t|T1&\"\"", "if(blank(a), \"\", t)|IF(TRIM(SUBSTITUTE(A1,\"\u3000\",\" \"))=\"\",\"\",T1&\"\")",
            "sumif(col.k, t & \"*\", col.v)|SUMPRODUCT(--(K1=T1&\"*\"),V1)"})
    void formulasHaveTheBracketsTheyNeedAndNoMore(String source, String formula) throws ExpressionException {
        check(source);
        assertThat(new ExcelText(new OneCellEach()).formula(Parser.parse(source), false)).isEqualTo(formula);
    }

    private static void check(String source) throws ExpressionException {
        new TypeCheck(name -> Optional.ofNullable(NAMES.get(name))).type(Parser.parse(source));
    }

    private static final class OneCellEach implements ExcelText.Places {
        @Override
        public java.util.List<String> cells(String path) {
            return java.util.List.of(Character.toUpperCase(path.charAt(path.lastIndexOf('.') + 1)) + "1");
        }

        @Override
        public boolean isPercent(String path) {
            return false;
        }

        @Override
        public boolean isText(String path) {
            return NAMES.get(path) == Type.TEXT || NAMES.get(path) == Type.TEXTS;
        }

        @Override
        public String constant(String path) {
            return "";
        }
    }
}
