package goalsheet.check;

import goalsheet.expr.Value;
import goalsheet.layout.Layout;
import goalsheet.layout.Located;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.rule.CellRules;
import goalsheet.rule.DamageRules;
import goalsheet.rule.Finding;
import goalsheet.rule.FormRules;
import goalsheet.rule.Place;
import goalsheet.rule.Rule;
import goalsheet.rule.Severity;
import goalsheet.template.Field;
import goalsheet.text.Text;
import goalsheet.xlsx.Formulas;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.References;
import goalsheet.xlsx.Snapshot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares a returned workbook with its form, cell by cell, on the form's own set of cells. */
final class Integrity {
    private static final Pattern OUTSIDE = Pattern.compile("\\[[^\\[\\]]+\\][^!\\[\\]]*'?!");
    /** As far as formulas are copied or dragged by mistake. */
    private static final int NEARBY = 10;
    private static final int LONGEST_QUOTED = 100;
    private static final int BEGINNING = 20;

    private final Workbook workbook;
    private final Layout layout;
    private final Consumer<Finding> found;
    private final Sound sound;
    private final CellMeaning meaning;
    private boolean besideTold;
    private final Set<String> damaged = new HashSet<>();
    private final Set<Place> covered = new HashSet<>();

    Integrity(Workbook workbook, Sound sound, Consumer<Finding> found) {
        this.workbook = workbook;
        this.sound = sound;
        this.layout = workbook.layout();
        this.found = found;
        this.meaning = new CellMeaning(workbook.snapshot(), layout.template().lists());
    }

    /** Full paths of calculated and control fields that no longer hold what the form gave them. */
    Set<String> damaged() {
        return damaged;
    }

    /** Entries that nobody can fill in any more, because a merged cell hides them. */
    Set<Place> covered() {
        return covered;
    }

    void check() {
        new Tabs(workbook, found).check();
        lists();
        damaged.addAll(workbook.gone().keySet());
        for (SheetLayout sheet : layout.sheets()) {
            if (workbook.sheet(sheet).isEmpty()) {
                found.accept(workbook.lost(sheet).map(first -> Finding.of(FormRules.MOVED, new Place(workbook.name(sheet), first.toString(), "", Text.EMPTY), ""))
                        .orElse(Finding.of(FormRules.SHEET_MISSING, Place.sheet(sheet.name()), sheet.name())));
                continue;
            }
            new MovedLines(workbook, sheet, found).check();
            Surroundings around = new Surroundings(workbook, sheet, sound.in(sheet), found);
            around.check();
            covered.addAll(around.covered());
            if (!workbook.name(sheet).equals(sheet.name())) {
                found.accept(Finding.of(FormRules.SHEET_RENAMED, Place.sheet(workbook.name(sheet)), workbook.name(sheet), Text.same(sheet.name()), Map.of()));
            }
            limits(sheet);
            besideTold = false;
            boolean untouched = workbook.isUntouched(sheet);
            for (Standing there : workbook.standing(sheet)) {
                Slot.Kind kind = there.slot().kind();
                if (!there.isThere() || untouched && (kind == Slot.Kind.LABEL || kind == Slot.Kind.CALCULATED)) {
                    continue;
                }
                switch (kind) {
                    case LABEL -> label(sheet, there.slot(), there.cell());
                    case CALCULATED -> formula(sheet, there.slot(), there.cell());
                    case CONTROL -> control(sheet, there.slot(), there.cell());
                    case ENTRY -> entry(sheet, there.slot(), there.cell());
                }
            }
        }
    }

