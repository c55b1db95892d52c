package goalsheet.collect.summary;

import goalsheet.collect.Content;
import goalsheet.collect.Received;
import goalsheet.collect.Standing;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.styled.Fill;
import goalsheet.xlsx.styled.Source.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds the parts against the whole: the projects of a unit against what its form gives as their sum and against the roster, then by department and in all. */
final class BalanceRows {
    private static final int DECIMALS = 2;
    private static final Text SAME = Text.of("一致", "agrees");
    private static final Text DIFFERENT = Text.of("不一致", "differs");
    private static final Text UNCONTROLLED = Text.of("一致（无控制数）", "agrees (no figure)");
    private static final Text UNITS_DIFFER = Text.of("{count} 个单位不一致", "units that differ: {count}");
    private static final Text UNITS_WITHOUT = Text.of("{count} 个单位没有数", "units without amounts: {count}");
    private static final Text UNITS_UNCONTROLLED = Text.of("{count} 个单位无控制数", "units without a figure: {count}");

    private final Groups groups;
    private final Survey survey;
    private final Links links;
    private final String amount;
    private final Lang lang;
    private final boolean isControlled;
    private long number;

    /**
     * Rows that a row of sums closes.
     *
     * @param different    units among them whose figures do not agree
     * @param without      units that have sent no figures
     * @param uncontrolled units with figures for which the roster has none
     */
    private record Sum(int projects, BigDecimal parts, BigDecimal whole, BigDecimal wholeGap, BigDecimal control, BigDecimal controlGap, int different, int without, int uncontrolled) {
        static final Sum NONE = new Sum(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, 0);

        Sum plus(Sum other) {
            return new Sum(projects + other.projects, parts.add(other.parts), whole.add(other.whole), wholeGap.add(other.wholeGap), control.add(other.control), controlGap.add(other.controlGap),
                    different + other.different, without + other.without, uncontrolled + other.uncontrolled);
        }
    }

    /** @param amount field of a project that is added up */
    BalanceRows(Groups groups, Survey survey, Links links, String amount, Lang lang) {
        this.groups = groups;
        this.survey = survey;
        this.links = links;
        this.amount = amount;
        this.lang = lang;
        this.isControlled = groups.list().stream().flatMap(group -> group.units().stream()).anyMatch(unit -> survey.sums(unit.code()).control().isPresent());
    }

    long size() {
        return groups.list().stream().mapToLong(group -> group.units().size()).sum() + (groups.isDivided() ? groups.list().size() : 0) + 1;
    }

    void rows(Consumer<Row> taker) {
        number = 0;
        Sum all = Sum.NONE;
        for (int group = 0; group < groups.list().size(); group++) {
            Sum sum = Sum.NONE;
            List<Standing> units = groups.list().get(group).units();
            for (int unit = 0; unit < units.size(); unit++) {
                sum = sum.plus(row(units.get(unit), "u" + group + "." + unit, taker));
            }
            if (groups.isDivided()) {
                Text name = groups.list().get(group).name();
                Map<String, Fill> row = sums(sum, ProjectRows.anchor(group), name);
                row.put("unit-department", Fill.of(name.in(lang)));
                taker.accept(new Row("balance-department", "", row));
            }
            all = all.plus(sum);
        }
        taker.accept(new Row("balance-total", "", sums(all, ProjectRows.WHOLE, ProjectRows.TOTAL)));
    }

