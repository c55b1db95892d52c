package goalsheet.xlsx.patch;

/** How much room words take: a Chinese character is two columns wide, a Latin one is one. */
final class Lines {
    private Lines() {
    }

    /** Lines that a text fills when wrapped at {@code columns}; at least 1. */
    static int count(String text, double columns) {
        return text.lines().mapToInt(line -> (int) Math.max(1, Math.ceil(columns(line) / Math.max(2, columns)))).sum() + (text.isEmpty() ? 1 : 0);
    }

    static int columns(String line) {
        // From U+1100 on wide scripts begin; that some narrow ones lie among them only makes a row a little too high.
        return line.codePoints().map(c -> c >= 0x1100 || c >= 0x2010 && c <= 0x27BF ? 2 : 1).sum();
    }
}
