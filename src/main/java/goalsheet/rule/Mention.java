package goalsheet.rule;

import java.util.List;
import java.util.Optional;

/** Words that a text mentions in the sense that is meant. */
final class Mention {
    private Mention() {
    }

    /**
     * The first of the words that the text holds.
     *
     * @param unless expressions in which a word means something else: 服务 in 服务器; they are passed over
     */
    static Optional<String> of(String text, WordList words, List<String> unless) {
        String left = text;
        for (String other : unless) {
            left = left.replace(other, "\n");
        }
        return words.in(left);
    }
}
