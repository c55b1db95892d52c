package goalsheet.collect.summary;

import goalsheet.collect.Collection;
import goalsheet.collect.Content;
import goalsheet.collect.Note;
import goalsheet.collect.Remark;
import goalsheet.collect.Standing;
import goalsheet.expr.Value;
import goalsheet.rule.Severity;
import goalsheet.template.Field;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is known after one look through the ledger: the sums of each unit and how often each mistake is made. */
final class Survey {
    private static final int HUNDRED = 2;

    private final Collection collection;
    private final SummaryFields fields;
    private final Map<String, Sums> sums = new HashMap<>();
    private final Map<String, Mistake> mistakes = new LinkedHashMap<>();
    /** By the hash of what they are about. */
    private final Map<String, List<Remark>> remarks;
    private final Map<Severity, Long> grades = new EnumMap<>(Severity.class);
    private long indicators;
    private long findings;

    /**
     * @param projects how many the unit's counting workbook has
     * @param amounts  by field, what they add up to
     * @param planned  by field of the plan, money planned until then
     * @param whole    what the form itself gives as the sum of all projects
     * @param control  what the roster's projects add up to, if it knows the unit's projects and every amount
     */
    record Sums(int projects, Map<String, BigDecimal> amounts, Map<String, BigDecimal> planned, Optional<Content> whole, Optional<BigDecimal> control) {
        static final Sums NONE = new Sums(0, Map.of(), Map.of(), Optional.empty(), Optional.empty());

        BigDecimal amount(String field) {
            return amounts.getOrDefault(field, BigDecimal.ZERO);
        }

        BigDecimal planned(String field) {
            return planned.getOrDefault(field, BigDecimal.ZERO);
        }

        Sums plus(Sums other) {
            Map<String, BigDecimal> both = new HashMap<>(amounts);
            other.amounts.forEach((field, amount) -> both.merge(field, amount, BigDecimal::add));
            Map<String, BigDecimal> plans = new HashMap<>(planned);
            other.planned.forEach((field, amount) -> plans.merge(field, amount, BigDecimal::add));
            return new Sums(projects + other.projects, both, plans, Optional.empty(), Optional.empty());
        }
    }

    /** @param severity the gravest it was told with  @param units that make it  @param places where, those with a stated reason left out */
    record Mistake(String rule, Severity severity, Text summary, int units, long places, long waived) {
    }

    private Survey(Collection collection, SummaryFields fields) {
        this.collection = collection;
        this.fields = fields;
        this.remarks = collection.remarks().stream().collect(Collectors.groupingBy(Remark::sha256));
    }

    static Survey of(Collection collection, SummaryFields fields) {
        Survey survey = new Survey(collection, fields);
        for (Standing unit : collection.units()) {
            survey.sums.put(unit.code(), survey.sums(unit));
            List<Note> told = new ArrayList<>(survey.remarks(unit).stream().map(Remark::note).toList());
            unit.counts().ifPresent(counts -> told.addAll(collection.ledger().notes(counts.sha256())));
            survey.count(told);
        }
        collection.nobodys().forEach(nobodys -> survey.count(collection.ledger().notes(nobodys.sha256())));
        return survey;
    }

    List<Project> projects(Standing unit) {
        return unit.figures().map(counts -> Project.of(collection.template(), collection.ledger().contents(counts.sha256()))).orElse(List.of());
    }

