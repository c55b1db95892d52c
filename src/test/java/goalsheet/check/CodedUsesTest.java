package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.rule.Catalogue;
import goalsheet.rule.Severity;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a template says of a built-in rule: how grave it is there, and where it is looked at. */
class CodedUsesTest {
    private static final String INDICATORS = "sheet: project, table: indicators, ";

    @TempDir
    private static Path folder;
    private static Path court;

    @BeforeAll
    static void fill() {
        court = Returned.court(folder.resolve("court.xlsx"));
    }

    private static Template template(String rules) throws IOException {
        String form = Files.readString(Path.of("templates/hebei-2023.yaml"));
        return TemplateLoader.parse("form.yaml", form.substring(0, form.indexOf("\nrules:") + 1) + "rules:\n" + rules.indent(2));
    }

    /** What is told of the court's sheets with these rules only, apart from the form itself: that its rules have changed is seen. */
    private static List<String> told(String rules) throws IOException {
        Template template = template(rules);
        return new Checker(id -> Optional.of(template)).check(court).findings().stream().filter(finding -> !finding.rule().id().matches("(INT|IDN).*"))
                .map(Returned::line).toList();
    }

    @Test
    void aTemplateMakesARuleGraverOrLighter() throws IOException {
        assertThat(told("IND008: {" + INDICATORS + "on: [level3], name: [level3], kind: [level2], severity: error}")).containsExactly(
                "ERROR IND008 项目1!C12", "ERROR IND008 项目2!C12", "ERROR IND008 项目3!C12", "ERROR IND008 项目4!C12", "ERROR IND008 项目5!C12");
        assertThat(told("STR014: {sheet: project, on: [goals], severity: info}")).containsExactly("INFO STR014 项目1!B8", "INFO STR014 项目3!B8");
    }

    @Test
    void whatARuleItselfMadeLighterStaysSo() throws IOException {
        // ≥100% is only told, whatever the template thinks of 105%
        assertThat(told("IND004: {sheet: overall, table: subgoals, on: [indicators], form: [list], severity: warning}")).containsExactly("INFO IND004 部门整体!D8");
    }

    @Test
    void whenIsLookedAtSheetBySheet() throws IOException {
        assertThat(told("STR014: {sheet: project, on: [goals], when: budget > 20}")).containsExactly("WARNING STR014 项目3!B8");
        String alike = "on: [level3], value: [value], name: [level3], kind: [level2], when: budget > ";
        assertThat(told("IND015: {" + INDICATORS + alike + "100}")).as("a finding about a whole sheet").containsExactly("WARNING IND015 项目5!");
        assertThat(told("IND015: {" + INDICATORS + alike + "1000}")).isEmpty();
    }

    @Test
    void whenIsLookedAtRowByRow() throws IOException {
        assertThat(told("IND012: {" + INDICATORS + "on: [level3], name: [level3], when: 'and(level2 = \"时效指标\", budget > 100)'}"))
                .containsExactly("WARNING IND012 项目2!C13", "WARNING IND012 项目5!C13");
    }

    @Test
    void theCatalogueOfATemplateShowsItsSeverity() throws IOException {
        Template template = template("IND008: {" + INDICATORS + "on: [level3], name: [level3], kind: [level2], severity: error}");
        assertThat(Catalogue.of(template).stream().filter(rule -> rule.id().equals("IND008")).map(rule -> rule.severity())).containsExactly(Severity.ERROR);
        assertThat(Catalogue.builtIn().stream().filter(rule -> rule.id().equals("IND008")).map(rule -> rule.severity())).containsExactly(Severity.WARNING);
    }
}
