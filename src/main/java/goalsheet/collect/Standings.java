package goalsheet.collect;

import goalsheet.generate.Roster;
import goalsheet.generate.Unit;
import goalsheet.rule.CollectRules;
import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.rule.Verdict.Outcome;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Gives every submission to its unit and says how each unit stands. */
final class Standings {
    /** Rejected, but a workbook all the same: another form than the one in use. */
    private static final Set<String> OTHER_FORMS = Set.of("IDN001", "IDN002", "IDN003", "IDN004", "IDN005");

    private final Roster roster;
    private final Map<String, List<Received>> byUnit = new LinkedHashMap<>();
    private final Map<String, Unit> strangers = new TreeMap<>();
    private final List<Received> nobodys = new ArrayList<>();
    private final Map<String, String> mismatches = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();

    private Standings(Roster roster) {
        this.roster = roster;
    }

    /**
     * @param units   in the order of the roster, then those that are not in it
     * @param nobodys submissions that tell no unit, not even by their file's name
     * @param remarks on units that do not fit, are not known, or have sent two workbooks
     */
    record Result(List<Standing> units, List<Received> nobodys, List<Remark> remarks) {
    }

    /** @param received in the order in which they came; their file names help where a workbook says nothing */
    static Result of(Roster roster, List<Received> received) {
        Standings standings = new Standings(roster);
        FileNames names = new FileNames(roster.units());
        roster.units().forEach(unit -> standings.byUnit.put(unit.code(), new ArrayList<>()));
        received.forEach(each -> standings.give(each, names));
        List<Standing> units = new ArrayList<>();
        roster.units().forEach(unit -> units.add(standings.standing(unit, true)));
        standings.strangers.values().forEach(unit -> units.add(standings.standing(unit, false)));
        return new Result(List.copyOf(units), List.copyOf(standings.nobodys), List.copyOf(standings.remarks));
    }

    private void give(Received received, FileNames names) {
        // Renamed copies and folders: any place that names the unit speaks for it.
        List<Unit> named = received.origins().stream().flatMap(origin -> names.unit(origin).stream()).distinct().toList();
        if (received.unitCode().isEmpty() && received.unitName().isEmpty()) {
            named.stream().findFirst().ifPresentOrElse(unit -> byUnit.get(unit.code()).add(received), () -> nobodys.add(received));
            return;
        }
        Optional<Unit> byCode = roster.unit(received.unitCode());
        Optional<Unit> byName = names.called(received.unitName());
        if (byCode.isPresent()) {
            byUnit.get(byCode.get().code()).add(received);
            if (byName.isPresent() && byName.get() != byCode.get()) {
                mismatch(received, byCode.get().code(), Text.of("编码 " + received.unitCode() + " 是“" + byCode.get().name() + "”的", "code " + received.unitCode() + " is that of '" + byCode.get().name() + "'"));
            } else if (!named.isEmpty() && !named.contains(byCode.get())) {
                mismatch(received, byCode.get().code(), Text.of("文件名却是“" + named.get(0).name() + "”的", "the file is named after '" + named.get(0).name() + "'"));
            }
        } else if (byName.isPresent()) {
            byUnit.get(byName.get().code()).add(received);
            mismatch(received, byName.get().code(), Text.of("编码写成了“" + received.unitCode() + "”，名单中是 " + byName.get().code(), "its code is given as '" + received.unitCode() + "' instead of " + byName.get().code()));
        } else {
            String code = received.unitCode().isEmpty() ? received.unitName() : received.unitCode();
            strangers.computeIfAbsent(code, unknown -> new Unit(unknown, received.unitName(), Map.of(), List.of(), 0));
            byUnit.computeIfAbsent(code, unknown -> new ArrayList<>()).add(received);
        }
    }

    private void mismatch(Received received, String unit, Text expected) {
        mismatches.put(received.sha256(), unit);
        Finding finding = Finding.of(CollectRules.OTHER_UNIT, Place.FILE, (received.unitCode() + " " + received.unitName()).strip(), expected, Map.of());
        remarks.add(new Remark(unit, received.sha256(), Note.of(finding)));
    }

    private Standing standing(Unit unit, boolean listed) {
        List<Received> submissions = OwnCopies.without(byUnit.get(unit.code()));
        List<Received> valid = Standing.valid(submissions);
        List<Received> sound = valid.stream().filter(Received::isSound).toList();
        Optional<Received> counts = sound.isEmpty() ? last(valid) : last(sound);
        if (!listed) {
            remarks.add(new Remark(unit.code(), counts.map(Received::sha256).orElse(""), Note.of(Finding.of(CollectRules.NOT_LISTED, Place.FILE, (unit.code() + " " + unit.name()).strip()))));
        }
        int different = (int) sound.stream().map(Received::contents).distinct().count();
        if (different > 1) {
            remarks.add(new Remark(unit.code(), counts.get().sha256(), Note.of(Finding.of(CollectRules.TWO_SOUND, Place.FILE, FileNames.last(counts.get().origin()), Text.EMPTY,
                    Map.of("count", Text.same(Integer.toString(different)))))));
        }
        return new Standing(unit.code(), unit.name(), unit.extra().getOrDefault("department", ""), unit.extra().getOrDefault("contact", ""), unit.extra().getOrDefault("phone", ""),
                listed, counts.map(counting -> state(counting, different)).orElse(State.MISSING), List.copyOf(submissions), counts);
    }

    private static Optional<Received> last(List<Received> submissions) {
        return submissions.isEmpty() ? Optional.empty() : Optional.of(submissions.get(submissions.size() - 1));
    }

    private State state(Received counts, int different) {
        if (counts.outcome() == Outcome.REJECTED) {
            return OTHER_FORMS.contains(counts.reason()) ? State.OTHER_FORM : State.UNREADABLE;
        }
        if (mismatches.containsKey(counts.sha256())) {
            return State.OTHER_UNIT;
        }
        return counts.errors() > 0 ? State.ERRORS : different > 1 ? State.TWICE : State.RECEIVED;
    }
}
