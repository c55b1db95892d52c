package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** cmd cannot be run everywhere; these hold what it is known to stumble over. */
class RunBatTest {
    private final String text;

    RunBatTest() throws IOException {
        text = Files.readString(Path.of("run.bat"), StandardCharsets.ISO_8859_1);
    }

    @Test
    void everyLineEndsForCmd() throws IOException {
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(text).endsWith("\r\n");
        assertThat(Files.readString(Path.of(".gitattributes"))).contains("*.bat text eol=crlf\n");
    }

    @Test
    void isAscii() {
        assertThat(text.chars().filter(c -> c > 126).toArray()).isEmpty();
    }

    @Test
    void everyJumpHasItsLabelOnce() {
        List<String> labels = text.lines().filter(line -> line.startsWith(":")).map(line -> line.substring(1)).toList();
        List<String> jumps = java.util.regex.Pattern.compile("(?:goto |call :)(\\w+)").matcher(text).results().map(match -> match.group(1)).distinct().toList();
        assertThat(labels).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(jumps);
    }

    @Test
    void everyPathIsQuoted() {
        // In percent form a path may hold "&" or ")": it must stand within quotes wherever cmd reads the line.
        for (String name : List.of("HERE", "JAVA", "JAR", "CANDIDATE", "RELEASE", "ANSWER", "OLD", "FIRST", "ARCHIVE")) {
            text.lines().filter(line -> line.contains("%" + name)).forEach(line -> {
                for (int at = line.indexOf("%" + name); at >= 0; at = line.indexOf("%" + name, at + 1)) {
                    long quotes = line.substring(0, at).chars().filter(c -> c == '"').count();
                    assertThat(quotes % 2).as("%s quoted in: %s", name, line).isOne();
                }
            });
        }
    }

    @Test
    void turnsDelayedExpansionOffBeforeReadingAnyPath() {
        List<String> lines = text.lines().map(String::strip).toList();
        assertThat(lines.indexOf("setlocal DisableDelayedExpansion")).isPositive()
                .isLessThan(lines.indexOf("set \"HERE=%~dp0\"")).isLessThan(lines.indexOf("set \"FIRST=%~1\""));
        assertThat(lines.subList(lines.indexOf("setlocal DisableDelayedExpansion"), lines.size())).noneMatch(line -> line.contains("!"));
    }

    @Test
    void startsTheProgramInItsThreeWays() {
        assertThat(text.lines().filter(line -> line.startsWith("\"%JAVA%\""))).containsExactly(
                "\"%JAVA%\" %FLAGS% -jar \"%JAR%\" %*",
                "\"%JAVA%\" %FLAGS% -jar \"%JAR%\" help",
                "\"%JAVA%\" %FLAGS% -jar \"%JAR%\" check --open --dropped",
                "\"%JAVA%\" %FLAGS% -jar \"%JAR%\" check --open %*");
        assertThat(text).contains("chcp 65001 >nul\r\n").contains("if %MAJOR% GEQ 17 set \"JAVA=%CANDIDATE%\"\r\n").contains("pause\r\nexit %CODE%\r\n");
    }
}
