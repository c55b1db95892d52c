package goalsheet.generate;

import goalsheet.expr.Value;
import java.util.List;
import java.util.Map;

/**
 * A unit that gets a workbook.
 *
 * @param extra    what else the roster says about it: {@code department}, {@code contact}, {@code phone}; only what is given
 * @param projects what is known of its projects, by field of the repeated sheet; in order, blank values left out
 * @param row      where it first stands in the roster
 */
public record Unit(String code, String name, Map<String, String> extra, List<Map<String, Value>> projects, int row) {
}
