package goalsheet.template;

import goalsheet.expr.Expr;
import goalsheet.text.Text;
import java.util.List;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A rule as a template uses it: either an expression written here, or settings for a rule that is a Java class.
 *
 * @param id       {@code AMT001}
 * @param sheet    id of the sheet it looks at
 * @param table    table whose rows it looks at one by one, "" for the sheet as a whole
 * @param on       fields that are marked when it fires; the first one carries the finding
 * @param severity ERROR, WARNING or INFO by name; "" for the Java rule's own
 * @param check    what must be true; empty for a Java rule
 * @param when     only looked at when this is true
 * @param silences ids of rules that are not told where this one fires
 * @param summary  wording of an expression rule; empty texts for a Java rule
 * @param shown    values for placeholders of the messages: name → expression
 * @param settings of a Java rule: word lists, thresholds, names of the fields it reads
 * @param waivable whether a unit may state a reason for an exception beside the row; never for arithmetic or identity
 * @param notes    what the catalogue and the form say of the rule; reason and examples only of an expression rule
 * @param line     in the template file, for messages
 */
public record RuleUse(String id, String sheet, String table, List<String> on, String severity, Optional<Expr> check, Optional<Expr> when,
        List<String> silences, Text summary, Text message, Text remedy, Map<String, Expr> shown, Map<String, List<String>> settings, boolean waivable, Notes notes, int line) {

    /**
     * @param why    why it matters, empty when not said
     * @param source where it comes from, empty when it is customary
     * @param since  version in which it came, "" when not said
     * @param fires  values of fields at which it fires, as they are typed
     * @param passes near misses
     * @param instruction what the form says of it to those who fill it in, with settings as placeholders; empty when it says nothing
     */
    public record Notes(Text why, Text source, String since, List<Map<String, String>> fires, List<Map<String, String>> passes, Text instruction) {
        public static final Notes NONE = new Notes(Text.EMPTY, Text.EMPTY, "", List.of(), List.of(), Text.EMPTY);

        /** The same with an instruction that names these values. */
        Notes naming(Map<String, Text> values) {
            return new Notes(why, source, since, fires, passes, instruction.with(values));
        }
    }

    /** A use without notes that cannot be waived. */
    public RuleUse(String id, String sheet, String table, List<String> on, String severity, Optional<Expr> check, Optional<Expr> when,
            List<String> silences, Text summary, Text message, Text remedy, Map<String, Expr> shown, Map<String, List<String>> settings, int line) {
        this(id, sheet, table, on, severity, check, when, silences, summary, message, remedy, shown, settings, false, Notes.NONE, line);
    }

    public boolean isExpression() {
        return check.isPresent();
    }

    /** The letters of an id: AMT, PLN, IND, … */
    public static String family(String id) {
        return id.replaceFirst("\\d+$", "");
    }

    /** What the form says of this use of the rule to those who fill it in, with the limits and words that the check goes by; empty when it says nothing. */
    public Text instruction() {
        Map<String, Text> values = new LinkedHashMap<>();
        settings.forEach((name, given) -> values.put(name, Text.of(String.join("、", given), String.join(", ", given))));
        return notes.instruction().with(values);
    }

    /** The setting's values, none when it is not given. */
    public List<String> setting(String name) {
        return settings.getOrDefault(name, List.of());
    }
}
