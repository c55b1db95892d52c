package goalsheet.xlsx;

import goalsheet.text.Sha256;
import goalsheet.xlsx.UnreadableException.Reason;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A zip file held in memory, of which nothing is believed that was not checked: {@link ArchiveDirectory} has found its entries
 * to follow one another without gap or overlap and to be the same for those who read from the front and from the back. The
 * content of a part is checked (length, CRC-32) each time it is unpacked; {@link #checkRest()} does so for parts nobody asked for.
 */
public final class Archive {
    /** Filled-in forms are under 1 MiB. */
    public static final long MAX_FILE = 64L << 20;
    /** Real workbooks have 13 as a rule, 188 at most. */
    public static final int MAX_ENTRIES = 2_000;
    /** The largest part of a real workbook had 7.3 MiB. */
    public static final long MAX_PART = 128L << 20;
    public static final long MAX_ALL_PARTS = 256L << 20;
    /** Thousands of empty shapes pack 200:1 and are harmless, so that the ratio only counts for what is also large. */
    public static final int MAX_RATIO = 200;
    public static final long RATIO_COUNTS_FROM = 8L << 20;

    /** What is believed of the size of a part before its bytes are there. */
    static final int MAX_PROMISE = 1 << 20;

    /**
     * One part as it lies in the file.
     *
     * @param deflated whether the bytes are deflated; else stored
     * @param size     unpacked, as the file says
     * @param from     where its bytes begin in the file
     * @param length   how many they are
     */
    record Entry(String name, boolean deflated, int crc, long size, int from, int length) {
    }

    private final byte[] file;
    private final Map<String, Entry> entries;
    private final Set<Entry> checked = Collections.newSetFromMap(new IdentityHashMap<>());

    private Archive(byte[] file, Map<String, Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    /** @throws UnreadableException when the file cannot be read, is larger than {@link #MAX_FILE}, or fails a check */
    public static Archive read(Path path) throws UnreadableException {
        return read(path, MAX_FILE);
    }

    /** @param maxFile largest file accepted, in bytes */
    public static Archive read(Path path, long maxFile) throws UnreadableException {
        return of(WorkbookFile.bytes(path, maxFile));
    }

    /** @param bytes the whole file; must not be changed afterwards */
    public static Archive of(byte[] bytes) throws UnreadableException {
        FileKind.requireArchive(bytes);
        return new Archive(bytes, new ArchiveDirectory(bytes).entries());
    }

    /** Names of all parts, in the order of the file, without folders. */
    public List<String> names() {
        return entries.values().stream().map(Entry::name).toList();
    }

    /** Upper and lower case are the same in names of parts, as in every spreadsheet program. */
    public boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /** SHA-256 of the whole file, lower-case hex. */
    public String sha256() {
        return Sha256.of(file);
    }

    /**
     * Unpacks a part.
     *
     * @throws UnreadableException      when its bytes are damaged or more than the limits allow
     * @throws IllegalArgumentException when there is no such part
     */
    public byte[] bytes(String name) throws UnreadableException {
        return unpack(name, new byte[0]).exact();
    }

    /** The same into an array that is not needed any more, if it is long enough. */
    Unpacked unpack(String name, byte[] room) throws UnreadableException {
        Entry entry = entry(name);
        if (!entry.deflated) {
            byte[] content = room.length >= entry.length ? room : new byte[entry.length];
            System.arraycopy(file, entry.from, content, 0, entry.length);
            return checked(entry, content, entry.length);
        }
        long promised = Math.min(entry.size, MAX_PROMISE);
        byte[] content = room.length >= promised ? room : new byte[(int) promised];
        byte[] more = new byte[1];
        int length = 0;
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(file, entry.from, entry.length);
            while (!inflater.finished()) {
                if (length == content.length && length < entry.size) {
                    content = Arrays.copyOf(content, (int) Math.min(entry.size, length * 2L));
                }
                // Whether it ends with its last byte shows only when one more is asked for.
                int got = length < entry.size ? inflater.inflate(content, length, (int) Math.min(content.length, entry.size) - length) : inflater.inflate(more);
                length += got;
                if (length > entry.size || got == 0 && !inflater.finished()) {
                    throw damaged(entry, "length");
                }
            }
            if (inflater.getBytesRead() != entry.length) {
                throw damaged(entry, "bytes after the end of the part");
            }
        } catch (DataFormatException e) {
            throw damaged(entry, "deflate");
        } finally {
            inflater.end();
        }
        return checked(entry, content, length);
    }

    /** Bytes of a part when unpacked. */
    public long size(String name) {
        return entry(name).size();
    }

    /** Checks all parts that were not unpacked before; afterwards every byte of the file is known to be sound. */
    public void checkRest() throws UnreadableException {
        for (Entry entry : entries.values()) {
            if (!checked.contains(entry)) {
                bytes(entry.name);
            }
        }
    }

    /** A part as it lies in the file, for {@link ArchiveWriter} to copy. */
    Entry entry(String name) {
        Entry entry = entries.get(key(name));
        if (entry == null) {
            throw new IllegalArgumentException("no part " + name);
        }
        return entry;
    }

    public byte[] file() {
        return file;
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private Unpacked checked(Entry entry, byte[] content, int length) throws UnreadableException {
        CRC32 crc = new CRC32();
        crc.update(content, 0, length);
        if (length != entry.size) {
            throw damaged(entry, "length");
        }
        if ((int) crc.getValue() != entry.crc) {
            throw damaged(entry, "CRC-32");
        }
        checked.add(entry);
        return new Unpacked(content, length);
    }

    private static UnreadableException damaged(Entry entry, String what) {
        return new UnreadableException(Reason.DAMAGED, entry.name + ": " + what);
    }
}
