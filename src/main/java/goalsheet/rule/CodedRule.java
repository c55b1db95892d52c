package goalsheet.rule;

import goalsheet.template.RuleUse;
import goalsheet.template.Template;
import goalsheet.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A rule that no expression can say: one class each. */
public interface CodedRule {

    /** Everything it says about itself; more than one when one look at a value can end in different findings. */
    List<Rule> rules();

    /** Names of the settings that a template may give it; those of {@link Indicator} unless it says otherwise. */
    default Set<String> settings() {
        return Indicator.SETTINGS;
    }

    /**
     * What makes a use senseless though each of its settings is right by itself: a limit that no form of this template can cross.
     *
     * @param use with settings of the right kind
     */
    default Optional<Text> senseless(RuleUse use, Template template) {
        return Optional.empty();
    }

    /**
     * Looks at a submission.
     *
     * @param use   where the template applies the rule, and its settings
     * @param found takes the findings, in workbook order
     */
    void check(RuleUse use, Submission submission, Consumer<Finding> found);
}
