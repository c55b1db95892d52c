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
 */
public record Finding(Rule rule, Severity severity, Place place, String value, Text expected, Map<String, Text> arguments) {

    public static Finding of(Rule rule, Place place, String value, Text expected, Map<String, Text> arguments) {
        return new Finding(rule, rule.severity(), place, value, expected, arguments);
    }

    public static Finding of(Rule rule, Place place, String value) {
        return of(rule, place, value, Text.EMPTY, Map.of());
    }

    public Finding as(Severity other) {
        return new Finding(rule, other, place, value, expected, arguments);
    }

    /** The same as a mere remark, because the unit has stated its reason for an exception. */
    public Finding waived(String reason) {
        Map<String, Text> all = new HashMap<>(arguments);
        all.put("waiver", Text.same(reason));
        Text told = rule.message();
        Rule excused = new Rule(rule.id(), rule.status(), rule.severity(), rule.summary(), Text.of(told.zh() + "单位已说明理由：{waiver}", told.en() + " The unit's reason: {waiver}"), Text.EMPTY,
                rule.why(), rule.source(), rule.fires(), rule.passes());
        return new Finding(excused, Severity.INFO, place, value, expected, all);
    }

    public Text message() {
        return fill(rule.message());
    }

    public Text remedy() {
        return fill(rule.remedy());
    }

    private Text fill(Text wording) {
        Map<String, Text> all = new HashMap<>(arguments);
        all.putIfAbsent("value", Text.same(value));
        all.putIfAbsent("expected", expected);
        all.putIfAbsent("label", place.label());
        return wording.with(all);
    }
}
