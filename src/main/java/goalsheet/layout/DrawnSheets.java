package goalsheet.layout;

import goalsheet.expr.ExcelText;
import goalsheet.expr.Expr;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The sheets of forms of one template, in one language, with one number of sheets: those with control figures in the same places are one
 * and the same, and a formula is written once for all sheets and forms in which it looks at the same sheets. For any number of threads.
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
    private final Map<Stated, Written> formulas = new ConcurrentHashMap<>();

    /**
     * Where an expression stands, and on which sheet if it is written in other words on others.
     *
     * @param place an object of a drawing
     */
    private record Stated(Object place, Optional<SheetLayout> sheet) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Stated stated && place == stated.place && sheet.equals(stated.sheet);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(place) * 31 + sheet.hashCode();
        }
    }

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
        Set<String> controls = new HashSet<>();
        form.controls().keySet().forEach(path -> {
            if (path.startsWith(prefix)) {
                controls.add(path.substring(prefix.length()));
            }
        });
        List<Object> drawn = List.of(def.id(), controls);
        List<Object> numbered = List.of(def.id(), controls, number);
        if (drawings.size() >= MOST_DRAWINGS && !drawings.containsKey(drawn) || sheets.size() >= MOST_SHEETS && !sheets.containsKey(numbered)) {
            drawings.clear();
            sheets.clear();
            formulas.clear();
        }
        SheetDrawing drawing = drawings.computeIfAbsent(drawn, fresh -> Drawing.draw(template, form, def, controls));
        return sheets.computeIfAbsent(numbered, fresh -> new SheetLayout(def, number, Drawing.name(def, form, number), prefix, drawing));
    }

    /**
     * An expression as a spreadsheet writes it.
     *
     * @param place  where it stands, an object of the sheet's drawing
     * @param layout of the form
     * @param places of it, as seen from there
     */
    String written(Object place, SheetLayout sheet, Layout layout, Supplier<Places> places, Expr expr, boolean isPercent) {
        Stated everywhere = new Stated(place, Optional.empty());
        Stated here = new Stated(place, Optional.of(sheet));
        Written known = formulas.getOrDefault(everywhere, formulas.get(here));
        if (known != null && layout.hasAll(known.lookedAt())) {
            return known.formula();
        }
        Places looking = places.get();
        String formula = new ExcelText(looking).formula(expr, isPercent);
        formulas.put(looking.isOfOneSheet() ? here : everywhere, new Written(formula, List.copyOf(looking.lookedAt())));
        return formula;
    }
}
