package goalsheet.generate;

import goalsheet.expr.Value;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.SigningKey;
import goalsheet.xlsx.WorkbookImage.NoteImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What goes into a form beside what the office has locked.
 *
 * @param values of the entry fields by full path, blank where there is none
 * @param notes  that people have written on cells, by sheet
 * @param key    that signs the form
 */
public record Contents(Function<String, Value> values, Map<SheetLayout, List<NoteImage>> notes, Optional<SigningKey> key) {

    public static Contents of(Function<String, Value> values) {
        return new Contents(values, Map.of(), Optional.empty());
    }

    /** The same, signed. */
    public Contents signed(Optional<SigningKey> with) {
        return new Contents(values, notes, with);
    }
}
