package goalsheet.check;

import goalsheet.expr.Value;
import goalsheet.rule.value.Spelling;
import goalsheet.template.CodeList;
import goalsheet.template.Field;
import goalsheet.template.FieldReader;
import goalsheet.template.FieldType;
import goalsheet.template.FieldValue;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.TableCell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;

/** What the cells of a returned workbook hold, and what that means for a field. */
public final class CellMeaning {
    /** A spreadsheet shows 15 digits; what it stores beyond them is noise of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    private static final BigDecimal DAYS_1904 = BigDecimal.valueOf(1462);

    private static final Optional<Value> NOTHING = Optional.of(Value.BLANK);

    private final Snapshot snapshot;
    private final Map<String, CodeList> lists;

    public CellMeaning(Snapshot snapshot, Map<String, CodeList> lists) {
        this.snapshot = snapshot;
        this.lists = lists;
    }

    /** What a cell holds: percentages in points, dates as days of the 1900 system, numbers in text fields as they are shown. */
    public Value raw(Snapshot.Cell cell, Field field) {
        return switch (cell.kind()) {
            case BLANK -> Value.BLANK;
            case TEXT -> Value.of(cell.text());
            case BOOL -> Value.of(cell.text());
            case ERROR -> new Value.Failed(cell.text());
            case NUMBER -> number(new BigDecimal(cell.text()).round(DIGITS), snapshot.styles().get(cell.style()), field);
        };
    }

    private Value number(BigDecimal number, Snapshot.Style style, Field field) {
        return switch (field.type()) {
            case PERCENT -> Value.ofPercent(number);
            case DATE -> Value.of(snapshot.date1904() ? number.add(DAYS_1904) : number);
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
            java.time.LocalDate day = Value.date(snapshot.date1904() ? number.add(DAYS_1904) : number);
            return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        }
        return Value.of(number).show();
    }

    private static boolean isDate(String format) {
        return format.contains("yy") || format.contains("年") || format.contains("m/d") || format.contains("d-mmm");
    }

    /** Empty when the value cannot be read as the field's type. */
    public Optional<Value> meaning(Field field, Value raw) {
        if (raw instanceof Value.Failed) {
            return Optional.empty();
        }
        if (raw.isBlank()) {
            return NOTHING;
        }
        return switch (field.type()) {
            case AMOUNT, NUMBER, PERCENT -> raw instanceof Value.Num ? Optional.of(raw) : text(field, raw);
            case DATE -> raw instanceof Value.Num num
                    ? Optional.of(raw).filter(day -> num.number().signum() > 0 && num.number().compareTo(LAST_DAY) <= 0) : text(field, raw);
            case LIST -> lists.get(field.list()).official(raw.show()).<Value>map(Value.Str::new);
            case TEXT, CODE, LONG_TEXT -> Optional.of(Value.of(raw.show().strip()));
        };
    }

    /** A text of a percentage without its sign means what the number would: 0.3 is 30 %. */
    private Optional<Value> text(Field field, Value raw) {
        if (!(FieldReader.read(field, lists, TableCell.text(raw.show()), "") instanceof FieldValue.Read read)) {
            return Optional.empty();
        }
        boolean isBare = field.type() == FieldType.PERCENT && !Spelling.tidy(raw.show()).endsWith("%");
        return Optional.of(isBare && read.value() instanceof Value.Num num ? Value.ofPercent(num.number()) : read.value());
    }
}
