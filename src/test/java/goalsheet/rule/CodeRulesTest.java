package goalsheet.rule;

import static goalsheet.rule.Forms.row;
import static goalsheet.rule.Forms.section;
import static goalsheet.rule.Forms.table;
import static goalsheet.rule.Forms.told;
import static goalsheet.rule.Forms.use;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeRulesTest {
    private static final String[] CODE_RULES = {"COD001", "COD002", "COD003"};

    private static Submission codes(String... codes) {
        return table(Arrays.stream(codes).map(code -> row("value", code)).toList());
    }

    @Test
    void publishedCodesAreClean() {
        assertThat(told(codes("13020023P00003910033L", "13020023P000039100348", "13020023P00003910035U", "13020023P00003910036F",
                "13020023P000039100373", "12000022P67371310001B", "52000022P00846010008H"), CODE_RULES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13020023P00003910033L", "12000022P67371310001B", "52000022P00846010008H"})
    void everySingleMistypedDigitOfATailIsNoticed(String code) {
        for (int at = 16; at < 20; at++) {
            char other = code.charAt(at) == '9' ? '0' : (char) (code.charAt(at) + 1);
            String wrong = code.substring(0, at) + other + code.substring(at + 1);
            assertThat(told(codes(wrong), CODE_RULES)).containsExactly("WARNING COD002 项目1!A2 " + wrong);
        }
    }

    @Test
    void shapeComesBeforeTheCheckCharacter() {
        assertThat(told(codes("13020023P0000391003L", "13020023P000039100330L", "130200-3P00003910033L", "13020023P00003910O33L",
                "13020023P00003920033L", "130200230000039100330", "项目编码"), CODE_RULES)).containsExactly(
                "WARNING COD001 项目1!A2 13020023P0000391003L", "WARNING COD001 项目1!A3 13020023P000039100330L",
                "WARNING COD001 项目1!A4 130200-3P00003910033L", "WARNING COD001 项目1!A5 13020023P00003910O33L",
                "WARNING COD001 项目1!A6 13020023P00003920033L", "WARNING COD001 项目1!A7 130200230000039100330", "WARNING COD001 项目1!A8 项目编码");
    }

    @Test
    void otherTypesAreOnlyTold() {
        assertThat(told(codes("13020023T0000392003OZ", "13020023Z00003910033", "13020023T000039?00330"), CODE_RULES))
                .containsExactly("INFO COD001 项目1!A3 13020023Z00003910033", "INFO COD001 项目1!A4 13020023T000039?00330");
    }

    @Test
    void spellingOfACodeIsOnlyTold() {
        Submission submission = codes("13020023p00003910033l", "１３020023P000039100348");
        assertThat(told(submission, CODE_RULES)).containsExactly("INFO COD001 项目1!A2 13020023p00003910033l", "INFO COD001 项目1!A3 １３020023P000039100348");
        assertThat(Forms.check(use("COD001"), submission)).extracting(finding -> finding.expected().zh())
                .containsExactly("13020023P00003910033L", "13020023P000039100348");
    }

    @Test
    void theCheckCharacterAskedForIsGivenAsAHint() {
        assertThat(Forms.check(use("COD002"), codes("13020023P00003910033M")).get(0).message().zh())
                .isEqualTo("项目编码“13020023P00003910033M”的校验位不符：按前 20 位推算，最后一位应为 L。编码可能录入有误。");
    }

    @Test
    void aCodeUsedAgainPointsToTheFirst() {
        String code = "13020023P00003910033L";
        Submission submission = Forms.of(section(1, row("title", "", "value", code), List.of()), section(2, row("value", "13020023P000039100348"), List.of()),
                section(3, row("value", code.toLowerCase(java.util.Locale.ROOT)), List.of()), section(4, row("value", ""), List.of()), section(5, row("value", ""), List.of()),
                section(6, row("value", " " + code), List.of()));
        assertThat(told(use("COD003", "", Map.of()), submission)).containsExactly("ERROR COD003 项目3!A1 " + code, "ERROR COD003 项目6!A1 " + code);
        assertThat(Forms.check(use("COD003", "", Map.of()), submission)).extracting(finding -> finding.message().zh())
                .containsOnly("项目编码“13020023P00003910033L”与“项目1”B1 单元格的重复。");
    }
}
