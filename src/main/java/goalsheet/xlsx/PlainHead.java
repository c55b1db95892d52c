package goalsheet.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands before the rows of a sheet, when it leaves no doubt that it is UTF-8, and that these are the rows of the sheet, and not of
 * something in it that programs skip.
 *
 * @param length     in bytes, up to the first row
 * @param isExtended whether the root declares the prefix that newer programs put before an attribute of their own
 */
record PlainHead(int length, boolean isExtended) {
    private static final byte[] DECLARATION = ascii("<?xml ");
    private static final byte[] ROOT = ascii("<worksheet ");
    private static final byte[] TAG_END = ascii(">");
    private static final byte[] EXTENSION = ascii("xmlns:x14ac=\"");
    private static final byte[] ROWS = ascii("<sheetData>");

    /** Empty unless it is plain. */
    static Optional<PlainHead> of(Unpacked content) {
        byte[] part = content.bytes();
        int end = find(part, ROWS, 0, content.length());
        int root = find(part, ROOT, 0, end);
        if (root < 0 || !isPlain(part, root) || !isIn(part, root, end)) {
            return Optional.empty();
        }
        return Optional.of(new PlainHead(end + ROWS.length, find(part, EXTENSION, root, find(part, TAG_END, root, end)) >= 0));
    }

    /** Whether nothing but the usual declaration, or not even that, stands before the root. */
    private static boolean isPlain(byte[] part, int root) {
        int declared = find(part, DECLARATION, 0, root);
        String said = new String(part, Math.max(0, declared), root - Math.max(0, declared), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return declared < 0 ? said.indexOf('<') < 0 : said.lastIndexOf('<') == 0 && said.contains("version=\"1.0\"") && said.contains("encoding") == said.contains("encoding=\"utf-8\"");
    }

    /** Whether between two places the root, and nothing else, is opened and not closed. */
    private static boolean isIn(byte[] part, int root, int end) {
        int open = 0;
        for (int i = root; i < end; i++) {
            if (part[i] != '<') {
                continue;
            }
            int tag = i + 1;
            for (int quote = 0; i < end && (quote != 0 || part[i] != '>'); i++) {
                quote = quote == part[i] ? 0 : quote == 0 && (part[i] == '"' || part[i] == '\'') ? part[i] : quote;
            }
            if (i == end || part[tag] == '!' || part[tag] == '?') {
                return false;
            }
            open += part[tag] == '/' ? -1 : part[i - 1] == '/' ? 0 : 1;
        }
        return open == 1;
    }

    private static int find(byte[] in, byte[] what, int start, int end) {
        for (int i = start; i <= end - what.length; i++) {
            if (in[i] == what[0] && Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
