package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.RawEdit;
import goalsheet.expr.Value;
import goalsheet.generate.FormWriter;
import goalsheet.layout.Layout;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms made from another template than the one they name, or from another version of it. */
class OtherTemplateTest {
    @TempDir
    Path folder;

    private Path blank(String from, String to) throws Exception {
        String yaml = Files.readString(Path.of("templates/hebei-2023.yaml"));
        assertThat(yaml).contains(from);
        Template template = TemplateLoader.parse("hebei-2023.yaml", yaml.replaceFirst(from, to));
        Path file = folder.resolve("form.xlsx");
        FormWriter.write(Layout.of(template, FormWriter.blank(template, Lang.ZH, Optional.of(1))), path -> Value.BLANK, Optional.empty(), file, false);
        return file;
    }

    private static List<String> identity(Path file) {
        return Returned.told(file).stream().filter(line -> !line.contains("STR001")).toList();
    }

    @Test
    void aChangedTemplateIsToldOnceWithWhatIsDifferent() throws Exception {
        assertThat(identity(blank("2023年部门预算绩效目标申报表", "2023年度申报表"))).containsExactly("ERROR IDN005 !", "ERROR INT004 封面!A1");
    }

    @Test
    void anotherVersionIsNotChecked() throws Exception {
        assertThat(Returned.told(blank("version: 1", "version: 2"))).containsExactly("ERROR IDN004 !");
    }

    @Test
    void anUnknownTemplateIsNotChecked() throws Exception {
        assertThat(Returned.told(blank("template: hebei-2023", "template: hebei-2099"))).containsExactly("ERROR IDN002 !");
    }

    /** Where one form is collected, others may well be known here. */
    @Test
    void anotherFormThanTheOneCollectedIsSaidToBeAnother() throws Exception {
        Checker checker = Checker.only(TemplateLoader.load(Path.of("templates/hebei-2023.yaml")), Optional.empty());
        assertThat(checker.check(blank("template: hebei-2023", "template: central-2021")).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule().id()).isEqualTo("IDN002");
            assertThat(finding.message().zh() + finding.remedy().zh()).isEqualTo("交来的是另一种表（central-2021），这次收的是 hebei-2023。请填这次下发的表；已填的内容可以复制过去（粘贴为数值）。");
            assertThat(finding.message().en()).isEqualTo("This is another form (central-2021); hebei-2023 is collected.");
        });
    }

    @Test
    void aWorkbookWithoutIdentityIsNotOurs() throws Exception {
        Path without = folder.resolve("without.xlsx");
        RawEdit.of(blank("version: 1", "version: 1")).removeSheet("_goalsheet").save(without);
        assertThat(Returned.told(without)).containsExactly("ERROR IDN001 !");
    }
}
