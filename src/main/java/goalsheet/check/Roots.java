package goalsheet.check;

import goalsheet.rule.CellRules;
import goalsheet.rule.DamageRules;
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
    private static final Set<Rule> HARMLESS_ALONE = Set.of(FormRules.DROPDOWN_LOST, DamageRules.DROPDOWN_CHANGED, DamageRules.LIMIT_LOST, FormRules.FORMULA_TYPED);
    /** Told once for a sheet, with their number; formulas that look at the wrong place once for all sheets. */
    private static final Set<Rule> COUNTED = Set.of(FormRules.DROPDOWN_LOST, DamageRules.DROPDOWN_CHANGED, DamageRules.LIMIT_LOST, FormRules.FORMULA_SHIFTED, DamageRules.SOURCE_GONE);
    private static final Set<Rule> ONCE_FOR_ALL = Set.of(FormRules.FORMULA_SHIFTED, DamageRules.SOURCE_GONE);

    private static final Set<Rule> MOVED = Set.of(FormRules.LINES_INSERTED, FormRules.LINES_DELETED, FormRules.FORMULA_SHIFTED);
    private static final Set<Rule> LEFT_BEHIND = Set.of(FormRules.SELF_CHECK_CHANGED, FormRules.DROPDOWN_LOST, DamageRules.DROPDOWN_CHANGED, DamageRules.LIMIT_LOST, DamageRules.CELLS_UNMERGED);
    private static final Set<Rule> NEEDS_LISTS = Set.of(FormRules.SELF_CHECK_CHANGED, FormRules.DROPDOWN_LOST, DamageRules.DROPDOWN_CHANGED);

    /** At one cell the second tells what the first may come from, or what it looks like besides: the first is enough. */
    private static final Map<String, String> ENOUGH = Map.of("AMT001", "AMT003", "IND013", "STR014", "IND019", "IND017");
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
     * there. Lost dropdowns and the like are told once for a sheet, with their number.
     */
    static List<Finding> of(List<Finding> findings) {
        Set<Place> changed = places(findings, FormRules.CONTROL_CHANGED);
        Set<Place> wrong = unusable(findings);
        Set<List<Object>> misplaced = findings.stream().filter(finding -> finding.rule().id().equals(MISPLACED))
                .map(Roots::sheetAndKind).collect(Collectors.toSet());
        Set<List<Object>> explained = findings.stream().filter(finding -> ENOUGH.containsKey(finding.rule().id()))
                .<List<Object>>map(finding -> List.of(finding.place(), ENOUGH.get(finding.rule().id()))).collect(Collectors.toSet());
        List<Finding> roots = new ArrayList<>();
        Map<List<Object>, List<Finding>> counted = new LinkedHashMap<>();
        Set<List<Object>> damage = findings.stream().map(Roots::sheetAndRule).collect(Collectors.toSet());
        Set<Rule> rules = findings.stream().map(Finding::rule).collect(Collectors.toSet());
        Set<List<Object>> calls = findings.stream().filter(finding -> finding.rule() == DamageRules.DDE).map(Roots::cell).collect(Collectors.toSet());
        boolean noLists = findings.stream().anyMatch(finding -> finding.rule() == DamageRules.LISTS_CHANGED && finding.expected().isEmpty());
        for (Finding finding : findings) {
            Place place = finding.place();
            if (changed.contains(place) && finding.rule() != FormRules.CONTROL_CHANGED || wrong.contains(place) && HARMLESS_ALONE.contains(finding.rule())
                    || explained.contains(List.of(finding.place(), finding.rule().id())) || followsFromDamage(finding, damage, rules, noLists)
                    || finding.rule() == FormRules.FORMULA_TYPED && calls.contains(cell(finding))
                    || MISSING_KINDS.contains(finding.rule().id()) && misplaced.contains(sheetAndKind(finding))) {
                continue;
            }
            if (COUNTED.contains(finding.rule())) {
                counted.computeIfAbsent(ONCE_FOR_ALL.contains(finding.rule()) ? List.of(finding.rule()) : sheetAndRule(finding), sheet -> new ArrayList<>()).add(finding);
            } else {
                roots.add(finding);
            }
        }
        counted.values().forEach(all -> roots.add(counted(all.get(0), all.size())));
        return roots;
    }

    /**
     * Where lines came or went, some programs leave self-check, dropdowns and merged cells behind; who pastes over dropdowns pastes over
     * other limits, too; without the hidden lists there are no dropdowns and no self-check of items; what a formula of the form has lost, the
     * self-check has lost, too; a formula that looks into another file is the link to it.
     */
    private static boolean followsFromDamage(Finding finding, Set<List<Object>> damage, Set<Rule> rules, boolean noLists) {
        Rule rule = finding.rule();
        String sheet = finding.place().sheet();
        return LEFT_BEHIND.contains(rule) && MOVED.stream().anyMatch(cause -> damage.contains(List.of(sheet, cause)))
                || noLists && NEEDS_LISTS.contains(rule)
                || rule == DamageRules.LIMIT_LOST && damage.contains(List.of(sheet, FormRules.DROPDOWN_LOST))
                || rule == FormRules.SELF_CHECK_CHANGED && rules.contains(DamageRules.SOURCE_GONE)
                || rule == DamageRules.EXTERNAL_LINKS && rules.contains(DamageRules.FORMULA_OUTSIDE);
    }

    private static List<Object> sheetAndRule(Finding finding) {
        return List.of(finding.place().sheet(), finding.rule());
    }

    private static List<Object> cell(Finding finding) {
        return List.of(finding.place().sheet(), finding.place().cell());
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
        return Finding.of(first.rule(), first.place(), first.value(), first.expected(), Map.of("label", all)).as(first.severity());
    }
}
