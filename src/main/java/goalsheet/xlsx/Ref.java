package goalsheet.xlsx;

/** The place of one cell in a sheet; row and column count from 0, {@link #toString()} gives {@code D7}. */
public record Ref(int row, int col) implements Comparable<Ref> {
    public static final int MAX_ROWS = 1_048_576;
    public static final int MAX_COLS = 16_384;

    /**
     * Reads {@code D7} or {@code $D$7}.
     *
     * @throws IllegalArgumentException when it is no address within A1:XFD1048576
     */
    public static Ref parse(String address) {
        int at = 0;
        int end = address.length();
        if (at < end && address.charAt(at) == '$') {
            at++;
        }
        int col = 0;
        int letters = at;
        while (at < end && Character.toUpperCase(address.charAt(at)) >= 'A' && Character.toUpperCase(address.charAt(at)) <= 'Z' && at - letters < 4) {
            col = col * 26 + Character.toUpperCase(address.charAt(at++)) - 'A' + 1;
        }
        boolean named = at > letters;
        if (at < end && address.charAt(at) == '$') {
            at++;
        }
        int row = 0;
        int digits = at;
        while (at < end && address.charAt(at) >= '0' && address.charAt(at) <= '9' && at - digits < 8) {
            row = row * 10 + address.charAt(at++) - '0';
        }
        if (!named || at == digits || at != end || row < 1 || row > MAX_ROWS || col > MAX_COLS) {
            throw new IllegalArgumentException("not a cell address: " + address);
        }
        return new Ref(row - 1, col - 1);
    }

    /** Column letters for a 0-based column: 0 is A, 26 is AA. */
    public static String letters(int col) {
        if (col < 26) {
            return String.valueOf((char) ('A' + col));
        }
        StringBuilder letters = new StringBuilder();
        for (int rest = col + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /** {@code $D$7}. */
    public String absolute() {
        return "$" + letters(col) + "$" + (row + 1);
    }

    /** Spread, because the cells of a sheet lie close together: neighbours in one bucket of a map cost more than the rest of a look. */
    @Override
    public int hashCode() {
        return row * 0x9E3779B1 ^ col * 0x85EBCA6B;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ref ref && row == ref.row && col == ref.col;
    }

    @Override
    public String toString() {
        return letters(col) + (row + 1);
    }

    @Override
    public int compareTo(Ref other) {
        return row != other.row ? Integer.compare(row, other.row) : Integer.compare(col, other.col);
    }
}
