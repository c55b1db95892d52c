package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.fill.FormData;
import goalsheet.generate.FormWriter;
import goalsheet.generate.Roster;
import goalsheet.layout.Form;
import goalsheet.layout.Layout;
import goalsheet.rule.Finding;
import goalsheet.rule.Verdict;
import goalsheet.template.Template;
import goalsheet.template.TemplateStore;
import goalsheet.text.Lang;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Forms filled with the samples, as units return them, and what the check says of a workbook in one line a finding. */
final class Returned {
    static final Path SAMPLES = Path.of("samples");
    /** What the published sheets of the court have in them, wherever else a mistake is made. */
    static final List<String> COURT = List.of(
            "INFO IND002 部门整体!D7", "INFO IND002 部门整体!D8", "INFO IND004 部门整体!D8", "INFO IND002 部门整体!D9",
            "WARNING IND001 项目1!F14", "WARNING IND001 项目2!F14", "WARNING IND001 项目3!F14", "WARNING IND001 项目4!F14", "WARNING IND001 项目5!F14");

    private static final TemplateStore TEMPLATES = new TemplateStore(Path.of("templates"));

    private Returned() {
    }

    static Template template(String id) {
        return TEMPLATES.open(id);
    }

    /** The court's five projects on an open form. */
    static Path court(Path target) {
        return fill("hebei-2023", SAMPLES.resolve("qianan-court/data.yaml"), target);
    }

    /** The same on the form made for the court, with what the office knows filled in and locked. */
    static Path courtWithControls(Path target) {
        Template template = template("hebei-2023");
        Form form = FormWriter.of(template, Roster.read(template, SAMPLES.resolve("roster.csv")).units().get(0), Lang.ZH, 0);
        return fill(template, form, FormData.read(template, List.of(SAMPLES.resolve("qianan-court/data.yaml"))), target);
    }

    /** The two projects of the sample on the form central-2021. */
    static Path centre(Path target) {
        return fill("central-2021", SAMPLES.resolve("central/data.yaml"), target);
    }

    private static Path fill(String id, Path file, Path target) {
        Template template = template(id);
        FormData data = FormData.read(template, List.of(file));
        return fill(template, FormWriter.blank(template, Lang.ZH, Optional.of(data.sheets())), data, target);
    }

    private static Path fill(Template template, Form form, FormData data, Path target) {
        FormWriter.write(Layout.of(template, form), data::value, Optional.empty(), target, false);
        return target;
    }

    static Verdict check(Path workbook) {
        return new Checker(TEMPLATES::find).check(workbook);
    }

    /** {@code ERROR AMT001 项目1!C4}, in the order of the verdict. */
    static List<String> told(Verdict verdict) {
        return verdict.findings().stream().map(Returned::line).toList();
    }

    static List<String> told(Path workbook) {
        return told(check(workbook));
    }

    static String line(Finding finding) {
        return finding.severity() + " " + finding.rule().id() + " " + finding.place().sheet() + "!" + finding.place().cell();
    }

    /** What was found beyond the lines known before; those must all be there but the ones that went with the mistake. */
    static List<String> beyond(List<String> told, List<String> known, List<String> gone) {
        List<String> rest = new ArrayList<>(told);
        for (String line : known) {
            assertThat(rest.remove(line)).as("%s in %s", line, told).isEqualTo(!gone.contains(line));
        }
        return rest;
    }
}
