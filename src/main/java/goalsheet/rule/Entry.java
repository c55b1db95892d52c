package goalsheet.rule;

import goalsheet.expr.Value;
import goalsheet.template.Field;
import java.util.Optional;

/**
 * One field as a unit filled it in.
 *
 * @param field    its definition
 * @param place    where it stands
 * @param raw      what the cell holds: blank, a number as stored, or text as typed
 * @param value    what it means for its type: points for a percentage, days for a date, the item's official spelling for a list;
 *                 blank when nothing is there; empty when it cannot be read as its type
 * @param shown    the text as typed, without blanks around it; a number as people write it, percentages with their sign, dates as dates
 * @param isBlank  whether nothing is there but blanks
 */
public record Entry(Field field, Place place, Value raw, Optional<Value> value, String shown, boolean isBlank) {
    /** Most rules look at most entries: what they show is worked out once. */
    public Entry(Field field, Place place, Value raw, Optional<Value> value) {
        this(field, place, raw, value, shown(field, raw, value), raw.isBlank());
    }

    private static String shown(Field field, Value raw, Optional<Value> value) {
        if (raw instanceof Value.Num && value.isPresent() && value.get() instanceof Value.Num num) {
            return CellRules.show(field, num.number());
        }
        return raw.show().strip();
    }
}
