package goalsheet.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files that nobody thought of. A plain run tries the committed inputs only; with {@code JAZZER_FUZZ=1} and one of the methods
 * chosen new ones are searched for, guided by what they reach.
 *
 * <p>As random bytes would all end at the checksums of the archive, an input is taken as a change of one part of a sound form:
 * the first byte chooses the part (behind the last part: the rest is the whole file), the second whether the rest takes the part's
 * place ({@code =}) or goes into it ({@code +}, then two bytes where, one byte how much gives way).
 */
class WorkbookFuzzTest {
    private static final List<String> NAMES = List.copyOf(SmallForm.PARTS.keySet());

    @FuzzTest(maxDuration = "45s")
    @DictionaryFile(resourcePath = "workbook.dict")
    void readingNeverFails(byte[] input) {
        Trial.read(file(input));
    }

    @FuzzTest(maxDuration = "45s")
    @DictionaryFile(resourcePath = "workbook.dict")
    void checkingNeverFails(byte[] input) {
        Trial.check(SmallForm.CHECKER, file(input));
    }

    private static byte[] file(byte[] input) {
        int part = input.length == 0 ? NAMES.size() : Math.floorMod(input[0] - 'A', NAMES.size() + 1);
        if (part == NAMES.size() || input.length < 2) {
            return Arrays.copyOfRange(input, Math.min(1, input.length), input.length);
        }
        byte[] old = SmallForm.PARTS.get(NAMES.get(part));
        Map<String, byte[]> parts = new LinkedHashMap<>(SmallForm.PARTS);
        parts.put(NAMES.get(part), input[1] == '=' || input.length < 5 ? Arrays.copyOfRange(input, 2, input.length) : spliced(old, input));
        return SmallForm.zip(parts, input[1] % 2 != 0);
    }

    private static byte[] spliced(byte[] old, byte[] input) {
        int at = ((input[2] & 0xFF) << 8 | input[3] & 0xFF) % (old.length + 1);
        int gone = Math.min(input[4] & 0xFF, old.length - at);
        byte[] whole = new byte[old.length - gone + input.length - 5];
        System.arraycopy(old, 0, whole, 0, at);
        System.arraycopy(input, 5, whole, at, input.length - 5);
        System.arraycopy(old, at + gone, whole, at + input.length - 5, old.length - at - gone);
        return whole;
    }
}
