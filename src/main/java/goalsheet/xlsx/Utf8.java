package goalsheet.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text put together as bytes, so that what is known as bytes already need not be encoded again. */
final class Utf8 {
    private byte[] bytes;
    private int length;

    /** @param usual length of the whole */
    Utf8(int usual) {
        bytes = new byte[usual];
    }

    Utf8 add(byte[] encoded) {
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        return this;
    }

    Utf8 add(String text) {
        reserve(text.length());
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next >= 0x80) {
                return add(text.substring(at).getBytes(StandardCharsets.UTF_8));
            }
            bytes[length++] = (byte) next;
        }
        return this;
    }

    Utf8 add(int number) {
        return add(Integer.toString(number));
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
