package goalsheet.template;

import goalsheet.text.Text;
import java.util.Map;

/**
 * Rows that repeat within a sheet.
 *
 * @param rows   how many rows the form has; 0 when there is one row for each repeated sheet ({@link #perSheet()})
 * @param least  how many rows must be filled in
 * @param over   id of the repeated sheet that the rows list, "" otherwise
 * @param fields by id, in order
 */
public record Table(String id, Text label, int rows, int least, String over, Map<String, Field> fields) {
    public boolean perSheet() {
        return !over.isEmpty();
    }
}
