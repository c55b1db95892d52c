package goalsheet.collect;

import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.rule.Severity;
import goalsheet.text.Text;

/** A finding as the ledger keeps it, worded in both languages. */
public record Note(String rule, Severity severity, Place place, String value, Text summary, Text message, Text remedy, String waiver) {

    static Note of(Finding finding) {
        return new Note(finding.rule().id(), finding.severity(), finding.place(), finding.value(), finding.rule().summary(), finding.message(), finding.remedy(),
                finding.arguments().getOrDefault("waiver", Text.EMPTY).zh());
    }
}
