package goalsheet.rule;

import static goalsheet.rule.Severity.ERROR;
import static goalsheet.rule.Severity.WARNING;

import goalsheet.expr.Value;
import goalsheet.template.Field;
import goalsheet.template.FieldType;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.util.List;

/** What a single entry cell can have wrong by the definition of its field. */
public final class CellRules {
    public static final Rule REQUIRED = new Rule("STR001", ERROR, Text.of("必填项没有填", "a required field is blank"),
            Text.of("{label}没有填写。", "{label} is blank."),
            Text.of("请填写{label}。", "Fill in {label}."));
    public static final Rule NOT_A_NUMBER = new Rule("STR002", ERROR, Text.of("不是数字", "not a number"),
            Text.of("{label}应填{expected}，现在是“{value}”。", "{label} takes {expected}; '{value}' stands there."),
            Text.of("{label}只填{expected}，不带单位和其他文字。", "Write {expected} for {label}, without unit or words."));
    public static final Rule OUT_OF_RANGE = new Rule("STR003", ERROR, Text.of("数值超出允许范围", "a number out of range"),
            Text.of("{label}为 {value}，超出允许范围（{expected}）。", "{label} is {value}, outside {expected}."),
            Text.of("{label}请填{expected}。", "Give {label} as {expected}."));
    public static final Rule NOT_IN_LIST = new Rule("STR004", ERROR, Text.of("不在可选项中", "not an item of the list"),
            Text.of("{label}“{value}”不在可选项中。{hint}", "{label}: '{value}' is not an item of the list. {hint}"),
            Text.of("请从下拉菜单中选择{label}：{expected}。", "Choose {label} from the list: {expected}."));
    public static final Rule WRONG_PARENT = new Rule("STR005", ERROR, Text.of("与上级不匹配", "does not belong to its parent"),
            Text.of("{label}“{value}”不属于“{parent}”。", "{label}: '{value}' does not belong to '{parent}'."),
            Text.of("“{parent}”下可选：{expected}；或者改选{parentLabel}。", "'{parent}' has: {expected}; or change {parentLabel}."));
    public static final Rule TOO_LONG = new Rule("STR006", ERROR, Text.of("文字过长", "a text too long"),
            Text.of("{label}有 {length} 个字，超过 {limit} 个字。", "{label} has {length} characters, more than {limit}."),
            Text.of("{label}请压缩到{expected}。", "Shorten {label} to {expected}."));
    public static final Rule TEXT_NUMBER = new Rule("STR007", WARNING, Text.of("数字以文本形式存放", "a number stored as text"),
            Text.of("{label}“{value}”是文本形式的数字，已按 {read} 读取；合计公式不会计入它。", "{label}: '{value}' is text; it was read as {read}, but totals in the workbook leave it out."),
            Text.of("清空该单元格，重新输入数字 {read}。", "Clear the cell and type the number {read}."));
    public static final Rule CELL_ERROR = new Rule("STR008", ERROR, Text.of("单元格显示错误值", "a cell shows an error value"),
            Text.of("{label}显示为 {value}，没有有效内容。", "{label} shows {value} instead of a value."),
            Text.of("清空该单元格，直接填写{label}。", "Clear the cell and type {label}."));

    private CellRules() {
    }

    /** Every rule here, for the catalogue. */
    public static List<Rule> all() {
        return List.of(REQUIRED, NOT_A_NUMBER, OUT_OF_RANGE, NOT_IN_LIST, WRONG_PARENT, TOO_LONG, TEXT_NUMBER, CELL_ERROR);
    }

    /** What a field takes, in words: 0 到 100%, 不超过 60 个字, …; the items of a list are told by {@link #NOT_IN_LIST} itself. */
    public static Text allowed(Field field) {
        if (!field.type().isNumeric()) {
            return field.length() > 0 ? Text.of(field.length() + " 个字以内", "at most " + field.length() + " characters") : Text.EMPTY;
        }
        if (field.min().isPresent() && field.max().isPresent()) {
            return Text.of(show(field, field.min().get()) + " 到 " + show(field, field.max().get()) + ending(field).zh(),
                    ending(field).en() + show(field, field.min().get()) + " to " + show(field, field.max().get()));
        }
        if (field.min().isPresent()) {
            return Text.of("不小于 " + show(field, field.min().get()) + ending(field).zh(), ending(field).en() + "at least " + show(field, field.min().get()));
        }
        return kind(field);
    }

    /** What kind of number a field takes, in words. */
    public static Text kind(Field field) {
        return switch (field.type()) {
            case PERCENT -> Text.of("百分比（如 25%）", "a percentage (such as 25%)");
            case DATE -> Text.of("日期（如 2023-01-15）", "a date (such as 2023-01-15)");
            default -> Text.of("数字", "a number");
        };
    }

    private static Text ending(Field field) {
        return field.type() == FieldType.DATE ? Text.of(" 的日期", "a date from ") : field.type() == FieldType.PERCENT ? Text.EMPTY : Text.of(" 的数字", "a number ");
    }

    /** A number as people write it for this field. */
    public static String show(Field field, BigDecimal limit) {
        return switch (field.type()) {
            case DATE -> Value.date(limit).toString();
            case PERCENT -> Value.of(limit).show() + "%";
            default -> Value.of(limit).show();
        };
    }
}
