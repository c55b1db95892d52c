package goalsheet.xlsx;

import goalsheet.xlsx.UnreadableException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.crypto.Biff8DecryptingStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;

/**
 * The stream of records of an old workbook, gone through before POI sees it: what does not fit together is refused, and only the
 * records that a {@link Snapshot} is made of are passed on. POI takes sheets in the order of the stream, Excel where the list of sheets
 * points; POI reads missing texts as empty ones. Both must be the same here.
 */
final class Biff {
    /** Forms are under 1 MiB; POI takes some thirty times the size of what it opens. */
    static final int MAX_STREAM = 8 << 20;
    private static final int HEADER = 4;
    private static final int LONGEST = 8224;
    private static final int FORMULA = 0x06;
    private static final int EOF = 0x0A;
    private static final int CALC_MODE = 0x0D;
    private static final int PROTECT = 0x12;
    private static final int DATE_1904 = 0x22;
    private static final int FILE_PASS = 0x2F;
    private static final int CONTINUE = 0x3C;
    private static final int COLUMNS = 0x7D;
    private static final int SHEET = 0x85;
    private static final int MANY_NUMBERS = 0xBD;
    private static final int CELL_FORMAT = 0xE0;
    private static final int MERGES = 0xE5;
    private static final int TEXTS = 0xFC;
    private static final int TEXT_CELL = 0xFD;
    private static final int EXTERNAL = 0x1AE;
    private static final int ROW = 0x208;
    private static final int BEGIN = 0x809;
    private static final int VERSION_97 = 0x600;
    /** Cells of one value: formulas, texts of three kinds, numbers of two, truth values and errors. */
    private static final Set<Integer> CELLS = Set.of(FORMULA, TEXT_CELL, 0x204, 0xD6, 0x203, 0x27E, 0x205);
    /** Names and validations. */
    private static final Set<Integer> COUNTED = Set.of(0x18, 0x1BE);
    /** What POI needs beside these to understand them. */
    private static final Set<Integer> PASSED = Set.of(BEGIN, EOF, DATE_1904, SHEET, CELL_FORMAT, TEXTS, 0xFF, MANY_NUMBERS, PROTECT, 0x13, 0x42, 0x3D, 0x31, 0x41E, 0x8C, EXTERNAL,
            0x17, 0x23, 0x200, 0x55, 0x207, 0x4BC, 0x221, 0x236, 0x23E, MERGES, 0x1B2);

    /** @param visible 0 visible, 1 hidden, 2 very hidden; @param macros whether it holds macros of Excel 4 instead of cells */
    record Tab(int visible, boolean macros, BitSet hiddenRows, BitSet hiddenCols) {
    }

    private final ByteBuffer in;
    private final Optional<String> password;
    private final ByteArrayOutputStream passed = new ByteArrayOutputStream();
    private final List<Tab> tabs = new ArrayList<>();
    /** Where sheets begin, as the list of sheets says. */
    private final List<Integer> places = new ArrayList<>();
    private boolean structureLocked;
    private boolean date1904;
    private boolean manualCalc;
    private final List<String> links = new ArrayList<>();
    private int items;
    private int formats;
    private long texts = -1;

    private Biff(byte[] stream, Optional<String> password) {
        this.in = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        this.password = password;
    }

    static Biff read(byte[] stream, Optional<String> given) throws UnreadableException {
        if (stream.length > MAX_STREAM) {
            throw new UnreadableException(Reason.TOO_LARGE, "Workbook: " + stream.length + " bytes");
        }
        int lock = filePass(stream);
        Biff biff;
        if (lock < 0) {
            biff = new Biff(stream, Optional.empty());
        } else {
            EncryptionInfo info = Ole2.attempt("FILEPASS", () -> {
                RecordInputStream record = new RecordInputStream(new ByteArrayInputStream(stream, lock, stream.length - lock));
                record.nextRecord();
                return new FilePassRecord(record).getEncryptionInfo();
            });
            String word = null;
            for (String each : Encryption.candidates(given)) {
                if (word == null && Ole2.attempt("password", () -> info.getDecryptor().verifyPassword(each))) {
                    word = each;
                }
            }
            if (word == null) {
                throw Encryption.refused(given);
            }
            biff = new Biff(Ole2.attempt("decryption", () -> decrypted(stream, info)), Encryption.told(word));
        }
        try {
            biff.walk();
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
            throw damaged("record cut short");
        }
        return biff;
    }

    /** Where the record stands that says how the others are encrypted, -1 for none: right behind the beginning. */
    private static int filePass(byte[] stream) throws UnreadableException {
        ByteBuffer in = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (at + HEADER <= stream.length) {
            int id = in.getShort(at) & 0xFFFF;
            if (id == FILE_PASS) {
                return at;
            }
            if (at == 0 ? id != BEGIN : id == SHEET || id == EOF) {
                return -1;
            }
            at += HEADER + (in.getShort(at + 2) & 0xFFFF);
        }
        return -1;
    }

    /** The same stream, in the same places, with everything readable. */
    private static byte[] decrypted(byte[] stream, EncryptionInfo info) {
        Biff8DecryptingStream in = new Biff8DecryptingStream(new ByteArrayInputStream(stream), 0, info);
        ByteBuffer out = ByteBuffer.allocate(stream.length).order(ByteOrder.LITTLE_ENDIAN);
        while (out.remaining() >= HEADER && in.available() >= HEADER) {
            int id = in.readRecordSID();
            int length = in.readDataSize();
            if (length > out.remaining() - HEADER) {
                break;
            }
            byte[] data = new byte[length];
            // Where a sheet begins is never encrypted.
            int plain = id == SHEET ? Math.min(4, length) : 0;
            in.readPlain(data, 0, plain);
            in.readFully(data, plain, length - plain);
            out.putShort((short) id).putShort((short) length).put(data);
        }
        return out.array();
    }

