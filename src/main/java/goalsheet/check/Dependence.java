package goalsheet.check;

import goalsheet.expr.Expr;
import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import java.util.Set;

/**
 * What rests on fields that have an error of their own: a rule about it would only repeat that error.
 *
 * @param unusable full paths of those fields
 */
record Dependence(Layout layout, Set<String> unusable) {

    /** Whether the expression, seen from a sheet or from a row of a table, looks at such a field, be it through a calculated one. */
    boolean of(Expr expr, SheetLayout sheet, String table, int index) {
        return !unusable.isEmpty() && layout.sources(expr, sheet, table, index).anyMatch(source -> unusable.contains(source.fullPath())
                || source.slot().expr().filter(inner -> of(inner, source.sheet(), source.slot().table(), source.slot().index())).isPresent());
    }

    /** Whether the field at a path of the sheet is calculated from such fields. */
    boolean of(SheetLayout sheet, String path) {
        return sheet.slot(path).filter(slot -> slot.expr().filter(expr -> of(expr, sheet, slot.table(), slot.index())).isPresent()).isPresent();
    }
}
