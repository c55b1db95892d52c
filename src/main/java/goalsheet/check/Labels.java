package goalsheet.check;

import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.References;
import goalsheet.xlsx.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The printed words of one sheet: by them a sheet is known under another name, and is seen to be too disordered to be read. */
final class Labels {
    /** As far as words are looked for around their place. */
    private static final int FARTHEST = 10;
    /** So many words may have been changed in a sheet that was renamed. */
    private static final int ONE_IN = 10;
    /** One in so many words must be left. */
    private static final int LEFT = 4;
    /** With more than one in so many elsewhere the rest is in disorder, too. */
    private static final int STRAY = 4;
    private static final Pattern HAS_WORDS = Pattern.compile("\\p{L}{2}");
    /** Fewer than this may look moved by chance. */
    private static final int FEWEST = 3;

    private final Layout layout;
    private final SheetLayout sheet;
    private final Sound.InSheet sound;
    private boolean isUntouched;

    Labels(Layout layout, SheetLayout sheet, Sound.InSheet sound) {
        this.layout = layout;
        this.sheet = sheet;
        this.sound = sound;
    }

    private List<Slot> slots() {
        return sheet.slots().stream().filter(slot -> slot.kind() == Slot.Kind.LABEL && !layout.text(sheet, slot).isBlank()).toList();
    }

    /** Line ends are written differently by every program, and blanks at the end of a line are invisible. */
    static String words(String text) {
        return text.replace("_x000D_", "").replace("\r", "").strip();
    }

    /** Whether both are the same {@link #words}. */
    static boolean isSaid(String expected, String text) {
        return expected.equals(text) || words(expected).equals(words(text));
    }

    /** Where the cells of the form are in a returned sheet; empty when most of its words cannot be found, or only in another order. */
    Optional<Alignment> alignment(Snapshot.Sheet returned) {
        if (stands(returned)) {
            return Optional.of(Alignment.same(sheet));
        }
        return Stream.of(new Evidence(layout, sheet, returned).alignment(), Alignment.same(sheet)).filter(now -> !isLost(returned, now)).findFirst();
    }

    /** The first words that are not in their old place. */
    Optional<Ref> firstMoved(Snapshot.Sheet returned) {
        return slots().stream().filter(slot -> !stands(returned, slot, slot.cell())).map(Slot::cell).findFirst();
    }

    /** After {@link #alignment}: whether all words and formulas are in their places, and the formulas say the same. */
    boolean isUntouched() {
        return isUntouched;
    }

    /** Whether all words and formulas are in their places. */
    boolean stands(Snapshot.Sheet returned) {
        isUntouched = true;
        for (Slot slot : sheet.slots()) {
            if (slot.kind() == Slot.Kind.LABEL && !stands(returned, slot, slot.cell()) || slot.kind() == Slot.Kind.CALCULATED && !isCalculated(returned, slot)) {
                isUntouched = false;
                return false;
            }
        }
        return true;
    }

    private boolean isCalculated(Snapshot.Sheet returned, Slot slot) {
        Snapshot.Cell cell = returned.cells().get(slot.cell());
        if (cell == null) {
            return false;
        }
        String formula = layout.formula(sheet, slot);
        if (sound.isFormula(slot, formula, cell.formula())) {
            return true;
        }
        isUntouched = false;
        return !cell.formula().isEmpty() && References.skeleton(formula).equals(References.skeleton(cell.formula()));
    }

    /** Whether this may be the sheet, whatever it is called: nearly all its words are there. */
    boolean fit(Set<String> words) {
        List<Slot> slots = slots();
        return slots.stream().filter(slot -> !words.contains(words(slot))).count() * ONE_IN <= slots.size();
    }

    /** Whether too few words are left to go by, or those that are not in their place stand around it or among the entries. What is gone with its row or column is not out of place. */
    private boolean isLost(Snapshot.Sheet returned, Alignment now) {
        List<Slot> slots = slots();
        List<Slot> right = slots.stream().filter(slot -> stands(returned, slot, now)).toList();
        List<Slot> wrong = slots.stream().filter(slot -> now.isWhole(slot) && !right.contains(slot)).toList();
        long around = wrong.stream().filter(slot -> now.at(slot.area()).filter(area -> isNear(returned, slot, area.first())).isPresent()).count();
        return wrong.size() >= FEWEST && (around * 3 >= wrong.size() * 2 || wrong.size() > right.size()) || right.size() * LEFT < right.size() + wrong.size() || right.size() < Math.min(FEWEST, slots.size())
                || strayed(returned, slots, right) * STRAY > slots.size();
    }

    /** How many words that the form has once stand somewhere else only, as when all rows were sorted: whatever seems to be gone is not. */
    private long strayed(Snapshot.Sheet returned, List<Slot> slots, List<Slot> right) {
        if (right.size() == slots.size()) {
            return 0;
        }
        Set<String> there = returned.cells().values().stream().map(cell -> words(cell.text())).collect(Collectors.toSet());
        Map<String, Long> often = slots.stream().collect(Collectors.groupingBy(this::words, Collectors.counting()));
        return slots.stream().filter(slot -> !right.contains(slot) && often.get(words(slot)) == 1 && HAS_WORDS.matcher(words(slot)).find() && there.contains(words(slot))).count();
    }

    private String words(Slot slot) {
        return words(layout.text(sheet, slot));
    }

    private boolean stands(Snapshot.Sheet returned, Slot slot, Alignment now) {
        return now.at(slot.area()).filter(area -> stands(returned, slot, area.first())).isPresent();
    }

    private boolean isNear(Snapshot.Sheet returned, Slot slot, Ref here) {
        return Stream.iterate(-FARTHEST, by -> by <= FARTHEST, by -> by + 1)
                .flatMap(by -> Stream.of(new Ref(here.row() + by, here.col()), new Ref(here.row(), here.col() + by))).anyMatch(ref -> stands(returned, slot, ref));
    }

    private boolean stands(Snapshot.Sheet returned, Slot slot, Ref here) {
        Snapshot.Cell cell = returned.cells().get(here);
        isUntouched &= cell == null || !cell.hasFormula();
        return isSaid(layout.text(sheet, slot), cell == null ? "" : cell.text());
    }
}
