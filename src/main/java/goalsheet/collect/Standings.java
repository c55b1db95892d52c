package goalsheet.collect;

import goalsheet.generate.Roster;
import goalsheet.generate.Unit;
import goalsheet.rule.CollectRules;
import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.rule.Verdict.Outcome;
import goalsheet.text.Text;
import goalsheet.xlsx.OwnMarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gives every submission to its unit and says how each unit stands. */
final class Standings {
    private final Map<String, List<Received>> byUnit = new LinkedHashMap<>();
    private final Map<String, Unit> strangers = new TreeMap<>();
    /** What does not fit, by the hash of the workbook. */
    private final Map<String, Text> misfits = new HashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    /** What speaks of each unit, be it given to that one or not. */
    private final Map<String, List<Claim>> speaking = new HashMap<>();

    private Standings() {
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
        Standings standings = new Standings();
        FileNames names = new FileNames(roster.units());
        roster.units().forEach(unit -> standings.byUnit.put(unit.code(), new ArrayList<>()));
        List<Received> nobodys = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        received.stream().filter(each -> !each.isInstead() && each.page() != OwnMarks.Page.ALONE).forEach(each -> Claim.of(each, roster, names).ifPresentOrElse(claims::add, () -> nobodys.add(each)));
        standings.give(withoutCopies(claims));
        standings.giveInstead(received.stream().filter(Received::isInstead).flatMap(each -> Claim.of(each, roster, names).stream()).toList());
        List<Standing> units = new ArrayList<>();
        roster.units().forEach(unit -> units.add(standings.standing(unit, true)));
        standings.strangers.values().forEach(unit -> units.add(standings.standing(unit, false)));
        return new Result(List.copyOf(units), List.copyOf(nobodys), List.copyOf(standings.remarks));
    }

    /** A copy says what its original says, so that both name the same unit first. */
    private static List<Claim> withoutCopies(List<Claim> claims) {
        Map<String, List<Received>> saying = claims.stream().collect(Collectors.groupingBy(claim -> claim.first().code(), Collectors.mapping(Claim::received, Collectors.toList())));
        Set<String> own = saying.values().stream().flatMap(each -> OwnCopies.without(each).stream()).map(Received::sha256).collect(Collectors.toSet());
        return claims.stream().filter(claim -> own.contains(claim.received().sha256())).toList();
    }

    private void give(List<Claim> claims) {
        claims.forEach(claim -> claim.sides().forEach(side -> speaking.computeIfAbsent(side.code(), unknown -> new ArrayList<>()).add(claim)));
        for (Claim claim : claims) {
            owner(claim).ifPresent(side -> {
                if (!byUnit.containsKey(side.code())) {
                    strangers.put(side.code(), side.unit());
                }
                byUnit.computeIfAbsent(side.code(), unknown -> new ArrayList<>()).add(claim.received());
                if (!side.misfit().isEmpty()) {
                    misfits.put(claim.received().sha256(), side.misfit());
                }
            });
        }
    }

    /** Documents and pictures say that their unit has sent something only where nothing else does: many send a scan beside the workbook. */
    private void giveInstead(List<Claim> claims) {
        Set<String> silent = byUnit.entrySet().stream().filter(unit -> unit.getValue().isEmpty()).map(Map.Entry::getKey).collect(Collectors.toSet());
        claims.stream().filter(claim -> silent.contains(claim.first().code())).forEach(claim -> byUnit.get(claim.first().code()).add(claim.received()));
    }

    /**
     * Whose a workbook is. One that speaks of several units is given to the first of them that has sent nothing that fits, else to the one
     * that its file is named after, as one of several; to none once it was withdrawn.
     */
    private Optional<Claim.Side> owner(Claim claim) {
        if (claim.sides().size() == 1) {
            return Optional.of(claim.first());
        }
        if (!claim.received().present() && claim.sides().stream().anyMatch(side -> isPresent(side.code()))) {
            return Optional.empty();
        }
        return claim.sides().stream().filter(side -> !hasFitting(side.code())).findFirst().or(() -> Optional.of(claim.sides().get(1)));
    }

