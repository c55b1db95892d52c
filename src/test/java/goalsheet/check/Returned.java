package goalsheet.check;

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
public final class Returned {
    static final Path SAMPLES = Path.of("samples");
    /** What the published sheets of the court have in them, wherever else a mistake is made. */
    public static final List<String> COURT = court();

    private static final TemplateStore TEMPLATES = new TemplateStore(Path.of("templates"));

    private Returned() {
    }

    private static List<String> court() {
        // the whole unit: ≧ and ≦ for ≥ and ≤, and at least 100 %
        List<String> lines = new ArrayList<>(List.of("INFO IND002 部门整体!D7", "INFO IND002 部门整体!D8", "INFO IND004 部门整体!D8", "INFO IND002 部门整体!D9"));
        for (int project = 1; project <= 5; project++) {
            String sheet = " 项目" + project + "!";
            // the same six indicators everywhere: told once, at the last
            add(lines, project == 5, "WARNING IND015" + sheet);
            // 80 of 100 in the last two months
            add(lines, project == 1, "INFO PLN005" + sheet + "F7");
            // 目标内容1 left in the goal
            add(lines, project == 1 || project == 3, "WARNING STR014" + sheet + "B8");
            // 数量 is a completion rate, in a name that fits any project
            lines.addAll(List.of("WARNING IND007" + sheet + "C10", "WARNING IND012" + sheet + "C10"));
            // （%） after (%)
            add(lines, project == 4, "INFO TXT004" + sheet + "C10");
            // descriptions repeat names: told once, at the first
            add(lines, project == 1, "INFO IND014" + sheet + "D10");
            // 年初工作计划 on all rows, two more names that fit any project, 预算执行率 for a cost, a benefit nobody can measure
            lines.addAll(List.of("INFO STR015" + sheet + "G10", "WARNING IND012" + sheet + "C11", "WARNING IND008" + sheet + "C12",
                    "WARNING IND012" + sheet + "C13", "WARNING IND012" + sheet + "C14", "WARNING IND001" + sheet + "F14"));
        }
        return List.copyOf(lines);
    }

    private static void add(List<String> lines, boolean isThere, String line) {
        if (isThere) {
            lines.add(line);
        }
    }

    static Template template(String id) {
        return TEMPLATES.open(id);
    }

    /** The court's five projects on an open form. */
    public static Path court(Path target) {
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

    public static List<String> told(Path workbook) {
        return told(check(workbook));
    }

    static String line(Finding finding) {
        return finding.severity() + " " + finding.rule().id() + " " + finding.place().sheet() + "!" + finding.place().cell();
    }

    /** What was found beyond the lines known before; and those of them that are not there any more, each behind a minus. */
    static List<String> change(List<String> told, List<String> known) {
        List<String> change = new ArrayList<>(told);
        List<String> gone = new ArrayList<>();
        known.stream().filter(line -> !change.remove(line)).forEach(line -> gone.add("- " + line));
        change.addAll(gone);
        return change;
    }
}
