package goalsheet.xlsx;

import goalsheet.xlsx.OutputException.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * The one way by which files are written: at any moment the old file is there, whole, or the new one is. What a run cut short
 * has left in a folder is cleared away by the first later run that writes there.
 */
public final class SafeFile {
    private static final String PREFIX = ".goalsheet-";
    private static final String SUFFIX = ".tmp";
    /** Younger ones may belong to somebody at work. */
    private static final Duration ABANDONED = Duration.ofHours(1);
    private static final int MOVE_TRIES = 5;
    private static final long MOVE_PAUSE_MILLIS = 100;
    /** With less room than this left, a failed write is a full disk. */
    private static final long NO_ROOM = 1L << 20;
    /** Most file systems hold no longer name, in bytes or in characters. */
    private static final int MAX_NAME = 255;
    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    /** Writes the content of one file. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Not final: tests let this disk fail under whole commands. */
    static SafeFile real = new SafeFile(new Disk());

    private final Disk disk;
    private final Set<Path> swept = ConcurrentHashMap.newKeySet();

    SafeFile(Disk disk) {
        this.disk = disk;
    }

    /**
     * Writes a file by way of a temporary one in the same folder, which is made if need be. Symbolic links are replaced, not followed.
     *
     * @param overwrite whether a file that is there already may be replaced
     * @throws OutputException when it cannot be written; unchecked exceptions of {@code body} pass through. The target is
     *                         unchanged then and no temporary file stays
     */
    public static void write(Path target, boolean overwrite, Body body) {
        real.put(Map.of(target, body), overwrite);
    }

    /** Writes files that belong together: none takes its place before all of them are written, so that no half set is left. */
    public static void writeAll(Map<Path, Body> files, boolean overwrite) {
        real.put(files, overwrite);
    }

    void put(Map<Path, Body> files, boolean overwrite) {
        files.keySet().forEach(target -> allow(target, overwrite));
        Map<Path, Path> temporaries = new LinkedHashMap<>();
        try {
            files.forEach((target, body) -> {
                Path temporary = folderOf(target).resolve(PREFIX + Long.toHexString(ThreadLocalRandom.current().nextLong()) + SUFFIX);
                temporaries.put(target, temporary);
                makeFolder(target);
                fill(temporary, target, body);
                sweep(folderOf(target), temporary);
            });
            place(temporaries, overwrite);
        } catch (Throwable failure) {
            temporaries.values().forEach(temporary -> remove(temporary, failure));
            throw failure;
        }
    }

    /** Goes on when one cannot take its place: what is written once is worth having. */
    private void place(Map<Path, Path> temporaries, boolean overwrite) {
        List<OutputException> failures = new ArrayList<>();
        temporaries.forEach((target, temporary) -> {
            try {
                place(temporary, target, overwrite);
            } catch (OutputException failure) {
                failures.add(failure);
            }
        });
        Set<Path> folders = new LinkedHashSet<>();
        temporaries.keySet().forEach(target -> {
            if (folders.add(folderOf(target)) && failures.isEmpty()) {
                confirm(target);
            }
        });
        if (!failures.isEmpty()) {
            throw failures.get(0).within(temporaries.size() - failures.size(), temporaries.size());
        }
    }

    private void confirm(Path target) {
        try {
            disk.forceFolder(folderOf(target));
        } catch (IOException failure) {
            throw new OutputException(Problem.NOT_CONFIRMED, target, failure);
        }
    }

    /** Makes the folder of a file that another program writes, such as a database, with those above it. */
    public static void folderFor(Path target) {
        real.makeFolder(target);
    }

