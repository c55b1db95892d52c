package goalsheet.rule.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({"≧90%,≥90%", "≦2%,≤2%", "＝100％,=100%", "90（％）,90%", "90 (%),90%", "９０百分比,90%", "》95%,≥95%", ">=5件,≥5件", "１２月底,12月底",
        "ＫＭ５．５,KM5.5", "结案率≧90（%）、完成率(%)≦５,结案率≥90%、完成率(%)≤5"})
    void tidies(String text, String tidy) {
        assertThat(Spelling.tidy(text)).isEqualTo(tidy);
    }

    @Test
    void oddBlanksBecomeOrdinary() {
        assertThat(Spelling.tidy("\u00a0≥\t90\u3000% ")).isEqualTo("≥ 90 %");
    }

    @ParameterizedTest
    @ValueSource(strings = {"≥90%", "健全，有效；合理（可控）：是？", "3～5天", "不低于90%", "百分之百", "《2023年预算》", "工作完成率(%)", "占百分比", "a\nb"})
    void leavesWhatIsNormal(String text) {
        assertThat(Spelling.tidy(text)).isEqualTo(text);
    }

    @Test
    void keysIgnoreHowItIsWritten() {
        assertThat(Spelling.key("工作完成率（％）。")).isEqualTo(Spelling.key(" 工作 完成率(%)")).isNotEqualTo(Spelling.key("工作完成率"));
    }
}
