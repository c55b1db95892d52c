package goalsheet.collect.summary;

import goalsheet.collect.Collection;
import goalsheet.collect.Standing;
import goalsheet.collect.State;
import goalsheet.rule.Severity;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.styled.Fill;
import goalsheet.xlsx.styled.Source;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the summary of a collection says. Findings and values are read from the ledger unit by unit as they are written. */
final class SummarySource implements Source {
    private static final Text NO_FINDINGS = Text.of("没有发现问题", "nothing was found");
    private static final Text NONE_MISSING = Text.of("名单中的单位都已报送", "every unit of the roster has sent its workbook");

    private final Collection collection;
    private final SummaryFields fields;
    private final Groups groups;
    private final Survey survey;
    private final Links links;
    private final Lang lang;
    private final ProjectRows projects;
    private final FindingRows findings;
    private final BalanceRows balance;

    SummarySource(Collection collection, SummaryFields fields, Links links, Lang lang) {
        Template template = collection.template();
        this.collection = collection;
        this.fields = fields;
        this.links = links;
        this.lang = lang;
        this.groups = Groups.of(collection);
        this.survey = Survey.of(collection, fields);
        this.projects = new ProjectRows(template, fields, groups, survey, links, lang);
        this.findings = new FindingRows(collection, survey, links, lang);
        this.balance = new BalanceRows(groups, survey, links, template.projects().amount(), lang);
    }

    @Override
    public List<String> lists() {
        return List.of("project", "indicator", "finding", "missing", "mistake", "unit", "balance");
    }

    @Override
    public long size(String list) {
        return switch (list) {
            case "project" -> projects.size();
            case "indicator" -> survey.indicators();
            case "finding" -> Math.max(1, survey.findings());
            case "missing" -> Math.max(1, missing().size());
            case "mistake" -> Math.max(1, survey.mistakes().size());
            case "unit" -> collection.units().size();
            case "balance" -> balance.size();
            default -> throw new IllegalArgumentException(list);
        };
    }

    @Override
    public void rows(String list, Consumer<Row> taker) {
        switch (list) {
            case "project" -> projects.rows(taker);
            case "indicator" -> projects.indicators(taker);
            case "finding" -> orNone(row -> findings.rows(groups, row), new Row("finding", "", Map.of("message", Fill.of(NO_FINDINGS.in(lang)))), taker);
            case "missing" -> orNone(this::missing, new Row("missing", "", Map.of("unit-name", Fill.of(NONE_MISSING.in(lang)))), taker);
            case "mistake" -> orNone(findings::mistakes, new Row("mistake", "", Map.of("summary", Fill.of(NO_FINDINGS.in(lang)))), taker);
            case "unit" -> units(taker);
            case "balance" -> balance.rows(taker);
            default -> throw new IllegalArgumentException(list);
        }
    }

    /** A list that holds nothing says so. */
    private static void orNone(Consumer<Consumer<Row>> rows, Row none, Consumer<Row> taker) {
        boolean[] any = new boolean[1];
        rows.accept(row -> {
            any[0] = true;
            taker.accept(row);
        });
        if (!any[0]) {
            taker.accept(none);
        }
    }

    private List<Standing> missing() {
        return groups.list().stream().flatMap(group -> group.units().stream()).filter(unit -> unit.listed() && unit.state() == State.MISSING).toList();
    }

    private void missing(Consumer<Row> taker) {
        long number = 0;
        for (Standing unit : missing()) {
            Map<String, Fill> row = UnitColumns.of(unit, ++number);
            row.put("contact", Fill.of(unit.contact()));
            row.put("phone", Fill.of(unit.phone()));
            taker.accept(new Row("missing", "", row));
        }
    }

    private void units(Consumer<Row> taker) {
        long number = 0;
        for (Groups.Group group : groups.list()) {
            for (Standing unit : group.units()) {
                Map<String, Fill> row = UnitColumns.of(unit, ++number);
                row.put("unit-state", UnitColumns.state(unit, lang));
                row.put("request", Fill.of(unit.state().request().in(lang)));
                row.put("contact", Fill.of(unit.contact()));
                row.put("phone", Fill.of(unit.phone()));
                row.put("submissions", Fill.of(unit.submissions().size()));
                unit.counts().ifPresent(counts -> {
                    row.put("errors", Fill.of(survey.count(unit, Severity.ERROR)));
                    row.put("warnings", Fill.of(survey.count(unit, Severity.WARNING)));
                    row.put("infos", Fill.of(survey.count(unit, Severity.INFO)));
                    row.put("from-file", links.to(counts, "", ""));
                });
                taker.accept(new Row("unit", "", row));
            }
        }
    }

