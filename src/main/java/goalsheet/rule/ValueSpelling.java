package goalsheet.rule;

import goalsheet.rule.value.Spelling;
import goalsheet.rule.value.ValueReader;
import goalsheet.template.FieldType;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A number or date in other characters than usual; one finding for a field, each column of a value by itself. Settings as in
 * {@link Indicator}.
 */
final class ValueSpelling implements CodedRule {
    private static final Rule RULE = new Rule("IND002", Severity.INFO,
            Text.of("指标值写法不规范", "The value is not in the normal spelling"),
            Text.of("“{value}”用了不规范的符号、全角字符或特殊空格。", "\"{value}\" has unusual signs, full-width characters or odd blanks."),
            Text.of("改为“{expected}”：符号用 ≥ ≤ =，百分号用 %，数字用半角，如“≥90%”。",
                    "Write \"{expected}\": the signs ≥ ≤ =, the % sign and half-width digits, like ≥90%."))
            .withExamples(
                    List.of(Example.of("≧90%"), Example.of("９０％"), Example.of("≥90（%）"), Example.of("≥90百分比"), Example.of("＝20万元"),
                            Example.of("》95%"), Example.of("１２月底")),
                    List.of(Example.of("≥90%"), Example.of("不低于90%"), Example.of("3～5天"), Example.of("百分之百"), Example.of("20万元（含税）"),
                            Example.of("健全，有效"), Example.of("≥ 90 %")));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        // wordings are prose, where full-width characters are right: only a field that holds a number or date is looked at
        Set<Entry> measured = Collections.newSetFromMap(new IdentityHashMap<>());
        Indicator.of(use, submission).stream().filter(indicator -> indicator.value().isMeasured()).map(Indicator::carrier).forEach(measured::add);
        for (Line line : Line.of(use, submission)) {
            Optional<ValueFields> columns = ValueFields.of(use, line);
            String text = line.text(use, "value");
            if (columns.isPresent()) {
                columns(columns.get(), found);
            } else if (measured.contains(line.carrier())) {
                field(line.carrier(), text, Spelling.tidy(text), found);
            }
        }
    }

    private static void columns(ValueFields columns, Consumer<Finding> found) {
        if (!ValueReader.DEFAULT.read(columns.number().shown()).isMeasured()) {
            return;
        }
        // what is chosen from a list is the form's own spelling
        columns.sign().filter(ValueSpelling::isTyped).ifPresent(sign -> field(sign, Spelling.strip(sign.shown()), Spelling.tidy(sign.shown()), found));
        Entry number = columns.number();
        if (isTyped(number) && ValueInTwoPlaces.finding(columns).isEmpty()) {
            field(number, Spelling.strip(number.shown()), Spelling.tidy(number.shown()), found);
        }
        columns.unit().filter(ValueSpelling::isTyped).ifPresent(unit -> field(unit, Spelling.strip(unit.shown()), columns.unitText(), found));
    }

    private static boolean isTyped(Entry entry) {
        return !entry.field().type().isNumeric() && entry.field().type() != FieldType.LIST;
    }

    private static void field(Entry entry, String text, String tidy, Consumer<Finding> found) {
        if (!tidy.equals(text)) {
            found.accept(Finding.of(RULE, entry.place(), text, Text.same(tidy), Map.of()));
        }
    }
}
