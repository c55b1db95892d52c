package goalsheet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.check.Checker;
import goalsheet.fill.FormData;
import goalsheet.generate.FormWriter;
import goalsheet.layout.Layout;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules about structure, money, texts and unit codes on whole forms: filled, written, read and checked. */
class SampleFormsTest {
    private static final String HEBEI = """
            rules:
              STR010: {sheet: project, table: indicators, on: [level1]}
              STR011: {sheet: project, table: indicators, on: [level2]}
              STR012: {sheet: project, table: indicators, on: [level1], text: [name, use, goals]}
              STR013: {sheet: project, table: indicators, on: [level2], text: [name, use]}
              STR014:
                each:
                  - {sheet: cover, on: [unit_name, filled_by, phone]}
                  - {sheet: overall, on: [goal]}
                  - {sheet: overall, table: subgoals, on: [name, goal, indicators]}
                  - {sheet: overall, table: measures, on: [measure]}
                  - {sheet: project, on: [name, use, goals]}
                  - {sheet: project, table: indicators, on: [level3, description, basis]}
              STR015: {sheet: project, table: indicators, on: [basis]}
              STR016:
                each:
                  - {sheet: overall, table: subgoals, on: [name]}
                  - {sheet: overall, table: measures, on: [measure]}
                  - {sheet: project, table: indicators, on: [level1]}
              AMT002: {sheet: project, on: [budget, fiscal, other]}
              AMT003: {sheet: project, on: [budget, fiscal, other]}
              TXT001: {sheet: project, on: [goals], name: [name]}
              TXT002: {sheet: project, on: [goals], rows: [indicators], also: [name, use, budget, fiscal, other, plan.m3, plan.m6, plan.m10, plan.m12]}
              TXT003:
                each:
                  - {sheet: overall, on: [goal]}
                  - {sheet: overall, table: subgoals, on: [goal]}
                  - {sheet: overall, table: measures, on: [measure]}
                  - {sheet: project, on: [name, use, goals]}
              TXT004: {sheet: project, table: indicators, on: [level3]}
              COD004: {sheet: cover, on: [unit_code]}
            """;

    private static final String CENTRAL = """
            rules:
              STR010: {sheet: item, table: indicators, on: [level1]}
              STR011: {sheet: item, table: indicators, on: [level2]}
              STR012: {sheet: item, table: indicators, on: [level1], text: [name, goal]}
              STR013: {sheet: item, table: indicators, on: [level1], text: [name]}
              STR014:
                each:
                  - {sheet: cover, on: [unit_name, department, filled_by]}
                  - {sheet: item, on: [name, goal]}
                  - {sheet: item, table: indicators, on: [level3]}
              STR016: {sheet: item, table: indicators, on: [level1]}
              AMT002: {sheet: item, on: [fiscal, carryover, other]}
              TXT001: {sheet: item, on: [goal], name: [name]}
              TXT002: {sheet: item, on: [goal], rows: [indicators], also: [name, fiscal, carryover, other]}
              TXT003: {sheet: item, on: [name, goal]}
              TXT004: {sheet: item, table: indicators, on: [level3]}
              COD004: {sheet: cover, on: [unit_code]}
            """;

    @TempDir
    Path folder;

    @Test
    void eightCarefulProjectsAreClean() throws IOException {
        assertThat(told("eight-projects", UnaryOperator.identity())).isEmpty();
    }

    @Test
    void theCleanSampleOfTheSecondFormIsClean() throws IOException {
        assertThat(findings("central-2021", CENTRAL, Path.of("samples/central/data.yaml"))).isEmpty();
    }

    @Test
    void thePublishedFormOf2023() throws IOException {
        assertThat(told("qianan-court", UnaryOperator.identity())).containsExactly(
                "WARNING STR014 goals 项目1 目标内容1", "INFO STR015 indicators[1].basis 项目1 年初工作计划",
                "INFO STR015 indicators[1].basis 项目2 年初工作计划",
                "WARNING STR014 goals 项目3 目标内容1", "INFO STR015 indicators[1].basis 项目3 年初工作计划",
                "INFO TXT004 indicators[1].level3 项目4 （%）", "INFO STR015 indicators[1].basis 项目4 年初工作计划",
                "INFO STR015 indicators[1].basis 项目5 年初工作计划");
    }

    @Test
    void everyMistakeMadeInThemIsTold() throws IOException {
        assertThat(told("eight-projects", SampleFormsTest::spoil)).containsExactly(
                "WARNING COD004 unit_code 封面 30100", "WARNING TXT003 goal 部门整体 2022年",
                "WARNING AMT002 fiscal 项目1 240.005", "INFO TXT002 goals 项目1 5300户", "INFO STR015 indicators[3].basis 项目1 ",
                "WARNING AMT003 budget 项目2 786000", "WARNING STR013 indicators[8].level2 项目2 ",
                "WARNING TXT001 goals 项目3 1.举办好培训班。", "WARNING STR011 indicators[9].level2 项目3 ",
                "WARNING STR014 use 项目4 XX", "WARNING STR012 indicators[8].level1 项目4 ",
                "WARNING TXT003 goals 项目5 2022年", "INFO TXT004 indicators[2].level3 项目6 （个）",
                "INFO TXT002 goals 项目7 1.1万亩、30立方米", "WARNING STR010 indicators[7].level1 项目7 ",
                "WARNING TXT001 goals 项目8 举办2023年农民丰收节活动");
    }