    /** The hidden items of the dropdowns; the entries themselves are held against the template. */
    private void lists() {
        Optional<Snapshot.Sheet> returned = workbook.snapshot().sheet(Layout.LISTS);
        if (returned.isEmpty()) {
            found.accept(Finding.of(DamageRules.LISTS_CHANGED, Place.FILE, "", Text.EMPTY, Map.of("how", Text.of("被删除了", "is gone"))));
            return;
        }
        List<Map.Entry<Ref, String>> changed = layout.lists().cells().entrySet().stream()
                .filter(cell -> !Labels.words(cell.getValue()).equals(returned.get().cell(cell.getKey()).map(Snapshot.Cell::text).map(Labels::words).orElse(""))).toList();
        if (!changed.isEmpty()) {
            String now = returned.get().cell(changed.get(0).getKey()).map(Snapshot.Cell::text).orElse("");
            Text was = Text.of("有 " + changed.size() + " 格被改动，如“" + changed.get(0).getValue() + "”现在是" + FormRules.now(now).zh(),
                    "was changed in " + changed.size() + " cell(s): '" + changed.get(0).getValue() + "' is " + FormRules.now(now).en() + " now");
            found.accept(Finding.of(DamageRules.LISTS_CHANGED, Place.FILE, now, Text.same(changed.get(0).getValue()), Map.of("how", was)));
        }
    }

    /** The self-check is only a help: however much of it is changed, one remark a sheet. */
    private void beside(SheetLayout sheet, Slot slot) {
        damaged.add(sheet.fullPath(slot));
        if (!besideTold) {
            besideTold = true;
            Place first = workbook.place(sheet, slot);
            found.accept(Finding.of(FormRules.SELF_CHECK_CHANGED, new Place(first.sheet(), first.cell(), first.field(), Text.EMPTY), ""));
        }
    }

    private void label(SheetLayout sheet, Slot slot, Snapshot.Cell cell) {
        String expected = layout.text(sheet, slot);
        if (slot.isBeside()) {
            if (!Labels.isSaid(expected, cell.text())) {
                beside(sheet, slot);
            }
        } else if (!Labels.isSaid(expected, cell.text()) || cell.hasFormula()) {
            String value = cell.hasFormula() ? "=" + cell.formula() : cell.text();
            found.accept(Finding.of(FormRules.LABEL_CHANGED, workbook.place(sheet, slot), value, Text.same(expected),
                    Map.of("now", FormRules.now(begun(value)), "expected", begun(expected))));
        }
    }

    private void formula(SheetLayout sheet, Slot slot, Snapshot.Cell cell) {
        String expected = workbook.formula(sheet, slot);
        if (cell.hasFormula() && (sound.in(sheet).isFormula(slot, expected, cell.formula()) || isUnsure(sheet, slot) && References.skeleton(expected).equals(References.skeleton(cell.formula())))) {
            return;
        }
        damaged.add(sheet.fullPath(slot));
        // Programs rewrite what pointed at a sheet, row or column that is gone, or leave what pointed at one that was renamed: told already, there.
        if (cell.hasFormula() && (expected.contains("#REF!") || pointsAtMissing(sheet, slot) || Formulas.same(workbook.formulaByOldNames(sheet, slot), cell.formula()))) {
            return;
        }
        if (slot.isBeside()) {
            beside(sheet, slot);
            return;
        }
        if (isOutside(cell)) {
            outside(sheet, slot, cell, Text.of("恢复公式 =" + expected + "，或把内容填到空表里。", "Put the formula back: =" + expected + ", or use a fresh form."), Severity.ERROR);
            return;
        }
        Rule rule = cell.formula().contains("#REF!") ? DamageRules.SOURCE_GONE : cell.hasFormula() ? isShifted(sheet, slot, cell, expected) ? FormRules.FORMULA_SHIFTED : FormRules.FORMULA_CHANGED
                : cell.kind() == Snapshot.Kind.BLANK ? FormRules.FORMULA_REMOVED : FormRules.FORMULA_REPLACED;
        tell(rule, sheet, slot, cell.hasFormula() ? cell.formula() : cell.text(), Text.same(expected));
    }

