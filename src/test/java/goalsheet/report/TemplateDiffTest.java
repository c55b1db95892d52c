package goalsheet.report;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;

/** What a person is told of two versions of a template. */
class TemplateDiffTest {
    private static final Path FOLDER = Path.of("src/test/resources/versions");
    private static final String OLDER = read("small-1.yaml");

    private static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Template template(String yaml) {
        return TemplateLoader.parse("small.yaml", yaml);
    }

    @ParameterizedTest
    @EnumSource(Lang.class)
    void everyKindOfChangeIsTold(Lang lang) {
        List<String> expected = read("small-1-2." + lang.name().toLowerCase(java.util.Locale.ROOT) + ".txt").lines().toList();
        assertThat(TemplateDiff.lines(template(OLDER), template(read("small-2.yaml")), lang)).containsExactlyElementsOf(expected);
    }

    /** A field that units have to fill in after the pouring; days as days; words that have changed in one language only. */
    @Test
    void aRequiredFieldAndItsDates() {
        String drawn = "      - {cells: [{text: {zh: 联系人, en: Contact}}, {field: contact}]}\n";
        String field = "      contact: {label: {zh: 联系人, en: Contact}, length: 30}\n";
        String first = OLDER.replace("version: 1", "version: 2").replace(drawn, drawn + "      - {cells: [{text: {zh: 开班日期, en: Begin}}, {field: begin}]}\n")
                .replace(field, field + "      begin: {label: {zh: 开班日期, en: Begin}, type: date, required: true, min: 2026-01-01, max: 2026-12-31}\n");
        assertThat(TemplateDiff.lines(template(OLDER), template(first), Lang.ZH)).containsExactly("small 第 1 版 → small 第 2 版",
                "", "字段", "  ＋ 封面：开班日期（begin），日期，必填",
                "", "表样文字", "  ＋ 封面：“开班日期”",
                "", "对已填的表", "  要填到新表里：fill -t small --from 旧表.xlsx -o 新表.xlsx。", "  填得进去、但检查会指出的：", "    封面：开班日期（begin）是新的必填项，要补填");
        String next = first.replace("version: 2", "version: 3").replace("开班日期", "报到日期").replace("min: 2026-01-01", "min: 2026-03-01");
        assertThat(TemplateDiff.lines(template(first), template(next), Lang.EN)).containsExactly("small version 2 → small version 3",
                "", "Fields", "  ~ Cover: Begin (begin): label (in Chinese) 开班日期 → 报到日期; min 2026-01-01 → 2026-03-01",
                "", "Printed words", "  - Cover: '开班日期'", "  + Cover: '报到日期'",
                "", "Workbooks that are filled in", "  Pour them: fill -t small --from older.xlsx -o new.xlsx.", "  Goes into it, but the check will tell:", "    Cover: Begin (begin) beyond the new limits");
    }

    @Test
    void nothingChanged() {
        assertThat(TemplateDiff.lines(template(OLDER), template(OLDER), Lang.ZH)).containsExactly("small 第 1 版 → small 第 1 版", "两份表样没有区别。", "",
                "对已填的表", "  格子、公式、文字、选项都没有变，旧表照样能用。");
    }

    /** What only concerns the check leaves filled-in workbooks as good as they were. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            check: people >= 5            | check: people >= 6
            severity: warning             | severity: error
            people: {label: {zh: 人数     | people: {prompt: {zh: 填人数, en: How many}, label: {zh: 人数
            place: {label: {zh: 地点, en: Place}, length: 60 | place: {label: {zh: 办班地点, en: Venue}, length: 50
            """)
    void rulesAndPromptsAlone(String old, String now) {
        assertThat(OLDER).contains(old);
        List<String> lines = TemplateDiff.lines(template(OLDER), template(OLDER.replace("version: 1", "version: 2").replace(old, now)), Lang.ZH);
        assertThat(lines).contains("  格子、公式、文字、选项都没有变，旧表照样能用：在新表样中写 accepts: [1] 即可。");
        List<String> accepted = TemplateDiff.lines(template(OLDER), template(OLDER.replace("version: 1", "version: 2\naccepts: [1]").replace(old, now)), Lang.ZH);
        assertThat(accepted).contains("  格子、公式、文字、选项都没有变，旧表照样能用。");
    }

    /** What the check compares has changed: older workbooks would look as if somebody had tampered with them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zh: 地点, en: Place}}      | zh: 场所, en: Place}}
            外出学习                   | 专题讲座
            rows: 5                   | rows: 6
            'n & "、" & name'          | 'n & "." & name'
            {field: people}           | {field: days}
            """)
    void whatTheCheckCompares(String old, String now) {
        assertThat(OLDER).contains(old);
        String changed = old.contains("people") ? OLDER.replace("{field: days}", "{field: _}").replace(old, now).replace("{field: _}", old) : OLDER.replace(old, now);
        String newer = changed.replace("version: 1", "version: 2");
        assertThat(TemplateDiff.lines(template(OLDER), template(newer), Lang.ZH)).contains("  要填到新表里：fill -t small --from 旧表.xlsx -o 新表.xlsx。");
        assertThat(TemplateDiff.lines(template(OLDER), template(changed), Lang.EN)).anyMatch(line -> line.startsWith("  Count the version up (version: 2)"));
        assertThat(TemplateDiff.lines(template(OLDER), template(newer.replace("version: 2", "version: 2\naccepts: [1]")), Lang.EN)).anyMatch(line -> line.contains("Take 1 out of accepts"));
    }
}
