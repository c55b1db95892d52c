package goalsheet.xlsx;

import goalsheet.xlsx.UnreadableException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What a file is, told by its content and never by its name; of what is no workbook the sender hears what it is and what to do. */
enum FileKind {
    /** A zip file, as .xlsx is; what is in it is looked at later. */
    ZIP,
    /** Excel 97 to 2003, WPS .et. */
    OLD,
    /** A new workbook inside of an encrypted container. */
    ENCRYPTED;

    private static final int LOOK_AT = 4096;
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
    private static final int OLE2_HEADER = 512;
    private static final int OLE2_DIRECTORY_ENTRY = 128;
    /** Beginnings of files that are sent by mistake. */
    private static final Map<String, Reason> BEGINNINGS = Map.ofEntries(
            Map.entry("%PDF", Reason.PDF), Map.entry("{\\rtf", Reason.WORD), Map.entry("Rar!", Reason.ARCHIVE), Map.entry("7z\u00BC\u00AF", Reason.ARCHIVE),
            Map.entry("\u001F\u008B", Reason.ARCHIVE), Map.entry("PK\5\6", Reason.ARCHIVE), Map.entry("PK\7\b", Reason.ARCHIVE),
            Map.entry("\u0089PNG", Reason.PICTURE), Map.entry("\u00FF\u00D8\u00FF", Reason.PICTURE), Map.entry("GIF8", Reason.PICTURE), Map.entry("BM", Reason.PICTURE),
            Map.entry("II*\0", Reason.PICTURE), Map.entry("MM\0*", Reason.PICTURE),
            // Records of Excel 2 to 4, which had no container yet.
            Map.entry("\t\0\4\0", Reason.OLDEST), Map.entry("\t\2\6\0", Reason.OLDEST), Map.entry("\t\4\6\0", Reason.OLDEST), Map.entry("\t\b\b\0", Reason.OLDEST),
            // Programs that encrypt all documents of an office's computers.
            Map.entry("%TSD-Header-", Reason.SEALED_BY_OFFICE), Map.entry("b\u0014#e", Reason.SEALED_BY_OFFICE));
    private static final List<String> HTML = List.of("<html", "<!doctype html", "<table", "<head", "<body", "<meta");

    /** @throws UnreadableException when it is none of these, saying what it is */
    static FileKind of(byte[] file) throws UnreadableException {
        if (file.length == 0) {
            throw new UnreadableException(Reason.EMPTY, "0 bytes");
        }
        if (startsWith(file, new byte[] {'P', 'K', 3, 4})) {
            return ZIP;
        }
        if (!startsWith(file, OLE2)) {
            throw other(file);
        }
        if (isCut(file)) {
            throw new UnreadableException(Reason.TRUNCATED, "OLE2 without its directory");
        }
        Set<String> streams = streams(file);
        return of(streams::contains);
    }

    /** What the names of its streams say an OLE2 file is; objects inside of a workbook have such names too, so that the workbook's count first. */
    static FileKind of(Predicate<String> stream) throws UnreadableException {
        if (stream.test("EncryptedPackage")) {
            return ENCRYPTED;
        }
        if (stream.test("Workbook")) {
            return OLD;
        }
        Reason reason = stream.test("Book") ? Reason.OLDEST : stream.test("WordDocument") ? Reason.WORD : stream.test("PowerPoint Document") ? Reason.SLIDES
                : stream.test("__properties_version1.0") ? Reason.MAIL : Reason.NOT_A_WORKBOOK;
        throw new UnreadableException(reason, "OLE2 without a workbook");
    }

    static void requireArchive(byte[] file) throws UnreadableException {
        switch (of(file)) {
            case ENCRYPTED -> throw new UnreadableException(Reason.ENCRYPTED, "EncryptedPackage");
            case OLD -> throw new UnreadableException(Reason.OLD_XLS, "Workbook");
            case ZIP -> {
                // to be looked at by whoever asked
            }
        }
    }

