package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.rule.Finding;
import goalsheet.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What findings say, where it depends on what was found. */
class WordsTest {
    private static Deeds deeds;

    @BeforeAll
    static void forms(@TempDir Path folder) {
        deeds = new Deeds(folder);
    }

    private static Finding one(String rule, String... steps) throws IOException {
        List<Finding> found = deeds.after(List.of(steps)).findings().stream().filter(finding -> finding.rule().id().equals(rule)).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void anErrorIsNoResultToBeTyped() throws IOException {
        assertThat(one("INT017", "formula project[1].other 5 [1]汇总!D14").remedy()).isEqualTo(Text.of("删去公式，直接填写结果 5。", "Delete the formula and type its result, 5."));
        assertThat(one("INT017", "formula project[1].other #REF! [1]汇总!D14").remedy())
                .isEqualTo(Text.of("删去公式，直接填写数字（如 12.5）。", "Delete the formula and type a number (such as 12.5)."));
        assertThat(one("INT017", "formula project[1].use #REF! [1]汇总!D14").remedy()).isEqualTo(Text.of("删去公式，直接填写内容。", "Delete the formula and type the value itself."));
    }

    @Test
    void aDateIsWantedInFull() throws IOException {
        assertThat(one("STR002", "type cover.fill_date 12月20日").remedy())
                .isEqualTo(Text.of("请写全年月日，如 2023-12-20 或 2023年12月20日。", "Write year, month and day in full, such as 2023-12-20 or 2023年12月20日."));
        for (String advised : List.of("2023-12-20", "2023年12月20日")) {
            assertThat(deeds.after(List.of("type cover.fill_date '" + advised)).findings()).extracting(finding -> finding.rule().id()).doesNotContain("STR002");
        }
    }

    @Test
    void whatIsNoneIsLeftBlank() throws IOException {
        for (String none : List.of("/", "无", "—", "——", "-", "／")) {
            assertThat(one("STR002", "type project[1].other '" + none).remedy()).isEqualTo(Text.of("没有的请留空，不要写“" + none + "”。", "Leave it blank when there is none."));
            assertThat(one("STR002", "type project[6].budget '" + none).remedy())
                    .isEqualTo(Text.of("这一项要填数，请填数字（如 12.5）；确实没有的填 0。", "A number is wanted here: write a number (such as 12.5), or 0 if there is none."));
        }
        assertThat(one("STR002", "type project[1].other 2万元").remedy().zh()).isEqualTo("请只填数字（如 12.5），不要带单位和说明文字。");
    }

    @Test
    void oneCellIsNotCalledSeveral() throws IOException {
        assertThat(one("INT027", "type project[1]!P4 36").message())
                .isEqualTo(Text.of("P4：36，这个单元格不是填报栏，内容没有读取。", "P4: 36: no cell of the form, so its contents were not read."));
        assertThat(one("INT027", "type project[1]!P4 36", "type project[1]!P5 37").message())
                .isEqualTo(Text.of("P4：36；P5：37，这些单元格不是填报栏，内容没有读取。", "P4: 36; P5: 37: no cells of the form, so their contents were not read."));
    }

    @Test
    void listsArePartedInTheirOwnLanguage() throws IOException {
        Finding open = one("INT025", "unprotect project[1]", "unprotect project[2]");
        assertThat(open.message().zh()).startsWith("“项目1”、“项目2”的保护被取消");
        assertThat(open.message().en()).startsWith("'项目1', '项目2': no longer protected");
        assertThat(open.found()).isEqualTo(Text.of("“项目1”、“项目2”", "'项目1', '项目2'"));
        assertThat(one("STR001", "clear project[1].use").message().en()).endsWith(": nothing is filled in.");
        assertThat(one("INT014", "insert-rows project[1] 12 1", "type project[1]!C12 备注").message().en()).contains("were not read: C12: 备注.");
    }

    /** Half a page would be cut anyway, and nobody would type it. */
    @Test
    void instructionsAreToldByTheirBeginning() throws IOException {
        Finding gone = one("INT004", "clear cover!A18");
        assertThat(gone.expected().zh()).hasSizeGreaterThan(400);
        assertThat(gone.message().zh()).matches("此处应为“1\\. .{17}……（共 \\d{3} 字）”，现在是空白。");
        assertThat(gone.remedy().zh()).matches("恢复为“1\\. .{17}……（共 \\d{3} 字）”（可从空表复制这一格），或把内容填到空表里。");
        assertThat(one("INT004", "type project[1]!B4 概算数").remedy().zh()).isEqualTo("恢复为“预算数”（可从空表复制这一格），或把内容填到空表里。");
    }

    @Test
    void aCodeStoredAsANumberIsCalledOne() throws IOException {
        Finding spoilt = one("COD001", "type project[6].code 1.302002320020531E20");
        assertThat(spoilt.message()).isEqualTo(Text.of("项目编码“130200232002053000000”被当作数字存了，后几位已经丢失，编码可能录入有误。",
                "\"130200232002053000000\" was stored as a number, its last digits are lost; the code may be mistyped."));
        assertThat(spoilt.remedy().zh()).startsWith("先把单元格格式设为“文本”，再从预算系统里复制完整编码");
        assertThat(spoilt.remedy().en()).startsWith("Set the cell to text first. Copy the whole code");
    }
}
