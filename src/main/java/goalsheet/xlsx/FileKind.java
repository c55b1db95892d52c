package goalsheet.xlsx;

import goalsheet.xlsx.UnreadableException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells by its first bytes what a file is that is no zip archive, so that the sender hears what to do and not just "invalid". */
final class FileKind {
    private static final int LOOK_AT = 4096;
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
    private static final int OLE2_DIRECTORY_ENTRY = 128;
    /** Beginnings of files that are sent by mistake. */
    private static final String[] OTHERS = {"%PDF", "Rar!", "7z\u00BC\u00AF", "\u0089PNG", "\u00FF\u00D8\u00FF", "GIF8", "BM", "{\\rtf", "\u001F\u008B", "PK\5\6"};

    private FileKind() {
    }

    static void requireArchive(byte[] file) throws UnreadableException {
        if (file.length == 0) {
            throw new UnreadableException(Reason.EMPTY, "0 bytes");
        }
        if (!startsWith(file, new byte[] {'P', 'K', 3, 4})) {
            throw startsWith(file, OLE2) ? ole2(file) : other(file);
        }
    }

    /** Both old workbooks and encrypted new ones are OLE2 files; the names of their streams tell them apart. */
    private static UnreadableException ole2(byte[] file) {
        boolean workbook = false;
        for (int at = 512; at + OLE2_DIRECTORY_ENTRY <= file.length; at += OLE2_DIRECTORY_ENTRY) {
            String name = streamName(file, at);
            if (name.equals("EncryptedPackage")) {
                return new UnreadableException(Reason.ENCRYPTED, name);
            }
            workbook |= name.equals("Workbook") || name.equals("Book");
        }
        return workbook ? new UnreadableException(Reason.OLD_XLS, "Workbook")
                : new UnreadableException(Reason.OTHER_DOCUMENT, "OLE2 without a workbook");
    }

    /** The name in a directory entry: UTF-16, its length in bytes with the closing NUL at offset 64. */
    private static String streamName(byte[] file, int at) {
        int length = (file[at + 64] & 0xFF) | (file[at + 65] & 0xFF) << 8;
        return length < 2 || length > 64 ? "" : new String(file, at, length - 2, StandardCharsets.UTF_16LE);
    }

    private static UnreadableException other(byte[] file) {
        int length = Math.min(file.length, LOOK_AT);
        String head = new String(file, 0, length, StandardCharsets.ISO_8859_1);
        for (String beginning : OTHERS) {
            if (head.startsWith(beginning)) {
                return new UnreadableException(Reason.OTHER_DOCUMENT, "begins with " + beginning.replaceAll("[^\\x20-\\x7E]", "?"));
            }
        }
        boolean wide = head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF");
        String words = head.replace("\0", "").replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "").strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            return new UnreadableException(Reason.DAMAGED, "nothing but zeros or blanks");
        }
        if (words.startsWith("<") && (words.contains("<html") || words.contains("<!doctype html") || words.contains("<table"))
                || words.startsWith("mime-version")) {
            return new UnreadableException(Reason.WEB_PAGE, "html");
        }
        if (words.startsWith("<?xml") && words.contains("schemas-microsoft-com:office:spreadsheet")) {
            return new UnreadableException(Reason.OTHER_DOCUMENT, "XML spreadsheet 2003");
        }
        if (wide || head.chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\r' || c == '\n')) {
            return new UnreadableException(Reason.PLAIN_TEXT, "no zip signature");
        }
        return new UnreadableException(Reason.NOT_A_WORKBOOK, "no zip signature");
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
