package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.RawEdit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pouring and comparing from the command line. */
class RepouringTest {
    private static final String TEMPLATE = "templates/hebei-2023.yaml";
    private static final String VERSIONS = "src/test/resources/versions/";

    @TempDir
    Path folder;
    private Path court;
    private Path again;
    private String said;

    @BeforeEach
    void court() {
        court = folder.resolve("法院.xlsx");
        again = folder.resolve("新表.xlsx");
        assertThat(run("fill", "-t", TEMPLATE, "-d", "samples/qianan-court/data.yaml", "-o", court.toString())).isZero();
    }

    private int run(String... words) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(stream, true, StandardCharsets.UTF_8);
        int code = new Program(Main.COMMANDS, print, print).run(List.of(words)).number();
        said = stream.toString(StandardCharsets.UTF_8).strip();
        return code;
    }

    private int pour(Path from, String... more) {
        List<String> words = new ArrayList<>(List.of("fill", "-t", TEMPLATE, "--from", from.toString(), "-o", again.toString()));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    @Test
    void whatBecameOfItIsTold() throws IOException {
        Path damaged = RawEdit.of(court).text("项目1", "B7", "10%").text("项目1", "C7", "两成").removeFormula("封面", "D14").save(folder.resolve("坏.xlsx"));
        assertThat(pour(damaged)).isZero();
        assertThat(said.lines()).containsExactly("来源：" + damaged + "（hebei-2023 第 1 版）",
                "写法有变（1）：",
                "  项目1!B7  支出计划3月底：“10% → 10%”（文本改为数字）",
                "恢复自动计算（1）：",
                "  封面!D14  预算数合计：“682.44”（公式被盖住，已恢复，结果不变）",
                "没有填进去（1）：",
                "  项目1!C7  支出计划6月底：“两成”（“两成”不是数字，请只填数字，不要带单位。）",
                "已生成：" + again + "，填入 248 格，带过去 0 条批注。请再检查一遍：check " + again);
        assertThat(pour(damaged, "--lang", "en", "--force")).isZero();
        assertThat(said.lines()).contains("Converted (1):", "  项目1!B7  Spend plan end of March: \"10% → 10%\" (text made a number)",
                "Calculated again (1):", "  封面!D14  Total budget: \"682.44\" (a formula was written over; it is back and gives the same)", "Left out (1):");
    }

    @Test
    void nothingIsOverwrittenAndTheWorkbookItselfNever() throws IOException {
        Files.writeString(again, "mine");
        assertThat(pour(court)).isEqualTo(2);
        assertThat(Files.readString(again)).isEqualTo("mine");
        byte[] before = Files.readAllBytes(court);
        assertThat(run("fill", "-t", TEMPLATE, "--from", court.toString(), "-o", court.toString(), "--force")).isEqualTo(2);
        assertThat(said).isEqualTo("不能写回原文件，请换一个文件名：" + court);
        assertThat(Files.readAllBytes(court)).isEqualTo(before);
        assertThat(pour(court, "--force")).isZero();
        assertThat(Files.readAllBytes(again)).startsWith('P', 'K');
    }

    @Test
    void whatCannotBePouredWritesNothing() throws IOException {
        Path none = Files.writeString(folder.resolve("网页.xlsx"), "<html><body>绩效目标</body></html>");
        assertThat(pour(none)).isEqualTo(1);
        assertThat(said).contains("FIL001");
        Path foreign = folder.resolve("别的.xlsx");
        RawEdit edit = RawEdit.of(court).removeSheet("_goalsheet");
        List.of("封面", "部门整体", "项目1", "项目2", "项目3", "项目4", "项目5").forEach(edit::removeSheet);
        edit.setState("_lists", "visible").save(foreign);
        assertThat(pour(foreign)).isEqualTo(1);
        assertThat(said).isEqualTo("看不出“" + foreign + "”是“hebei-2023”的表，没有生成文件。请确认 -t 写的是这份表的表样，或让单位把内容填到下发的空表里。");
        assertThat(pour(court, "-r", Files.writeString(folder.resolve("名单.csv"), "单位编码,单位名称\n999999,别的单位\n").toString())).isEqualTo(2);
        assertThat(said).contains("名单中没有这个单位编码：“336001”");
        assertThat(pour(folder.resolve("没有.xlsx"))).isEqualTo(2);
        assertThat(again).doesNotExist();
    }

    @Test
    void dataOrAWorkbook() {
        assertThat(pour(court, "-d", "samples/qianan-court/data.yaml")).isEqualTo(2);
        assertThat(said).isEqualTo("请用 -d 写明数据，或用 --from 写明交回的表，两者选一。");
        assertThat(pour(court, "--spare", "2")).isEqualTo(2);
        assertThat(said).isEqualTo("--from 的新表与交回的表张数相同，不用 --spare。");
        assertThat(run("fill", "-t", TEMPLATE, "-o", again.toString())).isEqualTo(2);
        assertThat(said).isEqualTo("请用 -d 写明数据，或用 --from 写明交回的表，两者选一。");
    }

    @Test
    void aSignedFormIsPouredIntoASignedForm() throws IOException {
        Path key = Files.writeString(folder.resolve("office.key"), "a secret of more than sixteen bytes");
        Path forms = folder.resolve("forms");
        assertThat(run("generate", "-t", TEMPLATE, "-r", "samples/roster.csv", "-o", forms.toString(), "--key-file", key.toString())).isZero();
        Path form;
        try (var files = Files.list(forms)) {
            form = files.sorted().findFirst().orElseThrow();
        }
        assertThat(pour(form)).isZero();
        assertThat(said).contains("交回的表有签名，新表没有；要签名请加 --key-file。");
        run("check", "--no-annotate", "--key-file", key.toString(), again.toString());
        assertThat(said).contains("IDN006");
        assertThat(pour(form, "--key-file", key.toString(), "--force")).isZero();
        run("check", "--no-annotate", "--key-file", key.toString(), again.toString());
        assertThat(said).doesNotContain("IDN0");
        assertThat(run("check", "--key-file", Files.writeString(folder.resolve("short.key"), "short").toString(), again.toString())).isEqualTo(2);
        assertThat(said).isEqualTo("密钥文件应有 16 字节至 1 MB：" + folder.resolve("short.key"));
        assertThat(run("check", "--key-file", folder.resolve("none.key").toString(), again.toString())).isEqualTo(2);
        assertThat(said).isEqualTo("找不到密钥文件：" + folder.resolve("none.key"));
    }

    @Test
    void templatesAreCompared() {
        assertThat(run("template", "diff", VERSIONS + "small-1.yaml", VERSIONS + "small-2.yaml")).isZero();
        assertThat(said.lines()).contains("small 第 1 版 → small 第 2 版", "  ～ kind：去掉 外出学习；增加 专题讲座");
        assertThat(run("template", "diff", "hebei-2023", "hebei-2099", "--lang", "en")).isEqualTo(2);
        assertThat(said).contains("there is no such template");
        assertThat(run("template", "diff", "hebei-2023")).isEqualTo(2);
    }
}
