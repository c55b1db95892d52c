package goalsheet.collect.paper;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who writes to the units.
 *
 * @param office   name and telephone as they stand below a paper, "" for none
 * @param deadline by when mended workbooks are wanted
 * @param day      the day of writing
 */
public record Sender(String office, Optional<LocalDate> deadline, LocalDate day) {
}
