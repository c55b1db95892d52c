package goalsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import goalsheet.xlsx.Snapshot.Visibility;
import goalsheet.xlsx.WorkbookImage.CellImage;
import goalsheet.xlsx.WorkbookImage.Content;
import goalsheet.xlsx.WorkbookImage.Look;
import goalsheet.xlsx.WorkbookImage.NoteImage;
import goalsheet.xlsx.WorkbookImage.PageImage;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import goalsheet.xlsx.WorkbookImage.Use;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkbookPressTest {
    private final List<WorkbookImage> fromNothing = new ArrayList<>();
    private final WorkbookPress press = new WorkbookPress(image -> {
        fromNothing.add(image);
        return WorkbookWriter.parts(image, Optional.empty());
    });

    private byte[] pressed(WorkbookImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        press.write(image, out);
        return out.toByteArray();
    }

    private void same(WorkbookImage image) throws IOException {
        byte[] pressed = pressed(image);
        byte[] written = WorkbookWriterTest.write(image, Optional.empty());
        assertThat(texts(pressed)).isEqualTo(texts(written));
        assertThat(Arrays.equals(pressed, written)).isTrue();
    }

    /** Told apart as texts first, to be read when they differ. */
    private static Map<String, String> texts(byte[] file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        FixedZip.parts(new ByteArrayInputStream(file)).forEach((name, content) -> texts.put(name, new String(content, StandardCharsets.UTF_8)));
        return texts;
    }

    /** The sample with something else in its cells. */
    private static WorkbookImage sample(UnaryOperator<Content> contents) {
        WorkbookImage image = SampleImage.image();
        return new WorkbookImage(image.title(), image.sheets().stream().map(sheet -> sheet(sheet, sheet.name(), sheet.heights(), sheet.cells().stream()
                .map(cell -> new CellImage(cell.ref(), contents.apply(cell.content()), cell.look(), cell.use(), cell.format(), cell.link())).toList())).toList(), image.names());
    }

    private static SheetImage sheet(SheetImage sheet, String name, List<Double> heights, List<CellImage> cells) {
        return new SheetImage(name, sheet.visibility(), sheet.widths(), heights, cells, sheet.merges(), sheet.validations(), sheet.page(), sheet.freezeRows(), sheet.conditions(), sheet.notes());
    }

    private static Content words(Content content, UnaryOperator<String> other) {
        if (content instanceof Content.Words words) {
            return new Content.Words(other.apply(words.text()));
        }
        return content instanceof Content.Formula formula && !(formula.cached() instanceof Content.Number)
                ? new Content.Formula(formula.formula() + "&\"<]]>\"", new Content.Words(other.apply("值"))) : content;
    }

    private static Stream<String> oddTexts() {
        return Stream.of("<甲>&\"乙\"'丙'", "]]>", "]]]>", "]]", "a]]>b&&<<", " 前", "后 ", "\t", " ", "　全角　", "行\n行", "行\r\n行", "\u0000\u0007\u000B", "_x000D_", "_x00", "\uD83D\uDE00\uD840\uDC00", "\uD83D", "\uFFFE\uFFFF\uFFFD",
                "\u007F\u0085\u00A0\u2028\uFEFF", "&amp;", "<![CDATA[x]]>", "&<".repeat(40), "e\u0301", "１２３");
    }

    @ParameterizedTest
    @MethodSource("oddTexts")
    void whateverTheCellsHoldTheBytesAreThoseOfAWorkbookMadeFromNothing(String odd) throws IOException {
        same(sample(content -> words(content, text -> "'" + text)));
        same(sample(content -> words(content, text -> "'" + odd)));
        same(sample(content -> words(content, text -> "'" + text + odd)));
        same(sample(content -> words(content, text -> "'")));
        assertThat(fromNothing).hasSize(1);
    }

    @Test
    void numbersOfAnySizeAreWrittenTheSame() throws IOException {
        same(SampleImage.image());
        for (String digits : List.of("0", "0.00", "-0.5", "1E+10", "12345678.9", "0.0000001", "100", "99999999999999.99")) {
            same(sample(content -> content instanceof Content.Number ? new Content.Number(new BigDecimal(digits)) : content));
        }
        assertThat(fromNothing).hasSize(1);
    }

    @Test
    void heightsAreNotKept() throws IOException {
        for (double height : new double[] {15, 20.3, 33.333333, 409, 0.5}) {
            WorkbookImage image = SampleImage.image();
            List<SheetImage> sheets = image.sheets().stream().map(sheet -> sheet(sheet, sheet.name(), sheet.heights().stream().map(each -> height).toList(), sheet.cells())).toList();
            same(new WorkbookImage(image.title(), sheets, image.names()));
        }
        assertThat(fromNothing).hasSize(1);
    }

    @Test
    void whatCellsLookLikeAndWhichKindOfContentTheyHoldMayDiffer() throws IOException {
        List<WorkbookImage> images = List.of(SampleImage.image(), sample(content -> Content.EMPTY), sample(content -> new Content.Words("=1+1")),
                sample(content -> content instanceof Content.Empty ? new Content.Number(BigDecimal.ONE) : content),
                sample(content -> content instanceof Content.Empty || content instanceof Content.Formula ? content : new Content.Formula("1", new Content.Words(""))));
        // Cells hidden by a merge hold nothing, so the ones that are there may hold anything.
        for (WorkbookImage image : images) {
            same(image);
            same(image);
        }
        for (WorkbookImage image : images) {
            same(image);
        }
        assertThat(fromNothing).hasSizeLessThanOrEqualTo(images.size());
    }

    private static SheetImage bare(String name, Visibility visibility, List<Double> heights, CellImage... cells) {
        return new SheetImage(name, visibility, List.of(), heights, List.of(cells), List.of(), List.of(), new PageImage(false, Optional.empty(), -1, -1), 0);
    }

    private static CellImage cell(String ref, String text, String link) {
        return new CellImage(Ref.parse(ref), text.isEmpty() ? Content.EMPTY : new Content.Words(text), Look.VALUE, Use.FIXED, "General", link);
    }

    private static WorkbookImage book(SheetImage... sheets) {
        return new WorkbookImage("t", List.of(sheets), List.of());
    }

    @Test
    void sheetsOfOtherExtentOrderVisibilityAndLinksAreToldApart() throws IOException {
        List<WorkbookImage> images = List.of(
                book(bare("a", Visibility.VISIBLE, List.of())), book(bare("a", Visibility.VISIBLE, List.of(0.0, 0.0))), book(bare("a", Visibility.VISIBLE, List.of(0.0, 20.0))),
                book(bare("a", Visibility.VISIBLE, List.of(), cell("B2", "x", ""))), book(bare("a", Visibility.VISIBLE, List.of(), cell("B3", "x", ""))),
                book(bare("a", Visibility.VISIBLE, List.of(), cell("D2", "x", ""), cell("B3", "", ""))), book(bare("a", Visibility.VISIBLE, List.of(20.0, 0.0, 0.0, 0.0, 20.0), cell("B2", "x", ""))),
                book(bare("a", Visibility.VISIBLE, List.of(), cell("B3", "第二", ""), cell("A1", "第一", ""), cell("AB2", "第一", ""))),
                book(bare("a", Visibility.VISIBLE, List.of(), cell("B2", "x", "'a'!A1"))), book(bare("a", Visibility.VISIBLE, List.of(), cell("B2", "x", "'a'!B1"))),
                book(bare("a", Visibility.HIDDEN, List.of(), cell("B2", "x", "")), bare("b", Visibility.VISIBLE, List.of(), cell("B2", "x", ""))),
                book(bare("a", Visibility.VISIBLE, List.of(), cell("B2", "x", "")), bare("b", Visibility.HIDDEN, List.of(), cell("B2", "x", ""))),
                book(bare("b", Visibility.VISIBLE, List.of(), cell("B2", "x", "")), bare("a&b", Visibility.VISIBLE, List.of(), cell("B2", "x", ""))),
                new WorkbookImage("另一个标题", book(bare("a", Visibility.VISIBLE, List.of(), cell("B2", "x", ""))).sheets(), List.of()));
        for (WorkbookImage image : images) {
            same(image);
        }
        for (WorkbookImage image : images) {
            same(image);
        }
        assertThat(fromNothing).hasSizeLessThanOrEqualTo(images.size());
    }

    @Test
    void notesAreWrittenFromNothing() throws IOException {
        SheetImage sheet = bare("a", Visibility.VISIBLE, List.of(), cell("B2", "x", ""));
        for (String text : List.of("一", "二")) {
            SheetImage noted = new SheetImage(sheet.name(), sheet.visibility(), sheet.widths(), sheet.heights(), sheet.cells(), sheet.merges(), sheet.validations(), sheet.page(),
                    sheet.freezeRows(), sheet.conditions(), List.of(new NoteImage(Ref.parse("B2"), "某人", text)));
            same(book(noted));
            same(book(sheet));
        }
    }

    @Test
    void whatNoWorkbookCanHoldIsRefusedBeforeAnythingIsWritten() throws IOException {
        same(SampleImage.image());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookImage bad = sample(content -> content instanceof Content.Words ? new Content.Words("长".repeat(40_000)) : content);
        ImageException pressed = catchThrowableOfType(ImageException.class, () -> press.write(bad, out));
        ImageException written = catchThrowableOfType(ImageException.class, () -> WorkbookWriter.write(bad, Optional.empty(), out));
        assertThat(pressed.text()).isEqualTo(written.text());
        assertThat(out.size()).isZero();
        same(SampleImage.image());
    }

    @Test
    void aPasswordLocksEveryWorkbook() throws IOException {
        WorkbookPress locked = new WorkbookPress(Optional.of("口令"));
        for (WorkbookImage image : Arrays.asList(SampleImage.image(), sample(content -> words(content, text -> text + "又")))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            locked.write(image, out);
            assertThat(out.toByteArray()).isEqualTo(WorkbookWriterTest.write(image, Optional.of("口令"))).isNotEqualTo(WorkbookWriterTest.write(image, Optional.empty()));
        }
    }
}
