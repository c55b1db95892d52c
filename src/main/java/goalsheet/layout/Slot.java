package goalsheet.layout;

import goalsheet.expr.Expr;
import goalsheet.template.Field;
import goalsheet.template.FieldType;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Ref;
import java.util.Optional;

/**
 * One drawn cell of a form.
 *
 * @param area   the cells it covers; the value stands in the first
 * @param kind   who fills it in
 * @param path   of its field within the sheet ({@code indicators[3].level2}), "" when it holds no field
 * @param table  the table whose row it stands in, "" for none
 * @param index  of that row, from 1; 0 for none
 * @param text   printed words, "" unless a label; {@link SheetLayout#words} fills in the number of the sheet
 * @param expr   what is calculated
 * @param look   as written in the template, "" for the usual
 * @param link   full name of the sheet a click leads to, "" for none
 */
public record Slot(Area area, Kind kind, String path, String table, int index, Optional<Field> field, String text, Optional<Expr> expr,
        String look, String link) {

    /** Who fills a cell in. */
    public enum Kind {
        LABEL, ENTRY, CONTROL, CALCULATED
    }

    /** Whether the cell holds a fraction that means points. */
    public boolean isPercent() {
        return field.filter(known -> known.type() == FieldType.PERCENT).isPresent();
    }

    /** Whether the cell holds a text. */
    public boolean isText() {
        return field.filter(known -> !known.type().isNumeric()).isPresent() || ItemCells.isOne(path);
    }

    /** Whether it stands beside the printed form, as part of its live self-check. */
    public boolean isBeside() {
        return path.startsWith(SelfCheck.PREFIX) || look.equals(SelfCheck.BESIDE);
    }

    public Ref cell() {
        return area.first();
    }
}