    private Sum row(Standing unit, String anchor, Consumer<Row> taker) {
        Survey.Sums sums = survey.sums(unit.code());
        Optional<Received> file = unit.figures();
        Map<String, Fill> row = UnitColumns.of(unit, ++number);
        row.put("sum-of", Fill.of(unit.name()));
        row.put("unit-state", UnitColumns.state(unit, lang));
        BigDecimal parts = sums.amount(amount);
        Optional<BigDecimal> whole = sums.whole().flatMap(Content::number);
        Optional<BigDecimal> wholeGap = file.isPresent() && sums.whole().isPresent() ? Optional.of(rounded(parts.subtract(whole.orElse(BigDecimal.ZERO)))) : Optional.empty();
        Optional<BigDecimal> controlGap = sums.control().map(control -> rounded(parts.subtract(control)));
        if (file.isPresent()) {
            row.put("project-count", Fill.of(sums.projects()));
            row.put("parts", sums.projects() == 0 ? Fill.of(BigDecimal.ZERO) : new Fill.Formula("{" + anchor + "/" + amount + "}", Fill.of(parts)));
            sums.whole().ifPresent(content -> {
                row.put("whole", content.number().map(Fill::of).orElse(Fill.of(content.content())));
                row.put("from-sheet", Fill.of(content.sheet()));
                row.put("from-cell", Fill.of(content.cell()));
            });
            row.put("from-file", links.to(file.get(), sums.whole().map(Content::sheet).orElse(""), sums.whole().map(Content::cell).orElse("")));
        }
        wholeGap.ifPresent(gap -> row.put("whole-gap", new Fill.Formula("ROUND(N({parts})-N({whole}),2)", Fill.of(gap))));
        sums.control().ifPresent(control -> row.put("control", Fill.of(control)));
        controlGap.ifPresent(gap -> row.put("control-gap", new Fill.Formula("ROUND(N({parts})-N({control}),2)", Fill.of(gap))));
        boolean isDifferent = wholeGap.filter(gap -> gap.signum() != 0).isPresent() || controlGap.filter(gap -> gap.signum() != 0).isPresent();
        row.put("verdict", verdict(unit, wholeGap.isPresent(), controlGap.isPresent(), isDifferent));
        taker.accept(new Row("balance", "", row));
        return new Sum(sums.projects(), parts, whole.orElse(BigDecimal.ZERO), wholeGap.orElse(BigDecimal.ZERO), sums.control().orElse(BigDecimal.ZERO), controlGap.orElse(BigDecimal.ZERO),
                isDifferent && file.isPresent() ? 1 : 0, file.isPresent() ? 0 : 1, file.isPresent() && isControlled && controlGap.isEmpty() ? 1 : 0);
    }

    private Fill verdict(Standing unit, boolean hasWhole, boolean hasControl, boolean isDifferent) {
        if (unit.figures().isEmpty()) {
            return Fill.of(unit.state().label().in(lang));
        }
        List<String> zero = new ArrayList<>();
        if (hasWhole) {
            zero.add("{whole-gap}=0");
        }
        if (hasControl) {
            zero.add("{control-gap}=0");
        }
        if (zero.isEmpty()) {
            return Fill.NOTHING;
        }
        Text same = isControlled && !hasControl ? UNCONTROLLED : SAME;
        return new Fill.Formula("IF(AND(" + String.join(",", zero) + "),\"" + same.in(lang) + "\",\"" + DIFFERENT.in(lang) + "\")", Fill.of((isDifferent ? DIFFERENT : same).in(lang)));
    }

    private Map<String, Fill> sums(Sum sum, String anchor, Text name) {
        Map<String, Fill> row = new HashMap<>();
        row.put("sum-of", Fill.of(name.in(lang)));
        row.put("project-count", new Fill.Sum(BigDecimal.valueOf(sum.projects())));
        row.put("parts", new Fill.Formula("{" + anchor + "/" + amount + "}", Fill.of(sum.parts())));
        row.put("whole", new Fill.Sum(sum.whole()));
        row.put("whole-gap", new Fill.Sum(sum.wholeGap()));
        row.put("control", new Fill.Sum(sum.control()));
        row.put("control-gap", new Fill.Sum(sum.controlGap()));
        row.put("verdict", Fill.of(verdict(sum)));
        return row;
    }

    private String verdict(Sum sum) {
        List<String> told = new ArrayList<>();
        tell(told, UNITS_DIFFER, sum.different());
        tell(told, UNITS_WITHOUT, sum.without());
        tell(told, UNITS_UNCONTROLLED, sum.uncontrolled());
        return told.isEmpty() ? SAME.in(lang) : String.join(lang == Lang.ZH ? "，" : ", ", told);
    }

    private void tell(List<String> told, Text text, int count) {
        if (count > 0) {
            told.add(text.with(Map.of("count", Text.same(Integer.toString(count)))).in(lang));
        }
    }

    private static BigDecimal rounded(BigDecimal gap) {
        return gap.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
