package goalsheet.collect.page;

import static goalsheet.collect.Handmade.note;
import static goalsheet.collect.Handmade.project;
import static goalsheet.rule.Severity.ERROR;
import static goalsheet.rule.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.collect.Content;
import goalsheet.collect.Handmade;
import goalsheet.collect.Note;
import goalsheet.office.Browser;
import goalsheet.office.Render;
import goalsheet.text.Lang;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The section chief's page, as written and as a browser shows it. */
class ReportPageIT {
    private static final long AS_OF = Instant.parse("2022-12-05T02:00:00Z").toEpochMilli();
    private static final Pattern ROW = Pattern.compile("<tr class=\"unit[^\"]*\" data-u=\"([^\"]*)\"([^>]*)>");
    private static final String EVIL = "</script><script>document.title='hit'</script><img src=x onerror=alert(1)>\u2028\u202E'\"&";
    private static final int MANY = 2_000;

    @TempDir
    private static Path folder;
    private static Path page;
    private static Path english;

    @BeforeAll
    static void written() throws IOException {
        page = folder.resolve("report.html");
        english = folder.resolve("english.html");
        Note sum = note("AMT001", ERROR, "项目1", "C4", "budget", "48.5", "预算数与各项资金之和不等。");
        try (Handmade handmade = new Handmade(Files.createDirectories(folder.resolve("small")))) {
            handmade.listed("301001", "城关镇人民政府", "行政科").listed("301002", "柳河镇人民政府", "行政科").listed("301003", "石桥卫生院", "社保科").listed("301004", "青山小学", "").listed("301005", "安平中学", "社保科")
                    .sent("a.xlsx", "301001", "城关镇人民政府", "2022-12-01T01:30:00Z", List.of(Handmade.waived("IND012", "项目1", "F10", "indicators[1].name", "上级规定的名称")), project(1, "培训", "100", "100"))
                    .again("again/a.xlsx", "a.xlsx", "2022-12-01T05:30:00Z")
                    .sent("b1.xlsx", "301002", "柳河镇人民政府", "2022-12-01T02:00:00Z", List.of(sum, note("PLN002", ERROR, "项目1", "D7", "plan.m6", "50%", "比上期小。")), project(1, "培训", "48.5", "45.8"))
                    .sent("b2.xlsx", "301002", "柳河镇人民政府", "2022-12-03T02:00:00Z", List.of(sum, note("IND001", WARNING, "项目1", "F10", "indicators[1].value", EVIL, "指标值“" + EVIL + "”无法考核。")), project(1, "培训", "20000.5", "46"))
                    .sent("c1.xlsx", "301003", "石桥卫生院", "2022-12-02T02:00:00Z", List.of(), project(1, "设备", "7", "7"))
                    .sent("c2.xlsx", "301003", "石桥卫生院", "2022-12-04T02:00:00Z", List.of(sum), project(1, "设备", "8", "7"))
                    .sent("外.xlsx", "999001", EVIL, "2022-12-04T02:00:00Z", List.of(sum), project(1, "设备", "8", "7"))
                    .sent("谁的.xlsx", "", "", "2022-12-04T02:00:00Z", List.of(note("FIL001", ERROR, "", "", "", "", "打不开。")));
            ReportPage.write(handmade.conclude(), AS_OF, Lang.ZH, page);
            ReportPage.write(handmade.conclude(), AS_OF, Lang.EN, english);
        }
    }

    /** Codes of the units that are to be seen, from the top. */
    private static List<String> seen(String dom) {
        List<String> codes = new ArrayList<>();
        Matcher rows = ROW.matcher(dom);
        while (rows.find()) {
            if (!rows.group(2).contains("hidden")) {
                codes.add(rows.group(1));
            }
        }
        return codes;
    }

    /** The words of a unit that is opened. */
    private static String opened(String dom) {
        Matcher detail = Pattern.compile("<tr class=\"detail\">(.*?)</tr><tr class=\"unit|<tr class=\"detail\">(.*?)</tr>\\s*</tbody>", Pattern.DOTALL).matcher(dom);
        return detail.find() ? words(detail.group(1) == null ? detail.group(2) : detail.group(1)) : "";
    }

