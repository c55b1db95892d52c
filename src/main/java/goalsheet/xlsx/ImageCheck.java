package goalsheet.xlsx;

import goalsheet.text.Text;
import goalsheet.xlsx.ImageException.Problem;
import goalsheet.xlsx.WorkbookImage.CellImage;
import goalsheet.xlsx.WorkbookImage.ConditionImage;
import goalsheet.xlsx.WorkbookImage.Content;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import goalsheet.xlsx.WorkbookImage.ValidationImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what would make a workbook unreadable while it is still an image. */
final class ImageCheck {
    private static final Pattern SHEET_NAME = Pattern.compile("(?!')[^\\[\\]:*?/\\\\\\p{Cntrl}]+(?<!')");

    /** Put into words only when something is wrong there. */
    private record Place(SheetImage sheet, Object address) {
        @Override
        public String toString() {
            return sheet.name() + "!" + address;
        }
    }

    private ImageCheck() {
    }

    /** @throws ImageException naming the first problem and its place */
    static void check(WorkbookImage image) {
        Set<String> sheets = new HashSet<>();
        for (SheetImage sheet : image.sheets()) {
            limit(Limit.SHEET_NAME, sheet.name(), sheet.name());
            require(SHEET_NAME.matcher(sheet.name()).matches(), Problem.BAD_SHEET_NAME, sheet.name());
            require(sheets.add(sheet.name().toLowerCase(Locale.ROOT)), Problem.SAME_SHEET_NAME, sheet.name());
            check(sheet);
        }
        require(image.sheets().stream().anyMatch(sheet -> sheet.visibility() == Snapshot.Visibility.VISIBLE),
                Problem.NO_VISIBLE_SHEET, image.title());
        for (WorkbookImage.NameImage name : image.names()) {
            require(name.sheet().isEmpty() || sheets.contains(name.sheet().toLowerCase(Locale.ROOT)), Problem.UNKNOWN_SHEET,
                    name.name());
            formula(Limit.FORMULA, name.refersTo(), name.name());
        }
    }

    private static void check(SheetImage sheet) {
        sheet.widths().forEach(width -> size(Limit.COLUMN_WIDTH, width, sheet.name()));
        sheet.heights().forEach(height -> size(Limit.ROW_HEIGHT, height, sheet.name()));
        require(sheet.widths().size() <= Ref.MAX_COLS && sheet.heights().size() <= Ref.MAX_ROWS, Problem.OUTSIDE, sheet.name());
        Set<Ref> filled = new HashSet<>();
        Set<Ref> seen = new HashSet<>();
        for (CellImage cell : sheet.cells()) {
            Place place = new Place(sheet, cell.ref());
            inside(cell.ref(), place);
            require(seen.add(cell.ref()), Problem.SAME_CELL, place);
            if (!(cell.content() instanceof Content.Empty)) {
                filled.add(cell.ref());
            }
            content(cell.content(), place);
        }
        merges(sheet, filled);
        for (ValidationImage validation : sheet.validations()) {
            validation(validation, new Place(sheet, validation.area()));
        }
        for (ConditionImage condition : sheet.conditions()) {
            Place place = new Place(sheet, condition.area());
            inside(condition.area().last(), place);
            formula(Limit.FORMULA, condition.formula(), place);
        }
        sheet.page().printArea().ifPresent(area -> inside(area.last(), new Place(sheet, area)));
    }

    private static void content(Content content, Object place) {
        if (content instanceof Content.Words words) {
            limit(Limit.CELL_TEXT, StoredText.of(words.text()), place);
        } else if (content instanceof Content.Formula formula) {
            formula(Limit.FORMULA, formula.formula(), place);
            require(!(formula.cached() instanceof Content.Formula), Problem.BAD_FORMULA, place);
            content(formula.cached(), place);
        }
    }

    private static void merges(SheetImage sheet, Set<Ref> filled) {
        Set<Ref> covered = new HashSet<>();
        for (Area merge : sheet.merges()) {
            Place place = new Place(sheet, merge);
            inside(merge.last(), place);
            for (Ref ref : cells(merge)) {
                require(covered.add(ref), Problem.MERGES_OVERLAP, place);
                require(ref.equals(merge.first()) || !filled.contains(ref), Problem.HIDDEN_BY_MERGE, place);
            }
        }
    }

    private static void validation(ValidationImage validation, Object place) {
        inside(validation.area().last(), place);
        limit(Limit.PROMPT_TITLE, validation.promptTitle(), place);
        limit(Limit.PROMPT, validation.prompt(), place);
        limit(Limit.ERROR_TITLE, validation.errorTitle(), place);
        limit(Limit.ERROR, validation.error(), place);
        require(Validations.knows(validation), Problem.BAD_VALIDATION, place,
                validation.type() + " " + validation.operator());
        if (Validations.isLiteralList(validation)) {
            String items = validation.formula1();
            require(items.length() > 2 && items.endsWith("\""), Problem.BAD_FORMULA, place);
            limit(Limit.LIST_ITEMS, items.substring(1, items.length() - 1), place);
        } else {
            formula(Limit.VALIDATION_FORMULA, validation.formula1(), place);
        }
        if (Validations.hasSecond(validation)) {
            formula(Limit.VALIDATION_FORMULA, validation.formula2(), place);
        }
    }

    private static void formula(Limit limit, String formula, Object place) {
        require(!formula.isBlank() && !formula.startsWith("="), Problem.BAD_FORMULA, place);
        limit(limit, formula, place);
    }

    private static void inside(Ref ref, Object place) {
        require(ref.row() >= 0 && ref.col() >= 0 && ref.row() < Ref.MAX_ROWS && ref.col() < Ref.MAX_COLS, Problem.OUTSIDE, place);
    }

    private static void limit(Limit limit, String text, Object place) {
        size(limit, text.length(), place);
    }

    private static void size(Limit limit, double found, Object place) {
        if (found > limit.most()) {
            throw ImageException.tooLong(limit, place.toString(), (int) Math.ceil(found));
        }
    }

    private static void require(boolean holds, Problem problem, Object place) {
        require(holds, problem, place, "");
    }

    private static void require(boolean holds, Problem problem, Object place, String detail) {
        if (!holds) {
            throw new ImageException(problem, place.toString(), Text.same(detail));
        }
    }

    /** Every cell of an area, row by row. */
    static List<Ref> cells(Area area) {
        List<Ref> cells = new ArrayList<>();
        for (int row = area.first().row(); row <= area.last().row(); row++) {
            for (int col = area.first().col(); col <= area.last().col(); col++) {
                cells.add(new Ref(row, col));
            }
        }
        return cells;
    }
}