    @Test
    void theSecondFormHasCostAsAFirstLevel() throws IOException {
        Files.writeString(folder.resolve("roads.yaml"), """
                cover: {unit_code: 301, unit_name: 青源县交通运输局, filled_by: 刘强, fill_date: 2026-01-12}
                item:
                  - name: 农村公路养护工程
                    nature: 延续项目
                    start: 2026-03-01
                    end: 2026-11-30
                    fiscal: 3860000.125
                    goal: 2025年养护农村公路36公里，修补沥青路面18000平方米，方便沿线群众出行
                    indicators:
                      - {level1: 产出指标, level2: 数量指标, level3: 养护公路里程, direction: 正向指标, operator: ＝, number: 36, unit: 公里, weight: 30}
                      - {level1: 产出指标, level2: 质量指标, level3: 验收合格率, direction: 正向指标, operator: ＝, number: 100, unit: "%", weight: 30}
                      - {level1: 效益指标, level2: 社会效益指标, level3: 受益人数, direction: 正向指标, operator: ≥, number: 12000, unit: 人, weight: 30}
                """);
        assertThat(findings("central-2021", CENTRAL, folder.resolve("roads.yaml"))).containsExactly(
                "WARNING AMT002 fiscal 项目（1） 3860000.125", "INFO TXT002 goal 项目（1） 18000平方米", "WARNING TXT003 goal 项目（1） 2025年",
                "WARNING STR012 indicators[4].level1 项目（1） ", "WARNING STR013 indicators[4].level1 项目（1） ");
    }

    /** A mistake for each rule, in the words of the careful form. */
    private static String spoil(String data) {
        String[] changes = {"unit_code: 301001", "unit_code: 30100", "goal: 2023年，我局", "goal: 2022年，我局",
                "fiscal: 240.00", "fiscal: 240.005", "不少于5200户", "不少于5300户", "占全部单位工程数的比例, value: 100%, basis: 行业标准", "占全部单位工程数的比例, value: 100%",
                "budget: 78.60\n    fiscal: 78.60", "budget: 786000\n    fiscal: 786000", "level2: 成本指标, level3: 设备购置总成本", "level2: 时效指标, level3: 设备购置总成本",
                "level2: 质量指标, level3: 培训合格率", "level2: 时效指标, level3: 培训合格率", "对购置补贴目录内农机具", "对XX内农机具",
                "level1: 满意度指标, level2: 服务对象满意度指标, level3: 受补贴农户", "level1: 效益指标, level2: 社会效益指标, level3: 受补贴农户",
                "2.2023年9月底前上线", "2.2022年9月底前上线", "level3: 表层样点采样数量", "level3: 表层样点采样数量(个)", "level3: 剖面样点调查数量", "level3: 剖面样点调查数量（个）"};
        String spoilt = data;
        for (int at = 0; at < changes.length; at += 2) {
            assertThat(spoilt).contains(changes[at]);
            spoilt = spoilt.replace(changes[at], changes[at + 1]);
        }
        spoilt = spoilt.replaceFirst("(?s)- 1\\.按粮食种植.*?(?=    indicators:)", "- 1.举办好培训班。\n");
        spoilt = spoilt.replaceFirst("(?s)- 1\\.举办县主会场.*?(?=    indicators:)", "- 举办2023年农民丰收节活动\n");
        return spoilt.replaceAll("(?m)^.*level3: (?:恢复灌溉面积|亩均年节水量).*\n", "");
    }

    private List<String> told(String sample, UnaryOperator<String> change) throws IOException {
        Path data = folder.resolve("data.yaml");
        Files.writeString(data, change.apply(Files.readString(Path.of("samples", sample, "data.yaml"))));
        return findings("hebei-2023", HEBEI, data);
    }

    /** What these rules, and those that need no template, say about the form filled with the data. */
    private List<String> findings(String id, String rules, Path data) throws IOException {
        String form = Files.readString(Path.of("templates", id + ".yaml"));
        Template template = TemplateLoader.parse(id + ".yaml", form.substring(0, form.indexOf("\nrules:") + 1) + rules);
        assertThat(CodedRules.problems(template, id)).isEmpty();
        FormData filled = FormData.read(template, List.of(data));
        Path workbook = folder.resolve("form.xlsx");
        Layout layout = Layout.of(template, FormWriter.blank(template, Lang.ZH, Optional.of(filled.sheets())));
        FormWriter.write(layout, filled::value, Optional.empty(), workbook, false);
        return new Checker(name -> Optional.of(template)).check(workbook).findings().stream().map(finding -> finding.severity() + " "
                + finding.rule().id() + " " + finding.place().field() + " " + finding.place().sheet() + " " + finding.value()).toList();
    }
}
