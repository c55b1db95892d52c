package goalsheet.rule;

import goalsheet.text.Text;
import java.util.List;

/**
 * Everything a rule says about itself.
 *
 * @param id       family and number ({@code AMT001}), never reused
 * @param severity of its findings, unless the rule or the template says otherwise
 * @param summary  the problem in one line, as a catalogue names it
 * @param message  what is wrong with the value found; placeholders as {@code {value}}
 * @param remedy   what to do, with an example value where there is one
 * @param fires    entries it finds fault with
 * @param passes   near misses that it leaves alone
 */
public record Rule(String id, Severity severity, Text summary, Text message, Text remedy, List<Example> fires, List<Example> passes) {

    public Rule(String id, Severity severity, Text summary, Text message, Text remedy) {
        this(id, severity, summary, message, remedy, List.of(), List.of());
    }

    public Rule withExamples(List<Example> firing, List<Example> passing) {
        return new Rule(id, severity, summary, message, remedy, firing, passing);
    }
}
