package goalsheet.rule;

import goalsheet.rule.value.IndicatorValue.Quantity;
import goalsheet.rule.value.Operator;
import goalsheet.rule.value.Spelling;
import goalsheet.rule.value.ValueReader;
import goalsheet.template.RuleUse;
import java.util.List;
import java.util.Optional;

/**
 * A value whose sign, number and unit have columns of their own: of the fields that the setting {@code value} names, those before the
 * carrier hold the sign and those behind it the unit.
 *
 * @param sign   empty when the form has no such column
 * @param number the carrier
 * @param unit   empty when the form has no such column
 */
record ValueFields(Optional<Entry> sign, Entry number, Optional<Entry> unit) {

    /** Empty when the value has one column, or when one of its fields cannot be read. */
    static Optional<ValueFields> of(RuleUse use, Line line) {
        List<String> fields = use.setting("value");
        int number = fields.indexOf(line.carrier().field().id());
        if (fields.size() < 2 || number < 0) {
            return Optional.empty();
        }
        List<Entry> entries = fields.stream().flatMap(field -> line.entry(field).stream()).toList();
        boolean readable = entries.stream().allMatch(entry -> entry.isBlank() || entry.value().isPresent());
        Optional<Entry> sign = number > 0 ? line.entry(fields.get(0)) : Optional.empty();
        Optional<Entry> unit = number < fields.size() - 1 ? line.entry(fields.get(fields.size() - 1)) : Optional.empty();
        return readable ? Optional.of(new ValueFields(sign, line.carrier(), unit)) : Optional.empty();
    }

    /** What the column of the sign says. */
    Operator operator() {
        return ValueReader.DEFAULT.read(text(sign) + "1") instanceof Quantity quantity ? quantity.operator() : Operator.NONE;
    }

    /** What the column of the unit says, in its normal spelling. */
    String unitText() {
        return unitText(text(unit));
    }

    /** A unit in its normal spelling: 百分比 and (%) are % only behind a number. */
    static String unitText(String unit) {
        return Spelling.strip(Spelling.tidy("1" + unit).substring(1));
    }

    private static String text(Optional<Entry> entry) {
        return entry.map(one -> Spelling.strip(one.shown())).orElse("");
    }
}
