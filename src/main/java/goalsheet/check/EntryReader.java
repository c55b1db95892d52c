package goalsheet.check;

import goalsheet.expr.Value;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.rule.Entry;
import goalsheet.rule.Submission;
import goalsheet.template.CodeList;
import goalsheet.template.Field;
import goalsheet.template.FieldReader;
import goalsheet.template.FieldType;
import goalsheet.template.FieldValue;
import goalsheet.template.Table;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.TableCell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the fields of a returned workbook: what the cells hold, and what that means for their types. */
final class EntryReader {
    /** A spreadsheet shows 15 digits; what it stores beyond them is noise of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    private static final BigDecimal DAYS_1904 = BigDecimal.valueOf(1462);

    private final Workbook workbook;

    EntryReader(Workbook workbook) {
        this.workbook = workbook;
    }

    Submission read() {
        List<Submission.Section> sections = new ArrayList<>();
        for (SheetLayout sheet : workbook.layout().sheets()) {
            if (workbook.sheet(sheet).isPresent()) {
                sections.add(section(sheet));
            }
        }
        return new Submission(workbook.layout().template(), List.copyOf(sections));
    }

    private Submission.Section section(SheetLayout sheet) {
        Map<String, Entry> fields = new LinkedHashMap<>();
        Map<String, List<Submission.Row>> tables = new LinkedHashMap<>();
        Map<String, Map<Integer, Map<String, Entry>>> rows = new LinkedHashMap<>();
        for (Slot slot : sheet.slots()) {
            // A table may have fewer rows than the form gave it, other fields cannot be done without.
            if (slot.field().isEmpty() || !slot.table().isEmpty() && workbook.isRowGone(sheet, slot)) {
                continue;
            }
            Entry entry = entry(sheet, slot);
            if (slot.table().isEmpty()) {
                fields.put(entry.field().id(), entry);
            } else {
                rows.computeIfAbsent(slot.table(), table -> new LinkedHashMap<>()).computeIfAbsent(slot.index(), index -> new LinkedHashMap<>())
                        .put(entry.field().id(), entry);
            }
        }
        for (Table table : sheet.def().tables().values()) {
            List<Submission.Row> list = new ArrayList<>();
            rows.getOrDefault(table.id(), Map.of()).forEach((index, entries) -> list.add(new Submission.Row(index, entries)));
            tables.put(table.id(), List.copyOf(list));
        }
        return new Submission.Section(sheet.def(), sheet.number(), workbook.name(sheet), fields, tables);
    }

    private Entry entry(SheetLayout sheet, Slot slot) {
        Field field = slot.field().orElseThrow();
        Value raw = workbook.cell(sheet, slot).map(cell -> raw(cell, field)).orElse(Value.BLANK);
        return new Entry(field, workbook.place(sheet, slot), raw, meaning(field, raw));
    }

    /** What a cell holds: percentages in points, dates as days of the 1900 system, numbers in text fields as they are shown. */
    private Value raw(Snapshot.Cell cell, Field field) {
        return switch (cell.kind()) {
            case BLANK -> Value.BLANK;
            case TEXT -> Value.of(cell.text());
            case BOOL -> Value.of(cell.text());
            case ERROR -> new Value.Failed(cell.text());
            case NUMBER -> number(new BigDecimal(cell.text()).round(DIGITS), workbook.style(cell), field);
        };
    }

    private Value number(BigDecimal number, Snapshot.Style style, Field field) {
        return switch (field.type()) {
            case PERCENT -> Value.ofPercent(number);
            case DATE -> Value.of(workbook.snapshot().date1904() ? number.add(DAYS_1904) : number);
            case AMOUNT, NUMBER -> Value.of(number);
            case TEXT, LONG_TEXT, CODE, LIST -> Value.of(shown(number, style));
        };
    }

    /** A number in a text field means what a person sees there. */
    private String shown(BigDecimal number, Snapshot.Style style) {
        if (style.isPercent()) {
            return Value.of(number.movePointRight(2)).show() + "%";
        }
        if (isDate(style.numberFormat()) && number.signum() > 0 && number.compareTo(LAST_DAY) <= 0) {
            java.time.LocalDate day = Value.date(workbook.snapshot().date1904() ? number.add(DAYS_1904) : number);
            return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        }
        return Value.of(number).show();
    }

    private static boolean isDate(String format) {
        return format.contains("yy") || format.contains("年") || format.contains("m/d") || format.contains("d-mmm");
    }

    /** Empty when the value cannot be read as the field's type. */
    private Optional<Value> meaning(Field field, Value raw) {
        if (raw instanceof Value.Failed) {
            return Optional.empty();
        }
        if (raw.isBlank()) {
            return Optional.of(Value.BLANK);
        }
        return switch (field.type()) {
            case AMOUNT, NUMBER, PERCENT -> raw instanceof Value.Num ? Optional.of(raw) : text(field, raw);
            case DATE -> raw instanceof Value.Num num
                    ? Optional.of(raw).filter(day -> num.number().signum() > 0 && num.number().compareTo(LAST_DAY) <= 0) : text(field, raw);
            case LIST -> list(field).official(raw.show()).<Value>map(Value.Str::new);
            case TEXT, CODE, LONG_TEXT -> Optional.of(Value.of(raw.show().strip()));
        };
    }

    private CodeList list(Field field) {
        return workbook.layout().template().lists().get(field.list());
    }

    private Optional<Value> text(Field field, Value raw) {
        return FieldReader.read(field, workbook.layout().template().lists(), TableCell.text(raw.show()), "") instanceof FieldValue.Read read
                ? Optional.of(read.value()) : Optional.empty();
    }

    /** Whether a number or a percentage stands in the cell as text, where the spreadsheet's own formulas do not count it. */
    static boolean isTextNumber(Entry entry) {
        return entry.field().type().isNumeric() && entry.field().type() != FieldType.DATE && entry.raw() instanceof Value.Str && !entry.isBlank()
                && entry.value().isPresent();
    }
}
