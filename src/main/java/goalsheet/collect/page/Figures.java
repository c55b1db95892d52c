package goalsheet.collect.page;

import goalsheet.collect.Amounts;
import goalsheet.collect.BeijingTime;
import goalsheet.collect.Collection;
import goalsheet.collect.Note;
import goalsheet.collect.Received;
import goalsheet.collect.Remark;
import goalsheet.collect.Standing;
import goalsheet.collect.State;
import goalsheet.rule.Severity;
import goalsheet.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The numbers of the page.
 *
 * @param units       every unit, in the order of the collection
 * @param departments of the units in the roster, in its order
 * @param mistakes    the commonest first
 * @param days        without gaps, the last {@link #MOST_DAYS} in which something came
 * @param earlier     submissions before the first of them
 */
record Figures(List<Of> units, List<Department> departments, List<Mistake> mistakes, List<Day> days, int earlier) {
    static final int MOST_DAYS = 42;

    /** What the table says of one unit: of its workbook that counts, and of the remarks on it. */
    record Of(Standing unit, Map<Severity, Integer> counts, Amounts amounts) {
    }

    /** @param name "" for units without one  @param received accepted  @param open came, but something is to be done */
    record Department(String name, int units, int received, int open, Amounts amounts) {
        int missing() {
            return units - received - open;
        }
    }

    /** @param units that make it */
    record Mistake(String rule, Severity severity, Text summary, int units) {
    }

    /** @param first first workbooks of a unit  @param later those that followed */
    record Day(LocalDate day, int first, int later) {
    }

    static Figures of(Collection collection, long asOf) {
        List<Of> units = new ArrayList<>();
        Map<String, Mistake> mistakes = new LinkedHashMap<>();
        Map<String, Department> departments = new LinkedHashMap<>();
        Amounts none = Amounts.none(collection.template());
        for (Standing unit : collection.units()) {
            List<Note> notes = notes(collection, unit);
            Amounts amounts = unit.figures().map(figures -> Amounts.of(collection.template(), collection.ledger().figures(figures.sha256()))).orElse(none);
            Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
            notes.forEach(note -> counts.merge(note.severity(), 1, Integer::sum));
            Set<String> seen = new HashSet<>();
            notes.stream().filter(note -> note.severity() != Severity.INFO && seen.add(note.rule())).forEach(note ->
                    mistakes.merge(note.rule(), new Mistake(note.rule(), note.severity(), note.summary(), 1), Figures::worse));
            units.add(new Of(unit, counts, amounts));
            if (unit.listed()) {
                boolean accepted = unit.state() == State.RECEIVED;
                departments.merge(unit.department(), new Department(unit.department(), 1, accepted ? 1 : 0, accepted || unit.state() == State.MISSING ? 0 : 1, amounts),
                        (one, other) -> new Department(one.name(), one.units() + other.units(), one.received() + other.received(), one.open() + other.open(), one.amounts().plus(other.amounts())));
            }
        }
        List<Mistake> commonest = mistakes.values().stream().sorted(Comparator.comparingInt(Mistake::units).reversed().thenComparing(Mistake::severity).thenComparing(Mistake::rule)).toList();
        return days(collection, asOf, new Figures(units, List.copyOf(departments.values()), commonest, List.of(), 0));
    }

    private static Mistake worse(Mistake one, Mistake other) {
        Mistake worst = one.severity().compareTo(other.severity()) <= 0 ? one : other;
        return new Mistake(one.rule(), worst.severity(), worst.summary(), one.units() + other.units());
    }

    /** What is said of a unit's workbook that counts, and remarks; exceptions with a reason are no mistakes. */
    static List<Note> notes(Collection collection, Standing unit) {
        List<Note> notes = new ArrayList<>();
        unit.counts().ifPresent(counts -> collection.ledger().notes(counts.sha256()).stream().filter(note -> note.waiver().isEmpty()).forEach(notes::add));
        collection.remarks(unit).stream().map(Remark::note).forEach(notes::add);
        return notes;
    }

    /** A file's time is what its computer said: none is later than the page, and those long before the others do not stretch the chart. */
    private static Figures days(Collection collection, long asOf, Figures figures) {
        TreeMap<LocalDate, int[]> byDay = new TreeMap<>();
        for (Standing unit : collection.units()) {
            int which = 0;
            for (Received received : unit.submissions()) {
                byDay.computeIfAbsent(BeijingTime.day(Math.min(received.received(), asOf)), day -> new int[2])[which]++;
                which = 1;
            }
        }
        collection.nobodys().forEach(received -> byDay.computeIfAbsent(BeijingTime.day(Math.min(received.received(), asOf)), day -> new int[2])[0]++);
        if (byDay.isEmpty()) {
            return figures;
        }
        LocalDate last = byDay.lastKey();
        LocalDate start = last.minusDays(MOST_DAYS - 1L);
        LocalDate first = byDay.ceilingKey(start);
        List<Day> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            int[] counts = byDay.getOrDefault(day, new int[2]);
            days.add(new Day(day, counts[0], counts[1]));
        }
        int earlier = byDay.headMap(first).values().stream().mapToInt(counts -> counts[0] + counts[1]).sum();
        return new Figures(figures.units(), figures.departments(), figures.mistakes(), List.copyOf(days), earlier);
    }
}