    private boolean isPresent(String unit) {
        return speaking.get(unit).stream().anyMatch(claim -> claim.received().present());
    }

    /** Also what was cleared away after work: a misfit that comes later takes nothing from it. */
    private boolean hasFitting(String unit) {
        return speaking.get(unit).stream().anyMatch(Claim::fits);
    }

    private boolean fits(Received received) {
        return !misfits.containsKey(received.sha256());
    }

    private Remark misfit(Unit unit, Received received) {
        String said = (received.unitCode() + " " + received.unitName()).strip();
        return new Remark(unit.code(), received.sha256(), Note.of(Finding.of(CollectRules.OTHER_UNIT, Place.FILE, said, misfits.get(received.sha256()), Map.of())));
    }

    private Standing standing(Unit unit, boolean listed) {
        List<Received> submissions = byUnit.get(unit.code());
        List<Received> valid = Standing.valid(submissions);
        valid.stream().filter(each -> !fits(each)).forEach(each -> remarks.add(misfit(unit, each)));
        List<Received> fitting = valid.stream().filter(this::fits).toList();
        List<Received> eligible = fitting.stream().anyMatch(each -> each.outcome() != Outcome.REJECTED) ? fitting : valid;
        List<Received> sound = eligible.stream().filter(Received::isSound).toList();
        Optional<Received> counts = sound.isEmpty() ? last(eligible) : last(sound);
        if (!listed) {
            remarks.add(new Remark(unit.code(), counts.orElseThrow().sha256(), Note.of(Finding.of(CollectRules.NOT_LISTED, Place.FILE, (unit.code() + " " + unit.name()).strip()))));
        }
        int different = counts.filter(this::fits).isEmpty() ? 0 : (int) unanswered(sound, submissions).stream().map(Received::contents).distinct().count();
        if (different > 1) {
            remarks.add(new Remark(unit.code(), counts.get().sha256(), Note.of(Finding.of(CollectRules.TWO_SOUND, Place.FILE, FileNames.last(counts.get().origin()), Text.EMPTY,
                    Map.of("count", Text.same(Integer.toString(different)))))));
        }
        return new Standing(unit.code(), unit.name(), unit.extra().getOrDefault("department", ""), unit.extra().getOrDefault("contact", ""), unit.extra().getOrDefault("phone", ""),
                listed, counts.map(counting -> state(counting, different)).orElse(State.MISSING), List.copyOf(submissions), counts);
    }

    /** Of workbooks without errors those that the unit may mean: what came before its answer to what it was told is done with. */
    private static List<Received> unanswered(List<Received> sound, List<Received> submissions) {
        int from = 0;
        for (int i = 1; i < sound.size(); i++) {
            if (sound.get(i - 1).returned() || isMendedCopy(sound.get(i), submissions)) {
                from = i;
            }
        }
        return sound.subList(from, sound.size());
    }

    /** Our copy of a workbook that is gone says what that one said: nobody has mended it. */
    private static boolean isMendedCopy(Received received, List<Received> submissions) {
        return received.page() == OwnMarks.Page.BESIDE_OTHERS && submissions.subList(0, submissions.indexOf(received)).stream().noneMatch(each -> each.contents().equals(received.contents()));
    }

    private static Optional<Received> last(List<Received> submissions) {
        return submissions.isEmpty() ? Optional.empty() : Optional.of(submissions.get(submissions.size() - 1));
    }

    private State state(Received counts, int different) {
        if (counts.outcome() == Outcome.REJECTED) {
            return counts.isOtherForm() ? State.OTHER_FORM : State.UNREADABLE;
        }
        if (!fits(counts)) {
            return State.OTHER_UNIT;
        }
        return counts.errors() > 0 ? State.ERRORS : different > 1 ? State.TWICE : State.RECEIVED;
    }
}