    private Sums sums(Standing unit) {
        Optional<BigDecimal> control = control(unit);
        if (unit.figures().isEmpty()) {
            return new Sums(0, Map.of(), Map.of(), Optional.empty(), control);
        }
        List<Content> contents = collection.ledger().contents(unit.figures().get().sha256());
        List<Project> projects = Project.of(collection.template(), contents);
        Map<String, BigDecimal> amounts = new HashMap<>();
        Map<String, BigDecimal> planned = new HashMap<>();
        for (Project project : projects) {
            indicators += project.rows().size();
            fields.amounts().forEach(field -> project.number(field.id()).ifPresent(amount -> amounts.merge(field.id(), amount, BigDecimal::add)));
            fields.plan().forEach(field -> planned(project, field).ifPresent(amount -> planned.merge(field.id(), amount, BigDecimal::add)));
        }
        String total = collection.template().projects().total();
        Optional<Content> whole = contents.stream().filter(content -> content.list().isEmpty() && (content.part() + "." + content.field()).equals(total)).findFirst();
        return new Sums(projects.size(), Map.copyOf(amounts), Map.copyOf(planned), whole, control);
    }

    /** Money of a project that is planned to be spent until the time of a field. */
    Optional<BigDecimal> planned(Project project, Field field) {
        Optional<BigDecimal> amount = project.number(collection.template().projects().amount());
        return amount.flatMap(whole -> project.number(field.id()).map(points -> whole.multiply(points.movePointLeft(HUNDRED))));
    }

    private Optional<BigDecimal> control(Standing unit) {
        String amount = collection.template().projects().amount();
        List<Optional<BigDecimal>> amounts = collection.roster().unit(unit.code()).stream().flatMap(listed -> listed.projects().stream())
                .map(project -> Optional.ofNullable(project.get(amount)).filter(Value.Num.class::isInstance).map(value -> ((Value.Num) value).number())).toList();
        return amounts.isEmpty() || amounts.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : Optional.of(amounts.stream().map(Optional::get).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** What one unit makes wrong. */
    private void count(List<Note> notes) {
        findings += notes.size();
        notes.forEach(note -> grades.merge(note.severity(), 1L, Long::sum));
        Map<String, List<Note>> byRule = notes.stream().collect(Collectors.groupingBy(Note::rule, LinkedHashMap::new, Collectors.toList()));
        byRule.forEach((rule, same) -> {
            long waived = same.stream().filter(note -> !note.waiver().isEmpty()).count();
            Severity gravest = same.stream().map(Note::severity).min(Comparator.naturalOrder()).orElseThrow();
            mistakes.merge(rule, new Mistake(rule, gravest, same.get(0).summary(), waived < same.size() ? 1 : 0, same.size() - waived, waived),
                    (one, other) -> new Mistake(rule, one.severity().compareTo(other.severity()) <= 0 ? one.severity() : other.severity(), one.summary(), one.units() + other.units(),
                            one.places() + other.places(), one.waived() + other.waived()));
        });
    }

    Sums sums(String unitCode) {
        return sums.getOrDefault(unitCode, Sums.NONE);
    }

    Sums sums(List<Standing> units) {
        return units.stream().map(unit -> sums(unit.code())).reduce(Sums.NONE, Sums::plus);
    }

    /** Those on a unit's workbook that counts. */
    List<Remark> remarks(Standing unit) {
        return unit.counts().map(counts -> remarks.getOrDefault(counts.sha256(), List.of())).orElse(List.of());
    }

    /** The commonest first. */
    List<Mistake> mistakes() {
        return mistakes.values().stream().sorted(Comparator.comparingInt(Mistake::units).reversed().thenComparing(Comparator.comparingLong(Mistake::places).reversed()).thenComparing(Mistake::rule)).toList();
    }

    /** How many findings of a grade a unit has, within its counting workbook and between workbooks. */
    long count(Standing unit, Severity severity) {
        long within = unit.counts().map(counts -> switch (severity) {
            case ERROR -> counts.errors();
            case WARNING -> counts.warnings();
            case INFO -> counts.infos();
        }).orElse(0);
        return within + remarks(unit).stream().filter(remark -> remark.note().severity() == severity).count();
    }

    /** How many findings of a grade there are in all. */
    long count(Severity severity) {
        return grades.getOrDefault(severity, 0L);
    }

    long indicators() {
        return indicators;
    }

    long findings() {
        return findings;
    }
}
