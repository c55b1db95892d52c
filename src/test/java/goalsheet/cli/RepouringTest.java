package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.RawEdit;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.UnreadableException;
import goalsheet.xlsx.WorkbookReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Sheets that were renamed, dragged about, deleted: each still bears the code of its project, and contents never come under that of another one. */
    @Test
    void contentsStayWithTheirProject() throws IOException, UnreadableException {
        Path given = folder.resolve("有控制数.xlsx");
        assertThat(run("fill", "-t", TEMPLATE, "--from", court.toString(), "-r", "samples/roster.csv", "-o", given.toString())).isZero();
        Map<String, String> uses = uses(given);
        assertThat(uses).hasSize(5);
        Map<String, Path> damaged = new LinkedHashMap<>();
        damaged.put("names exchanged", RawEdit.of(given).renameSheet("项目1", "x").renameSheet("项目2", "项目1").renameSheet("x", "项目2").save(folder.resolve("1.xlsx")));
        damaged.put("renamed and moved", RawEdit.of(given).renameSheet("项目1", "陪审").renameSheet("项目2", "物业").moveSheet("物业", 2).save(folder.resolve("2.xlsx")));
        damaged.put("all in a circle", RawEdit.of(given).renameSheet("项目5", "x").renameSheet("项目4", "项目5").renameSheet("项目3", "项目4").renameSheet("项目2", "项目3").renameSheet("项目1", "项目2")
                .renameSheet("x", "项目1").save(folder.resolve("3.xlsx")));
        for (Map.Entry<String, Path> each : damaged.entrySet()) {
            assertThat(pour(each.getValue(), "--force")).isZero();
            assertThat(uses(again)).as(each.getKey()).isEqualTo(uses);
            assertThat(said).as(each.getKey()).doesNotContain("没有填进去");
        }
        Path deleted = RawEdit.of(given).removeSheet("项目1").renameSheet("项目2", "项目1").save(folder.resolve("4.xlsx"));
        assertThat(pour(deleted, "--force")).isZero();
        assertThat(said.lines()).containsSubsequence("交回的表里没有了（1）：", "  项目1（没有这张表，新表里是空的）");
        Map<String, String> left = new LinkedHashMap<>(uses);
        left.put("13020023P00003910033L", "");
        assertThat(uses(again)).isEqualTo(left);
        // A second sheet of a project comes behind all of them.
        Path copied = RawEdit.of(given).removeSheet("项目1").copySheet("项目2", "项目1").save(folder.resolve("5.xlsx"));
        assertThat(pour(copied, "--force")).isZero();
        assertThat(text(again, "项目1", "B5")).isEmpty();
        assertThat(text(again, "项目6", "B5")).isEqualTo(uses.get("13020023P000039100348"));
    }

    /** What each project's money is for, by its code. */
    private static Map<String, String> uses(Path workbook) throws IOException, UnreadableException {
        Map<String, String> uses = new LinkedHashMap<>();
        for (int project = 1; project <= 5; project++) {
            uses.put(text(workbook, "项目" + project, "B3"), text(workbook, "项目" + project, "B5"));
        }
        return uses;
    }

    private static String text(Path workbook, String sheet, String cell) throws IOException, UnreadableException {
        return WorkbookReader.read(workbook).sheet(sheet).flatMap(found -> found.cell(Ref.parse(cell))).map(Snapshot.Cell::text).orElse("");
    }

    /** A date is told as a date, and what is not there to be taken is told as well. */
    @Test
    void datesAndDeletedColumnsAreTold() throws IOException {
        Path damaged = RawEdit.of(court).text("封面", "C6", "2023年1月12日").deleteColumns("项目1", "D", 1).save(folder.resolve("缺列.xlsx"));
        assertThat(pour(damaged)).isZero();
        assertThat(said.lines()).contains("  封面!C6  填报日期：“2023年1月12日 → 2023-01-12”（文本改为日期）");
        assertThat(said.lines()).containsSubsequence("交回的表里没有了（2）：", "  项目1  支出计划10月底（所在的行或列已被删除）", "  项目1  绩效指标描述（所在的行或列已被删除）");
    }

    /** The form's own helpers slide to where reasons stood: they excuse nothing. */
    @Test
    void onlyWhatStandsUnderItsHeadingIsAReason() throws IOException, UnreadableException {
        Path reasoned = RawEdit.of(court).text("项目1", "J10", "上级规定的名称").save(folder.resolve("理由.xlsx"));
        assertThat(pour(reasoned)).isZero();
        assertThat(text(again, "项目1", "J10")).isEqualTo("上级规定的名称");
        for (String column : List.of("I", "J")) {
            assertThat(pour(RawEdit.of(court).deleteColumns("项目1", column, 1).save(folder.resolve(column + ".xlsx")), "--force")).isZero();
            assertThat(said).doesNotContain("没有填进去");
            for (int row = 1; row <= 27; row++) {
                assertThat(text(again, "项目1", "J" + row)).as(column + row).isIn("", text(court, "项目1", "J" + row));
            }
        }
        Path moved = RawEdit.of(reasoned).deleteColumns("项目1", "I", 1).save(folder.resolve("左移.xlsx"));
        assertThat(pour(moved, "--force")).isZero();
        assertThat(text(again, "项目1", "J10")).isEqualTo("上级规定的名称");
    }

    /** Pasted as values, the form's own helpers are no contents; what somebody wrote between the form's cells is. */
    @Test
    void theFormsOwnHelpersAreNotTold() throws IOException, UnreadableException {
        RawEdit pasted = RawEdit.of(court);
        for (Snapshot.Cell cell : WorkbookReader.read(court).sheet("项目1").orElseThrow().cells().values()) {
            if (cell.hasFormula() && cell.ref().col() > 7) {
                pasted.removeFormula("项目1", cell.ref().toString());
            }
        }
        assertThat(pour(pasted.save(folder.resolve("数值.xlsx")))).isZero();
        assertThat(said).doesNotContain("没有填进去");
        Path noted = RawEdit.of(court).text("项目1", "E10", "见附件一").text("项目1", "M60", "待核").save(folder.resolve("旁注.xlsx"));
        assertThat(pour(noted, "--force")).isZero();
        assertThat(said.lines()).containsSubsequence("没有填进去（2）：", "  项目1!E10：“见附件一”（不在表样的格子里）", "  项目1!M60：“待核”（不在表样的格子里）");
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
        assertThat(run("check", "--key-file", folder.toString(), again.toString())).isEqualTo(2);
        assertThat(said).isEqualTo(folder + " 是文件夹，请改为文件名。");
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
