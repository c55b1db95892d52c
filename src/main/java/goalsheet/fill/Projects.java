package goalsheet.fill;

import goalsheet.expr.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The projects that the office has given, by the numbers of their sheets. People rename sheets, copy them and drag them about, but a
 * sheet still bears the code or the name of its project: contents must never come under those of another one.
 */
final class Projects {
    /** By number, then by path within the sheet: words that only this project has there. */
    private final Map<Integer, Map<String, String>> words = new TreeMap<>();

    /** @param given by number, then by path within the sheet */
    Projects(Map<Integer, Map<String, Value>> given) {
        Map<String, Integer> often = new HashMap<>();
        given.forEach((number, fields) -> fields.forEach((path, value) -> often.merge(path + "\n" + plain(value.show()), 1, Integer::sum)));
        given.forEach((number, fields) -> words.put(number, fields.entrySet().stream()
                .filter(field -> field.getValue() instanceof Value.Str && often.get(field.getKey() + "\n" + plain(field.getValue().show())) == 1)
                .collect(Collectors.toMap(Map.Entry::getKey, field -> plain(field.getValue().show())))));
    }

    /** Those of a workbook's identity, of one kind of sheet; {@code project[2].code} is a path there. */
    static Projects of(Map<String, Value> given, String kind) {
        Pattern path = Pattern.compile(Pattern.quote(kind) + "\\[(\\d{1,4})]\\.(.+)");
        Map<Integer, Map<String, Value>> byNumber = new TreeMap<>();
        given.forEach((full, value) -> {
            Matcher matched = path.matcher(full);
            if (matched.matches()) {
                byNumber.computeIfAbsent(Integer.parseInt(matched.group(1)), none -> new HashMap<>()).put(matched.group(2), value);
            }
        });
        return new Projects(byNumber);
    }

    private static String plain(String text) {
        return SheetFit.plain(text).toLowerCase(Locale.ROOT);
    }

    /** Numbers of the projects of which the sheet bears a code or a name. */
    Set<Integer> on(FoundSheet sheet) {
        Set<Integer> numbers = new TreeSet<>();
        words.forEach((number, fields) -> {
            if (fields.entrySet().stream().anyMatch(field -> text(sheet, field.getKey()).filter(field.getValue()::equals).isPresent())) {
                numbers.add(number);
            }
        });
        return numbers;
    }

    private static Optional<String> text(FoundSheet sheet, String path) {
        return sheet.form().field(path).flatMap(at -> sheet.fit().now(at.area().first())).flatMap(sheet.sheet()::cell).map(cell -> plain(cell.text()));
    }

    /**
     * The sheets of one kind under the numbers of their projects. What bears no project's words keeps its number, or takes one that is free; a
     * second sheet of a project comes behind all.
     */
    List<FoundSheet> numbered(List<FoundSheet> sheets) {
        Map<FoundSheet, Set<Integer>> borne = sheets.stream().collect(Collectors.toMap(sheet -> sheet, this::on));
        Map<Integer, FoundSheet> byNumber = new TreeMap<>();
        List<FoundSheet> left = new ArrayList<>(sheets);
        words.keySet().forEach(number -> sheets.stream().filter(sheet -> borne.get(sheet).equals(Set.of(number)))
                .min(Comparator.comparing(sheet -> sheet.number() != number)).ifPresent(sheet -> {
                    byNumber.put(number, sheet);
                    left.remove(sheet);
                }));
        left.removeIf(sheet -> borne.get(sheet).size() != 1 && byNumber.putIfAbsent(sheet.number(), sheet) == null);
        for (FoundSheet sheet : left) {
            int number = borne.get(sheet).size() == 1 ? Math.max(last(words.keySet()), last(byNumber.keySet())) + 1 : 1;
            while (byNumber.containsKey(number)) {
                number++;
            }
            byNumber.put(number, sheet);
        }
        return byNumber.entrySet().stream().map(each -> each.getValue().numbered(each.getKey())).toList();
    }

    private static int last(Set<Integer> numbers) {
        return numbers.stream().mapToInt(number -> number).max().orElse(0);
    }
}
