package goalsheet.fill;

import goalsheet.check.CellMeaning;
import goalsheet.expr.Value;
import goalsheet.layout.FieldMap;
import goalsheet.rule.CellRules;
import goalsheet.template.CodeList;
import goalsheet.template.Field;
import goalsheet.template.FieldReader;
import goalsheet.template.FieldType;
import goalsheet.template.FieldValue;
import goalsheet.text.Text;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.TableCell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes what stands in a returned cell into what a field of the new form takes. A value that only breaks a rule stays as it is, so that
 * the check tells the unit of it; refused is what the new cell cannot hold as its type.
 */
final class Conversion {
    private static final String WAN = "万元";
    private static final String YUAN = "元";
    private static final int WAN_DIGITS = 4;

    private final CellMeaning cells;
    private final Map<String, CodeList> lists;
    private final String from;
    private final String to;

    /** @param from unit of amounts in the returned workbook, "" when it does not say  @param to unit in the new form */
    Conversion(CellMeaning cells, Map<String, CodeList> lists, String from, String to) {
        this.cells = cells;
        this.lists = lists;
        this.from = from;
        this.to = to;
    }

    /**
     * @param value   blank when there was nothing
     * @param changes what was done to it, in words; none when it is as it was
     * @param refused why it cannot be taken; empty when it can
     */
    record Result(Value value, List<Text> changes, Text refused) {
    }

    /** A figure of the office, in the unit of the new form. */
    Value given(Value value, FieldMap.At at, Field field) {
        return value instanceof Value.Num number ? money(number, at, field, new ArrayList<>()) : value;
    }

    /** What stands in a cell that should have calculated itself: a number in the unit of the new form, else as it is. */
    Value written(Snapshot.Cell cell, FieldMap.At at, Field field) {
        Value raw = cells.raw(cell, field);
        return given(cells.meaning(field, raw).orElse(raw), at, field);
    }

    Result convert(Snapshot.Cell cell, FieldMap.At at, Field field) {
        Value raw = cells.raw(cell, field);
        if (raw instanceof Value.Failed) {
            return refused(Text.of("公式没有结果（" + cell.text() + "）", "the formula has no result (" + cell.text() + ")"));
        }
        if (raw.isBlank()) {
            return cell.hasFormula() ? new Result(Value.BLANK, List.of(), Text.EMPTY) : new Result(raw, List.of(), Text.EMPTY);
        }
        List<Text> changes = new ArrayList<>();
        if (cell.hasFormula()) {
            changes.add(Text.of("公式改为结果", "the formula's result"));
        }
        raw = fromPercent(raw, cell, at, field);
        Optional<Value> meaning = cells.meaning(field, raw);
        return field.type().isNumeric() ? number(raw, meaning, at, field, changes) : text(cell, raw, meaning, field, changes);
    }

    /** A percentage that goes into another type of field: 25 or 25%, not 0.25. */
    private Value fromPercent(Value raw, Snapshot.Cell cell, FieldMap.At at, Field field) {
        if (at.type() != FieldType.PERCENT || field.type() == FieldType.PERCENT || cell.kind() != Snapshot.Kind.NUMBER) {
            return raw;
        }
        Value points = Value.ofPercent(new BigDecimal(cell.text()));
        return field.type().isNumeric() ? points : Value.of(points.show() + "%");
    }

    private Result number(Value raw, Optional<Value> meaning, FieldMap.At at, Field field, List<Text> changes) {
        if (meaning.isEmpty()) {
            return refused(reason(field, raw));
        }
        Value.Num number = (Value.Num) meaning.get();
        if (raw instanceof Value.Str) {
            changes.add(field.type() == FieldType.DATE ? Text.of("文本改为日期", "text made a date") : Text.of("文本改为数字", "text made a number"));
        }
        return new Result(money(number, at, field, changes), changes, Text.EMPTY);
    }

    private Value money(Value.Num number, FieldMap.At at, Field field, List<Text> changes) {
        boolean isMoney = at.type() == FieldType.AMOUNT && field.type() == FieldType.AMOUNT;
        if (isMoney && from.equals(YUAN) && to.equals(WAN)) {
            changes.add(Text.of("元换算为万元", "yuan made 10,000 yuan"));
            return Value.of(number.number().movePointLeft(WAN_DIGITS));
        }
        if (isMoney && from.equals(WAN) && to.equals(YUAN)) {
            changes.add(Text.of("万元换算为元", "10,000 yuan made yuan"));
            return Value.of(number.number().movePointRight(WAN_DIGITS));
        }
        return number;
    }

    private Text reason(Field field, Value raw) {
        if (raw instanceof Value.Str && FieldReader.read(field, lists, TableCell.text(raw.show()), "") instanceof FieldValue.Refused refused) {
            return refused.reason();
        }
        return Text.of("不是" + CellRules.kind(field).zh(), "not " + CellRules.kind(field).en());
    }

    private Result text(Snapshot.Cell cell, Value raw, Optional<Value> meaning, Field field, List<Text> changes) {
        String text = raw.show();
        if (text.length() > FieldReader.LONGEST_TEXT) {
            return refused(Text.of("文字有 " + text.length() + " 个字符，一个单元格最多放 " + FieldReader.LONGEST_TEXT + " 个",
                    "the text has " + text.length() + " characters, a cell holds at most " + FieldReader.LONGEST_TEXT));
        }
        if (cell.kind() == Snapshot.Kind.NUMBER) {
            changes.add(Text.of("数字改为文字", "number made text"));
        }
        String official = field.type() == FieldType.LIST ? meaning.map(Value::show).orElse(text) : text;
        if (!official.equals(text)) {
            changes.add(Text.of("改为可选项的写法", "spelled as in the list"));
        }
        return new Result(Value.of(official), changes, Text.EMPTY);
    }

    private static Result refused(Text why) {
        return new Result(Value.BLANK, List.of(), why);
    }
}
