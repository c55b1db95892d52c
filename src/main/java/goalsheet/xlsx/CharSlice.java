package goalsheet.xlsx;

import org.codehaus.stax2.typed.TypedValueDecoder;

/**
 * Characters in the parser's own memory, seen without copying; good until the parser moves on. A sheet has three short
 * attributes in each cell, and making strings of them took half of all time of reading.
 */
final class CharSlice extends TypedValueDecoder implements CharSequence {
    private char[] buffer = {};
    private int start;
    private int end;

    @Override
    public void decode(char[] characters, int from, int to) {
        buffer = characters;
        start = from;
        end = to;
    }

    @Override
    public void decode(String text) {
        decode(text.toCharArray(), 0, text.length());
    }

    @Override
    public void handleEmptyValue() {
        decode(buffer, 0, 0);
    }

    @Override
    public int length() {
        return end - start;
    }

    @Override
    public char charAt(int index) {
        return buffer[start + index];
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return toString().subSequence(from, to);
    }

    @Override
    public String toString() {
        return new String(buffer, start, end - start);
    }
}
