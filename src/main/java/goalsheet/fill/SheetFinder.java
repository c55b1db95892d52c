package goalsheet.fill;

import goalsheet.layout.FieldMap;
import goalsheet.layout.Identity;
import goalsheet.layout.Layout;
import goalsheet.xlsx.OwnMarks;
import goalsheet.xlsx.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the sheets of a form in a returned workbook: by their names, the others by their words; never by their order alone. */
final class SheetFinder {
    /** With so much of its words a sheet of the right name is the one, and one of another name. */
    private static final double BY_NAME = 0.25;
    private static final double BY_WORDS = 0.6;
    private static final Pattern COPY = Pattern.compile("(.+?)\\s*[(（]\\d{1,3}[)）]");

    private final FieldMap map;
    private final int expected;
    private final List<Snapshot.Sheet> others = new ArrayList<>();
    private final Map<FieldMap.Sheet, Map<Snapshot.Sheet, SheetFit>> fits = new HashMap<>();
    private final List<FoundSheet> found = new ArrayList<>();

    /** @param expected sheets of the repeated kind that the form was made with; as many as there are when it does not say */
    SheetFinder(FieldMap map, Snapshot workbook, Optional<Integer> expected) {
        this.map = map;
        this.expected = expected.orElse(Integer.MAX_VALUE);
        others.addAll(workbook.sheets());
        others.removeIf(sheet -> Set.of(Identity.SHEET, Layout.LISTS).contains(sheet.name()) || OwnMarks.isResultSheet(sheet));
        map.sheets().forEach(this::byName);
        map.sheets().stream().filter(kind -> !kind.isRepeated()).forEach(this::byWords);
        map.sheets().stream().filter(FieldMap.Sheet::isRepeated).forEach(this::furtherOnes);
        found.sort(Comparator.comparingInt((FoundSheet sheet) -> map.sheets().indexOf(sheet.form())).thenComparingInt(FoundSheet::number));
    }

    /** In the order of the form. */
    List<FoundSheet> found() {
        return List.copyOf(found);
    }

    /** Sheets that are none of the form. */
    List<Snapshot.Sheet> others() {
        return List.copyOf(others);
    }

    private SheetFit fit(FieldMap.Sheet kind, Snapshot.Sheet sheet) {
        return fits.computeIfAbsent(kind, none -> new HashMap<>()).computeIfAbsent(sheet, each -> new SheetFit(kind, each));
    }

    private void take(FieldMap.Sheet kind, int number, Snapshot.Sheet sheet) {
        found.add(new FoundSheet(kind, number, sheet, fit(kind, sheet)));
        others.remove(sheet);
    }

    private void byName(FieldMap.Sheet kind) {
        Pattern name = Pattern.compile(Pattern.quote(kind.name()).replace("{n}", "\\E(\\d{1,4})\\Q"));
        for (Snapshot.Sheet sheet : List.copyOf(others)) {
            Matcher matched = name.matcher(sheet.name());
            if (matched.matches()) {
                int number = kind.isRepeated() ? Integer.parseInt(matched.group(1)) : 1;
                if (number >= 1 && number <= expected && fit(kind, sheet).share() >= BY_NAME) {
                    take(kind, number, sheet);
                }
            }
        }
    }

    private void byWords(FieldMap.Sheet kind) {
        if (found.stream().noneMatch(sheet -> sheet.form() == kind)) {
            others.stream().filter(sheet -> fit(kind, sheet).share() >= BY_WORDS).max(Comparator.comparingDouble(sheet -> fit(kind, sheet).share()))
                    .ifPresent(sheet -> take(kind, 1, sheet));
        }
    }

    /** Renamed sheets take the numbers that are missing, in the order of their tabs; copies and more sheets come behind all. */
    private void furtherOnes(FieldMap.Sheet kind) {
        Map<Integer, FoundSheet> taken = new TreeMap<>();
        found.stream().filter(sheet -> sheet.form() == kind).forEach(sheet -> taken.put(sheet.number(), sheet));
        List<String> names = taken.values().stream().map(FoundSheet::name).toList();
        int last = expected == Integer.MAX_VALUE ? taken.keySet().stream().mapToInt(number -> number).max().orElse(0) : expected;
        List<Integer> missing = new ArrayList<>();
        for (int number = 1; number <= last; number++) {
            if (!taken.containsKey(number)) {
                missing.add(number);
            }
        }
        for (Snapshot.Sheet sheet : List.copyOf(others)) {
            if (fit(kind, sheet).share() >= BY_WORDS) {
                Matcher copy = COPY.matcher(sheet.name());
                boolean isCopy = copy.matches() && names.contains(copy.group(1)) || isBeyond(kind, sheet);
                take(kind, isCopy || missing.isEmpty() ? ++last : missing.remove(0), sheet);
            }
        }
    }

    /** Whether somebody has gone on numbering where the form ended. */
    private boolean isBeyond(FieldMap.Sheet kind, Snapshot.Sheet sheet) {
        Matcher matched = Pattern.compile(Pattern.quote(kind.name()).replace("{n}", "\\E(\\d{1,4})\\Q")).matcher(sheet.name());
        return matched.matches() && Integer.parseInt(matched.group(1)) > expected;
    }
}
