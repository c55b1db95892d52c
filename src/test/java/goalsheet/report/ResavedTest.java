package goalsheet.report;

import static goalsheet.report.AnnotatorTest.formats;
import static goalsheet.report.AnnotatorTest.names;
import static goalsheet.report.AnnotatorTest.notes;
import static goalsheet.report.AnnotatorTest.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.check.Returned;
import goalsheet.office.Office;
import goalsheet.office.OfficeBook;
import goalsheet.office.OfficeBook.Format;
import goalsheet.office.Render;
import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.Tone;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marks are found again when another program has written the whole file anew. */
class ResavedTest {
    @TempDir
    private Path folder;

    @Test
    void oursGoAndTheirsStay() throws Exception {
        assumeTrue(Office.available());
        byte[] resaved = resave(Annotator.annotate(Samples.workbook(), Samples.usual(), Lang.ZH));
        try (XSSFWorkbook book = open(resaved)) {
            assertThat(names(book)).containsExactly("检查结果", Samples.FORM, Samples.OTHER, "清单");
            assertThat(notes(book.getSheet(Samples.FORM))).containsOnlyKeys("A1", "C5", "D7");
        }
        try (XSSFWorkbook book = open(Annotator.strip(resaved))) {
            assertThat(names(book)).containsExactly(Samples.FORM, Samples.OTHER, "清单");
            assertThat(texts(notes(book.getSheet(Samples.FORM)))).containsExactlyEntriesOf(new TreeMap<>(Map.of("A1", "第一版", "C5", "上年是 18 万元\n请留意")));
            assertThat(notes(book.getSheet(Samples.OTHER))).isEmpty();
            assertThat(texts(notes(book.getSheet("清单")))).containsExactlyEntriesOf(Map.of("B3", "不动"));
            assertThat(formats(book.getSheet(Samples.FORM))).hasSize(1).first().asString().startsWith("A1:C9 $C$5>100");
            assertThat(formats(book.getSheet(Samples.OTHER))).isEmpty();
            assertThat(book.getSheet(Samples.FORM).getDataValidations()).hasSize(1);
            assertThat(book.getSheet(Samples.FORM).getProtect()).isTrue();
            assertThat(book.getPrintArea(0)).isEqualTo(Samples.FORM + "!$A$1:$F$12");
            assertThat(book.getAllNames().stream().map(name -> name.getNameName() + " " + name.getSheetIndex()).sorted().toList())
                    .isEqualTo(List.of("_xlnm.Print_Area 0", "_xlnm.Print_Area 1", "_xlnm.Print_Titles 1", "codes -1"));
        }
        byte[] again = Annotator.annotate(resaved, Samples.usual(), Lang.ZH);
        assertThat(Annotator.annotate(again, Samples.usual(), Lang.ZH)).isEqualTo(again);
        try (XSSFWorkbook book = open(again)) {
            assertThat(names(book)).containsExactly("检查结果", Samples.FORM, Samples.OTHER, "清单");
            assertThat(notes(book.getSheet(Samples.FORM)).get("C5")).containsOnlyOnce("goalsheet ────").contains("上年是 18 万元\n请留意\n────");
        }
    }

    @Test
    void aReplyTypedBehindOursStays() throws Exception {
        byte[] checked = Annotator.annotate(Samples.workbook(), Samples.usual(), Lang.ZH);
        try (XSSFWorkbook book = open(checked)) {
            var note = book.getSheet(Samples.FORM).getCellComment(new CellAddress("D7"));
            note.setString(note.getString().getString() + "\n已改");
            var out = new ByteArrayOutputStream();
            book.write(out);
            byte[] replied = out.toByteArray();
            byte[] again = Annotator.annotate(replied, Samples.usual(), Lang.ZH);
            assertThat(Annotator.annotate(again, Samples.usual(), Lang.ZH)).isEqualTo(again);
            try (XSSFWorkbook stripped = open(Annotator.strip(again))) {
                assertThat(texts(notes(stripped.getSheet(Samples.FORM)))).containsExactlyEntriesOf(
                        new TreeMap<>(Map.of("A1", "第一版", "C5", "上年是 18 万元\n请留意", "D7", "\n已改")));
            }
        }
    }

    @Test
    void nothingIsCutOffOnPaper() throws Exception {
        assumeTrue(Office.available() && Render.available());
        Finding[] findings = IntStream.range(1, 12).mapToObj(i -> Samples.vague(i + "始" + "保障工作正常开展 abc ".repeat(i) + "终" + i)).toArray(Finding[]::new);
        Path file = Files.write(folder.resolve("copy.xlsx"), Annotator.annotate(Samples.workbook(), Samples.verdict(findings), Lang.ZH));
        try (OfficeBook book = Office.open(file)) {
            String words = Render.words(book.saveAs(folder.resolve("copy.pdf"), Format.PDF));
            assertThat(words).contains("检查结果：没有必须修改的地方，有11处供参考");
            for (int i = 1; i < 12; i++) {
                assertThat(words).contains("终" + i + "”无法衡量");
            }
        }
    }

    /** In a row of a table, whose own colours are a conditional format, too. */
    @Test
    void aMarkIsSeenOverTheFormsOwnColours() throws Exception {
        assumeTrue(Office.available() && Render.available());
        byte[] court = Files.readAllBytes(Returned.court(folder.resolve("court.xlsx")));
        Finding finding = Finding.of(Samples.VAGUE, new Place("项目1", "C12", "", Text.EMPTY), "预算执行率");
        for (byte[] workbook : List.of(court, resave(court))) {
            Path copy = Files.write(folder.resolve("marked.xlsx"), Annotator.annotate(workbook, Samples.verdict(finding), Lang.ZH));
            Path pdf = Office.toPdf(copy, folder.resolve("marked.pdf"));
            List<String> pages = Render.pages(pdf);
            int page = IntStream.range(0, pages.size()).filter(at -> pages.get(at).contains("人民陪审员经费绩效目标表")).findFirst().orElseThrow();
            BufferedImage image = ImageIO.read(Render.images(pdf, Files.createTempDirectory(folder, "pages"), 40).get(page).toFile());
            int yellow = 0xFF000000 | Integer.parseInt(Tone.DOUBTFUL.ground(), 16);
            assertThat(Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())).filter(pixel -> pixel == yellow).count()).isPositive();
        }
    }

    private static Map<String, String> texts(Map<String, String> notes) {
        Map<String, String> texts = new TreeMap<>();
        notes.forEach((cell, note) -> texts.put(cell, note.substring(note.indexOf(": ") + 2)));
        return texts;
    }

    private byte[] resave(byte[] workbook) throws IOException {
        Path file = Files.write(folder.resolve("copy.xlsx"), workbook);
        try (OfficeBook book = Office.open(file)) {
            return Files.readAllBytes(book.saveAs(folder.resolve("resaved.xlsx"), Format.XLSX));
        }
    }
}
