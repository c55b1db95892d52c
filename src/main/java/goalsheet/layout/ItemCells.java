package goalsheet.layout;

import static goalsheet.layout.Terms.call;
import static goalsheet.layout.Terms.join;
import static goalsheet.layout.Terms.name;
import static goalsheet.layout.Terms.words;

import goalsheet.expr.Expr;
import goalsheet.expr.Function;
import goalsheet.template.CodeList;
import goalsheet.template.Field;
import goalsheet.template.Template;
import goalsheet.xlsx.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells without words beside the form that say which item of a list stands in an entry cell, however it is spelled: "" for none.
 * Expressions take the item for what stands in the cell, as the checker does.
 */
final class ItemCells {
    private static final String BARE = SelfCheck.PREFIX + "bare.";
    private static final String ITEM = SelfCheck.PREFIX + "item.";
    private static final String PAIR = SelfCheck.PREFIX + "pair.";

    private final Template template;
    private final int firstColumn;
    /** The next free column beside the sheet's own rows ("") and beside those of each table. */
    private final Map<String, Integer> free = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();

    ItemCells(Template template, int firstColumn) {
        this.template = template;
        this.firstColumn = firstColumn;
    }

    /** The item of an entry cell, "" when its text is none. */
    static Expr item(Slot entry) {
        return name(itemPath(entry.path()));
    }

    static String itemPath(String path) {
        return ITEM + path;
    }

    /** Something when the item belongs to the one chosen above it. */
    static Expr pair(Slot entry) {
        return name(PAIR + entry.path());
    }

    static boolean isOne(String path) {
        return path.startsWith(BARE) || path.startsWith(ITEM) || path.startsWith(PAIR);
    }

    List<Slot> of(Slot entry) {
        Field field = entry.field().orElseThrow();
        List<Slot> slots = new ArrayList<>();
        template.closedList(field).filter(list -> entry.kind() == Slot.Kind.ENTRY).ifPresent(list -> {
            String column = ListSheet.PREFIX + list.id();
            slots.add(slot(entry, ITEM, call(Function.LOOKUP, name(column + ListSheet.SPELLING), key(entry, list, slots), name(column + ListSheet.ITEM))));
            if (list.isDependent()) {
                Expr.Name pairs = name(column + ListSheet.PAIR);
                slots.add(slot(entry, PAIR, call(Function.LOOKUP, pairs, join(name(field.parent()), words(ListSheet.OF), item(entry)), pairs)));
            }
        });
        return slots;
    }

    /** As {@link CodeList#key}; the bare text has a cell of its own where it is looked at more than once. */
    private Expr key(Slot entry, CodeList list, List<Slot> slots) {
        Expr bare = call(Function.BARE, name(SelfCheck.TYPED + entry.field().orElseThrow().id()));
        if (list.suffix().isEmpty()) {
            return bare;
        }
        slots.add(slot(entry, BARE, bare));
        return call(Function.UNWEIGHTED, name(BARE + entry.path()));
    }

    private Slot slot(Slot entry, String kind, Expr expr) {
        int column = columns.computeIfAbsent(kind + entry.table() + "/" + entry.field().orElseThrow().id(),
                key -> free.merge(entry.table(), firstColumn + 1, (next, start) -> next + 1) - 1);
        return SelfCheck.slot(new Ref(entry.cell().row(), column), kind + entry.path(), entry, expr);
    }
}
