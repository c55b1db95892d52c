package goalsheet.check;

import goalsheet.xlsx.Area;
import goalsheet.xlsx.Formulas;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.WorkbookImage;
import goalsheet.xlsx.WorkbookImage.CellImage;
import goalsheet.xlsx.WorkbookImage.Content;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import goalsheet.xlsx.WorkbookImage.ValidationImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Inserts and deletes rows and columns in a workbook as Excel does: cells, merged cells and validations move, formulas of all sheets
 * follow. Written for the tests alone, with nothing of what the check itself uses to follow them.
 */
final class Shifted {
    private static final Pattern REFERENCE = Pattern.compile("('(?:[^']|'')+'!)?(\\$?)([A-Z]{1,3})(\\$?)([0-9]+)(?::(\\$?)([A-Z]{1,3})(\\$?)([0-9]+))?(?![A-Za-z0-9(_])");

    private Shifted() {
    }

    /**
     * One step, with lines counted from 0.
     *
     * @param by how many lines come before {@code first}; negative for how many go from it on
     */
    record Step(String sheet, boolean rows, int first, int by) {
        static Step insertRows(String sheet, int row, int count) {
            return new Step(sheet, true, row - 1, count);
        }

        static Step deleteRows(String sheet, int row, int count) {
            return new Step(sheet, true, row - 1, -count);
        }

        static Step insertCols(String sheet, String col, int count) {
            return new Step(sheet, false, Ref.parse(col + "1").col(), count);
        }

        static Step deleteCols(String sheet, String col, int count) {
            return new Step(sheet, false, Ref.parse(col + "1").col(), -count);
        }

        /** Where a line is afterwards, -1 when it is gone. */
        int now(int line) {
            return line < first ? line : by < 0 && line < first - by ? -1 : line + by;
        }

        private Optional<Ref> now(Ref cell) {
            int line = now(rows ? cell.row() : cell.col());
            return line < 0 ? Optional.empty() : Optional.of(rows ? new Ref(line, cell.col()) : new Ref(cell.row(), line));
        }

        private Optional<Area> now(Area area) {
            int from = rows ? area.first().row() : area.first().col();
            int to = rows ? area.last().row() : area.last().col();
            while (from <= to && now(from) < 0) {
                from++;
            }
            while (from <= to && now(to) < 0) {
                to--;
            }
            if (from > to) {
                return Optional.empty();
            }
            return Optional.of(rows ? new Area(new Ref(now(from), area.first().col()), new Ref(now(to), area.last().col()))
                    : new Area(new Ref(area.first().row(), now(from)), new Ref(area.last().row(), now(to))));
        }
    }

    static WorkbookImage apply(WorkbookImage image, List<Step> steps) {
        WorkbookImage shifted = image;
        for (Step step : steps) {
            WorkbookImage before = shifted;
            shifted = new WorkbookImage(before.title(), before.sheets().stream().map(sheet -> sheet(sheet, step)).toList(), before.names());
        }
        return shifted;
    }

    private static SheetImage sheet(SheetImage sheet, Step step) {
        boolean here = sheet.name().equals(step.sheet());
        UnaryOperator<String> follow = formula -> follow(formula, sheet.name(), step);
        List<CellImage> cells = new ArrayList<>();
        for (CellImage cell : sheet.cells()) {
            Content content = cell.content() instanceof Content.Formula formula ? new Content.Formula(follow.apply(formula.formula()), formula.cached()) : cell.content();
            (here ? step.now(cell.ref()) : Optional.of(cell.ref())).ifPresent(ref -> cells.add(new CellImage(ref, content, cell.look(), cell.use(), cell.format(), cell.link())));
        }
        List<Area> merges = sheet.merges().stream().flatMap(area -> (here ? step.now(area) : Optional.of(area)).stream()).filter(area -> !area.isSingle()).toList();
        List<ValidationImage> validations = new ArrayList<>();
        for (ValidationImage validation : sheet.validations()) {
            Area area = validation.area();
            Optional<Area> now = here ? step.now(area) : Optional.of(area);
            int cut = 0;
            while (here && now.isPresent() && step.now(step.rows() ? area.first().row() + cut : area.first().col() + cut) < 0) {
                cut++;
            }
            int down = step.rows() ? cut : 0;
            int right = step.rows() ? 0 : cut;
            now.ifPresent(moved -> validations.add(new ValidationImage(moved, validation.type(), validation.operator(), follow.apply(Formulas.shift(validation.formula1(), down, right)),
                    follow.apply(Formulas.shift(validation.formula2(), down, right)), validation.strict(), validation.promptTitle(), validation.prompt(), validation.errorTitle(), validation.error())));
        }
        return new SheetImage(sheet.name(), sheet.visibility(), List.of(), List.of(), cells, merges, validations, new WorkbookImage.PageImage(false, Optional.empty(), -1, -1), 0);
    }

    /** Texts in quotes stay. */
    private static String follow(String formula, String home, Step step) {
        String[] parts = formula.split("\"", -1);
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = REFERENCE.matcher(parts[i]).replaceAll(match -> Matcher.quoteReplacement(reference(match.group(), match, home, step)));
        }
        return String.join("\"", parts);
    }

    private static String reference(String written, java.util.regex.MatchResult match, String home, Step step) {
        String sheet = match.group(1) == null ? home : match.group(1).substring(1, match.group(1).length() - 2).replace("''", "'");
        if (!sheet.equals(step.sheet())) {
            return written;
        }
        Ref first = Ref.parse(match.group(3) + match.group(5));
        Ref last = match.group(7) == null ? first : Ref.parse(match.group(7) + match.group(9));
        Optional<Area> now = step.now(new Area(first, last));
        String qualifier = match.group(1) == null ? "" : match.group(1);
        if (now.isEmpty()) {
            return qualifier + "#REF!";
        }
        String one = qualifier + cell(now.get().first(), match.group(2), match.group(4));
        return match.group(7) == null ? one : one + ":" + cell(now.get().last(), match.group(6), match.group(8));
    }

    private static String cell(Ref ref, String fixedCol, String fixedRow) {
        return fixedCol + Ref.letters(ref.col()) + fixedRow + (ref.row() + 1);
    }
}
