package goalsheet.rule;

import static goalsheet.rule.Severity.ERROR;
import static goalsheet.rule.Severity.INFO;
import static goalsheet.rule.Severity.WARNING;

import goalsheet.text.Text;
import java.util.List;

/** What a returned workbook can have wrong as a file, as one of our forms, and against the form it was made from. */
public final class FormRules {
    public static final Rule UNREADABLE = rule("FIL001", ERROR, Text.of("文件无法读取", "the file cannot be read"),
            Text.of("{reason}。", "{reason}."), Text.of("{cure}", "{cure}"));

    public static final Rule OLD_FORMAT = rule("FIL002", INFO, Text.of("旧版 .xls 格式", "the old .xls format"),
            Text.of("这份表存成了旧版 .xls 格式（WPS 的 .et 也是），已照常检查；旧格式存不下下拉菜单等内容。", "The form was saved in the old .xls format (or as WPS's .et). It was checked all the same, but that format loses dropdowns and the like."),
            Text.of("请用 Excel 或 WPS 打开，另存为“.xlsx 工作簿”，以后都用 .xlsx 报送。", "Open it in Excel or WPS, save it as an .xlsx workbook, and send .xlsx from now on."));

    public static final Rule NOT_OURS = rule("IDN001", ERROR, Text.of("不是下发的表样", "not one of our forms"),
            Text.of("这个工作簿不是下发的填报表，或者表的身份信息已经丢失。", "This workbook is not a form that was sent out, or it has lost its identity."),
            Text.of("请把内容填到财政部门下发的空表里再报送。", "Enter the contents in the form that the finance office sent out."));
    public static final Rule UNKNOWN_TEMPLATE = rule("IDN002", ERROR, Text.of("没有这种表样", "unknown template"),
            Text.of("表样“{value}”不在本机的表样目录中。", "Template '{value}' is not among the templates of this computer."),
            Text.of("把该表样的 .yaml 文件放到 templates 目录，或确认报送的是本年度的表。", "Put its .yaml file into the templates folder, or check that this is the right form."));
    public static final Rule OLDER_VERSION = rule("IDN003", ERROR, Text.of("表样版本过旧", "an outdated version of the form"),
            Text.of("这是第 {value} 版表样，现在使用第 {expected} 版。", "This is version {value} of the form; version {expected} is in use."),
            Text.of("请改用新表填报，可以把旧表内容复制过去（粘贴为数值）。", "Use the new form; the old contents can be copied into it as values."));
    public static final Rule NEWER_VERSION = rule("IDN004", ERROR, Text.of("表样版本比本程序的新", "a newer version of the form"),
            Text.of("这是第 {value} 版表样，本机只有第 {expected} 版。", "This is version {value} of the form; this computer has version {expected}."),
            Text.of("请更新本机的程序或表样文件后再检查。", "Update the program or the template file, then check again."));
    public static final Rule FINGERPRINT = rule("IDN005", ERROR, Text.of("表样校验码不符", "the form's fingerprint does not match"),
            Text.of("隐藏的身份信息与表样不一致，可能被改动过，或不是用本机的表样生成的。", "The hidden identity does not match the template: it was changed, or the form was made from another template."),
            Text.of("请用财政部门下发的原表填报。", "Use the form as the finance office sent it out."));

    public static final Rule FORMULA_REMOVED = rule("INT001", ERROR, Text.of("公式被删除", "a formula was removed"),
            Text.of("{label}的自动计算公式被删除了。", "{label}: the formula was removed."),
            Text.of("恢复公式 ={expected}，或把内容填到空表里。", "Put the formula back: ={expected}, or use a fresh form."));
    public static final Rule FORMULA_REPLACED = rule("INT002", ERROR, Text.of("公式被改成了固定值", "a formula was replaced by a constant"),
            Text.of("{label}应自动计算，现在被改成了固定值“{value}”。", "{label} calculates itself, but now holds the constant '{value}'."),
            Text.of("恢复公式 ={expected}，或把内容填到空表里。", "Put the formula back: ={expected}, or use a fresh form."));
    public static final Rule FORMULA_CHANGED = rule("INT003", ERROR, Text.of("公式被改动", "a formula was changed"),
            Text.of("{label}的公式被改成了“={value}”。", "{label}: the formula was changed to '={value}'."),
            Text.of("恢复公式 ={expected}，或把内容填到空表里。", "Put the formula back: ={expected}, or use a fresh form."));
    public static final Rule LABEL_CHANGED = rule("INT004", ERROR, Text.of("表样文字被改动", "printed words were changed"),
            Text.of("此处应为“{expected}”，现在是{now}。", "'{expected}' should stand here, now it is {now}."),
            Text.of("恢复为“{expected}”，或把内容填到空表里。", "Put '{expected}' back, or use a fresh form."));
    public static final Rule CONTROL_CHANGED = rule("INT005", ERROR, Text.of("财政部门填好的内容被改动", "a figure given by the office was changed"),
            Text.of("{label}由财政部门填为“{expected}”，现在是{now}。", "{label} was given by the office as '{expected}', now it is {now}."),
            Text.of("恢复为“{expected}”；有疑问请与财政部门联系。", "Put '{expected}' back; ask the office if you doubt it."));
    public static final Rule DROPDOWN_LOST = rule("INT006", INFO, Text.of("下拉菜单丢失", "a dropdown was lost"),
            Text.of("{label}的下拉菜单没有了，多半是粘贴时冲掉的。", "{label} lost the dropdown, most likely by pasting."),
            Text.of("内容有效就不用处理；粘贴时请选“粘贴为数值”。", "Nothing to do while the value is right; paste as values only."));
    public static final Rule SHEET_MISSING = rule("INT007", ERROR, Text.of("缺少工作表", "a sheet is missing"),
            Text.of("找不到工作表“{value}”，可能被删除了。", "Sheet '{value}' is missing; it may have been deleted."),
            Text.of("恢复工作表“{value}”，或把内容填到空表里；用不到的表留空即可，不要删除。", "Put the sheet back, or use a fresh form; leave sheets blank that you do not need."));
    public static final Rule FORMULA_TYPED = rule("INT008", WARNING, Text.of("填报单元格里写了公式", "a formula in an entry cell"),
            Text.of("{label}应直接填写，现在是公式“={value}”。", "{label} should be typed in; it holds the formula '={value}'."),
            Text.of("删去公式，直接填写结果 {result}。", "Delete the formula and type its result, {result}."));

