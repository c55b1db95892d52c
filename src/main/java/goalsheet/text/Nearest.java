package goalsheet.text;

import java.util.Collection;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Nearest {
    private Nearest() {
    }

    /** The choice with the fewest differing characters, if it is near enough to be worth suggesting. */
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
        return Optional.ofNullable(best);
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
