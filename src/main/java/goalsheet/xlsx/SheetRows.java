package goalsheet.xlsx;

import goalsheet.xlsx.WorkbookImage.CellImage;
import goalsheet.xlsx.WorkbookImage.Content;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The rows of a sheet with their cells, as {@link SheetWriter} has them written. */
final class SheetRows {
    private record Cell(Ref ref, int style, Content content, int text) {
    }

    private static final int NO_TEXT = -1;

    private final List<Double> heights;
    private final Cell[] cells;

    private SheetRows(List<Double> heights, Cell[] cells) {
        this.heights = heights;
        this.cells = cells;
    }

    /** The rows of each sheet of a workbook, whose styles, effects and texts get their numbers on the way. */
    static List<SheetRows> of(WorkbookImage workbook, StyleNumbers styles, SharedTexts texts) {
        List<SheetRows> rows = new ArrayList<>();
        for (SheetImage sheet : workbook.sheets()) {
            rows.add(of(sheet, styles, texts));
            sheet.conditions().forEach(condition -> styles.effect(condition.effect()));
        }
        return rows;
    }

    private static SheetRows of(SheetImage sheet, StyleNumbers styles, SharedTexts texts) {
        BareAreas bare = BareAreas.of(sheet);
        Map<Ref, Cell> described = new HashMap<>();
        for (CellImage cell : sheet.cells()) {
            int style = styles.style(Style.of(cell, bare.contains(cell.ref())));
            int text = cell.content() instanceof Content.Words words && !words.text().isEmpty() ? texts.number(StoredText.of(words.text())) : NO_TEXT;
            described.put(cell.ref(), new Cell(cell.ref(), style, cell.content(), text));
        }
        for (Area merge : sheet.merges()) {
            Cell first = described.get(merge.first());
            if (first != null) {
                ImageCheck.cells(merge).stream().filter(ref -> !ref.equals(merge.first())).forEach(ref -> described.put(ref, new Cell(ref, first.style(), Content.EMPTY, NO_TEXT)));
            }
        }
        Cell[] cells = described.values().toArray(Cell[]::new);
        Arrays.sort(cells, Comparator.comparing(Cell::ref));
        return new SheetRows(sheet.heights(), cells);
    }

    /** The smallest area that holds all rows and cells; empty without cells. */
    Optional<Area> used() {
        if (cells.length == 0) {
            return Optional.empty();
        }
        int firstRow = cells[0].ref().row();
        int lastRow = cells[cells.length - 1].ref().row();
        int firstCol = Ref.MAX_COLS;
        int lastCol = 0;
        for (Cell cell : cells) {
            firstCol = Math.min(firstCol, cell.ref().col());
            lastCol = Math.max(lastCol, cell.ref().col());
        }
        for (int row = 0; row < heights.size(); row++) {
            if (heights.get(row) > 0) {
                firstRow = Math.min(firstRow, row);
                lastRow = Math.max(lastRow, row);
            }
        }
        return Optional.of(new Area(new Ref(firstRow, firstCol), new Ref(lastRow, lastCol)));
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return cells.length == 0 && heights.stream().allMatch(height -> height <= 0);
    }

    /**
     * Adds the rows to a part.
     *
     * @param escaped what a formula is in the file
     */
    void write(Utf8 xml, Function<String, byte[]> escaped) {
        int next = 0;
        for (int row = 0; row < heights.size() || next < cells.length; row++) {
            double height = row < heights.size() ? heights.get(row) : 0;
            boolean hasCells = next < cells.length && cells[next].ref().row() == row;
            if (height > 0 || hasCells) {
                xml.add("<row r=\"").add(row + 1).add("\"");
                if (height > 0) {
                    // POI counts in twentieths of a point.
                    xml.add(" ht=\"").add(Double.toString((short) ((float) height * 20) / 20.0)).add("\" customHeight=\"true\"");
                }
                xml.add(hasCells ? ">" : "/>");
                while (next < cells.length && cells[next].ref().row() == row) {
                    write(cells[next++], xml, escaped);
                }
                xml.add(hasCells ? "</row>" : "");
            }
        }
    }

    private static void write(Cell cell, Utf8 xml, Function<String, byte[]> escaped) {
        xml.add("<c r=\"").add(cell.ref().toString()).add("\" s=\"").add(cell.style()).add("\"");
        if (cell.content() instanceof Content.Number number) {
            xml.add(" t=\"n\"><v>").add(SheetWriter.plain(number.value())).add("</v></c>");
        } else if (cell.text() != NO_TEXT) {
            xml.add(" t=\"s\"><v>").add(cell.text()).add("</v></c>");
        } else if (cell.content() instanceof Content.Formula formula) {
            xml.add(formula.cached() instanceof Content.Number ? " t=\"n\"><f>" : " t=\"str\"><f>").add(escaped.apply(formula.formula())).add("</f>");
            cached(formula.cached(), xml);
            xml.add("</c>");
        } else {
            xml.add("/>");
        }
    }

    private static void cached(Content value, Utf8 xml) {
        if (value instanceof Content.Number number) {
            xml.add("<v>").add(SheetWriter.plain(number.value())).add("</v>");
        } else if (value instanceof Content.Words words && !words.text().isEmpty()) {
            xml.add("<v>").add(SharedTexts.escape(StoredText.of(words.text()))).add("</v>");
        } else {
            xml.add("<v/>");
        }
    }
}
