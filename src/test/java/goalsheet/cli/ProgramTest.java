package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.text.Text;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** A command with every kind of option, doing what the test says. */
    private record Weigh(Work work) implements Command {
        interface Work {
            ExitCode on(Call call) throws Exception;
        }

        @Override
        public String name() {
            return "weigh";
        }

        @Override
        public Text summary() {
            return Text.of("称重", "weigh things");
        }

        @Override
        public Text operands() {
            return Text.of("文件……", "FILE...");
        }

        @Override
        public List<CommandOption> options() {
            return List.of(CommandOption.required("unit", "kg|t", Text.of("单位", "the unit")), CommandOption.flag("round", Text.of("取整", "round it")));
        }

        @Override
        public Text details() {
            return Text.of("例：goalsheet weigh --unit kg a.xlsx", "Example: goalsheet weigh --unit kg a.xlsx");
        }

        @Override
        public ExitCode run(Call call) throws Exception {
            return work.on(call);
        }
    }

    private int run(Weigh.Work work, String... words) {
        out.reset();
        err.reset();
        Program program = new Program(List.of(new VersionCommand(), new Weigh(work)), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return program.run(List.of(words)).number();
    }

    private int run(String... words) {
        return run(call -> ExitCode.CLEAN, words);
    }

    private List<String> out() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<String> err() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @AfterEach
    void quietAgain() {
        Logging.verbose(false);
    }

    @Test
    void passesOptionsAndOperands() {
        Weigh.Work shows = call -> {
            call.out().println(call.lang() + " " + call.verbose() + " " + call.value("unit") + " " + call.values("unit") + " " + call.has("round") + " " + call.operands());
            call.say(Text.of("好", "good"));
            return ExitCode.ERRORS_FOUND;
        };
        assertThat(run(shows, "weigh", "--unit=t", "预算 1.xlsx", "--", "--round")).isEqualTo(1);
        assertThat(out()).containsExactly("ZH false Optional[t] [t] false [预算 1.xlsx, --round]", "好");
        assertThat(run(shows, "--lang", "en", "--verbose", "weigh", "--unit", "kg", "--unit", "t", "--round", "a")).isEqualTo(1);
        assertThat(out()).containsExactly("EN true Optional[t] [kg, t] true [a]", "good");
        assertThat(err()).isEmpty();
    }

    @Test
    void saysWhichCommandWasMeant() {
        assertThat(run("weih", "--unit", "t")).isEqualTo(2);
        assertThat(err()).containsExactly("没有“weih”这个命令。您是不是想用 weigh？", "There is no command \"weih\". Did you mean weigh?");
        assertThat(run("--lang", "en", "dance")).isEqualTo(2);
        assertThat(err()).containsExactly("There is no command \"dance\". Run help for the list of commands.");
        assertThat(run("--lang", "zh", "pom.xml")).isEqualTo(2);
        assertThat(err()).containsExactly("没有“pom.xml”这个命令。要检查它，写：check \"pom.xml\"");
        assertThat(out()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAnOption() {
        Map<List<String>, String> wrong = Map.of(
                List.of("weigh", "--unt", "t"), "weigh 命令没有“--unt”这个选项。您是不是想用 --unit？",
                List.of("weigh", "--unit"), "选项 --unit 后面要写一个值：--unit kg|t。",
                List.of("weigh", "--round"), "缺少选项 --unit kg|t：单位。",
                List.of("version", "--zzzzzzz=1"), "version 命令没有“--zzzzzzz=1”这个选项。运行 help version 可查看全部选项。",
                List.of("version", "--lang", "fr"), "--lang 只能是 zh（中文）或 en（英文），不能是“fr”。");
        wrong.forEach((words, message) -> {
            assertThat(run(words.toArray(String[]::new))).as("%s", words).isEqualTo(2);
            assertThat(err()).as("%s", words).hasSize(2).startsWith(message);
        });
    }

    @Test
    void helpsWithAllAndWithOne() {
        List<String> page = List.of("weigh：称重", "", "用法：goalsheet weigh [选项] 文件……", "", "  --unit kg|t   单位（必填）", "  --round       取整",
                "  --lang zh|en  界面语言，默认中文", "  --verbose     显示详细过程和出错细节", "  --help        显示这条命令的用法", "", "例：goalsheet weigh --unit kg a.xlsx");
        assertThat(run("weigh", "--help")).isZero();
        assertThat(out()).isEqualTo(page);
        assertThat(run("help", "weigh")).isZero();
        assertThat(out()).isEqualTo(page);
        assertThat(run("help", "--lang", "en")).isZero();
        assertThat(out()).contains("  version  show the version", "  weigh    weigh things", "  help     show how to use it");
        List<String> overview = out();
        assertThat(run("--help", "--lang", "en")).isZero();
        assertThat(out()).isEqualTo(overview);
        assertThat(run("--lang", "en")).isEqualTo(2);
        assertThat(err()).isEqualTo(overview);
    }

    @Test
    void theVersionIsToldToWhoeverAsksAsOfOtherPrograms() {
        assertThat(run("version")).isZero();
        List<String> version = out();
        assertThat(run("--version")).isZero();
        assertThat(out()).isEqualTo(version).startsWith("goalsheet " + Version.current());
        assertThat(run("--lang", "en", "--version")).isZero();
        assertThat(out()).isEqualTo(version);
        assertThat(run("--help", "--lang", "en")).isZero();
        assertThat(out()).contains("  --version     show the version");
        assertThat(run("weigh", "--unit", "t", "--version")).isEqualTo(2);
        assertThat(err().get(0)).startsWith("weigh 命令没有“--version”这个选项。");
    }

    @Test
    void showsUserErrorsInTheUsersLanguageWithoutTrace() {
        Weigh.Work fails = call -> {
            throw new UserError(Text.of("模板不存在", "there is no such template"));
        };
        assertThat(run(fails, "weigh", "--unit", "t")).isEqualTo(2);
        assertThat(err()).containsExactly("模板不存在");
        assertThat(run(fails, "weigh", "--unit", "t", "--lang", "en")).isEqualTo(2);
        assertThat(err()).containsExactly("there is no such template");
        assertThat(run(fails, "weigh", "--unit", "t", "--verbose")).isEqualTo(2);
        assertThat(err()).startsWith("模板不存在").anyMatch(line -> line.contains("at goalsheet.cli.ProgramTest"));
    }

    @Test
    void putsTheUnexpectedIntoOneSentence() {
        Weigh.Work fails = call -> {
            throw new IllegalStateException("scale {broken}");
        };
        assertThat(run(fails, "weigh", "--unit", "t")).isEqualTo(2);
        assertThat(err()).containsExactly("程序出错，没有完成：scale {broken}。加上 --verbose 再运行一次可看到细节。");
        assertThat(run(fails, "weigh", "--unit", "t", "--verbose")).isEqualTo(2);
        assertThat(err()).startsWith("程序出错，没有完成：scale {broken}。").anyMatch(line -> line.startsWith("java.lang.IllegalStateException"));
        assertThat(run(call -> {
            throw new InvalidPathException("a\0b", "Nul character not allowed");
        }, "weigh", "--unit", "t")).isEqualTo(2);
        assertThat(err()).containsExactly("路径“a\0b”不对：Nul character not allowed");
    }

    @Test
    void everyShippedCommandHasBothLanguages() {
        assertThat(Main.COMMANDS).isNotEmpty().allSatisfy(command -> {
            assertThat(command.name()).matches("[a-z]+");
            assertThat(command.summary().zh()).isNotBlank().isNotEqualTo(command.summary().en());
            assertThat(command.summary().en()).isNotBlank();
            assertThat(command.options()).allSatisfy(option -> assertThat(option.summary().zh()).isNotBlank().isNotEqualTo(option.summary().en()));
        });
        assertThat(Main.COMMANDS).extracting(Command::name).doesNotHaveDuplicates().doesNotContain("help");
    }
}
