package goalsheet;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.report.RulePage;
import goalsheet.rule.Catalogue;
import goalsheet.rule.Rule;
import goalsheet.template.TemplateStore;
import goalsheet.text.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages under docs/rules say what the rules say. {@code mvn test -Dtest=RulePagesTest -Dgoalsheet.write=true} writes them anew. */
class RulePagesTest {
    private static final Path FOLDER = Path.of("docs/rules");

    private static Map<String, String> pages() {
        Map<String, Rule> rules = new TreeMap<>();
        TemplateStore store = new TemplateStore(Path.of("templates"));
        store.ids().forEach(id -> Catalogue.of(store.open(id)).forEach(rule -> rules.putIfAbsent(rule.id(), rule)));
        Catalogue.builtIn().forEach(rule -> rules.put(rule.id(), rule));
        Map<String, String> pages = new TreeMap<>();
        rules.values().forEach(rule -> pages.put(rule.id() + ".md", RulePage.of(rule, Lang.ZH, 1) + "\n---\n\n" + RulePage.of(rule, Lang.EN, 1)));
        Catalogue.removed().forEach(rule -> pages.put(rule.id() + ".md", RulePage.of(rule, Lang.ZH, 1) + "\n---\n\n" + RulePage.of(rule, Lang.EN, 1)));
        pages.put("README.md", "# 检查规则 Rules\n\n| | 级别 Severity | 问题 | Problem |\n|---|---|---|---|\n" + rules.values().stream()
                .map(rule -> "| [" + rule.id() + "](" + rule.id() + ".md) | " + rule.severity().label().zh() + " " + rule.severity().label().en() + " | "
                        + rule.summary().zh() + " | " + rule.summary().en() + " |\n").collect(Collectors.joining())
                + "\n已停用 Removed: " + Catalogue.removed().stream().map(rule -> "[" + rule.id() + "](" + rule.id() + ".md)").collect(Collectors.joining(", ")) + "\n");
        return pages;
    }

    @Test
    void pagesAreFresh() throws IOException {
        Map<String, String> wanted = pages();
        if (Boolean.getBoolean("goalsheet.write")) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> page : wanted.entrySet()) {
                Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
            }
        }
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                found.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(found).isEqualTo(wanted);
    }
}
