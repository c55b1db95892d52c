package goalsheet.layout;

import goalsheet.expr.Value;
import goalsheet.text.Lang;
import java.util.Map;

/**
 * What makes one unit's form out of a template.
 *
 * @param sheets   how many there are of the repeated sheet
 * @param controls values filled in and locked by the office, by full path ({@code project[2].budget})
 */
public record Form(Lang lang, int sheets, Map<String, Value> controls) {
}
