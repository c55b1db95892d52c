package goalsheet.check;

import goalsheet.rule.CellRules;
import goalsheet.rule.Finding;
import goalsheet.rule.FormRules;
import goalsheet.rule.Place;
import goalsheet.rule.Rule;
import goalsheet.rule.Severity;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what is a mistake of its own from what merely follows from another one. */
final class Roots {
    private static final Set<Rule> HARMLESS_ALONE = Set.of(FormRules.DROPDOWN_LOST, FormRules.FORMULA_TYPED);

    /** At one cell the second tells what the first may come from, or what it looks like besides: the first is enough. */
    private static final Map<String, String> ENOUGH = Map.of("AMT001", "AMT003", "IND013", "STR014");
    private static final String MISPLACED = "IND009";
    private static final Set<String> MISSING_KINDS = Set.of("STR010", "STR011", "STR012", "STR013");

    private Roots() {
    }

    /** Cells whose content cannot be taken as what the unit means: whatever a later rule said of it would only repeat that. */
    static Set<Place> unusable(List<Finding> findings) {
        return findings.stream().filter(Roots::isRoot).map(Finding::place).collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isRoot(Finding finding) {
        return finding.rule() == FormRules.CONTROL_CHANGED || finding.severity() == Severity.ERROR && CellRules.all().contains(finding.rule());
    }

    /**
     * Of several findings at a cell those that explain the others: that the office's figure was changed explains everything there; that
     * the content is wrong makes it unimportant how it came there. A kind of indicators is not missing where one was told to belong
     * there. Lost dropdowns are told once for a sheet, with their number.
     */
    static List<Finding> of(List<Finding> findings) {
        Set<Place> changed = places(findings, FormRules.CONTROL_CHANGED);
        Set<Place> wrong = unusable(findings);
        Set<List<Object>> misplaced = findings.stream().filter(finding -> finding.rule().id().equals(MISPLACED))
                .map(Roots::sheetAndKind).collect(Collectors.toSet());
        Set<List<Object>> explained = findings.stream().filter(finding -> ENOUGH.containsKey(finding.rule().id()))
                .<List<Object>>map(finding -> List.of(finding.place(), ENOUGH.get(finding.rule().id()))).collect(Collectors.toSet());
        List<Finding> roots = new ArrayList<>();
        Map<String, List<Finding>> lost = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Place place = finding.place();
            if (changed.contains(place) && finding.rule() != FormRules.CONTROL_CHANGED || wrong.contains(place) && HARMLESS_ALONE.contains(finding.rule())
                    || explained.contains(List.of(finding.place(), finding.rule().id()))
                    || MISSING_KINDS.contains(finding.rule().id()) && misplaced.contains(sheetAndKind(finding))) {
                continue;
            }
            if (finding.rule() == FormRules.DROPDOWN_LOST) {
                lost.computeIfAbsent(place.sheet(), sheet -> new ArrayList<>()).add(finding);
            } else {
                roots.add(finding);
            }
        }
        lost.values().forEach(all -> roots.add(counted(all.get(0), all.size())));
        return roots;
    }

    private static List<Object> sheetAndKind(Finding finding) {
        return List.of(finding.place().sheet(), finding.expected());
    }

    private static Set<Place> places(List<Finding> findings, Rule rule) {
        Set<Place> places = new HashSet<>();
        findings.stream().filter(finding -> finding.rule() == rule).forEach(finding -> places.add(finding.place()));
        return places;
    }

    private static Finding counted(Finding first, int count) {
        Text label = first.place().label();
        Text all = count == 1 ? label : Text.of(label.zh() + "等 " + count + " 格", label.en() + " and " + (count - 1) + " other cell(s)");
        return Finding.of(first.rule(), first.place(), first.value(), first.expected(), Map.of("label", all));
    }
}
