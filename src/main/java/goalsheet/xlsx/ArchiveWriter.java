package goalsheet.xlsx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a zip archive in memory: parts in the order in which they are given, all dated 1980-01-01, so that the same parts
 * always give the same bytes. Parts of another archive can be copied as they lie there, without unpacking.
 */
public final class ArchiveWriter {
    private static final int VERSION = 20;
    /** Packing is the most of marking a workbook: half the time of the usual level, for a seventh more bytes of the parts that change. */
    private static final int LEVEL = 3;
    private static final int UTF_8 = 1 << 11;
    /** 1980-01-01 in the coding of zip; the first day it knows. */
    private static final int DATE = 1 << 5 | 1;

    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private final Set<String> names = new HashSet<>();
    /** One for all parts, as it takes a quarter of a megabyte to set up; null while none is needed. */
    private Deflater deflater;

    /** The archive with some parts replaced (where they were) or added (at the end, in the order given); all others copied untouched. */
    public static byte[] patch(Archive archive, Map<String, byte[]> parts) {
        ArchiveWriter writer = new ArchiveWriter();
        for (String name : archive.names()) {
            byte[] content = parts.get(name);
            if (content == null) {
                writer.copy(archive, name);
            } else {
                writer.put(name, content);
            }
        }
        parts.forEach((name, content) -> {
            if (!archive.names().contains(name)) {
                writer.put(name, content);
            }
        });
        return writer.bytes();
    }

    /** Whether an archive lies byte for byte as this class lays it out: that it was not written by anybody else since. */
    public static boolean hasWritten(Archive archive) {
        return Arrays.equals(patch(archive, Map.of()), archive.file());
    }

    /** Adds a part, deflated. */
    public ArchiveWriter put(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        if (deflater == null) {
            deflater = new Deflater(LEVEL, true);
        }
        deflater.reset();
        byte[] packed = new byte[content.length + content.length / 1000 + 64];
        deflater.setInput(content);
        deflater.finish();
        int length = deflater.deflate(packed);
        boolean smaller = deflater.finished() && length < content.length;
        if (smaller) {
            add(name, true, (int) crc.getValue(), content.length, packed, 0, length);
        } else {
            add(name, false, (int) crc.getValue(), content.length, content, 0, content.length);
        }
        return this;
    }

    /** Adds a part of another archive, its packed bytes as they are. */
    public ArchiveWriter copy(Archive from, String name) {
        Archive.Entry entry = from.entry(name);
        add(entry.name(), entry.deflated(), entry.crc(), (int) entry.size(), from.file(), entry.from(), entry.length());
        return this;
    }

    /** The archive with all parts added so far. */
    public byte[] bytes() {
        if (deflater != null) {
            deflater.end();
            deflater = null;
        }
        ByteBuffer end = buffer(22).putInt(0x06054B50).putInt(0).putShort((short) names.size()).putShort((short) names.size())
                .putInt(directory.size()).putInt(entries.size()).putShort((short) 0);
        ByteArrayOutputStream whole = new ByteArrayOutputStream(entries.size() + directory.size() + 22);
        whole.writeBytes(entries.toByteArray());
        whole.writeBytes(directory.toByteArray());
        whole.writeBytes(end.array());
        return whole.toByteArray();
    }

    private void add(String name, boolean deflated, int crc, int size, byte[] data, int from, int length) {
        if (!names.add(Archive.key(name))) {
            throw new IllegalArgumentException("part " + name + " twice");
        }
        byte[] rawName = name.getBytes(StandardCharsets.UTF_8);
        int flags = rawName.length == name.length() ? 0 : UTF_8;
        ByteBuffer common = buffer(26).putShort((short) VERSION).putShort((short) flags).putShort((short) (deflated ? 8 : 0))
                .putShort((short) 0).putShort((short) DATE).putInt(crc).putInt(length).putInt(size)
                .putShort((short) rawName.length).putShort((short) 0);
        directory.writeBytes(buffer(6).putInt(0x02014B50).putShort((short) VERSION).array());
        directory.writeBytes(common.array());
        directory.writeBytes(buffer(14).putInt(10, entries.size()).array());
        directory.writeBytes(rawName);
        entries.writeBytes(buffer(4).putInt(0x04034B50).array());
        entries.writeBytes(common.array());
        entries.writeBytes(rawName);
        entries.write(data, from, length);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
