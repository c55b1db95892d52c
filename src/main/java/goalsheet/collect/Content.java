package goalsheet.collect;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one field of a submission holds.
 *
 * @param part    id of the sheet's definition
 * @param sheetNo among the sheets of the definition, from 1
 * @param list    table in whose rows it stands, "" for none
 * @param row     of that table, from 1; 0 for none
 * @param content as people write it
 * @param number  when it is one; points for percentages
 */
public record Content(String part, int sheetNo, String list, int row, String field, String sheet, String cell, String content, Optional<BigDecimal> number) {
}
