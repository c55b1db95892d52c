package goalsheet.xlsx.patch;

import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Tone;
import goalsheet.xlsx.patch.FrontPage.Column;
import goalsheet.xlsx.patch.FrontPage.Kind;
import goalsheet.xlsx.patch.FrontPage.Row;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Draws a {@link FrontPage} as a worksheet. All words are inline, so that the workbook's shared strings stay as they are. */
final class FrontSheet {
    private static final String SONG = "宋体";
    private static final String HEI = "黑体";
    private static final String INK = "000000";
    private static final String GREY = "595959";
    private static final String RULE = "A6A6A6";
    private static final double TITLE_HEIGHT = 30;
    private static final double LINE_POINTS = 14;
    private static final double PADDING = 6;
    /** Excel's highest row. */
    private static final double MAX_HEIGHT = 409;

    private final FrontPage page;
    private final int headRow;
    private final int line;
    private final int heading;
    private final int text;
    private final int centred;
    private final int link;
    private final Map<Tone, Integer> toned = new EnumMap<>(Tone.class);
    private final int title;

    FrontSheet(FrontPage page, Styles styles) throws PatchException {
        this.page = page;
        this.headRow = page.lines().size() + 2;
        int border = styles.border(RULE);
        int song = styles.font(SONG, 10, INK, false, false);
        this.title = styles.cell(styles.font(HEI, 16, page.tone().ink(), true, false), styles.fill(page.tone().ground()), 0, "left", "center");
        this.line = styles.cell(styles.font(SONG, 10, GREY, false, false), 0, 0, "left", "center");
        this.heading = styles.cell(styles.font(HEI, 10, INK, true, false), styles.fill("D9D9D9"), border, "center", "center");
        this.text = styles.cell(song, 0, border, "left", "top");
        this.centred = styles.cell(song, 0, border, "center", "top");
        this.link = styles.cell(styles.font(SONG, 10, "0563C1", false, true), 0, border, "center", "top");
        for (Tone tone : Tone.values()) {
            toned.put(tone, styles.cell(styles.font(SONG, 10, tone.ink(), true, false), styles.fill(tone.ground()), border, "center", "top"));
        }
    }

    /** Names that Excel expects beside a table with a filter and a repeated head; empty when there are no rows. */
    List<Workbook.LocalName> names() {
        String sheet = "'" + page.name().replace("'", "''") + "'!";
        Workbook.LocalName titles = new Workbook.LocalName("_xlnm.Print_Titles", sheet + "$" + headRow + ":$" + headRow, false);
        return page.rows().isEmpty() ? List.of(titles)
                : List.of(new Workbook.LocalName("_xlnm._FilterDatabase", sheet + "$A$" + headRow + ":$" + lastColumn() + "$" + lastRow(), true), titles);
    }

    byte[] bytes() {
        Fragment xml = new Fragment("").open("worksheet", "xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "xmlns:r", Relations.OFFICE);
        xml.open("sheetPr").empty("tabColor", "rgb", "FF" + page.tone().ink()).empty("pageSetUpPr", "fitToPage", 1).close();
        xml.empty("dimension", "ref", "A1:" + lastColumn() + (page.terms().isEmpty() ? lastRow() : termRow(page.terms().size() - 1)));
        String first = "A" + (headRow + 1);
        xml.open("sheetViews").open("sheetView", "showGridLines", 0, "tabSelected", 1, "workbookViewId", 0)
                .empty("pane", "ySplit", headRow, "topLeftCell", first, "activePane", "bottomLeft", "state", "frozen")
                .empty("selection", "pane", "bottomLeft", "activeCell", first, "sqref", first).close().close();
        xml.empty("sheetFormatPr", "defaultRowHeight", 15).open("cols");
        for (int i = 0; i < page.columns().size(); i++) {
            xml.empty("col", "min", i + 1, "max", i + 1, "width", page.columns().get(i).width(), "customWidth", 1);
        }
        xml.close().open("sheetData");
        wide(xml, 0, TITLE_HEIGHT, title, page.title());
        for (int i = 0; i < page.lines().size(); i++) {
            wide(xml, i + 1, height(Lines.count(page.lines().get(i), width() - 2)), line, page.lines().get(i));
        }
        row(xml, headRow - 1, 20, page.columns().stream().map(Column::heading).toList(), page.columns().stream().map(column -> heading).toList());
        for (int i = 0; i < page.rows().size(); i++) {
            Row row = page.rows().get(i);
            row(xml, headRow + i, height(row), row.texts(), page.columns().stream().map(column -> style(column, row)).toList());
        }
        int below = lastRow() + 1;
        for (String explanation : page.terms().values()) {
            wide(xml, below++, height(Lines.count(explanation, width() - 2)), line, explanation);
        }
        xml.close();
        if (!page.rows().isEmpty()) {
            xml.empty("autoFilter", "ref", "A" + headRow + ":" + lastColumn() + lastRow());
        }
        xml.open("mergeCells", "count", headRow - 1 + page.terms().size());
        IntStream.concat(IntStream.range(1, headRow), IntStream.range(0, page.terms().size()).map(this::termRow))
                .forEach(row -> xml.empty("mergeCell", "ref", "A" + row + ":" + lastColumn() + row));
        xml.close();
        links(xml);
        xml.empty("printOptions", "horizontalCentered", 1)
                .empty("pageMargins", "left", 0.4, "right", 0.4, "top", 0.5, "bottom", 0.6, "header", 0.3, "footer", 0.3)
                .empty("pageSetup", "paperSize", 9, "orientation", "landscape", "fitToWidth", 1, "fitToHeight", 0)
                .open("headerFooter").leaf("oddFooter", page.pages()).close();
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml.close()).getBytes(StandardCharsets.UTF_8);
    }

