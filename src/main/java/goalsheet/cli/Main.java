package goalsheet.cli;

import java.util.List;

/** Where the program starts, and the one list of its commands. */
public final class Main {
    /** In the order of the overview; {@code help} comes by itself. A new command is its class and its line here. */
    static final List<Command> COMMANDS = List.of(
            new GenerateCommand(), new FillCommand(), new CheckCommand(), new FixCommand(), new CollectCommand(), new TemplateCommand(), new RulesCommand(), new DemoCommand(), new VersionCommand());

    private Main() {
    }

    public static void main(String[] args) {
        // Column widths are measured with AWT fonts; no window is ever shown, and servers have no display.
        System.setProperty("java.awt.headless", "true");
        Console console = Console.ofProcess();
        ExitCode code = new Program(COMMANDS, console.out(), console.err()).run(Dropped.expand(args, System.getenv()));
        System.exit(console.close(code).number());
    }
}
