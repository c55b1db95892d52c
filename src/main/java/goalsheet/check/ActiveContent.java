package goalsheet.check;

import goalsheet.rule.DamageRules;
import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.rule.Rule;
import goalsheet.text.Series;
import goalsheet.text.Text;
import goalsheet.xlsx.OwnMarks;
import goalsheet.xlsx.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What in a returned workbook runs, fetches or leads somewhere. It is told, never opened. */
final class ActiveContent {
    private static final int SHOWN = 3;
    private static final String ARROW = " → ";

    private final Snapshot snapshot;
    private final Consumer<Finding> found;

    ActiveContent(Snapshot snapshot, Consumer<Finding> found) {
        this.snapshot = snapshot;
        this.found = found;
    }

    void check() {
        List<String> files = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        // A link without a target of its own is one to a running program.
        snapshot.externalLinks().forEach(target -> (target.startsWith("xl/") ? calls : files).add(target));
        all(DamageRules.EXTERNAL_LINKS, files);
        Stream.concat(calls.stream(), snapshot.names().stream().map(Snapshot.Name::refersTo).filter(formula -> isCall(formula, true))).findFirst().ifPresent(told -> call(Place.FILE, told));
        List<String> macros = new ArrayList<>();
        List<String> embedded = new ArrayList<>();
        Map<String, String> links = new LinkedHashMap<>();
        for (String active : snapshot.activeContent()) {
            String name = active.toLowerCase(Locale.ROOT);
            if (active.contains(ARROW)) {
                String target = active.substring(active.indexOf(ARROW) + ARROW.length());
                if (!target.startsWith("#")) {
                    links.putIfAbsent(active.substring(0, active.indexOf(ARROW)), target);
                }
            } else {
                (name.contains("vba") || name.contains("macro") ? macros : embedded).add(active);
            }
        }
        all(DamageRules.MACROS, macros);
        all(DamageRules.EMBEDDED, embedded);
        for (Snapshot.Sheet sheet : snapshot.sheets()) {
            if (links.containsKey(sheet.part())) {
                found.accept(Finding.of(DamageRules.RISKY_LINK, Place.sheet(sheet.name()), links.get(sheet.part()), Text.EMPTY, Map.of("sheet", Text.same(sheet.name()))));
            }
            // Our own sheet cites what was found, as text.
            boolean cites = OwnMarks.isResultSheet(sheet);
            for (Snapshot.Cell cell : sheet.cells().values()) {
                if (cell.hasFormula() ? isCall(cell.formula(), true) : !cites && isCall(cell.text(), false)) {
                    call(new Place(sheet.name(), cell.ref().toString(), "", Text.EMPTY), cell.hasFormula() ? "=" + cell.formula() : cell.text());
                    break;
                }
            }
        }
    }

    /** {@code =cmd|'/c calc'!A1}, as text or as a formula: a program that takes it for one starts another. */
    private static boolean isCall(String written, boolean isFormula) {
        if (written.indexOf('|') < 0) {
            return false;
        }
        String text = isFormula ? written : written.strip();
        int bar = text.indexOf('|');
        if (bar < 1 || !isFormula && "=+-@".indexOf(text.charAt(0)) < 0) {
            return false;
        }
        String program = text.substring(isFormula ? 0 : 1, bar).strip();
        return text.indexOf('!', bar) > 0 && program.matches("[=+\\-@ ]*[A-Za-z][A-Za-z0-9_.]*");
    }

    private void call(Place place, String value) {
        Text where = place.cell().isEmpty() ? Text.of("工作簿里", "In the workbook") : Text.of(place.sheet() + " " + place.cell() + " ", place.sheet() + " " + place.cell());
        found.accept(Finding.of(DamageRules.DDE, place, value, Text.EMPTY, Map.of("where", where)));
    }

    private void all(Rule rule, List<String> what) {
        if (!what.isEmpty()) {
            found.accept(Finding.of(rule, Place.FILE, Series.of(what, SHOWN), Map.of()));
        }
    }
}
