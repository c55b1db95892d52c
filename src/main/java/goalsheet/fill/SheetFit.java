package goalsheet.fill;

import goalsheet.check.Lines;
import goalsheet.layout.FieldMap;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Where the cells of a kind of sheet are in a returned one, by its printed words, its formulas and what is filled in; rows and columns may have moved. */
final class SheetFit {
    private static final int MORE_ROWS = 200;
    private static final int MORE_COLS = 40;
    /** The self-check stands in the second column to the right of the form. */
    private static final int CHECKS = 1;
    private static final double FOUND = 3;
    private static final double MISSED = -1;
    private static final double FILLED = 0.2;

    private final FieldMap.Sheet form;
    private final int height;
    private final int width;
    private final String[][] texts;
    private final boolean[][] formulas;
    private boolean hasFormulas;
    private final List<Set<String>> inRow = new ArrayList<>();
    private final Lines rows;
    private final Lines cols;

    SheetFit(FieldMap.Sheet form, Snapshot.Sheet found) {
        this.form = form;
        this.height = form.height();
        this.width = form.width() + CHECKS + 2;
        this.texts = new String[height + MORE_ROWS][width + MORE_COLS];
        this.formulas = new boolean[height + MORE_ROWS][width + MORE_COLS];
        for (int row = 0; row < texts.length; row++) {
            inRow.add(new HashSet<>());
        }
        found.cells().values().forEach(this::look);
        Lines first = rows(Optional.empty());
        Lines columns = Lines.fitting(width, texts[0].length, (col, at) -> col(first, col, at));
        this.rows = rows(Optional.of(columns));
        this.cols = Lines.fitting(width, texts[0].length, (col, at) -> col(rows, col, at));
    }

    /** Words as people see them: however they are broken into lines and spaced. */
    static String plain(String text) {
        return text.replace("_x000D_", "").replaceAll("[\\s\\u00a0\\u3000]+", "");
    }

    private void look(Snapshot.Cell cell) {
        Ref ref = cell.ref();
        if (ref.row() < texts.length && ref.col() < texts[0].length) {
            texts[ref.row()][ref.col()] = plain(cell.text());
            inRow.get(ref.row()).add(plain(cell.text()));
            formulas[ref.row()][ref.col()] = cell.hasFormula();
            hasFormulas |= cell.hasFormula();
        }
    }

    /** How much of the printed words stands where the form has them, 0 to 1. */
    double share() {
        List<FieldMap.Words> words = form.words().stream().filter(word -> !plain(word.text()).isEmpty()).toList();
        long found = words.stream().filter(word -> now(word.cell()).filter(at -> plain(word.text()).equals(texts[at.row()][at.col()])).isPresent()).count();
        return words.isEmpty() ? 0 : (double) found / words.size();
    }

    /** Where a cell of the form is now; empty when its row or column is gone. */
    Optional<Ref> now(Ref cell) {
        OptionalInt row = rows.at(cell.row());
        OptionalInt col = cols.at(cell.col());
        return row.isPresent() && col.isPresent() ? Optional.of(new Ref(row.getAsInt(), col.getAsInt())) : Optional.empty();
    }

    /** The cell of the form that stands here now; empty when there is none. */
    Optional<Ref> before(Ref found) {
        OptionalInt row = rows.from(found.row());
        OptionalInt col = cols.from(found.col());
        return row.isPresent() && col.isPresent() ? Optional.of(new Ref(row.getAsInt(), col.getAsInt())) : Optional.empty();
    }

    /** The same beside the form, as far to the right as its self-check goes: that moves as one, with its states or with the reasons next to them. */
    Optional<Ref> beside(Ref found) {
        OptionalInt row = rows.from(found.row());
        int moved = IntStream.of(form.width() + CHECKS, form.width() + CHECKS + 1).filter(col -> cols.at(col).isPresent()).map(col -> cols.at(col).getAsInt() - col).findFirst().orElse(0);
        int col = found.col() - moved;
        return row.isPresent() && col > form.width() ? Optional.of(new Ref(row.getAsInt(), col)) : Optional.empty();
    }

    Lines rows() {
        return rows;
    }

    Lines cols() {
        return cols;
    }

    /** Whether one of the sheet's own formulas stands beside this row. */
    boolean isChecked(int foundRow) {
        return foundRow < formulas.length && cols.at(form.width() + CHECKS).stream().anyMatch(col -> formulas[foundRow][col]);
    }

    private Lines rows(Optional<Lines> known) {
        return Lines.fitting(height, texts.length, (row, line) -> row(known, row, line));
    }

    private double row(Optional<Lines> known, int row, int line) {
        double weight = 0;
        for (FieldMap.Words word : form.words()) {
            if (word.cell().row() == row) {
                weight += words(known, word, line);
            }
        }
        boolean entered = false;
        boolean filled = false;
        for (FieldMap.At field : form.fields()) {
            if (!isIn(field, row)) {
                continue;
            }
            OptionalInt col = known.isPresent() ? known.get().at(field.area().first().col()) : OptionalInt.empty();
            if (field.calculated()) {
                weight += hasFormulas && col.isPresent() ? formulas[line][col.getAsInt()] ? FOUND : MISSED : 0;
            } else if (!field.path().equals(FieldMap.WAIVERS)) {
                entered = true;
                filled |= known.isPresent() ? col.isPresent() && hasText(line, col.getAsInt()) : !inRow.get(line).isEmpty();
            }
        }
        if (entered && hasFormulas && known.isPresent()) {
            OptionalInt checks = known.get().at(form.width() + CHECKS);
            weight += checks.isPresent() ? formulas[line][checks.getAsInt()] ? FOUND : MISSED : 0;
        }
        return filled ? Math.max(weight, 0) + FILLED : weight;
    }

    private double words(Optional<Lines> known, FieldMap.Words word, int line) {
        String text = plain(word.text());
        if (known.isEmpty()) {
            return text.isEmpty() ? 0 : inRow.get(line).contains(text) ? FOUND : MISSED;
        }
        OptionalInt col = known.get().at(word.cell().col());
        if (col.isEmpty()) {
            return 0;
        }
        return text.isEmpty() ? formulas[line][col.getAsInt()] ? FOUND : 0 : text.equals(texts[line][col.getAsInt()]) ? FOUND : MISSED;
    }

    private double col(Lines known, int col, int at) {
        double weight = 0;
        for (FieldMap.Words word : form.words()) {
            String text = plain(word.text());
            if (word.cell().col() == col && !text.isEmpty()) {
                OptionalInt row = known.at(word.cell().row());
                weight += row.isEmpty() ? 0 : text.equals(texts[row.getAsInt()][at]) ? FOUND : MISSED;
            }
        }
        for (FieldMap.At field : form.fields()) {
            boolean own = field.area().first().col() == col;
            boolean checks = col == form.width() + CHECKS && !field.calculated();
            for (int row = field.area().first().row(); own && row <= field.area().last().row() || checks && row <= field.area().last().row(); row++) {
                OptionalInt line = known.at(row);
                if (line.isEmpty() || !hasFormulas && (checks || field.calculated())) {
                    continue;
                }
                boolean formula = formulas[line.getAsInt()][at];
                weight += field.calculated() || checks ? formula ? FOUND : MISSED : hasText(line.getAsInt(), at) ? FILLED : 0;
            }
        }
        return weight;
    }

    private boolean hasText(int row, int col) {
        return texts[row][col] != null && !texts[row][col].isEmpty();
    }

    private static boolean isIn(FieldMap.At field, int row) {
        return field.area().first().row() <= row && row <= field.area().last().row();
    }
}
