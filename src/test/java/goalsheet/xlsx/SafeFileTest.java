package goalsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import goalsheet.xlsx.OutputException.Problem;
import goalsheet.xlsx.SafeFile.Body;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {
    private static final byte[] OLD = "old".getBytes();
    private static final byte[] NEW = new byte[200_000];

    @TempDir
    private Path folder;

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        OutputException error = catchThrowableOfType(OutputException.class, call);
        assertThat(error).isNotNull();
        assertThat(error.text().zh()).isNotEmpty().doesNotContain("{");
        assertThat(error.text().en()).isNotEmpty().doesNotContain("{");
        return error.problem();
    }

    @Test
    void writesAndReplaces() throws IOException {
        Path target = folder.resolve("绩效 目标.xlsx");
        SafeFile.write(target, false, out -> out.write(OLD));
        assertThat(target).hasBinaryContent(OLD);
        SafeFile.write(target, true, out -> {
            out.write(NEW);
            out.close();
        });
        assertThat(target).hasBinaryContent(NEW);
        assertThat(names(folder)).containsExactly("绩效 目标.xlsx");
    }

    @Test
    void refusesWhatIsInTheWay() throws IOException {
        Path target = Files.write(folder.resolve("a.xlsx"), OLD);
        assertThat(problem(() -> SafeFile.write(target, false, out -> out.write(NEW)))).isEqualTo(Problem.EXISTS);
        assertThat(problem(() -> SafeFile.write(folder, true, out -> out.write(NEW)))).isEqualTo(Problem.IS_FOLDER);
        assertThat(problem(() -> SafeFile.write(target.resolve("sub/a.xlsx"), true, out -> out.write(NEW)))).isEqualTo(Problem.NO_FOLDER);
        assertThat(problem(() -> SafeFile.write(folder.resolve("长".repeat(90)), true, out -> out.write(NEW)))).isEqualTo(Problem.NAME_TOO_LONG);
        assertThat(target).hasBinaryContent(OLD);
        assertThat(names(folder)).containsExactly("a.xlsx");
    }

    @Test
    void anExistingFileThatAppearsMeanwhileIsKept() throws IOException {
        Path target = folder.resolve("a.xlsx");
        assertThat(problem(() -> SafeFile.write(target, false, out -> Files.write(target, OLD)))).isEqualTo(Problem.EXISTS);
        assertThat(target).hasBinaryContent(OLD);
        assertThat(names(folder)).containsExactly("a.xlsx");
    }

    private static Map<Path, Body> one(Path target, byte[] content) {
        return Map.of(target, out -> {
            for (int from = 0; from < content.length; from += 50_000) {
                out.write(content, from, Math.min(50_000, content.length - from));
            }
        });
    }

    /** Fails the first step, then the second, … until a run passes: always the old file whole or the new one, and no litter. */
    @Test
    void anyStepMayFail() throws IOException {
        List<String> failed = new ArrayList<>();
        for (int failing = 1; ; failing++) {
            Path target = Files.write(folder.resolve("a.xlsx"), OLD);
            FailingDisk disk = new FailingDisk(failing, new IOException("injected"));
            OutputException error = catchThrowableOfType(OutputException.class, () -> new SafeFile(disk).put(one(target, NEW), true));
            assertThat(names(folder)).containsExactly("a.xlsx");
            if (disk.failed.isEmpty()) {
                assertThat(error).isNull();
                assertThat(target).hasBinaryContent(NEW);
                break;
            }
            failed.add(disk.failed);
            boolean inPlace = disk.failed.equals("forceFolder");
            assertThat(target).hasBinaryContent(inPlace ? NEW : OLD);
            assertThat(error.problem()).isEqualTo(inPlace ? Problem.NOT_CONFIRMED : Problem.FAILED);
        }
        assertThat(new LinkedHashSet<>(failed)).containsExactly("create", "write", "force", "read", "move", "forceFolder");
    }

    /** The same where nothing was before: a disk that refuses second names is served by a move. */
    @Test
    void anyStepMayFailForANewFile() throws IOException {
        List<String> failed = new ArrayList<>();
        for (int failing = 1; ; failing++) {
            Path target = folder.resolve("a.xlsx");
            Files.deleteIfExists(target);
            FailingDisk disk = new FailingDisk(failing, new IOException("injected"));
            OutputException error = catchThrowableOfType(OutputException.class, () -> new SafeFile(disk).put(one(target, NEW), false));
            if (error == null || error.problem() == Problem.NOT_CONFIRMED) {
                assertThat(names(folder)).containsExactly("a.xlsx");
                assertThat(target).hasBinaryContent(NEW);
            } else {
                assertThat(folder).isEmptyDirectory();
            }
            if (disk.failed.isEmpty()) {
                break;
            }
            failed.add(disk.failed);
        }
        assertThat(new LinkedHashSet<>(failed)).containsExactly("create", "write", "force", "read", "link", "delete", "forceFolder");
    }

    /** A set: whatever fails before all are written leaves every old one; afterwards each is old or new, and the message says how many. */
    @Test
    void anyStepMayFailInASet() throws IOException {
        List<String> told = new ArrayList<>();
        List<Path> targets = List.of(folder.resolve("1.xlsx"), folder.resolve("2.xlsx"), folder.resolve("3.xlsx"));
        for (int failing = 1; ; failing++) {
            Map<Path, Body> files = new LinkedHashMap<>();
            for (Path target : targets) {
                Files.write(target, OLD);
                files.putAll(one(target, NEW));
            }
            FailingDisk disk = new FailingDisk(failing, new IOException("injected"));
            OutputException error = catchThrowableOfType(OutputException.class, () -> new SafeFile(disk).put(files, true));
            assertThat(names(folder)).containsExactly("1.xlsx", "2.xlsx", "3.xlsx");
            int written = 0;
            for (Path target : targets) {
                byte[] content = Files.readAllBytes(target);
                assertThat(content).isIn(OLD, NEW);
                written += content.length == NEW.length ? 1 : 0;
            }
            if (disk.failed.isEmpty()) {
                assertThat(written).isEqualTo(3);
                break;
            }
            told.add(disk.failed + " " + written + (error.text().zh().contains("共 3 份，已写好 " + written + " 份") ? " told" : ""));
        }
        assertThat(new LinkedHashSet<>(told)).containsExactly("create 0", "write 0", "force 0", "read 0", "move 2 told", "forceFolder 3");
    }

    @Test
    void ofManyAtOnceOneWinsAndTheOthersAreTold() throws Exception {
        for (int round = 0; round < 20; round++) {
            Path target = folder.resolve(round + ".xlsx");
            List<Callable<Boolean>> racers = IntStream.range(0, 8).mapToObj(racer -> (Callable<Boolean>) () -> {
                try {
                    SafeFile.write(target, false, out -> out.write(new byte[] {(byte) racer}));
                    return true;
                } catch (OutputException late) {
                    assertThat(late.problem()).isEqualTo(Problem.EXISTS);
                    return false;
                }
            }).toList();
            ExecutorService pool = Executors.newFixedThreadPool(8);
            List<Future<Boolean>> results = pool.invokeAll(racers);
            pool.shutdown();
            List<Integer> winners = new ArrayList<>();
            for (int racer = 0; racer < results.size(); racer++) {
                if (results.get(racer).get()) {
                    winners.add(racer);
                }
            }
            assertThat(winners).hasSize(1);
            assertThat(target).hasBinaryContent(new byte[] {winners.get(0).byteValue()});
        }
        assertThat(names(folder)).hasSize(20);
    }

    @Test
    void aFullDiskIsCalledSo() {
        FailingDisk disk = new FailingDisk(2, new IOException("设备上没有空间"));
        disk.room = 4096;
        // As SXSSF does: the failure comes back as an unchecked exception of the library, or not at all.
        assertThat(problem(() -> new SafeFile(disk).put(Map.of(folder.resolve("a"), out -> {
            try {
                out.write(NEW);
            } catch (IOException full) {
                throw new IllegalStateException("library");
            }
        }), false))).isEqualTo(Problem.DISK_FULL);
        FailingDisk second = new FailingDisk(2, new IOException("full"));
        assertThat(problem(() -> new SafeFile(second).put(Map.of(folder.resolve("a"), out -> {
            try {
                out.write(NEW);
            } catch (IOException swallowed) {
                out.write(1);
            }
        }), false))).isEqualTo(Problem.FAILED);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusalsOfTheSystemAreToldApart() throws IOException {
        Path target = Files.write(folder.resolve("a.xlsx"), OLD);
        AccessDeniedException denied = new AccessDeniedException("a.xlsx");
        assertThat(problem(() -> new SafeFile(new FailingDisk(1, denied)).put(one(target, NEW), true))).isEqualTo(Problem.NOT_WRITABLE);
        Disk held = new Disk() {
            @Override
            void move(Path from, Path to) throws IOException {
                throw denied;
            }
        };
        assertThat(problem(() -> new SafeFile(held).put(one(target, NEW), true))).isEqualTo(Problem.IN_USE);
        // A scanner that lets go again: steps are create, write, force, read, move.
        new SafeFile(new FailingDisk(5, denied)).put(one(target, OLD), true);
        assertThat(names(folder)).containsExactly("a.xlsx");
    }

    /** As on Windows, where nobody can replace a file that Excel has open. */
    @Test
    void theNewFileIsKeptBesideOneThatIsOpen() throws IOException {
        Path target = Files.write(folder.resolve("法院.checked.xlsx"), OLD);
        Disk open = new Disk() {
            @Override
            void move(Path from, Path to) throws IOException {
                if (to.equals(target)) {
                    throw new AccessDeniedException(to.toString());
                }
                super.move(from, to);
            }
        };
        OutputException error = catchThrowableOfType(OutputException.class, () -> new SafeFile(open).put(one(target, NEW), true));
        assertThat(error.problem()).isEqualTo(Problem.KEPT_BESIDE);
        Path kept = error.kept().orElseThrow();
        assertThat(kept.getFileName().toString()).matches("法院\\.checked-\\d{14}\\.xlsx");
        assertThat(error.text().zh()).contains(target.toString(), kept.toString(), "请关闭 Excel 或 WPS");
        assertThat(kept).hasBinaryContent(NEW);
        assertThat(target).hasBinaryContent(OLD);
        assertThat(names(folder)).hasSize(2);
    }

    @Test
    void otherBytesOnTheDiskAreNoticed() throws IOException {
        Disk lying = new Disk() {
            @Override
            InputStream read(Path file) throws IOException {
                return new java.io.ByteArrayInputStream(new byte[] {1});
            }
        };
        assertThat(problem(() -> new SafeFile(lying).put(one(folder.resolve("a"), OLD), false))).isEqualTo(Problem.FAILED);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void mistakesOfTheBodyPassThrough() {
        assertThatThrownBy(() -> SafeFile.write(folder.resolve("a"), false, out -> {
            out.write(NEW);
            throw new IllegalArgumentException("mine");
        })).isInstanceOf(IllegalArgumentException.class).hasMessage("mine");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void sweepRemovesOldLitterOnly() throws IOException {
        Path old = Files.write(folder.resolve(".goalsheet-1a.tmp"), OLD);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(7200)));
        Files.write(folder.resolve(".goalsheet-2b.tmp"), OLD);
        Path foreign = Files.write(folder.resolve("other.tmp"), OLD);
        Files.setLastModifiedTime(foreign, FileTime.from(Instant.now().minusSeconds(7200)));
        SafeFile.write(folder.resolve("a.xlsx"), false, out -> out.write(NEW));
        assertThat(names(folder)).containsExactly(".goalsheet-2b.tmp", "a.xlsx", "other.tmp");
    }
}