    private static void allow(Path target, boolean overwrite) {
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new OutputException(Problem.IS_FOLDER, target, null);
        }
        if (!overwrite && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new OutputException(Problem.EXISTS, target, null);
        }
        String name = target.getFileName().toString();
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME && !Files.exists(target)) {
            throw new OutputException(Problem.NAME_TOO_LONG, target, null);
        }
    }

    private void makeFolder(Path target) {
        try {
            Files.createDirectories(folderOf(target));
        } catch (IOException failure) {
            throw Files.isDirectory(existing(folderOf(target))) ? refused(target, failure) : new OutputException(Problem.NO_FOLDER, target, failure);
        }
    }

    /** Once a run and folder. The disk's own clock counts, which need not be ours. */
    private void sweep(Path folder, Path ours) {
        if (!swept.add(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            Instant limit = Files.getLastModifiedTime(ours).toInstant().minus(ABANDONED);
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).compareTo(FileTime.from(limit)) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException unimportant) {
            // Litter that cannot be removed now does no harm, and says nothing about the output asked for.
            return;
        }
    }

    private void fill(Path temporary, Path target, Body body) {
        CheckedSink sink;
        try (FileChannel channel = disk.create(temporary)) {
            sink = new CheckedSink(disk, channel);
            write(sink, target, body);
            disk.force(channel);
        } catch (IOException failure) {
            throw refused(target, failure);
        }
        verify(temporary, target, sink);
    }

    /** Libraries wrap a full disk into exceptions of their own, or swallow it: the sink knows what really happened. */
    private void write(CheckedSink sink, Path target, Body body) {
        BufferedOutputStream out = new BufferedOutputStream(sink, 1 << 16);
        try {
            body.writeTo(out);
            out.flush();
        } catch (IOException failure) {
            throw failed(target, sink.failure().orElse(failure));
        } catch (RuntimeException failure) {
            if (sink.failure().isEmpty()) {
                throw failure;
            }
        }
        if (sink.failure().isPresent()) {
            throw failed(target, sink.failure().get());
        }
    }

    private void verify(Path temporary, Path target, CheckedSink sink) {
        try (InputStream in = disk.read(temporary); CheckedInputStream checked = new CheckedInputStream(in, new CRC32())) {
            long read = checked.transferTo(OutputStream.nullOutputStream());
            if (read != sink.count() || checked.getChecksum().getValue() != sink.sum()) {
                throw new IOException("the disk gives back other bytes than were written");
            }
        } catch (IOException failure) {
            throw failed(target, failure);
        }
    }

    private void place(Path temporary, Path target, boolean overwrite) {
        try {
            if (overwrite || !link(temporary, target)) {
                allow(target, overwrite);
                move(temporary, target);
            }
        } catch (Throwable failure) {
            remove(temporary, failure);
            throw failure;
        }
    }

    /** A second name never replaces a file that appeared this very moment, as a move would; not every disk has them. */
    private boolean link(Path temporary, Path target) {
        try {
            disk.link(temporary, target);
        } catch (FileAlreadyExistsException there) {
            throw new OutputException(Problem.EXISTS, target, there);
        } catch (IOException | UnsupportedOperationException impossible) {
            return false;
        }
        remove(temporary, new IOException());
        return true;
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
                    throw beside(temporary, target).map(kept -> OutputException.kept(target, kept, refused))
                            .orElseGet(() -> new OutputException(Problem.IN_USE, target, refused));
                }
            } catch (IOException failure) {
                throw failed(target, failure);
            }
        }
    }

    /** The work is done and worth keeping, if only under another name. */
    private Optional<Path> beside(Path temporary, Path target) {
        String name = target.getFileName().toString();
        int dot = name.lastIndexOf('.') < 1 ? name.length() : name.lastIndexOf('.');
        Path dated = folderOf(target).resolve(name.substring(0, dot) + "-" + DATED.format(LocalDateTime.now()) + name.substring(dot));
        try {
            if (Files.exists(dated, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            disk.move(temporary, dated);
            return Optional.of(dated);
        } catch (IOException alsoRefused) {
            return Optional.empty();
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

    /** Before the first byte is written. */
    private OutputException refused(Path target, IOException failure) {
        Path folder = existing(folderOf(target));
        boolean closed = failure instanceof AccessDeniedException || failure instanceof FileSystemException && !Files.isWritable(folder);
        return closed ? new OutputException(Problem.NOT_WRITABLE, target, failure) : failed(target, failure);
    }

    private OutputException failed(Path target, IOException failure) {
        boolean full;
        try {
            full = disk.room(existing(folderOf(target))) < NO_ROOM;
        } catch (IOException unknown) {
            full = false;
        }
        return new OutputException(full ? Problem.DISK_FULL : Problem.FAILED, target, failure);
    }

    static Path folderOf(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        return folder == null ? target.toAbsolutePath() : folder;
    }

    private static Path existing(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
