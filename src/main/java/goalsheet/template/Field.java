package goalsheet.template;

import goalsheet.expr.Expr;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One field of a form.
 *
 * @param id       name in expressions and data files; groups are written with a dot ({@code plan.m12})
 * @param label    the field in words
 * @param min      smallest number allowed (points for a percentage)
 * @param length   longest text allowed in characters, 0 for no limit
 * @param list     code list of a LIST field, or of suggestions for a text; "" for none
 * @param parent   field of the same row or sheet whose value selects the items of {@code list}; "" for none
 * @param prompt   what is shown when the cell is chosen
 * @param formula  how it is calculated; empty for an entry field
 * @param formerly ids that it had in older versions of the form, within the same sheet or table
 */
public record Field(String id, Text label, FieldType type, boolean required, Optional<BigDecimal> min, Optional<BigDecimal> max,
        int length, String list, String parent, Text prompt, Optional<Expr> formula, List<String> formerly) {

    /** A field that was never called otherwise. */
    public Field(String id, Text label, FieldType type, boolean required, Optional<BigDecimal> min, Optional<BigDecimal> max,
            int length, String list, String parent, Text prompt, Optional<Expr> formula) {
        this(id, label, type, required, min, max, length, list, parent, prompt, formula, List.of());
    }

    public boolean isCalculated() {
        return formula.isPresent();
    }
}
