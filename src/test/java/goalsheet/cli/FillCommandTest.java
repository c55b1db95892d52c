package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FillCommandTest {
    private static final String DATA = "samples/qianan-court/data.yaml";

    @TempDir
    Path folder;
    private Path out;
    private String said;

    @BeforeEach
    void target() {
        out = folder.resolve("表.xlsx");
    }

    private int fill(String lang, Path out, String... data) {
        List<String> words = new ArrayList<>(List.of("fill", "-t", "templates/hebei-2023.yaml", "-o", out.toString(), "--lang", lang));
        Stream.of(data).forEach(file -> words.addAll(file.startsWith("--") ? List.of(file.split(" ")) : List.of("-d", file)));
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(stream, true, StandardCharsets.UTF_8);
        int code = new Program(Main.COMMANDS, print, print).run(words).number();
        said = stream.toString(StandardCharsets.UTF_8).strip();
        return code;
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".yaml")).sorted().toList();
        }
    }

    @Test
    void anExistingFileIsKeptUnlessForced() throws IOException {
        Files.writeString(out, "mine");
        assertThat(fill("zh", out, DATA)).isEqualTo(2);
        assertThat(said).isEqualTo(EXISTS_ZH.formatted(out));
        assertThat(fill("en", out, DATA)).isEqualTo(2);
        assertThat(said).isEqualTo(EXISTS_EN.formatted(out));
        assertThat(Files.readString(out)).isEqualTo("mine");
        assertThat(fill("zh", out, DATA, "--force")).isZero();
        assertThat(said).isEqualTo("已生成：" + out);
        assertThat(Files.readAllBytes(out)).startsWith('P', 'K');
        assertThat(left()).containsExactly("表.xlsx");
    }

    @Test
    void aMissingFolderIsMadeOnlyWhenThereIsSomethingToPutThere() throws IOException {
        Path far = folder.resolve("新建").resolve("一层").resolve("表.xlsx");
        assertThat(fill("zh", far, file("data.yaml", "nothing: 1"))).isEqualTo(2);
        assertThat(left()).isEmpty();
        assertThat(fill("zh", far, DATA)).isZero();
        assertThat(Files.readAllBytes(far)).startsWith('P', 'K');
    }

    @Test
    void theFileIsAWorkbook() throws IOException {
        assertThat(fill("zh", folder.resolve("表.xls"), DATA)).isEqualTo(2);
        assertThat(said).isEqualTo("文件名要以 .xlsx 结尾：" + folder.resolve("表.xls"));
        assertThat(left()).isEmpty();
    }

    @Test
    void everythingTheFormCannotHoldIsToldAtOnce() throws IOException {
        String data = file("data.yaml", """
                covr:
                  unit_code: 1
                cover:
                  单位编码: 336001
                  budget_total: 5
                  unit_nam: 法院
                  list:
                    - budget: 3
                project:
                  - name: 甲
                    budget: 十万
                    plan: {m3: 20%, m4: 30%}
                    indicators:
                      - {level1: 产出, level2: 经济效益}
                      - {level1: 产出标, valeu: 3}
                """);
        assertThat(fill("zh", out, data)).isEqualTo(2);
        assertThat(said.lines()).containsExactlyElementsOf(MISTAKES_ZH);
        assertThat(fill("en", out, data)).isEqualTo(2);
        assertThat(said.lines()).containsExactlyElementsOf(MISTAKES_EN);
        assertThat(left()).isEmpty();
    }

    @Test
    void tooManyProjectsAndIndicatorsAreTold() throws IOException {
        String data = file("data.yaml", "project:\n" + "  - {name: 甲}\n".repeat(60) + "  - name: 乙\n    indicators:\n" + "      - {value: 1}\n".repeat(19));
        assertThat(fill("zh", out, data)).isEqualTo(2);
        assertThat(said).isEqualTo("data.yaml:62: “project”（项目）最多 60 项，给了 61 项。");
        data = file("data.yaml", "project:\n" + "  - name: 乙\n    indicators:\n" + "      - {value: 1}\n".repeat(19));
        assertThat(fill("zh", out, data)).isEqualTo(2);
        assertThat(said).isEqualTo("data.yaml:22: “indicators”（绩效指标）最多 18 项，给了 19 项。");
        assertThat(fill("en", out, data)).isEqualTo(2);
        assertThat(said).isEqualTo("data.yaml:22: 'indicators' (Indicators) takes 18 at most, 19 are given.");
        assertThat(left()).isEmpty();
    }

    @Test
    void spareSheetsMustFit() throws IOException {
        assertThat(fill("zh", out, DATA, "--spare 55")).isZero();
        assertThat(fill("zh", out, DATA, "--spare 56", "--force")).isEqualTo(2);
        assertThat(said).isEqualTo("已有 5 张分表的数据，最多 60 张，--spare 最多只能是 55。");
        assertThat(fill("en", out, DATA, "--spare 56", "--force")).isEqualTo(2);
        assertThat(said).isEqualTo("There are data for 5 sheets of at most 60, so --spare is 55 at most.");
        assertThat(fill("zh", out, DATA, "--spare -1", "--force")).isEqualTo(2);
        assertThat(said).isEqualTo("--spare 后面应是 0 到 9999 的整数，不能是“-1”。");
    }

    @Test
    void dataThatAreNotThereAreTold() {
        assertThat(fill("zh", out, folder.resolve("none.yaml").toString(), folder.resolve("none.csv").toString())).isEqualTo(2);
        assertThat(said.lines()).containsExactly("none.yaml: 找不到这个文件。", "none.csv: 找不到这个文件。");
        assertThat(fill("en", out, folder.toString(), "samples/a.yaml/..")).isEqualTo(2);
        assertThat(said.lines()).containsExactly(folder.getFileName() + ": this is a folder; give the name of a file.", "samples: this is a folder; give the name of a file.");
    }

    private static final String EXISTS_ZH = "文件已存在：%s。请换一个文件名，或加 --force 覆盖。";
    private static final String EXISTS_EN = "%s exists already. Choose another name, or replace it with --force.";
    private static final List<String> MISTAKES_ZH = List.of(
            "data.yaml:1: 表样中没有“covr”，是否为“cover”？",
            "data.yaml:4: “cover”中没有“单位编码”，是否为“unit_code”？",
            "data.yaml:5: 预算数合计：由表格自动计算，请从数据中删去。",
            "data.yaml:6: “cover”中没有“unit_nam”，是否为“unit_name”？",
            "data.yaml:8: 预算数：由表格自动计算，请从数据中删去。",
            "data.yaml:11: 预算数：“十万”不是数字，请只填数字，不要带单位。",
            "data.yaml:12: “project[1].plan”中没有“m4”，是否为“m3”？",
            "data.yaml:14: 二级指标：“经济效益”属于“效益指标”，不属于“产出指标”。",
            "data.yaml:15: “project[1].indicators[2]”中没有“valeu”，是否为“value”？",
            "data.yaml:15: 一级指标：“产出标”不在可选项中，是否为“产出指标”？");
    private static final List<String> MISTAKES_EN = List.of(
            "data.yaml:1: the template has no 'covr'; did you mean 'cover'?",
            "data.yaml:4: 'cover' has no '单位编码'; did you mean 'unit_code'?",
            "data.yaml:5: Total budget: is calculated by the workbook; take it out of the data.",
            "data.yaml:6: 'cover' has no 'unit_nam'; did you mean 'unit_name'?",
            "data.yaml:8: Budget: is calculated by the workbook; take it out of the data.",
            "data.yaml:11: Budget: '十万' is not a number; give digits only, without a unit.",
            "data.yaml:12: 'project[1].plan' has no 'm4'; did you mean 'm3'?",
            "data.yaml:14: Level 2: '经济效益' belongs to '效益指标', not to '产出指标'.",
            "data.yaml:15: 'project[1].indicators[2]' has no 'valeu'; did you mean 'value'?",
            "data.yaml:15: Level 1: '产出标' is not one of the choices; did you mean '产出指标'?");
}
