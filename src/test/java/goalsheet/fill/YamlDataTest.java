package goalsheet.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import goalsheet.template.DefinitionException;
import goalsheet.text.Lang;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlDataTest {
    @TempDir
    Path folder;

    @Test
    void everyTypeIsReadAsItsFieldTakesIt() throws Exception {
        FormData data = read("""
                cover: {unit_code: 007001, unit_name: no, date: 2023-12-31}
                project:
                  - code: 13020023P000039100348
                    name: '1e3'
                    budget: "1,234.50"
                    plan: {m3: 20%, m12: 100}
                    kind: 专项
                    goals:
                      - 1.甲
                      - 2.乙
                    due: 2024年2月29日
                    indicators:
                      - {level1: 产出, level2: 数量指标, value: 100%, weight: １０．５}
                      -
                      - {level1: 效益指标, level2: 环境效益指标}
                  -
                  - plan.m3: 33.5％
                    goals: |
                      first
                       second

                    budget: null
                    due: 2023/1/5
                    name: ~
                """);
        assertThat(data.sheets()).isEqualTo(3);
        assertThat(show(data)).containsExactly(
                "cover.unit_code='007001' a.yaml:1", "cover.unit_name='no' a.yaml:1", "cover.date=45291 a.yaml:1",
                "project[1].code='13020023P000039100348' a.yaml:3", "project[1].name='1e3' a.yaml:4", "project[1].budget=1234.5 a.yaml:5",
                "project[1].plan.m3=20 a.yaml:6", "project[1].plan.m12=100 a.yaml:6", "project[1].kind='专项' a.yaml:7",
                "project[1].goals='1.甲\n2.乙' a.yaml:8", "project[1].due=45351 a.yaml:11",
                "project[1].indicators[1].level1='产出指标' a.yaml:13", "project[1].indicators[1].level2='数量指标' a.yaml:13",
                "project[1].indicators[1].value='100%' a.yaml:13", "project[1].indicators[1].weight=10.5 a.yaml:13",
                "project[1].indicators[3].level1='效益指标' a.yaml:15", "project[1].indicators[3].level2='生态效益指标' a.yaml:15",
                "project[3].plan.m3=33.5 a.yaml:17", "project[3].goals='first\n second' a.yaml:18", "project[3].due=44931 a.yaml:23");
    }

    @Test
    void jsonReadsTheSame() throws Exception {
        FormData data = FormData.read(Forms.small(), List.of(file("a.json", """
                {"cover": {"unit_code": "336001"},
                 "project": [{"budget": 10.00, "plan": {"m3": "20%"}, "code": null, "goals": ["a", "b"]}]}
                """)));
        assertThat(show(data)).containsExactly("cover.unit_code='336001' a.json:1", "project[1].budget=10 a.json:2", "project[1].plan.m3=20 a.json:2",
                "project[1].goals='a\nb' a.json:2");
    }

    @Test
    void everyMistakeIsToldInOneRun() {
        assertThat(mistakes("""
                covr: {}
                cover:
                  unit_nam: x
                  date: 2023-02-30
                project:
                  - budgte: 1
                    预算数: 1
                    budget: 10万元
                    plan: {m4: 1, m3: 二成}
                    total: 5
                    name: [a]
                    kind: {a: b}
                    code: 1.302E+20
                    indicators:
                      - {level1: 产出指标, level2: 生态效益指标, value: "\\u0007"}
                      - {level1: 产岀指标, level2: 生态效益, weight: 1234567890.1234567}
                      - 5
                      - {value: 1}
                      - {value: 2}
                  - plan: 20%
                    indicators: 3
                  - {}
                  - {}
                  - {}
                """)).isEqualTo("""
                a.yaml:1: the template has no 'covr'; did you mean 'cover'?
                a.yaml:3: 'cover' has no 'unit_nam'; did you mean 'unit_name'?
                a.yaml:4: Date: '2023-02-30' is not a date; write it as 2023-12-31.
                a.yaml:6: 'project[1]' has no 'budgte'; did you mean 'budget'?
                a.yaml:7: 'project[1]' has no '预算数'; did you mean 'budget'?
                a.yaml:8: Budget: '10万元' is not a number; give digits only, without a unit.
                a.yaml:9: 'project[1].plan' has no 'm4'; did you mean 'm3'?
                a.yaml:9: March: '二成' is not a number; give digits only, without a unit.
                a.yaml:10: Total: is calculated by the workbook; take it out of the data.
                a.yaml:11: Project name: takes one value, not a list or group.
                a.yaml:12: kind: takes one value, not a list or group.
                a.yaml:13: Project code: '1.302E+20' was stored as a number and its last digits are lost; set the cell to text and enter it again.
                a.yaml:15: level2: '生态效益指标' belongs to '效益指标', not to '产出指标'.
                a.yaml:15: Value: holds control characters; remove them.
                a.yaml:16: level1: '产岀指标' is not one of the choices; did you mean '产出指标'?
                a.yaml:16: Weight: '1234567890.1234567' has more than the 15 digits a spreadsheet can keep.
                a.yaml:17: 'project[1].indicators[3]' must be a group of 'name: value'.
                a.yaml:18: 'indicators' (Indicators) takes 3 at most, 5 are given.
                a.yaml:20: 'project[2].plan' must be a group of 'name: value'.
                a.yaml:21: 'indicators' must be a list, each item starting with '- '.
                a.yaml:24: 'project' (project) takes 4 at most, 5 are given.""");
    }

    @Test
    void theChineseSaysWhatToDo() throws Exception {
        assertThat(catchThrowableOfType(DefinitionException.class, () -> read("project:\n  - {budgte: 1, budget: 10万元, total: 5}\n")).in(Lang.ZH)).isEqualTo("""
                a.yaml:2: “project[1]”中没有“budgte”，是否为“budget”？
                a.yaml:2: 合计：由表格自动计算，请从数据中删去。
                a.yaml:2: 预算数：“10万元”不是数字，请只填数字，不要带单位。""");
    }

    @Test
    void whatIsOnlyWrongForTheRulesIsKept() throws Exception {
        assertThat(show(read("project:\n  - {budget: -5.123, plan: {m3: 250%}, name: 这个名称比长度限制要长得多}\n"))).containsExactly(
                "project[1].budget=-5.123 a.yaml:2", "project[1].plan.m3=250 a.yaml:2", "project[1].name='这个名称比长度限制要长得多' a.yaml:2");
    }

    @Test
    void aTextMustFitInACell() {
        assertThat(mistakes("project:\n  - goals: " + "字".repeat(32_768) + "\n"))
                .isEqualTo("a.yaml:2: Goals: the text has 32768 characters, a cell holds at most 32767.");
    }

    @Test
    void theSameTwiceMustBeTheSame() throws Exception {
        Path one = file("one.yaml", "cover: {unit_code: 336001, unit_name: 法院}\nproject:\n  - {budget: 10}\n");
        Path two = file("two.yaml", "cover: {unit_code: 336001, date: 2023-01-01}\nproject:\n  - {budget: 10.00, name: a}\n");
        assertThat(show(FormData.read(Forms.small(), List.of(one, two)))).containsExactly("cover.unit_code='336001' one.yaml:1", "cover.unit_name='法院' one.yaml:1",
                "project[1].budget=10 one.yaml:3", "cover.date=44927 two.yaml:1", "project[1].name='a' two.yaml:3");
        Path other = file("other.yaml", "project:\n  - {budget: 11, plan: {m3: 1}}\n");
        Path worse = file("worse.yaml", "cover: {unit_name: 检察院}\n'': x\n");
        assertThat(catchThrowableOfType(DefinitionException.class, () -> FormData.read(Forms.small(), List.of(one, other, worse, folder.resolve("none.yaml")))).in(Lang.EN))
                .isEqualTo("""
                        worse.yaml:1: Unit name: differs from '法院' at one.yaml:1; make them equal or keep one.
                        worse.yaml:2: the template has no ''.
                        none.yaml: there is no such file.
                        other.yaml:2: Budget: differs from '10' at one.yaml:3; make them equal or keep one.""");
    }

    static List<String> show(FormData data) {
        return data.values().entrySet().stream().map(entry -> entry.getKey() + "="
                + (entry.getValue().value() instanceof goalsheet.expr.Value.Str text ? "'" + text.text() + "'" : entry.getValue().value().show())
                + " " + entry.getValue().source().zh()).toList();
    }

    private FormData read(String yaml) throws Exception {
        return FormData.read(Forms.small(), List.of(file("a.yaml", yaml)));
    }

    private String mistakes(String yaml) {
        return catchThrowableOfType(DefinitionException.class, () -> read(yaml)).in(Lang.EN);
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }
}
