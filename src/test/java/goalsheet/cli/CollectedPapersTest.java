package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.RawEdit;
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
        assertThat(Files.readString(slips.resolve("消息.txt"))).contains("有 1 处必须修改", "1. 项目1!F7：支出计划12月底累计为 90%，应为 100%。", "请于2026年12月10日前改好重新报送。\r\n预算股\r\n");
        assertThat(Files.readString(out.resolve("report.html"))).contains("迁安市人民法院");

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
