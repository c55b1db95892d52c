package goalsheet.rule;

import goalsheet.text.Text;
import java.util.List;

/**
 * Everything a rule says about itself: catalogue, pages, legend and messages are all made from this.
 *
 * @param id       family and number ({@code AMT001}), never reused
 * @param status   since when there is this rule, and whether it is still run
 * @param severity of its findings, unless the rule or the template says otherwise
 * @param summary  the problem in one line, as a catalogue names it
 * @param message  what is wrong with the value found; placeholders as {@code {value}}
 * @param remedy   what to do, with an example value where there is one
 * @param why      why it matters to whoever reads the form; empty when summary and source say enough
 * @param source   where the rule comes from: a published text, or the customary practice of reviewers
 * @param fires    entries it finds fault with
 * @param passes   near misses that it leaves alone
 */
public record Rule(String id, Status status, Severity severity, Text summary, Text message, Text remedy, Text why, Text source, List<Example> fires,
        List<Example> passes) {
    /** Source of a rule that no official text states. */
    public static final Text CUSTOMARY = Text.of("常见审核口径", "customary review practice");
    /** Source of a rule that follows from the form itself: its arithmetic, its lists, its locks. */
    public static final Text THE_FORM = Text.of("表样本身的要求", "the form itself");
    /** Since when there are the rules that do not say otherwise. */
    private static final Status FIRST = new Status.InUse("0.1.0");

    public Rule {
        fires = List.copyOf(fires);
        passes = List.copyOf(passes);
    }

    public Rule(String id, Severity severity, Text summary, Text message, Text remedy) {
        this(id, FIRST, severity, summary, message, remedy, Text.EMPTY, CUSTOMARY, List.of(), List.of());
    }

    /** The same rule with its reason. */
    public Rule because(Text reason, Text from) {
        return new Rule(id, status, severity, summary, message, remedy, reason, from, fires, passes);
    }

    public Rule withExamples(List<? extends Example> firing, List<? extends Example> passing) {
        return new Rule(id, status, severity, summary, message, remedy, why, source, List.copyOf(firing), List.copyOf(passing));
    }

    /** The same rule in other words, where more is known of the case. */
    public Rule worded(Text otherSummary, Text otherMessage, Text otherRemedy) {
        return new Rule(id, status, severity, otherSummary, otherMessage, otherRemedy, why, source, fires, passes);
    }

    /** The same rule as a template grades it. */
    public Rule as(Severity other) {
        return new Rule(id, status, other, summary, message, remedy, why, source, fires, passes);
    }

    /** The same rule, which came with a later version than the first. */
    public Rule since(String version) {
        return as(new Status.InUse(version));
    }

    /** The same rule, which is run no more. */
    public Rule removed(String version, Text instead) {
        return as(new Status.Removed(status.since(), version, instead));
    }

    private Rule as(Status other) {
        return new Rule(id, other, severity, summary, message, remedy, why, source, fires, passes);
    }

    /** Rules are kept in sets and maps while a workbook is checked, and their ids tell them apart. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Rule rule && id.equals(rule.id) && status.equals(rule.status) && severity == rule.severity && summary.equals(rule.summary) && message.equals(rule.message)
                && remedy.equals(rule.remedy) && why.equals(rule.why) && source.equals(rule.source) && fires.equals(rule.fires) && passes.equals(rule.passes);
    }

    /** Whether it is run. */
    public boolean isInUse() {
        return status instanceof Status.InUse;
    }
}
