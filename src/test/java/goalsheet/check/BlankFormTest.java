package goalsheet.check;

import static goalsheet.check.Returned.told;
import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.expr.Value;
import goalsheet.generate.FormWriter;
import goalsheet.generate.Roster;
import goalsheet.layout.Form;
import goalsheet.layout.Layout;
import goalsheet.rule.Verdict;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form that nobody has touched lacks what must be filled in, and nothing else is wrong with it. */
class BlankFormTest {
    @TempDir
    private Path folder;

    private List<String> blank(Template template, Form form) {
        Path file = folder.resolve("form.xlsx");
        FormWriter.write(Layout.of(template, form), path -> Value.BLANK, Optional.empty(), file, true);
        Verdict verdict = Returned.check(file);
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.FINDINGS);
        return told(verdict);
    }

    private List<String> blank(String template, Lang lang) {
        return blank(Returned.template(template), FormWriter.blank(Returned.template(template), lang, Optional.empty()));
    }

    private static List<String> required(String... places) {
        return Stream.of(places).map(place -> "ERROR STR001 " + place).toList();
    }

    @Test
    void aBlankFormLacksTheRequiredFields() {
        assertThat(blank("hebei-2023", Lang.ZH)).isEqualTo(required("封面!C3", "封面!C4", "封面!C5", "封面!C6", "部门整体!A4", "项目1!B3"));
        assertThat(blank("hebei-2023", Lang.EN)).isEqualTo(required("Cover!C3", "Cover!C4", "Cover!C5", "Cover!C6", "Whole unit!A4", "Project 1!B3"));
        assertThat(blank("central-2021", Lang.ZH)).isEqualTo(required("封面!B3", "封面!D3", "封面!D4", "封面!B5", "项目（1）!C3"));
        assertThat(blank("central-2021", Lang.EN)).isEqualTo(required("Cover!B3", "Cover!D3", "Cover!D4", "Cover!B5", "Project (1)!C3"));
    }

    @Test
    void whatTheOfficeKnowsIsNotAskedFor() {
        Template template = Returned.template("hebei-2023");
        Roster roster = Roster.read(template, Returned.SAMPLES.resolve("roster.csv"));
        Form form = FormWriter.of(template, roster.units().get(0), Lang.ZH, 2);
        List<String> expected = new ArrayList<>(List.of("封面!C5", "封面!C6", "部门整体!A4"));
        for (int project = 1; project <= 5; project++) {
            for (String cell : List.of("B5", "B7", "C7", "D7", "F7", "B8", "A10")) {
                expected.add("项目" + project + "!" + cell);
            }
        }
        assertThat(blank(template, form)).as("five known projects, two spare sheets").isEqualTo(required(expected.toArray(String[]::new)));
    }
}
