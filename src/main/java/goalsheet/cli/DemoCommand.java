package goalsheet.cli;

import goalsheet.text.Text;
import goalsheet.xlsx.SafeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the main job on the samples, command by command as a person would type them. */
final class DemoCommand implements Command {

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public Text summary() {
        return Text.of("用自带样例走一遍全过程", "run the whole job on the samples");
    }

    @Override
    public List<CommandOption> options() {
        return List.of(CommandOption.value("out", "DIR", Text.of("存放结果的目录", "folder for the results")).as("o"), Shared.FORCE);
    }

    @Override
    public ExitCode run(Call call) throws IOException {
        Shared.noOperands(call);
        Path samples = Install.samples();
        if (!Files.isDirectory(samples)) {
            throw new UserError(Text.of("找不到样例目录：" + samples, "There is no folder of samples: " + samples));
        }
        Path out = call.path("out").orElse(Install.output("demo"));
        // Our own folder may be written anew; what lies in somebody else's is theirs.
        List<String> force = call.has("out") && !call.has("force") ? List.of() : List.of("--force");
        step(call, force, Text.of("1. 按单位名单生成空表，项目编码、名称、预算数已填好并锁定", "1. Forms for the units of a roster, with locked control figures"),
                "generate", "-t", "hebei-2023", "-r", samples.resolve("roster.csv"), "-o", out.resolve("forms"));
        step(call, force, Text.of("2. 用数据填好一份（迁安市人民法院 2023 年公开的五个项目）", "2. A form filled with data (five published projects of a county court)"),
                "fill", "-t", "hebei-2023", "-d", samples.resolve("qianan-court/data.yaml"), "-o", out.resolve("returned/336001.xlsx"));
        step(call, force, Text.of("3. 再填一份常见错误的例子", "3. Another one with common mistakes"),
                "fill", "-t", "hebei-2023", "-d", samples.resolve("mistakes/data.yaml"), "-o", out.resolve("returned/451003.xlsx"));
        step(call, force, Text.of("4. 检查两份交回的表，生成批注副本", "4. Both returned workbooks checked, annotated copies written"),
                "check", "--brief", "-o", out.resolve("checked"), out.resolve("returned"));
        county(call, force, samples.resolve("county"), out.resolve("county"));
        call.say(Text.of("全部结果在 " + out, "All results are in " + out));
        return ExitCode.CLEAN;
    }

    /** Twelve units, of which ten have sent something: twice, half a file, under another name, with mistakes, mended. */
    private static void county(Call call, List<String> force, Path samples, Path out) throws IOException {
        call.say(Text.of("5. 一个县的 12 个单位交回的表，汇总成一份", "5. What the twelve units of a county have sent, collected"));
        Path inbox = out.resolve("inbox");
        ByteArrayOutputStream unread = new ByteArrayOutputStream();
        Call quiet = new Call(call.line(), call.lang(), call.verbose(), new PrintStream(unread, true, StandardCharsets.UTF_8), call.err());
        for (String line : Files.readString(samples.resolve("inbox.csv")).lines().skip(1).toList()) {
            Path file = inbox.resolve(line.substring(line.indexOf(',') + 1));
            run(quiet, force, "fill", "-t", "hebei-2023", "-d", samples.resolve(line.substring(0, line.indexOf(','))), "-o", file);
            if (line.contains("未下载完")) {
                byte[] half = Files.readAllBytes(file);
                SafeFile.write(file, true, target -> target.write(half, 0, half.length / 2));
            }
        }
        run(call, List.of(), "collect", "-r", samples.resolve("roster.csv"), "-o", out.resolve("summary"), inbox);
        call.out().println();
    }

    private static void step(Call call, List<String> force, Text title, Object... words) {
        call.say(title);
        run(call, force, words);
        call.out().println();
    }

    private static void run(Call call, List<String> force, Object... words) {
        List<String> line = new ArrayList<>();
        for (Object word : words) {
            line.add(word.toString());
        }
        line.addAll(force);
        line.addAll(List.of("--lang", call.lang().name().toLowerCase(java.util.Locale.ROOT)));
        ExitCode code = new Program(Main.COMMANDS, call.out(), call.err()).run(line);
        if (code == ExitCode.COULD_NOT_RUN) {
            throw new UserError(Text.of("演示没有完成。", "The demo did not get to its end."));
        }
    }
}
