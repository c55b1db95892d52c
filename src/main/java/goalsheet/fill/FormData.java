package goalsheet.fill;

import goalsheet.expr.Value;
import goalsheet.template.DefinitionException;
import goalsheet.template.Problems;
import goalsheet.template.Template;
import goalsheet.template.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one workbook is to be filled with.
 *
 * @param values by full path, in the order given: {@code cover.contact}, {@code project[2].plan.m3},
 *               {@code project[2].indicators[3].level2}; numbers in brackets count from 1
 * @param sheets how many sheets of the repeated kind there are data for
 */
public record FormData(Map<String, Datum> values, int sheets) {

    /**
     * Reads files that together describe one workbook: YAML or JSON in the shape of the template, and lists (.xlsx, .xls,
     * .csv) with one row for each repeated sheet or for each row of a table. The same thing given twice must be the same.
     *
     * @throws DefinitionException with every mistake in all the files: unknown names, too many rows, values that the cell
     *                             cannot hold, calculated fields, contradictions
     */
    public static FormData read(Template template, List<Path> files) {
        Problems problems = new Problems();
        Gathering gathering = new Gathering(template, problems);
        List<Path> tables = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            if (!name.toLowerCase(Locale.ROOT).matches(".*\\.(ya?ml|json)")) {
                tables.add(file);
                continue;
            }
            try {
                new YamlData(template, gathering, problems, name).take(YamlFile.read(file));
            } catch (DefinitionException unreadable) {
                problems.addAll(unreadable.problems());
            }
        }
        new TableData(template, gathering, problems).take(tables);
        FormData data = gathering.finish();
        problems.throwIfAny();
        return data;
    }

    /** The value at a path, blank when nothing is given for it. */
    public Value value(String path) {
        return Optional.ofNullable(values.get(path)).map(Datum::value).orElse(Value.BLANK);
    }
}
