package goalsheet.layout;

import goalsheet.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays out the forms of one run: those that differ in nothing but their control figures are drawn once, and others have in common what they can. Any number of threads may ask. */
public final class Layouts {
    /** Units of a county have as many different numbers of projects, in few languages and templates. */
    private static final int MOST_KEPT = 12;

    /** They hold the most memory. */
    private static final int MOST_SHARED = 4;

    /** By what a drawing depends on. Templates are told apart as objects: another one of the same name may say something else. */
    private final Map<List<Object>, Layout> kept = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);
    /** Forms of one template, language and number of sheets share their sheets. */
    private final Map<List<Object>, DrawnSheets> shared = new LinkedHashMap<>(MOST_SHARED, 0.75f, true);

    /** The layout of a form. */
    public Layout of(Template template, Form form) {
        List<Object> drawn = List.of(System.identityHashCode(template), template.id(), form.lang(), form.sheets(), form.controls().keySet());
        Layout known;
        synchronized (kept) {
            known = kept.get(drawn);
        }
        if (known == null || known.template() != template) {
            known = Layout.of(template, form, sheets(template, form));
            known.complete();
            synchronized (kept) {
                kept.put(drawn, known);
                if (kept.size() > MOST_KEPT) {
                    kept.remove(kept.keySet().iterator().next());
                }
            }
        }
        return known.with(form);
    }

    private DrawnSheets sheets(Template template, Form form) {
        List<Object> key = List.of(System.identityHashCode(template), template.id(), form.lang(), form.sheets());
        synchronized (shared) {
            DrawnSheets known = shared.get(key);
            if (known == null || known.template() != template) {
                known = new DrawnSheets(template);
                shared.put(key, known);
                if (shared.size() > MOST_SHARED) {
                    shared.remove(shared.keySet().iterator().next());
                }
            }
            return known;
        }
    }
}
