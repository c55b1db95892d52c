package goalsheet.check;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** A workbook's archive, damaged byte by byte, or packed by other programs. */
final class RawZip {
    private final byte[] bytes;

    RawZip(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes;
    }

    int end() {
        return bytes.length - 22;
    }

    int directory() {
        return ints().getInt(end() + 16);
    }

    /** Where the local header of a part begins. */
    int local(String name) {
        return find(name, 0) - 30;
    }

    /** Where the header of a part in the directory begins. */
    int central(String name) {
        return find(name, directory()) - 46;
    }

    RawZip putInt(int at, int value) {
        ints().putInt(at, value);
        return this;
    }

    RawZip putShort(int at, int value) {
        ints().putShort(at, (short) value);
        return this;
    }

    RawZip flip(int at) {
        bytes[at] ^= 0x55;
        return this;
    }

    /** In the local header and in the directory alike. */
    RawZip both(String name, int inLocal, int value) {
        return putInt(local(name) + inLocal, value).putInt(central(name) + inLocal + 2, value);
    }

    RawZip bothShort(String name, int inLocal, int value) {
        return putShort(local(name) + inLocal, value).putShort(central(name) + inLocal + 2, value);
    }

    RawZip rename(String name, String to) {
        byte[] other = to.getBytes(StandardCharsets.UTF_8);
        if (other.length != name.getBytes(StandardCharsets.UTF_8).length) {
            throw new IllegalArgumentException(to);
        }
        int local = local(name);
        System.arraycopy(other, 0, bytes, central(name) + 46, other.length);
        System.arraycopy(other, 0, bytes, local + 30, other.length);
        return this;
    }

    RawZip renameInDirectory(String name, String to) {
        System.arraycopy(to.getBytes(StandardCharsets.UTF_8), 0, bytes, central(name) + 46, to.length());
        return this;
    }

    private int find(String name, int from) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1), from);
        if (at < 0) {
            throw new IllegalArgumentException(name);
        }
        return at;
    }

    private ByteBuffer ints() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] join(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(pieces).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** Packed by Java, with sizes behind the data and a folder. */
    static byte[] packed(Pieces pieces, int level) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(level);
            zip.putNextEntry(new ZipEntry("xl/"));
            zip.closeEntry();
            for (String name : pieces.names()) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(pieces.text(name).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] stored(Pieces pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : pieces.names()) {
                byte[] content = pieces.text(name).getBytes(StandardCharsets.UTF_8);
                CRC32 crc = new CRC32();
                crc.update(content);
                ZipEntry entry = new ZipEntry(name);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** With 64 bit sizes everywhere, as programs write that do not know beforehand how much it will be. */
    static byte[] wide(Pieces pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // Hides that the target could seek, so that sizes come after the data.
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(new FilterOutputStream(out))) {
            zip.setUseZip64(Zip64Mode.Always);
            for (String name : pieces.names()) {
                zip.putArchiveEntry(new ZipArchiveEntry(name));
                zip.write(pieces.text(name).getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
