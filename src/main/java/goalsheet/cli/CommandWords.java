package goalsheet.cli;

import goalsheet.text.Lang;
import goalsheet.text.Nearest;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/**
 * The words of a command line, the command told from the rest.
 *
 * @param command "" when none was given
 * @param rest    without the command; the options every command has may also stand before it
 */
record CommandWords(String command, List<String> rest) {

    static CommandWords of(List<String> words) {
        int at = 0;
        while (at < words.size() && words.get(at).startsWith("-")) {
            at += words.get(at).equals("--lang") ? 2 : 1;
        }
        List<String> rest = new ArrayList<>(words);
        return at < words.size() ? new CommandWords(rest.remove(at), rest) : new CommandWords("", rest);
    }

    /** The language asked for, even when the rest of the line cannot be understood. */
    static Optional<Lang> lang(List<String> words) {
        Optional<Lang> lang = Optional.empty();
        List<String> options = beforeDashes(words);
        for (int i = 0; i < options.size(); i++) {
            String word = options.get(i);
            if (word.startsWith("--lang=")) {
                lang = lang(word.substring("--lang=".length()));
            } else if (word.equals("--lang") && i + 1 < options.size()) {
                lang = lang(options.get(i + 1));
            }
        }
        return lang;
    }

    static boolean verbose(List<String> words) {
        return beforeDashes(words).contains("--verbose");
    }

    boolean help() {
        return beforeDashes(rest).contains("--help");
    }

    /** As most programs take {@code --version} for the command. */
    CommandWords versioned() {
        String version = "--" + CommandOption.VERSION.name();
        return command.isEmpty() && !help() && rest.contains(version) ? new CommandWords("version", rest.stream().filter(word -> !word.equals(version)).toList()) : this;
    }

    /** @throws UsageError when an option is unknown, lacks its value or is missing */
    CommandLine parse(Command command) {
        List<CommandOption> known = Stream.concat(command.options().stream(), CommandOption.COMMON.stream()).toList();
        Options options = new Options();
        known.forEach(option -> options.addOption(option.parsed()));
        try {
            CommandLine line = DefaultParser.builder().setAllowPartialMatching(false).get().parse(options, rest.toArray(String[]::new));
            String lang = line.getOptionValue("lang", "zh");
            if (lang(lang).isEmpty()) {
                throw new UsageError(Text.of("--lang 只能是 zh（中文）或 en（英文），不能是“{value}”。", "--lang is zh (Chinese) or en (English), not \"{value}\".")
                        .with(Map.of("value", Text.same(lang))));
            }
            for (CommandOption option : known) {
                if (option.required() && !line.hasOption(option.name())) {
                    throw new UsageError(Text.of("缺少选项 {option}：{what}。", "The option {option} is missing: {what}.")
                            .with(Map.of("option", Text.same(option.shown()), "what", option.summary())));
                }
            }
            return line;
        } catch (UnrecognizedOptionException e) {
            throw unknown(command, e.getOption(), known);
        } catch (MissingArgumentException e) {
            String option = "--" + e.getOption().getLongOpt();
            String shown = known.stream().filter(each -> option.equals("--" + each.name())).map(CommandOption::shown).findFirst().orElse(option);
            throw new UsageError(Text.of("选项 {option} 后面要写一个值：{shown}。", "The option {option} needs a value: {shown}.")
                    .with(Map.of("option", Text.same(option), "shown", Text.same(shown))));
        } catch (ParseException e) {
            throw new UsageError(Text.of("命令行看不懂：{reason}", "The command line cannot be read: {reason}").with(Map.of("reason", Text.same(e.getMessage()))));
        }
    }

    private static UsageError unknown(Command command, String option, List<CommandOption> known) {
        String name = option.replaceFirst("^-+", "").replaceFirst("=.*", "");
        Text hint = Nearest.to(name, known.stream().map(CommandOption::name).toList())
                .map(near -> Text.of("您是不是想用 --" + near + "？", "Did you mean --" + near + "?"))
                .orElse(Text.of("运行 help " + command.name() + " 可查看全部选项。", "Run help " + command.name() + " for its options."));
        return new UsageError(Text.of("{command} 命令没有“{option}”这个选项。" + hint.zh(), "{command} has no option \"{option}\". " + hint.en())
                .with(Map.of("command", Text.same(command.name()), "option", Text.same(option))));
    }

    private static Optional<Lang> lang(String name) {
        return switch (name) {
            case "zh" -> Optional.of(Lang.ZH);
            case "en" -> Optional.of(Lang.EN);
            default -> Optional.empty();
        };
    }

    /** After {@code --} every word is an operand, whatever it looks like. */
    private static List<String> beforeDashes(List<String> words) {
        int dashes = words.indexOf("--");
        return dashes < 0 ? words : words.subList(0, dashes);
    }
}
