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
import java.util.regex.Pattern;

/** What a single entry cell can have wrong by the definition of its field. */
public final class CellRules {
    public static final Rule REQUIRED = rule(CellCondition.REQUIRED.id(), ERROR, CellCondition.REQUIRED.summary(),
            Text.of("{label}没有填写。", "{label}: nothing is filled in."),
            Text.of("请补填。{prompt}", "Fill it in. {prompt}"))
            .withExamples(List.of(Example.deed("资金用途没有填", "no use of funds", "clear project[1].use"),
                            Example.deed("资金用途只打了一个全角空格", "nothing but a blank of full width", "type project[1].use 　")),
                    List.of(Example.deed("联系电话不是必填项，没有填", "no telephone, which is not required", "clear cover.phone"),
                            Example.deed("多余的项目表整张空着", "a spare project sheet left blank", "type cover.phone 0315-5550136")));
    public static final Rule NOT_A_NUMBER = rule(CellCondition.NOT_A_NUMBER.id(), ERROR, CellCondition.NOT_A_NUMBER.summary(),
            Text.of("{label}应填{expected}，现在是“{value}”。", "{label} takes {expected}; '{value}' stands there."),
            Text.of("{cure}", "{cure}"))
            .withExamples(List.of(Example.deed("其他资金填“2万元”", "2万元 for an amount", "type project[1].other 2万元"),
                            Example.deed("支出计划填“过半”", "过半 for a percentage", "type project[1].plan.m6 过半"),
                            Example.deed("填报日期填“12月20日”，没有年份", "a day without its year for the date", "type cover.fill_date 12月20日"),
                            Example.deed("没有其他资金，填了“/”", "/ for an amount that is none", "type project[1].other /")),
                    List.of(Example.deed("其他资金填 2", "2 for an amount", "type project[1].other 2"),
                            Example.deed("填“1,235.8”，带千位分隔符", "1,235.8 with its thousands parted", "type project[1].other '1,235.8"),
                            Example.deed("填全角数字“１２”", "digits of full width", "type project[1].other １２")));
    public static final Rule OUT_OF_RANGE = rule(CellCondition.OUT_OF_RANGE.id(), ERROR, CellCondition.OUT_OF_RANGE.summary(),
            Text.of("{label}为 {value}，超出允许范围。", "{label} is {value}, which is out of range."),
            Text.of("{label}应{expected}，请核对后改正。", "{label} must be {expected}; check the figure."))
            .withExamples(List.of(Example.deed("支出计划填 120%", "120 % in a spend plan", "type project[1].plan.m12 120%"),
                            Example.deed("其他资金填 -10", "-10 for an amount", "type project[1].other -10")),
                    List.of(Example.deed("支出计划填 0%", "0 % in a spend plan", "type project[1].plan.m3 0%"),
                            Example.deed("其他资金填 0", "0 for an amount", "type project[1].other 0")));
    public static final Rule NOT_IN_LIST = rule(CellCondition.NOT_IN_LIST.id(), ERROR, CellCondition.NOT_IN_LIST.summary(),
            Text.of("{label}“{value}”不在可选项中。{hint}", "{label}: '{value}' is not an item of the list.{hint}"),
            Text.of("请从下拉菜单中选择：{expected}。", "Choose from the list: {expected}."))
            .withExamples(List.of(Example.deed("一级指标写成“产处指标”", "产处指标 for 产出指标", "type project[1].indicators[1].level1 产处指标"),
                            Example.deed("二级指标写成“数量目标”", "数量目标 for 数量指标", "type project[1].indicators[1].level2 数量目标")),
                    List.of(Example.deed("省略“指标”二字，写成“产出”", "产出, without its ending", "type project[1].indicators[1].level1 产出"),
                            Example.deed("带分值，写成“产出指标（50分）”", "an item with its points", "type project[1].indicators[1].level1 产出指标（50分）"),
                            Example.deed("前面多了空格", "a blank before an item", "type project[1].indicators[1].level1  产出指标")));
    public static final Rule WRONG_PARENT = rule(CellCondition.WRONG_PARENT.id(), ERROR, CellCondition.WRONG_PARENT.summary(),
            Text.of("{label}“{value}”不属于“{parent}”。", "{label}: '{value}' does not belong to '{parent}'."),
            Text.of("“{parent}”下可选：{expected}；或者改选{parentLabel}。", "'{parent}' has: {expected}; or change {parentLabel}."))
            .withExamples(List.of(Example.deed("产出指标下选了“经济效益指标”", "经济效益指标 under 产出指标", "type project[1].indicators[1].level2 经济效益指标")),
                    List.of(Example.deed("产出指标下选了“质量指标”", "质量指标 under 产出指标", "type project[1].indicators[1].level2 质量指标"),
                            Example.deed("效益指标下写了旧名称“环境效益指标”", "an older name that means an item of 效益指标", "type project[1].indicators[5].level2 环境效益指标")));
    public static final Rule TOO_LONG = rule(CellCondition.TOO_LONG.id(), ERROR, CellCondition.TOO_LONG.summary(),
            Text.of("{label}有 {length} 个字，超过 {limit} 个字。", "{label} has {length} characters, more than {limit}."),
            Text.of("{label}请压缩到 {expected}。", "Shorten {label} to {expected}."))
            .withExamples(List.of(Example.deed("指标值限 50 个字，写了 51 个", "51 characters where 50 are allowed", "type project[1].indicators[1].value " + "件".repeat(51))),
                    List.of(Example.deed("写满 50 个字", "50 characters where 50 are allowed", "type project[1].indicators[1].value " + "件".repeat(50))));
    public static final Rule TEXT_NUMBER = rule("STR007", WARNING, Text.of("数字或日期以文本形式存放", "a number or a date stored as text"),
            Text.of("{label}“{value}”是以文本形式存放的，已按 {read} 读取；表内公式不会计入它。", "{label}: '{value}' is text; it was read as {read}, but formulas in the workbook leave it out."),
            Text.of("先把单元格格式改为“{format}”，再重新输入 {read}；表有保护、改不了格式的，复制一个填对的同类单元格粘贴过来再改数。",
                    "Set the format of the cell to {format} first, then type {read} again; where protection forbids that, copy a cell of the same kind that is right, paste it here and change its number."))
            .withExamples(List.of(Example.deed("其他资金是文本形式的 2", "2 stored as text", "type project[1].other '2"),
                            Example.deed("支出计划是文本形式的 20%", "20% stored as text", "type project[1].plan.m3 '20%"),
                            Example.deed("支出计划是文本形式的 0.2，同数字 0.2 一样按 20% 读取", "0.2 stored as text, which means 20 % as the number 0.2 does", "type project[1].plan.m3 '0.2"),
                            Example.deed("填报日期是文本“2022年12月20日”", "a date stored as text", "type cover.fill_date '2022年12月20日"),
                            Example.deed("填报日期写成“2022 年 12 月 20 日”，带空格", "a date with blanks in it", "type cover.fill_date '2022 年 12 月 20 日"),
                            Example.deed("填报日期写成“2023年元月11日”", "元月 for January", "type cover.fill_date '2023年元月11日"),
                            Example.deed("填报日期带时间“2022-12-20 10:30”", "a date with the time of day", "type cover.fill_date '2022-12-20 10:30")),
                    List.of(Example.deed("其他资金填数字 2", "2 as a number", "type project[1].other 2"),
                            Example.deed("电话本来就是文本", "a telephone, which is text by nature", "type cover.phone '03155550136")));
    public static final Rule CELL_ERROR = rule("STR008", ERROR, Text.of("单元格显示错误值", "a cell shows an error value"),
            Text.of("{label}显示为 {value}，没有有效内容。", "{label} shows {value} instead of a value."),
            Text.of("清空该单元格，直接填写{label}。", "Clear the cell and type the value itself."))
            .withExamples(List.of(Example.deed("资金用途显示 #N/A", "#N/A for the use of funds", "error project[1].use #N/A"),
                            Example.deed("其他资金显示 #VALUE!", "#VALUE! for an amount", "error project[1].other #VALUE!")),
                    List.of(Example.deed("文字里提到 #N/A", "a text that mentions #N/A", "type project[1].use 用于升级系统，消除报表中的 #N/A 等错误"),
                            Example.deed("填的不是数字，是另一种问题", "words for an amount, which is another mistake", "type project[1].other 2万元")));

