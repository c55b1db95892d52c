package goalsheet.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came out of parts, or of what stands around the rows of sheets, by their bytes: the same bytes need not be parsed again. */
final class KnownParts<T> {
    /** A form has ten different sheets at most. */
    private static final int MOST = 32;
    private static final int MOST_BYTES = 1 << 20;

    private record Known<T>(Unpacked written, T meaning) {
    }

    private final List<Known<T>> known = new ArrayList<>();
    private int bytes;
    private boolean isFull;

    /** What a content meant without the bytes between two places. */
    Optional<T> find(Unpacked content, int from, int to) {
        for (Known<T> one : known) {
            if (content.isWithout(from, to, one.written)) {
                return Optional.of(one.meaning);
            }
        }
        return Optional.empty();
    }

    /** @param written which is never changed afterwards */
    void add(Unpacked written, T meaning) {
        bytes += written.length();
        isFull |= known.size() == MOST || bytes > MOST_BYTES;
        if (!isFull) {
            known.add(new Known<>(written, meaning));
        }
    }

    /** Whether there is no room for more. */
    boolean isFull() {
        return isFull;
    }
}
