package goalsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DroppedTest {
    @Test
    void readsWhatExplorerPasses() {
        assertThat(Dropped.paths("\" \"")).isEmpty();
        assertThat(Dropped.paths("\"  \"C:\\2027 预算\\a.xlsx\"\"")).containsExactly("C:\\2027 预算\\a.xlsx");
        assertThat(Dropped.paths("\" C:\\a&b\\x^(1)!.xlsx\"")).containsExactly("C:\\a&b\\x^(1)!.xlsx");
        assertThat(Dropped.paths("\" C:\\a,b;c=d.xlsx \"D:\\两 个\\%b%.xlsx\" \\\\server\\共享\\c.xlsx\""))
                .containsExactly("C:\\a,b;c=d.xlsx", "D:\\两 个\\%b%.xlsx", "\\\\server\\共享\\c.xlsx");
        assertThat(Dropped.paths("")).isEmpty();
    }

    @Test
    void takesThePlaceOfItsWord() {
        Map<String, String> environment = Map.of("GOALSHEET_DROPPED", "\" C:\\a&b.xlsx\"");
        assertThat(Dropped.expand(new String[] {"check", "--open", "--dropped"}, environment)).isEqualTo(List.of("check", "--open", "C:\\a&b.xlsx"));
        assertThat(Dropped.expand(new String[] {"check", "a.xlsx"}, environment)).isEqualTo(List.of("check", "a.xlsx"));
        assertThat(Dropped.expand(new String[] {"--dropped"}, Map.of())).isEmpty();
    }
}
