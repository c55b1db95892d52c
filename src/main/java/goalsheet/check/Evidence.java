package goalsheet.check;

import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.References;
import goalsheet.xlsx.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * By what the cells of a form are found again in a returned sheet: printed words, formulas whatever they point at, figures of the
 * office, merged cells, dropdowns and other validations. Rows are found first without asking for columns, then columns, then both
 * again with what is known.
 */
final class Evidence {
    /** So many more rows and columns than the form has are looked at: nobody inserts more by hand. */
    private static final int MORE_ROWS = 200;
    private static final int MORE_COLS = 40;
    private static final double SURE = 3;
    private static final double LIKELY = 1.5;
    private static final double WEAK = 0.5;
    /** Where the form wants something filled in and something is, the line is rather one of the form than a blank one. */
    private static final double FILLED = 0.2;
    /** A row of the form that has nothing left is rather gone, unless it is needed to keep the next ones in their place. */
    private static final double EMPTIED = -Lines.OPEN - WEAK;
    /** What is missed counts so much less than what is found. */
    private static final double MISSED = 3;

    private enum Kind {
        TEXT, FORMULA, MERGE, VALIDATION
    }

    /**
     * One thing that a cell of the form has.
     *
     * @param isMissed whether it tells against a line that it does not have it
     */
    private record Trait(Ref cell, Kind kind, String what, double weight, boolean isMissed) {
        Trait(Ref cell, Kind kind, String what, double weight) {
            this(cell, kind, what, weight, true);
        }
    }

    private final Set<Kind> kept = new HashSet<>();
    private final List<List<Trait>> byRow;
    private final List<List<Trait>> byCol;
    private final List<List<Ref>> entries;
    private final String[][] texts;
    private final String[][] formulas;
    private final boolean[][] merges;
    private final int[][] validations;

    Evidence(Layout layout, SheetLayout sheet, Snapshot.Sheet returned) {
        int rows = sheet.slots().stream().mapToInt(slot -> slot.area().last().row() + 1).max().orElse(0);
        int cols = sheet.slots().stream().mapToInt(slot -> slot.area().last().col() + 1).max().orElse(0);
        this.byRow = lists(rows);
        this.byCol = lists(cols);
        this.entries = lists(rows);
        for (Slot slot : sheet.slots()) {
            traits(layout, sheet, slot);
        }
        int down = Math.min(rows + MORE_ROWS, Math.max(rows, lastRow(returned) + 1));
        this.texts = new String[down][cols + MORE_COLS];
        this.formulas = new String[down][cols + MORE_COLS];
        this.merges = new boolean[down][cols + MORE_COLS];
        this.validations = new int[down + 1][cols + MORE_COLS + 1];
        returned.cells().values().forEach(this::look);
        returned.merges().forEach(area -> look(area.first()));
        returned.validations().forEach(validation -> validation.areas().forEach(this::look));
        addUp();
    }

    private static int lastRow(Snapshot.Sheet sheet) {
        int last = -1;
        for (Ref cell : sheet.cells().keySet()) {
            last = Math.max(last, cell.row());
        }
        for (Area area : sheet.merges()) {
            last = Math.max(last, area.last().row());
        }
        for (Snapshot.Validation validation : sheet.validations()) {
            for (Area area : validation.areas()) {
                last = Math.max(last, area.last().row());
            }
        }
        return last;
    }

