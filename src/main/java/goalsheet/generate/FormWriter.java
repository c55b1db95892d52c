package goalsheet.generate;

import goalsheet.expr.Value;
import goalsheet.layout.Form;
import goalsheet.layout.Layout;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.xlsx.SafeFile;
import goalsheet.xlsx.WorkbookWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes forms for units and writes them as workbooks. */
public final class FormWriter {
    private FormWriter() {
    }

    /**
     * A form nobody has filled anything into.
     *
     * @param sheets of the repeated kind, at most what the template allows; as many as the template starts with when empty
     */
    public static Form blank(Template template, Lang lang, Optional<Integer> sheets) {
        return new Form(lang, repeat(template).map(repeat -> Math.min(repeat.max(), Math.max(1, sheets.orElse(repeat.start())))).orElse(0), Map.of());
    }

    /**
     * One unit's form: what the office knows of the unit and its projects is filled in and locked.
     *
     * @param spare blank sheets after those of the known projects
     */
    public static Form of(Template template, Unit unit, Lang lang, int spare) {
        Map<String, Value> controls = new LinkedHashMap<>();
        controls.put(template.unitCode(), Value.of(unit.code()));
        controls.put(template.unitName(), Value.of(unit.name()));
        Optional<SheetDef> repeated = template.repeated();
        List<Map<String, Value>> projects = unit.projects();
        for (int i = 0; i < projects.size() && repeated.isPresent(); i++) {
            String prefix = repeated.get().id() + "[" + (i + 1) + "].";
            projects.get(i).forEach((field, value) -> controls.put(prefix + field, value));
        }
        int sheets = repeat(template).map(repeat -> projects.isEmpty() ? repeat.start() : Math.max(projects.size(), Math.min(repeat.max(), projects.size() + spare))).orElse(0);
        return new Form(lang, sheets, controls);
    }

    private static Optional<SheetDef.Repeat> repeat(Template template) {
        return template.repeated().flatMap(SheetDef::repeat);
    }

    /**
     * Writes a workbook, whole or not at all.
     *
     * @param values   of entry fields by full path, blank where there is none
     * @param password of the protection, if it is to have one
     * @throws goalsheet.xlsx.OutputException when it cannot be written
     */
    public static void write(Layout layout, Function<String, Value> values, Optional<String> password, Path target, boolean overwrite) {
        write(layout, Contents.of(values), password, target, overwrite);
    }

    /** The same with a signature or with notes. */
    public static void write(Layout layout, Contents contents, Optional<String> password, Path target, boolean overwrite) {
        SafeFile.write(target, overwrite, body(layout, contents, password));
    }

    /** What {@link #write} writes, painted when it is written: of hundreds of forms only one is in memory. */
    public static SafeFile.Body body(Layout layout, Contents contents, Optional<String> password) {
        return out -> WorkbookWriter.write(Painter.paint(layout, contents), password, out);
    }
}
