package goalsheet.template;

import goalsheet.expr.Value;
import goalsheet.text.Text;

/** What {@link FieldReader} made of something given for a field. */
public sealed interface FieldValue {
    /** @param value blank, text, points for a percentage, serial days for a date, an item in its official spelling for a list */
    record Read(Value value) implements FieldValue {
    }

    /** @param reason what is wrong with what was given, a whole sentence */
    record Refused(Text reason) implements FieldValue {
    }
}
