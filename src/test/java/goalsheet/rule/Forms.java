package goalsheet.rule;

import goalsheet.expr.Value;
import goalsheet.rule.Submission.Row;
import goalsheet.rule.Submission.Section;
import goalsheet.template.Field;
import goalsheet.template.FieldType;
import goalsheet.template.RuleUse;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import goalsheet.text.Text;
import goalsheet.xlsx.Ref;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small filled forms for tests of rules: sheet {@code project}, its single fields in row 1, its table {@code indicators} from row 2. */
final class Forms {
    static final String SHEET = "project";
    static final String TABLE = "indicators";
    private static final List<String> AMOUNTS = List.of("amount", "fiscal", "other");
    private static final List<String> YUAN = List.of("yuan", "other");

    private Forms() {
    }

    static Field field(String id, FieldType type) {
        return new Field(id, Text.of("字段" + id, "field " + id), type, false, Optional.empty(), Optional.empty(), 0, "", "", Text.EMPTY,
                Optional.empty());
    }

    /** An entry in the given row (from 1); its column is the order of the field in the row. */
    static Entry entry(String sheet, int row, int column, String id, String text) {
        if (AMOUNTS.contains(id) || YUAN.contains(id)) {
            Value amount = text.isEmpty() ? Value.BLANK : Value.of(new BigDecimal(text));
            return new Entry(field(id, FieldType.AMOUNT), place(sheet, row, column, id), amount, Optional.of(amount));
        }
        return new Entry(field(id, FieldType.TEXT), place(sheet, row, column, id), Value.of(text), Optional.of(Value.of(text)));
    }

    static Place place(String sheet, int row, int column, String id) {
        return new Place(sheet, new Ref(row - 1, column).toString(), id, Text.of("字段" + id, "field " + id));
    }

    /** One sheet with these fields and rows. */
    static Section section(int number, Map<String, String> fields, List<Map<String, String>> rows) {
        String sheet = "项目" + number;
        List<Row> filled = new ArrayList<>();
        for (Map<String, String> row : rows) {
            filled.add(new Row(filled.size() + 1, entries(sheet, filled.size() + 2, row)));
        }
        SheetDef def = new SheetDef(SHEET, Text.of("项目{n}", "Project {n}"), Optional.empty(), false, Map.of(), Map.of(), List.of(), List.of());
        return new Section(def, number, sheet, entries(sheet, 1, fields), Map.of(TABLE, filled));
    }

    private static Map<String, Entry> entries(String sheet, int row, Map<String, String> texts) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        texts.forEach((id, text) -> entries.put(id, entry(sheet, row, entries.size(), id, text)));
        return entries;
    }

    /** The sheets of an example. */
    static Submission of(Example.Entries example) {
        List<Section> sections = new ArrayList<>();
        example.sheets().forEach(sheet -> sections.add(section(sections.size() + 1, sheet.fields(), sheet.rows())));
        return of(sections.toArray(Section[]::new));
    }

    static Submission of(Section... sections) {
        Template template = new Template("test", 1, List.of(), Text.same("test"), 2023, "", "", Map.of(), List.of(), List.of());
        return new Submission(template, List.of(sections));
    }

    /** One sheet whose table has these rows. */
    static Submission table(List<Map<String, String>> rows) {
        return of(section(1, Map.of(), rows));
    }

    /** A row from id, text, id, text, …; the first field stands in column A. */
    static Map<String, String> row(String... idsAndTexts) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int at = 0; at < idsAndTexts.length; at += 2) {
            row.put(idsAndTexts[at], idsAndTexts[at + 1]);
        }
        return row;
    }

    /** A use on the rows of the table (or, with table "", on the sheet); the field {@code value} carries the finding. */
    static RuleUse use(String id, String table, Map<String, List<String>> settings) {
        return new RuleUse(id, SHEET, table, List.of("value"), "", Optional.empty(), Optional.empty(), List.of(), Text.EMPTY, Text.EMPTY, Text.EMPTY,
                Map.of(), settings, 1);
    }

    /** A use on the rows whose roles are fields of the same names. */
    static RuleUse use(String id) {
        return use(id, TABLE, Map.of("value", List.of("value"), "name", List.of("name"), "kind", List.of("kind"), "description",
                List.of("description"), "direction", List.of("direction"), "budget", List.of("budget")));
    }

    /** The use that an example is meant for: what it names {@code value} or {@code amount} carries the finding, on the sheet or in its rows. */
    static RuleUse use(String id, Example.Entries example) {
        Map<String, List<String>> settings = new LinkedHashMap<>(use(id).settings());
        settings.put("text", List.of("text"));
        settings.put("rows", List.of(TABLE));
        if (!example.rows().isEmpty() && example.rows().get(0).containsKey("sign")) {
            settings.put("value", List.of("sign", "value", "unit"));
        }
        boolean yuan = example.sheets().get(0).fields().containsKey("yuan");
        boolean amounts = yuan || example.sheets().get(0).fields().containsKey("amount");
        if (yuan) {
            settings.put("amounts", List.of("元"));
        }
        return new RuleUse(id, SHEET, amounts || isOnSheet(example) ? "" : TABLE, yuan ? YUAN : amounts ? AMOUNTS : List.of("value"), "", Optional.empty(), Optional.empty(),
                List.of(), Text.EMPTY, Text.EMPTY, Text.EMPTY, Map.of(), settings, 1);
    }

    /** Whether the value that carries the finding stands on the sheet, not in its rows. */
    static boolean isOnSheet(Example.Entries example) {
        return example.sheets().get(0).fields().containsKey("value");
    }

    static List<Finding> check(RuleUse use, Submission submission) {
        List<Finding> found = new ArrayList<>();
        CodedRules.of(use.id()).orElseThrow().check(use, submission, found::add);
        return found;
    }

    /** Findings as {@code severity id sheet!cell value}, short enough for exact lists. */
    static List<String> told(RuleUse use, Submission submission) {
        return check(use, submission).stream().map(finding -> finding.severity() + " " + finding.rule().id() + " " + finding.place().sheet() + "!"
                + finding.place().cell() + " " + finding.value()).toList();
    }

    /** Findings of several rules on the rows, one rule after the other. */
    static List<String> told(Submission submission, String... ids) {
        return Arrays.stream(ids).flatMap(id -> told(use(id), submission).stream()).toList();
    }
}
