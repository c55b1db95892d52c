package goalsheet.check;

import goalsheet.expr.Value;
import goalsheet.layout.Calculation;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.rule.CellRules;
import goalsheet.rule.Finding;
import goalsheet.rule.FormRules;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;

/** Holds what the form calculates against the figures that the office gave for it; entry cells with such figures are locked instead. */
final class ControlFigures {
    /** Half of the last decimal of an amount. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.005");

    private final Workbook workbook;
    private final Calculation calculation;

    /** @param calculation over the typed values */
    ControlFigures(Workbook workbook, Calculation calculation) {
        this.workbook = workbook;
        this.calculation = calculation;
    }

    void check(Consumer<Finding> found) {
        Map<String, Value> controls = workbook.layout().form().controls();
        if (controls.isEmpty()) {
            return;
        }
        for (SheetLayout sheet : workbook.layout().sheets()) {
            for (Standing there : workbook.standing(sheet)) {
                Slot slot = there.slot();
                if (slot.kind() == Slot.Kind.CALCULATED && there.isThere() && controls.get(there.path()) instanceof Value.Num control
                        && calculation.value(there.form()) instanceof Value.Num actual) {
                    BigDecimal gap = actual.number().subtract(control.number());
                    if (gap.abs().compareTo(TOLERANCE) >= 0) {
                        found.accept(Finding.of(FormRules.OFF_CONTROL, workbook.place(sheet, slot), CellRules.show(slot.field().orElseThrow(), actual.number()),
                                Text.same(CellRules.show(slot.field().orElseThrow(), control.number())), Map.of("gap", Text.same(Value.of(gap.abs()).show()))));
                    }
                }
            }
        }
    }
}
