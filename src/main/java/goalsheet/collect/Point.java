package goalsheet.collect;

import goalsheet.report.Visible;
import goalsheet.rule.Place;
import goalsheet.rule.Review;
import goalsheet.rule.Severity;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing to say to a unit: findings that say the same of several cells are told once.
 *
 * @param value  what stands there
 * @param places in the order of the workbook
 * @param waiver the unit's reason for an exception, "" when it gave none
 * @param again  whether the unit was told so of its last submission already
 */
public record Point(Severity severity, Review review, String rule, Text summary, Text message, Text remedy, String value, List<Place> places, String waiver, boolean again) {

    /** The worst first, within a severity by the words of the review; {@code open} as {@link Rounds} has found. */
    public static List<Point> of(List<Note> notes, List<Note> open) {
        Map<List<Object>, List<Note>> alike = new LinkedHashMap<>();
        notes.forEach(note -> alike.computeIfAbsent(List.of(note.severity(), note.rule(), note.message(), note.remedy(), note.value()), key -> new ArrayList<>()).add(note));
        return alike.values().stream().map(same -> {
            Note first = same.get(0);
            return new Point(first.severity(), Review.of(first.rule(), first.message()), first.rule(), first.summary(), first.message(), first.remedy(), first.value(),
                    same.stream().map(Note::place).toList(), first.waiver(), same.stream().anyMatch(open::contains));
        }).sorted(Comparator.comparing(Point::severity).thenComparing(Point::review)).toList();
    }

    /** {@code 项目1!D7、E9；项目2!D7}, of so many places; a whole sheet by its name, "" for what concerns the file. */
    public String where(int most, Lang lang) {
        Map<String, List<String>> bySheet = new LinkedHashMap<>();
        places.stream().limit(most).forEach(place -> bySheet.computeIfAbsent(place.sheet(), sheet -> new ArrayList<>()).add(place.cell()));
        List<String> told = new ArrayList<>();
        bySheet.forEach((sheet, cells) -> {
            List<String> known = cells.stream().filter(cell -> !cell.isEmpty()).distinct().toList();
            told.add(Visible.line(sheet) + (known.isEmpty() ? "" : "!" + String.join(lang == Lang.ZH ? "、" : ", ", known)));
        });
        String all = String.join(lang == Lang.ZH ? "；" : "; ", told);
        return places.size() > most ? all + Text.of(" 等 " + places.size() + " 处", " and more, " + places.size() + " in all").in(lang) : all;
    }
}
