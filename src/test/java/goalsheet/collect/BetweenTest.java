package goalsheet.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two units' indicators are alike by their names and values; a row without either is none. */
class BetweenTest {
    /** @param begun rows in which nothing but the first level is chosen */
    @ParameterizedTest
    @CsvSource({
            "乙项目, 20, 5, 0, COL007 301001|COL007 301002",
            "乙项目, 20, 4, 0, ''",
            "乙项目, 20, 4, 1, ''",
            "乙项目, 20, 5, 1, COL007 301001|COL007 301002",
            "甲项目, 10, 3, 1, COL002 301001|COL002 301002",
            "甲项目, 10, 0, 1, ''"})
    void alike(String name, String budget, int indicators, int begun, String expected, @TempDir Path folder) throws IOException {
        try (Handmade handmade = new Handmade(folder).listed("301001", "城关镇", "").listed("301002", "柳河镇", "")) {
            handmade.sent("a.xlsx", "301001", "城关镇", "2026-11-01T08:00:00Z", List.of(), project("甲项目", "10", indicators, begun))
                    .sent("b.xlsx", "301002", "柳河镇", "2026-11-01T09:00:00Z", List.of(), project(name, budget, indicators, 0));
            assertThat(handmade.conclude().remarks().stream().map(remark -> remark.note().rule() + " " + remark.unit())).containsExactly(expected.isEmpty() ? new String[0] : expected.split("\\|"));
        }
    }

    private static Content[] project(String name, String budget, int indicators, int begun) {
        List<Content> contents = new ArrayList<>(List.of(Handmade.project(1, name, budget, budget)));
        for (int row = 1; row <= indicators; row++) {
            contents.addAll(List.of(indicator(row, "level3", "C", "指标" + row), indicator(row, "value", "F", row + "件")));
        }
        for (int row = indicators + 1; row <= indicators + begun; row++) {
            contents.add(indicator(row, "level1", "A", "产出指标"));
        }
        return contents.toArray(Content[]::new);
    }

    private static Content indicator(int row, String field, String column, String content) {
        return new Content("project", 1, "indicators", row, field, "项目1", column + (9 + row), content, Optional.empty());
    }
}
