package goalsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import goalsheet.xlsx.OutputException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** A real disk of which one step, the n-th, fails. */
    private static final class FailingDisk extends Disk {
        private final int failing;
        private final IOException failure;
        private long room = Long.MAX_VALUE;
        private String failed = "";
        private int steps;

        FailingDisk(int failing, IOException failure) {
            this.failing = failing;
            this.failure = failure;
        }

        private void step(String name) throws IOException {
            if (++steps == failing) {
                failed = name;
                throw failure;
            }
        }

        @Override
        FileChannel create(Path file) throws IOException {
            step("create");
            return super.create(file);
        }

        @Override
        void write(FileChannel channel, ByteBuffer bytes) throws IOException {
            step("write");
            super.write(channel, bytes);
        }

        @Override
        void force(FileChannel channel) throws IOException {
            step("force");
            super.force(channel);
        }

        @Override
        InputStream read(Path file) throws IOException {
            step("read");
            return super.read(file);
        }

        @Override
        void move(Path from, Path to) throws IOException {
            step("move");
            super.move(from, to);
        }

        @Override
        void delete(Path file) throws IOException {
            step("delete");
            super.delete(file);
        }

        @Override
        void forceFolder(Path folder) throws IOException {
            step("forceFolder");
            super.forceFolder(folder);
        }

        @Override
        long room(Path folder) {
            return room;
        }
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
        assertThat(problem(() -> SafeFile.write(folder.resolve("no/a.xlsx"), true, out -> out.write(NEW)))).isEqualTo(Problem.NO_FOLDER);
        assertThat(problem(() -> SafeFile.folder(target.resolve("sub")))).isEqualTo(Problem.NOT_WRITABLE);
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

    /** Fails the first step, then the second, … until a run passes: always the old file whole or the new one, and no litter. */
    @Test
    void anyStepMayFail() throws IOException {
        List<String> failed = new ArrayList<>();
        for (int failing = 1; ; failing++) {
            Path target = Files.write(folder.resolve("a.xlsx"), OLD);
            FailingDisk disk = new FailingDisk(failing, new IOException("injected"));
            OutputException error = catchThrowableOfType(OutputException.class, () -> new SafeFile(disk).put(target, true, out -> {
                for (int from = 0; from < NEW.length; from += 50_000) {
                    out.write(NEW, from, 50_000);
                }
            }));
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
        assertThat(new ArrayList<>(new java.util.LinkedHashSet<>(failed)))
                .containsExactly("create", "write", "force", "read", "move", "forceFolder");
    }

    @Test
    void aFullDiskIsCalledSo() {
        FailingDisk disk = new FailingDisk(2, new IOException("设备上没有空间"));
        disk.room = 4096;
        // As SXSSF does: the failure comes back as an unchecked exception of the library, or not at all.
        assertThat(problem(() -> new SafeFile(disk).put(folder.resolve("a"), false, out -> {
            try {
                out.write(NEW);
            } catch (IOException full) {
                throw new IllegalStateException("library");
            }
        }))).isEqualTo(Problem.DISK_FULL);
        FailingDisk second = new FailingDisk(2, new IOException("full"));
        assertThat(problem(() -> new SafeFile(second).put(folder.resolve("a"), false, out -> {
            try {
                out.write(NEW);
            } catch (IOException swallowed) {
                out.write(1);
            }
        }))).isEqualTo(Problem.FAILED);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusalsOfTheSystemAreToldApart() throws IOException {
        Path target = Files.write(folder.resolve("a.xlsx"), OLD);
        AccessDeniedException denied = new AccessDeniedException("a.xlsx");
        assertThat(problem(() -> new SafeFile(new FailingDisk(1, denied)).put(target, true, out -> out.write(NEW)))).isEqualTo(Problem.NOT_WRITABLE);
        Disk held = new Disk() {
            @Override
            void move(Path from, Path to) throws IOException {
                throw denied;
            }
        };
        assertThat(problem(() -> new SafeFile(held).put(target, true, out -> out.write(NEW)))).isEqualTo(Problem.IN_USE);
        // A scanner that lets go again: steps are create, write, force, read, move.
        new SafeFile(new FailingDisk(5, denied)).put(target, true, out -> out.write(OLD));
        assertThat(names(folder)).containsExactly("a.xlsx");
    }

    @Test
    void otherBytesOnTheDiskAreNoticed() throws IOException {
        Disk lying = new Disk() {
            @Override
            InputStream read(Path file) throws IOException {
                return new java.io.ByteArrayInputStream(new byte[] {1});
            }
        };
        assertThat(problem(() -> new SafeFile(lying).put(folder.resolve("a"), false, out -> out.write(2)))).isEqualTo(Problem.FAILED);
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
        SafeFile.sweep(folder);
        SafeFile.sweep(folder.resolve("nowhere"));
        assertThat(names(folder)).containsExactly(".goalsheet-2b.tmp", "other.tmp");
    }
}
