package goalsheet.collect;

import goalsheet.template.Field;
import goalsheet.template.FieldType;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The money of a unit's projects, as reported.
 *
 * @param sums by amount field of the repeated sheet, in the order of the form; all fields are there
 * @param unit what the amounts are counted in, as the form prints it ({@code 万元}); empty when it prints nothing
 */
public record Amounts(int projects, Map<Field, BigDecimal> sums, Text unit) {
    private static final Pattern PRINTED = Pattern.compile("单位：\\s*(\\S*元)");

    /** The amount fields of a project, in the order of the form. */
    public static List<Field> fields(Template template) {
        return template.repeated().map(sheet -> sheet.fields().values().stream().filter(field -> field.type() == FieldType.AMOUNT).toList()).orElse(List.of());
    }

    /** Nothing at all. */
    public static Amounts none(Template template) {
        Map<Field, BigDecimal> sums = new LinkedHashMap<>();
        fields(template).forEach(field -> sums.put(field, BigDecimal.ZERO));
        return new Amounts(0, sums, unit(template));
    }

    /** @param contents of one submission */
    public static Amounts of(Template template, List<Content> contents) {
        Amounts amounts = none(template);
        String part = template.repeated().map(SheetDef::id).orElse("");
        Map<String, Field> fields = new LinkedHashMap<>();
        amounts.sums().keySet().forEach(field -> fields.put(field.id(), field));
        Set<Integer> projects = new HashSet<>();
        for (Content content : contents) {
            if (content.part().equals(part) && !part.isEmpty()) {
                // Blank sheets hold calculated noughts; only what has a name is a project.
                if (template.projects().name().isEmpty() || content.field().equals(template.projects().name()) && content.list().isEmpty()) {
                    projects.add(content.sheetNo());
                }
                Optional<Field> field = content.list().isEmpty() ? Optional.ofNullable(fields.get(content.field())) : Optional.empty();
                field.ifPresent(each -> content.number().ifPresent(number -> amounts.sums().merge(each, number, BigDecimal::add)));
            }
        }
        return new Amounts(projects.size(), amounts.sums(), amounts.unit());
    }

    public Amounts plus(Amounts other) {
        Map<Field, BigDecimal> sums = new LinkedHashMap<>(sums());
        other.sums().forEach((field, sum) -> sums.merge(field, sum, BigDecimal::add));
        return new Amounts(projects + other.projects(), sums, unit);
    }

    /** {@code 1,234.50}: thousands parted, two decimals or as many as there are. */
    public static String shown(BigDecimal sum) {
        return new DecimalFormat("#,##0.00####", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(sum);
    }

    private static Text unit(Template template) {
        for (SheetDef sheet : template.repeated().stream().toList()) {
            for (SheetDef.Row row : sheet.rows()) {
                for (SheetDef.Cell cell : row.cells()) {
                    if (cell.drawn() instanceof SheetDef.Drawn.Label label) {
                        Matcher printed = PRINTED.matcher(label.text().zh());
                        if (printed.find()) {
                            boolean wan = printed.group(1).equals("万元");
                            return Text.of(" " + printed.group(1), wan ? " × 10,000 yuan" : " yuan");
                        }
                    }
                }
            }
        }
        return Text.EMPTY;
    }
}
