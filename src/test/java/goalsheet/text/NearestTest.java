package goalsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({"数量指标, 数量指标", "数里指标, 数量指标", "质指标, 质量指标", "服务对象, 服务对象满意度指标"})
    void suggestsWhatIsAlike(String typed, String meant) {
        assertThat(Nearest.to(typed, List.of("数量指标", "质量指标", "时效指标", "服务对象满意度指标"))).contains(meant);
    }

    /** The opposite sign would be as near as the right one. */
    @ParameterizedTest
    @CsvSource({"《", "无", "x", "大于等于"})
    void suggestsNothingWithoutAnythingInCommon(String typed) {
        assertThat(Nearest.to(typed, List.of("≥", "≤", "＝", "＞", "＜"))).isEmpty();
    }
}
