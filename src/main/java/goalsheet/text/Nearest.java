package goalsheet.text;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Nearest {
    private static final int SHORTEST_START = 3;

    private Nearest() {
    }

    /** The choice with the fewest differing characters, if it is near enough to be worth suggesting; or the one that it begins. */
    public static Optional<String> to(String typed, Collection<String> choices) {
        String best = null;
        int least = Math.max(1, typed.length() / 3) + 1;
        for (String choice : choices) {
            int distance = distance(typed, choice);
            if (distance < least) {
                least = distance;
                best = choice;
            }
        }
        if (best == null && typed.length() >= SHORTEST_START) {
            List<String> begun = choices.stream().filter(choice -> choice.startsWith(typed)).toList();
            return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
        }
        return Optional.ofNullable(best);
    }

    /** The suggestion as the end of a message, only the full stop when there is none. */
    public static Text hint(String typed, Collection<String> choices) {
        return to(typed, choices).map(meant -> Text.of("，是否为“" + meant + "”？", "; did you mean '" + meant + "'?")).orElse(Text.of("。", "."));
    }

    /** Levenshtein distance; texts are short names, so two rows of the table are all it needs. */
    private static int distance(String one, String two) {
        int[] before = new int[two.length() + 1];
        int[] now = new int[two.length() + 1];
        for (int j = 0; j <= two.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= two.length(); j++) {
                int change = before[j - 1] + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, Math.min(before[j], now[j - 1]) + 1);
            }
            int[] swap = before;
            before = now;
            now = swap;
        }
        return before[two.length()];
    }
}
