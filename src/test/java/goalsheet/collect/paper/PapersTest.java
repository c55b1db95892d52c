package goalsheet.collect.paper;

import static goalsheet.collect.Handmade.note;
import static goalsheet.collect.Handmade.project;
import static goalsheet.rule.Severity.ERROR;
import static goalsheet.rule.Severity.INFO;
import static goalsheet.rule.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.collect.Collection;
import goalsheet.collect.Handmade;
import goalsheet.collect.Note;
import goalsheet.docx.Words;
import goalsheet.text.Lang;
import goalsheet.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to the units of a small collection, word for word, and which files a later run may touch. */
class PapersTest {
    private static final LocalDate DAY = LocalDate.of(2022, 12, 5);
    private static final String SLIP = "退回/301002柳河镇/退回单.docx";

    @TempDir
    private Path folder;
    private Path out;
    private Handmade handmade;

    @BeforeEach
    void collection() throws IOException {
        out = Files.createDirectories(folder.resolve("out"));
        Note sum = note("AMT001", ERROR, "项目1", "C4", "budget", "48.5", "预算数 48.5 万元，与各项资金之和相差 2.7 万元。");
        Note vague = note("IND001", WARNING, "项目1", "F10", "indicators[1].value", "按计划实施", "指标值“按计划实施”没有数量、日期或程度。");
        Note over = note("IND004", ERROR, "项目1", "F11", "indicators[2].value", "≥105%", "超过了 100%。");
        handmade = new Handmade(folder).listed("301001", "城关镇", "行政科").listed("301002", "柳河镇", "行政科").listed("301003", "石桥镇", "农业科").listed("301004", "青山镇", "农业科")
                .listed("301005", "大营镇", "").listed("301006", "白庙镇", "农业科")
                .sent("城关.xlsx", "301001", "城关镇", "2022-12-01T01:30:00Z", List.of(vague, note("IND016", INFO, "项目1", "", "", "3", "只有 3 条指标。")), project(1, "培训", "1048.5", "1048.5"))
                .sent("柳河1.xlsx", "301002", "柳河镇", "2022-12-01T02:00:00Z", List.of(sum, note("PLN002", ERROR, "项目1", "D7", "plan.m6", "50%", "比上期小。")), project(1, "培训", "48.5", "45.8"))
                .sent("柳河2.xlsx", "301002", "柳河镇", "2022-12-02T02:00:00Z", List.of(sum, over, new Note(over.rule(), over.severity(), new goalsheet.rule.Place("项目2", "F11", "indicators[2].value", over.place().label()),
                        over.value(), over.summary(), over.message(), over.remedy(), ""), vague), project(1, "培训", "48.5", "46"))
                .sent("石桥镇.xlsx", "", "", "2022-12-02T03:00:00Z", List.of(note("FIL001", ERROR, "", "", "", "", "文件打不开。")));
    }

    @AfterEach
    void close() {
        handmade.close();
    }

