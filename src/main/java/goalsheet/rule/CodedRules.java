package goalsheet.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rules that are Java classes, by the ids that templates use them with. */
public final class CodedRules {
    private static final List<CodedRule> ALL = List.of(
            new UnmeasurableValue(), new ValueSpelling(), new NumberWithoutUnit(), new RateAboveHundred(),
            new CodeShape(), new CodeCheckCharacter(), new CodeTwice());

    private static final Map<String, CodedRule> BY_ID = byId();

    private CodedRules() {
    }

    /** In catalogue order. */
    public static List<CodedRule> all() {
        return ALL;
    }

    public static Optional<CodedRule> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    private static Map<String, CodedRule> byId() {
        Map<String, CodedRule> byId = new LinkedHashMap<>();
        for (CodedRule coded : ALL) {
            for (Rule rule : coded.rules()) {
                if (byId.put(rule.id(), coded) != null) {
                    throw new IllegalStateException("two coded rules have the id " + rule.id());
                }
            }
        }
        return byId;
    }
}
