package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.RawEdit;
import goalsheet.rule.Finding;
import goalsheet.template.DefinitionException;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A unit's reason for an exception, written beside the row. */
class WaiversTest {
    @TempDir
    Path folder;

    @Test
    void aReasonMakesARemarkOfWhatMayBeExplained() throws Exception {
        Path filled = Returned.court(folder.resolve("court.xlsx"));
        Path excused = folder.resolve("excused.xlsx");
        RawEdit.of(filled).text("项目1", "J14", "　本项目为保障性经费，没有可量化的社会效益 ").save(excused);
        List<String> expected = Returned.told(filled).stream()
                .map(line -> line.matches("WARNING \\w+ 项目1!(F14|C14)") ? line.replace("WARNING", "INFO") : line).toList();
        List<Finding> after = Returned.check(excused).findings();
        assertThat(after.stream().map(Returned::line).toList()).isEqualTo(expected).contains("INFO IND001 项目1!F14", "WARNING IND001 项目2!F14");
        Finding waived = after.stream().filter(finding -> finding.place().sheet().equals("项目1") && finding.place().cell().equals("F14")).findFirst().orElseThrow();
        assertThat(waived.waiver()).isEqualTo("本项目为保障性经费，没有可量化的社会效益");
        assertThat(Returned.check(excused).waived().stream().map(Returned::line).toList()).isEqualTo(expected.stream().filter(line -> line.matches("INFO \\w+ 项目1!(F14|C14)")).toList());
        assertThat(waived.message().in(Lang.ZH)).endsWith("单位已说明理由：本项目为保障性经费，没有可量化的社会效益");
    }

    @Test
    void errorsCannotBeWaived() {
        String yaml = """
                template: x
                version: 1
                title: X
                unit: {code: s.code, name: s.code}
                sheets:
                  - id: s
                    name: S
                    fields: {code: {label: c}, a: {label: a, type: amount}}
                    columns: [10, 10]
                    rows: [{cells: [{text: t, span: 2}]}, {cells: [{field: code}, {field: a}]}]
                rules:
                  AMT901: {sheet: s, on: [a], check: a >= 0, severity: error, waivable: true, summary: s, message: m, remedy: r}
                """;
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> TemplateLoader.parse("x.yaml", yaml)).isInstanceOf(DefinitionException.class)
                .hasMessage("x.yaml:12: an error cannot be waived");
    }
}
