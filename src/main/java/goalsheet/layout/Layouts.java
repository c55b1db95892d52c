package goalsheet.layout;

import goalsheet.template.Template;
import goalsheet.text.Lang;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Lays out the forms of one run: those that differ in nothing but their control figures are drawn once, and others have in common what they can. Any number of threads may ask. */
public final class Layouts {
    /** Units of a county have as many different numbers of projects, in few languages and templates. */
    private static final int MOST_KEPT = 12;

    /** They hold the most memory. */
    private static final int MOST_SHARED = 4;

    private final Map<Drawn, Layout> kept = new LinkedHashMap<>(MOST_KEPT, 0.75f, true);
    private final Map<Shared, DrawnSheets> shared = new LinkedHashMap<>(MOST_SHARED, 0.75f, true);

    /** What a drawing depends on. Templates are told apart as objects: another one of the same name may say something else. */
    private record Drawn(int template, String id, Lang lang, int sheets, Set<String> controls) {
    }

    /** Forms of one template, language and number of sheets share their sheets. */
    private record Shared(int template, String id, Lang lang, int sheets) {
    }

    /** The layout of a form. */
    public Layout of(Template template, Form form) {
        Drawn drawn = new Drawn(System.identityHashCode(template), template.id(), form.lang(), form.sheets(), form.controls().keySet());
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
        Shared key = new Shared(System.identityHashCode(template), template.id(), form.lang(), form.sheets());
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