    /** Read only by who asks: they lie beside the cells. */
    List<BiffNotes.Found> notes() {
        return BiffNotes.read(in);
    }

    private void walk() throws UnreadableException {
        int depth = 0;
        int sheet = -1;
        int at = 0;
        boolean passing = false;
        while (at + HEADER <= in.capacity()) {
            int id = in.getShort(at) & 0xFFFF;
            int length = in.getShort(at + 2) & 0xFFFF;
            if (depth == 0 && id != BEGIN) {
                if (sheet < 0) {
                    throw damaged("no workbook at the beginning");
                }
                // What follows the last sheet fills the block.
                break;
            }
            if (length > LONGEST || at + HEADER + length > in.capacity()) {
                throw damaged("record of " + length + " bytes");
            }
            int data = at + HEADER;
            if (id == BEGIN) {
                if (sheet < 0 && length >= 2 && (in.getShort(data) & 0xFFFF) != VERSION_97) {
                    throw new UnreadableException(Reason.OLDEST, "version " + Integer.toHexString(in.getShort(data) & 0xFFFF));
                }
                sheet += depth++ == 0 ? 1 : 0;
            }
            // Charts lie inside of sheets.
            if (depth == 1) {
                passing = id == CONTINUE ? passing : note(id, data, length, sheet - 1);
                if (passing) {
                    passed.write(in.array(), at, HEADER + length);
                }
            }
            depth -= id == EOF ? 1 : 0;
            at = data + length;
        }
        if (depth != 0 || sheet != tabs.size()) {
            throw damaged("sheets: " + tabs.size() + " listed, " + sheet + " there");
        }
    }

    /** Takes in what a record says; tells whether POI is to see it. {@code sheet} is -1 in the records of the workbook as a whole. */
    private boolean note(int id, int data, int length, int sheet) throws UnreadableException {
        switch (id) {
            case BEGIN -> {
                if (sheet >= 0 && (sheet >= tabs.size() || places.get(sheet) != data - HEADER)) {
                    throw damaged("sheet " + (sheet + 1) + " is not where the list says");
                }
            }
            case SHEET -> {
                places.add(in.getInt(data));
                int kind = in.get(data + 5) & 0xF;
                tabs.add(new Tab(in.get(data + 4) & 3, kind == 1, new BitSet(), new BitSet()));
            }
            case FILE_PASS -> {
                // read already
            }
            case CALC_MODE -> manualCalc |= in.getShort(data) == 0;
            case DATE_1904 -> date1904 = in.getShort(data) == 1;
            case PROTECT -> structureLocked |= sheet < 0 && in.getShort(data) == 1;
            case CELL_FORMAT -> formats++;
            case EXTERNAL -> link(data, length);
            case ROW -> {
                int height = in.getShort(data + 6) & 0x7FFF;
                if ((in.getShort(data + 12) & 0x20) != 0 || height == 0) {
                    tabs.get(sheet).hiddenRows.set(in.getShort(data) & 0xFFFF);
                }
            }
            case COLUMNS -> {
                int last = Math.min(u16(data + 2), 255);
                if ((in.getShort(data + 8) & 1) != 0 || in.getShort(data + 4) == 0) {
                    tabs.get(sheet).hiddenCols.set(in.getShort(data) & 0xFF, last + 1);
                }
            }
            case TEXTS -> texts = BiffTexts.count(in, data - HEADER);
            case TEXT_CELL -> {
                if (in.getInt(data + 6) < 0 || in.getInt(data + 6) >= texts) {
                    throw damaged("text " + in.getInt(data + 6) + " of " + texts);
                }
            }
            case MANY_NUMBERS -> {
                for (int number = 0; number < (length - 6) / 6; number++, items++) {
                    requireFormat(data + 4 + number * 6);
                }
            }
            case MERGES -> items += u16(data);
            default -> {
                // nothing to know beforehand
            }
        }
        if (CELLS.contains(id)) {
            requireFormat(data + 4);
        }
        items += CELLS.contains(id) || COUNTED.contains(id) ? 1 : 0;
        if (items > Allowance.MAX_ITEMS) {
            throw new UnreadableException(Reason.TOO_MANY, "more than " + Allowance.MAX_ITEMS + " cells");
        }
        return CELLS.contains(id) || COUNTED.contains(id) || PASSED.contains(id);
    }

    /** Another workbook that formulas speak of, as its path is stored; this workbook itself and the functions of add-ins are told by a mark instead. */
    private void link(int data, int length) {
        if (length > 4 && u16(data + 2) > 0) {
            boolean wide = (in.get(data + 4) & 1) != 0;
            int size = Math.min(u16(data + 2) * (wide ? 2 : 1), length - 5);
            String path = new String(in.array(), data + 5, size, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
            links.add(path.replaceAll("\\p{Cntrl}", "/"));
        }
    }

    private void requireFormat(int at) throws UnreadableException {
        if (u16(at) >= formats) {
            throw damaged("format " + u16(at) + " of " + formats);
        }
    }

    private int u16(int at) {
        return in.getShort(at) & 0xFFFF;
    }

    /** The records for POI. */
    byte[] passed() {
        return passed.toByteArray();
    }

    Optional<String> password() {
        return password;
    }

    List<Tab> tabs() {
        return tabs;
    }

    /** Paths of other workbooks. */
    List<String> links() {
        return links;
    }

    boolean structureLocked() {
        return structureLocked;
    }

    boolean date1904() {
        return date1904;
    }

    boolean manualCalc() {
        return manualCalc;
    }

    static UnreadableException damaged(String what) {
        return new UnreadableException(Reason.DAMAGED, "Workbook: " + what);
    }
}
