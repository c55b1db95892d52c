package goalsheet.check;

import goalsheet.RawEdit;
import goalsheet.office.Office;
import goalsheet.office.OfficeBook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Something done to a returned workbook, in LibreOffice or to its XML, never through our own writer.
 *
 * @param byOffice whether LibreOffice has saved the workbook
 * @param told what the check must say beyond what it said before, in the order of the workbook; nothing for what is harmless
 * @param gone what it said before and must not any more, because the mistake replaced it
 */
record Mistake(String name, Damage damage, boolean byOffice, List<String> told, List<String> gone) {

    interface Damage {
        void make(Path workbook, Path damaged) throws IOException;
    }

    interface Typing {
        void at(OfficeBook book);
    }

    interface Editing {
        void of(RawEdit workbook) throws IOException;
    }

    /**
     * What is told of a damaged workbook, without what LibreOffice has broken of its own: it keeps the dropdowns of sheets that are alike in one
     * place, and when rows or sheets come or go elsewhere the second level of a project now and then looks at the row below, or at nothing.
     */
    List<String> toldOf(Path damaged) {
        return Returned.told(damaged).stream().filter(line -> !byOffice || told.contains(line) || !line.matches("INFO INT034 项目\\d!B10")).toList();
    }

    /** As a clerk does it; LibreOffice calculates and saves. */
    static Mistake typed(String name, Typing typing, String... told) {
        return new Mistake(name, (workbook, damaged) -> {
            try (OfficeBook book = Office.open(workbook)) {
                typing.at(book);
                book.saveAs(damaged, OfficeBook.Format.XLSX);
            }
        }, true, List.of(told), List.of());
    }

    /** As another program or a careless script does it; nothing is calculated. */
    static Mistake raw(String name, Editing editing, String... told) {
        return new Mistake(name, (workbook, damaged) -> {
            RawEdit edit = RawEdit.of(workbook);
            editing.of(edit);
            edit.save(damaged);
        }, false, List.of(told), List.of());
    }

    Mistake instead(String... lines) {
        return new Mistake(name, damage, byOffice, told, List.of(lines));
    }
}
