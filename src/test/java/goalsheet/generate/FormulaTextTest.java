package goalsheet.generate;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.expr.Value;
import goalsheet.layout.Layout;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import goalsheet.xlsx.WorkbookImage.ConditionImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a form has for a program to calculate can be calculated by Excel 2010, WPS, ONLYOFFICE and LibreOffice. */
class FormulaTextTest {
    /** In all four since Excel 2007, with the same meaning for what our forms give them; looked up in the four programs' lists of functions. */
    private static final Set<String> FUNCTIONS = Set.of("ABS", "AND", "CLEAN", "COUNT", "COUNTIF", "DAY", "FIND", "IF", "INDEX", "ISNUMBER", "LARGE", "LEFT", "LEN", "MATCH", "MAX", "MID", "MIN",
            "MONTH", "NOT", "OFFSET", "OR", "ROUND", "ROW", "ROWS", "SMALL", "SUBSTITUTE", "SUM", "SUMPRODUCT", "TRIM", "YEAR");
    private static final Pattern WORDS = Pattern.compile("\"(?:[^\"]|\"\")*\"");
    private static final Pattern SHEET = Pattern.compile("(?:'(?:[^']|'')+'|[\\p{L}\\d_]+)!");
    private static final Pattern CALL = Pattern.compile("([A-Za-z_][A-Za-z0-9_.]*)\\(");
    /** Numbers, references within a sheet, signs and brackets: no names, arrays, unions or intersections. */
    private static final Pattern REST = Pattern.compile("(?:\\d+(?:\\.\\d+)?(?:E\\+\\d+)?|\\$?[A-Z]{1,3}\\$?\\d+(?::\\$?[A-Z]{1,3}\\$?\\d+)?|\\$\\d+:\\$\\d+|TRUE|FALSE|[A-Z]+(?=\\()|[-+*/^&=<>(),])*+");
    private static final int LONGEST = 8192;
    private static final int DEEPEST = 64;

    @TempDir
    Path folder;

    static Stream<Sample> forms() {
        return Sample.all().filter(sample -> sample.lang() == Lang.ZH || sample.state().equals("filled"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyProgramCanCalculateIt(Sample sample) throws Exception {
        try (ZipFile file = new ZipFile(sample.write(folder).toFile())) {
            Set<String> called = new TreeSet<>();
            List<String> formulas = new ArrayList<>();
            for (ZipEntry entry : Collections.list(file.entries())) {
                String xml = new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().matches("xl/worksheets/sheet\\d+\\.xml")) {
                    formulas.addAll(texts(xml, "f|formula|formula1|formula2"));
                    assertThat(texts(xml, "formula")).as("in a condition of colour Excel 2007's format knows no other sheet").noneMatch(text -> without(text).contains("!"));
                    assertThat(xml).as("extensions").doesNotContain("<extLst");
                } else if (entry.getName().equals("xl/workbook.xml")) {
                    formulas.addAll(texts(xml, "definedName"));
                }
            }
            for (String formula : formulas) {
                String here = SHEET.matcher(without(formula)).replaceAll("");
                CALL.matcher(here).results().forEach(call -> called.add(call.group(1)));
                assertThat(here).as(formula).matches(REST);
                assertThat(formula.length()).as(formula).isLessThan(LONGEST);
                assertThat(depth(here)).as(formula).isLessThan(DEEPEST);
            }
            assertThat(formulas).hasSizeGreaterThan(30);
            assertThat(FUNCTIONS).containsAll(called);
            assertThat(called).contains("IF", "SUMPRODUCT", "SUBSTITUTE");
        }
    }

    /** The condition of a table's column is written once, for its first row. */
    @Test
    void onlyWhatStandsInTheRowMovesAlongWithIt() throws Exception {
        String yaml = Files.readString(Path.of("templates/central-2021.yaml"));
        Template template = TemplateLoader.parse("t.yaml", yaml.replace("check: weight > 0\n", "check: weight <= points - sum(indicators.weight)\n"));
        Layout layout = Layout.of(template, FormWriter.blank(template, Lang.ZH, Optional.of(1)));
        List<String> conditions = Painter.paint(layout, path -> Value.BLANK).sheets().get(1).conditions().stream()
                .filter(condition -> condition.area().toString().equals("H13:H30")).map(ConditionImage::formula).filter(formula -> formula.contains("$G$11")).toList();
        assertThat(conditions).hasSize(1).allMatch(formula -> formula.contains("H13<=$G$11-SUM($H$13:$H$30)"));
    }

    private static String without(String formula) {
        return WORDS.matcher(formula).replaceAll("1");
    }

    private static int depth(String formula) {
        int depth = 0;
        int deepest = 0;
        for (char c : formula.toCharArray()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private static List<String> texts(String xml, String elements) {
        List<String> texts = new ArrayList<>();
        Matcher element = Pattern.compile("<(" + elements + ")(?: [^>]*)?>(?:<!\\[CDATA\\[(.*?)]]>|([^<]*))</\\1>", Pattern.DOTALL).matcher(xml);
        while (element.find()) {
            texts.add(element.group(2) != null ? element.group(2) : unescaped(element.group(3)));
        }
        return texts;
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    }
}
