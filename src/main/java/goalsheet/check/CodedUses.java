package goalsheet.check;

import goalsheet.expr.Value;
import goalsheet.layout.Calculation;
import goalsheet.layout.Layout;
import goalsheet.rule.CodedRules;
import goalsheet.rule.Entry;
import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.rule.Severity;
import goalsheet.rule.Submission;
import goalsheet.rule.Submission.Section;
import goalsheet.template.RuleUse;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Runs the rules that are Java classes, as the template uses them: over what can be relied on, with its severity, where its {@code when} holds. */
final class CodedUses {
    private final Layout layout;
    private final Calculation calculation;
    private final Set<Place> unusable;
    private final Dependence dependence;

    /**
     * @param calculation over the typed values
     * @param unusable    cells that have an error of their own: nothing more is told about them, and they are read as if nobody could read them
     * @param dependence  what rests on them: it cannot be relied on either
     */
    CodedUses(Layout layout, Calculation calculation, Set<Place> unusable, Dependence dependence) {
        this.layout = layout;
        this.calculation = calculation;
        this.unusable = unusable;
        this.dependence = dependence;
    }

    void check(Submission submission, Consumer<Finding> found) {
        Submission reliable = submission.without(this::isUnreliable);
        for (RuleUse use : layout.template().rules()) {
            if (!use.isExpression()) {
                CodedRules.of(use.id()).ifPresent(rule -> rule.check(use, reliable, finding -> {
                    if (!unusable.contains(finding.place()) && isLookedAt(use, finding.place(), reliable)) {
                        found.accept(graded(use, finding));
                    }
                }));
            }
        }
    }

    private boolean isUnreliable(Section section, Entry entry) {
        return unusable.contains(entry.place())
                || entry.field().isCalculated() && dependence.of(layout.sheet(section.def(), section.number()), entry.place().field());
    }

    /** What the rule itself made lighter or graver than usual has a reason for it that the template does not know. */
    private static Finding graded(RuleUse use, Finding finding) {
        boolean usual = finding.severity() == finding.rule().severity();
        return use.severity().isEmpty() || !usual ? finding : finding.as(Severity.named(use.severity()));
    }

    /** Whether {@code when} holds in the row, or on the sheet, that a finding is about. */
    private boolean isLookedAt(RuleUse use, Place place, Submission submission) {
        if (use.when().isEmpty()) {
            return true;
        }
        Optional<Section> about = submission.of(use.sheet()).stream().filter(section -> section.sheetName().equals(place.sheet())).findFirst();
        return about.map(section -> {
            int row = section.rows(use.table()).stream().filter(one -> one.entries().values().stream().anyMatch(entry -> entry.place().equals(place)))
                    .mapToInt(Submission.Row::index).findFirst().orElse(0);
            Value value = calculation.value(use.when().get(), layout.sheet(section.def(), section.number()), row == 0 ? "" : use.table(), row);
            return value instanceof Value.Bool bool && bool.truth();
        }).orElse(false);
    }
}
