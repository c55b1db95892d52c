package goalsheet.xlsx.patch;

import java.util.List;

/**
 * A sheet to be put before all others: a title, some lines, a table.
 *
 * @param name  of the tab; a number is added where a sheet of that name is there already
 * @param tone  of the title
 * @param lines under the title, each across the whole width
 * @param rows  of the table, in order
 * @param pages the foot of each printed page, in Excel's coding ({@code &P} of {@code &N})
 */
public record FrontPage(String name, String title, Tone tone, List<String> lines, List<Column> columns, List<Row> rows, String pages) {

    public enum Kind {
        /** wrapped, from the left */
        TEXT,
        /** short, in the middle */
        SHORT,
        /** short, in the colour of the row's tone */
        TONED,
        /** short, leads to the row's target */
        LINK
    }

    /** @param width in characters; a Chinese one counts two */
    public record Column(String heading, int width, Kind kind) {
    }

    /**
     * @param cells  one text for each column
     * @param target a place in the workbook ({@code '项目1'!D7}), "" for none
     */
    public record Row(Tone tone, List<String> cells, String target) {
    }

    public FrontPage withLine(String line) {
        List<String> more = new java.util.ArrayList<>(lines);
        more.add(line);
        return new FrontPage(name, title, tone, List.copyOf(more), columns, rows, pages);
    }

    FrontPage named(String other) {
        return new FrontPage(other, title, tone, lines, columns, rows, pages);
    }
}