    /** What a zip file is that is no Office document, by the names of its entries and the words of its first, where OpenDocument says what it is. */
    static UnreadableException ofZip(Collection<String> names, byte[] first) {
        String head = new String(first, 0, Math.min(first.length, 200), StandardCharsets.ISO_8859_1);
        Reason reason = head.contains("vnd.oasis.opendocument.spreadsheet") ? Reason.ODS : head.contains("vnd.oasis.opendocument.text") ? Reason.WORD
                : head.contains("vnd.oasis.opendocument.presentation") ? Reason.SLIDES : names.contains("OFD.xml") ? Reason.PDF : Reason.ARCHIVE;
        return new UnreadableException(reason, "no Office Open XML");
    }

    /** Whether a zip file looks like a document of Office, whatever else is wrong with it. */
    static boolean hasTypes(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1).contains("[Content_Types].xml");
    }

    /** Whether the directory of an OLE2 file, where its header says that it is, lies behind the end of the file. */
    private static boolean isCut(byte[] file) {
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        return file.length < OLE2_HEADER || ((header.getInt(48) & 0xFFFFFFFFL) + 1 << (header.getShort(30) & 0xF)) + OLE2_DIRECTORY_ENTRY > file.length;
    }

    /** Names of streams, wherever they stand: each directory entry is 128 bytes and lies at a multiple of them. */
    private static Set<String> streams(byte[] file) {
        Set<String> names = new HashSet<>();
        for (int at = 512; at + OLE2_DIRECTORY_ENTRY <= file.length; at += OLE2_DIRECTORY_ENTRY) {
            // UTF-16, its length in bytes with the closing NUL at offset 64.
            int length = (file[at + 64] & 0xFF) | (file[at + 65] & 0xFF) << 8;
            if (length >= 2 && length <= 64) {
                names.add(new String(file, at, length - 2, StandardCharsets.UTF_16LE));
            }
        }
        return names;
    }

    private static UnreadableException other(byte[] file) {
        int length = Math.min(file.length, LOOK_AT);
        String head = new String(file, 0, length, StandardCharsets.ISO_8859_1);
        if (head.startsWith("b\u0014#e") && !head.contains("E-SafeNet")) {
            return new UnreadableException(Reason.NOT_A_WORKBOOK, "no zip signature");
        }
        for (Map.Entry<String, Reason> beginning : BEGINNINGS.entrySet()) {
            if (head.startsWith(beginning.getKey())) {
                return new UnreadableException(beginning.getValue(), "begins with " + beginning.getKey().replaceAll("[^\\x20-\\x7E]", "?"));
            }
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8) || head.startsWith("ftyphei", 4)) {
            return new UnreadableException(Reason.PICTURE, "WebP or HEIC");
        }
        if (head.chars().allMatch(c -> c == 0)) {
            return new UnreadableException(Reason.NOT_DOWNLOADED, "nothing but zeros");
        }
        return words(head);
    }

    private static UnreadableException words(String head) {
        boolean wide = head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF");
        String words = head.replace("\0", "").replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "").strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            return new UnreadableException(Reason.EMPTY, "nothing but blanks");
        }
        if (words.startsWith("<?xml") && words.contains("schemas-microsoft-com:office:spreadsheet")) {
            return new UnreadableException(Reason.XML_SPREADSHEET, "XML spreadsheet 2003");
        }
        if (words.startsWith("<") && HTML.stream().anyMatch(words::contains) || words.startsWith("mime-version")) {
            return new UnreadableException(Reason.WEB_PAGE, "html");
        }
        if (wide || head.chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\r' || c == '\n')) {
            return new UnreadableException(words.startsWith("<?xml") ? Reason.NOT_A_WORKBOOK : Reason.PLAIN_TEXT, "no zip signature");
        }
        return new UnreadableException(Reason.NOT_A_WORKBOOK, "no zip signature");
    }

    /** What the name adds when the content is none: files that programs leave beside the one that was meant. */
    static UnreadableException byName(String name, UnreadableException problem) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("~$") || lower.startsWith(".~lock.")) {
            return new UnreadableException(Reason.LOCK_FILE, problem.getMessage());
        }
        if (lower.matches(".*\\.(crdownload|part|partial|download|td|xltd)")) {
            return new UnreadableException(Reason.TRUNCATED, problem.getMessage());
        }
        return problem;
    }

    private static boolean startsWith(byte[] file, byte[] beginning) {
        for (int i = 0; i < beginning.length; i++) {
            if (i >= file.length || file[i] != beginning[i]) {
                return false;
            }
        }
        return true;
    }
}
