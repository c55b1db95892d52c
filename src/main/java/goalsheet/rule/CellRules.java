package goalsheet.rule;

import static goalsheet.rule.Severity.ERROR;
import static goalsheet.rule.Severity.WARNING;

import goalsheet.expr.Value;
import goalsheet.layout.CellCondition;
import goalsheet.template.Field;
import goalsheet.template.FieldType;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/** What a single entry cell can have wrong by the definition of its field. */
public final class CellRules {
    public static final Rule REQUIRED = rule(CellCondition.REQUIRED.id(), ERROR, CellCondition.REQUIRED.summary(),
            Text.of("{label}没有填写。", "{label} is blank."),
            Text.of("请补填。{prompt}", "Fill it in. {prompt}"));
    public static final Rule NOT_A_NUMBER = rule(CellCondition.NOT_A_NUMBER.id(), ERROR, CellCondition.NOT_A_NUMBER.summary(),
            Text.of("{label}应填{expected}，现在是“{value}”。", "{label} takes {expected}; '{value}' stands there."),
            Text.of("请只填{expected}，不要带单位和说明文字。", "Write only {expected}, without unit or words."));
    public static final Rule OUT_OF_RANGE = rule(CellCondition.OUT_OF_RANGE.id(), ERROR, CellCondition.OUT_OF_RANGE.summary(),
            Text.of("{label}为 {value}，超出允许范围。", "{label} is {value}, which is out of range."),
            Text.of("{label}应{expected}，请核对后改正。", "{label} must be {expected}; check the figure."));
    public static final Rule NOT_IN_LIST = rule(CellCondition.NOT_IN_LIST.id(), ERROR, CellCondition.NOT_IN_LIST.summary(),
            Text.of("{label}“{value}”不在可选项中。{hint}", "{label}: '{value}' is not an item of the list.{hint}"),
            Text.of("请从下拉菜单中选择：{expected}。", "Choose from the list: {expected}."));
    public static final Rule WRONG_PARENT = rule(CellCondition.WRONG_PARENT.id(), ERROR, CellCondition.WRONG_PARENT.summary(),
            Text.of("{label}“{value}”不属于“{parent}”。", "{label}: '{value}' does not belong to '{parent}'."),
            Text.of("“{parent}”下可选：{expected}；或者改选{parentLabel}。", "'{parent}' has: {expected}; or change {parentLabel}."));
    public static final Rule TOO_LONG = rule(CellCondition.TOO_LONG.id(), ERROR, CellCondition.TOO_LONG.summary(),
            Text.of("{label}有 {length} 个字，超过 {limit} 个字。", "{label} has {length} characters, more than {limit}."),
            Text.of("{label}请压缩到 {expected}。", "Shorten {label} to {expected}."));
    public static final Rule TEXT_NUMBER = rule("STR007", WARNING, Text.of("数字以文本形式存放", "a number stored as text"),
            Text.of("{label}“{value}”是文本形式的数字，已按 {read} 读取；表内公式不会计入它。", "{label}: '{value}' is text; it was read as {read}, but formulas in the workbook leave it out."),
            Text.of("清空该单元格，重新输入数字 {read}。", "Clear the cell and type the number {read}."));
    public static final Rule CELL_ERROR = rule("STR008", ERROR, Text.of("单元格显示错误值", "a cell shows an error value"),
            Text.of("{label}显示为 {value}，没有有效内容。", "{label} shows {value} instead of a value."),
            Text.of("清空该单元格，直接填写{label}。", "Clear the cell and type the value itself."));

    private CellRules() {
    }

    private static Rule rule(String id, Severity severity, Text summary, Text message, Text remedy) {
        return new Rule(id, severity, summary, message, remedy).because(Text.EMPTY, Rule.THE_FORM);
    }

    /** Every rule here, for the catalogue. */
    public static List<Rule> all() {
        return List.of(REQUIRED, NOT_A_NUMBER, OUT_OF_RANGE, NOT_IN_LIST, WRONG_PARENT, TOO_LONG, TEXT_NUMBER, CELL_ERROR);
    }

    /** What a field takes, in words that follow "must be": 在 0% 到 100% 之间, 60 个字以内, …; the items of a list are told by {@link #NOT_IN_LIST} itself. */
    public static Text allowed(Field field) {
        if (!field.type().isNumeric()) {
            return field.length() > 0 ? Text.of(field.length() + " 个字以内", "at most " + field.length() + " characters") : Text.EMPTY;
        }
        if (field.min().isPresent() && field.max().isPresent()) {
            String min = limit(field, field.min().get());
            String max = limit(field, field.max().get());
            return Text.of("在 " + min + " 到 " + max + " 之间", "between " + min + " and " + max);
        }
        return field.min().map(min -> atLeast(field, min)).or(() -> field.max().map(max -> atMost(field, max))).orElse(kind(field));
    }

    /** The one limit that a number has crossed; both for a date, whose range says which period is meant. */
    public static Text crossed(Field field, BigDecimal number) {
        if (field.type() == FieldType.DATE) {
            return allowed(field);
        }
        return field.min().filter(min -> number.compareTo(min) < 0).map(min -> atLeast(field, min))
                .or(() -> field.max().map(max -> atMost(field, max))).orElse(Text.EMPTY);
    }

    private static Text atLeast(Field field, BigDecimal min) {
        return Text.of("不小于 " + limit(field, min), "at least " + limit(field, min));
    }

    private static Text atMost(Field field, BigDecimal max) {
        return Text.of("不超过 " + limit(field, max), "at most " + limit(field, max));
    }

    /** Limits of amounts are long: with their thousands parted they can be read. */
    private static String limit(Field field, BigDecimal limit) {
        return field.type() == FieldType.DATE || field.type() == FieldType.PERCENT ? show(field, limit)
                : new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(limit);
    }

    /** What kind of number a field takes, in words. */
    public static Text kind(Field field) {
        return switch (field.type()) {
            case PERCENT -> Text.of("百分比（如 25%）", "a percentage (such as 25%)");
            case DATE -> Text.of("日期（如 2023-01-15）", "a date (such as 2023-01-15)");
            default -> Text.of("数字（如 12.5）", "a number (such as 12.5)");
        };
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
