package goalsheet.cli;

import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;

/**
 * What one command was asked to do.
 *
 * @param out for results; UTF-8, and what is written after the reader has gone away is dropped
 * @param err for what people should know but programs should not read
 */
public record Call(CommandLine line, Lang lang, boolean verbose, PrintStream out, PrintStream err) {

    /** The words after the options. */
    public List<String> operands() {
        return line.getArgList();
    }

    public boolean has(String option) {
        return line.hasOption(option);
    }

    /** The last value given for an option. */
    public Optional<String> value(String option) {
        String[] values = line.getOptionValues(option);
        return values == null ? Optional.empty() : Optional.of(values[values.length - 1]);
    }

    /** The path given for an option, to read and to show. */
    public Optional<Path> path(String option) {
        return value(option).map(Path::of).map(Call::plain);
    }

    /** The paths among the operands. */
    public List<Path> paths() {
        return operands().stream().map(Path::of).map(Call::plain).toList();
    }

    /** A path without detours such as {@code a/../b}; behind a link they lead elsewhere, and stay. */
    static Path plain(Path path) {
        for (Path part = path; part != null; part = part.getParent()) {
            if (Files.isSymbolicLink(part)) {
                return path;
            }
        }
        Path plain = path.normalize();
        return plain.toString().isEmpty() ? path : plain;
    }

    /** Every value given for an option, in order. */
    public List<String> values(String option) {
        String[] values = line.getOptionValues(option);
        return values == null ? List.of() : List.of(values);
    }

    /** Prints a line in the user's language. */
    public void say(Text text) {
        out.println(text.in(lang));
    }
}
