package goalsheet.fill;

import goalsheet.check.Checker;
import goalsheet.check.Reading;
import goalsheet.check.Reading.Typed;
import goalsheet.expr.Value;
import goalsheet.report.Annotator;
import goalsheet.rule.CellRules;
import goalsheet.rule.Entry;
import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.rule.Rule;
import goalsheet.rule.Severity;
import goalsheet.rule.value.Spelling;
import goalsheet.template.FieldReader;
import goalsheet.template.FieldType;
import goalsheet.template.FieldValue;
import goalsheet.text.Text;
import goalsheet.xlsx.Archive;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.TableCell;
import goalsheet.xlsx.UnreadableException;
import goalsheet.xlsx.WorkbookFile;
import goalsheet.xlsx.patch.CellEdit;
import goalsheet.xlsx.patch.CellEdits;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Mends in a returned workbook what is only form: spellings of values, numbers kept as text, other spellings of list items, stray
 * blanks. What is mended is what the check itself reads as the same; where a text could mean two things it stays, and so does
 * everything that is locked or calculated. Marks of an earlier check are taken out: they would speak of what is no more.
 */
public final class Mending {
    private static final Text NUMBER = Text.of("文本改为数字", "text made a number");
    private static final Text ITEM = Text.of("改为可选项的写法", "spelled as in the list");
    private static final Text SPELLING = Text.of("改为规范写法", "normal spelling");
    private static final Text ONCE = Text.of("符号、单位已在旁边一栏，只留数字", "sign and unit stand in their own columns");
    private static final Text BLANKS = Text.of("去掉多余空格", "stray blanks removed");
    private static final Text CODE = Text.of("编码改为半角大写，不留空格", "code in half-width capitals without blanks");

    private static final String SPELLING_RULE = "IND002";
    private static final String TWICE_RULE = "IND020";
    private static final String CODE_RULE = "COD001";
    private static final String UNIT_CODE = "[0-9]{6}";
    private static final String INNER_BLANKS = "[\\s\\u00a0\\u3000]+";

    /**
     * One mended cell.
     *
     * @param before the text that stood there
     * @param after  what stands there now, numbers as people write them; "" for nothing
     * @param why    what was done, in words
     */
    public record Change(Place place, String before, String after, Text why) {
    }

    private record Mended(Value value, Text why) {
    }

    private final byte[] workbook;
    private final Reading reading;
    private final Map<Place, List<Finding>> findings;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final List<CellEdit> edits = new ArrayList<>();
    private final List<Reading.Result> results;

    private Mending(byte[] workbook, Reading reading) {
        this.workbook = workbook;
        this.reading = reading;
        this.findings = reading.verdict().findings().stream().collect(Collectors.groupingBy(Finding::place));
        for (Typed cell : reading.typed()) {
            mended(cell).filter(mended -> !mended.value().show().equals(cell.entry().raw().show()) || mended.value() instanceof Value.Num)
                    .ifPresent(mended -> change(cell, mended));
        }
        this.results = changes.isEmpty() ? List.of() : reading.stale(values);
        results.forEach(result -> edits.add(edit(result.place(), result.value()).asResult()));
    }

    /**
     * Finds what there is to mend; the file is not touched.
     *
     * @return empty when the workbook is none that the check knows
     * @throws UnreadableException when it is no workbook
     */
    public static Optional<Mending> of(Checker checker, Path file, WorkbookFile workbook) throws UnreadableException {
        Archive archive = workbook.archive().orElseThrow(() -> new UnreadableException(UnreadableException.Reason.OLD_XLS, "cannot be changed"));
        Optional<Reading> reading = checker.read(file, workbook);
        if (reading.isEmpty()) {
            return Optional.empty();
        }
        byte[] bare = Annotator.strip(archive.file());
        return (bare == archive.file() ? reading : checker.read(file, WorkbookFile.of(bare, WorkbookFile.Opening.PLAIN))).map(bareReading -> new Mending(bare, bareReading));
    }

    /** What is mended, in the order of the workbook. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** How many results of formulas are brought up to date with it. */
    public int results() {
        return results.size();
    }

    /**
     * The mended workbook.
     *
     * @throws UnreadableException when the workbook is too odd to be changed
     */
    public byte[] workbook() throws UnreadableException {
        return CellEdits.apply(workbook, edits);
    }

