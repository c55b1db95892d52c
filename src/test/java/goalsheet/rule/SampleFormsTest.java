package goalsheet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.check.Checker;
import goalsheet.fill.FormData;
import goalsheet.generate.FormWriter;
import goalsheet.layout.Layout;
import goalsheet.template.Template;
import goalsheet.template.TemplateStore;
import goalsheet.text.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of the shipped templates on whole forms: filled, written, read and checked. */
class SampleFormsTest {
    @TempDir
    Path folder;

    @Test
    void eightCarefulProjectsAreClean() throws IOException {
        assertThat(told("eight-projects", UnaryOperator.identity())).isEmpty();
    }

    @Test
    void theCleanSampleOfTheSecondFormIsClean() throws IOException {
        assertThat(findings("central-2021", Path.of("samples/central/data.yaml"))).isEmpty();
    }

    @Test
    void everyMistakeMadeInThemIsTold() throws IOException {
        assertThat(told("eight-projects", SampleFormsTest::spoil)).containsExactly(
                "WARNING COD004 unit_code 封面 30100", "WARNING TXT003 goal 部门整体 2022年",
                "WARNING AMT002 fiscal 项目1 240.004", "INFO TXT002 goals 项目1 5300户", "INFO STR015 indicators[3].basis 项目1 ",
                "WARNING AMT003 budget 项目2 786000", "WARNING IND009 indicators[5].level3 项目2 设备购置总成本",
                "WARNING TXT001 goals 项目3 1.举办好培训班。", "WARNING IND009 indicators[3].level3 项目3 培训合格率",
                "WARNING STR014 use 项目4 XX", "WARNING IND009 indicators[7].level3 项目4 受补贴农户满意度",
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
        assertThat(findings("central-2021", folder.resolve("roads.yaml"))).containsExactly(
                "WARNING AMT002 fiscal 项目（1） 3860000.125", "INFO TXT002 goal 项目（1） 18000平方米", "WARNING TXT003 goal 项目（1） 2025年",
                "INFO IND016 indicators[3].level3 项目（1） 3",
                "WARNING STR012 indicators[4].level1 项目（1） ", "WARNING STR013 indicators[4].level1 项目（1） ");
    }

    /** A mistake for each rule, in the words of the careful form. */
    private static String spoil(String data) {
        String[] changes = {"unit_code: 301001", "unit_code: 30100", "goal: 2023年，我局", "goal: 2022年，我局",
                "fiscal: 240.00", "fiscal: 240.004", "不少于5200户", "不少于5300户", "占全部单位工程数的比例, value: 100%, basis: 行业标准", "占全部单位工程数的比例, value: 100%",
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
        return findings("hebei-2023", data);
    }

    /** What the check says about the form filled with the data. */
    private List<String> findings(String id, Path data) {
        TemplateStore templates = new TemplateStore(Path.of("templates"));
        Template template = templates.open(id);
        assertThat(CodedRules.problems(template, id)).isEmpty();
        FormData filled = FormData.read(template, List.of(data));
        Path workbook = folder.resolve("form.xlsx");
        Layout layout = Layout.of(template, FormWriter.blank(template, Lang.ZH, Optional.of(filled.sheets())));
        FormWriter.write(layout, filled::value, Optional.empty(), workbook, false);
        return new Checker(templates::find).check(workbook).findings().stream().map(finding -> finding.severity() + " "
                + finding.rule().id() + " " + finding.place().field() + " " + finding.place().sheet() + " " + finding.value()).toList();
    }
}
