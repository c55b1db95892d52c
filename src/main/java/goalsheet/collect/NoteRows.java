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

    /** @param own columns of the table before those of the note, parted by commas; "" for none */
    static String select(String table, String own) {
        return "SELECT " + (own.isEmpty() ? "" : own + ", ") + COLUMNS + " FROM " + table;
    }

    /** @param at how many columns stand before those of the note; by numbers, as looking for each by its name took longer than all else */
    static Note read(ResultSet row, int at) throws SQLException {
        return new Note(row.getString(at + 1), Severity.valueOf(row.getString(at + 2)), new Place(row.getString(at + 3), row.getString(at + 4), row.getString(at + 5), text(row, at + 6)),
                row.getString(at + 8), text(row, at + 9), text(row, at + 11), text(row, at + 13), row.getString(at + 15));
    }

    private static Text text(ResultSet row, int column) throws SQLException {
        return Text.of(row.getString(column), row.getString(column + 1));
    }
}
