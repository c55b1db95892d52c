package goalsheet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files dropped on {@code run.bat}. Explorer quotes only paths with blanks, so cmd breaks the others at {@code &} and eats
 * {@code ^} before the batch file sees them; it therefore passes the line cmd was started with, cut after its own name, in a variable.
 */
final class Dropped {
    private static final String WORD = "--dropped";
    private static final String VARIABLE = "GOALSHEET_DROPPED";
    /** Compiled only when something was dropped, as every start would wait for it. */
    private static final String PATH = "\"([^\"]*)\"|([^\\s\"]+)";

    private Dropped() {
    }

    /** Puts the dropped paths in the place of {@code --dropped}. */
    static List<String> expand(String[] words, Map<String, String> environment) {
        List<String> all = new ArrayList<>();
        for (String word : words) {
            if (word.equals(WORD)) {
                all.addAll(paths(environment.getOrDefault(VARIABLE, "")));
            } else {
                all.add(word);
            }
        }
        return all;
    }

    /** @param line what follows {@code run.bat} in {@code cmd.exe /c ""C:\run.bat" "D:\a b.xlsx" D:\c.xlsx"} */
    static List<String> paths(String line) {
        // The closing quote of the batch file's own name, and the one that closes the whole command.
        String inside = line.startsWith("\"") ? line.substring(1) : line;
        if (inside.chars().filter(c -> c == '"').count() % 2 == 1) {
            inside = inside.substring(0, inside.lastIndexOf('"'));
        }
        List<String> paths = new ArrayList<>();
        for (Matcher matcher = Pattern.compile(PATH).matcher(inside); matcher.find();) {
            paths.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return paths;
    }
}
