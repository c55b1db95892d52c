package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.RawEdit;
import goalsheet.collect.Collection;
import goalsheet.collect.Ledger;
import goalsheet.collect.Received;
import goalsheet.generate.Roster;
import goalsheet.template.Template;
import goalsheet.xlsx.OwnMarks;
import goalsheet.xlsx.UnreadableException;
import goalsheet.xlsx.WorkbookReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What collect leaves for people, with real workbooks: at first, and once a unit has mended its own. */
class CollectedPapersTest {
    @TempDir
    private Path folder;
    private String said;

    private int run(Object... words) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(stream, true, StandardCharsets.UTF_8);
        int code = new Program(Main.COMMANDS, print, print).run(Stream.of(words).map(Object::toString).toList()).number();
        said = stream.toString(StandardCharsets.UTF_8).strip();
        return code;
    }

    @Test
    void slipsFirstReceiptsLater() throws IOException, UnreadableException {
        Path inbox = Files.createDirectories(folder.resolve("收到"));
        Path out = folder.resolve("汇总");
        Path roster = Files.writeString(folder.resolve("名单.csv"), "单位编码,单位名称,部门\n336001,迁安市人民法院,政法科\n128001,迁安市档案馆,行政科\n");
        run("fill", "-t", "hebei-2023", "-d", "samples/qianan-court/data.yaml", "-o", folder.resolve("好.xlsx"));
        RawEdit.of(folder.resolve("好.xlsx")).number("项目1", "F7", "0.9").save(inbox.resolve("法院.xlsx"));
        Object[] collect = {"collect", "-r", roster, "-o", out, "--deadline", "2026-12-10", "--office", "预算股", inbox};

        assertThat(run(collect)).isEqualTo(1);
        Path slips = out.resolve("退回/336001迁安市人民法院");
        assertThat(said.lines().toList()).containsSubsequence("要退回修改的单位 1 个，每个单位一个文件夹（退回单、消息、批注副本）：" + out.resolve("退回"),
                "未交名单：" + out.resolve("未交名单.txt"), "报告：" + out.resolve("report.html") + "（用浏览器打开）");
        assertThat(names(slips)).containsExactly("336001迁安市人民法院.checked.xlsx", "消息.txt", "退回单.docx");
        assertThat(OwnMarks.isResultSheet(WorkbookReader.read(slips.resolve("336001迁安市人民法院.checked.xlsx")).sheets().get(0))).isTrue();
        assertThat(Files.readString(slips.resolve("消息.txt"))).contains("有 1 项必须修改，另有 13 项建议核对修改（涉及 34 处）。", "1. 项目1!F7：支出计划12月底累计为 90%，应为 100%。", "请于2026年12月10日前改好重新报送。\r\n预算股\r\n");
        assertThat(Files.readString(out.resolve("report.html"))).contains("迁安市人民法院");
        assertThat(names(out)).containsExactly(".goalsheet-files", "ledger.db", "report.html", "未交名单.txt", "汇总.xlsx", "退回");

        Files.copy(folder.resolve("好.xlsx"), inbox.resolve("法院 改好.xlsx"));
        assertThat(run(collect)).isEqualTo(1);
        assertThat(said.lines().toList()).containsSubsequence("回执 1 份：" + out.resolve("回执"), "以前写的、已经过时的文件删去 3 个。");
        assertThat(out.resolve("退回")).doesNotExist();
        assertThat(names(out.resolve("回执"))).containsExactly("336001迁安市人民法院.docx");
    }

    /** Results kept beside the workbooks, of this run or of others, are nobody's submissions. */
    @Test
    void whatEarlierRunsHaveWrittenIsNotCollected() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("收到"));
        Path roster = Files.writeString(folder.resolve("名单.csv"), "单位编码,单位名称,部门\n336001,迁安市人民法院,政法科\n");
        run("fill", "-t", "hebei-2023", "-d", "samples/qianan-court/data.yaml", "-o", folder.resolve("好.xlsx"));
        RawEdit.of(folder.resolve("好.xlsx")).number("项目1", "F7", "0.9").save(inbox.resolve("法院.xlsx"));
        assertThat(run("collect", "-r", roster, "-o", inbox.resolve("第一次"), inbox)).isEqualTo(1);
        assertThat(inbox.resolve("第一次/退回/336001迁安市人民法院/336001迁安市人民法院.checked.xlsx")).exists();
        for (Object out : List.of(inbox.resolve("第一次"), inbox.resolve("第二次"), folder.resolve("第三次"))) {
            run("collect", "-r", roster, "-o", out, inbox);
            assertThat(said.lines().toList().get(0)).startsWith("共 1 份文件：").endsWith("跳过 0 个。");
        }
    }

    /** A copy that a check has left beside the workbook is no second submission, until somebody has mended it. */
    @Test
    void annotatedCopiesCountOnceTheyAreMended() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("收到"));
        Path out = folder.resolve("汇总");
        Path roster = Files.writeString(folder.resolve("名单.csv"), "单位编码,单位名称,部门\n336001,迁安市人民法院,政法科\n");
        run("fill", "-t", "hebei-2023", "-d", "samples/qianan-court/data.yaml", "-o", folder.resolve("好.xlsx"));
        RawEdit.of(folder.resolve("好.xlsx")).number("项目1", "F7", "0.9").save(inbox.resolve("法院.xlsx"));
        run("check", inbox.resolve("法院.xlsx"));
        assertThat(inbox.resolve("法院.checked.xlsx")).exists();

        assertThat(run("collect", "-r", roster, "-o", out, inbox)).isEqualTo(1);
        assertThat(states(out)).containsExactly("336001 ERRORS 1 " + inbox.resolve("法院.xlsx"));
        assertThat(Files.readString(out.resolve("退回/336001迁安市人民法院/消息.txt"))).doesNotContain("上次");

        RawEdit.of(inbox.resolve("法院.checked.xlsx")).number("项目1", "F7", "1").save(inbox.resolve("法院.checked.xlsx"));
        assertThat(run("collect", "-r", roster, "-o", out, inbox)).isZero();
        assertThat(states(out)).containsExactly("336001 RECEIVED 2 " + inbox.resolve("法院.checked.xlsx"));
    }

    /** Of what cannot be marked a check leaves the page of results alone: it is not collected, whatever lies beside it. */
    @Test
    void pagesOfResultsAreNotCollected() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("收到"));
        Path out = folder.resolve("汇总");
        Path roster = Files.writeString(folder.resolve("名单.csv"), "单位编码,单位名称\n336001,迁安市人民法院\n128001,迁安市档案馆\n205003,迁安市司法局\n");
        run("fill", "-t", "hebei-2023", "-d", "samples/qianan-court/data.yaml", "-o", inbox.resolve("迁安市人民法院.xlsx"));
        Files.writeString(inbox.resolve("迁安市人民法院.rar"), "Rar!\u001a\u0007");
        Files.writeString(inbox.resolve("迁安市档案馆.xlsx"), "不是表");
        Files.writeString(inbox.resolve("迁安市司法局.csv"), "不是表");
        run("check", inbox.resolve("迁安市人民法院.rar"), inbox.resolve("迁安市档案馆.xlsx"), inbox.resolve("迁安市司法局.csv"));
        assertThat(names(inbox)).filteredOn(name -> name.contains(".checked.")).hasSize(3);
        Files.delete(inbox.resolve("迁安市司法局.csv"));

        run("collect", "-r", roster, "-o", out, inbox);
        assertThat(states(out)).containsExactly("336001 RECEIVED 1 " + inbox.resolve("迁安市人民法院.xlsx"), "128001 UNREADABLE 1 " + inbox.resolve("迁安市档案馆.xlsx"), "205003 MISSING 0 ");
    }

    /** What a file's name says can be put right by renaming it; what is taken back counts no more. */
    @Test
    void renamingAndWithdrawingAreUnderstood() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("收到"));
        Path out = folder.resolve("汇总");
        Path roster = Files.writeString(folder.resolve("名单.csv"), "单位编码,单位名称\n336001,迁安市人民法院\n128001,迁安市档案馆\n");
        run("fill", "-t", "hebei-2023", "-d", "samples/qianan-court/data.yaml", "-o", inbox.resolve("迁安市档案馆.xlsx"));
        run("collect", "-r", roster, "-o", out, inbox);
        assertThat(states(out)).containsExactly("336001 OTHER_UNIT 1 " + inbox.resolve("迁安市档案馆.xlsx"), "128001 MISSING 0 ");

        Files.move(inbox.resolve("迁安市档案馆.xlsx"), inbox.resolve("迁安市人民法院.xlsx"));
        run("collect", "-r", roster, "-o", out, inbox);
        assertThat(states(out)).containsExactly("336001 RECEIVED 1 " + inbox.resolve("迁安市人民法院.xlsx"), "128001 MISSING 0 ");

        RawEdit.of(inbox.resolve("迁安市人民法院.xlsx")).text("项目1", "B5", "用于陪审员参审补助，按季度支付。").save(inbox.resolve("第二份.xlsx"));
        run("collect", "-r", roster, "-o", out, inbox);
        assertThat(states(out).get(0)).isEqualTo("336001 TWICE 2 " + inbox.resolve("第二份.xlsx"));

        Files.delete(inbox.resolve("第二份.xlsx"));
        run("collect", "-r", roster, "-o", out, inbox);
        assertThat(states(out).get(0)).isEqualTo("336001 RECEIVED 2 " + inbox.resolve("迁安市人民法院.xlsx"));

        // An inbox that is cleared after work has taken nothing back, nor has one that this run did not look into.
        Files.createDirectories(folder.resolve("另一处"));
        run("collect", "-r", roster, "-o", out, folder.resolve("另一处"));
        assertThat(states(out).get(0)).isEqualTo("336001 RECEIVED 2 " + inbox.resolve("迁安市人民法院.xlsx"));
        Files.delete(inbox.resolve("迁安市人民法院.xlsx"));
        run("collect", "-r", roster, "-o", out, inbox);
        assertThat(states(out).get(0)).startsWith("336001 TWICE 2 ");
    }

    /** A unit of whose form somebody has sent a copy under another unit's name has nothing to mend; the other one is told so. */
    @Test
    void aMisnamedWorkbookIsToldToTheUnitOfItsName() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("收到"));
        Path out = folder.resolve("汇总");
        Path roster = Files.writeString(folder.resolve("名单.csv"), "单位编码,单位名称\n336001,迁安市人民法院\n128001,迁安市档案馆\n");
        Object[] collect = {"collect", "-r", roster, "-o", out, inbox};
        run("fill", "-t", "hebei-2023", "-d", "samples/qianan-court/data.yaml", "-o", inbox.resolve("迁安市档案馆.xlsx"));
        RawEdit.of(inbox.resolve("迁安市档案馆.xlsx")).text("项目1", "B5", "用于陪审员参审补助，按季度支付。").save(inbox.resolve("336001迁安市人民法院.xlsx"));

        assertThat(run(collect)).isEqualTo(1);
        assertThat(states(out)).containsExactly("336001 RECEIVED 1 " + inbox.resolve("336001迁安市人民法院.xlsx"), "128001 OTHER_UNIT 1 " + inbox.resolve("迁安市档案馆.xlsx"));
        assertThat(names(out.resolve("退回"))).containsExactly("128001迁安市档案馆");
        assertThat(Files.readString(out.resolve("退回/128001迁安市档案馆/消息.txt"))).contains("请核对单位编码、单位名称和文件。", "1. 表中的单位是“336001 迁安市人民法院”，文件名却是“迁安市档案馆”的。");
        assertThat(names(out.resolve("回执"))).containsExactly("336001迁安市人民法院.docx");

        Files.delete(inbox.resolve("迁安市档案馆.xlsx"));
        run(collect);
        assertThat(states(out)).containsExactly("336001 RECEIVED 1 " + inbox.resolve("336001迁安市人民法院.xlsx"), "128001 MISSING 0 ");
        assertThat(out.resolve("退回")).doesNotExist();
        assertThat(Files.readString(out.resolve("未交名单.txt"))).contains("迁安市档案馆");
    }

    /** {@code 336001 RECEIVED 2 inbox/a.xlsx}: state, submissions, and which one counts. */
    private List<String> states(Path out) {
        Template template = Install.template("hebei-2023");
        try (Ledger ledger = Ledger.open("jdbc:sqlite:" + out.resolve("ledger.db"))) {
            return Collection.conclude(template, Roster.read(template, folder.resolve("名单.csv")), ledger).units().stream()
                    .map(unit -> unit.code() + " " + unit.state() + " " + unit.submissions().size() + " " + unit.counts().map(Received::origin).orElse("")).toList();
        }
    }

    /** Most of the files tell by which template a collection is made, of those that are known here. */
    @Test
    void theTemplateOfMostFilesIsTaken() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("收到"));
        Path roster = Files.writeString(folder.resolve("名单.csv"), "单位编码,单位名称\n336001,迁安市人民法院\n");
        run("fill", "-t", "hebei-2023", "-d", "samples/qianan-court/data.yaml", "-o", inbox.resolve("法院.xlsx"));
        Files.copy(inbox.resolve("法院.xlsx"), inbox.resolve("法院（再发）.xlsx"));
        run("generate", "-t", "central-2021", "-o", inbox.resolve("a 别的表.xlsx"));
        RawEdit.of(inbox.resolve("法院.xlsx")).text("_goalsheet", "B2", "hebei-2031").save(inbox.resolve("b 没有的表.xlsx"));
        assertThat(run("collect", "-r", roster, "-o", folder.resolve("汇总"), inbox)).isZero();
        try (Ledger ledger = Ledger.open("jdbc:sqlite:" + folder.resolve("汇总/ledger.db"))) {
            assertThat(ledger.template()).contains("hebei-2023");
        }
        Files.createDirectories(folder.resolve("别处"));
        Files.move(inbox.resolve("b 没有的表.xlsx"), folder.resolve("别处/表.xlsx"));
        assertThat(run("collect", "-r", roster, "-o", folder.resolve("又一次"), folder.resolve("别处"))).isEqualTo(2);
        assertThat(said).isEqualTo("交回的文件用的表样是“hebei-2031”，本机没有。请把它的 .yaml 文件放到 templates 目录，或用 -t 指明表样。");
    }

    /** A file that came twice was not looked at before, only its twin was. */
    @Test
    void whatCameTwiceIsNoOldAcquaintance() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("收到"));
        Path roster = Files.writeString(folder.resolve("名单.csv"), "单位编码,单位名称\n336001,迁安市人民法院\n");
        run("fill", "-t", "hebei-2023", "-d", "samples/qianan-court/data.yaml", "-o", inbox.resolve("法院.xlsx"));
        Files.copy(inbox.resolve("法院.xlsx"), inbox.resolve("法院（再发）.xlsx"));
        run("collect", "-r", roster, "-o", folder.resolve("汇总"), inbox);
        assertThat(said.lines().toList().get(0)).isEqualTo("共 2 份文件：这次检查 1 份，与其中某一份完全相同的 1 份，以前查过、没有变化的 0 份，跳过 0 个。");
        run("collect", "--lang", "en", "-r", roster, "-o", folder.resolve("汇总"), inbox);
        assertThat(said.lines().toList().get(0)).isEqualTo("Files: 2, 0 checked now, 2 known and unchanged, 0 skipped.");
    }

    @Test
    void whatMayHaveBeenSentForAWorkbookIsNamed() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("收到"));
        Path roster = Files.writeString(folder.resolve("名单.csv"), "单位编码,单位名称\n336001,迁安市人民法院\n");
        run("fill", "-t", "hebei-2023", "-d", "samples/qianan-court/data.yaml", "-o", inbox.resolve("法院.xlsx"));
        for (String name : List.of("农业局.rar", "说明.TXT", "~$法院.docx", "照片.JPG")) {
            Files.writeString(inbox.resolve(name), "x");
        }
        run("collect", "-r", roster, "-o", folder.resolve("汇总"), inbox);
        assertThat(said.lines().limit(4).toList()).containsExactly("共 1 份文件：这次检查 1 份，以前查过、没有变化的 0 份，跳过 4 个。",
                "没有检查的文件（2）：", "  " + inbox.resolve("农业局.rar") + "  这是压缩包。请先解压，再发送里面的 .xlsx 表。", "  " + inbox.resolve("照片.JPG") + "  这是图片。请发送填好的 .xlsx 表本身，不要拍照或截图。");
    }

    /** Whoever has sent something else has not sent nothing, and is told what to send; a scan beside the workbook is no matter. */
    @Test
    void whoHasSentADocumentIsNotMissing() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("收到"));
        Path out = folder.resolve("汇总");
        Path roster = Files.writeString(folder.resolve("名单.csv"), "单位编码,单位名称\n336001,迁安市人民法院\n128001,迁安市档案馆\n205003,迁安市司法局\n");
        run("fill", "-t", "hebei-2023", "-d", "samples/qianan-court/data.yaml", "-o", inbox.resolve("法院.xlsx"));
        Files.writeString(inbox.resolve("迁安市人民法院盖章.pdf"), "%PDF-1.4\n");
        Files.writeString(inbox.resolve("迁安市档案馆.pdf"), "%PDF-1.4\n%");
        Files.writeString(inbox.resolve("readme.txt"), "迁安市司法局");
        Object[] collect = {"collect", "-r", roster, "-o", out, inbox};
        assertThat(run(collect)).isEqualTo(1);
        assertThat(said).startsWith("共 3 份文件：这次检查 3 份，以前查过、没有变化的 0 份，跳过 1 个。\n").doesNotContain("没有检查的文件");
        assertThat(states(out)).containsExactly("336001 RECEIVED 1 " + inbox.resolve("法院.xlsx"), "128001 UNREADABLE 1 " + inbox.resolve("迁安市档案馆.pdf"), "205003 MISSING 0 ");
        assertThat(Files.readString(out.resolve("未交名单.txt"))).contains("还有 1 个单位没有报送：", "迁安市司法局").doesNotContain("档案馆");
        assertThat(names(out.resolve("退回/128001迁安市档案馆"))).containsExactly("消息.txt", "退回单.docx");
        assertThat(Files.readString(out.resolve("退回/128001迁安市档案馆/消息.txt"))).contains("PDF", "请发送填好的 .xlsx 表本身，不要转成 PDF。");
        assertThat(Files.readString(out.resolve("report.html"))).contains("迁安市档案馆.pdf");

        RawEdit.of(inbox.resolve("法院.xlsx")).text("封面", "C3", "128001").text("封面", "C4", "迁安市档案馆").save(inbox.resolve("档案馆.xlsx"));
        run(collect);
        assertThat(states(out).get(1)).startsWith("128001 ").contains(" 1 " + inbox.resolve("档案馆.xlsx"));
    }

    @Test
    void aWrongDeadlineIsToldBeforeAnythingIsDone() {
        assertThat(run("collect", "-r", "samples/roster.csv", "-o", folder.resolve("out"), "--deadline", "12月10日", folder)).isEqualTo(2);
        assertThat(said).contains("--deadline 后面应是日期，如 2026-12-10，不能是“12月10日”。");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
