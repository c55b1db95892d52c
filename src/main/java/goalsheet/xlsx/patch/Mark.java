package goalsheet.xlsx.patch;

import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Tone;

/**
 * Something to be said about one cell.
 *
 * @param sheet tab name
 * @param note  what the note on the cell says
 */
public record Mark(String sheet, Ref cell, Tone tone, String note) {
}
