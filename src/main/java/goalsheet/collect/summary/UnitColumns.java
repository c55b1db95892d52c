package goalsheet.collect.summary;

import goalsheet.collect.Standing;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.styled.Fill;
import java.util.HashMap;
import java.util.Map;

/** Columns that several lists have. */
final class UnitColumns {
    static final Text STRANGER = Text.of("不在名单", "not in the roster");

    private UnitColumns() {
    }

    static Map<String, Fill> of(Standing unit, long number) {
        Map<String, Fill> row = new HashMap<>();
        row.put("row-number", Fill.of(number));
        row.put("unit-department", Fill.of(unit.department()));
        row.put("unit-code", Fill.of(unit.code()));
        row.put("unit-name", Fill.of(unit.name()));
        return row;
    }

    static Fill state(Standing unit, Lang lang) {
        return Fill.of(unit.listed() ? unit.state().label().in(lang) : STRANGER.in(lang));
    }
}
