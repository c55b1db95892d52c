package goalsheet.collect;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Where workbooks lie: origins as a run was given them, and places, which tell them apart over all desks that share a ledger. */
final class Places {
    private static final String ARCHIVE = ".zip" + Inbox.WITHIN;
    private static final String DESK = desk();

    private Places() {
    }

    /** Desk and full path. */
    static String of(String origin) {
        int end = isPacked(origin) ? archive(origin) + ARCHIVE.length() - 1 : origin.length();
        try {
            return DESK + Path.of(origin.substring(0, end)).toAbsolutePath().normalize() + origin.substring(end);
        } catch (InvalidPathException ofAnotherSystem) {
            return DESK + origin;
        }
    }

    /** Whether a place is another one itself, or lies in that folder or archive. */
    static boolean isWithin(String place, String other) {
        return place.startsWith(other) && (place.length() == other.length() || other.endsWith(File.separator) || Stream.of(File.separator, Inbox.WITHIN).anyMatch(mark -> place.startsWith(mark, other.length())));
    }

    static boolean isPacked(String origin) {
        return archive(origin) >= 0;
    }

    private static int archive(String origin) {
        return origin.toLowerCase(Locale.ROOT).indexOf(ARCHIVE);
    }

    /** No name is asked of the network. */
    private static String desk() {
        String named = Stream.of("COMPUTERNAME", "HOSTNAME").map(System::getenv).filter(Objects::nonNull).findFirst().orElse("");
        try {
            return (named.isEmpty() ? Files.readString(Path.of("/etc/hostname")).strip() : named) + " ";
        } catch (IOException nameless) {
            return " ";
        }
    }
}
