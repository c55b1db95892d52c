package goalsheet.xlsx;

import goalsheet.xlsx.UnreadableException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries of a zip file, taken from its central directory and held against the local headers. Some programs read the
 * one, some the other: where they differ, a file is two workbooks in one. Every byte of the file must belong to exactly one
 * entry or to the directory, so that nothing hides between them.
 */
final class ArchiveDirectory {
    private static final int LOCAL = 0x04034B50;
    private static final int CENTRAL = 0x02014B50;
    private static final int END = 0x06054B50;
    private static final int END_64 = 0x06064B50;
    private static final int LOCATOR_64 = 0x07064B50;
    private static final int DESCRIPTOR = 0x08074B50;
    private static final int LOCAL_SIZE = 30;
    private static final int CENTRAL_SIZE = 46;
    private static final int END_SIZE = 22;
    private static final int LOCATOR_64_SIZE = 20;
    private static final int MAX_COMMENT = 0xFFFF;
    private static final long SEE_EXTRA = 0xFFFFFFFFL;
    private static final int ENCRYPTED = 1;
    private static final int WITH_DESCRIPTOR = 8;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    /** Deflate cannot do better than this, so that a size beyond it is a lie. */
    private static final int BEST_DEFLATE = 1032;

    /** What the central directory says of an entry; {@code header} is where its local header should be. */
    private record Promise(byte[] rawName, String name, int flags, int method, int crc, long packed, long size, long header) {
    }

    /** What the end record says of the directory, which must reach up to {@code recordsFrom}. */
    private record End(long entries, long size, long offset, int recordsFrom) {
    }

    private final ByteBuffer file;

