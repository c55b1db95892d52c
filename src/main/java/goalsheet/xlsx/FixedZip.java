package goalsheet.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Packs an archive without a clock in it, so that the same parts give the same bytes. A part that is packed already can be put into any number of them. */
public final class FixedZip {
    private static final int LOCAL = 0x04034B50;
    private static final int DESCRIPTOR = 0x08074B50;
    private static final int CENTRAL = 0x02014B50;
    private static final int END = 0x06054B50;
    private static final short VERSION = 20;
    /** Names are UTF-8; lengths and checksum follow the part. */
    private static final short FLAGS = 1 << 11 | 1 << 3;
    private static final short DEFLATED = 8;
    private static final short MIDNIGHT = 0;
    /** 1 February 1980. */
    private static final short DATE = 2 << 5 | 1;

    private final OutputStream out;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int written;
    private int entries;

    /** @param size of the content before it was deflated */
    record Packed(byte[] deflated, int size, int crc) {
    }

    private FixedZip(OutputStream out) {
        this.out = out;
    }

    /** Copies every entry in its order; {@code out} stays open. */
    public static void copy(InputStream archive, OutputStream out) throws IOException {
        write(parts(archive), out);
    }

    /** The content of every entry, in its order. */
    static Map<String, byte[]> parts(InputStream archive) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        ZipInputStream from = new ZipInputStream(archive);
        for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
            parts.put(entry.getName(), from.readAllBytes());
        }
        return parts;
    }

    /** Packs parts into a new archive; {@code out} stays open. */
    static void write(Map<String, byte[]> parts, OutputStream out) throws IOException {
        FixedZip zip = new FixedZip(out);
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            zip.put(part.getKey(), pack(part.getValue()));
        }
        zip.finish();
    }

    /** The same with parts that are packed already. */
    static void writePacked(Map<String, Packed> parts, OutputStream out) throws IOException {
        FixedZip zip = new FixedZip(out);
        for (Map.Entry<String, Packed> part : parts.entrySet()) {
            zip.put(part.getKey(), part.getValue());
        }
        zip.finish();
    }

    static Packed pack(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream deflated = new ByteArrayOutputStream(content.length / 4 + 64);
        byte[] buffer = new byte[1 << 13];
        while (!deflater.finished()) {
            deflated.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return new Packed(deflated.toByteArray(), content.length, (int) crc.getValue());
    }

    private void put(String name, Packed part) throws IOException {
        byte[] rawName = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer central = buffer(46 + rawName.length).putInt(CENTRAL).putShort(VERSION);
        head(central, part.crc(), part.deflated().length, part.size(), rawName);
        directory.writeBytes(central.position(42).putInt(written).put(rawName).array());
        ByteBuffer local = buffer(30 + rawName.length).putInt(LOCAL);
        head(local, 0, 0, 0, rawName);
        write(local.put(rawName).array());
        write(part.deflated());
        write(buffer(16).putInt(DESCRIPTOR).putInt(part.crc()).putInt(part.deflated().length).putInt(part.size()).array());
        entries++;
    }

    /** Writes the directory, which ends the archive. */
    private void finish() throws IOException {
        ByteBuffer end = buffer(22).putInt(END).putInt(0).putShort((short) entries).putShort((short) entries).putInt(directory.size()).putInt(written);
        directory.writeTo(out);
        out.write(end.array());
    }

    private static void head(ByteBuffer to, int crc, int length, int size, byte[] rawName) {
        to.putShort(VERSION).putShort(FLAGS).putShort(DEFLATED).putShort(MIDNIGHT).putShort(DATE).putInt(crc).putInt(length).putInt(size)
                .putShort((short) rawName.length).putShort((short) 0);
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
