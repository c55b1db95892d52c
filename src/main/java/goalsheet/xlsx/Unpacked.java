package goalsheet.xlsx;

import java.util.Arrays;

/** The content of a part: the first bytes of an array that was perhaps used before; what stands behind them means nothing. */
record Unpacked(byte[] bytes, int length) {
    Unpacked(byte[] bytes) {
        this(bytes, bytes.length);
    }

    /** What is left without the bytes between two places. */
    Unpacked without(int from, int to) {
        byte[] rest = Arrays.copyOf(bytes, from + length - to);
        System.arraycopy(bytes, to, rest, from, length - to);
        return new Unpacked(rest);
    }

    /** Whether that is the same as another content. */
    boolean isWithout(int from, int to, Unpacked rest) {
        return rest.length == from + length - to && Arrays.equals(bytes, 0, from, rest.bytes, 0, from)
                && Arrays.equals(bytes, to, length, rest.bytes, from, rest.length);
    }

    /** The same in an array of its own. */
    Unpacked copy() {
        return new Unpacked(Arrays.copyOf(bytes, length));
    }

    /** Exactly as long as it is. */
    byte[] exact() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }
}
