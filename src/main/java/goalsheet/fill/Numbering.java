package goalsheet.fill;

import goalsheet.expr.Value;
import goalsheet.generate.Unit;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which returned sheet becomes which of the repeated ones: the same as before, or that of its project in the roster. */
final class Numbering {
    private final Map<FoundSheet, Integer> numbers = new HashMap<>();
    private final List<FoundSheet> beyond = new ArrayList<>();
    private int sheets;

    /** @param sheets of the repeated kind that the new form has at least */
    Numbering(Template template, List<SheetContents> contents, Optional<Unit> unit, int sheets) {
        int most = template.repeated().flatMap(SheetDef::repeat).map(SheetDef.Repeat::max).orElse(0);
        String kind = template.repeated().map(SheetDef::id).orElse("");
        List<Map<String, Value>> projects = unit.map(Unit::projects).orElse(List.of());
        this.sheets = Math.max(Math.min(sheets, most), projects.size());
        List<SheetContents> repeated = contents.stream().filter(each -> each.sheet().form().id().equals(kind)).toList();
        TreeSet<Integer> free = new TreeSet<>();
        for (int number = 1; number <= most; number++) {
            free.add(number);
        }
        List<SheetContents> left = new ArrayList<>(repeated);
        Projects known = new Projects(IntStream.range(0, projects.size()).boxed().collect(Collectors.toMap(project -> project + 1, projects::get)));
        for (int project = 1; project <= projects.size(); project++) {
            Set<Integer> only = Set.of(project);
            Optional<SheetContents> same = left.stream().filter(each -> known.on(each.sheet()).equals(only)).findFirst();
            free.remove(project);
            if (same.isPresent()) {
                numbers.put(same.get().sheet(), project);
                left.remove(same.get());
            }
        }
        for (SheetContents each : left) {
            Optional<Integer> number = projects.isEmpty() ? Optional.of(each.sheet().number()).filter(free::contains) : each.isBlank() ? Optional.empty() : free.stream().findFirst();
            number.ifPresent(given -> {
                free.remove(given);
                numbers.put(each.sheet(), given);
                this.sheets = Math.max(this.sheets, given);
            });
            if (number.isEmpty() && !each.isBlank()) {
                beyond.add(each.sheet());
            }
        }
    }

    /** How many sheets of the repeated kind the new form has. */
    int sheets() {
        return sheets;
    }

    /** Sheets for which the new form has no room. */
    List<FoundSheet> beyond() {
        return beyond;
    }

    /** The number in the new form; 1 for a sheet that does not repeat, empty when it is left out. */
    Optional<Integer> of(FoundSheet sheet, Template template) {
        boolean repeats = template.sheet(sheet.form().id()).filter(def -> def.repeat().isPresent()).isPresent();
        return repeats ? Optional.ofNullable(numbers.get(sheet)) : Optional.of(1).filter(one -> sheet.number() == 1);
    }
}
