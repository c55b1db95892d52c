package goalsheet.collect;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** A zip archive, on disk or within another one. Windows programs write Chinese names in GBK and do not say so. */
final class Archive implements Closeable {
    /** An archive within another one is held in memory as a whole. */
    static final int LARGEST_WITHIN = 128 << 20;
    private static final Charset GBK = Charset.isSupported("GB18030") ? Charset.forName("GB18030") : StandardCharsets.UTF_8;

    private final ZipFile zip;

    private Archive(ZipFile zip) {
        this.zip = zip;
    }

    static Archive open(Path file) throws IOException {
        return new Archive(ZipFile.builder().setPath(file).get());
    }

    /** @throws IOException when the entry is no archive, or too large for one */
    Archive within(ZipArchiveEntry entry) throws IOException {
        byte[] bytes = read(entry, LARGEST_WITHIN);
        if (bytes.length > LARGEST_WITHIN) {
            throw new IOException("an archive of more than " + LARGEST_WITHIN + " bytes within another one");
        }
        return new Archive(ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get());
    }

    /** Files, in the order of their names. */
    List<ZipArchiveEntry> files(int most) {
        List<ZipArchiveEntry> files = new ArrayList<>(Collections.list(zip.getEntries()).stream().filter(entry -> !entry.isDirectory()).limit(most).toList());
        files.sort(Comparator.comparing(Archive::name));
        return files;
    }

    Optional<ZipArchiveEntry> file(String name) {
        return Collections.list(zip.getEntries()).stream().filter(entry -> name(entry).equals(name)).findFirst();
    }

    /** The name as whoever packed it saw it, with {@code /} between folders. */
    static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        String name;
        try {
            name = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException notUtf8) {
            name = new String(raw, GBK);
        }
        return name.replace('\\', '/');
    }

    /** At most one byte more than asked for. */
    byte[] read(ZipArchiveEntry entry, long most) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 16));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