    /** How people write that there is none. */
    private static final Pattern NOTHING = Pattern.compile("[-/\\\\—–―－_＿／＼]+|无|没有|暂无");

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

    /** What to do about something that is no number, no percentage or no date, as its field takes. */
    public static Text cure(Field field, String shown) {
        if (field.type() == FieldType.DATE) {
            return Text.of("请写全年月日，如 2023-12-20 或 2023年12月20日。", "Write year, month and day in full, such as 2023-12-20 or 2023年12月20日.");
        }
        Text kind = kind(field);
        if (!NOTHING.matcher(shown).matches()) {
            return Text.of("请只填" + kind.zh() + "，不要带单位和说明文字。", "Write only " + kind.en() + ", without unit or words.");
        }
        return field.required() ? Text.of("这一项要填数，请填" + kind.zh() + "；确实没有的填 0。", "A number is wanted here: write " + kind.en() + ", or 0 if there is none.")
                : Text.of("没有的请留空，不要写“" + shown + "”。", "Leave it blank when there is none.");
    }

    /** What kind of number a field takes, in words. */
    public static Text kind(Field field) {
        return switch (field.type()) {
            case PERCENT -> Text.of("百分比（如 25%）", "a percentage (such as 25%)");
            case DATE -> Text.of("日期（如 2023-01-15）", "a date (such as 2023-01-15)");
            default -> Text.of("数字（如 12.5）", "a number (such as 12.5)");
        };
    }

    /** The number format, as a spreadsheet calls it, in which a cell keeps what its field takes. */
    public static Text format(Field field) {
        return switch (field.type()) {
            case PERCENT -> Text.of("百分比", "Percentage");
            case DATE -> Text.of("日期", "Date");
            default -> Text.of("常规", "General");
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
