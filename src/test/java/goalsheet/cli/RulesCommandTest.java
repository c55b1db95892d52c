package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesCommandTest {
    private static String run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        new Program(List.of(new RulesCommand()), stream, stream).run(List.of(words));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void rulesThatAreGoneAreNotListedButCanBeLookedUp() {
        assertThat(run("rules").lines()).anyMatch(line -> line.startsWith("STR008")).anyMatch(line -> line.startsWith("WGT001")).noneMatch(line -> line.startsWith("STR009"));
        assertThat(run("rules", "str009")).contains("# STR009 一个项目也没有填", "- **已停用**：从 0.1.0 版起不再检查。现在由 STR001 在第一张表上指出。");
        assertThat(run("rules", "-t", "hebei-2023", "STR009")).contains("已停用");
    }

    @Test
    void deedsAreToldInWords() {
        assertThat(run("rules", "INT002")).contains("## 会指出\n\n- “预算数合计”粘贴成了数值\n", "- **起用版本**：0.1.0").doesNotContain("constant cover");
        assertThat(run("rules", "INT002", "--lang", "en")).contains("## Fires\n\n- the total pasted as a value\n", "- **Since**: 0.1.0");
    }
}
