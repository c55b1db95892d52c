package goalsheet.generate;

import goalsheet.template.Field;
import goalsheet.template.FieldType;
import goalsheet.template.Template;
import goalsheet.text.Nearest;
import goalsheet.text.Text;
import goalsheet.xlsx.TableCell;
import goalsheet.xlsx.TableFile;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which column names of a table mean what: fields go by their label in either language or by their id. */
public final class ColumnNames {
    /** People put titles, units and remarks above the names. */
    private static final int ROWS_LOOKED_AT = 10;
    private static final Pattern ENDING = Pattern.compile("^(.+)\\(([^()]+)\\)$");

    private final Map<String, String> meanings = new LinkedHashMap<>();
    private final Map<String, FieldType> types = new LinkedHashMap<>();
    private final List<String> offered = new ArrayList<>();
    private final String moneyUnit;

    /** Names for tables about this form; {@code 预算数（万元）} is taken for 预算数 when 万元 is what the form is in. */
    public ColumnNames(Template template) {
        moneyUnit = template.money();
    }

    /** Words that mean {@code meaning} unless they already mean something else. */
    public ColumnNames add(String meaning, String... words) {
        for (String word : words) {
            if (!word.isEmpty() && meanings.putIfAbsent(plain(word), meaning) == null) {
                offered.add(word);
            }
        }
        return this;
    }

    /** Fields mean {@code prefix + id}; a label that two of them share means neither. */
    public ColumnNames addFields(String prefix, Collection<Field> fields) {
        List<String> labels = fields.stream().flatMap(field -> List.of(plain(field.label().zh()), plain(field.label().en())).stream().distinct()).toList();
        for (Field field : fields) {
            types.put(prefix + field.id(), field.type());
            for (String word : List.of(field.label().zh(), field.label().en())) {
                if (Collections.frequency(labels, plain(word)) == 1) {
                    add(prefix + field.id(), word);
                }
            }
            add(prefix + field.id(), field.id());
        }
        return this;
    }

    public Optional<String> meaning(String heading) {
        String plain = plain(heading);
        Optional<String> whole = Optional.ofNullable(meanings.get(plain));
        Matcher ending = ENDING.matcher(plain);
        if (whole.isPresent() || !ending.matches()) {
            return whole;
        }
        String unit = ending.group(2);
        return Optional.ofNullable(meanings.get(ending.group(1))).filter(meaning -> {
            FieldType type = types.get(meaning);
            return type == FieldType.AMOUNT && unit.equals(moneyUnit) || type == FieldType.PERCENT && unit.equals("%");
        });
    }

    /** The end of a message about an unknown name: a suggestion, or nothing. */
    public Text hint(String heading) {
        return Nearest.hint(heading, offered);
    }

    /**
     * The row of column names.
     *
     * @param row      its number
     * @param columns  meaning by column, from 0
     * @param labels   the names as written, by column
     */
    public record Heading(int row, Map<Integer, String> columns, Map<Integer, String> labels) {
        /** Columns with a name that means nothing here. */
        public List<Integer> unknown() {
            return labels.keySet().stream().filter(column -> !columns.containsKey(column)).toList();
        }
    }

    /** The row with the most known names among the first ones; empty when there is no known name at all. */
    public Optional<Heading> find(List<TableFile.Row> rows) {
        Heading best = null;
        for (TableFile.Row row : rows.subList(0, Math.min(ROWS_LOOKED_AT, rows.size()))) {
            Map<Integer, String> columns = new TreeMap<>();
            Map<Integer, String> labels = new TreeMap<>();
            for (Map.Entry<Integer, TableCell> cell : row.cells().entrySet()) {
                String name = cell.getValue().text().strip();
                labels.put(cell.getKey(), name);
                meaning(name).ifPresent(meaning -> columns.put(cell.getKey(), meaning));
            }
            if (!columns.isEmpty() && (best == null || columns.size() > best.columns().size())) {
                best = new Heading(row.number(), columns, labels);
            }
        }
        return Optional.ofNullable(best);
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC).replaceAll("[\\s*:]+", "").toLowerCase(Locale.ROOT);
    }
}
