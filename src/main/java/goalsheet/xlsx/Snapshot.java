package goalsheet.xlsx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a returned workbook holds, as one streaming pass finds it: raw, nothing believed, nothing calculated.
 *
 * @param sha256         of the bytes that were parsed, lower-case hex
 * @param sheets         in the order of their tabs
 * @param styles         by style index
 * @param names          defined names, global and local
 * @param structureLocked whether sheets are protected from being added, renamed, moved
 * @param date1904       whether serial dates count from 1904
 * @param manualCalc     whether the workbook says that it does not recalculate by itself
 * @param externalLinks  targets of links to other workbooks
 * @param activeContent  what should not be in a form: macros, OLE objects, ActiveX (part names)
 */
public record Snapshot(String sha256, List<Sheet> sheets, List<Style> styles, List<Name> names, boolean structureLocked,
        boolean date1904, boolean manualCalc, List<String> externalLinks, List<String> activeContent) {

    public enum Kind {
        BLANK, NUMBER, TEXT, BOOL, ERROR
    }

    public enum Visibility {
        VISIBLE, HIDDEN, VERY_HIDDEN
    }

    /**
     * One cell as stored.
     *
     * @param text    the number as written, the text, TRUE/FALSE, the error code; for a formula its cached value; "" when blank
     * @param formula without the leading =, shared formulas expanded; "" when there is none
     * @param style   index into {@link Snapshot#styles()}
     */
    public record Cell(Ref ref, Kind kind, String text, String formula, int style) {
        public boolean hasFormula() {
            return !formula.isEmpty();
        }
    }

    /**
     * @param part       name of the part in the package, {@code xl/worksheets/sheet1.xml}
     * @param cells      every cell that holds a value or a formula, in document order; blank ones only count as absent
     * @param isLocked   whether sheet protection is on
     * @param hiddenRows 0-based
     * @param hiddenCols 0-based
     */
    public record Sheet(String name, String part, Visibility visibility, Map<Ref, Cell> cells, List<Area> merges,
            List<Validation> validations, boolean isLocked, Set<Integer> hiddenRows, Set<Integer> hiddenCols) {
        public Optional<Cell> cell(Ref ref) {
            return Optional.ofNullable(cells.get(ref));
        }
    }

    /**
     * A data validation; type and operator as in the file ({@code list}, {@code decimal}, … and {@code between}, …).
     * The operator of types that have none is {@code between}. Formulas are relative to the first cell of the first area:
     * {@link Formulas#shift} gives what applies to another cell.
     *
     * @param formula2 "" unless the operator needs two
     * @param strict   whether anything else is turned away, rather than remarked on or let pass
     */
    public record Validation(String type, String operator, List<Area> areas, String formula1, String formula2, boolean strict) {
    }

    /** What of a cell format matters to reading: the number format code, and whether the cell is locked. */
    public record Style(String numberFormat, boolean locked) {
        public boolean isPercent() {
            return numberFormat.contains("%");
        }
    }

    /** @param sheet the sheet a local name belongs to, "" for a global one */
    public record Name(String name, String sheet, String refersTo, boolean hidden) {
    }

    public Optional<Sheet> sheet(String name) {
        return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
    }
}
