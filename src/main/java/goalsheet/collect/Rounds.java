package goalsheet.collect;

import goalsheet.rule.CollectRules;
import goalsheet.rule.Place;
import goalsheet.rule.Severity;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What became of the findings between the last two submissions of a unit. A finding is the same as long as its rule speaks of the same
 * field of the same sheet, whatever value stands there now, or of the same value in another row of the table, as rows are inserted and
 * deleted. What a unit has given its reason for is neither open nor fixed; what need not be mended is not compared.
 *
 * @param fixed     findings of the submission before that are gone
 * @param open      findings of the last submission that the one before had
 * @param fresh     findings of the last submission that the one before did not have
 * @param unchanged whether every value stands where it stood: the workbook was saved again, nothing was mended
 */
public record Rounds(Received before, Received last, List<Note> fixed, List<Note> open, List<Note> fresh, boolean unchanged) {
    private static final Pattern ROW = Pattern.compile("\\[\\d+]");

    /** Empty for a unit that has sent fewer than two workbooks that could be checked, or none such in the end. */
    public static Optional<Rounds> of(Standing unit, Ledger ledger) {
        if (unit.before().isEmpty()) {
            return Optional.empty();
        }
        Received before = unit.before().get();
        Received last = unit.last().orElseThrow();
        boolean unchanged = !last.contents().isEmpty() && last.contents().equals(before.contents());
        return Optional.of(compare(before, ledger.notes(before.sha256()), last, ledger.notes(last.sha256()), unchanged));
    }

    static Rounds compare(Received before, List<Note> earlier, Received last, List<Note> later, boolean unchanged) {
        List<Note> gone = new ArrayList<>(earlier);
        List<Note> left = new ArrayList<>(later);
        List<Note> open = new ArrayList<>();
        // The surest likeness first, so that a row that moved is not taken for the one that stands in its place now.
        match(gone, left, open, (one, other) -> isSamePlace(one, other) && one.value().equals(other.value()));
        match(gone, left, open, Rounds::hasMoved);
        match(gone, left, open, Rounds::isSamePlace);
        // In the order of the workbook again.
        List<Note> stayed = later.stream().filter(note -> open.stream().anyMatch(each -> each == note)).toList();
        return new Rounds(before, last, toMend(gone), toMend(stayed), toMend(left), unchanged);
    }

    private static void match(List<Note> gone, List<Note> left, List<Note> open, BiPredicate<Note, Note> isSame) {
        for (int i = 0; i < left.size(); i++) {
            Note note = left.get(i);
            Optional<Note> earlier = gone.stream().filter(each -> each.rule().equals(note.rule()) && isSame.test(each, note)).findFirst();
            if (earlier.isPresent()) {
                gone.remove(earlier.get());
                left.remove(i--);
                open.add(note);
            }
        }
    }

    private static boolean isSamePlace(Note one, Note other) {
        Place first = one.place();
        Place second = other.place();
        boolean named = !first.field().isEmpty() || !second.field().isEmpty();
        return first.sheet().equals(second.sheet()) && first.field().equals(second.field()) && (named || first.cell().equals(second.cell()));
    }

    /** Only by a value can a finding be known again in another row. */
    private static boolean hasMoved(Note one, Note other) {
        return !one.value().isEmpty() && one.value().equals(other.value()) && one.place().sheet().equals(other.place().sheet())
                && ROW.matcher(one.place().field()).find() && column(one).equals(column(other));
    }

    private static String column(Note note) {
        return ROW.matcher(note.place().field()).replaceFirst("[]");
    }

    private static List<Note> toMend(List<Note> notes) {
        return notes.stream().filter(note -> note.waiver().isEmpty() && note.severity() != Severity.INFO).toList();
    }

    /**
     * How many places are fixed, open and new, in one sentence.
     *
     * @param told all that the unit is told now: what was found against the roster and other units is not compared
     */
    public Text words(List<Note> told) {
        List<Note> within = Stream.concat(open.stream(), fresh.stream()).toList();
        List<Note> figures = told.stream().filter(note -> note.severity() != Severity.INFO && CollectRules.areFigures(note.rule())).toList();
        // Places of which the workbook's own check tells as well are among those already.
        int between = Note.places(Stream.concat(within.stream(), figures.stream()).toList()) - Note.places(within);
        int mended = Note.places(fixed);
        int still = Note.places(open);
        int now = Note.places(fresh);
        if (unchanged) {
            return Text.of("内容与上次报送的完全相同，没有修改。", "The contents are exactly those of the workbook before; nothing was mended.");
        }
        Text besides = between == 0 ? Text.of("。", ".") : Text.of("；另有 " + between + " 处是与名单、其他单位核对发现的。", "; besides, " + between + " found against the roster and other units.");
        Text compared = fixed.isEmpty() && open.isEmpty() && fresh.isEmpty() ? Text.of("内容与上次报送的不同，两份表本身都没有发现问题", "The contents differ from those of the workbook before; neither has anything to mend in itself")
                : Text.of("与上次报送相比：已改好 " + mended + " 处，仍未改 " + still + " 处，新出现 " + now + " 处",
                        "Compared with the workbook before: " + mended + " mended, " + still + " still open, " + now + " new");
        return Text.of(compared.zh() + besides.zh(), compared.en() + besides.en());
    }
}
