package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.rule.Finding;
import goalsheet.rule.Verdict;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.UnreadableException.Reason;
import goalsheet.xlsx.WorkbookFile;
import goalsheet.xlsx.WorkbookFile.Opening;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file that can come back is read right or refused in words, in time. */
class HostileFilesTest {
    @TempDir
    private Path folder;

    static Stream<Variant> variants() {
        return HostileFiles.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    void isReadRightOrRefused(Variant variant) throws Exception {
        Path file = Files.write(folder.resolve(variant.fileName()), variant.bytes());
        long started = System.nanoTime();
        Verdict verdict = Returned.check(file);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(30));
        assertThat(told(verdict)).isEqualTo(variant.told());
        assertThat(Files.readAllBytes(file)).isEqualTo(variant.bytes());
        if (variant.isSame()) {
            assertThat(content(variant.bytes())).isEqualTo(content(HostileFiles.form()));
        }
    }

    static List<String> told(Verdict verdict) {
        return verdict.findings().stream().map(HostileFilesTest::line).toList();
    }

    private static String line(Finding finding) {
        return finding.rule().id().equals("FIL001") ? "FIL001 " + Arrays.stream(Reason.values())
                .filter(reason -> reason.message().equals(finding.arguments().get("reason"))).findFirst().orElseThrow() : Returned.line(finding);
    }

    /** Everything that was read but the hash; numbers by what they are worth. */
    private static List<Object> content(byte[] bytes) throws Exception {
        Snapshot snapshot = WorkbookFile.of(bytes, Opening.PLAIN).snapshot();
        List<Object> content = new ArrayList<>(List.of(snapshot.styles(), snapshot.names(), snapshot.structureLocked(), snapshot.date1904(), snapshot.externalLinks(), snapshot.activeContent()));
        for (Snapshot.Sheet sheet : snapshot.sheets()) {
            content.addAll(List.of(sheet.name(), sheet.visibility(), sheet.merges(), sheet.validations(), sheet.isLocked(), sheet.hiddenRows(), sheet.hiddenCols()));
            sheet.cells().values().forEach(cell -> content.add(List.of(cell.ref(), cell.kind(),
                    cell.kind() == Snapshot.Kind.NUMBER ? new BigDecimal(cell.text()).stripTrailingZeros() : cell.text(), cell.formula(), cell.style())));
        }
        return content;
    }

    @Test
    void thereAreManyAndEachHasAName() {
        List<String> names = HostileFiles.all().map(Variant::fileName).toList();
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(120);
    }
}
