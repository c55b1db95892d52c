package goalsheet.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** The steps by which a file gets onto a disk, one call each, so that a test can let any of them fail. */
class Disk {
    FileChannel create(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        // Ctrl+C and a closed window leave nothing behind.
        file.toFile().deleteOnExit();
        return channel;
    }

    void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    void force(FileChannel channel) throws IOException {
        channel.force(true);
    }

    InputStream read(Path file) throws IOException {
        return Files.newInputStream(file);
    }

    /** @throws java.nio.file.FileAlreadyExistsException when {@code to} is there, whoever made it and however lately */
    void link(Path from, Path to) throws IOException {
        Files.createLink(to, from);
    }

    void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** Makes a move last through a power cut. Windows opens no folders and needs none of this. */
    void forceFolder(Path folder) throws IOException {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    long room(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }
}
