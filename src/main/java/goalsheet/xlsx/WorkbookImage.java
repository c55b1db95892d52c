package goalsheet.xlsx;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A workbook described for writing. The writer knows nothing of templates; whoever makes the image knows nothing of POI. */
public record WorkbookImage(String title, List<SheetImage> sheets, List<NameImage> names) {

    /** What a cell holds; a formula comes with the value that it gives, so that the file reads the same before anyone opens it. */
    public sealed interface Content {
        record Empty() implements Content {
        }

        record Number(BigDecimal value) implements Content {
        }

        record Words(String text) implements Content {
        }

        /** @param cached Empty, Number or Words */
        record Formula(String formula, Content cached) implements Content {
        }

        Content EMPTY = new Empty();
    }

    /** How a cell looks by its part in the form; colours, borders and fonts belong to the writer. */
    public enum Look {
        /** heading of a whole form, centred, no border */
        TITLE,
        /** line under the title: unit at the left, no border */
        PLAIN,
        /** like PLAIN, at the right */
        PLAIN_RIGHT,
        /** paragraph of instructions, no border, wrapped, top-left */
        NOTE,
        /** printed words of the form, centred, bordered */
        LABEL,
        /** head of a table or a section, bold, shaded */
        HEADING,
        /** a short value, centred, bordered */
        VALUE,
        /** a long text, left, wrapped, bordered */
        LONG_VALUE,
        /** a number, right, bordered */
        NUMBER,
        /** a hyperlink, bordered */
        LINK,
        /** words beside the form that say what is open: red, left, no border */
        STATE,
        /** head of a part without a grid: bold, left, no border */
        SECTION,
        /** words of a row that adds up others: bold, left, bordered, shaded by what it adds up */
        SUM_WORDS,
        /** a number of such a row: bold, right, bordered */
        SUM_NUMBER
    }

    /** Whether and by whom a cell is filled in; decides lock and colour. */
    public enum Use {
        /** printed words, locked */
        FIXED,
        /** for the clerk: unlocked, visibly an entry cell */
        ENTRY,
        /** filled in and locked by the office */
        CONTROL,
        /** a formula, locked */
        CALCULATED,
        /** looks like an entry cell in a legend of colours, locked */
        SAMPLE
    }

    /**
     * @param format Excel number format code, {@code General} when there is nothing to say, {@code @} for text
     * @param link   where a click leads within the workbook ({@code '项目1'!A1}), "" for none
     */
    public record CellImage(Ref ref, Content content, Look look, Use use, String format, String link) {
    }

    /**
     * A data validation. Lists are either a formula giving a range, or up to 255 characters of literal items, in quotes and
     * parted by commas as in the file: {@code "是,否"}. Formulas come without the leading =, "" where there is none.
     *
     * @param type     list, decimal, whole, date, textLength, custom
     * @param operator between, lessThanOrEqual, greaterThanOrEqual, …; ignored for list and custom
     * @param strict   false: other values are allowed (suggestions)
     */
    public record ValidationImage(Area area, String type, String operator, String formula1, String formula2, boolean strict,
            String promptTitle, String prompt, String errorTitle, String error) {
    }

    /** What a condition does to the cells where it is true. */
    public enum Effect {
        /**
         * The cells show their borders and the colour of an entry cell only now; until then they look like bare paper. For spare
         * rows at the end of a form: print areas given by a formula are not honoured everywhere, cells without borders are.
         */
        BORDERED,
        /** As BORDERED, for cells of such rows that nobody fills in: their words, too, show up only now. */
        LINED,
        /** A percentage shows its decimals: 12.5% where the cell's own format makes it 13%. */
        DECIMALS,
        /** A percentage given in points shows them: 25% for 25, where the cell's own format makes it 2500%. */
        POINTS,
        /** red on light red: something is wrong here */
        WRONG,
        /** a deeper shade of an entry cell: something is still to be filled in */
        MISSING,
        /** amber: something should be looked at */
        DOUBTFUL,
        /** green: in order */
        RIGHT
    }

    /**
     * A conditional format. Where two of a sheet meet, the earlier one wins.
     *
     * @param formula true or false, without the leading =, written for the top-left cell of the area ({@code $B12<>""})
     */
    public record ConditionImage(Area area, String formula, Effect effect) {
    }

    /** Paper: A4, one page wide; print area and rows repeated at the top of each page (0-based, -1 for none). */
    public record PageImage(boolean landscape, Optional<Area> printArea, int repeatFrom, int repeatTo) {
    }

    /**
     * @param widths  of the columns from A on, in characters
     * @param heights of the rows from 1 on, in points; 0 leaves a row to the spreadsheet
     * @param freezeRows rows kept in view, 0 for none
     */
    public record SheetImage(String name, Snapshot.Visibility visibility, List<Double> widths, List<Double> heights,
            List<CellImage> cells, List<Area> merges, List<ValidationImage> validations, PageImage page, int freezeRows,
            List<ConditionImage> conditions, List<NoteImage> notes) {
        /** A sheet without notes. */
        public SheetImage(String name, Snapshot.Visibility visibility, List<Double> widths, List<Double> heights,
                List<CellImage> cells, List<Area> merges, List<ValidationImage> validations, PageImage page, int freezeRows, List<ConditionImage> conditions) {
            this(name, visibility, widths, heights, cells, merges, validations, page, freezeRows, conditions, List.of());
        }

        /** A sheet without conditional formats and notes. */
        public SheetImage(String name, Snapshot.Visibility visibility, List<Double> widths, List<Double> heights,
                List<CellImage> cells, List<Area> merges, List<ValidationImage> validations, PageImage page, int freezeRows) {
            this(name, visibility, widths, heights, cells, merges, validations, page, freezeRows, List.of(), List.of());
        }
    }

    /** A note on a cell, hidden until the cell is pointed at. */
    public record NoteImage(Ref cell, String author, String text) {
    }

    /** @param sheet "" for a name of the whole workbook */
    public record NameImage(String name, String sheet, String refersTo) {
    }
}
