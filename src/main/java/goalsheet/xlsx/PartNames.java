package goalsheet.xlsx;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How the parts of a workbook name each other; one way for reading and for writing marks, or they would see two workbooks in one file. */
public final class PartNames {
    private PartNames() {
    }

    /** The part that a target names, seen from a folder ({@code xl/}); targets are addresses as in the web, with backslashes let pass. */
    public static String resolve(String folder, String target) {
        String path = decode(target);
        int anchor = path.indexOf('#');
        path = anchor < 0 ? path : path.substring(0, anchor);
        List<String> steps = new ArrayList<>();
        for (String step : (path.startsWith("/") ? path : folder + path).replace('\\', '/').split("/")) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.remove(steps.size() - 1);
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    /** The last word of a relation's type: {@code worksheet}, {@code styles}, …, whichever edition of the standard names it. */
    public static String kind(String type) {
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private static String decode(String target) {
        if (target.indexOf('%') < 0) {
            return target;
        }
        ByteBuffer bytes = ByteBuffer.allocate(target.length() * 3);
        for (int at = 0; at < target.length(); at++) {
            char c = target.charAt(at);
            int high = c == '%' && at + 2 < target.length() ? Character.digit(target.charAt(at + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(target.charAt(at + 2), 16);
            if (low >= 0) {
                bytes.put((byte) (high << 4 | low));
                at += 2;
            } else {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
}
