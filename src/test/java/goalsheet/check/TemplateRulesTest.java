package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.expr.Value;
import goalsheet.generate.FormWriter;
import goalsheet.layout.Form;
import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.template.FieldReader;
import goalsheet.template.FieldValue;
import goalsheet.template.RuleUse;
import goalsheet.template.Template;
import goalsheet.template.TemplateStore;
import goalsheet.text.Lang;
import goalsheet.xlsx.TableCell;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The rules that templates write themselves do what their examples say. */
class TemplateRulesTest {
    private static final TemplateStore STORE = new TemplateStore(Path.of("templates"));

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyExample() {
        return STORE.ids().stream().map(STORE::open).flatMap(template -> template.rules().stream().filter(RuleUse::isExpression).map(RuleUse::id).distinct()
                .flatMap(id -> {
                    RuleUse use = template.rules().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
                    return Stream.concat(Stream.of(DynamicTest.dynamicTest(id + " has examples, a reason and near misses", () -> {
                        assertThat(use.notes().fires()).isNotEmpty();
                        assertThat(use.notes().passes()).isNotEmpty();
                        assertThat(use.notes().why().isEmpty()).isFalse();
                    })), Stream.concat(tests(template, use, use.notes().fires(), true), tests(template, use, use.notes().passes(), false)));
                }));
    }

    private Stream<DynamicTest> tests(Template template, RuleUse use, List<Map<String, String>> examples, boolean fires) {
        return examples.stream().map(example -> DynamicTest.dynamicTest(template.id() + " " + use.id() + (fires ? " fires on " : " passes ") + example,
                () -> assertThat(found(template, use, example)).isEqualTo(fires)));
    }

    private boolean found(Template template, RuleUse use, Map<String, String> example) throws Exception {
        Layout layout = Layout.of(template, new Form(Lang.ZH, 1, Map.of()));
        SheetLayout sheet = layout.sheets().stream().filter(candidate -> candidate.def().id().equals(use.sheet())).findFirst().orElseThrow();
        Map<String, Value> values = new HashMap<>();
        example.forEach((field, typed) -> {
            String path = use.table().isEmpty() || field.contains("[") ? field : use.table() + "[1]." + field;
            FieldValue read = FieldReader.read(sheet.slot(path).orElseThrow().field().orElseThrow(), template.lists(), TableCell.text(typed), "");
            values.put(sheet.prefix() + path, ((FieldValue.Read) read).value());
        });
        Path file = folder.resolve("example.xlsx");
        FormWriter.write(layout, path -> values.getOrDefault(path, Value.BLANK), Optional.empty(), file, true);
        return new Checker(id -> Optional.of(template)).check(file).findings().stream().anyMatch(finding -> finding.rule().id().equals(use.id()));
    }
}
