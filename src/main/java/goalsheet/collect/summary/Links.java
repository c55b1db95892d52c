package goalsheet.collect.summary;

import goalsheet.collect.Received;
import goalsheet.xlsx.styled.Fill;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Leads from the summary to the workbooks that it speaks of. What lies in an archive, or is gone, is named without a link. */
final class Links {
    /** Programs take these for the place within a file, and for a coded character. */
    private static final Pattern MISREAD = Pattern.compile("#|%[0-9A-Fa-f]{2}");

    private final Path folder;
    private final Map<String, String> targets = new HashMap<>();

    /** @param folder of the summary */
    Links(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** @param sheet where in the workbook, "" for nowhere in particular; @param cell of it, or "" */
    Fill to(Received received, String sheet, String cell) {
        String target = targets.computeIfAbsent(received.origin(), this::target);
        String place = sheet.isEmpty() ? "" : "#'" + sheet.replace("'", "''") + "'!" + (cell.isEmpty() ? "A1" : cell);
        return new Fill.Link(name(received.origin()), target.isEmpty() ? "" : target + place);
    }

    /** {@code court.xlsx}, or {@code all.zip!court.xlsx}. */
    static String name(String origin) {
        int zip = origin.toLowerCase(Locale.ROOT).indexOf(".zip!");
        if (zip >= 0) {
            int end = zip + ".zip".length();
            return last(origin.substring(0, end)) + "!" + last(origin.substring(end + 1));
        }
        return last(origin);
    }

    private static String last(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private String target(String origin) {
        try {
            Path file = Path.of(origin);
            if (origin.isEmpty() || MISREAD.matcher(origin).find() || !Files.isRegularFile(file)) {
                return "";
            }
            return folder.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
        } catch (IllegalArgumentException elsewhere) {
            // No path on this system, or on another drive, to which no relative path leads.
            return "";
        }
    }
}
