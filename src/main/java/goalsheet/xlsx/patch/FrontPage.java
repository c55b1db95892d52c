package goalsheet.xlsx.patch;

import goalsheet.xlsx.Tone;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A sheet to be put before all others: a title, some lines, a table, and what the table's terms mean.
 *
 * @param name  of the tab; a number is added where a sheet of that name is there already
 * @param tone  of the title
 * @param lines under the title, each across the whole width
 * @param rows  of the table, in order
 * @param terms explained below the table, by the word that its TERM column shows
 * @param pages the foot of each printed page, in Excel's coding ({@code &P} of {@code &N})
 */
public record FrontPage(String name, String title, Tone tone, List<String> lines, List<Column> columns, List<Row> rows,
        Map<String, String> terms, String pages) {

    public enum Kind {
        /** wrapped, from the left */
        TEXT,
        /** short, in the middle */
        SHORT,
        /** short, in the colour of the row's tone */
        TONED,
        /** short, leads to the row's target */
        LINK,
        /** short, leads to its explanation below */
        TERM
    }

    /** @param width in characters; a Chinese one counts two */
    public record Column(String heading, int width, Kind kind) {
    }

    /**
     * @param texts one for each column
     * @param sheet tab name of the place that the row's link leads to
     * @param cell  its address ({@code D7}), "" when there is no link
     */
    public record Row(Tone tone, List<String> texts, String sheet, String cell) {
        boolean hasLink() {
            return !cell.isEmpty();
        }

        String target() {
            return "'" + sheet.replace("'", "''") + "'!" + cell;
        }
    }

    FrontPage withLine(String line) {
        return new FrontPage(name, title, tone, Stream.concat(lines.stream(), Stream.of(line)).toList(), columns, rows, terms, pages);
    }

    /** Without links to sheets that are not there. */
    FrontPage linkedWithin(List<String> sheets) {
        List<Row> linked = rows.stream().map(row -> sheets.contains(row.sheet()) ? row : new Row(row.tone(), row.texts(), "", "")).toList();
        return new FrontPage(name, title, tone, lines, columns, linked, terms, pages);
    }

    FrontPage named(String other) {
        return new FrontPage(other, title, tone, lines, columns, rows, terms, pages);
    }
}
