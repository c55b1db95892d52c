package goalsheet.check;

import goalsheet.expr.Value;
import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.rule.Finding;
import goalsheet.rule.FormRules;
import goalsheet.rule.Place;
import goalsheet.rule.Rule;
import goalsheet.template.Field;
import goalsheet.text.Text;
import goalsheet.xlsx.Formulas;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Compares a returned workbook with its form, cell by cell, on the form's own set of cells. */
final class Integrity {
    private final Workbook workbook;
    private final Layout layout;
    private final Consumer<Finding> found;
    private boolean besideTold;
    private final Set<String> damaged = new HashSet<>();

    Integrity(Workbook workbook, Consumer<Finding> found) {
        this.workbook = workbook;
        this.layout = workbook.layout();
        this.found = found;
    }

    /** Full paths of calculated and control fields that no longer hold what the form gave them. */
    Set<String> damaged() {
        return damaged;
    }

    void check() {
        for (SheetLayout sheet : layout.sheets()) {
            if (workbook.sheet(sheet).isEmpty()) {
                found.accept(workbook.moved(sheet).map(first -> moved(sheet, first)).orElse(Finding.of(FormRules.SHEET_MISSING, Place.sheet(sheet.name()), sheet.name())));
                continue;
            }
            if (!workbook.name(sheet).equals(sheet.name())) {
                found.accept(Finding.of(FormRules.SHEET_RENAMED, Place.sheet(workbook.name(sheet)), workbook.name(sheet), Text.same(sheet.name()), Map.of()));
            }
            besideTold = false;
            for (Slot slot : sheet.slots()) {
                Snapshot.Cell cell = workbook.cell(sheet, slot).orElse(new Snapshot.Cell(slot.cell(), Snapshot.Kind.BLANK, "", "", 0));
                switch (slot.kind()) {
                    case LABEL -> label(sheet, slot, cell);
                    case CALCULATED -> formula(sheet, slot, cell);
                    case CONTROL -> control(sheet, slot, cell);
                    case ENTRY -> entry(sheet, slot, cell);
                }
            }
        }
    }

    private Finding moved(SheetLayout sheet, Labels.Moved first) {
        boolean rows = first.down() != 0;
        int by = rows ? first.down() : first.right();
        Text what = rows ? Text.of("行", "row(s)") : Text.of("列", "column(s)");
        Text how = by > 0 ? Text.of("插入", "inserted") : Text.of("删除", "deleted");
        Place place = new Place(workbook.name(sheet), first.cell().toString(), "", Text.EMPTY);
        return Finding.of(FormRules.MOVED, place, "", Text.EMPTY, Map.of("what", what, "how", how, "by", Text.same(Integer.toString(Math.abs(by)))));
    }

    /** The self-check is only a help: however much of it is changed, one remark a sheet. */
    private void beside(SheetLayout sheet, Slot slot) {
        damaged.add(sheet.fullPath(slot));
        if (!besideTold) {
            besideTold = true;
            found.accept(Finding.of(FormRules.SELF_CHECK_CHANGED, workbook.place(sheet, slot), ""));
        }
    }

    private void label(SheetLayout sheet, Slot slot, Snapshot.Cell cell) {
        String expected = layout.text(slot);
        if (slot.isBeside()) {
            if (!Labels.words(expected).equals(Labels.words(cell.text()))) {
                beside(sheet, slot);
            }
        } else if (!Labels.words(expected).equals(Labels.words(cell.text())) || cell.hasFormula()) {
            tell(FormRules.LABEL_CHANGED, sheet, slot, cell.hasFormula() ? "=" + cell.formula() : cell.text(), Text.same(expected));
        }
    }

    private void formula(SheetLayout sheet, Slot slot, Snapshot.Cell cell) {
        String expected = workbook.formula(sheet, slot);
        if (cell.hasFormula() && Formulas.same(expected, cell.formula())) {
            return;
        }
        if (slot.isBeside()) {
            beside(sheet, slot);
            return;
        }
        // Programs rewrite what pointed at a sheet that is gone or at cells that moved: told already, at that sheet.
        if (cell.hasFormula() && layout.sources(slot.expr().orElseThrow(), sheet, slot.table(), slot.index()).anyMatch(source -> workbook.sheet(source.sheet()).isEmpty())) {
            damaged.add(sheet.fullPath(slot));
            return;
        }
        Rule rule = cell.hasFormula() ? FormRules.FORMULA_CHANGED : cell.kind() == Snapshot.Kind.BLANK ? FormRules.FORMULA_REMOVED : FormRules.FORMULA_REPLACED;
        damaged.add(sheet.fullPath(slot));
        tell(rule, sheet, slot, cell.hasFormula() ? cell.formula() : cell.text(), Text.same(expected));
    }

    private void control(SheetLayout sheet, Slot slot, Snapshot.Cell cell) {
        Value expected = layout.form().controls().get(sheet.fullPath(slot));
        if (cell.hasFormula() || !isSame(expected, cell)) {
            damaged.add(sheet.fullPath(slot));
            tell(FormRules.CONTROL_CHANGED, sheet, slot, cell.hasFormula() ? "=" + cell.formula() : cell.text(), Text.same(expected.show()));
        }
    }

    private static boolean isSame(Value expected, Snapshot.Cell cell) {
        if (expected instanceof Value.Num num && cell.kind() == Snapshot.Kind.NUMBER) {
            return Recalculation.isNear(num.number(), new BigDecimal(cell.text()));
        }
        // The right number as text has a rule of its own.
        return Labels.words(expected.show()).equals(Labels.words(cell.text()));
    }

    private void entry(SheetLayout sheet, Slot slot, Snapshot.Cell cell) {
        if (cell.hasFormula()) {
            found.accept(Finding.of(FormRules.FORMULA_TYPED, workbook.place(sheet, slot), cell.formula(), Text.EMPTY, Map.of("result", Text.same(cell.text()))));
        }
        if (slot.isBeside()) {
            return;
        }
        Field field = slot.field().orElseThrow();
        if (!field.list().isEmpty() && !hasDropdown(sheet, slot, field)) {
            tell(FormRules.DROPDOWN_LOST, sheet, slot, cell.text(), Text.EMPTY);
        }
    }

    private boolean hasDropdown(SheetLayout sheet, Slot slot, Field field) {
        Ref parent = parent(sheet, slot, field).orElse(slot.cell());
        String expected = layout.lists().formula(field, parent);
        return workbook.sheet(sheet).orElseThrow().validations().stream()
                .filter(validation -> validation.type().equals("list") && validation.areas().stream().anyMatch(area -> area.contains(slot.cell())))
                .anyMatch(validation -> {
                    Ref first = validation.areas().get(0).first();
                    String here = Formulas.shift(validation.formula1(), slot.cell().row() - first.row(), slot.cell().col() - first.col());
                    return Formulas.same(expected, here);
                });
    }

    private static Optional<Ref> parent(SheetLayout sheet, Slot slot, Field field) {
        return sheet.slot(slot.table().isEmpty() ? field.parent() : slot.table() + "[" + slot.index() + "]." + field.parent()).map(Slot::cell);
    }

    private void tell(Rule rule, SheetLayout sheet, Slot slot, String value, Text expected) {
        found.accept(Finding.of(rule, workbook.place(sheet, slot), value, expected, Map.of("now", FormRules.now(value))));
    }
}
