package goalsheet.rule;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.check.EnglishTest;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What must hold of every coded rule. */
class CodedRulesTest {
    /** Rules that tell once for a table what may be wrong with any of its rows. */
    private static final Set<String> ABOUT_TABLES = Set.of("STR015", "STR016");

    @Test
    void everyRuleIsFoundByItsId() {
        assertThat(CodedRules.all().stream().flatMap(coded -> coded.rules().stream()).map(Rule::id))
                .contains("IND001", "IND002", "IND003", "IND004", "COD001", "COD002", "COD003", "COD004", "STR010", "STR011", "STR012", "STR013",
                        "STR014", "STR015", "STR016", "AMT002", "AMT003", "AMT004", "AMT005", "IND017", "TXT001", "TXT002", "TXT003", "TXT004").doesNotHaveDuplicates()
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
        return rules().flatMap(rule -> entries(rule.fires()).map(example -> DynamicTest.dynamicTest(rule.id() + " " + example.sheets(), () -> {
            List<Finding> found = Forms.check(Forms.use(rule.id(), example), Forms.of(example));
            assertThat(found).as("%s %s", rule.id(), example.sheets()).hasSize(1);
            Finding finding = found.get(0);
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.place().sheet()).isEqualTo("项目" + example.sheets().size());
            if (finding.place().field().equals("value") && !ABOUT_TABLES.contains(rule.id())) {
                assertThat(finding.place().cell()).endsWith(Forms.isOnSheet(example) ? "1" : String.valueOf(example.rows().size() + 1));
            }
            for (Lang lang : Lang.values()) {
                assertThat(finding.message().in(lang)).contains(finding.found().in(lang)).doesNotContain("{");
                assertThat(finding.remedy().in(lang)).isNotEmpty().doesNotContain("{");
            }
            EnglishTest.speaksEnglish(finding, example.sheets().stream().flatMap(sheet -> Stream.concat(Stream.of(sheet.fields()), sheet.rows().stream())).flatMap(row -> row.values().stream()).toList());
            // What the check hands over is said in some language.
            String said = rule.message().zh() + rule.message().en() + rule.remedy().zh() + rule.remedy().en();
            assertThat(finding.arguments().keySet()).allMatch(name -> said.contains("{" + name + "}"));
        })));
    }

    @TestFactory
    Stream<DynamicTest> passesItsNearMisses() {
        return rules().flatMap(rule -> entries(rule.passes()).map(example -> DynamicTest.dynamicTest(rule.id() + " " + example.sheets(), () ->
                assertThat(Forms.told(Forms.use(rule.id(), example), Forms.of(example))).isEmpty())));
    }

    /** Deeds are done by the catalogue's test. */
    private static Stream<Example.Entries> entries(List<Example> examples) {
        return examples.stream().filter(Example.Entries.class::isInstance).map(Example.Entries.class::cast);
    }

    private static Stream<Rule> rules() {
        return CodedRules.all().stream().flatMap(coded -> coded.rules().stream());
    }
}
