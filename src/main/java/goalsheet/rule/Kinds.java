package goalsheet.rule;

import goalsheet.rule.Submission.Row;
import goalsheet.rule.Submission.Section;
import goalsheet.template.FieldType;
import goalsheet.template.RuleUse;
import goalsheet.text.Series;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The kinds of indicators that a project has. Settings that the rules about them share: {@code kind}, the field of the table that
 * names the kind (the marked one when it is not given); {@code kinds}, those that should be there.
 *
 * @param present in bare words: 产出, 数量
 * @param gap     where one would be added: the first blank row, the last row of a full table
 */
record Kinds(Section section, Set<String> present, Place gap) {
    static final Set<String> SETTINGS = Set.of("kind", "kinds");

    /** One for each project that has indicators; without those where a kind is blank or unreadable: it may be the missing one. */
    static List<Kinds> of(RuleUse use, Submission submission) {
        String field = use.setting("kind").stream().findFirst().orElse(use.on().get(0));
        return submission.once(List.of(Kinds.class, use.sheet(), use.table(), use.on().get(0), field), () -> read(field, use, submission));
    }

    private static List<Kinds> read(String field, RuleUse use, Submission submission) {
        List<Kinds> all = new ArrayList<>();
        for (Section section : submission.of(use.sheet())) {
            List<Row> rows = section.rows(use.table());
            Set<String> present = new HashSet<>();
            boolean isReadable = true;
            for (Row row : rows) {
                if (!row.isBlank()) {
                    present.add(Indicator.kind(row.entry(field).flatMap(Entry::value).map(value -> value.show()).orElse("")));
                    isReadable &= !hasUnreadableChoice(row);
                }
            }
            Optional<Row> free = rows.stream().filter(Row::isBlank).findFirst().or(() -> rows.stream().reduce((above, below) -> below));
            Optional<Place> gap = free.flatMap(row -> row.entry(use.on().get(0))).map(Entry::place);
            if (gap.isPresent() && isReadable && !present.isEmpty() && !present.contains("")) {
                all.add(new Kinds(section, present, gap.get()));
            }
        }
        return List.copyOf(all);
    }

    /** A second level that does not belong to its first leaves open which of the two is wrong. */
    private static boolean hasUnreadableChoice(Row row) {
        for (Entry entry : row.entries().values()) {
            if (entry.field().type() == FieldType.LIST && entry.value().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Those of the kinds wanted that no indicator has; empty when all are there. */
    Text missing(List<String> wanted) {
        List<String> missing = new ArrayList<>();
        for (String kind : wanted) {
            if (!present.contains(Indicator.kind(kind))) {
                missing.add(kind);
            }
        }
        return Series.of(missing, missing.size());
    }

    /** What stands in these single fields of the project, one after the other. */
    String told(List<String> fields) {
        StringBuilder told = new StringBuilder();
        fields.forEach(field -> told.append(section.field(field).map(Entry::shown).orElse("")).append('\n'));
        return told.toString();
    }

    /**
     * Tells, sheet by sheet, which of the kinds that have to be there is not.
     *
     * @param usual the kinds when the template's setting {@code kinds} names none
     */
    static void tellMissing(Rule rule, List<String> usual, RuleUse use, Submission submission, Consumer<Finding> found) {
        List<String> wanted = Indicator.words(use, "kinds", usual);
        for (Kinds kinds : of(use, submission)) {
            Text missing = kinds.missing(wanted);
            if (!missing.isEmpty()) {
                found.accept(Finding.of(rule, kinds.gap(), "", missing, Map.of("missing", missing)));
            }
        }
    }
}
