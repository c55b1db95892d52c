package goalsheet.layout;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.expr.Value;
import goalsheet.template.Field;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form has the same layout whichever other forms were laid out before it. */
class LayoutsTest {
    private static final String NUMBERS = "src/test/resources/templates/numbers.yaml";

    /** Any field of any sheet may be given by the office; with {@code most} sheets there are more drawings than are kept. */
    private static List<Form> forms(Template template, int most) {
        Random random = new Random(3);
        List<Form> forms = new ArrayList<>();
        for (int form = 0; form < 24; form++) {
            int sheets = template.repeated().isEmpty() ? 0 : form % 2 == 0 ? most : 1 + random.nextInt(3);
            Map<String, Value> controls = new HashMap<>();
            for (SheetDef def : template.sheets()) {
                for (int number = 1; number <= (def.repeat().isPresent() ? sheets : 1); number++) {
                    for (Field field : def.fields().values()) {
                        if (!field.isCalculated() && random.nextInt(3) == 0) {
                            controls.put(Drawing.prefix(def, number) + field.id(), Value.of(Integer.toString(random.nextInt(50))));
                        }
                    }
                }
            }
            forms.add(new Form(form % 3 == 0 ? Lang.EN : Lang.ZH, sheets, controls));
        }
        return forms;
    }

    private static List<String> written(Layout layout) {
        List<String> written = new ArrayList<>(List.of(layout.fingerprint(), layout.stamp()));
        for (SheetLayout sheet : layout.sheets()) {
            sheet.slots().forEach(slot -> written.add(slot.kind() + " " + (slot.kind() == Slot.Kind.CALCULATED ? layout.formula(sheet, slot) : layout.text(sheet, slot))));
            sheet.violations().forEach(violation -> written.add(layout.condition(sheet, violation)));
        }
        return written;
    }

    @ParameterizedTest
    @ValueSource(strings = {"templates/hebei-2023.yaml", "templates/central-2021.yaml", "src/test/resources/templates/equipment.yaml", NUMBERS})
    void severalThreadsLayOutFormsOfManyKindsAtOnce(String file) {
        Template template = TemplateLoader.load(Path.of(file));
        Layouts layouts = new Layouts();
        List<Form> forms = forms(template, 9);
        forms.parallelStream().forEach(form -> assertThat(written(layouts.of(template, form))).isEqualTo(written(Layout.of(template, form))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"templates/hebei-2023.yaml", NUMBERS})
    void moreSheetsThanAreKept(String file) {
        Template template = TemplateLoader.load(Path.of(file));
        Layouts layouts = new Layouts();
        forms(template, 60).subList(0, 3).forEach(form -> assertThat(written(layouts.of(template, form))).isEqualTo(written(Layout.of(template, form))));
    }

    @Test
    void aFormulaIsWrittenAnewWhereItLooksAtAnotherSheet(@TempDir Path folder) throws IOException {
        String yaml = Files.readString(Path.of("src/test/resources/versions/small-1.yaml"))
                .replace("      contact: {", "      sort: {label: {zh: 大类, en: Sort}, type: list, list: kind}\n      contact: {")
                .replace("{field: contact}]}", "{field: contact}]}\n      - {cells: [{text: {zh: 大类, en: Sort}}, {field: sort}]}")
                .replace("'n & \"、\" & name'", "'cover.sort & name'");
        Template template = TemplateLoader.load(Files.writeString(folder.resolve("small.yaml"), yaml));
        Layouts layouts = new Layouts();
        Form open = new Form(Lang.ZH, 2, Map.of());
        Form given = new Form(Lang.ZH, 2, Map.of("cover.sort", Value.of("业务培训")));
        assertThat(title(Layout.of(template, open))).isNotEqualTo(title(Layout.of(template, given)));
        for (Form form : List.of(open, given, open)) {
            assertThat(written(layouts.of(template, form))).isEqualTo(written(Layout.of(template, form)));
        }
    }

    /** Sheets of one definition have their drawing in common; what says a number says that of the sheet. */
    @Test
    void everySheetSaysItsOwnNumber() {
        Layout layout = new Layouts().of(TemplateLoader.load(Path.of(NUMBERS)), new Form(Lang.ZH, 3, Map.of()));
        List<SheetLayout> courses = layout.sheets().subList(1, 4);
        assertThat(courses).extracting(course -> layout.text(course, course.slots().get(1))).containsExactly("第1班，共{m}班", "第2班，共{m}班", "第3班，共{m}班");
        assertThat(courses).extracting(course -> layout.formula(course, course.slots().get(0))).containsExactly("1&\"、\"&B2", "2&\"、\"&B2", "3&\"、\"&B2");
        assertThat(courses).extracting(course -> layout.formula(course, course.slot("seq").orElseThrow())).containsExactly("1*10", "2*10", "3*10");
        assertThat(courses).extracting(course -> layout.formula(course, course.slot("items[2].part").orElseThrow())).containsOnly("2&\"/\"&D4&\"/\"&B13");
        assertThat(courses).extracting(course -> layout.formula(course, course.slot("ratio").orElseThrow())).containsExactly(
                ratio("B4,'培训班2'!B4,'培训班3'!B4"), ratio("'培训班1'!B4,B4,'培训班3'!B4"), ratio("'培训班1'!B4,'培训班2'!B4,B4"));
        assertThat(courses).allSatisfy(course -> assertThat(course.slots()).extracting(slot -> layout.text(course, slot)).contains("1. 编号写成 {n}-01", "校验" + course.number(), "第1行", "第5行"));
    }

    private static String ratio(String cells) {
        return "IF(SUM(" + cells + ")=0,0/100,B4/SUM(" + cells + ")*100/100)";
    }

    /** The colour of a column is one condition for all its rows. */
    @Test
    void aConditionForAColumnKnowsTheRow() {
        Layout layout = new Layouts().of(TemplateLoader.load(Path.of(NUMBERS)), new Form(Lang.ZH, 3, Map.of()));
        SheetLayout course = layout.sheets().get(2);
        Violation little = course.violations().stream().filter(violation -> violation.rule().equals("TRN003")).findFirst().orElseThrow();
        assertThat(little.slot().cell().row()).isEqualTo(11);
        assertThat(layout.condition(course, little)).contains(">=(ROW()-11)+$D$4");
    }

    private static String title(Layout layout) {
        SheetLayout course = layout.sheets().get(1);
        return layout.formula(course, course.slots().get(0));
    }
}
