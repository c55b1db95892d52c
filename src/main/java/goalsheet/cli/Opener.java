package goalsheet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Opens a finished workbook in the program the desktop has for it. */
public final class Opener {
    private Opener() {
    }

    /** @return false when nothing could be started; the user then opens the file by hand */
    public static boolean open(Path file) {
        return start(command(System.getProperty("os.name"), file.toAbsolutePath().normalize()));
    }

    static boolean start(List<String> command) {
        try {
            new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static List<String> command(String system, Path file) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            // Not through cmd's start: it would read "&" and "%" in a file's name. Explorer reads a comma so, unless quoted.
            return List.of("explorer.exe", "\"" + file + "\"");
        }
        return List.of(name.startsWith("mac") ? "open" : "xdg-open", file.toString());
    }
}
