package goalsheet.collect.summary;

import goalsheet.collect.Content;
import goalsheet.collect.Received;
import goalsheet.collect.Standing;
import goalsheet.template.Field;
import goalsheet.template.ProjectFields;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.styled.Fill;
import goalsheet.xlsx.styled.Source.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Projects with what they add up to by unit and department, and the rows of their tables of indicators. */
final class ProjectRows {
    static final String WHOLE = "t";
    static final Text TOTAL = Text.of("总计", "Total");
    private static final Text OF_UNIT = Text.of("{name} 小计", "{name}, sum");
    private static final Text OF_DEPARTMENT = Text.of("{name} 合计", "{name}, total");

    private final ProjectFields key;
    private final SummaryFields fields;
    private final Groups groups;
    private final Survey survey;
    private final Links links;
    private final Lang lang;
    private long number;

    ProjectRows(Template template, SummaryFields fields, Groups groups, Survey survey, Links links, Lang lang) {
        this.key = template.projects();
        this.fields = fields;
        this.groups = groups;
        this.survey = survey;
        this.links = links;
        this.lang = lang;
    }

    /** By which other sheets speak of the row of a department's sums. */
    static String anchor(int department) {
        return "d" + department;
    }

    long size() {
        long units = groups.list().stream().flatMap(group -> group.units().stream()).mapToLong(unit -> survey.sums(unit.code()).projects()).map(projects -> projects == 0 ? 0 : projects + 1).sum();
        return units + (groups.isDivided() ? groups.list().size() : 0) + 1;
    }

    void rows(Consumer<Row> taker) {
        number = 0;
        for (int group = 0; group < groups.list().size(); group++) {
            List<Standing> units = groups.list().get(group).units();
            for (int unit = 0; unit < units.size(); unit++) {
                rows(units.get(unit), "u" + group + "." + unit, taker);
            }
            if (groups.isDivided()) {
                Text name = groups.list().get(group).name();
                Map<String, Fill> row = sums(survey.sums(units), OF_DEPARTMENT.with(Map.of("name", name)));
                row.put("unit-department", Fill.of(name.in(lang)));
                taker.accept(new Row("project-department", anchor(group), row));
            }
        }
        Survey.Sums all = groups.list().stream().map(group -> survey.sums(group.units())).reduce(Survey.Sums.NONE, Survey.Sums::plus);
        taker.accept(new Row("project-total", WHOLE, sums(all, TOTAL)));
    }

    private void rows(Standing unit, String anchor, Consumer<Row> taker) {
        int inUnit = 0;
        for (Project project : survey.projects(unit)) {
            Map<String, Fill> row = UnitColumns.of(unit, ++number);
            row.put("project-number", Fill.of(++inUnit));
            fields.fields().forEach(field -> row.put(field.id(), fields.fill(field, Optional.ofNullable(project.fields().get(field.id())))));
            fields.plan().forEach(field -> survey.planned(project, field).ifPresent(money -> row.put(field.id() + SummaryFields.PLANNED,
                    new Fill.Formula("{" + key.amount() + "}*{" + field.id() + "}", Fill.of(money)))));
            String cell = Optional.ofNullable(project.fields().get(key.amount())).or(() -> Optional.ofNullable(project.fields().get(key.name()))).map(Content::cell).orElse("");
            from(unit.figures().orElseThrow(), project.sheet(), cell, row);
            taker.accept(new Row("project", "", row));
        }
        if (inUnit > 0) {
            Map<String, Fill> row = sums(survey.sums(unit.code()), OF_UNIT.with(Map.of("name", Text.same(unit.name()))));
            row.put("unit-department", Fill.of(unit.department()));
            row.put("unit-code", Fill.of(unit.code()));
            row.put("unit-name", Fill.of(unit.name()));
            taker.accept(new Row("project-unit", anchor, row));
        }
    }

    private void from(Received file, String sheet, String cell, Map<String, Fill> row) {
        row.put("from-file", links.to(file, sheet, cell));
        row.put("from-sheet", Fill.of(sheet));
        row.put("from-cell", Fill.of(cell));
    }

    private Map<String, Fill> sums(Survey.Sums sums, Text label) {
        Map<String, Fill> row = new HashMap<>();
        row.put("sum-of", Fill.of(label.in(lang)));
        row.put("project-count", Fill.of(sums.projects()));
        fields.amounts().forEach(field -> row.put(field.id(), new Fill.Sum(sums.amount(field.id()))));
        BigDecimal whole = sums.amount(key.amount());
        for (Field field : fields.plan()) {
            String planned = field.id() + SummaryFields.PLANNED;
            row.put(planned, new Fill.Sum(sums.planned(field.id())));
            Fill share = whole.signum() == 0 ? Fill.NOTHING : Fill.of(sums.planned(field.id()).divide(whole, MathContext.DECIMAL64));
            row.put(field.id(), new Fill.Formula("IF({" + key.amount() + "}=0,\"\",{" + planned + "}/{" + key.amount() + "})", share));
        }
        return row;
    }

    /** Every row of a table of indicators. */
    void indicators(Consumer<Row> taker) {
        long row = 0;
        for (Groups.Group group : groups.list()) {
            for (Standing unit : group.units()) {
                for (Project project : survey.projects(unit)) {
                    for (Map<String, Content> indicator : project.rows()) {
                        taker.accept(indicator(unit, project, indicator, ++row));
                    }
                }
            }
        }
    }

    private Row indicator(Standing unit, Project project, Map<String, Content> indicator, long at) {
        Map<String, Fill> row = UnitColumns.of(unit, at);
        row.put("project-code", Fill.of(project.words(key.code())));
        row.put("project-name", Fill.of(project.words(key.name())));
        fields.indicators().forEach(field -> row.put(field.id(), fields.fill(field, Optional.ofNullable(indicator.get(field.id())))));
        String cell = Optional.ofNullable(indicator.get(key.key())).or(() -> indicator.values().stream().findFirst()).map(Content::cell).orElse("");
        from(unit.figures().orElseThrow(), project.sheet(), cell, row);
        return new Row("indicator", "", row);
    }
}
