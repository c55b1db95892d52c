package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.office.Office;
import goalsheet.office.OfficeBook;
import goalsheet.office.OfficeBook.Format;
import goalsheet.office.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms that other programs have opened and saved: told is what was found before, and what that program really has lost. */
class OtherProgramsIT {
    @TempDir
    private Path folder;

    private enum Filled {
        COURT, COURT_WITH_CONTROLS, CENTRE;

        Path write(Path target) {
            return switch (this) {
                case COURT -> Returned.court(target);
                case COURT_WITH_CONTROLS -> Returned.courtWithControls(target);
                case CENTRE -> Returned.centre(target);
            };
        }
    }

    static Stream<Arguments> programs() {
        return Stream.of(Filled.values()).flatMap(form -> {
            String unlocked = "INFO INT025 !";
            List<String> noLimits = switch (form) {
                case COURT -> List.of(unlocked, "INFO INT035 封面!C3", "INFO INT035 部门整体!A4");
                case COURT_WITH_CONTROLS -> List.of(unlocked, "INFO INT035 封面!C5", "INFO INT035 部门整体!A4");
                case CENTRE -> List.of(unlocked, "INFO INT035 封面!B3");
            };
            Stream<String> noDropdowns = form == Filled.CENTRE ? Stream.of("INFO INT006 项目（1）!G4", "INFO INT006 项目（2）!G4") : IntStream.rangeClosed(1, 5).mapToObj(number -> "INFO INT006 项目" + number + "!A10");
            return Stream.of(
                    // takes the protection off
                    Arguments.of(form, Programs.EXCELJS, List.of(unlocked)),
                    // keeps values, formulas and hidden sheets; dropdowns, protection and looks it does not know
                    Arguments.of(form, Programs.SHEETJS, Stream.concat(noLimits.stream(), noDropdowns).toList()),
                    // keeps no results of formulas: whoever opens and saves the file next has them again
                    Arguments.of(form, Programs.OPENPYXL, List.of("WARNING INT009 封面!" + (form == Filled.CENTRE ? "B8" : "B9"))));
        });
    }

    @ParameterizedTest
    @MethodSource("programs")
    void onlyWhatIsLostIsTold(Filled form, Programs program, List<String> lost) throws IOException {
        assumeTrue(program.available());
        Path filled = form.write(folder.resolve("a.xlsx"));
        Path saved = program.resave(filled, folder.resolve("b.xlsx"));
        assertThat(Returned.change(Returned.told(saved), Returned.told(filled))).isEqualTo(lost);
    }

    @ParameterizedTest
    @CsvSource({"COURT", "COURT_WITH_CONTROLS", "CENTRE"})
    void libreOfficeLosesNothing(Filled form) {
        assumeTrue(Office.available());
        Path filled = form.write(folder.resolve("a.xlsx"));
        Path once = Office.resave(filled, folder.resolve("b.xlsx"));
        assertThat(Returned.told(once)).isEqualTo(Returned.told(filled));
        assertThat(Returned.told(Office.resave(once, folder.resolve("c.xlsx")))).isEqualTo(Returned.told(filled));
    }

    @ParameterizedTest
    @CsvSource({"COURT, 项目2", "CENTRE, 项目（2）"})
    void looksMadeInLibreOfficeDoNotMatter(Filled form, String sheet) {
        assumeTrue(Office.available());
        Path filled = form.write(folder.resolve("a.xlsx"));
        Path saved = folder.resolve("b.xlsx");
        try (OfficeBook book = Office.open(filled)) {
            book.zoom(sheet, 145).widen(sheet, "C", 60).colour(sheet, "A1:G14", 0xFFCC00).addComment(sheet, "B4", "请核对").breakBefore(sheet, 8)
                    .widen("封面", "B", 90).zoom("封面", 70).saveAs(saved, Format.XLSX);
        }
        assertThat(Returned.told(saved)).isEqualTo(Returned.told(filled));
    }

    /** openpyxl forgets the results of formulas; LibreOffice, as the next to save, works them out again. */
    @ParameterizedTest
    @CsvSource({"zoom", "widen", "filter", "colour", "comment", "printing", "properties", "outline"})
    void looksMadeElsewhereDoNotMatter(String look) throws IOException {
        assumeTrue(Programs.OPENPYXL.available() && Office.available());
        Path filled = Filled.COURT.write(folder.resolve("a.xlsx"));
        Path changed = Programs.OPENPYXL.resave(filled, folder.resolve("b.xlsx"), look);
        assertThat(Returned.change(Returned.told(changed), Returned.told(filled))).containsExactly("WARNING INT009 封面!B9");
        assertThat(Returned.told(Office.resave(changed, folder.resolve("c.xlsx")))).isEqualTo(Returned.told(filled));
    }

    @Test
    void oneAfterTheOther() throws IOException {
        assumeTrue(Programs.EXCELJS.available() && Programs.OPENPYXL.available() && Office.available());
        Path filled = Filled.COURT.write(folder.resolve("a.xlsx"));
        Path last = Office.resave(Programs.OPENPYXL.resave(Programs.EXCELJS.resave(Office.resave(filled, folder.resolve("b.xlsx")), folder.resolve("c.xlsx")),
                folder.resolve("d.xlsx"), "colour", "comment"), folder.resolve("e.xlsx"));
        assertThat(Returned.change(Returned.told(last), Returned.told(filled))).containsExactly("INFO INT025 !");
    }
}
