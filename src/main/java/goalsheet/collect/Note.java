package goalsheet.collect;

import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.rule.Rule;
import goalsheet.rule.Severity;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A finding as the ledger keeps it, worded in both languages. */
public record Note(String rule, Severity severity, Place place, String value, Text summary, Text message, Text remedy, String waiver) {

    static Note of(Finding finding) {
        return new Note(finding.rule().id(), finding.severity(), finding.place(), finding.value(), finding.rule().summary(), finding.message(), finding.remedy(),
                finding.waiver());
    }

    /** How many places some notes speak of. */
    public static int places(List<Note> notes) {
        return Place.count(notes.stream().map(Note::place).toList());
    }

    /** The same with something else to do about it. */
    public Note with(Text otherRemedy) {
        return new Note(rule, severity, place, value, summary, message, otherRemedy, waiver);
    }

    /**
     * The same as a finding, for those who show findings; its words are put in last, so that braces in a unit's text stay what they are.
     *
     * @param known the rule, unless it is none of this program any more
     */
    public Finding finding(Optional<Rule> known) {
        Rule worded = new Rule(rule, severity, summary, Text.same("{told}"), Text.same("{cure}"));
        Rule told = known.map(each -> worded.because(each.why(), each.source())).orElse(worded);
        return Finding.of(told, place, value, Text.EMPTY, Map.of("told", message, "cure", remedy));
    }
}
