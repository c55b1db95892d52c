package goalsheet.layout;

import goalsheet.expr.ExcelText;
import goalsheet.expr.Expr;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The sheets of forms of one template, in one language, with one number of sheets: those with control figures in the same places are one
 * and the same, and a formula is written once for all forms in which it looks at the same sheets. For any number of threads.
 */
final class DrawnSheets {
    /** A sheet with its formulas takes half a megabyte. */
    private static final int MOST_KEPT = 100;

    private final Template template;
    /** By sheet, number and the control figures on it. */
    private final Map<List<Object>, SheetLayout> sheets = new ConcurrentHashMap<>();
    private final Map<Object, Written> formulas = Collections.synchronizedMap(new IdentityHashMap<>());

    /** @param lookedAt sheets that it says something of, beside the one where it stands */
    private record Written(String formula, List<SheetLayout> lookedAt) {
    }

    DrawnSheets(Template template) {
        this.template = template;
    }

    Template template() {
        return template;
    }

    SheetLayout draw(Form form, SheetDef def, int number) {
        String prefix = Drawing.prefix(def, number);
        List<Object> drawn = List.of(def.id(), number, form.controls().keySet().stream().filter(path -> path.startsWith(prefix)).collect(Collectors.toUnmodifiableSet()));
        if (sheets.size() >= MOST_KEPT && !sheets.containsKey(drawn)) {
            sheets.clear();
            formulas.clear();
        }
        return sheets.computeIfAbsent(drawn, fresh -> Drawing.draw(template, form, def, number));
    }

    /**
     * An expression as a spreadsheet writes it.
     *
     * @param place  where it stands, an object of one of the drawn sheets
     * @param layout of the form
     * @param places of it, as seen from there
     */
    String written(Object place, Layout layout, Supplier<Places> places, Expr expr, boolean isPercent) {
        Written known = formulas.get(place);
        if (known != null && layout.hasAll(known.lookedAt())) {
            return known.formula();
        }
        Places looking = places.get();
        String formula = new ExcelText(looking).formula(expr, isPercent);
        formulas.put(place, new Written(formula, List.copyOf(looking.lookedAt())));
        return formula;
    }
}
