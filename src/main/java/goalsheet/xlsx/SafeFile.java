package goalsheet.xlsx;

import goalsheet.xlsx.OutputException.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** The one way by which files are written: at any moment the old file is there, whole, or the new one is. */
public final class SafeFile {
    private static final String PREFIX = ".goalsheet-";
    private static final String SUFFIX = ".tmp";
    private static final Duration ABANDONED = Duration.ofHours(1);
    private static final int MOVE_TRIES = 5;
    private static final long MOVE_PAUSE_MILLIS = 100;
    /** With less room than this left, a failed write is a full disk. */
    private static final long NO_ROOM = 1L << 20;

    /** Writes the content of one file. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Disk disk;

    SafeFile(Disk disk) {
        this.disk = disk;
    }

    /**
     * Writes a file by way of a temporary one in the same folder. Symbolic links are replaced, not followed.
     *
     * @param overwrite whether a file that is there already may be replaced
     * @throws OutputException when it cannot be written; unchecked exceptions of {@code body} pass through. The target is
     *                         unchanged then and no temporary file stays
     */
    public static void write(Path target, boolean overwrite, Body body) {
        new SafeFile(new Disk()).put(target, overwrite, body);
    }

    /** Makes a folder for outputs, with those above it, unless it is there. */
    public static void folder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new OutputException(Problem.NOT_WRITABLE, folder.resolve("*"), failure);
        }
    }

    /** Removes temporary files that a run cut short has left in a folder; younger ones may belong to somebody at work. */
    public static void sweep(Path folder) {
        Instant limit = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException unimportant) {
            // Litter that cannot be removed now does no harm, and says nothing about the output asked for.
            return;
        }
    }

    void put(Path target, boolean overwrite, Body body) {
        allow(target, overwrite);
        Path folder = folderOf(target);
        Path temporary = folder.resolve(PREFIX + Long.toHexString(ThreadLocalRandom.current().nextLong()) + SUFFIX);
        try {
            fill(temporary, target, body);
            allow(target, overwrite);
            move(temporary, target);
        } catch (Throwable failure) {
            remove(temporary, failure);
            throw failure;
        }
        try {
            disk.forceFolder(folder);
        } catch (IOException failure) {
            throw new OutputException(Problem.NOT_CONFIRMED, target, failure);
        }
    }

    private static void allow(Path target, boolean overwrite) {
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new OutputException(Problem.IS_FOLDER, target, null);
        }
        if (!Files.isDirectory(folderOf(target))) {
            throw new OutputException(Problem.NO_FOLDER, target, null);
        }
        if (!overwrite && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new OutputException(Problem.EXISTS, target, null);
        }
    }

    private void fill(Path temporary, Path target, Body body) {
        Sink sink;
        try (FileChannel channel = disk.create(temporary)) {
            sink = new Sink(channel);
            write(sink, target, body);
            disk.force(channel);
        } catch (AccessDeniedException refused) {
            throw new OutputException(Problem.NOT_WRITABLE, target, refused);
        } catch (IOException failure) {
            throw failed(target, failure);
        }
        verify(temporary, target, sink);
    }

    /** Libraries wrap a full disk into exceptions of their own, or swallow it: the sink knows what really happened. */
    private void write(Sink sink, Path target, Body body) {
        BufferedOutputStream out = new BufferedOutputStream(sink, 1 << 16);
        try {
            body.writeTo(out);
            out.flush();
        } catch (IOException failure) {
            throw failed(target, sink.failure.orElse(failure));
        } catch (RuntimeException failure) {
            if (sink.failure.isEmpty()) {
                throw failure;
            }
        }
        if (sink.failure.isPresent()) {
            throw failed(target, sink.failure.get());
        }
    }

    private void verify(Path temporary, Path target, Sink sink) {
        try (InputStream in = disk.read(temporary); CheckedInputStream checked = new CheckedInputStream(in, new CRC32())) {
            long read = checked.transferTo(OutputStream.nullOutputStream());
            if (read != sink.count || checked.getChecksum().getValue() != sink.sum.getValue()) {
                throw new IOException("the disk gives back other bytes than were written");
            }
        } catch (IOException failure) {
            throw failed(target, failure);
        }
    }

    /** Windows refuses to replace a file that someone has open, virus scanners included: wait a moment for those. */
    private void move(Path temporary, Path target) {
        for (int left = MOVE_TRIES; ; left--) {
            try {
                disk.move(temporary, target);
                return;
            } catch (AtomicMoveNotSupportedException impossible) {
                throw failed(target, impossible);
            } catch (FileSystemException refused) {
                if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                    throw failed(target, refused);
                }
                if (left == 1 || !pause()) {
                    throw new OutputException(Problem.IN_USE, target, refused);
                }
            } catch (IOException failure) {
                throw failed(target, failure);
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(MOVE_PAUSE_MILLIS);
            return true;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void remove(Path temporary, Throwable failure) {
        try {
            disk.delete(temporary);
        } catch (IOException first) {
            // One more try: what stays now is only found by the sweep.
            try {
                disk.delete(temporary);
            } catch (IOException second) {
                failure.addSuppressed(second);
            }
        }
    }

    private OutputException failed(Path target, IOException failure) {
        boolean full;
        try {
            full = disk.room(folderOf(target)) < NO_ROOM;
        } catch (IOException unknown) {
            full = false;
        }
        return new OutputException(full ? Problem.DISK_FULL : Problem.FAILED, target, failure);
    }

    static Path folderOf(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        return folder == null ? target.toAbsolutePath() : folder;
    }

    /** Counts and sums up what it writes, remembers its first failure, and stays open when the body closes its stream. */
    private final class Sink extends OutputStream {
        private final FileChannel channel;
        private final CRC32 sum = new CRC32();
        private long count;
        private Optional<IOException> failure = Optional.empty();

        Sink(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (failure.isPresent()) {
                throw new IOException("not written any further", failure.get());
            }
            try {
                disk.write(channel, ByteBuffer.wrap(bytes, from, length));
            } catch (IOException failed) {
                failure = Optional.of(failed);
                throw failed;
            }
            sum.update(bytes, from, length);
            count += length;
        }
    }
}
