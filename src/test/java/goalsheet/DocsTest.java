package goalsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import goalsheet.cli.Typed;
import goalsheet.cli.Version;
import goalsheet.expr.Function;
import goalsheet.fill.FormData;
import goalsheet.report.JsonReport;
import goalsheet.rule.CodedRules;
import goalsheet.rule.Catalogue;
import goalsheet.rule.Finding;
import goalsheet.rule.FormRules;
import goalsheet.rule.Place;
import goalsheet.rule.Rule;
import goalsheet.rule.Verdict;
import goalsheet.template.RuleUse;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages say is true: links lead somewhere, commands exist, examples load. */
class DocsTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^()\\s]+)\\)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern RULE = Pattern.compile("\\b[A-Z]{3}\\d{3}\\b");
    private static final Set<String> PROGRAMS = Set.of("./run.sh", "run.bat", "goalsheet");

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("docs/README.zh-CN.md"), Path.of("samples/README.md")));
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String prose(String page) {
        return FENCE.matcher(page).replaceAll("");
    }

    private static List<String> headings(String page) {
        return prose(page).lines().filter(line -> line.startsWith("#")).toList();
    }

    /** The fenced blocks of a kind. */
    private static List<String> blocks(Path page, String kind) {
        return FENCE.matcher(text(page)).results().filter(block -> block.group(1).equals(kind)).map(block -> block.group(2)).toList();
    }

    /** Command lines of this program within fenced blocks, without the program. */
    private static List<List<String>> commands(Path page) {
        return FENCE.matcher(text(page)).results().flatMap(block -> block.group(2).lines()).map(line -> List.of(line.strip().split("\\s+")))
                .filter(words -> PROGRAMS.contains(words.get(0))).map(words -> words.subList(1, words.size())).toList();
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            for (MatchResult link : LINK.matcher(text(page)).results().toList()) {
                String target = link.group(1);
                if (target.matches("https?:.*")) {
                    continue;
                }
                links++;
                int hash = target.indexOf('#');
                Path file = hash == 0 ? page : page.resolveSibling(hash < 0 ? target : target.substring(0, hash)).normalize();
                boolean found = Files.exists(file) && (hash < 0 || anchors(file).contains(target.substring(hash + 1)));
                if (!found) {
                    broken.add(page + " → " + target);
                }
            }
        }
        assertThat(links).isGreaterThan(30);
        assertThat(broken).isEmpty();
    }

    private static List<String> anchors(Path page) {
        return headings(text(page)).stream().map(heading -> heading.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-')).toList();
    }

    @Test
    void commandsExist() throws IOException {
        Set<String> used = new HashSet<>();
        for (Path page : pages()) {
            for (List<String> words : commands(page)) {
                assertThatCode(() -> Typed.of(words)).as("%s: %s", page, words).doesNotThrowAnyException();
                used.add(Typed.of(words).name());
                List<Path> named = new ArrayList<>(Typed.of(words).templates().stream().map(id -> Path.of("templates", id + ".yaml")).toList());
                words.stream().map(word -> word.replace('\\', '/')).filter(word -> word.startsWith("samples/")).map(Path::of).forEach(named::add);
                assertThat(named).as("%s: %s", page, words).allMatch(Files::exists);
            }
        }
        assertThat(used).containsExactlyInAnyOrder("generate", "fill", "check", "fix", "collect", "rules", "template", "demo");
    }

    @Test
    void bothReadmesSayTheSame() {
        Path english = Path.of("README.md");
        Path chinese = Path.of("docs/README.zh-CN.md");
        assertThat(levels(chinese)).isEqualTo(levels(english));
        assertThat(commands(chinese).stream().map(Typed::of).toList()).isEqualTo(commands(english).stream().map(Typed::of).toList()).isNotEmpty();
        assertThat(rowsOfTables(chinese)).isEqualTo(rowsOfTables(english));
    }

    /** References have a page in each language: the same sections, rows of tables, words that are typed, and examples that load alike. */
    @Test
    void bothLanguagesDescribeTheSame() throws IOException {
        List<Path> described = new ArrayList<>();
        for (Path chinese : pages()) {
            Path english = Path.of(chinese.toString().replace(".zh-CN.md", ".md"));
            if (!chinese.equals(english) && !chinese.endsWith("README.zh-CN.md") && Files.exists(english)) {
                assertThat(levels(chinese)).as(chinese.toString()).isEqualTo(levels(english));
                assertThat(rowsOfTables(chinese)).as(chinese.toString()).isEqualTo(rowsOfTables(english));
                assertThat(typed(chinese)).as(chinese.toString()).containsExactlyElementsOf(typed(english));
                described.add(english.getFileName());
            }
        }
        assertThat(described).contains(Path.of("collect-layout.md"), Path.of("collect.md"), Path.of("data.md"), Path.of("templates.md"));
    }

    /** Words between backticks. */
    private static Set<String> typed(Path page) {
        return CODE.matcher(prose(text(page))).results().map(code -> code.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Integer> levels(Path page) {
        return headings(text(page)).stream().map(heading -> heading.indexOf(' ')).toList();
    }

    private static long rowsOfTables(Path page) {
        return prose(text(page)).lines().filter(line -> line.startsWith("|")).count();
    }

    @Test
    void topOfTheChangelogIsThisVersion() {
        List<String> versions = headings(text(Path.of("docs/CHANGELOG.md"))).stream().filter(heading -> heading.startsWith("## ")).toList();
        assertThat(versions.get(0)).isEqualTo("## " + Version.current());
        assertThat(Version.current()).isEqualTo(text(Path.of("pom.xml")).replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1"));
        assertThat(List.of(text(Path.of("README.md")), text(Path.of("docs/README.zh-CN.md")))).allMatch(page -> page.contains("goalsheet-" + Version.current() + ".zip"));
    }

    @Test
    void theTemplateOfTheManualLoads() {
        assertThat(example("docs/templates.zh-CN.md").id()).isEqualTo(example("docs/templates.md").id());
        Template template = example("docs/templates.md");
        assertThat(template.id()).isEqualTo("training-2026");
        assertThat(template.rules().stream().filter(use -> !use.isExpression()).map(RuleUse::id)).isNotEmpty().allMatch(id -> CodedRules.of(id).isPresent());
    }

    private static Template example(String page) {
        List<String> whole = blocks(Path.of(page), "yaml").stream().filter(block -> block.startsWith("template: ")).toList();
        assertThat(whole).hasSize(1);
        return TemplateLoader.parse(page, whole.get(0));
    }

    @Test
    void theDataOfTheManualAreRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("data.yaml"), blocks(Path.of("docs/data.md"), "yaml").get(0));
        FormData data = FormData.read(TemplateLoader.load(Path.of("templates/hebei-2023.yaml")), List.of(file));
        assertThat(data.value("project[1].plan.m12").show()).isEqualTo("100");
        assertThat(data.value("project[1].goals").show()).isEqualTo("1.支付陪审员陪审补助\n2.保障陪审员参审案件900件");
    }

    @Test
    void functionsAreDescribed() {
        String page = text(Path.of("docs/templates.md"));
        assertThat(Stream.of(Function.values()).filter(Function::isForTemplates)).allMatch(function -> page.contains("`" + function.name().toLowerCase(Locale.ROOT) + "("));
    }

    @Test
    void rulesThatAreNamedExist() throws IOException {
        Set<String> known = new HashSet<>();
        Stream.of(Catalogue.builtIn(), Catalogue.removed()).forEach(rules -> rules.stream().map(Rule::id).forEach(known::add));
        Stream.of(example("docs/templates.md"), TemplateLoader.load(Path.of("templates/hebei-2023.yaml")), TemplateLoader.load(Path.of("templates/central-2021.yaml")))
                .forEach(template -> template.rules().forEach(use -> known.add(use.id())));
        for (Path page : pages()) {
            assertThat(RULE.matcher(text(page)).results().map(MatchResult::group).distinct()).as(page.toString()).isSubsetOf(known);
        }
    }

    @Test
    void membersOfTheJsonReportAreDescribed() throws IOException {
        Verdict verdict = new Verdict(Path.of("a.xlsx"), "", Verdict.Outcome.REJECTED, "", 0, "", "", List.of(Finding.of(FormRules.NOT_OURS, Place.FILE, "")));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        JsonReport.write(List.of(verdict), Version.current(), Lang.ZH, json);
        Set<String> described = new HashSet<>();
        CODE.matcher(prose(text(Path.of("docs/json.md")))).results().forEach(code -> described.addAll(Arrays.asList(code.group(1).split("[.\\[\\]]+"))));
        try (JsonParser parser = new JsonFactory().createParser(json.toByteArray())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    assertThat(described).contains(parser.currentName());
                }
            }
        }
    }
}
