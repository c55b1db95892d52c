package goalsheet.check;

import static goalsheet.check.Returned.COURT;
import static goalsheet.check.Returned.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.office.Office;
import goalsheet.report.Annotator;
import goalsheet.rule.Severity;
import goalsheet.rule.Verdict;
import goalsheet.text.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published sheets of a real court, an invented unit on the other form, and their annotated copies, through other hands or not. */
class PublishedSampleTest {
    @TempDir
    private Path folder;

    @Test
    void theCourtsSheetsHaveNoErrorAndWhatEverybodySeesInThem() {
        Verdict verdict = Returned.check(Returned.court(folder.resolve("court.xlsx")));
        assertThat(told(verdict)).isEqualTo(COURT);
        assertThat(verdict.count(Severity.ERROR)).isZero();
        assertThat(verdict.findings().stream().filter(finding -> finding.rule().id().equals("IND004")).map(finding -> finding.value()).toList())
                .containsExactly("司法救助资金发放率≧100%");
        assertThat(List.of(verdict.template(), verdict.unitCode(), verdict.unitName())).containsExactly("hebei-2023", "336001", "迁安市人民法院");
    }

    @Test
    void lockedFiguresMakeNoDifference() {
        assertThat(told(Returned.courtWithControls(folder.resolve("court.xlsx")))).isEqualTo(COURT);
    }

    @Test
    void theOtherFormIsClean() {
        Verdict verdict = Returned.check(Returned.centre(folder.resolve("centre.xlsx")));
        assertThat(told(verdict)).isEmpty();
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.CLEAN);
        assertThat(List.of(verdict.template(), verdict.unitCode(), verdict.unitName())).containsExactly("central-2021", "417002", "云岭县疾病预防控制中心");
    }

    @Test
    void savingInAnotherProgramChangesNothing() {
        assumeTrue(Office.available());
        assertThat(told(Office.resave(Returned.court(folder.resolve("court.xlsx")), folder.resolve("court2.xlsx")))).isEqualTo(COURT);
        assertThat(told(Office.resave(Returned.courtWithControls(folder.resolve("locked.xlsx")), folder.resolve("locked2.xlsx")))).isEqualTo(COURT);
        assertThat(told(Office.resave(Returned.centre(folder.resolve("centre.xlsx")), folder.resolve("centre2.xlsx")))).isEmpty();
    }

    @Test
    void anAnnotatedCopyIsCheckedLikeItsOriginal() throws IOException {
        Path original = Returned.court(folder.resolve("court.xlsx"));
        Path copy = annotated(original, folder.resolve("copy.xlsx"));
        assertThat(told(copy)).isEqualTo(COURT);

        Verdict verdict = Returned.check(original);
        byte[] marked = Files.readAllBytes(copy);
        assertThat(Annotator.annotate(marked, verdict, Lang.ZH)).as("the same verdict again").isEqualTo(marked);
        Path again = annotated(copy, folder.resolve("again").resolve("copy.xlsx"));
        assertThat(Annotator.annotate(Files.readAllBytes(again), Returned.check(copy), Lang.ZH)).as("a verdict of its own").isEqualTo(Files.readAllBytes(again));
    }

    @Test
    void anAnnotatedCopySavedInAnotherProgramToo() throws IOException {
        assumeTrue(Office.available());
        Path copy = annotated(Returned.court(folder.resolve("court.xlsx")), folder.resolve("copy.xlsx"));
        Path resaved = Office.resave(copy, folder.resolve("resaved.xlsx"));
        assertThat(told(resaved)).isEqualTo(COURT);
        assertThat(told(annotated(resaved, folder.resolve("marked again.xlsx")))).isEqualTo(COURT);
    }

    private static Path annotated(Path workbook, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        return Files.write(target, Annotator.annotate(Files.readAllBytes(workbook), Returned.check(workbook), Lang.ZH));
    }
}
