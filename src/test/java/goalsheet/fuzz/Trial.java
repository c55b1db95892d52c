package goalsheet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.check.Checker;
import goalsheet.fill.Mending;
import goalsheet.report.Annotator;
import goalsheet.report.JsonReport;
import goalsheet.report.TextReport;
import goalsheet.rule.Verdict;
import goalsheet.text.Lang;
import goalsheet.xlsx.Archive;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.UnreadableException;
import goalsheet.xlsx.WorkbookFile;
import goalsheet.xlsx.WorkbookReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold of any file whatever. */
final class Trial {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Path NAME = Path.of("交回.xlsx");

    private Trial() {
    }

    /** The reader refuses in words, or reads the same from an archive packed in another way. */
    static void read(byte[] file) {
        within(() -> {
            try {
                Snapshot snapshot = WorkbookReader.read(Archive.of(file));
                assertThat(content(WorkbookReader.read(Archive.of(repacked(file))))).isEqualTo(content(snapshot));
            } catch (UnreadableException refused) {
                assertThat(refused.reason().message().zh()).isNotBlank();
            }
        });
    }

    /** The check ends with a verdict, every report and mending with it, and the annotated copy fares as the workbook itself. */
    static List<String> check(Checker checker, byte[] file) {
        List<String> told = new ArrayList<>();
        within(() -> {
            Verdict verdict;
            byte[] copy;
            try {
                WorkbookFile workbook = WorkbookFile.of(file, WorkbookFile.Opening.PLAIN);
                verdict = checker.check(NAME, workbook);
                copy = Annotator.annotate(workbook.archive().map(Archive::file).orElse(new byte[0]), verdict, Lang.ZH);
                mended(checker, workbook).ifPresent(bytes -> snapshot("mended", bytes));
            } catch (UnreadableException refused) {
                verdict = checker.unreadable(NAME, refused);
                copy = Annotator.annotate(new byte[0], verdict, Lang.ZH);
            }
            // What cannot be marked gives a list of findings by itself.
            if (snapshot("annotated", copy).sheets().size() > 1) {
                assertThat(told(checker.check(NAME, WorkbookFile.of(copy, WorkbookFile.Opening.PLAIN)))).isEqualTo(told(verdict));
            }
            assertThat(TextReport.of(verdict, Lang.EN)).isNotBlank();
            JsonReport.write(List.of(verdict), "0", Lang.ZH, new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8));
            told.addAll(told(verdict));
        });
        return told;
    }

    private static Optional<byte[]> mended(Checker checker, WorkbookFile workbook) throws UnreadableException {
        Optional<Mending> mending = Mending.of(checker, NAME, workbook).filter(found -> !found.changes().isEmpty());
        return mending.isEmpty() ? Optional.empty() : Optional.of(mending.get().workbook());
    }

    private static Snapshot snapshot(String what, byte[] file) {
        try {
            return WorkbookReader.read(Archive.of(file));
        } catch (UnreadableException e) {
            throw new AssertionError("the " + what + " copy cannot be read", e);
        }
    }

    static List<String> told(Verdict verdict) {
        return verdict.findings().stream().map(finding -> finding.rule().id() + " " + finding.place().sheet() + "!" + finding.place().cell() + " " + finding.value()).toList();
    }

    private interface Work {
        void run() throws UnreadableException, IOException;
    }

    private static void within(Work work) {
        // Time on the processor: how busy the machine is otherwise says nothing.
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        try {
            work.run();
        } catch (UnreadableException e) {
            throw new AssertionError("what we wrote ourselves is refused", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - start)).isLessThan(PATIENCE);
    }

    private static byte[] repacked(byte[] file) throws UnreadableException {
        Archive archive = Archive.of(file);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(archive.names());
        Collections.reverse(names);
        for (String name : names) {
            parts.put(name, archive.bytes(name));
        }
        return SmallForm.zip(parts, false);
    }

    private static Snapshot content(Snapshot snapshot) {
        return new Snapshot("", snapshot.sheets(), snapshot.styles(), snapshot.names(), snapshot.structureLocked(), snapshot.date1904(),
                snapshot.manualCalc(), snapshot.externalLinks(), List.of());
    }
}
