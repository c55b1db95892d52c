package goalsheet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What must hold of every coded rule. */
class CodedRulesTest {

    @Test
    void everyRuleIsFoundByItsId() {
        assertThat(CodedRules.all().stream().flatMap(coded -> coded.rules().stream()).map(Rule::id))
                .contains("IND001", "IND004", "IND017", "AMT004", "AMT005", "COD001", "COD003").doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[A-Z]{3}\\d{3}"));
        for (CodedRule coded : CodedRules.all()) {
            assertThat(coded.rules()).allSatisfy(rule -> assertThat(CodedRules.of(rule.id())).containsSame(coded));
        }
        assertThat(CodedRules.of("XXX999")).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> saysEverythingInBothLanguages() {
        return rules().map(rule -> DynamicTest.dynamicTest(rule.id(), () -> {
            for (Text text : List.of(rule.summary(), rule.message(), rule.remedy())) {
                assertThat(text.zh()).containsPattern("[\\u4e00-\\u9fff]{2}").doesNotContain("\"");
                assertThat(text.en()).containsPattern("[a-z]{3} ").doesNotContain("“");
            }
            assertThat(rule.fires()).isNotEmpty();
            assertThat(rule.passes()).isNotEmpty();
        }));
    }

    @TestFactory
    Stream<DynamicTest> firesOnItsExamplesAndOnlyAtTheLastRow() {
        return rules().flatMap(rule -> rule.fires().stream().map(example -> DynamicTest.dynamicTest(rule.id() + " " + example.sheets(), () -> {
            List<Finding> found = Forms.check(Forms.use(rule.id()), Forms.of(example));
            assertThat(found).hasSize(1);
            Finding finding = found.get(0);
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.place().sheet()).isEqualTo("项目" + example.sheets().size());
            if (finding.place().field().equals("value")) {
                assertThat(finding.place().cell()).endsWith(String.valueOf(example.rows().size() + 1));
            }
            for (Lang lang : Lang.values()) {
                assertThat(finding.message().in(lang)).contains(finding.value()).doesNotContain("{");
                assertThat(finding.remedy().in(lang)).isNotEmpty().doesNotContain("{");
            }
        })));
    }

    @TestFactory
    Stream<DynamicTest> passesItsNearMisses() {
        return rules().flatMap(rule -> rule.passes().stream().map(example -> DynamicTest.dynamicTest(rule.id() + " " + example.sheets(), () ->
                assertThat(Forms.told(Forms.use(rule.id()), Forms.of(example))).isEmpty())));
    }

    private static Stream<Rule> rules() {
        return CodedRules.all().stream().flatMap(coded -> coded.rules().stream());
    }
}
