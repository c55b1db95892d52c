package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.RawEdit;
import goalsheet.office.Office;
import goalsheet.office.OfficeBook;
import goalsheet.report.Annotator;
import goalsheet.text.Lang;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What units type is shown in our sheet of results as they typed it, and is nothing but text there: looked at in LibreOffice. */
class TypedIntoOutputsTest {
    /** What a spreadsheet would take for a formula, were it typed; shown with what is invisible written out. */
    private static final List<List<String>> TYPED = List.of(List.of("=1+1", "=1+1"), List.of("+1+1", "+1+1"), List.of("-1-1x", "-1-1x"), List.of("@SUM(1,1)", "@SUM(1,1)"),
            List.of("\t=1+1", "=1+1"), List.of("=HYPERLINK(\"http://example.invalid\",\"x\")", "=HYPERLINK(\"http://example.invalid\",\"x\")"),
            List.of("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"), List.of("十\u202E万", "十[U+202E]万"));

    @TempDir
    private Path folder;

    @Test
    void staysText() throws Exception {
        assumeTrue(Office.available());
        Path form = Returned.court(folder.resolve("form.xlsx"));
        for (int at = 0; at < TYPED.size(); at++) {
            Path typed = RawEdit.of(form).text("项目1", "C4", TYPED.get(at).get(0)).save(folder.resolve("typed" + at + ".xlsx"));
            Path copy = Files.write(folder.resolve("copy" + at + ".xlsx"), Annotator.annotate(Files.readAllBytes(typed), Returned.check(typed), Lang.ZH));
            try (OfficeBook book = Office.open(copy)) {
                int row = 5;
                while (!book.text("检查结果", "D" + row).equals("C4")) {
                    assertThat(row++).as("a finding at C4").isLessThan(60);
                }
                assertThat(book.text("检查结果", "F" + row)).isEqualTo(TYPED.get(at).get(1));
                assertThat(book.value("检查结果", "F" + row)).isZero();
            }
        }
    }

    /** Our own sheet cites what would start a program, as text: a copy that comes back is not accused of it a second time. */
    @Test
    void isNotFoundAgainInTheCopy() throws Exception {
        Path typed = RawEdit.of(Returned.court(folder.resolve("form.xlsx"))).text("项目1", "C4", "=cmd|' /C calc'!A0").save(folder.resolve("typed.xlsx"));
        Path copy = Files.write(folder.resolve("copy.xlsx"), Annotator.annotate(Files.readAllBytes(typed), Returned.check(typed), Lang.ZH));
        assertThat(Returned.told(typed)).contains("ERROR INT033 项目1!C4");
        assertThat(Returned.told(copy)).isEqualTo(Returned.told(typed));
        Path hidden = RawEdit.of(copy).formula("检查结果", "F6", "cmd|'/C calc'!A0", "0").save(folder.resolve("hidden.xlsx"));
        assertThat(Returned.change(Returned.told(hidden), Returned.told(typed))).containsExactly("ERROR INT033 检查结果!F6");
    }
}
