package goalsheet.check;

import goalsheet.xlsx.UnreadableException.Reason;
import java.util.List;

/**
 * A file as a unit could send it, made from a filled form in which nothing is wrong.
 *
 * @param name    what was done to it; with {@code ending} the name of its file
 * @param told    {@code ERROR AMT001 项目1!C4} of every finding, or {@code FIL001} and the reason for which it is refused
 * @param isSame  whether every cell must be read as in the form itself
 */
public record Variant(String name, String ending, byte[] bytes, List<String> told, boolean isSame) {

    /** Reads exactly as the form. */
    static Variant same(String name, byte[] bytes) {
        return new Variant(name, ".xlsx", bytes, List.of(), true);
    }

    /** Holds more than the form, none of which matters. */
    static Variant clean(String name, byte[] bytes) {
        return new Variant(name, ".xlsx", bytes, List.of(), false);
    }

    static Variant told(String name, byte[] bytes, String... findings) {
        return new Variant(name, ".xlsx", bytes, List.of(findings), false);
    }

    static Variant refused(String name, Reason reason, byte[] bytes) {
        return refused(name, ".xlsx", reason, bytes);
    }

    static Variant refused(String name, String ending, Reason reason, byte[] bytes) {
        return new Variant(name, ending, bytes, List.of("FIL001 " + reason), false);
    }

    public String fileName() {
        return name.replace('/', '-') + ending;
    }

    @Override
    public String toString() {
        return name;
    }
}
