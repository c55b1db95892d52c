package goalsheet.collect;

import goalsheet.rule.Place;
import goalsheet.rule.Severity;
import goalsheet.text.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A note as a row of a table: findings and remarks are kept alike. */
final class NoteRows {
    private static final String COLUMNS = "rule, severity, sheet, cell, field, label_zh, label_en, value, summary_zh, summary_en, message_zh, message_en, remedy_zh, remedy_en, waiver";

    private NoteRows() {
    }

    /** @param own columns of the table before those of the note, parted by commas */
    static String insert(String table, String own) {
        int columns = own.split(",").length + COLUMNS.split(",").length;
        return "INSERT INTO " + table + " (" + own + ", " + COLUMNS + ") VALUES (" + "?, ".repeat(columns - 1) + "?)";
    }

    /** The values of a row, in the order of {@link #insert}. */
    static Object[] values(Note note, Object... own) {
        List<Object> values = new ArrayList<>(Arrays.asList(own));
        for (String text : List.of(note.rule(), note.severity().name(), note.place().sheet(), note.place().cell(), note.place().field(), note.place().label().zh(), note.place().label().en(),
                note.value(), note.summary().zh(), note.summary().en(), note.message().zh(), note.message().en(), note.remedy().zh(), note.remedy().en(), note.waiver())) {
            values.add(Ledger.storable(text));
        }
        return values.toArray();
    }

    static Note read(ResultSet row) throws SQLException {
        return new Note(row.getString("rule"), Severity.valueOf(row.getString("severity")), new Place(row.getString("sheet"), row.getString("cell"), row.getString("field"), text(row, "label")),
                row.getString("value"), text(row, "summary"), text(row, "message"), text(row, "remedy"), row.getString("waiver"));
    }

    private static Text text(ResultSet row, String column) throws SQLException {
        return Text.of(row.getString(column + "_zh"), row.getString(column + "_en"));
    }
}