    private boolean isUnsure(SheetLayout sheet, Slot slot) {
        return Stream.concat(Stream.of(sheet), layout.sources(slot.expr().orElseThrow(), sheet, slot.table(), slot.index()).map(Located::sheet))
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
        } else if (expected instanceof Value.Num && cell.kind() != Snapshot.Kind.NUMBER) {
            // The right number as text has a rule of its own, but formulas do not add it up.
            damaged.add(sheet.fullPath(slot));
        }
    }

    private static boolean isSame(Value expected, Snapshot.Cell cell) {
        if (expected instanceof Value.Num num && cell.kind() == Snapshot.Kind.NUMBER) {
            return Recalculation.isNear(num.number(), new BigDecimal(cell.text()));
        }
        return Labels.words(expected.show()).equals(Labels.words(cell.text()));
    }

    private void entry(SheetLayout sheet, Slot slot, Snapshot.Cell cell) {
        if (isOutside(cell)) {
            Text result = result(slot, cell);
            outside(sheet, slot, cell, Text.of("删去公式，直接填写" + result.zh() + "。", "Delete the formula and type " + result.en() + "."), Severity.WARNING);
        } else if (cell.hasFormula()) {
            found.accept(Finding.of(FormRules.FORMULA_TYPED, workbook.place(sheet, slot), cell.formula(), Text.EMPTY, Map.of("result", result(slot, cell))));
        }
    }

    /** What the entries of a sheet accept. */
    private void limits(SheetLayout sheet) {
        List<Snapshot.Validation> validations = workbook.sheet(sheet).orElseThrow().validations();
        boolean unmoved = workbook.alignment(sheet).isSame();
        if (unmoved && sound.in(sheet).areLimits(validations)) {
            return;
        }
        List<Finding> lost = new ArrayList<>();
        EntryLimits limits = new EntryLimits(workbook, sheet, lost::add);
        for (Standing there : workbook.standing(sheet)) {
            if (there.isThere() && there.slot().kind() == Slot.Kind.ENTRY && !there.slot().isBeside()) {
                limits.check(there.slot(), there.cell());
            }
        }
        lost.forEach(found);
        if (unmoved && lost.isEmpty()) {
            sound.in(sheet).rememberLimits(validations);
        }
    }

    /** What a formula gives, as one types it: 40% and 2026-02-01 rather than 0.4 and 46054; what is wanted where it gives nothing of the kind. */
    private Text result(Slot slot, Snapshot.Cell cell) {
        if (cell.text().isBlank()) {
            return Text.of("内容", "the value itself");
        }
        Optional<Field> number = slot.field().filter(field -> field.type().isNumeric());
        Optional<String> typed = number.isEmpty() ? Optional.of(cell.text()).filter(text -> cell.kind() != Snapshot.Kind.ERROR)
                : number.flatMap(field -> meaning.meaning(field, meaning.raw(cell, field)).filter(Value.Num.class::isInstance).map(value -> CellRules.show(field, ((Value.Num) value).number())));
        return typed.map(result -> Text.of("结果 " + result, "its result, " + result)).orElse(number.map(CellRules::kind).orElse(Text.of("内容", "the value itself")));
    }

    /** {@code [1]Sheet!A1}, {@code '[other.xlsx]Sheet'!A1}. */
    private static boolean isOutside(Snapshot.Cell cell) {
        return cell.formula().indexOf('[') >= 0 && OUTSIDE.matcher(cell.formula().replaceAll("\"[^\"]*\"", "")).find();
    }

    private void outside(SheetLayout sheet, Slot slot, Snapshot.Cell cell, Text cure, Severity severity) {
        List<String> files = workbook.snapshot().externalLinks();
        // A file calls the other ones by numbers; where there is one only, it is clear which.
        String formula = files.size() == 1 ? cell.formula().replace("[1]", "[" + files.get(0).substring(files.get(0).replace('\\', '/').lastIndexOf('/') + 1) + "]") : cell.formula();
        found.accept(Finding.of(DamageRules.FORMULA_OUTSIDE, workbook.place(sheet, slot), formula, Text.EMPTY, Map.of("cure", cure)).as(severity));
    }

    /** Instructions are too long to be quoted: how they begin tells which are meant. */
    private static Text begun(String words) {
        if (words.length() <= LONGEST_QUOTED) {
            return Text.same(words);
        }
        String start = words.substring(0, words.offsetByCodePoints(0, BEGINNING));
        return Text.of(start + "……（共 " + words.length() + " 字）", start + "... (" + words.length() + " characters)");
    }

    private void tell(Rule rule, SheetLayout sheet, Slot slot, String value, Text expected) {
        found.accept(Finding.of(rule, workbook.place(sheet, slot), value, expected, Map.of("now", FormRules.now(value))));
    }
}
