package goalsheet.check;

import goalsheet.expr.Value;
import goalsheet.layout.Calculation;
import goalsheet.layout.Layout;
import goalsheet.layout.Located;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.rule.Finding;
import goalsheet.rule.FormRules;
import goalsheet.text.Text;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Compares the stored results of the form's formulas with what they give over the returned inputs. A result that differs is
 * stale, and only called wrong when everything it depends on is locked and unchanged, so that no edit can explain it.
 */
final class Recalculation {
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    private final Workbook workbook;
    private final Layout layout;
    private final Calculation calculation;
    private final Set<String> damaged;
    private final boolean isBelieved;
    /** Sheets in which rows or columns came or went. */
    private final List<SheetLayout> moved;

    /** @param inputs what the cells hold, by full path; @param damaged fields whose formula or figure is not the form's any more;
     *  @param isBelieved whether the figures of the office are those with which the form was generated */
    Recalculation(Workbook workbook, Function<String, Value> inputs, Set<String> damaged, boolean isBelieved) {
        this.workbook = workbook;
        this.layout = workbook.layout();
        this.calculation = new Calculation(layout, inputs);
        this.damaged = damaged;
        this.isBelieved = isBelieved;
        this.moved = layout.sheets().stream().filter(sheet -> workbook.sheet(sheet).isPresent() && !workbook.alignment(sheet).isSame()).toList();
    }

    static boolean isNear(BigDecimal one, BigDecimal two) {
        return one.subtract(two).abs().compareTo(TOLERANCE.multiply(one.abs().max(BigDecimal.ONE))) <= 0;
    }

    void check(Consumer<Finding> found) {
        List<Finding> stale = new ArrayList<>();
        List<Finding> beside = new ArrayList<>();
        differing((cell, finding) -> {
            Consumer<Finding> toStale = (cell.slot().isBeside() ? beside : stale)::add;
            (finding.rule() == FormRules.STALE ? toStale : found).accept(finding);
        });
        // One edit makes many results stale: one finding, at the first of them, of the form's own rather than of the self-check.
        stale.addAll(beside);
        stale.stream().findFirst().ifPresent(first -> found.accept(Finding.of(first.rule(), first.place(), first.value(), first.expected(),
                Map.of("now", FormRules.now(first.value()), "count", Text.same(Integer.toString(stale.size()))))));
    }

    /** The stale results, each with what its cell should hold: a percentage as a fraction. */
    List<Reading.Result> stale() {
        List<Reading.Result> stale = new ArrayList<>();
        differing((cell, finding) -> {
            if (finding.rule() == FormRules.STALE) {
                stale.add(new Reading.Result(finding.place(), stored(cell.slot(), calculation.value(cell))));
            }
        });
        return stale;
    }

    private void differing(BiConsumer<Located, Finding> found) {
        for (SheetLayout sheet : layout.sheets()) {
            for (Standing there : workbook.standing(sheet)) {
                if (there.slot().kind() == Slot.Kind.CALCULATED && there.isThere() && !damaged.contains(there.path())) {
                    Optional<Finding> finding = compare(there.form(), there.cell());
                    if (finding.isPresent()) {
                        found.accept(there.form(), finding.get());
                    }
                }
            }
        }
    }

    private static Value stored(Slot slot, Value result) {
        return slot.isPercent() && result instanceof Value.Num points ? Value.of(points.number().movePointLeft(2)) : result;
    }

    private Optional<Finding> compare(Located form, Snapshot.Cell cell) {
        SheetLayout sheet = form.sheet();
        Slot slot = form.slot();
        Value expected = calculation.value(form);
        if (expected instanceof Value.Failed || isSame(stored(slot, expected), cell)) {
            return Optional.empty();
        }
        Dependence dependence = new Dependence();
        dependence.follow(form);
        if (dependence.onDamage) {
            return Optional.empty();
        }
        boolean wrong = !dependence.onEntries && cell.kind() != Snapshot.Kind.BLANK;
        return Optional.of(Finding.of(wrong ? FormRules.WRONG_RESULT : FormRules.STALE, workbook.place(sheet, slot), cell.text(), Text.same(expected.show()), Map.of()));
    }

    private static boolean isSame(Value expected, Snapshot.Cell cell) {
        if (expected instanceof Value.Num num) {
            return cell.kind() == Snapshot.Kind.NUMBER && isNear(num.number(), new BigDecimal(cell.text()));
        }
        return cell.kind() != Snapshot.Kind.NUMBER && expected.show().equals(cell.text());
    }

    /** Whether an inserted row or column between these cells of a sheet holds something: a formula over them counts it in, rightly. */
    private boolean isWrittenBetween(SheetLayout sheet, List<Located> cells) {
        List<Ref> now = cells.stream().filter(cell -> cell.sheet() == sheet).flatMap(cell -> workbook.at(sheet, cell.slot()).stream()).toList();
        IntSummaryStatistics rows = now.stream().mapToInt(Ref::row).summaryStatistics();
        IntSummaryStatistics cols = now.stream().mapToInt(Ref::col).summaryStatistics();
        return workbook.sheet(sheet).orElseThrow().cells().values().stream().filter(cell -> isWithin(rows, cell.ref().row()) && isWithin(cols, cell.ref().col()))
                .filter(cell -> cell.hasFormula() || !Labels.words(cell.text()).isEmpty()).anyMatch(cell -> workbook.alignment(sheet).isInserted(cell.ref()));
    }

    private static boolean isWithin(IntSummaryStatistics lines, int line) {
        return lines.getMin() <= line && line <= lines.getMax();
    }

    /** What a formula depends on, however far back. */
    private final class Dependence {
        private final Set<Located> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private boolean onEntries;
        private boolean onDamage;

        void follow(Located cell) {
            if (!seen.add(cell)) {
                return;
            }
            Slot slot = cell.slot();
            List<Located> sources = slot.expr().stream().flatMap(expr -> layout.sources(expr, cell.sheet(), slot.table(), slot.index())).toList();
            onDamage |= moved.stream().anyMatch(on -> isWrittenBetween(on, sources));
            sources.forEach(source -> {
                onDamage |= damaged.contains(source.fullPath()) || workbook.sheet(source.sheet()).isEmpty() || !isBelieved && source.slot().kind() == Slot.Kind.CONTROL;
                onEntries |= source.slot().kind() == Slot.Kind.ENTRY;
                follow(source);
            });
        }
    }
}
