package goalsheet.collect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The copies that a check leaves beside the files it was given: while nobody has mended them they are no submissions. */
final class OwnCopies {
    private static final Pattern COPY = Pattern.compile("(.+)\\.checked(-\\d+)?\\.xls[xm]");

    private OwnCopies() {
    }

    /** Without copies that say what the workbook beside them says. */
    static List<Received> without(List<Received> submissions) {
        return submissions.stream().filter(each -> submissions.stream().noneMatch(other -> isCopy(each, other))).toList();
    }

    private static boolean isCopy(Received copy, Received original) {
        return copy.contents().equals(original.contents()) && copy.reason().equals(original.reason()) && (original.present() || !copy.present())
                && copy.origins().stream().allMatch(place -> original.origins().stream().anyMatch(beside -> isCopy(place, beside)));
    }

    /** {@code a.checked.xlsx} of {@code a.xlsx}; {@code a.checked-2.xlsx} of either. */
    private static boolean isCopy(String place, String beside) {
        Matcher name = COPY.matcher(place);
        String original = beside.replaceFirst("\\.[^.]+$", "");
        return name.matches() && (original.equals(name.group(1)) || name.group(2) != null && original.equals(name.group(1) + ".checked"));
    }
}
