package goalsheet.xlsx;

import goalsheet.xlsx.WorkbookImage.CellImage;
import goalsheet.xlsx.WorkbookImage.Content;
import goalsheet.xlsx.WorkbookImage.Look;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import goalsheet.xlsx.WorkbookImage.Use;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A sheet's part without its rows.
 *
 * @param start up to the extent of the sheet
 * @param head  from there to the rows
 * @param tail  behind the rows
 */
record SheetFrame(byte[] start, byte[] head, byte[] tail) {
    private static final String DIMENSION = "<dimension ref=\"";
    private static final String NO_CELLS = "A1";
    private static final String EMPTY = "<sheetData/>";
    private static final String BEGIN = "<sheetData>";
    private static final String END = "</sheetData>";
    private static final int USUAL_LENGTH = 1 << 17;

    /**
     * All that a frame depends on.
     *
     * @param first   among the sheets of its workbook
     * @param shown   when the workbook is opened
     * @param sheet   without its name, its heights, and the cells that are no links
     * @param effects numbers of what its conditions do
     */
    record Key(boolean first, boolean shown, SheetImage sheet, List<Integer> effects) {
        /** The keys of all sheets of a workbook. */
        static List<Key> of(WorkbookImage workbook, StyleNumbers styles) {
            int front = WorkbookWriter.front(workbook.sheets());
            return IntStream.range(0, workbook.sheets().size()).mapToObj(index -> of(workbook.sheets().get(index), index == 0, index == front, styles)).toList();
        }

        private static Key of(SheetImage image, boolean first, boolean shown, StyleNumbers styles) {
            List<CellImage> links = image.cells().stream().filter(cell -> !cell.link().isEmpty())
                    .map(cell -> new CellImage(cell.ref(), Content.EMPTY, Look.LINK, Use.FIXED, "", cell.link())).toList();
            SheetImage frame = new SheetImage("", image.visibility(), image.widths(), List.of(), links, image.merges(), image.validations(),
                    image.page(), image.freezeRows(), image.conditions(), image.notes());
            return new Key(first, shown, frame, image.conditions().stream().map(condition -> styles.effect(condition.effect())).toList());
        }
    }

    /** The frame of a part that is there. */
    static SheetFrame of(byte[] part) {
        String xml = new String(part, StandardCharsets.UTF_8);
        int extent = xml.indexOf(DIMENSION) + DIMENSION.length();
        int rows = xml.indexOf(EMPTY);
        int rest = rows + EMPTY.length();
        if (rows < 0) {
            rows = xml.indexOf(BEGIN);
            rest = xml.indexOf(END) + END.length();
        }
        return new SheetFrame(encoded(xml.substring(0, extent)), encoded(xml.substring(xml.indexOf('"', extent), rows)), encoded(xml.substring(rest)));
    }

    private static byte[] encoded(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /** The part with these rows. */
    byte[] around(SheetRows rows, Function<String, byte[]> escaped) {
        Utf8 xml = new Utf8(USUAL_LENGTH).add(start).add(rows.used().map(Area::toString).orElse(NO_CELLS)).add(head);
        if (rows.isEmpty()) {
            xml.add(EMPTY);
        } else {
            rows.write(xml.add(BEGIN), escaped);
            xml.add(END);
        }
        return xml.add(tail).bytes();
    }
}
