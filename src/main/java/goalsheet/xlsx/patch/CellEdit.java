package goalsheet.xlsx.patch;

import goalsheet.xlsx.Ref;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A new value for one cell.
 *
 * @param sheet    name of its tab
 * @param number   what it shall hold; empty for a text
 * @param text     when it is no number; "" empties the cell
 * @param isResult whether it is what the cell's formula gives; the formula stays
 */
public record CellEdit(String sheet, Ref cell, Optional<BigDecimal> number, String text, boolean isResult) {
    public static CellEdit number(String sheet, Ref cell, BigDecimal number) {
        return new CellEdit(sheet, cell, Optional.of(number), "", false);
    }

    public static CellEdit text(String sheet, Ref cell, String text) {
        return new CellEdit(sheet, cell, Optional.empty(), text, false);
    }

    /** The same as what a formula gives. */
    public CellEdit asResult() {
        return new CellEdit(sheet, cell, number, text, true);
    }
}
