package goalsheet.layout;

import goalsheet.expr.Expr;
import goalsheet.expr.Function;
import goalsheet.text.Text;

/**
 * Something a cell can have wrong, as the live self-check tells it.
 *
 * @param rule   id of the rule that the checker tells for the same reason
 * @param broken true when the cell has it; without regard to whether anybody has begun to fill in
 * @param words  of its row's state
 */
public record Violation(Slot slot, Grade grade, String rule, Expr broken, Text words) {

    /** Whether the cell shows it by its colour: a blank one only where its row asks for something. */
    public Expr shown() {
        return grade == Grade.MISSING ? Terms.call(Function.AND, Terms.isSomething(Terms.name(SelfCheck.STATE + slot.cell().row() + "]")), broken) : broken;
    }

    /** How grave it is, the gravest first; decides colours, and what a row with several says. */
    public enum Grade {
        WRONG, MISSING, DOUBTFUL
    }
}
