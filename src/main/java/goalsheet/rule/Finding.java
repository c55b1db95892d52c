package goalsheet.rule;

import goalsheet.text.Text;
import java.util.HashMap;
import java.util.Map;

/**
 * One thing that is wrong, as data; words come last, from the rule.
 *
 * @param severity  usually the rule's own
 * @param value     what was found, as a person would write it; "" when nothing was
 * @param expected  what should be there; empty when that cannot be said
 * @param arguments for the placeholders of message and remedy; {@code value}, {@code expected} and {@code label} need not be given
 * @param waiver    the reason that the unit states for an exception, "" when it states none
 */
public record Finding(Rule rule, Severity severity, Place place, String value, Text expected, Map<String, Text> arguments, String waiver) {

    public static Finding of(Rule rule, Place place, String value, Text expected, Map<String, Text> arguments) {
        return new Finding(rule, rule.severity(), place, value, expected, arguments, "");
    }

    public static Finding of(Rule rule, Place place, String value) {
        return of(rule, place, value, Text.EMPTY, Map.of());
    }

    /** Of several things found, which each language parts in its own way. */
    public static Finding of(Rule rule, Place place, Text found, Map<String, Text> arguments) {
        Map<String, Text> all = new HashMap<>(arguments);
        all.put("value", found);
        return of(rule, place, found.zh(), Text.EMPTY, Map.copyOf(all));
    }

    /** What was found, in words. */
    public Text found() {
        return arguments.getOrDefault("value", Text.same(value));
    }

    public Finding as(Severity other) {
        return new Finding(rule, other, place, value, expected, arguments, waiver);
    }

    /** The same as a mere remark, because the unit has stated its reason for an exception. */
    public Finding waived(String reason) {
        return new Finding(rule, Severity.INFO, place, value, expected, arguments, reason);
    }

    public boolean isWaived() {
        return !waiver.isEmpty();
    }

    /** What is wrong, and the unit's reason where it states one. */
    public Text message() {
        Text problem = problem();
        return isWaived() ? Text.of(problem.zh() + "单位已说明理由：" + waiver, problem.en() + " The unit's reason: " + waiver) : problem;
    }

    /** What is wrong, without the unit's reason. */
    public Text problem() {
        return fill(rule.message());
    }

    /** What to do; nothing when the unit has stated its reason. */
    public Text remedy() {
        return isWaived() ? Text.EMPTY : fill(rule.remedy());
    }

    private Text fill(Text wording) {
        Map<String, Text> all = new HashMap<>(arguments);
        all.put("value", found());
        all.putIfAbsent("expected", expected);
        all.putIfAbsent("label", place.label());
        return wording.with(all);
    }
}
