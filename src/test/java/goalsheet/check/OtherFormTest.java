package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.expr.Value;
import goalsheet.generate.FormWriter;
import goalsheet.generate.Sample;
import goalsheet.layout.Layout;
import goalsheet.rule.Verdict;
import goalsheet.text.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A form that has nothing to do with budgets goes the same way: what a form is, only its file says. */
class OtherFormTest {
    /** Words of the forms that are shipped, looked for outside comments. Packages of rules know the trade, the commands' help and the demo show it. */
    private static final List<String> FORM_WORDS = List.of("产出", "效益", "满意度", "绩效", "预算数", "财政资金", "资金用途", "支出计划", "分值", "hebei", "central-", "qianan");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Lang.class)
    void filledWellItIsClean(Lang lang) {
        Sample sample = new Sample("equipment", "filled", lang);
        assertThat(findings(sample, sample.values())).isEmpty();
        assertThat(verdict(sample, sample.values())).extracting(Verdict::outcome, Verdict::unitCode, Verdict::unitName, Verdict::template, Verdict::templateVersion)
                .containsExactly(Verdict.Outcome.CLEAN, "0305", "赵敏", "equipment", 3);
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void mistakesAreFoundAndNothingElse(Lang lang) {
        Sample sample = new Sample("equipment", "filled", lang);
        Map<String, Value> changes = new HashMap<>();
        changes.put("register.items[1].pieces", Value.of(3));
        changes.put("register.items[2].model", Value.of("桌"));
        changes.put("register.items[3].pieces", Value.BLANK);
        changes.put("register.items[4].price", Value.of("不知道"));
        changes.put("register.day", Value.of(java.time.LocalDate.of(2027, 1, 1)));
        changes.put("register.use", Value.of(120));
        String tab = lang == Lang.ZH ? "设备登记" : "Register";
        List<String> expected = List.of("STR003 " + tab + "!G2", "STR003 " + tab + "!C3", "EQP001 " + tab + "!D6", "STR005 " + tab + "!C7", "STR001 " + tab + "!D8", "STR002 " + tab + "!E9");
        assertThat(findings(sample, path -> changes.getOrDefault(path, sample.values().apply(path)))).containsExactlyElementsOf(expected);
    }

    @Test
    void theBlankFormLacksWhatItRequires() {
        Sample sample = new Sample("equipment", "blank", Lang.ZH);
        assertThat(findings(sample, sample.values())).containsExactly("STR001 设备登记!C2", "STR001 设备登记!E2", "STR001 设备登记!G2", "STR001 设备登记!B6");
    }

    private List<String> findings(Sample sample, Function<String, Value> values) {
        return verdict(sample, values).findings().stream().map(finding -> finding.rule().id() + " " + finding.place().sheet() + "!" + finding.place().cell()).toList();
    }

    private Verdict verdict(Sample sample, Function<String, Value> values) {
        Path file = folder.resolve("register.xlsx");
        Layout layout = sample.layout();
        FormWriter.write(layout, values, Optional.empty(), file, true);
        return new Checker(id -> Optional.of(layout.template()).filter(template -> template.id().equals(id))).check(file);
    }

    @Test
    void noJavaKnowsAForm() throws IOException {
        Path sources = Path.of("src/main/java/goalsheet");
        try (Stream<Path> files = Files.walk(sources)) {
            List<String> found = files.filter(file -> file.toString().endsWith(".java")).filter(file -> !List.of("rule", "cli").contains(sources.relativize(file).getName(0).toString()))
                    .flatMap(file -> words(file).map(word -> sources.relativize(file) + ": " + word)).toList();
            // percentages of an amount, period by period, have this name in the trade whatever the form: their sheet is there only where a form has such
            assertThat(found).containsExactly("collect/summary/DefaultLayout.java: 支出计划");
        }
        // proof that the search finds something where something is
        assertThat(words(sources.resolve("cli/DemoCommand.java"))).contains("hebei");
    }

    private static Stream<String> words(Path file) {
        try {
            String text = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)//.*$", "");
            return FORM_WORDS.stream().filter(text::contains);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
