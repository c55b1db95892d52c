package goalsheet.rule;

import goalsheet.text.Text;
import java.util.List;

/**
 * Where a finding points.
 *
 * @param sheet tab name in the returned workbook, "" when the finding is about the file
 * @param cell  {@code D7}, or "" when it is about a whole sheet
 * @param field field within the sheet: {@code budget}, {@code plan.m12}, {@code indicators[3].level2}; "" when there is none
 * @param label the field in words
 */
public record Place(String sheet, String cell, String field, Text label) {
    public static final Place FILE = new Place("", "", "", Text.EMPTY);

    @Override
    public int hashCode() {
        return (sheet.hashCode() * 31 + cell.hashCode()) * 31 + field.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Place place && cell.equals(place.cell) && field.equals(place.field) && sheet.equals(place.sheet) && label.equals(place.label);
    }

    /** How many there are: a cell is one however many findings point to it, what concerns a sheet or the file is one each time. */
    public static int count(List<Place> places) {
        long cells = places.stream().filter(place -> !place.cell.isEmpty()).map(place -> List.of(place.sheet, place.cell)).distinct().count();
        return (int) (cells + places.stream().filter(place -> place.cell.isEmpty()).count());
    }

    public static Place sheet(String sheet) {
        return new Place(sheet, "", "", Text.EMPTY);
    }
}
