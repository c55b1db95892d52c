package goalsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> WORDS = List.of("check", "generate", "fill", "template", "产出指标", "效益指标", "满意度指标");

    @ParameterizedTest
    @CsvSource({"chekc, check", "chck, check", "generat, generate", "tempalte, template", "fil, fill", "check, check", "满意度指示, 满意度指标", "产出标, 产出指标"})
    void findsTheWordMeant(String typed, String meant) {
        assertThat(Nearest.to(typed, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"x", "open", "chocolate", "成本"})
    void suggestsNothingFarAway(String typed) {
        assertThat(Nearest.to(typed, WORDS)).isEmpty();
    }

    @Test
    void suggestsNothingFromNothing() {
        assertThat(Nearest.to("check", List.of())).isEmpty();
    }
}
