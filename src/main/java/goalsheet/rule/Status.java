package goalsheet.rule;

import goalsheet.text.Text;

/** Whether a rule is in use. Ids outlive their rules: reports of earlier years still name them. */
public sealed interface Status {

    /** Version of this program in which the rule came, {@code 0.1.0}; "" for a rule of somebody's own template that does not say. */
    String since();

    record InUse(String since) implements Status {
    }

    /**
     * The rule is never run any more; its id, its words and its page stay.
     *
     * @param in      version in which it went
     * @param instead what is told now, or why nothing is
     */
    record Removed(String since, String in, Text instead) implements Status {
    }
}
