package goalsheet.fill;

import goalsheet.fill.PourLine.Kind;
import goalsheet.template.Field;
import goalsheet.text.Text;
import goalsheet.xlsx.Ref;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has changed its place or its name, told in few lines: cells that moved together are one. */
final class Moves {
    private record Step(String from, String to, int down, int right) {
    }

    private record First(Ref from, Ref to, int count) {
    }

    private final Map<Step, First> cells = new LinkedHashMap<>();
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Set<PourLine> fields = new LinkedHashSet<>();

    void sheet(String from, String to) {
        if (!from.equals(to)) {
            sheets.put(from, to);
        }
    }

    void cell(String fromSheet, Ref from, String toSheet, Ref to) {
        if (!from.equals(to)) {
            cells.merge(new Step(fromSheet, toSheet, to.row() - from.row(), to.col() - from.col()), new First(from, to, 1),
                    (first, next) -> new First(first.from(), first.to(), first.count() + 1));
        }
    }

    void renamed(String sheet, String old, Field field) {
        fields.add(new PourLine(Kind.MOVED, "", "", field.label(), sheet + "." + old + " → " + sheet + "." + field.id(), Text.of("旧表的字段名", "the older name of the field")));
    }

    List<PourLine> lines() {
        List<PourLine> lines = new ArrayList<>();
        sheets.forEach((from, to) -> lines.add(new PourLine(Kind.SHEET, from, to, Text.EMPTY, "", Text.EMPTY)));
        cells.forEach((step, first) -> lines.add(new PourLine(Kind.MOVED, step.from() + "!" + first.from(), step.to() + "!" + first.to(), Text.EMPTY, "",
                first.count() == 1 ? Text.EMPTY : Text.of("共 " + first.count() + " 格", first.count() + " cells"))));
        lines.addAll(fields);
        return lines;
    }
}
