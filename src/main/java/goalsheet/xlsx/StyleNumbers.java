package goalsheet.xlsx;

import goalsheet.xlsx.WorkbookImage.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers of the styles and effects of one workbook, in the order in which they are first asked for: those that they get in a {@link StyleBook}. */
final class StyleNumbers {
    private final Map<Style, Integer> styles = new HashMap<>();
    private final Map<Effect, Integer> effects = new HashMap<>();
    private final List<Object> order = new ArrayList<>();

    /** From 1 on: number 0 belongs to cells that nobody describes. */
    int style(Style style) {
        return styles.computeIfAbsent(style, next -> {
            order.add(style);
            return styles.size() + 1;
        });
    }

    /** From 0 on. */
    int effect(Effect effect) {
        return effects.computeIfAbsent(effect, next -> {
            order.add(effect);
            return effects.size();
        });
    }

    /** All of them, which decide what the part with the styles holds. */
    List<Object> order() {
        return List.copyOf(order);
    }
}
