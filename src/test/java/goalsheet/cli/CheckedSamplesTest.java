package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import goalsheet.RawEdit;
import goalsheet.check.Returned;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples filled and checked as typed at a console: exit codes, and what programs are told. */
class CheckedSamplesTest {
    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Path court;

    private int run(Object... words) {
        out.reset();
        PrintStream console = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Program(Main.COMMANDS, console, console).run(List.of(words).stream().map(Object::toString).toList()).number();
    }

    private Path filled(String template, String sample) {
        Path file = folder.resolve(sample + ".xlsx");
        assertThat(run("fill", "-t", "templates/" + template + ".yaml", "-d", "samples/" + sample + "/data.yaml", "-o", file)).isZero();
        return file;
    }

    @BeforeEach
    void fill() {
        court = filled("hebei-2023", "qianan-court");
    }

    /** {@code outcome} of each workbook, then {@code severity rule sheet cell} of its findings, as the JSON report has them. */
    private List<String> told(Object... files) throws IOException {
        List<Object> words = new ArrayList<>(List.of("check", "--no-annotate", "--format", "json"));
        words.addAll(List.of(files));
        run(words.toArray());
        List<String> told = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(out.toByteArray())) {
            String finding = "";
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    switch (json.currentName()) {
                        case "outcome" -> told.add(json.getText());
                        case "rule" -> finding = json.getText();
                        case "severity" -> finding = json.getText() + " " + finding;
                        case "sheet" -> finding += " " + json.getText();
                        case "cell" -> told.add(finding + " " + json.getText());
                        default -> {
                        }
                    }
                }
            }
        }
        return told;
    }

    @Test
    void adviceIsNoError() throws IOException {
        assertThat(run("check", "--no-annotate", court)).isZero();
        List<String> expected = new ArrayList<>(List.of("findings"));
        Returned.COURT.forEach(line -> expected.add((line.substring(0, line.indexOf(' ')).toLowerCase(Locale.ROOT) + line.substring(line.indexOf(' '))).replace('!', ' ')));
        assertThat(told(court)).isEqualTo(expected);
    }

    @Test
    void nothingFound() throws IOException {
        Path centre = filled("central-2021", "central");
        assertThat(run("check", centre)).isZero();
        assertThat(told(centre)).containsExactly("clean");
        assertThat(folder.resolve("central.checked.xlsx")).doesNotExist();
    }

    @Test
    void errorsAreFound() throws IOException {
        Path damaged = RawEdit.of(court).text("项目1", "B4", "概算数").save(folder.resolve("damaged.xlsx"));
        assertThat(run("check", damaged)).isEqualTo(1);
        assertThat(folder.resolve("damaged.checked.xlsx")).exists();
        assertThat(told(court, damaged)).contains("error INT004 项目1 B4");
        assertThat(run("check", "--no-annotate", court, damaged)).as("one of several").isEqualTo(1);
        assertThat(run("check", "--no-annotate", filled("hebei-2023", "mistakes"))).isEqualTo(1);
    }

    @Test
    void aFileThatIsNoWorkbookIsAFinding() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.xlsx"), "not a workbook");
        assertThat(run("check", "--no-annotate", broken)).isEqualTo(1);
        assertThat(told(broken)).containsExactly("rejected", "error FIL001  ");
    }

    /** A unit that sent something else is not taken for one that sent nothing; what a folder holds besides is nobody's concern. */
    @Test
    void otherFilesOfAFolderAreNamed() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox/乡镇"));
        Path centre = Files.move(filled("central-2021", "central"), inbox.resolve("疾控中心.xlsx"));
        for (String name : List.of("卫生院.rar", "扫描件.PDF", "说明.docx", "导出.csv", "旧表.ods", "截图.jpg", "~$说明.docx", ".说明.docx", "备注.txt", "Thumbs.db")) {
            Files.writeString(inbox.resolve(name), "x");
        }
        List<String> others = List.of("没有检查的文件（6）：",
                "  " + inbox.resolve("卫生院.rar") + "  这是压缩包。请先解压，再发送里面的 .xlsx 表。",
                "  " + inbox.resolve("导出.csv") + "  这是文本（如 CSV），不是表格文件。请在下发的 .xlsx 表里填报后再发。",
                "  " + inbox.resolve("截图.jpg") + "  这是图片。请发送填好的 .xlsx 表本身，不要拍照或截图。",
                "  " + inbox.resolve("扫描件.PDF") + "  这是 PDF 或 OFD 版式文件。请发送填好的 .xlsx 表本身，不要转成 PDF。",
                "  " + inbox.resolve("旧表.ods") + "  这是 OpenDocument 表格（.ods）。请打开后另存为“.xlsx 工作簿”再发。",
                "  " + inbox.resolve("说明.docx") + "  这是文字文档（Word 或 WPS 文字）。请发送填好的 .xlsx 表，不要贴到文档里。");
        List<String> expected = new ArrayList<>(List.of(centre + "  417002 云岭县疾病预防控制中心", "  没有发现问题"));
        expected.addAll(others);
        assertThat(run("check", inbox.getParent())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactlyElementsOf(expected);
        Files.delete(centre);
        List<String> nothing = new ArrayList<>(others);
        nothing.add("目录里没有要检查的工作簿（.xlsx）。");
        assertThat(run("check", inbox.getParent())).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactlyElementsOf(nothing);
    }

    @Test
    void whatCannotBeDoneIsNoVerdict() {
        assertThat(run("check", folder.resolve("none.xlsx"))).isEqualTo(2);
        assertThat(run("check", "--format", "xml", court)).isEqualTo(2);
    }
}
