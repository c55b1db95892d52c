package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenerTest {
    private static final Path FILE = Path.of("预算 a&b,c.xlsx");

    @Test
    void asksTheDesktopOfEachSystem() {
        assertThat(Opener.command("Windows 11", FILE)).containsExactly("explorer.exe", "\"预算 a&b,c.xlsx\"");
        assertThat(Opener.command("Mac OS X", FILE)).containsExactly("open", "预算 a&b,c.xlsx");
        assertThat(Opener.command("Linux", FILE)).containsExactly("xdg-open", "预算 a&b,c.xlsx");
    }

    @Test
    void saysWhetherAProgramStarted() {
        assertThat(Opener.start(List.of("true"))).isTrue();
        assertThat(Opener.start(List.of("no-such-program-here"))).isFalse();
    }
}
