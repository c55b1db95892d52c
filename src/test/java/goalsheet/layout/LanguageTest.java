package goalsheet.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import goalsheet.expr.Value;
import goalsheet.generate.FormWriter;
import goalsheet.template.DefinitionException;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions over a template's own tables and fields: at their addresses, with their values, and told where they make no sense. */
class LanguageTest {
    private static final Map<String, Value> ENTRIES = Map.of("s.c", Value.of("采购"), "s.d", Value.of(java.time.LocalDate.of(2026, 3, 9)), "s.share", Value.of(20),
            "s.r[1].name", Value.of("办公"), "s.r[1].price", Value.of(120), "s.r[2].name", Value.of("采购"), "s.r[3].price", Value.of(new BigDecimal("99.5")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "count(r, name = c)|SUMPRODUCT(--(A5:A7&\"\"=A2&\"\"))|1",
            "count(r, and(price > 100, twice > 200))|SUMPRODUCT(--((B5:B7>100)*(C5:C7>200)>0))|1",
            "count(r, not(blank(price)))|SUMPRODUCT(--((TRIM(CLEAN(SUBSTITUTE(B5:B7,\"\u3000\",\" \")))=\"\")=FALSE))|2",
            "count(r, price < share * 5)|SUMPRODUCT(--(B5:B7<(C2*100^(C2<2))*5))|2",
            "count(r)|SUMPRODUCT(1-(TRIM(CLEAN(SUBSTITUTE(A5:A7,\"\u3000\",\" \")))=\"\")*(TRIM(CLEAN(SUBSTITUTE(B5:B7,\"\u3000\",\" \")))=\"\"))|3",
            "count(each, x = c)|SUMPRODUCT(--(A8:A9&\"\"=A2&\"\"))|0",
            "month(d) * 100 + day(d)|IF(AND(ISNUMBER(B2),B2>=61,B2<2958466),MONTH(B2),0)*100+IF(AND(ISNUMBER(B2),B2>=61,B2<2958466),DAY(B2),0)|309",
            "share + half|(C2*100^(C2<2))+(D2*100)|30",
            "max(share, half)|IF(COUNT(C2,D2)=0,SUM(C2,D2),MAX(IF(COUNT(C2),C2*100^(C2<2),SUM(C2)-1E+300),IF(COUNT(D2),MAX(D2)*100,SUM(D2)-1E+300)))|20",
            "sumif(r.name, c, r.price)|SUMPRODUCT(--(A5:A7&\"\"=A2&\"\"),B5:B7)|0"})
    void expressionsFindTheirCells(String expression, String formula, String value) {
        Layout layout = Layout.of(TemplateLoader.parse("t.yaml", yaml(expression)), FormWriter.blank(TemplateLoader.parse("t.yaml", yaml(expression)), Lang.ZH, Optional.of(2)));
        Located result = layout.find("s.a").orElseThrow();
        assertThat(layout.formula(result.sheet(), result.slot())).isEqualTo(formula);
        Calculation calculation = new Calculation(layout, path -> ENTRIES.getOrDefault(path, Value.BLANK));
        assertThat(calculation.value(result.sheet(), result.slot()).show()).isEqualTo(value);
    }

    @Test
    void aCalculatedPercentageStandsAsAFraction() {
        Layout layout = Layout.of(TemplateLoader.parse("t.yaml", yaml("1")), FormWriter.blank(TemplateLoader.parse("t.yaml", yaml("1")), Lang.ZH, Optional.of(2)));
        Located half = layout.find("s.half").orElseThrow();
        assertThat(layout.formula(half.sheet(), half.slot())).isEqualTo("(C2*100^(C2<2))/2/100");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "count(q)|t.yaml:11: 表达式第 7 个字符：没有字段“q”",
            "1 + count(each)|t.yaml:11: 表达式第 5 个字符：该表格没有需要填写的字段，请写明条件",
            "count(r, share > 5)|t.yaml:11: 表达式第 10 个字符：条件中没有用到该表格的字段",
            "count(r, price > n)|t.yaml:11: 表达式第 18 个字符：没有字段“n”",
            "count(r, and(price > 1, nmae = c))|t.yaml:11: 表达式第 25 个字符：没有字段“nmae”",
            "count(r, r.price > 1)|t.yaml:11: 表达式第 10 个字符：此处应为数字，而不是一组数字",
            "count(r, it.x = c)|t.yaml:11: 表达式第 10 个字符：此处应为一个值，而不是一组值",
            "count(r, min(price, 5) = 1)|t.yaml:11: 表达式第 10 个字符：count、sumif 的条件中不能用 min",
            "1 + year(share)|t.yaml:11: 表达式第 10 个字符：此处应为日期字段",
            "r|t.yaml:11: 此处应为一个值，而不是一个表格",
            "count(r, twice = a)|t.yaml:11: 公式循环：s.a → s.a",
            "count(r, around = 1)|t.yaml:11: 公式循环：s.a → s.r.around → s.a"})
    void mistakesAreToldWithTheirPlace(String expression, String expected) {
        assertThat(catchThrowableOfType(DefinitionException.class, () -> TemplateLoader.parse("t.yaml", yaml(expression))).in(Lang.ZH)).isEqualTo(expected);
    }

    private static String yaml(String expression) {
        return """
                template: t
                version: 1
                title: t
                unit: {code: s.c, name: s.c}
                sheets:
                  - id: s
                    name: s
                    columns: [10, 10, 10, 10]
                    fields:
                      c: {label: c}
                      a: {label: a, type: number, formula: 'EXPRESSION'}
                      d: {label: d, type: date}
                      share: {label: share, type: percent}
                      half: {label: half, type: percent, formula: share / 2}
                    tables:
                      r:
                        label: r
                        rows: 3
                        fields:
                          name: {label: name}
                          price: {label: price, type: amount}
                          twice: {label: twice, type: amount, formula: price * 2}
                          around: {label: around, type: number, formula: AROUND}
                      each: {label: each, rows: each it, fields: {x: {label: x, formula: it.x}}}
                    rows:
                      - cells: [{text: x, span: 4}]
                      - cells: [{field: c}, {field: d}, {field: share}, {field: half}]
                      - cells: [{field: a}, {text: x, span: 3}]
                      - cells: [{text: x, span: 4}]
                      - {table: r, cells: [{field: name}, {field: price}, {field: twice}, {field: around}]}
                      - {table: each, cells: [{field: x}, {text: x, span: 3}]}
                  - id: it
                    name: "it{n}"
                    repeat: {start: 2, max: 3}
                    columns: [10]
                    fields: {x: {label: x}}
                    rows: [{cells: [{text: x}]}, {cells: [{field: x}]}]
                """.replace("EXPRESSION", expression).replace("AROUND", expression.contains("around") ? "a" : "n");
    }
}
