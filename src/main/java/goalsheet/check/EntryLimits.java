package goalsheet.check;

import goalsheet.layout.Accepted;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.rule.DamageRules;
import goalsheet.rule.Finding;
import goalsheet.rule.FormRules;
import goalsheet.rule.Rule;
import goalsheet.template.Field;
import goalsheet.text.Text;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Formulas;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares what the entry cells of a sheet accept with what the form made them accept. */
final class EntryLimits {
    private final Workbook workbook;
    private final SheetLayout sheet;
    private final Consumer<Finding> found;
    private final List<Snapshot.Validation> validations;

    /** @param sheet one that is there */
    EntryLimits(Workbook workbook, SheetLayout sheet, Consumer<Finding> found) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.found = found;
        this.validations = workbook.sheet(sheet).orElseThrow().validations();
    }

    /** @param slot an entry that is there  @param cell what stands in it */
    void check(Slot slot, Snapshot.Cell cell) {
        Field field = slot.field().orElseThrow();
        Optional<Slot> parent = sheet.slot(slot.table().isEmpty() ? field.parent() : slot.table() + "[" + slot.index() + "]." + field.parent());
        if (parent.filter(other -> !workbook.has(sheet, other)).isPresent()) {
            // Without its parent a dependent list is lost as well: told already, where that was.
            return;
        }
        Ref here = cell.ref();
        Accepted accepted = Accepted.of(workbook.layout(), field, parent.flatMap(other -> workbook.at(sheet, other)).orElse(here));
        boolean hasList = false;
        for (Snapshot.Validation validation : validations) {
            if (isOver(validation, here)) {
                if (says(validation, accepted, here)) {
                    return;
                }
                hasList |= validation.type().equals("list");
            }
        }
        Rule rule = !accepted.isList() ? DamageRules.LIMIT_LOST : hasList ? DamageRules.DROPDOWN_CHANGED : FormRules.DROPDOWN_LOST;
        found.accept(Finding.of(rule, workbook.place(sheet, slot), cell.text(), Text.EMPTY, Map.of()));
    }

    private static boolean isOver(Snapshot.Validation validation, Ref cell) {
        List<Area> areas = validation.areas();
        for (int i = 0; i < areas.size(); i++) {
            if (areas.get(i).contains(cell)) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(Snapshot.Validation validation, Accepted accepted, Ref here) {
        if (accepted.strict() && !validation.strict() || !validation.type().equals(accepted.type()) || !accepted.isList() && !validation.operator().equals(accepted.operator())) {
            return false;
        }
        Ref first = validation.areas().get(0).first();
        int down = here.row() - first.row();
        int right = here.col() - first.col();
        return Formulas.same(accepted.formula1(), Formulas.shift(validation.formula1(), down, right))
                && Formulas.same(accepted.formula2(), Formulas.shift(validation.formula2(), down, right));
    }
}