    private static String words(String html) {
        return html.replaceAll("</(p|h2|h3|li|tr|div)>", "\n").replaceAll("</t[dh]>", " ").replaceAll("<[^>]*>", "").replaceAll(" *\n+ *", "\n").strip();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void sameBytesEveryTimeAndNothingFromElsewhere() throws IOException {
        String html = Files.readString(page);
        assertThat(html).doesNotContain("http:", "https:", "//cdn", " style=\"", " onclick", "src=\"").contains("default-src 'none'");
        assertThat(html.split("<script", -1)).as("data and script").hasSize(3);
        assertThat(html).doesNotContain("<img src=x", "\u2028", "\u202E");
    }

    @Test
    void numbersStandThereWithoutScripts() throws IOException {
        String html = Files.readString(page);
        String shown = words(html.substring(html.indexOf("<main>"), html.indexOf("<script type")).replaceAll("<title>.*?</title>", ""));
        assertThat(shown).contains("截至 2022-12-05 10:00（北京时间）", "2 / 5 已交合格", "3 / 5 已来表", "1 待改正或确认", "2 未交", "另有名单以外的单位 1 个", "金额单位：万元");
        assertThat(shown.lines().filter(line -> line.startsWith("行政科") || line.startsWith("社保科") || line.startsWith("（未分") || line.startsWith("合计")).toList())
                .containsExactly("行政科 2 1 1 0  2 20,100.50 146.00 0.00", "社保科 2 1 0 1  1 7.00 7.00 0.00", "（未分部门） 1 0 0 1  0 0.00 0.00 0.00", "合计 5 2 1 2  3 20,107.50 153.00 0.00");
        assertThat(shown.lines().filter(line -> line.matches("(强制|提示).*")).toList()).containsExactly("强制概要AMT001AMT001  2", "提示单位不在名单中COL009  1", "提示概要IND001IND001  1");
        assertThat(shown).contains("301002 柳河镇人民政府 行政科 有错 2022-12-03 10:00 2 1 1 20,000.50").contains("inbox/谁的.xlsx 打不开。");
        assertThat(html).contains("<title>2022-12-01 · 2</title>", "<title>2022-12-02 · 1</title>", "<title>2022-12-03 · 1</title>", "<title>2022-12-04 · 3</title>");
    }

    @Test
    void opensWithoutAnyRequestAndWithoutComplaint() throws IOException {
        assumeTrue(Browser.available());
        Browser.Shown shown = Browser.show(page, "");
        assertThat(shown.console()).isEmpty();
        assertThat(shown.requests()).isEmpty();
        assertThat(seen(shown.dom())).containsExactly("301001", "301002", "301003", "301004", "301005", "999001");
        assertThat(shown.dom()).contains("data-ready=").doesNotContain("<title>hit");
        // The same page with a picture from elsewhere and no policy: what is looked for above can be found.
        Path open = Files.writeString(folder.resolve("open.html"), Files.readString(page).replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "").replace("</main>", "<img src=\"http://localhost:65009/x.png\"></main>"));
        assertThat(Browser.show(open, "").requests()).containsExactly("http://localhost:65009/x.png");
        Path refused = Files.writeString(folder.resolve("refused.html"), Files.readString(page).replace("</main>", "<img src=\"http://localhost:65009/x.png\"><script>document.title='hit'</script></main>"));
        Browser.Shown kept = Browser.show(refused, "");
        assertThat(kept.requests()).isEmpty();
        assertThat(kept.console()).hasSize(2);
        assertThat(kept.dom()).doesNotContain("<title>hit");
    }

