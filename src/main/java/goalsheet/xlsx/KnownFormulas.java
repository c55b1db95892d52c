package goalsheet.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Formulas in the order in which they came. The sheets of several projects have the same ones, one after the other, and so have the forms of
 * several units; they are most of what a form holds: what comes next is compared with what came next the last time, as a block of bytes,
 * and is one and the same text everywhere.
 */
final class KnownFormulas {
    /** A form has a thousand different ones at most. */
    private static final int MOST = 4_000;
    /** Bytes of all of them; those of a large form take a tenth. */
    private static final int MOST_BYTES = 1 << 20;
    private static final int SAMPLES = 16;

    /** @param written the bytes between its tags */
    private record Known(byte[] written, String formula) {
    }

    private final List<Known> known = new ArrayList<>();
    /** Places by a few bytes of what was written; of several the last. */
    private final Map<Integer, Integer> places = new HashMap<>();
    private int next;
    private boolean isExpected;
    private int bytes;
    private boolean isFull;

    /** The next one is expected to be the first of a workbook. */
    void start() {
        next = 0;
    }

    /** Whether there is no room for more. */
    boolean isFull() {
        return isFull;
    }

    /** Where a formula ends that begins there: at the next tag. */
    int end(byte[] part, int from) {
        isExpected = next < known.size() && is(next, part, from, from + known.get(next).written.length);
        int to = from + (isExpected ? known.get(next).written.length : 0);
        while (part[to] != '<') {
            isExpected = false;
            to++;
        }
        return to;
    }

    /** The formula whose {@link #end} was just found, null when it is not known. */
    String read(byte[] part, int from, int to) {
        int place = isExpected ? next : places.getOrDefault(sample(part, from, to), -1);
        if (place < 0 || !isExpected && !is(place, part, from, to)) {
            return null;
        }
        next = place + 1;
        return known.get(place).formula;
    }

    /** @param formula that is written there, which was not known */
    void add(byte[] part, int from, int to, String formula) {
        next++;
        bytes += to - from;
        isFull |= known.size() == MOST || bytes > MOST_BYTES;
        if (!isFull) {
            places.put(sample(part, from, to), known.size());
            known.add(new Known(Arrays.copyOfRange(part, from, to), formula));
            next = known.size();
        }
    }

    private boolean is(int place, byte[] part, int from, int to) {
        byte[] written = known.get(place).written;
        return to <= part.length && Arrays.equals(part, from, to, written, 0, written.length);
    }

    private static int sample(byte[] part, int from, int to) {
        int sample = to - from;
        for (int i = 0; i < SAMPLES; i++) {
            sample = sample * 31 + part[from + (to - from) * i / SAMPLES];
        }
        return sample;
    }
}