    public static final Rule SELF_CHECK_CHANGED = rule("INT013", INFO, Text.of("右侧的填写检查被改动", "the self-check beside the form was changed"),
            Text.of("表右侧“填写检查”一栏的内容被改动，提示可能不准。", "The self-check beside the form was changed; what it says may be wrong."),
            Text.of("不影响填报内容，可以不处理。", "Nothing needs to be done; the contents of the form are not affected."));

    public static final Rule OFF_CONTROL = rule("AMT006", ERROR, Text.of("与财政部门给的控制数不符", "differs from the figure given by the office"),
            Text.of("{label}合计为 {value}，财政部门给的控制数是 {expected}，相差 {gap}。", "{label} adds up to {value}; the office gave {expected}, a difference of {gap}."),
            Text.of("核对组成它的各项金额；对控制数有疑问请与财政部门联系。", "Check the amounts it is made of; ask the office if you doubt the figure."));

    public static final Rule STALE = rule("INT009", WARNING, Text.of("自动计算的结果没有更新", "calculated values are out of date"),
            Text.of("{label}应为 {expected}，文件里存的是{now}；共有 {count} 处没有重新计算。", "{label} should be {expected}, in the file it is {now}; not recalculated in all: {count}."),
            Text.of("用 Excel 或 WPS 打开，按 F9 重新计算，保存后再报送。", "Open the file, recalculate (F9), save it and send it again."));
    public static final Rule WRONG_RESULT = rule("INT010", ERROR, Text.of("自动计算的结果不对", "a calculated value is wrong"),
            Text.of("{label}按公式应为“{expected}”，文件里存的却是“{value}”，所依据的内容又都没有变。", "{label} should be '{expected}'; the file holds '{value}' although nothing it depends on can have changed."),
            Text.of("用 Excel 或 WPS 打开，按 F9 重新计算并保存；仍不对请用空表重新填报。", "Open the file, recalculate and save it; use a fresh form if it stays wrong."));

    public static final Rule SHEET_RENAMED = rule("INT011", WARNING, Text.of("工作表被改名", "a sheet was renamed"),
            Text.of("工作表“{expected}”被改名为“{value}”。", "Sheet '{expected}' was renamed to '{value}'."),
            Text.of("请改回“{expected}”。", "Name it '{expected}' again."));
    public static final Rule MOVED = rule("INT012", ERROR, Text.of("插入或删除了行列", "rows or columns were inserted or deleted"),
            Text.of("从这里起内容错开了，看来{how}了 {by} {what}，这张表无法继续检查。", "From here on everything has moved, {by} {what} seem to have been {how}; the rest of this sheet could not be checked."),
            Text.of("撤销对行列的增删，或把内容填到空表里。", "Undo that, or enter the contents in a fresh form."));

    private FormRules() {
    }

    private static Rule rule(String id, Severity severity, Text summary, Text message, Text remedy) {
        return new Rule(id, severity, summary, message, remedy).because(Text.EMPTY, Rule.THE_FORM);
    }

    /** What stands in a cell, in quotation marks, or that nothing does. */
    public static Text now(String value) {
        return value.isBlank() ? Text.of("空白", "blank") : Text.of("“" + value + "”", "'" + value + "'");
    }

    /** Every rule here, for the catalogue. */
    public static List<Rule> all() {
        return List.of(UNREADABLE, OLD_FORMAT, NOT_OURS, UNKNOWN_TEMPLATE, OLDER_VERSION, NEWER_VERSION, FINGERPRINT, FORMULA_REMOVED, FORMULA_REPLACED,
                FORMULA_CHANGED, LABEL_CHANGED, CONTROL_CHANGED, DROPDOWN_LOST, SHEET_MISSING, FORMULA_TYPED, SELF_CHECK_CHANGED, OFF_CONTROL, STALE, WRONG_RESULT, SHEET_RENAMED,
                MOVED);
    }
}
