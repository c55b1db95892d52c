package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.expr.Value;
import goalsheet.fill.FormData;
import goalsheet.generate.FormWriter;
import goalsheet.layout.Layout;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One mistake in the points of a careful form is told once, and what may be otherwise is not told. */
class PointsTest {
    @TempDir
    Path folder;

    /** Rows of the first project: 1 cost (20), 2 to 5 output (40), 6 and 7 benefit (20), 8 satisfaction (10). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "1.weight=25, 2.weight=5|WARNING WGT003 项目（1）!G11, WARNING WGT003 项目（1）!G11",
            "1.weight=25|ERROR WGT001 项目（1）!G11",
            "1.weight=二十|ERROR STR002 项目（1）!H13",
            "1.weight=120|ERROR STR003 项目（1）!H13",
            "1.weight=|ERROR STR001 项目（1）!H13",
            "1.level1=成本, 2.level1=产出（40分）, 8.level1= 满意度 指标|-",
            "1.level1=成夲指标|ERROR STR004 项目（1）!A13",
            "2.weight=11.005, 3.weight=8.995|-",
            "1.level1=产出指标, 1.level2=数量指标, 1.weight=10, 6.weight=20|WARNING IND009 项目（1）!C13",
            "8.level1=效益指标, 8.level2=社会效益指标|WARNING IND009 项目（1）!C20"})
    void areToldOnce(String changes, String told) throws Exception {
        assertThat(changes + " " + told(changes)).isEqualTo(changes + " " + Arrays.asList(told == null ? new String[0] : told.split(", ")));
    }

    private List<String> told(String changes) {
        Template template = Returned.template("central-2021");
        FormData data = FormData.read(template, List.of(Returned.SAMPLES.resolve("central/data.yaml")));
        Layout layout = Layout.of(template, FormWriter.blank(template, Lang.ZH, Optional.of(data.sheets())));
        Map<String, String> typed = Arrays.stream(changes.split(", ")).map(change -> change.split("=", 2))
                .collect(Collectors.toMap(change -> change[0].replaceFirst("(\\d)\\.", "item[1].indicators[$1]."), change -> change[1]));
        Path file = folder.resolve("points.xlsx");
        FormWriter.write(layout, path -> typed.containsKey(path) ? value(typed.get(path)) : data.value(path), Optional.empty(), file, true);
        return Returned.told(file);
    }

    private static Value value(String text) {
        return text.matches("\\d+(\\.\\d+)?") ? Value.of(new BigDecimal(text)) : Value.of(text);
    }
}
