package goalsheet.collect.summary;

import goalsheet.collect.Collection;
import goalsheet.collect.Standing;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The units of a collection by department, in the order in which the roster names departments.
 *
 * @param isDivided whether the roster tells departments at all, so that adding up by them says something
 */
record Groups(List<Group> list, boolean isDivided) {
    static final Text NONE = Text.of("（未注明部门）", "(no department)");
    static final Text STRANGERS = Text.of("（名单以外的单位）", "(not in the roster)");
    static final Text ALL = Text.of("全部单位", "all units");

    record Group(Text name, List<Standing> units) {
    }

    static Groups of(Collection collection) {
        boolean told = collection.units().stream().anyMatch(unit -> !unit.department().isEmpty());
        Map<Text, List<Standing>> groups = new LinkedHashMap<>();
        collection.units().forEach(unit -> groups.computeIfAbsent(name(unit, told), name -> new ArrayList<>()).add(unit));
        return new Groups(groups.entrySet().stream().map(group -> new Group(group.getKey(), List.copyOf(group.getValue()))).toList(), groups.size() > 1 || told);
    }

    private static Text name(Standing unit, boolean told) {
        if (!unit.listed()) {
            return STRANGERS;
        }
        return unit.department().isEmpty() ? told ? NONE : ALL : Text.same(unit.department());
    }
}
