package goalsheet.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/**
 * A command as somebody types it, understood but not run.
 *
 * @param name    of the command
 * @param options in the order typed, by their long names
 */
public record Typed(String name, List<String> options, List<String> templates) {

    /** @throws UserError when there is no such command, or it has no such option */
    public static Typed of(List<String> words) {
        CommandWords line = CommandWords.of(words);
        Command command = new HelpCommand(Main.COMMANDS).find(line.command());
        CommandLine parsed = line.parse(command);
        Stream<Option> options = Arrays.stream(parsed.getOptions());
        String[] templates = parsed.hasOption("template") ? parsed.getOptionValues("template") : new String[0];
        return new Typed(command.name(), options.map(Option::getLongOpt).toList(), List.of(templates));
    }
}