    ArchiveDirectory(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** By lower-case name, in the order of the file; folders are left out. */
    Map<String, Archive.Entry> entries() throws UnreadableException {
        try {
            End end = end();
            List<Promise> promises = promises(end);
            promises.sort(Comparator.comparingLong(Promise::header));
            return entries(promises, (int) end.offset);
        } catch (IndexOutOfBoundsException e) {
            // Every offset that leads out of the file ends here.
            throw new UnreadableException(Reason.DAMAGED, "zip directory leads out of the file");
        }
    }

    private End end() throws UnreadableException {
        int at = file.capacity() - END_SIZE;
        int stop = Math.max(0, at - MAX_COMMENT);
        while (at >= stop && file.getInt(at) != END) {
            at--;
        }
        if (at < stop) {
            throw new UnreadableException(Reason.TRUNCATED, "no zip end record");
        }
        if (at + END_SIZE + u16(at + 20) != file.capacity()) {
            throw new UnreadableException(Reason.DAMAGED, "bytes after the zip end record");
        }
        End end = new End(u16(at + 10), u32(at + 12), u32(at + 16), at);
        if (at >= LOCATOR_64_SIZE && file.getInt(at - LOCATOR_64_SIZE) == LOCATOR_64) {
            long at64 = file.getLong(at - LOCATOR_64_SIZE + 8);
            int from = inFile(at64);
            if (file.getInt(from) != END_64 || at64 + 12 + file.getLong(from + 4) != at - LOCATOR_64_SIZE) {
                throw hostile("zip64 end record");
            }
            End end64 = new End(file.getLong(from + 32), file.getLong(from + 40), file.getLong(from + 48), from);
            if (!agrees(end.entries, end64.entries, 0xFFFF) || !agrees(end.size, end64.size, SEE_EXTRA) || !agrees(end.offset, end64.offset, SEE_EXTRA)) {
                throw hostile("two end records that differ");
            }
            end = end64;
        }
        if (end.entries < 0 || end.entries > Archive.MAX_ENTRIES) {
            throw new UnreadableException(Reason.TOO_LARGE, "more than " + Archive.MAX_ENTRIES + " entries");
        }
        if (inFile(end.offset) + (long) inFile(end.size) != end.recordsFrom) {
            throw new UnreadableException(Reason.DAMAGED, "zip directory is not where the end record says");
        }
        return end;
    }

    private static boolean agrees(long said, long said64, long seeExtra) {
        return said == said64 || said == seeExtra;
    }

    private List<Promise> promises(End end) throws UnreadableException {
        List<Promise> promises = new ArrayList<>();
        int at = (int) end.offset;
        while (at < end.recordsFrom) {
            if (file.getInt(at) != CENTRAL || promises.size() > end.entries) {
                throw new UnreadableException(Reason.DAMAGED, "zip directory");
            }
            int nameLength = u16(at + 28);
            int extraLength = u16(at + 30);
            byte[] rawName = Arrays.copyOfRange(file.array(), at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength);
            long[] wide = wide(new long[] {u32(at + 24), u32(at + 20), u32(at + 42)}, at + CENTRAL_SIZE + nameLength, extraLength);
            promises.add(new Promise(rawName, name(rawName), u16(at + 8), u16(at + 10), file.getInt(at + 16), wide[1], wide[0], wide[2]));
            at += CENTRAL_SIZE + nameLength + extraLength + u16(at + 32);
        }
        if (promises.size() != end.entries || at != end.recordsFrom) {
            throw new UnreadableException(Reason.DAMAGED, "zip directory: number of entries");
        }
        return promises;
    }

    private Map<String, Archive.Entry> entries(List<Promise> promises, int directory) throws UnreadableException {
        Map<String, Archive.Entry> entries = new LinkedHashMap<>();
        long all = 0;
        long expected = 0;
        for (int i = 0; i < promises.size(); i++) {
            Promise promise = promises.get(i);
            if (promise.header != expected) {
                throw hostile(promise.name + (promise.header < expected ? ": overlaps" : ": bytes between entries"));
            }
            long next = i + 1 < promises.size() ? promises.get(i + 1).header : directory;
            int from = dataOf(promise);
            checkGap(promise, from + promise.packed, next);
            expected = next;
            all += promise.size;
            checkSize(promise, all);
            Archive.Entry entry = new Archive.Entry(promise.name, promise.method == DEFLATED, promise.crc, promise.size, from, (int) promise.packed);
            if (entries.put(Archive.key(promise.name), entry) != null) {
                throw hostile(promise.name + ": twice");
            }
        }
        if (expected != directory) {
            throw hostile("bytes before the zip directory");
        }
        entries.values().removeIf(entry -> entry.name().endsWith("/"));
        return entries;
    }

    /** Holds the local header against the directory and gives where the data begin. */
    private int dataOf(Promise promise) throws UnreadableException {
        int at = inFile(promise.header);
        if (file.getInt(at) != LOCAL) {
            throw hostile(promise.name + ": no local header");
        }
        if (((promise.flags | u16(at + 6)) & ENCRYPTED) != 0) {
            throw new UnreadableException(Reason.ENCRYPTED, promise.name + ": encrypted zip entry");
        }
        int nameLength = u16(at + 26);
        int data = at + LOCAL_SIZE + nameLength + u16(at + 28);
        long[] wide = wide(new long[] {u32(at + 22), u32(at + 18)}, at + LOCAL_SIZE + nameLength, u16(at + 28));
        boolean later = hasDescriptor(promise);
        boolean same = u16(at + 8) == promise.method && (later && file.getInt(at + 14) == 0 || file.getInt(at + 14) == promise.crc)
                && said(wide[0], promise.size, later) && said(wide[1], promise.packed, later)
                && Arrays.equals(promise.rawName, Arrays.copyOfRange(file.array(), at + LOCAL_SIZE, at + LOCAL_SIZE + nameLength));
        if (!same) {
            throw hostile(promise.name + ": local header and directory differ");
        }
        if (promise.method != STORED && promise.method != DEFLATED) {
            throw hostile(promise.name + ": compression method " + promise.method);
        }
        if (promise.method == STORED && promise.packed != promise.size) {
            throw new UnreadableException(Reason.DAMAGED, promise.name + ": length");
        }
        return data;
    }

    private static boolean said(long here, long promised, boolean later) {
        return here == promised || later && (here == 0 || here == SEE_EXTRA);
    }

    private boolean hasDescriptor(Promise promise) {
        return (u16((int) promise.header + 6) & WITH_DESCRIPTOR) != 0;
    }

    /** Between the data of an entry and the next one only its data descriptor may lie, in one of its four shapes. */
    private void checkGap(Promise promise, long end, long next) throws UnreadableException {
        long gap = next - end;
        if (gap == 0 && (!hasDescriptor(promise) || u32((int) promise.header + 18) == promise.packed)) {
            return;
        }
        if (gap < 0) {
            throw hostile(promise.name + ": overlaps");
        }
        if (!hasDescriptor(promise) || gap != 12 && gap != 16 && gap != 20 && gap != 24) {
            throw hostile(promise.name + ": bytes between entries");
        }
        int at = (int) end;
        boolean signed = gap == 16 || gap == 24;
        boolean wide = gap >= 20;
        boolean same = !signed || file.getInt(at) == DESCRIPTOR;
        at += signed ? 4 : 0;
        same &= file.getInt(at) == promise.crc && (wide ? file.getLong(at + 4) : u32(at + 4)) == promise.packed
                && (wide ? file.getLong(at + 12) : u32(at + 8)) == promise.size;
        if (!same) {
            throw hostile(promise.name + ": data descriptor and directory differ");
        }
    }

    private static void checkSize(Promise promise, long all) throws UnreadableException {
        boolean bomb = promise.size > Archive.RATIO_COUNTS_FROM && promise.size > promise.packed * Archive.MAX_RATIO;
        if (promise.size > Archive.MAX_PART || all > Archive.MAX_ALL_PARTS || bomb) {
            throw new UnreadableException(Reason.TOO_LARGE, promise.name + ": unpacks to " + promise.size + " bytes");
        }
        if (promise.size > (promise.packed + 1) * BEST_DEFLATE) {
            throw new UnreadableException(Reason.DAMAGED, promise.name + ": length");
        }
    }

    /** Fields that hold all ones stand in the zip64 extra field, in the same order. */
    private long[] wide(long[] fields, int extra, int length) throws UnreadableException {
        for (int at = extra; at + 4 <= extra + length; at += 4 + u16(at + 2)) {
            if (u16(at) == 1) {
                int value = at + 4;
                for (int i = 0; i < fields.length; i++) {
                    if (fields[i] == SEE_EXTRA && value + 8 <= at + 4 + u16(at + 2)) {
                        fields[i] = file.getLong(value);
                        value += 8;
                    }
                }
                break;
            }
        }
        for (long field : fields) {
            if (field < 0) {
                throw hostile("zip64 sizes");
            }
        }
        return fields;
    }

    private String name(byte[] raw) throws UnreadableException {
        // Some old programs wrote backslashes, and mean folders by them.
        String name = new String(raw, StandardCharsets.UTF_8).replace('\\', '/');
        boolean odd = name.isEmpty() || name.startsWith("/") || name.contains("//") || name.indexOf(':') >= 0 || name.chars().anyMatch(c -> c < ' ' || c == 0xFFFD);
        for (String step : name.split("/")) {
            odd |= step.equals("..") || step.equals(".");
        }
        if (odd) {
            throw hostile("name of an entry: " + name.replaceAll("\\p{Cntrl}", "?"));
        }
        return name;
    }

    private int inFile(long offset) {
        if (offset < 0 || offset > file.capacity()) {
            throw new IndexOutOfBoundsException();
        }
        return (int) offset;
    }

    private int u16(int at) {
        return file.getShort(at) & 0xFFFF;
    }

    private long u32(int at) {
        return file.getInt(at) & 0xFFFFFFFFL;
    }

    private static UnreadableException hostile(String detail) {
        return new UnreadableException(Reason.HOSTILE, detail);
    }
}
