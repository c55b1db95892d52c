package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.RawEdit;
import goalsheet.office.Office;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixCommandTest {
    @TempDir
    private Path folder;
    private Path file;
    private Path copy;
    private String said;

    @BeforeEach
    void returned() throws IOException {
        Path centre = folder.resolve("centre.xlsx");
        run("fill", "-t", "templates/central-2021.yaml", "-d", "samples/central/data.yaml", "-o", centre);
        file = RawEdit.of(centre).text("项目（1）", "H13", "20").text("项目（1）", "B14", "数量\t").text("项目（1）", "F8", "\u3000").save(folder.resolve("表.xlsx"));
        copy = folder.resolve("副本.xlsx");
    }

    private int run(Object... words) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(stream, true, StandardCharsets.UTF_8);
        int code = new Program(Main.COMMANDS, print, print).run(Stream.of(words).map(Object::toString).toList()).number();
        said = stream.toString(StandardCharsets.UTF_8).strip();
        return code;
    }

    @Test
    void listsWhatItMendsAndLeavesTheFile() throws IOException {
        byte[] before = Files.readAllBytes(file);
        assertThat(run("fix", file, "-o", copy)).isZero();
        assertThat(said.lines()).containsExactlyElementsOf(SAID_ZH.stream().map(line -> line.formatted(copy)).toList());
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        byte[] mended = Files.readAllBytes(copy);
        assertThat(run("fix", file, "-o", copy, "--lang", "en", "--force")).isZero();
        assertThat(said.lines()).containsExactlyElementsOf(SAID_EN.stream().map(line -> line.formatted(copy)).toList());
        assertThat(Files.readAllBytes(copy)).isEqualTo(mended);
    }

    @Test
    void withNothingToMendNothingIsWritten() throws IOException {
        run("fix", file, "-o", copy);
        Path again = folder.resolve("again.xlsx");
        assertThat(run("fix", copy, "-o", again)).isZero();
        assertThat(said).isEqualTo("没有要改的写法，没有生成文件。");
        assertThat(run("fix", "--lang", "en", copy, "-o", again)).isZero();
        assertThat(said).isEqualTo("Nothing to mend, no file was written.");
        assertThat(again).doesNotExist();
    }

    @Test
    void nothingIsOverwrittenUnasked() throws IOException {
        Files.writeString(copy, "mine");
        assertThat(run("fix", file, "-o", copy)).isEqualTo(2);
        assertThat(said).isEqualTo("文件已存在：" + copy + "。请换一个文件名，或加 --force 覆盖。");
        assertThat(copy).hasContent("mine");
    }

    @Test
    void theFileItselfIsNeverTheCopy() throws IOException {
        byte[] before = Files.readAllBytes(file);
        Path link = Files.createSymbolicLink(folder.resolve("link.xlsx"), file);
        Path same = folder.resolve("..").resolve(folder.getFileName()).resolve("表.xlsx");
        for (Path target : List.of(file, link, same)) {
            assertThat(run("fix", file, "-o", target, "--force")).isEqualTo(2);
            assertThat(said).isEqualTo("不能写回原文件，请换一个文件名：" + (target.equals(same) ? file : target));
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aFileThatCannotBeCheckedIsToldAsTheCheckTells() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.xlsx"), "no workbook");
        Path other = RawEdit.of(file).removeSheet("_goalsheet").save(folder.resolve("other.xlsx"));
        for (Path bad : List.of(broken, other)) {
            assertThat(run("check", "--no-annotate", bad)).isEqualTo(1);
            String checked = said;
            assertThat(run("fix", bad, "-o", copy)).isEqualTo(1);
            assertThat(said).isEqualTo(checked).contains("这份文件无法检查");
        }
        assertThat(copy).doesNotExist();
    }

    /** It can be checked, only not mended. */
    @Test
    void theOldFormatIsToldAsWhatItIs() throws IOException {
        assumeTrue(Office.available());
        Path old = Office.resave(file, folder.resolve("表.xls"));
        assertThat(run("fix", old, "-o", copy)).isEqualTo(1);
        assertThat(said).isEqualTo("“" + old + "”是旧版 .xls 格式（或 WPS 的 .et），fix 只能改 .xlsx，没有生成文件。请用 Excel 或 WPS 打开，另存为“.xlsx 工作簿”再改，或用 fill --from 把内容填到新表里。");
        assertThat(run("fix", old, "-o", copy, "--lang", "en")).isEqualTo(1);
        assertThat(said).isEqualTo("'" + old + "' has the old .xls format (or WPS's .et); fix changes .xlsx only, no file was written. Open it in Excel or WPS and save it as an .xlsx workbook, or pour it into a new form with fill --from.");
        assertThat(copy).doesNotExist();
    }

    @Test
    void aLargeFileIsTakenWhereItIsAllowed() throws IOException {
        Random random = new Random(1);
        byte[] picture = new byte[2 << 20];
        random.nextBytes(picture);
        Path large = RawEdit.of(file).put("xl/media/image1.png", picture).save(folder.resolve("large.xlsx"));
        assertThat(run("fix", large, "-o", copy, "--max-file", "1")).isEqualTo(1);
        assertThat(said).contains("文件过大");
        assertThat(run("fix", large, "-o", copy, "--max-file", "3")).isZero();
        assertThat(run("fill", "-t", "templates/central-2021.yaml", "--from", large, "-o", copy, "--force", "--max-file", "1")).isEqualTo(1);
        assertThat(said).contains("文件过大");
        assertThat(run("fill", "-t", "templates/central-2021.yaml", "--from", large, "-o", copy, "--force", "--max-file", "3")).isZero();
    }

    @Test
    void oneFileAndAGoodName() {
        assertThat(run("fix", "-o", copy)).isEqualTo(2);
        assertThat(run("fix", file, file, "-o", copy)).isEqualTo(2);
        assertThat(said).isEqualTo("请写明一个要改的文件，如：fix 法院.xlsx -o 法院-已整理.xlsx");
        assertThat(run("fix", folder.resolve("none.xlsx"), "-o", copy)).isEqualTo(2);
        assertThat(said).isEqualTo("找不到文件：" + folder.resolve("none.xlsx"));
        assertThat(run("fix", file, "-o", "copy.xls")).isEqualTo(2);
        assertThat(said).isEqualTo("文件名要以 .xlsx 结尾：copy.xls");
    }

    private static final List<String> SAID_ZH = List.of(
            "项目（1）!F8  上年结转资金：“　” → 空白（去掉多余空格）",
            "项目（1）!H13  绩效指标第1行分值：“20” → “20”（文本改为数字）",
            "项目（1）!B14  绩效指标第2行二级指标：“数量→” → “数量指标”（改为可选项的写法）",
            "有 4 处自动计算的结果随之更新。",
            "共改 3 处写法，已另存为：%s");
    private static final List<String> SAID_EN = List.of(
            "项目（1）!F8  Carried over: \"　\" → blank (stray blanks removed)",
            "项目（1）!H13  Indicators row 1, Points: \"20\" → \"20\" (text made a number)",
            "项目（1）!B14  Indicators row 2, Level 2: \"数量→\" → \"数量指标\" (spelled as in the list)",
            "4 calculated result(s) brought up to date with it.",
            "3 cell(s) mended, written: %s");
}
