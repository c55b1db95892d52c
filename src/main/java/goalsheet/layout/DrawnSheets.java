package goalsheet.layout;

import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sheets of forms of one template, in one language, with one number of sheets: those with the same number and control figures in the same
 * places are one and the same, and those with other numbers have their drawing in common. For any number of threads.
 */
final class DrawnSheets {
    /** A drawing with its formulas takes half a megabyte, each further sheet a tenth of it. */
    private static final int MOST_DRAWINGS = 100;
    private static final int MOST_SHEETS = 400;

    private final Template template;
    /** By sheet and the control figures on it. */
    private final Map<List<Object>, SheetDrawing> drawings = new ConcurrentHashMap<>();
    /** By sheet, the control figures on it, and number. */
    private final Map<List<Object>, SheetLayout> sheets = new ConcurrentHashMap<>();

    DrawnSheets(Template template) {
        this.template = template;
    }

    Template template() {
        return template;
    }

    SheetLayout draw(Form form, SheetDef def, int number) {
        String prefix = Drawing.prefix(def, number);
        Set<String> controls = new HashSet<>();
        form.controls().keySet().forEach(path -> {
            if (path.startsWith(prefix)) {
                controls.add(path.substring(prefix.length()));
            }
        });
        List<Object> drawn = List.of(def.id(), controls);
        List<Object> numbered = List.of(def.id(), controls, number);
        if (drawings.size() >= MOST_DRAWINGS && !drawings.containsKey(drawn)) {
            drawings.clear();
            sheets.clear();
        }
        if (sheets.size() >= MOST_SHEETS && !sheets.containsKey(numbered)) {
            sheets.clear();
        }
        SheetDrawing drawing = drawings.computeIfAbsent(drawn, fresh -> Drawing.draw(template, form, def, controls));
        return sheets.computeIfAbsent(numbered, fresh -> new SheetLayout(def, number, Drawing.name(def, form, number), prefix, drawing));
    }
}