    @Override
    public int few(String kind) {
        return switch (kind) {
            case "state" -> State.values().length;
            case "department" -> groups.list().size();
            default -> 1;
        };
    }

    @Override
    public List<Row> fewRows(String kind) {
        return switch (kind) {
            case "state" -> states();
            case "department" -> departments();
            case "state-total" -> List.of(new Row(kind, "", Map.of("label", Fill.of(ProjectRows.TOTAL.in(lang)), "unit-count", new Fill.Sum(BigDecimal.valueOf(listed())),
                    "share", listed() == 0 ? Fill.NOTHING : new Fill.Sum(BigDecimal.ONE))));
            case "department-total" -> List.of(new Row(kind, "", total()));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private int listed() {
        return collection.roster().units().size();
    }

    /** From what is done to what is open. */
    private List<Row> states() {
        List<Row> rows = new ArrayList<>();
        Map<State, Integer> counts = collection.counts();
        for (int i = State.values().length - 1; i >= 0; i--) {
            State state = State.values()[i];
            Map<String, Fill> row = new HashMap<>(Map.of("label", Fill.of(state.label().in(lang)), "unit-count", Fill.of(counts.get(state)), "request", Fill.of(state.request().in(lang))));
            row.put("share", share(counts.get(state)));
            rows.add(new Row("state", "", row));
        }
        return rows;
    }

    private Fill share(long part) {
        return listed() == 0 ? Fill.NOTHING : Fill.of(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(listed()), MathContext.DECIMAL64));
    }

    private List<Row> departments() {
        List<Row> rows = new ArrayList<>();
        for (int group = 0; group < groups.list().size(); group++) {
            List<Standing> units = groups.list().get(group).units();
            Survey.Sums sums = survey.sums(units);
            Map<String, Fill> row = counts(units);
            row.put("name", Fill.of(groups.list().get(group).name().in(lang)));
            row.put("project-count", Fill.of(sums.projects()));
            String anchor = groups.isDivided() ? ProjectRows.anchor(group) : ProjectRows.WHOLE;
            fields.amounts().forEach(field -> row.put(field.id(), new Fill.Formula("{" + anchor + "/" + field.id() + "}", Fill.of(sums.amount(field.id())))));
            rows.add(new Row("department", "", row));
        }
        return rows;
    }

    private static Map<String, Fill> counts(List<Standing> units) {
        long in = units.stream().filter(unit -> unit.state() == State.RECEIVED).count();
        long missing = units.stream().filter(unit -> unit.state() == State.MISSING).count();
        return new HashMap<>(Map.of("unit-count", Fill.of(units.size()), "received", Fill.of(in), "missing", Fill.of(missing), "to-mend", Fill.of(units.size() - in - missing)));
    }

    private Map<String, Fill> total() {
        Survey.Sums sums = survey.sums(collection.units());
        Map<String, Fill> row = new HashMap<>();
        counts(collection.units()).forEach((key, count) -> row.put(key, new Fill.Sum(((Fill.Number) count).value())));
        row.put("name", Fill.of(ProjectRows.TOTAL.in(lang)));
        row.put("project-count", new Fill.Sum(BigDecimal.valueOf(sums.projects())));
        fields.amounts().forEach(field -> row.put(field.id(), new Fill.Sum(sums.amount(field.id()))));
        return row;
    }

    @Override
    public Map<String, Fill> single() {
        List<Standing> listed = collection.units().stream().filter(Standing::listed).toList();
        long submitted = listed.stream().filter(unit -> unit.counts().isPresent()).count();
        Map<String, Fill> values = new HashMap<>();
        values.put("title", Fill.of(collection.template().title().in(lang)));
        values.put("template", Fill.of(collection.template().id() + " v" + collection.template().version()));
        values.put("money", Fill.of(fields.money().in(lang)));
        values.put("listed", Fill.of(listed()));
        values.put("submitted", Fill.of(submitted));
        values.put("rate", share(submitted));
        values.put("files", Fill.of(collection.units().stream().mapToLong(unit -> unit.submissions().size()).sum() + collection.nobodys().size()));
        values.put("strangers", Fill.of(collection.units().size() - listed.size()));
        values.put("nobodys", Fill.of(collection.nobodys().size()));
        Survey.Sums sums = survey.sums(collection.units());
        values.put("projects", Fill.of(sums.projects()));
        values.put("errors", Fill.of(survey.count(Severity.ERROR)));
        values.put("warnings", Fill.of(survey.count(Severity.WARNING)));
        values.put("infos", Fill.of(survey.count(Severity.INFO)));
        fields.amounts().forEach(field -> values.put("sum." + field.id(), new Fill.Formula("{" + ProjectRows.WHOLE + "/" + field.id() + "}", Fill.of(sums.amount(field.id())))));
        return values;
    }
}
