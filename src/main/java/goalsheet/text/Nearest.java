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
            if (Math.abs(choice.length() - typed.length()) >= least) {
                continue;
            }
            int distance = distance(typed, choice);
            // Where nothing is the same, there is no likeness: any sign is one change away from any other.
            if (distance < Math.min(least, Math.max(typed.length(), choice.length()))) {
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

    /** How many characters are wrong, missing, too many or swapped with their neighbour; texts are short names. */
    private static int distance(String one, String two) {
        int[][] table = new int[one.length() + 1][two.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= two.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                int change = table[i - 1][j - 1] + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
                table[i][j] = Math.min(change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                if (i > 1 && j > 1 && one.charAt(i - 1) == two.charAt(j - 2) && one.charAt(i - 2) == two.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return table[one.length()][two.length()];
    }
}
