package goalsheet.cli;

import goalsheet.text.Lang;
import goalsheet.text.Nearest;
import goalsheet.text.Text;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The overview of all commands, or the page of one. */
final class HelpCommand implements Command {
    private final List<Command> commands;

    /** @param others in the order of the overview */
    HelpCommand(List<Command> others) {
        commands = Stream.concat(others.stream(), Stream.of(this)).toList();
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public Text summary() {
        return Text.of("显示用法", "show how to use it");
    }

    @Override
    public Text operands() {
        return Text.of("[命令]", "[command]");
    }

    @Override
    public ExitCode run(Call call) {
        Lang lang = call.lang();
        List<String> lines = switch (call.operands().size()) {
            case 0 -> overview(lang);
            case 1 -> page(find(call.operands().get(0)), lang);
            default -> throw new UserError(Text.of("help 后面最多写一个命令，例如：help version", "help takes one command at most: help version"));
        };
        lines.forEach(call.out()::println);
        return ExitCode.CLEAN;
    }

    /** @throws UsageError with the nearest name when there is no such command */
    Command find(String name) {
        for (Command command : commands) {
            if (command.name().equals(name)) {
                return command;
            }
        }
        Text hint = new File(name).exists() ? Text.of("要检查它，写：check \"{name}\"", "To check it: check \"{name}\"") : Nearest.to(name, commands.stream().map(Command::name).toList())
                .map(near -> Text.of("您是不是想用 " + near + "？", "Did you mean " + near + "?"))
                .orElse(Text.of("运行 help 可查看全部命令。", "Run help for the list of commands."));
        throw new UsageError(Text.of("没有“{name}”这个命令。" + hint.zh(), "There is no command \"{name}\". " + hint.en())
                .with(Map.of("name", Text.same(name))));
    }

    List<String> overview(Lang lang) {
        List<String> lines = new ArrayList<>();
        lines.add(Text.of("goalsheet：生成、填写、检查预算绩效目标表", "goalsheet: generates, fills and checks workbooks of budget performance goals").in(lang));
        lines.add("");
        lines.add(Text.of("用法：goalsheet 命令 [选项] [文件……]", "usage: goalsheet COMMAND [options] [files...]").in(lang));
        lines.add("");
        int width = commands.stream().mapToInt(command -> command.name().length()).max().orElse(0);
        for (Command command : commands) {
            lines.add(row(command.name(), width, command.summary().in(lang)));
        }
        lines.add("");
        lines.addAll(options(Stream.concat(CommandOption.COMMON.stream(), Stream.of(CommandOption.VERSION)).toList(), lang));
        lines.add("");
        lines.add(Text.of("某条命令的详细用法：goalsheet help 命令", "more about one of them: goalsheet help COMMAND").in(lang));
        return lines;
    }

    List<String> page(Command command, Lang lang) {
        List<String> lines = new ArrayList<>();
        lines.add(command.name() + Text.of("：", ": ").in(lang) + command.summary().in(lang));
        lines.add("");
        lines.add((Text.of("用法：", "usage: ").in(lang) + "goalsheet " + command.name() + Text.of(" [选项] ", " [options] ").in(lang)
                + command.operands().in(lang)).stripTrailing());
        lines.add("");
        lines.addAll(options(Stream.concat(command.options().stream(), CommandOption.COMMON.stream()).toList(), lang));
        if (!command.details().isEmpty()) {
            lines.add("");
            lines.addAll(command.details().in(lang).lines().toList());
        }
        return lines;
    }

    private static List<String> options(List<CommandOption> options, Lang lang) {
        int width = options.stream().mapToInt(option -> option.shown().length()).max().orElse(0);
        return options.stream().map(option -> row(option.shown(), width, option.summary(lang))).toList();
    }

    private static String row(String name, int width, String summary) {
        return "  " + name + " ".repeat(width - name.length() + 2) + summary;
    }
}
