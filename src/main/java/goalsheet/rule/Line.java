package goalsheet.rule;

import goalsheet.rule.Submission.Row;
import goalsheet.rule.Submission.Section;
import goalsheet.rule.value.Spelling;
import goalsheet.template.RuleUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One filled row of a table, or one sheet, with the field that carries the finding: what a rule looks at, one by one. */
record Line(Section section, Map<String, Entry> entries, Entry carrier) {
    /** In workbook order; without those whose carrier is missing or blank, and blank rows. */
    static List<Line> of(RuleUse use, Submission submission) {
        return carriedBy(use.on().stream().limit(1).toList(), use, submission);
    }

    /** The same with every field of {@code on} as a carrier of its own, row by row. */
    static List<Line> each(RuleUse use, Submission submission) {
        return carriedBy(use.on(), use, submission);
    }

    private static List<Line> carriedBy(List<String> carriers, RuleUse use, Submission submission) {
        return submission.once(List.of(Line.class, use.sheet(), use.table(), carriers), () -> List.copyOf(read(carriers, use, submission)));
    }

    private static List<Line> read(List<String> carriers, RuleUse use, Submission submission) {
        List<Line> lines = new ArrayList<>();
        for (Section section : submission.of(use.sheet())) {
            if (use.table().isEmpty()) {
                add(lines, carriers, section, section.fields());
            } else {
                for (Row row : section.rows(use.table())) {
                    if (!row.isBlank()) {
                        add(lines, carriers, section, row.entries());
                    }
                }
            }
        }
        return lines;
    }

    private static void add(List<Line> lines, List<String> carriers, Section section, Map<String, Entry> entries) {
        for (String field : carriers) {
            Entry carrier = entries.get(field);
            if (carrier != null && !Spelling.strip(carrier.shown()).isEmpty()) {
                lines.add(new Line(section, entries, carrier));
            }
        }
    }

    /** The field of the row, or that of the sheet when the row has none of that name. */
    Optional<Entry> entry(String field) {
        return Optional.ofNullable(entries.get(field)).or(() -> section.field(field));
    }

    /**
     * What stands in the fields, put together in order; fields of the sheet are seen from its rows.
     *
     * @return "" as well when one of them cannot be read: that has been told already
     */
    String text(List<String> fields) {
        return text(fields, fields.size());
    }

    /** What stands in the first of the fields. Nearly always there is one, and its text as it is. */
    private String text(List<String> fields, int count) {
        String text = "";
        for (int i = 0; i < count; i++) {
            Entry own = entries.get(fields.get(i));
            Entry entry = own == null ? section.fields().get(fields.get(i)) : own;
            if (entry != null && entry.value().isEmpty() && !entry.isBlank()) {
                return "";
            }
            text = entry == null ? text : text.isEmpty() ? entry.shown() : text.concat(entry.shown());
        }
        return Spelling.strip(text);
    }

    /** What stands in the fields that a setting names; the carrier's own text when it names none. */
    String text(RuleUse use, String setting) {
        List<String> fields = use.setting(setting);
        return fields.isEmpty() ? text(use.on(), 1) : text(fields);
    }
}
