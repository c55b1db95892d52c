package goalsheet.cli;

import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the command, reads its options, runs it, and puts every failure into words. */
final class Program {
    private static final Text TRY_VERBOSE = Text.of("加上 --verbose 再运行一次可看到细节。", "Run it again with --verbose for details.");

    private final List<Command> commands;
    private final PrintStream out;
    private final PrintStream err;

    Program(List<Command> commands, PrintStream out, PrintStream err) {
        this.commands = commands;
        this.out = out;
        this.err = err;
    }

    ExitCode run(List<String> words) {
        Optional<Lang> asked = CommandWords.lang(words);
        Lang lang = asked.orElse(Lang.ZH);
        boolean verbose = CommandWords.verbose(words);
        Logging.verbose(verbose);
        try {
            FileNames.requireReadable(words);
            return run(CommandWords.of(words).versioned(), lang, verbose);
        } catch (UsageError e) {
            asked.map(List::of).orElse(List.of(Lang.values())).forEach(each -> err.println(e.text().in(each)));
            return ExitCode.COULD_NOT_RUN;
        } catch (UserError e) {
            return failed(e.text(), e, lang, verbose);
        } catch (InvalidPathException e) {
            Text text = FileNames.isLimited() ? FileNames.limited() : Text.of("路径“{path}”不对：{reason}", "The path \"{path}\" is not valid: {reason}")
                    .with(Map.of("path", Text.same(e.getInput()), "reason", Text.same(e.getReason())));
            return failed(text, e, lang, verbose);
        } catch (OutOfMemoryError e) {
            return failed(Text.of("内存不够。请关闭其他程序，或把文件分批处理。", "Out of memory. Close other programs, or process fewer files at once."), e, lang, verbose);
        } catch (Exception | StackOverflowError e) {
            Text text = Text.of("程序出错，没有完成：{what}。", "The program failed before it was done: {what}.")
                    .with(Map.of("what", Text.same(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())));
            return failed(verbose ? text : Text.of(text.zh() + TRY_VERBOSE.zh(), text.en() + " " + TRY_VERBOSE.en()), e, lang, verbose);
        }
    }

    private ExitCode run(CommandWords words, Lang lang, boolean verbose) throws Exception {
        HelpCommand help = new HelpCommand(commands);
        if (words.command().isEmpty()) {
            help.overview(lang).forEach((words.help() ? out : err)::println);
            return words.help() ? ExitCode.CLEAN : ExitCode.COULD_NOT_RUN;
        }
        Command command = help.find(words.command());
        if (words.help()) {
            help.page(command, lang).forEach(out::println);
            return ExitCode.CLEAN;
        }
        command.prepare();
        return command.run(new Call(words.parse(command), lang, verbose, out, err));
    }

    private ExitCode failed(Text text, Throwable cause, Lang lang, boolean verbose) {
        err.println(text.in(lang));
        if (verbose) {
            cause.printStackTrace(err);
        }
        return ExitCode.COULD_NOT_RUN;
    }
}
