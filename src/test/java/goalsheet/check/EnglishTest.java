package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.rule.Catalogue;
import goalsheet.rule.Example;
import goalsheet.rule.Finding;
import goalsheet.rule.Verdict;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.UnreadableException;
import goalsheet.xlsx.WorkbookFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** English words come with English marks, whatever is told: what is Chinese in them is quoted from the workbook or to be written into it. */
public class EnglishTest {
    private static final Pattern CHINESE_MARK = Pattern.compile("[\\u3000-\\u303f\\uff00-\\uffef“”‘’]");
    private static final Pattern EXAMPLE = Pattern.compile("[\\u4e00-\\u9fff][^ .]*");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
    /** A text that is cut still begins as in its cell. */
    private static final List<Integer> CUT_AT = List.of(29, 19);

    @TempDir
    private static Path folder;

    @TestFactory
    Stream<DynamicTest> whatTheExamplesOfRulesAreToldOf() {
        Deeds deeds = new Deeds(folder);
        return Catalogue.builtIn().stream().flatMap(rule -> Stream.concat(rule.fires().stream(), rule.passes().stream())
                .filter(Example.Deed.class::isInstance).map(Example.Deed.class::cast).filter(deed -> deed.steps().stream().noneMatch(step -> step.startsWith("county ")))
                .map(deed -> DynamicTest.dynamicTest(rule.id() + " " + deed.words().en(), () -> speaksEnglish(deeds.after(deed)))));
    }

    @TestFactory
    Stream<DynamicTest> whatTheSamplesAreToldOf() {
        return Stream.of(Path.of("samples/mistakes/returned.xlsx"), Returned.court(folder.resolve("a.xlsx")), Returned.centre(folder.resolve("b.xlsx")))
                .map(sample -> DynamicTest.dynamicTest(sample.getFileName().toString(), () -> speaksEnglish(Returned.check(sample))));
    }

    private static void speaksEnglish(Verdict verdict) {
        List<String> contents = contents(verdict.file());
        verdict.findings().forEach(finding -> speaksEnglish(finding, contents));
    }

    /** @param contents what stands in the workbook */
    public static void speaksEnglish(Finding finding, List<String> contents) {
        String all = String.join("\n", finding.place().label().en(), finding.message().en(), finding.remedy().en(), finding.found().en());
        if (!CHINESE_MARK.matcher(all).find()) {
            return;
        }
        List<String> own = new ArrayList<>(contents);
        own.add(finding.expected().en());
        // What a prompt or a remedy gives as an example is to be typed like that.
        Optional.ofNullable(finding.arguments().get("prompt")).ifPresent(prompt -> own.add(prompt.en()));
        EXAMPLE.matcher(finding.rule().remedy().en()).results().forEach(example -> own.add(example.group()));
        List<String> marked = own.stream().filter(text -> CHINESE_MARK.matcher(text).find()).distinct().sorted(Comparator.comparing(String::length).reversed()).toList();
        for (String said : List.of(finding.place().label().en(), finding.message().en(), finding.remedy().en(), finding.found().en())) {
            if (contents.stream().noneMatch(text -> text.contains(said))) {
                assertThat(withoutQuotations(said, marked)).as("%s: %s", finding.rule().id(), said).doesNotContainPattern(CHINESE_MARK);
            }
        }
    }

    private static String withoutQuotations(String said, List<String> marked) {
        String left = said;
        for (String text : marked) {
            left = left.replace(text, "");
            String line = text.length() > CUT_AT.get(1) ? text.replaceAll("\\s+", " ").strip() : text;
            for (int length : CUT_AT) {
                left = line.length() > length ? left.replace(line.substring(0, length) + "…", "") : left;
            }
        }
        return QUOTED.matcher(left).replaceAll(match -> marked.stream().anyMatch(text -> text.contains(quoted(match.group()))) ? "" : Matcher.quoteReplacement(match.group()));
    }

    private static String quoted(String inMarks) {
        return inMarks.substring(1, inMarks.length() - 1);
    }

    private static List<String> contents(Path file) {
        try {
            Snapshot snapshot = WorkbookFile.read(file, WorkbookFile.Opening.PLAIN).snapshot();
            List<String> contents = new ArrayList<>();
            for (Snapshot.Sheet sheet : snapshot.sheets()) {
                contents.add(sheet.name());
                sheet.cells().values().forEach(cell -> {
                    contents.add(cell.text());
                    contents.add(cell.formula());
                });
            }
            return contents.stream().filter(text -> !text.isEmpty()).distinct().toList();
        } catch (UnreadableException e) {
            return List.of();
        }
    }
}
