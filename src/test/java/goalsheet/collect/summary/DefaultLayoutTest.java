package goalsheet.collect.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import goalsheet.SchemaValidation;
import goalsheet.collect.Collection;
import goalsheet.collect.Ledger;
import goalsheet.generate.Roster;
import goalsheet.generate.Unit;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import goalsheet.xlsx.styled.LayoutException;
import goalsheet.xlsx.styled.StyledLayout;
import goalsheet.xlsx.styled.Vocabulary.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layouts made from templates of different shapes. */
class DefaultLayoutTest {
    @TempDir
    private Path folder;

    private static Template template(String file) {
        return TemplateLoader.load(Path.of(file));
    }

    private static List<String> sheets(Template template, Lang lang) throws IOException {
        List<String> names = new ArrayList<>();
        byte[] bytes = DefaultLayout.of(template, lang);
        assertThat(SchemaValidation.errors(bytes)).isEmpty();
        StyledLayout.read("default", bytes, new SummaryFields(template).vocabulary());
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            workbook.forEach(sheet -> names.add(sheet.getSheetName()));
        }
        return names;
    }

    @Test
    void sheetsFollowTheForm() throws IOException {
        assertThat(sheets(template("templates/hebei-2023.yaml"), Lang.ZH)).containsExactly("总览", "报送情况", "项目汇总", "支出计划", "指标汇总", "问题清单", "未报送名单", "共性问题", "勾稽");
        assertThat(sheets(template("templates/hebei-2023.yaml"), Lang.EN)).containsExactly("Overview", "Units", "Projects", "Spend plan", "Indicators", "Findings", "Missing units", "Common mistakes", "Balance");
        assertThat(sheets(template("templates/central-2021.yaml"), Lang.ZH)).containsExactly("总览", "报送情况", "项目汇总", "指标汇总", "问题清单", "未报送名单", "共性问题", "勾稽");
        assertThat(sheets(template("src/test/resources/templates/equipment.yaml"), Lang.ZH)).startsWith("总览", "报送情况").doesNotContain("支出计划", "勾稽");
    }

    @Test
    void theUnitOfAmountsIsTheFormsOwn() {
        assertThat(new SummaryFields(template("templates/hebei-2023.yaml")).money().zh()).isEqualTo("金额单位：万元");
        assertThat(new SummaryFields(template("templates/central-2021.yaml")).money().zh()).isEqualTo("金额单位：元");
    }

    @Test
    void aCollectionWithoutASubmissionIsWritten() throws IOException {
        Template template = template("templates/central-2021.yaml");
        try (Ledger ledger = Ledger.open("jdbc:sqlite:" + folder.resolve("ledger.db"))) {
            Roster roster = new Roster(List.of(new Unit("1", "甲", Map.of(), List.of(), 2)), List.of());
            Path written = Summary.write(Collection.conclude(template, roster, ledger), Lang.ZH, Summary.layout(template, Lang.ZH, Optional.empty()), folder, 2);
            assertThat(Dump.of(written)).contains("D4 没有发现问题", "A4 1 | C4 1 | D4 甲 | E4 未交 | F4 0 | J4 请尽快报送。");
            assertThat(SchemaValidation.errors(written)).isEmpty();
        }
    }

    @Test
    void theOfficesOwnLayoutIsUsedAndItsMistakesAreTold() throws IOException {
        Template template = template("templates/hebei-2023.yaml");
        Path own = folder.resolve("hebei-2023" + Summary.LAYOUT);
        Summary.writeLayout(template, Lang.ZH, own, false);
        Summary.check(template, own);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(own)))) {
            workbook.getSheet("总览").getRow(0).getCell(0).setCellValue("{titel}");
            try (var out = Files.newOutputStream(own)) {
                workbook.write(out);
            }
        }
        assertThatThrownBy(() -> Summary.check(template, own)).isInstanceOf(LayoutException.class).hasMessage("hebei-2023.summary.xlsx, sheet '总览' A1: the placeholder {titel} is unknown; did you mean 'title'?");
    }

    @Test
    void thePageNamesEveryPlaceholder() throws IOException {
        String page = Files.readString(Path.of("docs/collect-layout.md"));
        Set<String> told = new TreeSet<>(Pattern.compile("`\\{?([a-z][a-z-]*)}?`").matcher(page).results().map(match -> match.group(1)).toList());
        var vocabulary = new SummaryFields(template("templates/hebei-2023.yaml")).vocabulary();
        Set<String> known = new TreeSet<>(vocabulary.kinds().stream().map(Kind::name).toList());
        vocabulary.kinds().forEach(kind -> known.addAll(kind.keys()));
        known.addAll(vocabulary.single());
        assertThat(known).containsAll(told.stream().filter(word -> !word.equals("collect")).toList());
        Set<String> own = new TreeSet<>(vocabulary.single().stream().filter(single -> !single.contains(".")).toList());
        vocabulary.kinds().forEach(kind -> {
            own.add(kind.name());
            kind.keys().stream().filter(key -> key.contains("-") && !key.endsWith(SummaryFields.PLANNED)).forEach(own::add);
        });
        assertThat(told).containsAll(own);
    }
}
