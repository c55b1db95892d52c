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
import goalsheet.xlsx.References;
import goalsheet.xlsx.Snapshot;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares a returned workbook with its form, cell by cell, on the form's own set of cells. */
final class Integrity {
    /** As far as formulas are copied or dragged by mistake. */
    private static final int NEARBY = 10;

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
        damaged.addAll(workbook.gone().keySet());
        for (SheetLayout sheet : layout.sheets()) {
            if (workbook.sheet(sheet).isEmpty()) {
                found.accept(workbook.lost(sheet).map(first -> Finding.of(FormRules.MOVED, new Place(workbook.name(sheet), first.toString(), "", Text.EMPTY), ""))
                        .orElse(Finding.of(FormRules.SHEET_MISSING, Place.sheet(sheet.name()), sheet.name())));
                continue;
            }
            new MovedLines(workbook, sheet, found).check();
            if (!workbook.name(sheet).equals(sheet.name())) {
                found.accept(Finding.of(FormRules.SHEET_RENAMED, Place.sheet(workbook.name(sheet)), workbook.name(sheet), Text.same(sheet.name()), Map.of()));
            }
            besideTold = false;
            for (Slot slot : sheet.slots()) {
                if (!workbook.has(sheet, slot)) {
                    continue;
                }
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
        if (cell.hasFormula() && (Formulas.same(expected, cell.formula()) || isUnsure(sheet, slot) && References.skeleton(expected).equals(References.skeleton(cell.formula())))) {
            return;
        }
        if (slot.isBeside()) {
            beside(sheet, slot);
            return;
        }
        damaged.add(sheet.fullPath(slot));
        // Programs rewrite what pointed at a sheet, row or column that is gone: told already, where it was.
        if (cell.hasFormula() && (expected.contains("#REF!") || pointsAtMissing(sheet, slot))) {
            return;
        }
        Rule rule = cell.hasFormula() ? isShifted(sheet, slot, cell, expected) ? FormRules.FORMULA_SHIFTED : FormRules.FORMULA_CHANGED
                : cell.kind() == Snapshot.Kind.BLANK ? FormRules.FORMULA_REMOVED : FormRules.FORMULA_REPLACED;
        tell(rule, sheet, slot, cell.hasFormula() ? cell.formula() : cell.text(), Text.same(expected));
    }

    private boolean isUnsure(SheetLayout sheet, Slot slot) {
        return Stream.concat(Stream.of(sheet), layout.sources(slot.expr().orElseThrow(), sheet, slot.table(), slot.index()).map(Layout.Located::sheet))
                .anyMatch(other -> workbook.sheet(other).isPresent() && workbook.alignment(other).isMixed());
    }

    private boolean pointsAtMissing(SheetLayout sheet, Slot slot) {
        return layout.sources(slot.expr().orElseThrow(), sheet, slot.table(), slot.index()).anyMatch(source -> workbook.sheet(source.sheet()).isEmpty());
    }

    /** Whether the form's own formula stands there as if nothing had moved, or as if it were that of a cell nearby. */
    private boolean isShifted(SheetLayout sheet, Slot slot, Snapshot.Cell cell, String expected) {
        return Formulas.same(layout.formula(sheet, slot), cell.formula()) || IntStream.rangeClosed(-NEARBY, NEARBY).filter(by -> by != 0)
                .anyMatch(by -> Formulas.same(Formulas.shift(expected, by, 0), cell.formula()) || Formulas.same(Formulas.shift(expected, 0, by), cell.formula()));
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
        // Without its parent a dependent list is lost as well: told already, where that was.
        boolean hasParent = parent(sheet, slot, field).stream().allMatch(parent -> workbook.has(sheet, parent));
        if (!field.list().isEmpty() && hasParent && !hasDropdown(sheet, slot, field)) {
            tell(FormRules.DROPDOWN_LOST, sheet, slot, cell.text(), Text.EMPTY);
        }
    }

    private boolean hasDropdown(SheetLayout sheet, Slot slot, Field field) {
        Ref here = workbook.at(sheet, slot).orElseThrow();
        Ref parent = parent(sheet, slot, field).flatMap(other -> workbook.at(sheet, other)).orElse(here);
        String expected = layout.lists().formula(field, parent);
        return workbook.sheet(sheet).orElseThrow().validations().stream()
                .filter(validation -> validation.type().equals("list") && validation.areas().stream().anyMatch(area -> area.contains(here)))
                .anyMatch(validation -> {
                    Ref first = validation.areas().get(0).first();
                    return Formulas.same(expected, Formulas.shift(validation.formula1(), here.row() - first.row(), here.col() - first.col()));
                });
    }

    private static Optional<Slot> parent(SheetLayout sheet, Slot slot, Field field) {
        return sheet.slot(slot.table().isEmpty() ? field.parent() : slot.table() + "[" + slot.index() + "]." + field.parent());
    }

    private void tell(Rule rule, SheetLayout sheet, Slot slot, String value, Text expected) {
        found.accept(Finding.of(rule, workbook.place(sheet, slot), value, expected, Map.of("now", FormRules.now(value))));
    }
}