    private Papers.Result write(LocalDate day) throws IOException {
        return Papers.write(handmade.conclude(), new Sender("财政局预算股 0315-5550100", Optional.of(LocalDate.of(2022, 12, 10)), day), Lang.ZH, out);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(out)) {
            for (Path file : walk.filter(Files::isRegularFile).filter(file -> !file.endsWith(OwnFiles.LIST)).toList()) {
                files.put(out.relativize(file).toString().replace('\\', '/'), Sha256.of(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private String text(String file) throws IOException {
        return Files.readString(out.resolve(file), StandardCharsets.UTF_8);
    }

    @Test
    void everyUnitGetsWhatItNeedsAndNothingElse() throws IOException {
        Papers.Result result = write(DAY);
        assertThat(files().keySet()).containsExactly("回执/301001城关镇.docx", "未交名单.txt", "退回/301002柳河镇/消息.txt", SLIP, "退回/301003石桥镇/消息.txt", "退回/301003石桥镇/退回单.docx");
        assertThat(result).isEqualTo(new Papers.Result(2, out.resolve("退回"), 1, out.resolve("回执"), out.resolve("未交名单.txt"), 0, List.of()));
    }

    @Test
    void slip() throws IOException {
        write(DAY);
        assertThat(Words.of(Files.readAllBytes(out.resolve(SLIP)))).containsExactly("退回修改单", "301002 柳河镇：",
                "收到你单位报送的《2023年部门预算绩效目标》（文件“柳河2.xlsx”，2022-12-02 10:00）。经检查，有 2 项必须修改（涉及 3 处），另有 1 项建议核对修改。请于2022年12月10日前重新报送。",
                "与上次报送相比：已改好 1 处，仍未改 1 处，新出现 3 处。",
                "序号 | 位置 | 问题 | 怎么改",
                "必须修改：指标与指标值不匹配",
                "1 | 项目1!F11；项目2!F11 | 现填“≥105%”。超过了 100%。 | 改法IND004。",
                "必须修改：其他（金额和支出计划）",
                "2 | 项目1!C4↵预算数 | 预算数 48.5 万元，与各项资金之和相差 2.7 万元。（上次已指出） | 改法AMT001。",
                "建议核对修改：指标不够细化、量化",
                "3 | 项目1!F10↵预算数 | 指标值“按计划实施”没有数量、日期或程度。 | 改法IND001。",
                "财政局预算股 0315-5550100", "2022年12月5日");
        assertThat(Words.of(Files.readAllBytes(out.resolve("退回/301003石桥镇/退回单.docx")))).containsExactly("退回修改单", "301003 石桥镇：",
                "收到你单位报送的《2023年部门预算绩效目标》（文件“石桥镇.xlsx”，2022-12-02 11:00）。这份文件无法审核：文件打不开。请重新发送一份能打开的 .xlsx 文件。请于2022年12月10日前重新报送。",
                "序号 | 位置 | 问题 | 怎么改", "必须修改：其他（表样和文件）", "1 | 整个文件 | 文件打不开。 | 改法FIL001。", "财政局预算股 0315-5550100", "2022年12月5日");
    }

    /** As many things as are numbered; what several rules say of one cell is one place to mend, and what is told of the file is one each time. */
    @Test
    void whatIsNumberedIsCountedAndItsPlacesBesides() throws IOException {
        Note cell = note("INT005", ERROR, "项目1", "C4", "budget", "50", "控制数被改。");
        handmade.sent("青山.xlsx", "301004", "青山镇", "2022-12-01T02:00:00Z", List.of(cell, note("AMT001", ERROR, "项目1", "C4", "budget", "50", "不等。"), note("COL004", ERROR, "", "", "", "甲", "没有填报。"),
                note("COL004", ERROR, "", "", "", "乙", "没有填报。"), note("IND001", WARNING, "项目1", "F10", "", "", "没有数量。"), note("IND002", WARNING, "项目1", "F10", "", "", "没有程度。")), project(1, "培训", "50", "48"));
        handmade.sent("青山2.xlsx", "301004", "青山镇", "2022-12-02T02:00:00Z", List.of(cell, note("AMT001", ERROR, "项目1", "C4", "budget", "50", "不等。"), note("COL003", ERROR, "项目1", "C4", "budget", "50", "与控制数不符。")), project(1, "培训", "51", "48"));
        write(DAY);
        assertThat(text("退回/301004青山镇/消息.txt")).contains("》经检查，有 3 项必须修改（涉及 1 处）。\r\n与上次报送相比：已改好 3 处，仍未改 1 处，新出现 1 处。\r\n", "\r\n3. ");
    }

    @Test
    void message() throws IOException {
        write(DAY);
        assertThat(text("退回/301002柳河镇/消息.txt")).isEqualTo(String.join("\r\n", "\uFEFF【退回修改】301002 柳河镇", "《2023年部门预算绩效目标》经检查，有 2 项必须修改（涉及 3 处），另有 1 项建议核对修改。",
                "与上次报送相比：已改好 1 处，仍未改 1 处，新出现 3 处。", "一、必须修改", "【指标与指标值不匹配】", "1. 项目1!F11；项目2!F11：现填“≥105%”。超过了 100%。改法IND004。",
                "【其他（金额和支出计划）】", "2. 项目1!C4：预算数 48.5 万元，与各项资金之和相差 2.7 万元。改法AMT001。", "二、建议核对修改", "【指标不够细化、量化】", "3. 项目1!F10：指标值“按计划实施”没有数量、日期或程度。改法IND001。",
                "请于2022年12月10日前改好重新报送。", "财政局预算股 0315-5550100", ""));
    }

    @Test
    void twoWorkbooksWithoutErrorsAreToBeConfirmed() throws IOException {
        handmade.sent("城关2.xlsx", "301001", "城关镇", "2022-12-03T02:00:00Z", List.of(), project(1, "培训", "1050", "1050"));
        write(DAY);
        assertThat(Words.of(Files.readAllBytes(out.resolve("退回/301001城关镇/退回单.docx")))).startsWith("报送确认单", "301001 城关镇：",
                "收到你单位报送的《2023年部门预算绩效目标》（文件“城关2.xlsx”，2022-12-03 10:00）。请确认以哪一份为准。请于2022年12月10日前答复。", "与上次报送相比：已改好 1 处，仍未改 0 处，新出现 0 处。");
        assertThat(text("退回/301001城关镇/消息.txt")).startsWith("\uFEFF【请确认】301001 城关镇\r\n《2023年部门预算绩效目标》请确认以哪一份为准。\r\n");
        assertThat(out.resolve("回执")).doesNotExist();
    }

    /** What the unit has sent last speaks of another unit: it is told so, not why the older one is sent back alone. */
    @Test
    void aLaterWorkbookThatSpeaksOfAnotherUnitIsNamed() throws IOException {
        handmade.sent("柳河3.xlsx", "901002", "柳河镇", "2022-12-03T02:00:00Z", List.of(), project(1, "培训", "48.5", "48.5"))
                .sent("城关3.xlsx", "901001", "城关镇", "2022-12-03T02:00:00Z", List.of(), project(1, "培训", "48.5", "48.5"));
        write(DAY);
        String passed = "此后收到的“柳河3.xlsx”没有采用：表中的单位是“901002 柳河镇”，编码写成了“901002”，名单中是 301002。";
        assertThat(Words.of(Files.readAllBytes(out.resolve(SLIP)))).contains(passed);
        assertThat(text("退回/301002柳河镇/消息.txt")).contains("经检查，有 2 项必须修改（涉及 3 处），另有 1 项建议核对修改。\r\n" + passed + "\r\n");
        assertThat(Words.of(Files.readAllBytes(out.resolve("回执/301001城关镇.docx")))).contains("此后收到的“城关3.xlsx”没有采用：表中的单位是“901001 城关镇”，编码写成了“901001”，名单中是 301001。")
                .noneMatch(words -> words.contains("中有必须修改的错误"));
    }

    /** A unit cannot mend what it is not told. */
    @Test
    void errorsOfALaterWorkbookThatWasPassedOverAreTold() throws IOException {
        Note sum = note("AMT001", ERROR, "项目1", "C4", "budget", "50", "预算数 50 万元，与各项资金之和相差 2 万元。");
        Note vague = note("IND001", WARNING, "项目1", "F10", "", "按计划", "没有数量。");
        handmade.sent("城关2.xlsx", "301001", "城关镇", "2022-12-03T02:00:00Z", List.of(sum, vague), project(1, "培训", "50", "48"));
        write(DAY);
        String passed = "此后收到的“城关2.xlsx”中有必须修改的错误，没有采用；要以它为准，请改好下列各项后重新报送：";
        assertThat(Words.of(Files.readAllBytes(out.resolve("回执/301001城关镇.docx")))).containsSequence(passed, "1. 项目1!C4：预算数 50 万元，与各项资金之和相差 2 万元。改法AMT001。",
                "本回执只说明文件已收到和自动检查的结果，不代表审核通过；审核中发现问题的，另行通知。");

        List<Note> many = java.util.stream.IntStream.rangeClosed(1, 12).mapToObj(i -> note("AMT001", ERROR, "项目" + i, "C4", "budget", "50", "相差 " + i + " 万元。")).toList();
        handmade.sent("城关1b.xlsx", "301001", "城关镇", "2022-12-02T02:00:00Z", List.of(), project(1, "培训", "1050", "1050")).sent("城关3.xlsx", "301001", "城关镇", "2022-12-04T02:00:00Z", many, project(1, "培训", "50", "48"));
        write(DAY);
        String message = text("退回/301001城关镇/消息.txt");
        assertThat(message).contains("\r\n" + passed.replace('2', '3') + "\r\n1. 项目1!C4：现填“50”。相差 1 万元。", "\r\n10. 项目10!C4：", "万元。改法AMT001。\r\n另有 2 项没有列出。\r\n请于").doesNotContain("11. ");
        assertThat(Words.of(Files.readAllBytes(out.resolve("退回/301001城关镇/退回单.docx")))).contains(passed.replace('2', '3'), "另有 2 项没有列出。");

        handmade.sent("城关4.xlsx", "301001", "城关镇", "2022-12-05T02:00:00Z", List.of(note("FIL001", ERROR, "", "", "", "", "文件打不开。")));
        write(DAY);
        assertThat(text("退回/301001城关镇/消息.txt")).contains("\r\n" + passed.replace('2', '4') + "\r\n1. 文件打不开。改法FIL001。\r\n请于");
    }

    @Test
    void receipt() throws IOException {
        write(DAY);
        String hash = Handmade.hash("城关.xlsx").replaceAll("(.{8})(?=.)", "$1 ");
        assertThat(Words.of(Files.readAllBytes(out.resolve("回执/301001城关镇.docx")))).containsExactly("报送回执", "301001 城关镇：", "你单位报送的下列文件已经收到，自动检查没有发现必须修改的错误。",
                "单位 | 301001 城关镇", "表样 | 2023年部门预算绩效目标（hebei-2023，第 1 版）", "文件 | 城关.xlsx", "文件时间 | 2022-12-01 09:30", "文件指纹（SHA-256） | " + hash, "项目数 | 1",
                "预算数合计 | 1,048.50 万元", "财政资金合计 | 1,048.50 万元", "其他资金合计 | 0.00 万元", "自动检查 | 必须修改 0 处，提示 1 处，说明 1 处",
                "本回执只说明文件已收到和自动检查的结果，不代表审核通过；审核中发现问题的，另行通知。", "财政局预算股 0315-5550100", "2022年12月5日");
    }

    @Test
    void missing() throws IOException {
        write(DAY);
        assertThat(text("未交名单.txt")).isEqualTo(String.join("\r\n", "\uFEFF【2023年部门预算绩效目标】截至2022年12月5日，还有 3 个单位没有报送：", "农业科（2 个）：青山镇、白庙镇", "其他：大营镇", "请于2022年12月10日前报送。",
                "财政局预算股 0315-5550100", ""));
    }

    @Test
    void english() throws IOException {
        Collection collection = handmade.conclude();
        Papers.write(collection, new Sender("", Optional.empty(), DAY), Lang.EN, out);
        assertThat(files().keySet()).containsExactly("missing.txt", "receipts/301001城关镇.docx", "returns/301002柳河镇/message.txt", "returns/301002柳河镇/slip.docx", "returns/301003石桥镇/message.txt", "returns/301003石桥镇/slip.docx");
        assertThat(text("returns/301002柳河镇/message.txt").lines().toList()).startsWith("\uFEFF[To be mended] 301002 柳河镇", "Budget performance goals 2023 (Hebei): 2 things must be mended (in 3 places), 1 more should be looked at.");
    }

    @Test
    void whatIsStillRightStaysWithItsDate() throws IOException {
        write(DAY);
        Map<String, String> before = files();
        write(DAY.plusDays(3));
        before.remove("未交名单.txt");
        assertThat(files()).containsAllEntriesOf(before);
    }

    @Test
    void aUnitThatIsAcceptedNowLosesItsFolder() throws IOException {
        write(DAY);
        handmade.sent("柳河3.xlsx", "301002", "柳河镇", "2022-12-03T02:00:00Z", List.of(), project(1, "培训", "48.5", "48.5"));
        Papers.Result result = write(DAY);
        assertThat(result.removed()).isEqualTo(2);
        assertThat(out.resolve("退回/301002柳河镇")).doesNotExist();
        assertThat(files().keySet()).contains("回执/301002柳河镇.docx", "退回/301003石桥镇/退回单.docx");
    }

    @Test
    void whatIsNotOursOrWasChangedIsNeverTouched() throws IOException {
        write(DAY);
        Files.writeString(out.resolve("退回/301002柳河镇/电话记录.txt"), "已通知");
        Files.writeString(out.resolve(SLIP), "改过的退回单");
        handmade.sent("柳河3.xlsx", "301002", "柳河镇", "2022-12-03T02:00:00Z", List.of(), project(1, "培训", "48.5", "48.5"));
        Papers.Result result = write(DAY);
        assertThat(result.left()).containsExactly(out.resolve(SLIP));
        assertThat(result.removed()).isEqualTo(1);
        assertThat(text(SLIP)).isEqualTo("改过的退回单");
        assertThat(text("退回/301002柳河镇/电话记录.txt")).isEqualTo("已通知");
        assertThat(out.resolve("退回/301002柳河镇/消息.txt")).doesNotExist();
    }

    @Test
    void aFileInTheWayIsNotOverwritten() throws IOException {
        Files.createDirectories(out.resolve("退回/301002柳河镇"));
        Files.writeString(out.resolve(SLIP), "别人的文件");
        Files.writeString(out.resolve("未交名单.txt"), "别人的名单");
        assertThat(write(DAY).missing()).isEqualTo(out.resolve("未交名单-2.txt"));
        assertThat(text(SLIP)).isEqualTo("别人的文件");
        assertThat(text("未交名单.txt")).isEqualTo("别人的名单");
        assertThat(out.resolve("退回/301002柳河镇/退回单-2.docx")).exists();
    }

    @Test
    void aListThatSomebodyHasEditedLeadsNowhereElse() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.txt"), "x");
        String hash = Sha256.of("x");
        Files.createDirectories(out);
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path reached = Files.writeString(elsewhere.resolve("a.txt"), "x");
        Files.createSymbolicLink(out.resolve("link"), elsewhere);
        Files.writeString(out.resolve(OwnFiles.LIST), hash + "\tb\tg\t../outside.txt\n" + hash + "\tb\tg\t" + outside.toAbsolutePath() + "\n" + hash + "\tb\tg\tlink/a.txt\nno line of ours\n");
        write(DAY);
        assertThat(outside).exists();
        assertThat(reached).exists();
    }

    @Test
    void aRunCutShortLeavesNothingThatIsNotInItsList() throws IOException {
        write(DAY);
        Map<String, String> whole = files();
        // As after a kill between the list and the last files.
        Files.delete(out.resolve(SLIP));
        Files.delete(out.resolve("回执/301001城关镇.docx"));
        write(DAY);
        assertThat(files()).isEqualTo(whole);
    }
}
