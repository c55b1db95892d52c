package goalsheet.xlsx;

import goalsheet.xlsx.UnreadableException.Reason;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a file claims to be by the ending of its name, for files that nobody has opened yet. */
public final class FileEnding {
    private static final Set<String> WORKBOOKS = Set.of("xlsx", "xls", "xlsm", "et");
    private static final Map<String, Reason> INSTEAD = Map.ofEntries(
            Map.entry("rar", Reason.ARCHIVE), Map.entry("7z", Reason.ARCHIVE), Map.entry("zip", Reason.ARCHIVE), Map.entry("tar", Reason.ARCHIVE), Map.entry("gz", Reason.ARCHIVE),
            Map.entry("doc", Reason.WORD), Map.entry("docx", Reason.WORD), Map.entry("wps", Reason.WORD), Map.entry("rtf", Reason.WORD),
            Map.entry("pdf", Reason.PDF), Map.entry("ofd", Reason.PDF), Map.entry("csv", Reason.PLAIN_TEXT), Map.entry("ods", Reason.ODS), Map.entry("xlsb", Reason.BINARY),
            Map.entry("jpg", Reason.PICTURE), Map.entry("jpeg", Reason.PICTURE), Map.entry("png", Reason.PICTURE), Map.entry("eml", Reason.MAIL), Map.entry("msg", Reason.MAIL));

    private FileEnding() {
    }

    /** {@code xlsx}, in small letters. */
    public static String of(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    public static boolean isWorkbook(String name) {
        return WORKBOOKS.contains(of(name));
    }

    /** What units send instead of a workbook; empty for workbooks, and for files that nobody sends for one. */
    public static Optional<Reason> instead(String name) {
        return Optional.ofNullable(INSTEAD.get(of(name)));
    }
}
