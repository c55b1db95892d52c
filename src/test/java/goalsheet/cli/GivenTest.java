package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.RawEdit;
import goalsheet.check.Returned;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers and paths as they are given to commands. */
class GivenTest {
    @TempDir
    private Path folder;
    private String said;

    private int run(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream console = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = new Program(Main.COMMANDS, console, console).run(Stream.of(words).map(Object::toString).toList()).number();
        said = out.toString(StandardCharsets.UTF_8).strip();
        return code;
    }

    @Test
    void theLimitsToldAreThoseThatHold() {
        for (String number : List.of("-1", "0", "513", "99999", "abc")) {
            assertThat(run("check", "--max-file", number, "samples/mistakes/returned.xlsx")).isEqualTo(2);
            assertThat(said).isEqualTo("--max-file 后面应是 1 到 512 的整数，不能是“" + number + "”。");
        }
        for (String number : List.of("abc", "0", "61")) {
            assertThat(run("generate", "-t", "templates/hebei-2023.yaml", "--sheets", number, "-o", folder, "--lang", "en")).isEqualTo(2);
            assertThat(said).isEqualTo("--sheets takes a whole number from 1 to 60, not '" + number + "'.");
        }
        assertThat(run("collect", "--threads", "0", "-r", "samples/roster.csv", "-o", folder, "samples")).isEqualTo(2);
        assertThat(said).isEqualTo("--threads 后面应是 1 到 9999 的整数，不能是“0”。");
    }

    @Test
    void aFolderIsNoRoster() {
        assertThat(run("generate", "-t", "templates/hebei-2023.yaml", "-r", "samples", "-o", folder)).isEqualTo(2);
        assertThat(said).isEqualTo("samples: 这是文件夹，请改为文件名。");
        assertThat(run("template", "check", "templates")).isEqualTo(2);
        assertThat(said).isEqualTo("templates 是文件夹，请改为文件名。");
    }

    @Test
    void pathsAreShownWithoutDetours() throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox/deeper")).getParent();
        Path form = RawEdit.of(Returned.court(folder.resolve("a.xlsx"))).text("项目1", "B4", "概算数").save(inbox.resolve("a.xlsx"));
        Files.delete(folder.resolve("a.xlsx"));
        assertThat(run("check", "--brief", inbox.resolve("deeper/.././."))).isEqualTo(1);
        assertThat(said.lines()).anyMatch(line -> line.startsWith(form + "  ")).contains("批注副本：" + inbox.resolve("a.checked.xlsx"));
        Path here = Path.of("").toAbsolutePath();
        assertThat(run("check", "--brief", here.relativize(inbox))).isEqualTo(1);
        assertThat(said.lines()).contains("批注副本：" + inbox.resolve("a.checked.xlsx"));
        assertThat(run("fix", form, "-o", folder.resolve("inbox/../b.xlsx"))).isZero();
        assertThat(said).contains(folder.resolve("b.xlsx").toString());
    }

    /** Behind a link, two dots lead to where the link leads. */
    @Test
    void detoursBehindALinkAreTaken() throws IOException {
        Path far = Files.createDirectories(folder.resolve("far/away"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), far);
        Returned.court(folder.resolve("far/a.xlsx"));
        assertThat(run("check", "--no-annotate", link.resolve("../a.xlsx"))).isZero();
        assertThat(run("check", "--no-annotate", folder.resolve("a.xlsx"))).isEqualTo(2);
    }
}
