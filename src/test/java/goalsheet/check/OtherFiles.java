package goalsheet.check;

import static goalsheet.check.Variant.refused;

import goalsheet.xlsx.ArchiveWriter;
import goalsheet.xlsx.UnreadableException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What units send in place of the form: each is told in one sentence for what it is. */
final class OtherFiles {
    private static final Charset GBK = Charset.forName("GBK");

    private final byte[] form;

    OtherFiles(byte[] form) {
        this.form = form;
    }

    Stream<Variant> all() {
        byte[] xls = xls();
        byte[] locked = locked();
        return Stream.of(
                refused("nothing", Reason.EMPTY, new byte[0]),
                refused("blanks", Reason.EMPTY, ascii(" \r\n\r\n")),
                refused("zeros", Reason.NOT_DOWNLOADED, new byte[50_000]),
                refused("csv in GBK", ".csv", Reason.PLAIN_TEXT, "单位,金额\r\n甲,1\r\n".getBytes(GBK)),
                refused("csv named like a workbook", Reason.PLAIN_TEXT, ascii("unit,amount\r\n1,1\r\n")),
                refused("Unicode text", ".xls", Reason.PLAIN_TEXT, "\uFEFF单位\t金额\r\n".getBytes(StandardCharsets.UTF_16LE)),
                refused("web page that a system exports", ".xls", Reason.WEB_PAGE, "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>单位</td></tr></table></html>".getBytes(GBK)),
                refused("table of a web page", ".xls", Reason.WEB_PAGE, "\uFEFF\r\n<meta charset=utf-8><table border=1>".getBytes(StandardCharsets.UTF_8)),
                refused("web page in one file", ".xls", Reason.WEB_PAGE, ascii("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n")),
                refused("XML spreadsheet", ".xls", Reason.XML_SPREADSHEET, ascii("<?xml version=\"1.0\"?>\r\n<?mso-application progid=\"Excel.Sheet\"?>\r\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">")),
                refused("any XML", ".xml", Reason.NOT_A_WORKBOOK, ascii("<?xml version=\"1.0\"?><a/>")),
                refused("PDF", ".pdf", Reason.PDF, ascii("%PDF-1.7\n1 0 obj")),
                refused("OFD", ".ofd", Reason.PDF, new ArchiveWriter().put("OFD.xml", ascii("<ofd:OFD/>")).put("Doc_0/Document.xml", ascii("<a/>")).bytes()),
                refused("RTF", ".doc", Reason.WORD, ascii("{\\rtf1\\ansi")),
                refused("old Word document", ".doc", Reason.WORD, container("WordDocument")),
                refused("old presentation", ".ppt", Reason.SLIDES, container("PowerPoint Document")),
                refused("mail", ".msg", Reason.MAIL, container("__properties_version1.0")),
                refused("container of something else", ".et", Reason.NOT_A_WORKBOOK, container("Contents")),
                refused("photo", ".jpg", Reason.PICTURE, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 0x10, 'J', 'F', 'I', 'F'}),
                refused("screenshot named like a workbook", Reason.PICTURE, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}),
                refused("photo of a telephone", ".heic", Reason.PICTURE, ascii("\0\0\0\30ftypheic")),
                refused("rar", ".rar", Reason.ARCHIVE, ascii("Rar!\32\7\1\0")),
                refused("7z", ".7z", Reason.ARCHIVE, new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C}),
                refused("empty zip", ".zip", Reason.ARCHIVE, Arrays.copyOf(ascii("PK\5\6"), 22)),
                refused("zip with names in GBK", ".zip", Reason.ARCHIVE, gbkZip()),
                refused("OpenDocument", ".ods", Reason.ODS, new ArchiveWriter().put("mimetype", ascii("application/vnd.oasis.opendocument.spreadsheet")).put("content.xml", ascii("<a/>")).bytes()),
                refused("OpenDocument text", ".odt", Reason.WORD, new ArchiveWriter().put("mimetype", ascii("application/vnd.oasis.opendocument.text")).put("content.xml", ascii("<a/>")).bytes()),
                refused("~$lock", Reason.LOCK_FILE, lock()),
                refused("half a download", ".xlsx.crdownload", Reason.TRUNCATED, Arrays.copyOf(form, 3_000)),
                refused("encrypted by a program of the office", Reason.SEALED_BY_OFFICE, ascii("%TSD-Header-###%\0\0\1\2")),
                refused("Excel 4", ".xls", Reason.OLDEST, new byte[] {9, 4, 6, 0, 0, 4, 0x10, 0, 0, 0}),
                refused("Excel 95", ".xls", Reason.OLDEST, container("Book")),
                refused("old workbook cut in half", ".xls", Reason.DAMAGED, Arrays.copyOf(xls, xls.length / 2)),
                refused("old workbook with zeros for its table of blocks", ".xls", Reason.DAMAGED, zeroed(xls, 512, 1_024)),
                refused("old workbook with a loop in its blocks", ".xls", Reason.DAMAGED, looped(xls)),
                refused("old workbook with a text that is not there", ".xls", Reason.DAMAGED, textMissing(xls)),
                refused("password for opening", Reason.ENCRYPTED, locked),
                refused("password with a billion rounds", Reason.ODD_ENCRYPTION, replaced(locked, "spinCount=\"100000\"", "spinCount=\"1000000000\"")),
                refused("password container without its description", Reason.ODD_ENCRYPTION, container("EncryptedPackage")),
                refused("noise", Reason.NOT_A_WORKBOOK, noise()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] noise() {
        byte[] bytes = new byte[10_000];
        new java.util.Random(20260101).nextBytes(bytes);
        return bytes;
    }

    /** As Excel leaves it beside an open workbook: the name of the user, twice. */
    private static byte[] lock() {
        byte[] bytes = new byte[165];
        Arrays.fill(bytes, (byte) ' ');
        bytes[0] = 5;
        System.arraycopy(ascii("clerk"), 0, bytes, 1, 5);
        bytes[55] = 5;
        bytes[56] = 0;
        return bytes;
    }

    private byte[] gbkZip() {
        byte[] zip = new ArchiveWriter().put("aaaa.xlsx", form).bytes();
        String latin = new String(zip, StandardCharsets.ISO_8859_1);
        return latin.replace("aaaa.xlsx", new String("预算.xlsx".getBytes(GBK), StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] container(String stream) {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            file.createDocument(new java.io.ByteArrayInputStream(new byte[5_000]), stream);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] xls() {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            var sheet = workbook.createSheet("表");
            for (int row = 0; row < 200; row++) {
                sheet.createRow(row).createCell(0).setCellValue("第" + row + "行");
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zeroed(byte[] bytes, int from, int to) {
        byte[] copy = bytes.clone();
        int table = (copy[0x4C] & 0xFF | (copy[0x4D] & 0xFF) << 8) * 512 + 512;
        Arrays.fill(copy, table, table + to - from, (byte) 0);
        return copy;
    }

    /** Every block of the table says that the next one is block 1. */
    private static byte[] looped(byte[] bytes) {
        byte[] copy = bytes.clone();
        int table = (copy[0x4C] & 0xFF | (copy[0x4D] & 0xFF) << 8) * 512 + 512;
        for (int at = table; at < table + 512; at += 4) {
            copy[at] = 1;
            copy[at + 1] = 0;
            copy[at + 2] = 0;
            copy[at + 3] = 0;
        }
        return copy;
    }

    /** The last cell refers to a text behind the last. */
    private static byte[] textMissing(byte[] xls) {
        byte[] copy = xls.clone();
        for (int at = copy.length - 14; at > 512; at--) {
            if (copy[at] == (byte) 0xFD && copy[at + 1] == 0 && copy[at + 2] == 10 && copy[at + 3] == 0) {
                copy[at + 11] = 5;
                return copy;
            }
        }
        throw new IllegalStateException("no text cell");
    }

    private byte[] locked() {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
            Encryptor encryptor = info.getEncryptor();
            encryptor.confirmPassword("预算2026");
            try (OutputStream stream = encryptor.getDataStream(file)) {
                stream.write(form);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In XML of the same length: what is taken out elsewhere makes room for a longer number. */
    private static byte[] replaced(byte[] bytes, String from, String to) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
        int spare = to.length() - from.length();
        if (!latin.contains(from) || !latin.contains(head)) {
            throw new IllegalStateException("no description of the encryption");
        }
        return latin.replace(from, to).replace(head, head.replace(" standalone=\"yes\"", " ".repeat(" standalone=\"yes\"".length() - spare))).getBytes(StandardCharsets.ISO_8859_1);
    }
}