    @Test
    void searchesFiltersAndSorts() throws IOException {
        assumeTrue(Browser.available());
        assertThat(seen(Browser.show(page, "q=" + encoded("社保科 石桥")).dom())).containsExactly("301003");
        assertThat(seen(Browser.show(page, "s=MISSING").dom())).containsExactly("301004", "301005");
        assertThat(seen(Browser.show(page, "d=" + encoded("行政科") + "&s=ERRORS").dom())).containsExactly("301002");
        assertThat(seen(Browser.show(page, "r=AMT001").dom())).containsExactly("301002", "999001");
        assertThat(seen(Browser.show(page, "sort=-amount").dom())).containsExactly("301002", "301001", "999001", "301003", "301004", "301005");
        Browser.Shown byName = Browser.show(page, "sort=name&q=30100");
        assertThat(seen(byName.dom())).as("as Chinese dictionaries sort: an, cheng, liu, qing, shi").containsExactly("301005", "301001", "301002", "301004", "301003");
        assertThat(byName.dom()).contains("aria-sort=\"ascending\"", ">显示 5 / 6 个单位<");
    }

    @Test
    void aUnitOpensToItsFindingsAndRounds() throws IOException {
        assumeTrue(Browser.available());
        String evil = "</script><script>document.title='hit'</script><img src=x onerror=alert(1)>[U+2028][U+202E]'\"&".replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        assertThat(opened(Browser.show(page, "u=301002").dom())).isEqualTo("""
                王会计　0315-301002
                与上次报送相比：已改好 1 处，仍未改 1 处，新出现 1 处。
                检查发现
                强制项目1!C4预算数与各项资金之和不等。上次已指出AMT001怎么改：改法AMT001。
                提示项目1!F10指标值“%s”无法考核。IND001怎么改：改法IND001。
                比上次已改好
                强制项目1!D7比上期小。PLN002怎么改：改法PLN002。
                各次报送
                时间 文件 强制 提示 说明  文件指纹
                2022-12-01 10:00 b1.xlsx 2 0 0  %s
                2022-12-03 10:00 b2.xlsx 1 1 0 以此为准 %s""".formatted(evil, Handmade.hash("b1.xlsx").substring(0, 12), Handmade.hash("b2.xlsx").substring(0, 12)));
        assertThat(opened(Browser.show(page, "u=301001").dom())).isEqualTo("""
                王会计　0315-301001
                “a.xlsx”收到 2 次，内容完全相同，按一份计。
                单位已说明理由的
                说明项目1!F10单位已说明理由：上级规定的名称IND012
                各次报送
                时间 文件 强制 提示 说明  文件指纹
                2022-12-01 09:30 a.xlsx 0 0 1 以此为准 %s""".formatted(Handmade.hash("a.xlsx").substring(0, 12)));
        assertThat(opened(Browser.show(page, "u=301003").dom())).startsWith("""
                王会计　0315-301003
                与上次报送相比：已改好 0 处，仍未改 0 处，新出现 1 处。
                最后一份有必须修改的错误，没有采用，以前面没有错误的一份为准。
                最后一份（未采用）的问题
                强制项目1!C4""");
        assertThat(opened(Browser.show(page, "u=999001").dom())).contains("与名单、其他单位核对", "检查发现");
        assertThat(opened(Browser.show(english, "u=301002").dom())).startsWith("王会计　0315-301002\nCompared with the workbook before: 1 mended, 1 still open, 1 new.\nFindings\n");
    }

