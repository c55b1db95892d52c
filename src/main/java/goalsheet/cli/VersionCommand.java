package goalsheet.cli;

import goalsheet.text.Text;

/** Says which version this is, and what it runs on: the first thing support asks. */
final class VersionCommand implements Command {

    @Override
    public String name() {
        return "version";
    }

    @Override
    public Text summary() {
        return Text.of("显示版本", "show the version");
    }

    @Override
    public ExitCode run(Call call) {
        if (!call.operands().isEmpty()) {
            throw new UserError(Text.of("version 命令后面不用再写内容", "version takes nothing after it"));
        }
        call.say(Text.same("goalsheet " + Version.current()));
        call.say(Text.same("Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")));
        return ExitCode.CLEAN;
    }
}
