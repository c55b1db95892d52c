package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.rule.Catalogue;
import goalsheet.rule.CodedRules;
import goalsheet.rule.Example;
import goalsheet.rule.Finding;
import goalsheet.rule.Rule;
import goalsheet.rule.Status;
import goalsheet.template.RuleUse;
import goalsheet.template.TemplateStore;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What must hold of every rule there is. Examples that are entries are run by CodedRulesTest and TemplateRulesTest, deeds here. */
class CatalogueTest {
    private static final TemplateStore STORE = new TemplateStore(Path.of("templates"));
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    /** What findings hand over whether it is said or not. */
    private static final Set<String> ALWAYS_THERE = Set.of("value", "expected", "label", "now");
    private static final String VERSION = "\\d+\\.\\d+\\.\\d+";
    private static final List<Rule> WRITTEN = STORE.ids().stream().flatMap(id -> STORE.open(id).rules().stream()).filter(RuleUse::isExpression).map(Catalogue::written).toList();
    private static final Map<String, Rule> RULES = rules();

    @TempDir
    private static Path folder;

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new TreeMap<>();
        Catalogue.builtIn().forEach(rule -> rules.put(rule.id(), rule));
        WRITTEN.forEach(rule -> rules.put(rule.id(), rule));
        return rules;
    }

    private static Stream<DynamicTest> each(Consumer<Rule> test) {
        return RULES.values().stream().map(rule -> DynamicTest.dynamicTest(rule.id(), () -> test.accept(rule)));
    }

    @Test
    void idsAreWellFormedAndUsedOnce() {
        List<String> ids = Stream.concat(Stream.concat(Catalogue.builtIn().stream(), Catalogue.removed().stream()).map(Rule::id), WRITTEN.stream().map(Rule::id).distinct()).toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Z]{3}\\d{3}"));
    }

    @Test
    void summariesAreUnique() {
        for (Lang lang : Lang.values()) {
            assertThat(RULES.values().stream().map(rule -> rule.summary().in(lang))).doesNotHaveDuplicates();
        }
    }

    @TestFactory
    Stream<DynamicTest> saysEverythingInBothLanguages() {
        return Stream.concat(each(CatalogueTest::speaks), Catalogue.removed().stream().map(rule -> DynamicTest.dynamicTest(rule.id(), () -> speaks(rule))));
    }

    private static void speaks(Rule rule) {
        Stream<Text> deeds = Stream.of(rule.fires(), rule.passes()).flatMap(List::stream).filter(Example.Deed.class::isInstance).map(example -> ((Example.Deed) example).words());
        Stream<Text> reason = Stream.of(rule.why()).filter(why -> !why.isEmpty());
        List<Text> words = Stream.of(Stream.of(rule.summary(), rule.message(), rule.remedy(), rule.source()), reason, deeds).flatMap(texts -> texts).toList();
        for (Text text : words) {
            // Words that come from the finding stand for themselves.
            String zh = PLACEHOLDER.matcher(text.zh()).replaceAll("");
            assertThat(zh.length() < 2 || zh.matches("(?s).*[\\u4e00-\\u9fff]{2}.*")).as(text.zh()).isTrue();
            assertThat(text.en()).isNotBlank().doesNotContain("“", "。");
        }
    }

    @TestFactory
    Stream<DynamicTest> summariesStateTheProblem() {
        return each(rule -> {
            assertThat(rule.summary().zh()).hasSizeLessThanOrEqualTo(24).doesNotMatch("^(请|应|要|检查|核对|必须).*").doesNotContain("{", "。");
            assertThat(rule.summary().en()).hasSizeLessThanOrEqualTo(75).doesNotMatch("(?i)^(check|please|must|should|no need).*").doesNotContain("{").doesNotEndWith(".");
        });
    }

    @TestFactory
    Stream<DynamicTest> isInUseSinceAVersion() {
        return each(rule -> {
            assertThat(rule.status()).isInstanceOf(Status.InUse.class);
            assertThat(rule.status().since()).matches(VERSION);
        });
    }

    @Test
    void removedRulesAreNeverRunAndSayWhatTellsItNow() {
        for (Rule rule : Catalogue.removed()) {
            assertThat(rule.status()).isInstanceOfSatisfying(Status.Removed.class, removed -> {
                assertThat(removed.in()).matches(VERSION);
                assertThat(removed.instead().zh()).isNotBlank();
                assertThat(removed.instead().en()).isNotBlank();
            });
            assertThat(CodedRules.of(rule.id())).isEmpty();
        }
        assertThat(Catalogue.removed()).extracting(Rule::id).contains("STR009");
    }

    @TestFactory
    Stream<DynamicTest> hasExamplesThatFireAndNearMisses() {
        return each(rule -> {
            assertThat(rule.fires()).isNotEmpty();
            assertThat(rule.passes()).isNotEmpty();
            boolean run = CodedRules.of(rule.id()).isPresent() || WRITTEN.stream().anyMatch(one -> one.id().equals(rule.id()));
            if (!run) {
                // Nothing else would run entries.
                assertThat(Stream.concat(rule.fires().stream(), rule.passes().stream())).allMatch(Example.Deed.class::isInstance);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> deedsAreToldAndNearMissesAreNot() {
        Deeds deeds = new Deeds(folder);
        return RULES.values().stream().flatMap(rule -> Stream.concat(
                of(rule.fires()).map(deed -> DynamicTest.dynamicTest(rule.id() + " fires: " + deed.words().en(), () -> told(rule, found(deeds, rule, deed)))),
                of(rule.passes()).map(deed -> DynamicTest.dynamicTest(rule.id() + " passes: " + deed.words().en(), () -> assertThat(found(deeds, rule, deed)).isEmpty()))));
    }

    @Test
    void theUntouchedFormsGiveNoneOfThem() throws Exception {
        Deeds deeds = new Deeds(folder);
        Set<String> byDeed = RULES.values().stream().filter(rule -> of(rule.fires()).findAny().isPresent()).map(Rule::id).collect(Collectors.toSet());
        for (String form : List.of("court", "central", "equipment")) {
            assertThat(deeds.after(List.of("form " + form)).findings()).extracting(finding -> finding.rule().id()).doesNotContainAnyElementsOf(byDeed);
        }
    }

    private static Stream<Example.Deed> of(List<Example> examples) {
        // What units do between them needs more than one workbook: CountyTest has them.
        return examples.stream().filter(Example.Deed.class::isInstance).map(Example.Deed.class::cast).filter(deed -> deed.steps().stream().noneMatch(step -> step.startsWith("county ")));
    }

    private static List<Finding> found(Deeds deeds, Rule rule, Example.Deed deed) throws Exception {
        return deeds.after(deed).findings().stream().filter(finding -> finding.rule().id().equals(rule.id())).toList();
    }

    private static void told(Rule rule, List<Finding> found) {
        assertThat(found).as(rule.id()).isNotEmpty();
        Set<String> placeholders = new HashSet<>();
        for (Text text : List.of(rule.message(), rule.remedy())) {
            for (Lang lang : Lang.values()) {
                PLACEHOLDER.matcher(text.in(lang)).results().forEach(match -> placeholders.add(match.group(1)));
            }
        }
        for (Finding finding : found) {
            assertThat(finding.rule()).isEqualTo(rule);
            for (Lang lang : Lang.values()) {
                assertThat(finding.message().in(lang)).isNotBlank().doesNotContainPattern(PLACEHOLDER);
                assertThat(finding.remedy().in(lang)).isNotBlank().doesNotContainPattern(PLACEHOLDER);
            }
            // What the check hands over is said.
            assertThat(finding.arguments().keySet().stream().filter(name -> !ALWAYS_THERE.contains(name))).isSubsetOf(placeholders);
        }
    }
}
