package goalsheet.generate;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.SchemaValidation;
import goalsheet.expr.Value;
import goalsheet.layout.Layout;
import goalsheet.layout.Located;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.template.SheetDef;
import goalsheet.text.Lang;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.WorkbookImage;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import goalsheet.xlsx.WorkbookImage.ValidationImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormWriterTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
            "hebei-2023, cover.unit_code, 封面!C3", "hebei-2023, cover.unit_name, 封面!C4:F4", "hebei-2023, cover.fill_date, 封面!C6",
            "hebei-2023, cover.list[5].other, 封面!F13", "hebei-2023, cover.budget_total, 封面!D14", "hebei-2023, overall.goal, 部门整体!A4:D4",
            "hebei-2023, overall.subgoals[1].name, 部门整体!B7", "hebei-2023, overall.measures[6].measure, 部门整体!A21:D21",
            "hebei-2023, project[1].code, 项目1!B3:C3", "hebei-2023, project[1].budget, 项目1!C4", "hebei-2023, project[5].use, 项目5!B5:G5",
            "hebei-2023, project[2].plan.m12, 项目2!F7:G7", "hebei-2023, project[2].indicators[3].level2, 项目2!B12", "hebei-2023, project[2].indicators[18].basis, 项目2!G27",
            "central-2021, cover.total, 封面!C11", "central-2021, item[3].fiscal, 项目（3）!F7:H7", "central-2021, item[1].indicators[1].weight, 项目（1）!H13",
            "equipment, register.room, 设备登记!C2", "equipment, register.items[12].note, 设备登记!H17"})
    void fieldsStandWhereTheFormHasThem(String template, String path, String place) {
        Located found = new Sample(template, "blank", Lang.ZH).layout().find(path).orElseThrow();
        assertThat(found.sheet().name() + "!" + found.slot().area()).isEqualTo(place);
    }

    /** 服务对象满意度指标, which every project needs, takes two lines of its column; who fills the form in by hand should not have to make rows higher. */
    @Test
    void rowsHaveRoomForTheLongestItem() {
        Layout layout = new Sample("hebei-2023", "blank", Lang.ZH).layout();
        SheetImage project = Painter.paint(layout, path -> Value.BLANK).sheets().stream().filter(sheet -> sheet.name().equals("项目1")).findFirst().orElseThrow();
        assertThat(project.heights().subList(9, 27)).allSatisfy(height -> assertThat(height).isBetween(30.0, 40.0));
    }

    @Test
    void theSameFormGivesTheSameBytesWhereverItIsMade() throws Exception {
        Sample sample = new Sample("hebei-2023", "filled", Lang.ZH);
        byte[] here = Files.readAllBytes(sample.write(folder));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(Files.readAllBytes(sample.write(folder))).isEqualTo(here);
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            assertThat(Files.readAllBytes(sample.write(folder))).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @MethodSource("goalsheet.generate.Sample#all")
    void everyWorkbookIsValidAndOpenOnlyWhereItIsFilledIn(Sample sample) throws Exception {
        Path file = sample.write(folder);
        assertThat(SchemaValidation.errors(file)).isEmpty();
        Layout layout = sample.layout();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            for (SheetLayout sheet : layout.sheets()) {
                Set<Ref> entries = sheet.slots().stream().filter(slot -> slot.kind() == Slot.Kind.ENTRY).flatMap(slot -> cells(slot.area()).stream())
                        .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparingInt(Ref::row).thenComparingInt(Ref::col))));
                assertThat(unlocked(book.getSheet(sheet.name()))).as(sheet.name()).containsExactlyElementsOf(entries);
            }
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                assertThat(book.getSheetAt(i).getProtect()).as(book.getSheetName(i)).isTrue();
            }
            assertThat(book.isStructureLocked()).isTrue();
        }
    }

    private static List<Ref> unlocked(XSSFSheet sheet) {
        List<Ref> open = new java.util.ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (!cell.getCellStyle().getLocked()) {
                    open.add(new Ref(cell.getRowIndex(), cell.getColumnIndex()));
                }
            }
        }
        return open;
    }

    private static List<Ref> cells(Area area) {
        List<Ref> cells = new java.util.ArrayList<>();
        for (int row = area.first().row(); row <= area.last().row(); row++) {
            for (int col = area.first().col(); col <= area.last().col(); col++) {
                cells.add(new Ref(row, col));
            }
        }
        return cells;
    }

    @ParameterizedTest
    @MethodSource("goalsheet.generate.Sample#all")
    void everyEntryCellSaysWhatItTakesInTheRightLanguage(Sample sample) {
        Layout layout = sample.layout();
        WorkbookImage image = Painter.paint(layout, sample.values());
        for (SheetLayout sheet : layout.sheets()) {
            SheetImage drawn = image.sheets().stream().filter(one -> one.name().equals(sheet.name())).findFirst().orElseThrow();
            List<ValidationImage> validations = drawn.validations();
            for (Slot slot : sheet.slots()) {
                List<ValidationImage> here = validations.stream().filter(one -> one.area().contains(slot.cell())).toList();
                assertThat(here).as("%s %s", sheet.name(), slot.cell()).hasSize(slot.kind() == Slot.Kind.ENTRY ? 1 : 0);
                here.stream().filter(validation -> !slot.isBeside()).forEach(validation -> {
                    assertThat(validation.promptTitle()).isEqualTo(slot.field().orElseThrow().label().in(sample.lang()));
                    assertThat(validation.prompt()).isEqualTo(slot.field().orElseThrow().prompt().in(sample.lang()));
                });
            }
            for (ValidationImage validation : validations) {
                for (String words : List.of(validation.promptTitle(), validation.prompt())) {
                    inLanguage(words, sample.lang());
                }
                if (validation.strict()) {
                    inLanguage(validation.errorTitle(), sample.lang());
                    inLanguage(validation.error(), sample.lang());
                } else {
                    assertThat(validation.errorTitle() + validation.error()).as("suggestions refuse nothing").isEmpty();
                }
            }
        }
    }

    private static void inLanguage(String words, Lang lang) {
        assertThat(words).isNotBlank().doesNotContain("{", "}", "…", "：。", ": .");
        // Items and examples are Chinese in an English form too: they are what is written into it.
        String own = lang == Lang.EN ? words.replaceAll("[\\u4e00-\\u9fff]+", "") : words;
        assertThat(own.codePoints().anyMatch(c -> c >= 0x4E00 && c <= 0x9FFF)).as(words).isEqualTo(lang == Lang.ZH);
        assertThat(lang == Lang.ZH || own.codePoints().anyMatch(c -> c >= 'a' && c <= 'z')).as(words).isTrue();
    }

    @Test
    void errorsNameWhatTheCellTakes() {
        Sample sample = new Sample("hebei-2023", "blank", Lang.ZH);
        List<ValidationImage> project = Painter.paint(sample.layout(), sample.values()).sheets().get(2).validations().stream()
                .filter(one -> one.area().first().col() < 7).toList();
        assertThat(project).extracting(one -> one.area() + " " + one.error()).containsExactly(
                "B3 项目编码请压缩到 30 个字以内。", "E3 项目名称请压缩到 60 个字以内。", "C4 预算数应在 0 到 100,000,000 之间，请核对后改正。", "E4 财政资金应在 0 到 100,000,000 之间，请核对后改正。",
                "G4 其他资金应在 0 到 100,000,000 之间，请核对后改正。", "B5 资金用途请压缩到 500 个字以内。", "B7 支出计划3月底应在 0% 到 100% 之间，请核对后改正。", "C7 支出计划6月底应在 0% 到 100% 之间，请核对后改正。",
                "D7 支出计划10月底应在 0% 到 100% 之间，请核对后改正。", "F7 支出计划12月底应在 0% 到 100% 之间，请核对后改正。", "B8 绩效目标请压缩到 1000 个字以内。",
                "A10:A27 请从下拉菜单中选择：产出指标、效益指标、满意度指标。", "B10:B27 请从下拉菜单中选择：与“一级指标”对应的选项。", "C10:C27 ",
                "D10:D27 绩效指标描述请压缩到 200 个字以内。", "F10:F27 指标值请压缩到 50 个字以内。", "G10:G27 ");
    }

    @Test
    void theDrawingVocabularyIsKnownToThePainter() {
        assertThat(Painter.looks()).containsExactlyInAnyOrderElementsOf(SheetDef.LOOKS);
    }

    @Test
    void sheetsAreAsManyAsTheTemplateAllows() {
        var template = new Sample("hebei-2023", "blank", Lang.ZH).definition();
        assertThat(FormWriter.blank(template, Lang.ZH, java.util.Optional.of(500)).sheets()).isEqualTo(60);
        assertThat(FormWriter.blank(template, Lang.ZH, java.util.Optional.of(0)).sheets()).isEqualTo(1);
        assertThat(FormWriter.of(template, new Unit("1", "x", java.util.Map.of(), List.of(), 1), Lang.ZH, 9).sheets()).isEqualTo(5);
        assertThat(FormWriter.of(template, new Unit("1", "x", java.util.Map.of(), List.of(java.util.Map.of("name", Value.of("y"))), 1), Lang.ZH, 2).sheets()).isEqualTo(3);
    }
}