    /** A later workbook that speaks of another unit is named with what does not fit; it is no finding of the unit's own. */
    @Test
    void aMisfitThatDoesNotCountIsShownApart() throws IOException {
        assumeTrue(Browser.available());
        Path misfit = folder.resolve("misfit.html");
        try (Handmade handmade = new Handmade(Files.createDirectories(folder.resolve("misfit")))) {
            handmade.listed("301001", "城关镇", "").listed("301002", "柳河镇", "")
                    .sent("城关镇.xlsx", "301001", "城关镇", "2022-12-01T01:00:00Z", List.of(), project(1, "培训", "1", "1"))
                    .sent("柳河镇.xlsx", "301002", "柳河镇", "2022-12-02T01:00:00Z", List.of(note("AMT001", ERROR, "项目1", "C4", "budget", "8", "不等。")), project(1, "设备", "8", "7"))
                    .sent("柳河镇2.xlsx", "301001", "城关镇", "2022-12-03T01:00:00Z", List.of(), project(1, "培训", "2", "2"));
            ReportPage.write(handmade.conclude(), AS_OF, Lang.ZH, misfit);
        }
        Browser.Shown shown = Browser.show(misfit, "u=301002");
        assertThat(opened(shown.dom())).isEqualTo("""
                王会计　0315-301002
                最后一份的单位不符，没有采用，以前面的一份为准。
                检查发现
                强制项目1!C4不等。AMT001怎么改：改法AMT001。
                最后一份（未采用）的问题
                强制表中的单位是“301001 城关镇”，文件名却是“柳河镇”的。COL008怎么改：核对单位编码和单位名称；发错文件的请重新发送。
                各次报送
                时间 文件 强制 提示 说明  文件指纹
                2022-12-02 09:00 柳河镇.xlsx 1 0 0 以此为准 %s
                2022-12-03 09:00 柳河镇2.xlsx 0 0 0 单位不符 %s""".formatted(Handmade.hash("柳河镇.xlsx").substring(0, 12), Handmade.hash("柳河镇2.xlsx").substring(0, 12)));
        assertThat(words(Files.readString(misfit))).contains("301002 柳河镇  有错 2022-12-03 09:00 2 1 0 8.00");
    }

    @Test
    void printsTheTableOfUnits() throws IOException {
        assumeTrue(Browser.available() && Render.available());
        List<String> pages = Render.pages(Browser.print(page, "", folder.resolve("report.pdf")));
        assertThat(pages).hasSizeBetween(1, 3);
        assertThat(String.join("\n", pages)).contains("301001", "安平中学", "最近收到", "20,000.50").doesNotContain("搜索编码", "全部状态", "显示全部");
    }

    @Test
    void lightEnoughForManyUnits() throws IOException {
        assumeTrue(Browser.available());
        Path many = folder.resolve("many.html");
        try (Handmade handmade = new Handmade(Files.createDirectories(folder.resolve("many")))) {
            for (int i = 0; i < MANY; i++) {
                String code = Integer.toString(300_000 + i);
                handmade.listed(code, "第" + i + "中心小学", "第" + i % 12 + "科");
                List<Note> notes = new ArrayList<>();
                for (int n = 0; n < (i % 5 == 0 ? 0 : 15); n++) {
                    notes.add(note("IND0" + (10 + n % 7), n % 3 == 0 ? ERROR : WARNING, "项目" + (1 + n % 5), "F" + (10 + n), "indicators[" + n + "].value", i + "人次", "指标值“" + i + "人次”与第 " + n + " 行的名称不匹配。"));
                }
                if (i % 10 != 1) {
                    handmade.sent(code + ".xlsx", code, "第" + i + "中心小学", "2022-12-0" + (1 + i % 5) + "T01:00:00Z", notes,
                            Stream.of(1, 2, 3, 4, 5).flatMap(number -> Stream.of(project(number, "项目" + number, "10.5", "10"))).toArray(Content[]::new));
                }
            }
            ReportPage.write(handmade.conclude(), AS_OF, Lang.ZH, many);
        }
        Browser.Shown shown = Browser.show(many, "q=" + encoded("第1999中心") + "&u=301999&sort=-errors");
        Matcher ready = Pattern.compile("data-ready=\"(\\d+)\"").matcher(shown.dom());
        assertThat(ready.find()).isTrue();
        System.out.println("report of " + MANY + " units: " + Files.size(many) / 1024 + " KiB, ready after " + ready.group(1) + " ms");
        assertThat(seen(shown.dom())).containsExactly("301999");
        assertThat(opened(shown.dom())).contains("项目1!F10指标值“1999人次”与第 0 行的名称不匹配。");
        assertThat(Files.size(many)).isLessThan(6 << 20);
        // Far above what an idle machine needs (see the decision record), so that a busy one does not fail.
        assertThat(Integer.parseInt(ready.group(1))).isLessThan(30_000);
    }
}