    private void change(Typed cell, Mended mended) {
        Entry entry = cell.entry();
        Value value = mended.value();
        String after = value instanceof Value.Num num ? CellRules.show(entry.field(), num.number()) : value.show();
        changes.add(new Change(entry.place(), entry.raw().show(), after, mended.why()));
        values.put(cell.path(), value);
        edits.add(edit(entry.place(), value instanceof Value.Num num && entry.field().type() == FieldType.PERCENT ? Value.of(num.number().movePointLeft(2)) : value));
    }

    private static CellEdit edit(Place place, Value value) {
        Ref cell = Ref.parse(place.cell());
        return value instanceof Value.Num num ? CellEdit.number(place.sheet(), cell, num.number()) : CellEdit.text(place.sheet(), cell, value.show());
    }

    private Optional<Mended> mended(Typed cell) {
        Entry entry = cell.entry();
        if (Spelling.strip(entry.raw().show()).isEmpty()) {
            return Optional.of(new Mended(Value.BLANK, BLANKS));
        }
        return switch (entry.field().type()) {
            case AMOUNT, NUMBER, PERCENT -> number(cell);
            case LIST -> item(entry);
            case TEXT, LONG_TEXT, CODE -> Optional.of(text(cell));
            case DATE -> Optional.empty();
        };
    }

    private Optional<Mended> number(Typed cell) {
        Entry entry = cell.entry();
        return told(entry, CellRules.TEXT_NUMBER).flatMap(finding -> entry.value()).filter(value -> value instanceof Value.Num num
                && (entry.field().type() != FieldType.PERCENT || isClear(cell, num.number()))).map(value -> new Mended(value, NUMBER));
    }

    /** Whether points are meant and will be read again: 0.2 and 1 without a sign may be either, and a format that is lost makes 1.2 of 120 %. */
    private static boolean isClear(Typed cell, BigDecimal points) {
        String text = cell.entry().raw().show();
        boolean meant = Spelling.tidy(text).endsWith("%") || points.signum() == 0
                || FieldReader.read(cell.entry().field(), Map.of(), TableCell.text(text), "") instanceof FieldValue.Read read && read.value().show().equals(Value.of(points).show());
        return meant && (cell.isPercent() || points.compareTo(BigDecimal.valueOf(100)) <= 0);
    }

    private Optional<Mended> item(Entry entry) {
        boolean wrong = told(entry, CellRules.NOT_IN_LIST).or(() -> told(entry, CellRules.WRONG_PARENT)).isPresent();
        return wrong ? Optional.empty() : entry.value().map(value -> new Mended(value, value.show().equals(Spelling.strip(entry.raw().show())) ? BLANKS : ITEM));
    }

    private Mended text(Typed cell) {
        Entry entry = cell.entry();
        String typed = entry.raw().show();
        String bare = Spelling.strip(typed);
        Optional<Mended> spelled = found(entry, TWICE_RULE, bare).map(finding -> mended(finding, ONCE))
                .or(() -> found(entry, SPELLING_RULE, bare).map(finding -> mended(finding, SPELLING)))
                .or(() -> found(entry, CODE_RULE, bare).filter(finding -> finding.severity() == Severity.INFO).map(finding -> mended(finding, CODE)));
        if (spelled.isPresent()) {
            return spelled.get();
        }
        String closed = bare.replaceAll(INNER_BLANKS, "");
        boolean isUnit = cell.path().equals(reading.template().unitCode()) && closed.matches(UNIT_CODE);
        return new Mended(Value.of(isUnit ? closed : trimmed(typed, bare, entry.field().type())), BLANKS);
    }

    private static Mended mended(Finding finding, Text why) {
        return new Mended(Value.of(finding.expected().zh()), why);
    }

    /** Without blanks at its ends; a long text may keep the indent of its first paragraph. */
    private static String trimmed(String typed, String bare, FieldType type) {
        String indent = typed.substring(typed.lastIndexOf('\n', typed.indexOf(bare)) + 1, typed.indexOf(bare));
        return type == FieldType.LONG_TEXT && indent.matches("[ \u3000]*") ? indent + bare : bare;
    }

    private Optional<Finding> found(Entry entry, String rule, String value) {
        return found(entry, finding -> finding.rule().id().equals(rule) && finding.value().equals(value) && !finding.expected().isEmpty());
    }

    private Optional<Finding> told(Entry entry, Rule rule) {
        return found(entry, finding -> finding.rule() == rule);
    }

    private Optional<Finding> found(Entry entry, Predicate<Finding> wanted) {
        return findings.getOrDefault(entry.place(), List.of()).stream().filter(wanted).findFirst();
    }
}
