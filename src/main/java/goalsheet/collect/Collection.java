package goalsheet.collect;

import goalsheet.generate.Roster;
import goalsheet.rule.Severity;
import goalsheet.template.Template;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The state of a collection: what all outputs of one run speak of. Findings and values stay in the ledger, however many there are.
 *
 * @param units   in the order of the roster, then those that are not in it
 * @param nobodys submissions that tell no unit
 * @param remarks on what concerns several workbooks, or a workbook and the roster
 */
public record Collection(Template template, Roster roster, Ledger ledger, List<Standing> units, List<Received> nobodys, List<Remark> remarks) {

    /** Draws the conclusions from all submissions in a ledger and writes them down there; of collectors at work at once the last one knows what all have written. */
    public static Collection conclude(Template template, Roster roster, Ledger ledger) {
        return ledger.exclusively(() -> drawn(template, roster, ledger));
    }

    private static Collection drawn(Template template, Roster roster, Ledger ledger) {
        Standings.Result standings = Standings.of(roster, ledger.submissions());
        List<Remark> remarks = new ArrayList<>(standings.remarks());
        remarks.addAll(Between.of(template, roster, standings.units(), ledger));
        Set<String> wrong = remarks.stream().filter(remark -> remark.note().severity() == Severity.ERROR).map(Remark::sha256).collect(Collectors.toSet());
        List<Standing> units = standings.units().stream().map(unit -> unit.counts().filter(counts -> wrong.contains(counts.sha256())).isPresent() ? graded(unit) : unit).toList();
        ledger.conclude(units, remarks);
        return new Collection(template, roster, ledger, units, standings.nobodys(), List.copyOf(remarks));
    }

    /** What is wrong between workbooks must be mended like what is wrong within one. */
    private static Standing graded(Standing unit) {
        return unit.state() == State.RECEIVED || unit.state() == State.TWICE ? unit.as(State.ERRORS) : unit;
    }

    /** The same, with findings and values read through another connection. */
    public Collection through(Ledger other) {
        return new Collection(template, roster, other, units, nobodys, remarks);
    }

    /** How many units of the roster are in each state; every state is there. */
    public Map<State, Integer> counts() {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        for (State state : State.values()) {
            counts.put(state, (int) units.stream().filter(unit -> unit.listed() && unit.state() == state).count());
        }
        return counts;
    }

    /** What was remarked on a unit's workbook that counts. */
    public List<Remark> remarks(Standing unit) {
        return unit.counts().map(this::remarks).orElse(List.of());
    }

    /** What was remarked on a workbook. */
    public List<Remark> remarks(Received about) {
        return remarks.stream().filter(remark -> remark.sha256().equals(about.sha256())).toList();
    }
}