    private static <T> List<List<T>> lists(int count) {
        List<List<T>> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private void traits(Layout layout, SheetLayout sheet, Slot slot) {
        Ref cell = slot.cell();
        switch (slot.kind()) {
            case LABEL -> text(cell, layout.text(sheet, slot), SURE);
            // The self-check may be cleared or pasted over, which says nothing of the lines.
            case CALCULATED -> add(new Trait(cell, Kind.FORMULA, References.skeleton(layout.formula(sheet, slot)), SURE, !slot.isBeside()));
            case CONTROL -> text(cell, layout.form().controls().get(sheet.fullPath(slot)).show(), LIKELY);
            case ENTRY -> {
                add(new Trait(cell, Kind.VALIDATION, "", WEAK));
                entries.get(cell.row()).add(cell);
            }
        }
        if (!slot.area().isSingle()) {
            add(new Trait(cell, Kind.MERGE, "", WEAK));
        }
    }

    private void text(Ref cell, String text, double weight) {
        if (!Labels.words(text).isEmpty()) {
            add(new Trait(cell, Kind.TEXT, Labels.words(text), weight));
        }
    }

    private void add(Trait trait) {
        byRow.get(trait.cell().row()).add(trait);
        byCol.get(trait.cell().col()).add(trait);
    }

    private boolean isNear(Ref cell) {
        return cell.row() < merges.length && cell.col() < merges[0].length;
    }

    private void look(Snapshot.Cell cell) {
        Ref ref = cell.ref();
        if (isNear(ref)) {
            texts[ref.row()][ref.col()] = Labels.words(cell.text());
            kept.add(Kind.TEXT);
            if (cell.hasFormula()) {
                formulas[ref.row()][ref.col()] = References.skeleton(cell.formula());
                kept.add(Kind.FORMULA);
            }
        }
    }

    private void look(Ref merged) {
        if (isNear(merged)) {
            merges[merged.row()][merged.col()] = true;
            kept.add(Kind.MERGE);
        }
    }

    /** Only the corners are noted, because an area may be the whole sheet, and there may be many. */
    private void look(Area area) {
        if (isNear(area.first())) {
            int bottom = Math.min(area.last().row() + 1, merges.length);
            int right = Math.min(area.last().col() + 1, merges[0].length);
            validations[area.first().row()][area.first().col()]++;
            validations[bottom][area.first().col()]--;
            validations[area.first().row()][right]--;
            validations[bottom][right]++;
            kept.add(Kind.VALIDATION);
        }
    }

    private void addUp() {
        for (int row = 0; row < validations.length; row++) {
            for (int col = 0; col < validations[0].length; col++) {
                validations[row][col] += (row > 0 ? validations[row - 1][col] : 0) + (col > 0 ? validations[row][col - 1] : 0)
                        - (row > 0 && col > 0 ? validations[row - 1][col - 1] : 0);
            }
        }
    }

    /** Where rows and columns of the form fit best. */
    Alignment alignment() {
        List<Set<String>> inRow = new ArrayList<>();
        for (int row = 0; row < texts.length; row++) {
            Set<String> all = new HashSet<>();
            for (int col = 0; col < texts[0].length; col++) {
                all.add(Kind.TEXT + "" + texts[row][col]);
                all.add(Kind.FORMULA + "" + formulas[row][col]);
            }
            inRow.add(all);
        }
        Lines rows = Lines.fitting(byRow.size(), texts.length, (form, line) -> weighed(byRow.get(form).stream().filter(trait -> trait.kind() == Kind.TEXT || trait.kind() == Kind.FORMULA).toList(),
                trait -> inRow.get(line).contains(trait.kind() + trait.what()) ? 1 : 0));
        Lines cols = cols(rows);
        rows = rows(cols);
        return new Alignment(rows, cols(rows));
    }

    private Lines cols(Lines rows) {
        return Lines.fitting(byCol.size(), texts[0].length, (form, line) -> weighed(byCol.get(form),
                trait -> rows.at(trait.cell().row()).stream().mapToObj(row -> has(trait, row, line) ? 1 : 0).findFirst().orElse(-1)));
    }

    private Lines rows(Lines cols) {
        List<Boolean> bare = IntStream.range(0, texts.length).mapToObj(this::isBare).toList();
        return Lines.fitting(byRow.size(), texts.length, (form, line) -> {
            if (bare.get(line) && byRow.get(form).stream().anyMatch(trait -> trait.weight() == SURE && kept.contains(trait.kind()))) {
                return EMPTIED;
            }
            double weight = weighed(byRow.get(form), trait -> cols.at(trait.cell().col()).stream().mapToObj(col -> has(trait, line, col) ? 1 : 0).findFirst().orElse(-1));
            boolean filled = entries.get(form).stream().anyMatch(entry -> cols.at(entry.col()).stream().anyMatch(col -> texts[line][col] != null));
            return filled ? Math.max(weight, 0) + FILLED : weight;
        });
    }

    private boolean isBare(int row) {
        return IntStream.range(0, texts[0].length).allMatch(col -> texts[row][col] == null && !merges[row][col] && validations[row][col] == 0);
    }

    private double weighed(List<Trait> traits, ToDoubleFunction<Trait> found) {
        double weight = 0;
        for (Trait trait : traits) {
            double known = kept.contains(trait.kind()) ? found.applyAsDouble(trait) : -1;
            weight += known > 0 ? trait.weight() : known < 0 || !trait.isMissed() ? 0 : -trait.weight() / MISSED;
        }
        return weight;
    }

    private boolean has(Trait trait, int row, int col) {
        return switch (trait.kind()) {
            case TEXT -> trait.what().equals(texts[row][col]);
            case FORMULA -> trait.what().equals(formulas[row][col]);
            case MERGE -> merges[row][col];
            case VALIDATION -> validations[row][col] > 0;
        };
    }
}
