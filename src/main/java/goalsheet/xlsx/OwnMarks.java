package goalsheet.xlsx;

import java.util.Collection;
import java.util.regex.Pattern;

/** What goalsheet leaves behind in an annotated copy, so that it can be told from what people wrote. */
public final class OwnMarks {
    /** Names of the sheet of results, by language; a number in brackets follows where the name was taken. */
    public static final String RESULT_ZH = "检查结果";
    public static final String RESULT_EN = "Check results";
    /** Stands in a cell of the sheet of results: the name alone could be anybody's. */
    public static final String RESULT_MARK = "—— goalsheet";
    /** Author of our notes. */
    public static final String AUTHOR = "goalsheet";
    /** First and last line of what we write into a note; a person's own words may stand around them. */
    public static final String NOTE_HEAD = "──── goalsheet ────";
    public static final String NOTE_FOOT = "──────────";
    /** Condition of our conditional formats; always true. */
    public static final String FORMULA = "LEN(\"goalsheet-mark\")>0";

    private static final Pattern RESULT_NAME = Pattern.compile("(?:" + RESULT_ZH + "|" + RESULT_EN + ")(?: ?\\(\\d+\\))?");

    /** Whether a workbook bears our sheet of results. */
    public enum Page {
        NONE,
        /** An annotated copy, whoever has saved it since. */
        BESIDE_OTHERS,
        /** Results of a file that could not be marked; there is nothing in it that anybody could fill in. */
        ALONE
    }

    private OwnMarks() {
    }

    public static Page page(Snapshot snapshot) {
        long ours = snapshot.sheets().stream().filter(OwnMarks::isResultSheet).count();
        return ours == 0 ? Page.NONE : ours == snapshot.sheets().size() ? Page.ALONE : Page.BESIDE_OTHERS;
    }

    /** @param texts of the sheet's cells, at least of those of the first rows */
    public static boolean isResultSheet(String name, Collection<String> texts) {
        return hasResultName(name) && texts.stream().anyMatch(text -> text.contains(RESULT_MARK));
    }

    public static boolean isResultSheet(Snapshot.Sheet sheet) {
        return hasResultName(sheet.name()) && sheet.cells().values().stream().anyMatch(cell -> cell.text().contains(RESULT_MARK));
    }

    public static boolean hasResultName(String name) {
        return RESULT_NAME.matcher(name).matches();
    }

    /** A note without what we wrote into it, "" when nobody else has written anything. */
    public static String withoutOurs(String note) {
        int head = note.indexOf(NOTE_HEAD);
        if (head < 0) {
            return note;
        }
        int foot = note.indexOf(NOTE_FOOT, head + NOTE_HEAD.length());
        String before = note.substring(0, head).stripTrailing();
        String after = foot < 0 ? "" : note.substring(foot + NOTE_FOOT.length()).strip();
        return before.isEmpty() || after.isEmpty() ? before + after : before + "\n" + after;
    }

    /** Whether a condition is ours, however a program has spaced or quoted it. */
    public static boolean isMarkFormula(String formula) {
        return formula.contains("\"goalsheet-mark\"");
    }
}
