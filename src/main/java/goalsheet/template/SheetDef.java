package goalsheet.template;

import goalsheet.expr.Expr;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One sheet of the form, or one kind of sheet of which there are several.
 *
 * @param name     of the tab; {@code {n}} is the number of a repeated sheet
 * @param repeat   how many there are when nothing else is said, when the sheet repeats
 * @param fields   single fields by id, in order
 * @param tables   by id, in order
 * @param columns  widths in characters
 * @param rows     as drawn, from the top
 */
public record SheetDef(String id, Text name, Optional<Repeat> repeat, boolean landscape, Map<String, Field> fields,
        Map<String, Table> tables, List<Double> columns, List<Row> rows) {

    /** The drawing vocabulary: how a cell may look; the last three show, in a legend, the colours of who fills a cell in. */
    public static final List<String> LOOKS = List.of("title", "plain", "plain-right", "note", "label", "heading", "section", "value", "long",
            "entry", "control", "calculated");

    /** @param start sheets in a blank workbook  @param max at most */
    public record Repeat(int start, int max) {
    }

    /**
     * One drawn row; a row of a table is drawn once for each of its rows.
     *
     * @param table id of the table that the row repeats for, "" for a single row
     * @param head  whether the row is the head that is printed again on each page
     * @param line  in the template file, for messages
     */
    public record Row(double height, String table, boolean head, List<Cell> cells, int line) {
    }

    /**
     * One drawn cell.
     *
     * @param span columns it covers
     * @param rows rows it covers
     * @param look how it looks, by the names of the drawing vocabulary; "" for the usual look of its content
     * @param link id of the sheet a click leads to, "" for none
     */
    public record Cell(Drawn drawn, int span, int rows, String look, String link) {
    }

    /** What is drawn in a cell. */
    public sealed interface Drawn {
        /** Printed words. */
        record Label(Text text) implements Drawn {
        }

        /** A field, to be filled in or calculated. */
        record Of(Field field) implements Drawn {
        }

        /** Words put together by an expression, one for each language. */
        record Formula(Expr zh, Expr en) implements Drawn {
            public Expr in(Lang lang) {
                return lang == Lang.EN ? en : zh;
            }
        }

        /** Numbered lines of printed words; {@link #RULES} stands for what the rules in use ask for. */
        record Notes(List<Text> items) implements Drawn {
            public static final Text RULES = Text.same("{rules}");
        }

        /** The form's identity in short: template, version, fingerprint. */
        record Stamp() implements Drawn {
        }
    }

    /** The field with this id, of the sheet itself or, written {@code table.field}, of one of its tables. */
    public Optional<Field> field(String path) {
        Field single = fields.get(path);
        if (single != null) {
            return Optional.of(single);
        }
        int dot = path.indexOf('.');
        Table table = dot < 0 ? null : tables.get(path.substring(0, dot));
        return Optional.ofNullable(table == null ? null : table.fields().get(path.substring(dot + 1)));
    }
}
