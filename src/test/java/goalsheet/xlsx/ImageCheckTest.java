package goalsheet.xlsx;

import static goalsheet.xlsx.WorkbookWriterTest.cells;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import goalsheet.text.Lang;
import goalsheet.xlsx.ImageException.Problem;
import goalsheet.xlsx.WorkbookImage.CellImage;
import goalsheet.xlsx.WorkbookImage.ConditionImage;
import goalsheet.xlsx.WorkbookImage.Content;
import goalsheet.xlsx.WorkbookImage.Effect;
import goalsheet.xlsx.WorkbookImage.Look;
import goalsheet.xlsx.WorkbookImage.NameImage;
import goalsheet.xlsx.WorkbookImage.PageImage;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import goalsheet.xlsx.WorkbookImage.Use;
import goalsheet.xlsx.WorkbookImage.ValidationImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImageCheckTest {
    private static final PageImage PAGE = new PageImage(false, Optional.empty(), -1, -1);

    /** Each: what is refused; an image at the limit, or without the mistake; the image over it; the place that is named. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(Problem.TOO_LONG, named("表".repeat(31)), named("表".repeat(32)), "表".repeat(32)),
                arguments(Problem.BAD_SHEET_NAME, named("a-b"), named("a/b"), "a/b"),
                arguments(Problem.BAD_SHEET_NAME, named("it's"), named("'a"), "'a"),
                arguments(Problem.BAD_SHEET_NAME, named("a"), named(""), ""),
                arguments(Problem.SAME_SHEET_NAME, sheets(sheet("a"), sheet("b")), sheets(sheet("a"), sheet("A")), "A"),
                arguments(Problem.NO_VISIBLE_SHEET, named("a"), sheets(new SheetImage("a", Snapshot.Visibility.HIDDEN, List.of(),
                        List.of(), List.of(), List.of(), List.of(), PAGE, 0)), "t"),
                arguments(Problem.TOO_LONG, words("字".repeat(32_767)), words("字".repeat(32_768)), "s!A1"),
                arguments(Problem.TOO_LONG, formula("1" + "+1".repeat(4095)), formula("1" + "+1".repeat(4096)), "s!A1"),
                arguments(Problem.BAD_FORMULA, formula("A2"), formula("=A2"), "s!A1"),
                arguments(Problem.SAME_CELL, cells(cell("A1"), cell("A2")), cells(cell("A1"), cell("A1")), "s!A1"),
                arguments(Problem.OUTSIDE, cells(cell("XFD1048576")), cells(new CellImage(new Ref(0, 16_384), Content.EMPTY,
                        Look.VALUE, Use.FIXED, "General", "")), "s!XFE1"),
                arguments(Problem.MERGES_OVERLAP, merged("A1:B2", "C1:D2"), merged("A1:B2", "B2:C3"), "s!B2:C3"),
                arguments(Problem.HIDDEN_BY_MERGE, merged("A1:C1"), merged("D4:E5"), "s!D4:E5"),
                arguments(Problem.TOO_LONG, sized(255, 409), sized(256, 409), "s"),
                arguments(Problem.TOO_LONG, sized(255, 409), sized(255, 409.5), "s"),
                arguments(Problem.TOO_LONG, list("\"" + "选".repeat(255) + "\""), list("\"" + "选".repeat(256) + "\""), "s!A1"),
                arguments(Problem.TOO_LONG, list("A".repeat(255)), list("A".repeat(256)), "s!A1"),
                arguments(Problem.BAD_FORMULA, list("\"是,否\""), list("\"\""), "s!A1"),
                arguments(Problem.BAD_FORMULA, bounds("between", "0", "1"), bounds("between", "0", ""), "s!A1"),
                arguments(Problem.BAD_VALIDATION, bounds("equal", "0", ""), bounds("equals", "0", ""), "s!A1"),
                arguments(Problem.TOO_LONG, prompts(32, 255, 32, 255), prompts(33, 255, 32, 255), "s!A1"),
                arguments(Problem.TOO_LONG, prompts(32, 255, 32, 255), prompts(32, 256, 32, 255), "s!A1"),
                arguments(Problem.TOO_LONG, prompts(32, 255, 32, 255), prompts(32, 255, 33, 255), "s!A1"),
                arguments(Problem.TOO_LONG, prompts(32, 255, 32, 255), prompts(32, 255, 32, 256), "s!A1"),
                arguments(Problem.BAD_FORMULA, condition("A1>0"), condition("=A1>0"), "s!A1"),
                arguments(Problem.UNKNOWN_SHEET, name("名", "A", "a!$A$1"), name("名", "b", "a!$A$1"), "名"),
                arguments(Problem.BAD_NAME, name("名", "", "a!$A$1"), name("1名", "", "a!$A$1"), "1名"),
                arguments(Problem.BAD_NAME, name("名", "", "a!$A$1"), name("名", "", "a!$A$1,,("), "名"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeIsNamedBeforeAnythingIsWritten(Problem problem, WorkbookImage good, WorkbookImage bad, String place) throws IOException {
        WorkbookWriter.write(good, Optional.empty(), new ByteArrayOutputStream());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageException error = catchThrowableOfType(ImageException.class, () -> WorkbookWriter.write(bad, Optional.empty(), out));
        assertThat(error).isNotNull();
        assertThat(error.problem()).isEqualTo(problem);
        assertThat(error.text().zh()).startsWith(place + "：");
        assertThat(error.text().en()).startsWith(place + ": ").doesNotContain("{");
        assertThat(out.size()).isZero();
    }

    @Test
    void lengthIsToldWithItsLimit() {
        ImageException error = catchThrowableOfType(ImageException.class, () -> ImageCheck.check(prompts(32, 300, 32, 255)));
        assertThat(error.text().in(Lang.ZH)).isEqualTo("s!A1：提示内容为 300，超过上限 255，请缩短");
        assertThat(error.text().in(Lang.EN)).isEqualTo("s!A1: prompt is 300, the limit is 255: make it shorter");
    }

    private static CellImage cell(String ref) {
        return new CellImage(Ref.parse(ref), new Content.Words("x"), Look.VALUE, Use.FIXED, "General", "");
    }

    private static WorkbookImage words(String text) {
        return cells(new CellImage(new Ref(0, 0), new Content.Words(text), Look.VALUE, Use.FIXED, "@", ""));
    }

    private static WorkbookImage formula(String formula) {
        return cells(new CellImage(new Ref(0, 0), new Content.Formula(formula, Content.EMPTY), Look.VALUE, Use.CALCULATED, "@", ""));
    }

    private static SheetImage sheet(String name) {
        return new SheetImage(name, Snapshot.Visibility.VISIBLE, List.of(), List.of(), List.of(), List.of(), List.of(), PAGE, 0);
    }

    private static WorkbookImage sheets(SheetImage... sheets) {
        return new WorkbookImage("t", List.of(sheets), List.of());
    }

    private static WorkbookImage named(String name) {
        return sheets(sheet(name));
    }

    private static WorkbookImage name(String name, String sheet, String refersTo) {
        return new WorkbookImage("t", List.of(sheet("a")), List.of(new NameImage(name, sheet, refersTo)));
    }

    private static WorkbookImage sized(double width, double height) {
        return sheets(new SheetImage("s", Snapshot.Visibility.VISIBLE, List.of(width), List.of(height), List.of(), List.of(), List.of(), PAGE, 0));
    }

    private static WorkbookImage merged(String... areas) {
        return sheets(new SheetImage("s", Snapshot.Visibility.VISIBLE, List.of(), List.of(), List.of(cell("A1"), cell("E5")),
                Arrays.stream(areas).map(Area::parse).toList(), List.of(), PAGE, 0));
    }

    private static WorkbookImage validated(ValidationImage validation) {
        return sheets(new SheetImage("s", Snapshot.Visibility.VISIBLE, List.of(), List.of(), List.of(), List.of(),
                List.of(validation), PAGE, 0));
    }

    private static WorkbookImage list(String formula) {
        return validated(new ValidationImage(Area.parse("A1"), "list", "", formula, "", true, "", "", "", ""));
    }

    private static WorkbookImage bounds(String operator, String low, String high) {
        return validated(new ValidationImage(Area.parse("A1"), "whole", operator, low, high, true, "", "", "", ""));
    }

    private static WorkbookImage prompts(int promptTitle, int prompt, int errorTitle, int error) {
        return validated(new ValidationImage(Area.parse("A1"), "custom", "", "TRUE", "", true, "提".repeat(promptTitle),
                "提".repeat(prompt), "错".repeat(errorTitle), "错".repeat(error)));
    }

    private static WorkbookImage condition(String formula) {
        return sheets(new SheetImage("s", Snapshot.Visibility.VISIBLE, List.of(), List.of(), List.of(), List.of(), List.of(), PAGE, 0,
                List.of(new ConditionImage(Area.parse("A1"), formula, Effect.RIGHT))));
    }
}