    private void links(Fragment xml) {
        List<Kind> kinds = page.columns().stream().map(Column::kind).toList();
        List<String> terms = List.copyOf(page.terms().keySet());
        Map<Ref, String> targets = new TreeMap<>();
        for (int i = 0; i < page.rows().size(); i++) {
            Row row = page.rows().get(i);
            if (row.hasLink() && kinds.contains(Kind.LINK)) {
                targets.put(new Ref(headRow + i, kinds.indexOf(Kind.LINK)), row.target());
            }
            int term = kinds.contains(Kind.TERM) ? terms.indexOf(row.texts().get(kinds.indexOf(Kind.TERM))) : -1;
            if (term >= 0) {
                targets.put(new Ref(headRow + i, kinds.indexOf(Kind.TERM)), "'" + page.name().replace("'", "''") + "'!A" + termRow(term));
            }
        }
        if (!targets.isEmpty()) {
            xml.open("hyperlinks");
            targets.forEach((ref, target) -> xml.empty("hyperlink", "ref", ref, "location", target,
                    "display", page.rows().get(ref.row() - headRow).texts().get(ref.col())));
            xml.close();
        }
    }

    /** The sheet's row, from 1, that explains a term; one row stays free below the table. */
    private int termRow(int term) {
        return lastRow() + 2 + term;
    }

    private int style(Column column, Row row) {
        return switch (column.kind()) {
            case TEXT -> text;
            case SHORT -> centred;
            case TONED -> toned.get(row.tone());
            case LINK -> row.hasLink() ? link : centred;
            case TERM -> link;
        };
    }

    private void wide(Fragment xml, int row, double height, int style, String words) {
        open(xml, row, height);
        cell(xml, row, 0, style, words);
        for (int i = 1; i < page.columns().size(); i++) {
            cell(xml, row, i, style, "");
        }
        xml.close();
    }

    private void row(Fragment xml, int row, double height, List<String> words, List<Integer> styles) {
        open(xml, row, height);
        for (int i = 0; i < words.size(); i++) {
            cell(xml, row, i, styles.get(i), words.get(i));
        }
        xml.close();
    }

    private static void open(Fragment xml, int row, double height) {
        xml.open("row", "r", row + 1, "ht", height, "customHeight", 1);
    }

    private static void cell(Fragment xml, int row, int column, int style, String words) {
        xml.open("c", "r", new Ref(row, column), "s", style);
        if (!words.isEmpty()) {
            xml.attribute("t", "inlineStr").open("is").words(words).close();
        }
        xml.close();
    }

    private double height(Row row) {
        int lines = 1;
        for (int i = 0; i < page.columns().size(); i++) {
            lines = Math.max(lines, Lines.count(row.texts().get(i), page.columns().get(i).width() - 1));
        }
        return height(lines);
    }

    private static double height(int lines) {
        return Math.min(MAX_HEIGHT, lines * LINE_POINTS + PADDING);
    }

    private int width() {
        return page.columns().stream().mapToInt(Column::width).sum();
    }

    private String lastColumn() {
        return Ref.letters(page.columns().size() - 1);
    }

    private int lastRow() {
        return headRow + page.rows().size();
    }
}
