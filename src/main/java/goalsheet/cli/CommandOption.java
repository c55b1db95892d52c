package goalsheet.cli;

import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.List;
import org.apache.commons.cli.Option;

/**
 * One option of a command.
 *
 * @param letter   its short form without the dash, "" for none
 * @param name     without the dashes
 * @param argument how help names its value: {@code FILE}; "" for a switch that takes none
 * @param required whether the command cannot do without it
 */
public record CommandOption(String letter, String name, String argument, boolean required, Text summary) {
    static final CommandOption LANG = value("lang", "zh|en", Text.of("界面语言，默认中文", "language of messages, Chinese by default"));
    static final CommandOption VERBOSE = flag("verbose", Text.of("显示详细过程和出错细节", "show details of the work and of failures"));
    static final CommandOption HELP = flag("help", Text.of("显示这条命令的用法", "show how to use this command"));
    /** Where no command is given. */
    static final CommandOption VERSION = flag("version", Text.of("显示版本", "show the version"));
    static final List<CommandOption> COMMON = List.of(LANG, VERBOSE, HELP);

    public static CommandOption flag(String name, Text summary) {
        return new CommandOption("", name, "", false, summary);
    }

    public static CommandOption value(String name, String argument, Text summary) {
        return new CommandOption("", name, argument, false, summary);
    }

    public static CommandOption required(String name, String argument, Text summary) {
        return new CommandOption("", name, argument, true, summary);
    }

    /** The same option with a short form. */
    public CommandOption as(String shortForm) {
        return new CommandOption(shortForm, name, argument, required, summary);
    }

    Option parsed() {
        return (letter.isEmpty() ? Option.builder() : Option.builder(letter)).longOpt(name).hasArg(!argument.isEmpty()).get();
    }

    /** {@code -o, --out DIR}. */
    String shown() {
        String words = (letter.isEmpty() ? "" : "-" + letter + ", ") + "--" + name;
        return argument.isEmpty() ? words : words + " " + argument;
    }

    String summary(Lang lang) {
        return summary.in(lang) + (required ? Text.of("（必填）", " (required)").in(lang) : "");
    }
}
