package goalsheet.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import goalsheet.rule.CodedRules;
import goalsheet.text.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateLoaderTest {
    private static final Path RESOURCES = Path.of("src/test/resources/templates");

    @ParameterizedTest
    @ValueSource(strings = {"templates/hebei-2023.yaml", "templates/central-2021.yaml", "src/test/resources/templates/equipment.yaml"})
    void templatesAreInOrder(String file) {
        Template template = TemplateLoader.load(Path.of(file));
        assertThat(CodedRules.problems(template, file)).isEmpty();
        assertThat(template.rules()).isNotEmpty();
    }

    @Test
    void everyMistakeIsToldInOneRun() throws IOException {
        assertThat(problems(RESOURCES.resolve("mistakes.yaml"), Lang.EN)).containsExactlyElementsOf(Files.readAllLines(RESOURCES.resolve("mistakes.en.txt")));
        assertThat(problems(RESOURCES.resolve("mistakes.yaml"), Lang.ZH)).containsExactlyElementsOf(Files.readAllLines(RESOURCES.resolve("mistakes.zh.txt")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "b|a|t.yaml:12: 公式循环：s.a → s.b → s.a",
            "a + 1|5|t.yaml:12: 公式循环：s.a → s.a",
            "sum(r.x)|5|t.yaml:12: 公式循环：s.a → s.r.x → s.a",
            "sum(p)|5|t.yaml:11: 公式循环：s.p.q → s.a → s.p.q",
            "if(1 > 2, 3, -b)|round(sum(r.x, 4), 2)|t.yaml:12: 公式循环：s.a → s.b → s.r.x → s.a"})
    void formulasThatDependOnThemselvesAreTold(String a, String b, String expected) {
        assertThat(catchThrowableOfType(DefinitionException.class, () -> TemplateLoader.parse("t.yaml", withFormulas(a, b))).in(Lang.ZH)).isEqualTo(expected);
    }

    @Test
    void formulasThatUseEachOtherInOneDirectionAreFine() {
        assertThat(TemplateLoader.parse("t.yaml", withFormulas("b + 1", "2")).id()).isEqualTo("t");
        assertThat(TemplateLoader.parse("t.yaml", withFormulas("2", "sum(r.x) + a + a")).id()).isEqualTo("t");
    }

    private static String withFormulas(String a, String b) {
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
                      p.q: {label: q, type: number, formula: a}
                      a: {label: a, type: number, formula: "A"}
                      b: {label: b, type: number, formula: "B"}
                    tables:
                      r: {label: r, rows: 2, fields: {x: {label: x, type: number, formula: a * n}}}
                    rows:
                      - cells: [{text: t, span: 4}]
                      - cells: [{field: c}, {field: p.q}, {field: a}, {field: b}]
                      - {table: r, cells: [{field: x, span: 4}]}
                """.replace("A", a).replace("\"B\"", "\"" + b + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "成本指标: 20, 产出指标: 40|成本指标: 20, 产出指标: 50|规则 WGT003：各项合计 100，照此填写会违反规则 WGT001",
            "产出指标: 50, 效益指标: 30|产出指标: 50, 效益指标: 20|规则 WGT003：各项合计 80，照此填写会违反规则 WGT001",
            "成本指标: 20, 产出指标: 40|成本: 20, 产出指标: 40|规则 WGT003：列表“level1”中没有“成本”",
            "成本指标: 20, 产出指标: 40|成本指标: 二十, 产出指标: 40|应为数字",
            "when: count(indicators, level1 = \"成本指标\") = 0|when: not(blank(name))|-",
            "when: count(indicators, level1 = \"成本指标\") = 0|when: points > 0|规则 WGT003：各项合计 90，照此填写会违反规则 WGT003",
            "by: indicators.level1, of: indicators.weight, points: {成|by: indicators.level3, of: indicators.weight, points: {成|规则 WGT003：“by”应为一列下拉选项，“of”应为同一表格的一列数字，如 indicators.weight",
            "by: indicators.level1, of: indicators.weight, points: {成|by: indicators.level1, of: indicators.unit, points: {成|表达式第 1 个字符：此处应为一组数字，而不是一组文本",
            "by: indicators.level1, of: indicators.weight, points: {成|by: indicators.level1, off: indicators.weight, points: {成|此处不能写“off”，是否应为“of”？"})
    void sharesThatContradictTheTotalOrTheListAreTold(String from, String to, String expected) throws IOException {
        String yaml = Files.readString(Path.of("templates/central-2021.yaml"));
        assertThat(yaml).contains(from);
        String changed = yaml.replace(from, to);
        if (expected.equals("-")) {
            assertThat(TemplateLoader.parse("t.yaml", changed).id()).isEqualTo("central-2021");
        } else {
            String told = catchThrowableOfType(DefinitionException.class, () -> TemplateLoader.parse("t.yaml", changed)).in(Lang.ZH);
            assertThat(told).contains(expected).containsPattern("^t\\.yaml:\\d+: ");
        }
    }

    @Test
    void settingsThatABuiltInRuleDoesNotKnowAreTold() throws IOException {
        String yaml = Files.readString(Path.of("templates/hebei-2023.yaml")).replace("countable: [数量", "countabel: [数量").replace("IND003: {waivable: true, sheet: project, table: indicators, on: [value], name: [level3]",
                "IND003: {waivable: true, sheet: project, table: indicators, on: [value], name: [levl3]").replace("COD003:", "COD009:");
        Template template = TemplateLoader.parse("t.yaml", yaml);
        int first = line(yaml, "IND001:");
        assertThat(CodedRules.problems(template, "t.yaml")).extracting(problem -> problem.in(Lang.ZH)).containsExactly(
                "t.yaml:" + first + ": 规则 IND001 没有设置“countabel”，是否为“countable”？",
                "t.yaml:" + line(yaml, "IND003:") + ": 规则 IND003 的“name”：没有字段“levl3”",
                "t.yaml:" + line(yaml, "COD009:") + ": 没有内置规则 COD009；自定义规则要写 check");
        assertThat(CodedRules.problems(template, "t.yaml").get(0).in(Lang.EN)).isEqualTo("t.yaml:" + first + ": rule IND001 has no setting 'countabel'; did you mean 'countable'?");
    }

    @Test
    void settingsOfBuiltInRulesThatAreNoNumberOrUnitAreTold() throws IOException {
        String yaml = without("IND016|AMT00[45]")
                + "  IND016: {sheet: project, table: indicators, on: [level3], least: few, most: 20}"
                + "\n  AMT004: {sheet: project, table: indicators, on: [value], budget: [sum], amounts: [美元]}"
                + "\n  AMT005: {sheet: project, table: indicators, on: [value], budget: [budget], amounts: [元]}\n";
        assertThat(CodedRules.problems(TemplateLoader.parse("t.yaml", yaml), "t.yaml")).extracting(problem -> problem.in(Lang.ZH)).containsExactlyInAnyOrder(
                "t.yaml:" + line(yaml, "IND016:") + ": 规则 IND016 的“least”应为一个整数",
                "t.yaml:" + line(yaml, "AMT004:") + ": 规则 AMT004 的“budget”：没有字段“sum”",
                "t.yaml:" + line(yaml, "AMT004:") + ": 规则 AMT004 的“amounts”应为元或万元");
    }

    @Test
    void limitsThatNoFormCanCrossAreTold() throws IOException {
        for (String[] wrong : new String[][] {{"least: 4, most: 20", "表格只有 18 行，指标不会超过 most（20）；不限条数就不要写 most"}, {"most: 18", "表格只有 18 行，指标不会超过 most（18）；不限条数就不要写 most"},
                {"least: 5, most: 4", "least 大于 most"}, {"least: 19", "least 大于表格的行数 18"}}) {
            String yaml = without("IND016") + "  IND016: {sheet: project, table: indicators, on: [level3], " + wrong[0] + "}\n";
            assertThat(CodedRules.problems(TemplateLoader.parse("t.yaml", yaml), "t.yaml")).extracting(problem -> problem.in(Lang.ZH)).containsExactly("t.yaml:" + line(yaml, "IND016:") + ": 规则 IND016：" + wrong[1]);
        }
        for (String right : List.of("most: 17", "least: 18", "on: [level3]")) {
            assertThat(CodedRules.problems(TemplateLoader.parse("t.yaml", without("IND016") + "  IND016: {sheet: project, table: indicators, " + (right.startsWith("on") ? right : "on: [level3], " + right) + "}\n"), "t.yaml")).isEmpty();
        }
        String alike = without("IND015") + "  IND015: {sheet: project, table: indicators, on: [level3], value: [value], name: [level3], kind: [level2], projects: 61}\n";
        assertThat(CodedRules.problems(TemplateLoader.parse("t.yaml", alike), "t.yaml")).extracting(problem -> problem.in(Lang.ZH))
                .containsExactly("t.yaml:" + line(alike, "IND015:") + ": 规则 IND015：这种表最多 60 张，不会有 61 个项目");
    }

    @Test
    void instructionsArePrintedAndNameOnlyWhatTheRuleGoesBy() throws IOException {
        String yaml = Files.readString(Path.of("templates/hebei-2023.yaml"));
        String typo = yaml.replace("不少于 {least} 条", "不少于 {leest} 条");
        assertThatThrownBy(() -> TemplateLoader.parse("t.yaml", typo)).isInstanceOf(DefinitionException.class)
                .hasMessage("t.yaml:" + line(typo, "IND016:") + ": 'instruction' of rule IND016: there is no setting 'leest'");
        assertThatThrownBy(() -> TemplateLoader.parse("t.yaml", yaml.replace("- \"{rules}\"", ""))).isInstanceOf(DefinitionException.class)
                .hasMessageContaining("t.yaml:" + (line(yaml, "PLN002:")) + ": 'instruction' of rule PLN002 is printed nowhere: no cell's notes have {rules}");
    }

    private static String without(String ids) throws IOException {
        return Files.readString(Path.of("templates/hebei-2023.yaml")).replaceAll("(?m)^  (" + ids + "):.*\\n(    .*\\n)*", "");
    }

    @Test
    void idsOfOtherRulesAreNotUsedAgain() throws IOException {
        String own = ": {sheet: project, on: [budget], check: budget > 0, severity: error, summary: s, message: m, remedy: r}\n";
        String yaml = Files.readString(Path.of("templates/hebei-2023.yaml")) + "  STR009" + own + "  INT001" + own + "  IND099" + own + "  AMT006: {sheet: project, on: [budget]}\n"
                + "  COD005" + own.replace("check", "off: true, check");
        assertThat(CodedRules.problems(TemplateLoader.parse("t.yaml", yaml.replace("  AMT001:", "  AMT002:").replace("  AMT002: {", "  AMT001: {")), "t.yaml")).extracting(problem -> problem.in(Lang.ZH)).containsExactlyInAnyOrder(
                "t.yaml:" + line(yaml, "AMT001:") + ": 编号 AMT002 是内置规则的，请换一个编号",
                "t.yaml:" + line(yaml, "AMT002:") + ": 没有内置规则 AMT001；自定义规则要写 check",
                "t.yaml:" + line(yaml, "STR009:") + ": 规则 STR009 已经停用，编号不能再用",
                "t.yaml:" + line(yaml, "INT001:") + ": 编号 INT001 是内置规则的，请换一个编号",
                "t.yaml:" + line(yaml, "AMT006:") + ": 编号 AMT006 是内置规则的，请换一个编号");
    }

    private static int line(String yaml, String start) {
        List<String> lines = yaml.lines().toList();
        return 1 + lines.indexOf(lines.stream().filter(line -> line.strip().startsWith(start)).findFirst().orElseThrow());
    }

    private static List<String> problems(Path file, Lang lang) {
        return catchThrowableOfType(DefinitionException.class, () -> TemplateLoader.load(file)).in(lang).lines().toList();
    }
}
