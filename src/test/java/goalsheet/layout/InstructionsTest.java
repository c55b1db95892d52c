package goalsheet.layout;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.template.RuleUse;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cover says of the rules is what the rules say. */
class InstructionsTest {
    private static List<String> cover(String yaml, Lang lang) {
        Template template = TemplateLoader.parse("t.yaml", yaml);
        return Layout.of(template, new Form(lang, 1, Map.of())).sheets().get(0).slots().stream().map(Slot::text).filter(text -> text.startsWith("1. ")).findFirst().orElseThrow().lines().toList();
    }

    private static String hebei() throws IOException {
        return Files.readString(Path.of("templates/hebei-2023.yaml"));
    }

    @Test
    void eachFamilyOfRulesHasALineBetweenTheOtherNotes() throws IOException {
        assertThat(cover(hebei(), Lang.ZH)).containsExactly(
                "1. 浅黄色的单元格由单位填写，橙色的是还没填的必填项；灰色为自动计算，蓝色由财政部门填好，均不用改。",
                "2. 每个项目填一张“项目”表，点上面清单的序号或名称即可进入；用不到的项目表留空即可，不要删除。",
                "3. 绩效指标先选一级指标，再选二级指标；三级指标可以选，也可以自己写。",
                "4. 每个项目都要有产出指标和效益指标。产出指标中要有数量指标和质量指标。",
                "5. 预算数 = 财政资金 + 其他资金，没有其他资金可以不填。金额最多 2 位小数。金额以万元为单位，不要按元填。",
                "6. 资金支出计划填累计百分比，不填每期数。各期不小于上一期。12月底为 100%。",
                "7. 指标值要能衡量：写“≥98%”“985米”“11月底之前”，不要写“保障工作正常开展”。数字要带单位。比率不超过 100%，增长率除外。三级指标名称要具体，不用“工作完成率”这类哪个项目都能用的名称。每个项目一般不少于 4 条指标。",
                "8. 绩效目标写明做什么、达到什么结果。",
                "9. 每个项目的编码各不相同。",
                "10. 从别处粘贴时请用“选择性粘贴—数值”，以免冲掉下拉菜单。填完保存为 .xlsx 文件报送。");
        assertThat(cover(hebei(), Lang.EN)).hasSize(10).contains("6. The spend plan is cumulative. Each figure is at least the one before. It is 100 % at the end of December.");
    }

    @Test
    void aRuleThatIsOffOrGoesByAnotherLimitSaysSo() throws IOException {
        String other = hebei().replace("  PLN003:\n", "  PLN003:\n    off: true\n").replace("decimals: 2", "decimals: 4").replaceFirst("  COD003: \\{", "  COD003: {off: true, ")
                .replace("silences: [PLN002, PLN003]", "silences: [PLN002]");
        assertThat(cover(other, Lang.ZH)).hasSize(9).contains("5. 预算数 = 财政资金 + 其他资金，没有其他资金可以不填。金额最多 4 位小数。金额以万元为单位，不要按元填。",
                "6. 资金支出计划填累计百分比，不填每期数。各期不小于上一期。").noneMatch(line -> line.contains("编码"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hebei-2023", "central-2021"})
    void whatMustHoldIsSaid(String id) {
        assertThat(TemplateLoader.load(Path.of("templates", id + ".yaml")).rules().stream().filter(use -> use.isExpression() && use.severity().equals("error")))
                .isNotEmpty().extracting(RuleUse::instruction).doesNotContain(Text.EMPTY);
    }
}
