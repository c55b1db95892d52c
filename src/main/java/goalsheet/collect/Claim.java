package goalsheet.collect;

import goalsheet.generate.Roster;
import goalsheet.generate.Unit;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which units a workbook speaks of. By itself it says one, by its code or else by its name; it may hold the name of another one, or lie in
 * files that are named after others.
 *
 * @param sides the unit that the workbook says first; others follow only where no file's name confirms that one, those that files are named after first
 */
record Claim(Received received, List<Side> sides) {

    /** @param misfit what does not fit if the workbook is this unit's; empty when all does */
    record Side(Unit unit, Text misfit) {
        String code() {
            return unit.code();
        }
    }

    /** Empty for a workbook that tells no unit, not even by its file's name. */
    static Optional<Claim> of(Received received, Roster roster, FileNames names) {
        // Renamed copies and folders: any place that names the unit speaks for it.
        List<Unit> named = received.origins().stream().flatMap(origin -> names.unit(origin).stream()).distinct().toList();
        if (received.unitCode().isEmpty() && received.unitName().isEmpty()) {
            return named.stream().findFirst().map(unit -> new Claim(received, List.of(new Side(unit, Text.EMPTY))));
        }
        Optional<Unit> byCode = roster.unit(received.unitCode());
        Optional<Unit> byName = names.called(received.unitName());
        Unit first = byCode.or(() -> byName).orElseGet(() -> stranger(received));
        boolean isListed = byCode.isPresent() || byName.isPresent();
        Optional<Unit> otherName = byName.filter(unit -> unit != first);
        Text inside = byCode.isEmpty() && byName.isPresent() ? Text.of("编码写成了“" + received.unitCode() + "”，名单中是 " + first.code(), "its code is given as '" + received.unitCode() + "' instead of " + first.code())
                : otherName.isPresent() ? Text.of("编码 " + received.unitCode() + " 是“" + first.name() + "”的", "code " + received.unitCode() + " is that of '" + first.name() + "'") : Text.EMPTY;
        List<Unit> others = !isListed || named.contains(first) ? List.of() : Stream.concat(named.stream(), otherName.stream()).distinct().toList();
        List<Side> sides = new ArrayList<>();
        sides.add(new Side(first, inside.isEmpty() && !others.isEmpty() ? calledAfter(others.get(0)) : inside));
        others.forEach(unit -> sides.add(new Side(unit, otherName.filter(unit::equals).isPresent() ? inside : calledAfter(unit))));
        return Optional.of(new Claim(received, List.copyOf(sides)));
    }

    /** One that the roster does not know. */
    private static Unit stranger(Received received) {
        return new Unit(received.unitCode().isEmpty() ? received.unitName() : received.unitCode(), received.unitName(), Map.of(), List.of(), 0);
    }

    private static Text calledAfter(Unit unit) {
        return Text.of("文件名却是“" + unit.name() + "”的", "the file is named after '" + unit.name() + "'");
    }

    Side first() {
        return sides.get(0);
    }

    boolean fits() {
        return first().misfit().isEmpty();
    }
}
