package goalsheet.docx;

import java.util.List;

/**
 * An official paper as described: A4, upright.
 *
 * @param title  at the top, and in the properties of the file
 * @param footer below each page; {@code {page}} and {@code {pages}} are its number and how many there are
 */
public record Paper(String title, List<Block> blocks, String footer) {

    /** What stands on a paper, from the top. */
    public sealed interface Block {
    }

    /** How a line looks. */
    public enum Look {
        /** Running text, its first line indented by two characters. */
        BODY,
        /** A line that is not indented: whom it is for. */
        PLAIN,
        /** Who sends it, and when. */
        SIGNATURE,
        /** Small print. */
        NOTE
    }

    public record Line(Look look, String text) implements Block {
    }

    /** A ruled table; its head is repeated on every page. */
    public record Table(List<Column> columns, List<Row> rows) implements Block {
    }

    /** @param head "" in every column of a table without one  @param share of the width, relative to the other columns */
    public record Column(String head, int share, boolean centred) {
    }

    /** A row is never parted by the end of a page. */
    public sealed interface Row {
        /** One text for each column; lines are parted by {@code \n}. */
        record Cells(List<String> texts) implements Row {
            public Cells(String... texts) {
                this(List.of(texts));
            }
        }

        /** A heading across all columns; it stays with the row below. */
        record Heading(String text) implements Row {
        }
    }
}
