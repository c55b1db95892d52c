package goalsheet.fill;

import goalsheet.expr.Value;
import goalsheet.text.Text;

/**
 * A value to fill in.
 *
 * @param value  blank is never kept: what is not given has no datum
 * @param source where it was written: {@code data.yaml:17}, {@code projects.xlsx 第3行 预算数}
 */
public record Datum(Value value, Text source) {
}
