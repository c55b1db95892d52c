package goalsheet.fill;

import goalsheet.fill.PourLine.Kind;
import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.text.Text;
import goalsheet.xlsx.Comments.Note;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.WorkbookImage.NoteImage;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Notes that people have written on the cells of a returned workbook, on their way to the cells of the new form. */
final class CarriedNotes {
    private static final Text GONE = Text.of("批注所在的格子在新表中没有", "the note's cell is not in the new form");

    private final Consumer<PourLine> told;
    private final Map<SheetLayout, Map<Ref, NoteImage>> images = new IdentityHashMap<>();
    private final Layout layout;
    private int count;

    CarriedNotes(Layout layout, Consumer<PourLine> told) {
        this.layout = layout;
        this.told = told;
    }

    /** A cell of the new form. */
    record Place(SheetLayout sheet, Ref cell) {
    }

    void carry(Note note, List<SheetContents> contents, BiFunction<SheetContents, Ref, Optional<Place>> place) {
        Optional<Place> found = contents.stream().filter(sheet -> sheet.sheet().name().equals(note.sheet())).findFirst().flatMap(sheet -> place.apply(sheet, note.cell()));
        if (found.isEmpty()) {
            told.accept(new PourLine(Kind.NOTE, note.sheet() + "!" + note.cell(), "", Text.EMPTY, note.text(), GONE));
            return;
        }
        count++;
        images.computeIfAbsent(found.get().sheet(), sheet -> new LinkedHashMap<>()).merge(found.get().cell(), new NoteImage(found.get().cell(), note.author(), note.text()),
                (first, next) -> new NoteImage(first.cell(), first.author(), first.text() + "\n" + next.text()));
    }

    Map<SheetLayout, List<NoteImage>> images() {
        Map<SheetLayout, List<NoteImage>> all = new IdentityHashMap<>();
        layout.sheets().forEach(sheet -> all.put(sheet, new ArrayList<>(images.getOrDefault(sheet, Map.of()).values())));
        return all;
    }

    int count() {
        return count;
    }
}
