package goalsheet.generate;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.expr.Value;
import goalsheet.layout.Form;
import goalsheet.layout.Layout;
import goalsheet.layout.SigningKey;
import goalsheet.template.Field;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import goalsheet.xlsx.SafeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A form written in a series has the bytes of one that is laid out and built from nothing. */
class FormSeriesTest {
    private static final List<String> NAMES = List.of("迁安市人民法院", "封面", "=1+1", "-某处", "@某局", " 前后有空格 ", "<科>&\"股\"'室'", "]]>", "两行\n名称", "回车\r\n\u0007\t", "_x000D_", "𠮷野家😀", "Bureau of Éducation",
            "很长的单位名称".repeat(30), "1", "0", "预算数");
    private static final List<BigDecimal> FIGURES = Stream.of("0", "10.00", "235.8", "0.07", "99999999.99", "1E+3", "26").map(BigDecimal::new).toList();

    private static Stream<Arguments> templates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("templates"))) {
            List<Path> all = new ArrayList<>(files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList());
            all.add(Path.of("src/test/resources/templates/equipment.yaml"));
            return all.stream().flatMap(file -> Stream.of(Lang.values()).map(lang -> Arguments.of(file, lang)));
        }
    }

    /** Units with any number of projects, of which anything may be known or not. */
    private static List<Unit> units(Template template) {
        Random random = new Random(7);
        List<Unit> units = new ArrayList<>();
        int most = template.repeated().flatMap(SheetDef::repeat).map(repeat -> Math.min(6, repeat.max())).orElse(0);
        for (int unit = 0; unit < NAMES.size(); unit++) {
            List<Map<String, Value>> projects = new ArrayList<>();
            for (int project = 0; project < (most == 0 ? 0 : unit % (most + 1)); project++) {
                projects.add(project(template.repeated().orElseThrow(), random));
            }
            units.add(new Unit("3010" + unit, NAMES.get(unit), Map.of(), projects, unit));
        }
        return units;
    }

    private static Map<String, Value> project(SheetDef sheet, Random random) {
        Map<String, Value> project = new LinkedHashMap<>();
        for (Field field : sheet.fields().values()) {
            if (!field.isCalculated() && random.nextInt(3) > 0) {
                project.put(field.id(), field.type().isNumeric() ? Value.of(FIGURES.get(random.nextInt(FIGURES.size()))) : Value.of(NAMES.get(random.nextInt(NAMES.size()))));
            }
        }
        return project;
    }

    private static byte[] bytes(SafeFile.Body body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        body.writeTo(out);
        return out.toByteArray();
    }

    private static void compare(Template template, List<Unit> units, Lang lang, Optional<String> key, Optional<String> password) throws IOException {
        Contents contents = Contents.of(path -> Value.BLANK).signed(key.map(secret -> new SigningKey(secret.getBytes(StandardCharsets.UTF_8))));
        FormSeries series = new FormSeries(template, contents, password);
        Map<Unit, byte[]> fromNothing = new LinkedHashMap<>();
        for (Unit unit : units) {
            Form form = FormWriter.of(template, unit, lang, 1);
            fromNothing.put(unit, bytes(FormWriter.body(Layout.of(template, form), contents, password)));
            assertThat(bytes(series.body(form))).as(unit.name()).isEqualTo(fromNothing.get(unit));
        }
        List<Unit> backwards = new ArrayList<>(units);
        Collections.reverse(backwards);
        for (Unit unit : backwards) {
            assertThat(bytes(series.body(FormWriter.of(template, unit, lang, 1)))).as(unit.name()).isEqualTo(fromNothing.get(unit));
        }
        assertThat(fromNothing.values().stream().map(java.util.Arrays::hashCode).distinct()).as("units differ").hasSameSizeAs(units);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyUnitGetsTheBytesOfAFormBuiltFromNothing(Path file, Lang lang) throws IOException {
        Template template = TemplateLoader.load(file);
        compare(template, units(template), lang, Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void signedAndWithAPasswordAsWell(Path file, Lang lang) throws IOException {
        Template template = TemplateLoader.load(file);
        compare(template, units(template).subList(0, 4), lang, Optional.of("0123456789abcdef"), Optional.of("口令"));
    }

    @Test
    void realRosters() throws IOException {
        Template template = TemplateLoader.load(Path.of("templates", "hebei-2023.yaml"));
        List<Unit> units = new ArrayList<>();
        for (String roster : List.of("samples/roster.csv", "samples/county/roster.csv")) {
            units.addAll(Roster.read(template, Path.of(roster)).units());
        }
        compare(template, units, Lang.ZH, Optional.of("0123456789abcdef"), Optional.empty());
    }

    @Test
    void oneSeriesWritesFormsOfBothLanguagesAndOfAnyNumberOfSheets() throws IOException {
        Template template = TemplateLoader.load(Path.of("templates", "hebei-2023.yaml"));
        Contents contents = Contents.of(path -> Value.BLANK);
        FormSeries series = new FormSeries(template, contents, Optional.empty());
        for (int sheets : new int[] {1, 3, 1, 60}) {
            for (Lang lang : Lang.values()) {
                Form form = FormWriter.blank(template, lang, Optional.of(sheets));
                assertThat(bytes(series.body(form))).isEqualTo(bytes(FormWriter.body(Layout.of(template, form), contents, Optional.empty())));
            }
        }
    }
}
