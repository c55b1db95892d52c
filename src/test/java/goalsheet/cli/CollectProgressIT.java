package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.collect.County;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever waits for a collection sees of it: the packed program on a terminal, and in a pipe. */
class CollectProgressIT {
    private static final Path TERMINAL = Path.of("/usr/bin/script");

    @TempDir
    private Path folder;

    private String said(String... start) throws Exception {
        County.of(folder, 40, 7);
        Files.writeString(folder.resolve("form.yaml"), Files.readString(Path.of("templates/hebei-2023.yaml")).replaceFirst("(?m)^version: 1$", "version: 2"));
        String command = "java -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -jar target/goalsheet.jar collect --no-papers -r " + folder.resolve("单位名单.csv") + " -t " + folder.resolve("form.yaml") + " -o " + folder.resolve("out")
                + " " + folder.resolve("收到的文件");
        Process process = new ProcessBuilder(start.length == 0 ? new String[] {"sh", "-c", command} : new String[] {start[0], "-qec", command, "/dev/null"}).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(ExitCode.ERRORS_FOUND.number());
        return said;
    }

    @Test
    void onATerminalABarWithRateAndTimeLeft() throws Exception {
        assumeTrue(Files.isExecutable(TERMINAL));
        assertThat(said(TERMINAL.toString())).containsPattern("检查 +\\d+% \\[=+>? *] +\\d+/\\d+份 \\([^)]*\\) +[\\d.?]+份/s");
    }

    @Test
    void inAPipeNoBar() throws Exception {
        assertThat(said()).contains("共 ").doesNotContain("[=", "\r");
    }
}
