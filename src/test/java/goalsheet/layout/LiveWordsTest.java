package goalsheet.layout;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.expr.Expr;
import goalsheet.layout.Violation.Grade;
import goalsheet.rule.Catalogue;
import goalsheet.rule.Rule;
import goalsheet.rule.Severity;
import goalsheet.template.FieldType;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every line of the live self-check says what is wrong in the words of the checker's rule, with that rule's id. */
class LiveWordsTest {
    private static final Map<Lang, Pattern> LINE = Map.of(Lang.ZH, Pattern.compile("(缺|不符|请核对)：(.*)（([A-Z]{3}\\d{3})）"),
            Lang.EN, Pattern.compile("(Missing|Wrong|Please check): (.*) \\(([A-Z]{3}\\d{3})\\)"));
    private static final Set<String> CELLS = Set.of("STR001", "STR002", "STR003", "STR004", "STR005", "STR006");

    @ParameterizedTest
    @CsvSource({"hebei-2023, ZH", "hebei-2023, EN", "central-2021, ZH", "central-2021, EN"})
    void theyAreTheRulesOwn(String id, Lang lang) {
        Template template = TemplateLoader.load(Path.of("templates", id + ".yaml"));
        Map<String, Rule> rules = Catalogue.of(template).stream().collect(Collectors.toMap(Rule::id, Function.identity()));
        Layout layout = Layout.of(template, new Form(lang, 1, Map.of()));
        Set<String> told = new TreeSet<>();
        for (SheetLayout sheet : layout.sheets()) {
            for (Violation violation : sheet.violations()) {
                Matcher line = LINE.get(lang).matcher(violation.words().in(lang));
                assertThat(line.matches()).as(violation.words().in(lang)).isTrue();
                assertThat(violation.words().in(lang)).startsWith(layout.start(violation.grade()));
                assertThat(line.group(3)).isEqualTo(violation.rule());
                Rule rule = rules.get(line.group(3));
                assertThat(rule).as(line.group(3)).isNotNull();
                told.add(rule.id());
                // A date that is none is called so; the rule is for numbers and dates.
                Text summary = rule.id().equals("STR002") && violation.slot().field().orElseThrow().type() == FieldType.DATE ? Text.of("不是日期", "not a date") : rule.summary();
                String label = violation.slot().field().orElseThrow().label().in(lang);
                assertThat(line.group(2)).isEqualTo(violation.grade() == Grade.MISSING ? label
                        : !CELLS.contains(rule.id()) ? summary.in(lang) : label + (lang == Lang.ZH ? " " : ", ") + summary.in(lang));
                assertThat(violation.grade() == Grade.DOUBTFUL).isEqualTo(rule.severity() == Severity.WARNING);
            }
            // Not only known: every one of them stands in its row's formula, and nothing else does.
            Set<String> written = sheet.slots().stream().filter(slot -> slot.path().startsWith("_state[")).flatMap(slot -> words(slot.expr().orElseThrow()))
                    .filter(words -> !words.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
            Set<String> wanted = sheet.violations().stream().map(violation -> violation.words().in(lang)).collect(Collectors.toCollection(TreeSet::new));
            sheet.def().tables().values().stream().filter(table -> table.least() > 0).forEach(table -> wanted.add(
                    lang == Lang.ZH ? "缺：" + table.label().zh() + "（STR001）" : "Missing: " + table.label().en() + " (STR001)"));
            assertThat(written).isEqualTo(wanted);
        }
        assertThat(told).containsAll(CELLS).containsAll(template.rules().stream().filter(use -> use.isExpression() && !use.severity().equals("info")).map(use -> use.id()).toList());
    }

    /** The texts that a state can become. */
    private static Stream<String> words(Expr state) {
        if (state instanceof Expr.Words words) {
            return Stream.of(words.text());
        }
        List<Expr> parts = state.parts();
        return state instanceof Expr.Call call && call.function() == goalsheet.expr.Function.IF ? parts.subList(1, 3).stream().flatMap(LiveWordsTest::words) : Stream.empty();
    }
}
