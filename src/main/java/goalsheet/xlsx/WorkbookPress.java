package goalsheet.xlsx;

import goalsheet.xlsx.FixedZip.Packed;
import goalsheet.xlsx.WorkbookImage.NameImage;
import goalsheet.xlsx.WorkbookImage.PageImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes many workbooks of a kind, byte for byte as {@link WorkbookWriter} does. That one is asked only for what was not there before; of
 * all that it has written, whatever does not depend on the content of cells is kept. Not for several threads.
 */
public final class WorkbookPress {
    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final String STYLES = "xl/styles.xml";
    private static final byte[] NOTHING = {};
    private static final int MOST_BOOKS = 64;
    private static final int MOST_FRAMES = 256;
    private static final int MOST_FORMULAS = 1 << 13;

    private final Writer poi;
    private final Map<Book, Map<String, byte[]>> books = new Recent<>(MOST_BOOKS);
    private final Map<List<Object>, byte[]> stylesheets = new Recent<>(MOST_BOOKS);
    private final Map<SheetFrame.Key, SheetFrame> frames = new Recent<>(MOST_FRAMES);
    private final Map<String, byte[]> formulas = new Recent<>(MOST_FORMULAS);
    private final Map<String, Last> last = new HashMap<>();

    /** All that the parts depend on that are neither sheets nor styles nor the table of texts. */
    private record Book(String title, List<Tab> tabs, List<NameImage> names) {
        static Book of(WorkbookImage image) {
            return new Book(image.title(), image.sheets().stream().map(sheet -> new Tab(sheet.name(), sheet.visibility(), sheet.page())).toList(), image.names());
        }
    }

    private record Tab(String name, Snapshot.Visibility visibility, PageImage page) {
    }

    /** A part as it was in the workbook before. */
    private record Last(byte[] content, Packed packed) {
    }

    /** Makes the parts of a workbook from nothing. */
    interface Writer {
        Map<String, byte[]> parts(WorkbookImage image) throws IOException;
    }

    /** @param password of all the workbooks, as for {@link WorkbookWriter#write} */
    public WorkbookPress(Optional<String> password) {
        this(image -> WorkbookWriter.parts(image, password));
    }

    WorkbookPress(Writer poi) {
        this.poi = poi;
    }

    /**
     * @param out receives the whole file, stays open
     * @throws ImageException when the image asks for what a workbook cannot hold; nothing is written then
     * @throws IOException    when {@code out} fails
     */
    public void write(WorkbookImage image, OutputStream out) throws IOException {
        ImageCheck.check(image);
        Map<String, Packed> packed = new LinkedHashMap<>();
        parts(image).forEach((name, content) -> packed.put(name, pack(name, content)));
        FixedZip.writePacked(packed, out);
    }

    private Packed pack(String name, byte[] content) {
        return last.compute(name, (same, before) -> before != null && Arrays.equals(before.content(), content) ? before : new Last(content, FixedZip.pack(content))).packed();
    }

    private Map<String, byte[]> parts(WorkbookImage image) throws IOException {
        // Notes lie in parts of their own, and blank forms have none.
        if (image.sheets().stream().anyMatch(sheet -> !sheet.notes().isEmpty())) {
            return poi.parts(image);
        }
        StyleNumbers styles = new StyleNumbers();
        SharedTexts texts = new SharedTexts();
        List<SheetRows> rows = SheetRows.of(image, styles, texts);
        List<SheetFrame.Key> keys = SheetFrame.Key.of(image, styles);
        Book book = Book.of(image);
        if (!books.containsKey(book) || !stylesheets.containsKey(styles.order()) || !frames.keySet().containsAll(keys)) {
            return learned(poi.parts(image), book, styles, keys);
        }
        Map<String, byte[]> parts = new LinkedHashMap<>(books.get(book));
        parts.put(STYLES, stylesheets.get(styles.order()));
        parts.put(TEXTS, texts.part());
        for (int sheet = 0; sheet < rows.size(); sheet++) {
            parts.put(part(sheet), frames.get(keys.get(sheet)).around(rows.get(sheet), this::escaped));
        }
        return parts;
    }

    private byte[] escaped(String formula) {
        return formulas.computeIfAbsent(formula, one -> SharedTexts.escape(one).getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, byte[]> learned(Map<String, byte[]> parts, Book book, StyleNumbers styles, List<SheetFrame.Key> keys) {
        // Of parts that differ each time only the places are kept.
        Map<String, byte[]> kept = new LinkedHashMap<>(parts);
        kept.put(TEXTS, NOTHING);
        stylesheets.put(styles.order(), kept.put(STYLES, NOTHING));
        for (int sheet = 0; sheet < keys.size(); sheet++) {
            frames.put(keys.get(sheet), SheetFrame.of(kept.put(part(sheet), NOTHING)));
        }
        books.put(book, kept);
        return parts;
    }

    private static String part(int sheet) {
        return "xl/worksheets/sheet" + (sheet + 1) + ".xml";
    }
}
