package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.RawEdit;
import goalsheet.expr.Value;
import goalsheet.generate.FormWriter;
import goalsheet.generate.Roster;
import goalsheet.layout.Form;
import goalsheet.layout.Identity;
import goalsheet.layout.Layout;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.xlsx.WorkbookReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A figure of the office for something that the form adds up itself. */
class ControlFiguresTest {
    @TempDir
    Path folder;

    private List<String> told(String fiscal, String other) throws Exception {
        Template template = Returned.template("central-2021");
        Path roster = folder.resolve("roster.csv");
        Files.writeString(roster, "单位编码,单位名称,项目名称,年度资金总额\n417002,云岭县疾病预防控制中心,冷链设备更新,260000\n");
        Form form = FormWriter.of(template, Roster.read(template, roster).units().get(0), Lang.ZH, 0);
        Map<String, Value> values = Map.of("item[1].fiscal", Value.of(new BigDecimal(fiscal)), "item[1].other", Value.of(new BigDecimal(other)));
        Path file = folder.resolve("form.xlsx");
        FormWriter.write(Layout.of(template, form), path -> values.getOrDefault(path, Value.BLANK), Optional.empty(), file, true);
        return Returned.check(file).findings().stream().filter(finding -> finding.rule().id().equals("AMT006"))
                .map(finding -> Returned.line(finding) + " " + finding.message().in(Lang.ZH)).toList();
    }

    @Test
    void aSumThatDiffersIsTold() throws Exception {
        assertThat(told("200000", "50000")).containsExactly("ERROR AMT006 项目（1）!F6 年度资金总额合计为 250000，财政部门给的控制数是 260000，相差 10000。");
    }

    @Test
    void theSameSumIsNot() throws Exception {
        assertThat(told("200000", "60000")).isEmpty();
        assertThat(told("200000.001", "60000")).isEmpty();
    }

    private static List<String> damage(RawEdit edit, Path target) throws Exception {
        return Returned.told(edit.save(target)).stream().filter(line -> line.contains(" INT") || line.contains(" IDN") || line.contains(" STR007")).toList();
    }

    /** Excel and WPS leave texts out of sums, and show them where a figure is repeated. */
    @Test
    void whatFollowsFromAFigureTypedAnewAsTextIsNoDamage() throws Exception {
        Path form = Returned.courtWithControls(folder.resolve("controls.xlsx"));
        RawEdit typed = RawEdit.of(form).text("项目1", "C4", "10").cached("封面", "D14", "672.44");
        assertThat(damage(typed, folder.resolve("text.xlsx"))).containsExactly("WARNING STR007 项目1!C4");
        RawEdit wrong = RawEdit.of(form).cached("封面", "D14", "672.44");
        assertThat(damage(wrong, folder.resolve("wrong.xlsx"))).containsExactly("ERROR INT010 封面!D14");
    }

    /** Who forges a figure and the hidden identity with it is told once: nothing is known of what the form's results should be. */
    @Test
    void aForgedIdentityIsToldOnce() throws Exception {
        Path form = Returned.courtWithControls(folder.resolve("controls.xlsx"));
        Identity identity = Identity.of(WorkbookReader.read(form)).orElseThrow();
        int row = identity.rows().indexOf(List.of("control:project[1].budget", "10", "number")) + 1;
        RawEdit forged = RawEdit.of(form).text(Identity.SHEET, "B" + row, "12").number("项目1", "C4", "12");
        assertThat(damage(forged, folder.resolve("forged.xlsx"))).containsExactly("ERROR IDN005 !");
    }
}
