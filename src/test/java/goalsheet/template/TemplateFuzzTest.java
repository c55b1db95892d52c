package goalsheet.template;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.expr.Value;
import goalsheet.generate.FormWriter;
import goalsheet.generate.Painter;
import goalsheet.layout.Layout;
import goalsheet.rule.CodedRules;
import goalsheet.text.Lang;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;

/** Whatever somebody does to a template file, it is either a template that can be drawn, or told what is wrong with it. */
class TemplateFuzzTest {
    private static final List<List<String>> FILES = List.of(lines("templates/hebei-2023.yaml"), lines("templates/central-2021.yaml"),
            lines("src/test/resources/templates/equipment.yaml"), lines("src/test/resources/templates/mistakes.yaml"));
    private static final List<String> PIECES = List.of("", "0", "-1", "999999999999", "1e999999999", "~", "null", "[]", "{}", "[[]]", "\"", "'", "{", "}", "&a ", "*a", "!!x ",
            "{n}", "n", "true", "sum(", "project.name", "list.budget", "each project", "each x", ": ", "- ", "#", "\t", "\u0000", "\uD800", "😀", "　", "zh: ", "text", "percent", "list", "a.b.c", ".");

    @Property(tries = 400)
    void damagedTemplatesAreToldOrDrawn(@ForAll @IntRange(min = 0, max = 3) int file, @ForAll @IntRange(min = 1, max = 4) int changes, @ForAll long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(FILES.get(file));
        for (int i = 0; i < changes; i++) {
            change(lines, random);
        }
        String yaml = String.join("\n", lines);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                Template template = TemplateLoader.parse("t.yaml", yaml);
                CodedRules.problems(template, "t.yaml");
                Painter.paint(Layout.of(template, FormWriter.blank(template, Lang.EN, Optional.of(2))), path -> Value.BLANK);
            } catch (DefinitionException told) {
                assertThat(told.problems()).isNotEmpty();
                told.problems().forEach(problem -> assertThat(problem.line()).as("%s", problem).isBetween(0, lines.size() + 1));
            }
        }, () -> "seed " + seed);
    }

    private static void change(List<String> lines, Random random) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        int from = random.nextInt(line.length() + 1);
        int to = from + random.nextInt(Math.min(8, line.length() - from + 1));
        switch (random.nextInt(8)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.subList(at, Math.min(lines.size() - 1, at + random.nextInt(12))).clear();
            case 2 -> lines.add(random.nextInt(lines.size()), line);
            case 3 -> lines.set(at, line.substring(0, from) + line.substring(to));
            case 4 -> lines.set(at, line.substring(0, from) + PIECES.get(random.nextInt(PIECES.size())) + line.substring(to));
            case 5 -> lines.set(at, " ".repeat(random.nextInt(3)) + line);
            case 6 -> {
                // the value of a key becomes something else
                List<Integer> colons = new ArrayList<>();
                for (int i = line.indexOf(": "); i >= 0; i = line.indexOf(": ", i + 1)) {
                    colons.add(i);
                }
                if (!colons.isEmpty()) {
                    int colon = colons.get(random.nextInt(colons.size())) + 2;
                    int end = line.indexOf(',', colon);
                    lines.set(at, line.substring(0, colon) + PIECES.get(random.nextInt(PIECES.size())) + (end < 0 ? "" : line.substring(end)));
                }
            }
            default -> lines.set(at, lines.get(random.nextInt(lines.size())));
        }
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
