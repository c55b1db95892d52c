package goalsheet.collect.summary;

import goalsheet.collect.Content;
import goalsheet.template.Field;
import goalsheet.template.FieldType;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import goalsheet.text.Text;
import goalsheet.xlsx.styled.Fill;
import goalsheet.xlsx.styled.Vocabulary;
import goalsheet.xlsx.styled.Vocabulary.Kind;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a template's form has that can be summed up, and the placeholders that follow from it. Names of our own have a hyphen, which fields have not. */
final class SummaryFields {
    static final String PLANNED = "-amount";
    private static final int HUNDRED = 2;
    private static final Pattern MONEY = Pattern.compile("(金额)?单位\\s*[：:]\\s*(元|千元|万元|百万元|亿元)");

    private final Template template;
    private final Map<String, Field> fields;
    private final Map<String, Field> indicators;

    SummaryFields(Template template) {
        this.template = template;
        this.fields = template.repeated().map(SheetDef::fields).orElse(Map.of());
        this.indicators = template.repeated().map(sheet -> sheet.tables().get(template.projects().table())).map(table -> table.fields()).orElse(Map.of());
    }

    /** Single fields of a project. */
    Collection<Field> fields() {
        return fields.values();
    }

    /** Money of a project. */
    List<Field> amounts() {
        return fields.values().stream().filter(field -> field.type() == FieldType.AMOUNT).toList();
    }

    /** Percentages that belong to one group, such as those of {@code plan.m3} and {@code plan.m6}; none when there is no amount that they are of. */
    List<Field> plan() {
        return template.projects().amount().isEmpty() ? List.of() : fields.values().stream().filter(field -> field.type() == FieldType.PERCENT && field.id().contains(".")).toList();
    }

    /** Fields of a row of the table of indicators. */
    Collection<Field> indicators() {
        return indicators.values();
    }

    /** Whether the form adds up its projects by itself. */
    boolean hasTotal() {
        return !template.projects().total().isEmpty();
    }

    /** The form's own words for the unit of its amounts, {@code 单位：万元}; empty when it does not say. */
    Text money() {
        return template.sheets().stream().flatMap(sheet -> sheet.rows().stream()).flatMap(row -> row.cells().stream())
                .map(cell -> cell.drawn() instanceof SheetDef.Drawn.Label label ? label.text() : Text.EMPTY)
                .filter(text -> MONEY.matcher(text.zh().strip()).matches()).findFirst().orElse(Text.EMPTY);
    }

    /** A value as a cell takes it: what could not be read as a number stays the text that it is. */
    Fill fill(Field field, Optional<Content> content) {
        if (content.isEmpty()) {
            return Fill.NOTHING;
        }
        if (content.get().number().isEmpty() || field.type() == FieldType.DATE || !field.type().isNumeric()) {
            return Fill.of(content.get().content());
        }
        return Fill.of(field.type() == FieldType.PERCENT ? content.get().number().get().movePointLeft(HUNDRED) : content.get().number().get());
    }

    Vocabulary vocabulary() {
        Set<String> single = new LinkedHashSet<>(List.of("title", "template", "money", "listed", "submitted", "rate", "files", "strangers", "nobodys", "projects", "errors", "warnings", "infos"));
        Set<String> amounts = keys(amounts().stream().map(Field::id));
        amounts.forEach(amount -> single.add("sum." + amount));
        Set<String> unit = keys(Stream.of("row-number", "unit-department", "unit-code", "unit-name"));
        Set<String> source = keys(Stream.of("from-file", "from-sheet", "from-cell"));
        Set<String> sums = keys(Stream.of("unit-department", "unit-code", "unit-name", "sum-of", "project-count"), amounts.stream(), plan().stream().map(Field::id), plan().stream().map(field -> field.id() + PLANNED));
        Set<String> balance = keys(Stream.of("sum-of", "project-count", "parts", "whole", "whole-gap", "control", "control-gap", "verdict"), unit.stream());
        Set<String> department = keys(Stream.of("name", "unit-count", "received", "to-mend", "missing", "project-count"), amounts.stream());
        Set<String> state = keys(Stream.of("label", "unit-count", "share", "request"));
        return new Vocabulary(Set.copyOf(single), List.of(
                new Kind("state", "state", 0, false, state), new Kind("state-total", "state", 1, false, state),
                new Kind("department", "department", 0, false, department), new Kind("department-total", "department", 1, false, department),
                new Kind("unit", "unit", 0, true, keys(unit.stream(), source.stream(), Stream.of("unit-state", "request", "contact", "phone", "submissions", "errors", "warnings", "infos"))),
                new Kind("missing", "missing", 0, true, keys(unit.stream(), Stream.of("contact", "phone"))),
                new Kind("project", "project", 0, true, keys(unit.stream(), source.stream(), Stream.of("project-number"), fields.keySet().stream(), plan().stream().map(field -> field.id() + PLANNED))),
                new Kind("project-unit", "project", 1, true, sums), new Kind("project-department", "project", 2, true, sums), new Kind("project-total", "project", 3, true, sums),
                new Kind("indicator", "indicator", 0, true, keys(unit.stream(), source.stream(), Stream.of("project-code", "project-name"), indicators.keySet().stream())),
                new Kind("finding", "finding", 0, true, keys(unit.stream(), source.stream(), Stream.of("severity", "rule", "summary", "label", "value", "message", "remedy", "waiver"))),
                new Kind("mistake", "mistake", 0, true, keys(Stream.of("row-number", "rule", "severity", "summary", "unit-count", "share", "places", "waived"))),
                new Kind("balance", "balance", 0, true, keys(balance.stream(), source.stream(), Stream.of("unit-state"))),
                new Kind("balance-department", "balance", 2, true, balance), new Kind("balance-total", "balance", 3, true, balance)));
    }

    @SafeVarargs
    private static Set<String> keys(Stream<String>... keys) {
        Set<String> all = new LinkedHashSet<>();
        for (Stream<String> some : keys) {
            some.forEach(all::add);
        }
        return all;
    }
}
