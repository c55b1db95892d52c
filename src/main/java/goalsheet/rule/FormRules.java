package goalsheet.rule;

import static goalsheet.rule.Severity.ERROR;
import static goalsheet.rule.Severity.INFO;
import static goalsheet.rule.Severity.WARNING;

import goalsheet.text.Text;
import java.util.List;

/** What a returned workbook can have wrong as a file, as one of our forms, and against the form it was made from. */
public final class FormRules {
    public static final Rule UNREADABLE = rule("FIL001", ERROR, Text.of("文件无法读取", "the file cannot be read"),
            Text.of("{reason}。", "{reason}."), Text.of("{cure}", "{cure}"))
            .withExamples(List.of(Example.deed("邮件没有下载完，文件只有一半", "a file that was only half downloaded", "cut 20000"),
                            Example.deed("网页另存后改名为 .xlsx", "a web page renamed to .xlsx", "content <html><body>绩效目标</body></html>")),
                    List.of(Example.deed("表里另加了一张自己用的工作表", "a sheet of one's own added to the workbook", "add 测算")));

    public static final Rule OLD_FORMAT = rule("FIL002", INFO, Text.of("旧版 .xls 格式", "the old .xls format"),
            Text.of("这份表存成了旧版 .xls 格式（WPS 的 .et 也是），已照常检查；旧格式存不下下拉菜单等内容。", "The form was saved in the old .xls format (or as WPS's .et). It was checked all the same, but that format loses dropdowns and the like."),
            Text.of("请用 Excel 或 WPS 打开，另存为“.xlsx 工作簿”，以后都用 .xlsx 报送。", "Open it in Excel or WPS, save it as an .xlsx workbook, and send .xlsx from now on."))
            .withExamples(List.of(Example.deed("填好后另存成了 .xls", "saved as .xls after it was filled in", "save-as xls")),
                    List.of(Example.deed("自己加的工作表叫“底稿.xls”", "the name of a sheet of one's own ends in .xls", "add 底稿.xls")));

    public static final Rule NOT_OURS = rule("IDN001", ERROR, Text.of("不是下发的表样", "not one of our forms"),
            Text.of("这个工作簿不是下发的填报表，或者表的身份信息已经丢失。", "This workbook is not a form that was sent out, or it has lost its identity."),
            Text.of("请把内容填到财政部门下发的空表里再报送；内容还在本来的位置的，财政部门可以用 fill --from 直接填到新表里。",
                    "Enter the contents in the form that the finance office sent out; while they stand where they belong, the office can pour them into a new form with fill --from."))
            .withExamples(List.of(Example.deed("删掉了隐藏的身份表", "the hidden sheet with the form's identity deleted", "delete _goalsheet")),
                    List.of(Example.deed("工作表改了名", "a sheet renamed", "rename project[5] 劳务费"),
                            Example.deed("内容填错", "wrong entries", "type project[1].plan.m3 过半")));
    public static final Rule UNKNOWN_TEMPLATE = rule("IDN002", ERROR, Text.of("没有这种表样", "unknown template"),
            Text.of("表样“{value}”不在本机的表样目录中。", "Template '{value}' is not among the templates of this computer."),
            Text.of("把该表样的 .yaml 文件放到 templates 目录，或确认报送的是本年度的表。", "Put its .yaml file into the templates folder, or check that this is the right form."))
            .withExamples(List.of(Example.deed("用本机没有的 2031 年表样填的", "filled in on a form of 2031 that this computer does not have", "type _goalsheet!B2 'hebei-2031")),
                    List.of(Example.deed("文字被改动，表样还认得出", "words changed on a form that is known", "type cover!A1 绩效目标表")));
    /** The same where one form only is taken, whatever others there are. */
    public static final Rule ANOTHER_TEMPLATE = UNKNOWN_TEMPLATE.worded(Text.of("不是这次收的表样", "not the form that is collected"),
            Text.of("交来的是另一种表（{value}），这次收的是 {expected}。", "This is another form ({value}); {expected} is collected."),
            Text.of("请填这次下发的表；已填的内容可以复制过去（粘贴为数值）。", "Fill in the form that was sent out now; what is filled in can be copied over as values."));
    public static final Rule OLDER_VERSION = rule("IDN003", ERROR, Text.of("表样版本过旧", "an outdated version of the form"),
            Text.of("这是第 {value} 版表样，现在使用第 {expected} 版。", "This is version {value} of the form; version {expected} is in use."),
            Text.of("不用重新录入：由财政部门用 fill --from 把这份表的内容填到新表里，核对后报送；自己填的，把内容复制到新表（粘贴为数值）。",
                    "Nothing has to be typed again: the office pours the contents into the new form with fill --from; look through that one and send it. Or copy the contents into the new form as values."))
            .withExamples(List.of(Example.deed("现在用第 3 版，报来的是第 1 版", "version 3 is in use, version 1 came back", "form equipment", "type _goalsheet!B3 '1")),
                    List.of(Example.deed("报来的是第 2 版，表样写明第 2 版仍可使用", "version 2 came back, which the template still accepts", "form equipment", "type _goalsheet!B3 '2")));
    public static final Rule NEWER_VERSION = rule("IDN004", ERROR, Text.of("表样版本比本程序的新", "a newer version of the form"),
            Text.of("这是第 {value} 版表样，本机只有第 {expected} 版。", "This is version {value} of the form; this computer has version {expected}."),
            Text.of("请更新本机的程序或表样文件后再检查。", "Update the program or the template file, then check again."))
            .withExamples(List.of(Example.deed("本机是第 3 版，报来的是第 4 版", "this computer has version 3, version 4 came back", "form equipment", "type _goalsheet!B3 '4")),
                    List.of(Example.deed("报来的是仍可使用的旧版", "an older version that is still accepted", "form equipment", "type _goalsheet!B3 '2")));
    public static final Rule FINGERPRINT = rule("IDN005", ERROR, Text.of("表样校验码不符", "the form's fingerprint does not match"),
            Text.of("隐藏的身份信息与表样不一致，可能被改动过，或不是用本机的表样生成的。", "The hidden identity does not match the template: it was changed, or the form was made from another template."),
            Text.of("请用财政部门下发的原表填报。", "Use the form as the finance office sent it out."))
            .withExamples(List.of(Example.deed("隐藏的校验码被改动", "the hidden fingerprint changed", "type _goalsheet!B6 '0000")),
                    List.of(Example.deed("封面上的校验码被改动，隐藏的还在", "the stamp on the cover changed, the hidden one kept", "type cover!E6 '0000"),
                            Example.deed("仍可使用的旧版，校验码本来就不同", "an older version that is still accepted has another fingerprint", "form equipment", "type _goalsheet!B3 '2", "type _goalsheet!B6 '0000")));

    public static final Rule NOT_SIGNED = rule("IDN006", ERROR, Text.of("表样没有签名", "the form is not signed"),
            Text.of("这份表没有财政部门的签名：生成时没有用密钥，或者签名已经丢失，锁定的控制数无法确认。",
                    "The form does not bear the office's signature: it was made without the key, or the signature was lost, so the locked figures cannot be confirmed."),
            Text.of("请用财政部门下发的签名表填报；已经填好的，由财政部门用 fill --from 和单位名单填到新表里。",
                    "Use the signed form that the office sent out; the office can pour what is filled in into a new form with fill --from and its roster."))
            .withExamples(List.of(Example.deed("用密钥检查一份没有签名的表", "a form that was made without the key, checked with it", "key office"),
                            Example.deed("隐藏的签名被删掉", "the hidden signature taken away", "form signed", "clear _goalsheet!signature", "key office")),
                    List.of(Example.deed("没有签名，检查时也没有用密钥", "neither signed nor checked with a key", "type project[1].use 用于发放人民陪审员补助"),
                            Example.deed("有签名，内容填错", "signed, with a wrong entry", "form signed", "type project[1].plan.m3 过半", "key office")));
    public static final Rule SIGNED_OTHERWISE = rule("IDN007", ERROR, Text.of("表样签名不符", "the form's signature does not match"),
            Text.of("表的签名与内容不符：财政部门填好的控制数或表样身份被改动过，或者表是用另一把密钥签的。",
                    "Signature and contents do not match: figures given by the office or the form's identity were changed, or it was signed with another key."),
            Text.of("请用财政部门下发的原表填报；财政部门可以用 fill --from 和单位名单把内容填到新表里。",
                    "Use the form as the office sent it out; the office can pour the contents into a new form with fill --from and its roster."))
            .withExamples(List.of(Example.deed("显示的和隐藏的控制数一起被改动", "a figure of the office changed where it shows and where it is hidden", "form signed", "type project[1].budget 12",
                                    "type _goalsheet!control:project[1].budget '12", "key office"),
                            Example.deed("用另一把密钥检查", "checked with another key", "form signed", "key other")),
                    List.of(Example.deed("有签名，没有用密钥检查", "signed, but checked without the key", "form signed"),
                            Example.deed("填报内容改了，财政部门的数没有变", "entries changed, figures of the office kept", "form signed", "type project[1].use 用于发放人民陪审员补助", "key office")));
    public static final Rule ACCEPTED_VERSION = rule("IDN008", INFO, Text.of("旧版表样，仍可使用", "an older version of the form that is still taken"),
            Text.of("这是第 {value} 版表样，现在使用第 {expected} 版；旧版仍可报送。", "This is version {value} of the form, version {expected} is in use; the older one is still taken."),
            Text.of("不用处理。", "Nothing needs to be done."))
            .withExamples(List.of(Example.deed("现在用第 3 版，报来的是仍可使用的第 2 版", "version 3 is in use, version 2 came back, which is still accepted", "form equipment", "type _goalsheet!B3 '2")),
                    List.of(Example.deed("报来的是第 1 版，已经不能使用", "version 1 came back, which is not accepted any more", "form equipment", "type _goalsheet!B3 '1"),
                            Example.deed("报来的就是现在的版本", "the present version came back", "form equipment")));

    public static final Rule FORMULA_REMOVED = rule("INT001", ERROR, Text.of("公式被删除", "a formula was removed"),
            Text.of("{label}的自动计算公式被删除了。", "{label}: the formula was removed."),
            Text.of("恢复公式 ={expected}，或把内容填到空表里。", "Put the formula back: ={expected}, or use a fresh form."))
            .withExamples(List.of(Example.deed("清空了封面的“财政资金合计”", "the total of fiscal funds on the cover cleared", "clear cover.fiscal_total")),
                    List.of(Example.deed("清空了自己填的资金用途", "an entry of one's own cleared", "clear project[1].use"),
                            Example.deed("“财政资金合计”改成了 680", "the total replaced by 680, which is another mistake", "type cover.fiscal_total 680")));
    public static final Rule FORMULA_REPLACED = rule("INT002", ERROR, Text.of("公式被改成了固定值", "a formula was replaced by a constant"),
            Text.of("{label}应自动计算，现在被改成了固定值“{value}”。", "{label} calculates itself, but now holds the constant '{value}'."),
            Text.of("恢复公式 ={expected}，或把内容填到空表里。", "Put the formula back: ={expected}, or use a fresh form."))
            .withExamples(List.of(Example.deed("“预算数合计”粘贴成了数值", "the total pasted as a value", "constant cover.budget_total"),
                            Example.deed("“预算数合计”直接写成 700", "700 typed over the total", "type cover.budget_total 700")),
                    List.of(Example.deed("公式还在，只是结果没有更新", "the formula is there, only its result is out of date", "result cover.budget_total 680"),
                            Example.deed("自己该填的格填了数字", "a number where a number belongs", "type project[1].other 2")));
    public static final Rule FORMULA_CHANGED = rule("INT003", ERROR, Text.of("公式被改动", "a formula was changed"),
            Text.of("{label}的公式被改成了“={value}”。", "{label}: the formula was changed to '={value}'."),
            Text.of("恢复公式 ={expected}，或把内容填到空表里。", "Put the formula back: ={expected}, or use a fresh form."))
            .withExamples(List.of(Example.deed("合计的公式少加了两行", "a sum that leaves two rows out", "formula cover.budget_total 618.82 SUM(D9:D12)"),
                            Example.deed("合计的公式后面加了 10", "10 added to a sum", "formula cover.budget_total 692.44 SUM(D9:D14)+10")),
                    List.of(Example.deed("公式没变，只是小写、多了空格", "the same formula in small letters and with blanks", "formula cover.budget_total 682.44 sum( D9:D14 )")));
    public static final Rule LABEL_CHANGED = rule("INT004", ERROR, Text.of("表样文字被改动", "printed words were changed"),
            Text.of("此处应为“{expected}”，现在是{now}。", "'{expected}' should stand here, now it is {now}."),
            Text.of("恢复为“{expected}”（可从空表复制这一格），或把内容填到空表里。", "Put '{expected}' back (the cell can be copied from a fresh form), or use a fresh form."))
            .withExamples(List.of(Example.deed("“预算数”改成了“概算数”", "the printed word 预算数 changed to 概算数", "type project[1]!B4 概算数"),
                            Example.deed("标题被删除", "the title cleared", "clear cover!A1")),
                    List.of(Example.deed("文字后面多了空格", "blanks behind a printed word", "type project[1]!B4 预算数  "),
                            Example.deed("在表的下方自己写了备注", "a remark of one's own below the form", "type cover!B60 已与业务科室核对")));
    public static final Rule CONTROL_CHANGED = rule("INT005", ERROR, Text.of("财政部门填好的内容被改动", "a figure given by the office was changed"),
            Text.of("{label}由财政部门填为“{expected}”，现在是{now}。", "{label} was given by the office as '{expected}', now it is {now}."),
            Text.of("恢复为“{expected}”；有疑问请与财政部门联系。", "Put '{expected}' back; ask the office if you doubt it."))
            .withExamples(List.of(Example.deed("财政部门填的预算数 10 改成了 12", "the budget of 10 given by the office changed to 12", "type project[1].budget 12"),
                            Example.deed("财政部门填的项目编码被删除", "the code given by the office cleared", "clear project[2].code")),
                    List.of(Example.deed("预算数还是 10，只是存成了文本", "the budget is still 10, only stored as text", "type project[1].budget '10"),
                            Example.deed("改了自己填的资金用途", "an entry of one's own changed", "type project[1].use 用于发放人民陪审员补助")));
    public static final Rule DROPDOWN_LOST = rule("INT006", INFO, Text.of("下拉菜单丢失", "a dropdown was lost"),
            Text.of("{label}的下拉菜单没有了，多半是粘贴时冲掉的。", "{label} lost the dropdown, most likely by pasting."),
            Text.of("内容有效就不用处理；粘贴时请选“粘贴为数值”。", "Nothing to do while the value is right; paste as values only."))
            .withExamples(List.of(Example.deed("从别处复制粘贴，项目1的下拉菜单没有了", "all dropdowns of a sheet lost by pasting", "unvalidate project[1]")),
                    List.of(Example.deed("封面的填写提示没有了，那里没有下拉菜单", "the prompts of the cover lost, where there are no dropdowns", "unvalidate cover"),
                            Example.deed("下拉还在，选了别的一项", "another item chosen from a dropdown", "type project[1].indicators[1].level2 质量指标")));
    public static final Rule SHEET_MISSING = rule("INT007", ERROR, Text.of("缺少工作表", "a sheet is missing"),
            Text.of("找不到工作表“{value}”，可能被删除了。", "Sheet '{value}' is missing; it may have been deleted."),
            Text.of("请用删除之前保存的文件，或把内容填到空表里；不要从别的文件复制工作表过来。用不到的表留空即可，不要删除。", "Go on from the file as it was before, or use a fresh form; do not copy a sheet over from another file. Leave sheets blank that you do not need."))
            .withExamples(List.of(Example.deed("“项目5”被删除", "the sheet 项目5 deleted", "delete project[5]"),
                            Example.deed("没填的“项目6”被删除", "the blank sheet 项目6 deleted", "delete project[6]")),
                    List.of(Example.deed("“项目5”改名为“劳务费”", "the sheet 项目5 renamed", "rename project[5] 劳务费"),
                            Example.deed("用不到的“项目6”留空", "the blank sheet 项目6 left alone", "type project[5].use 用于支付聘用人员劳务费")));
    public static final Rule FORMULA_TYPED = rule("INT008", WARNING, Text.of("填报单元格里写了公式", "a formula in an entry cell"),
            Text.of("{label}应直接填写，现在是公式“={value}”。", "{label} should be typed in; it holds the formula '={value}'."),
            Text.of("删去公式，直接填写{result}。", "Delete the formula and type {result}."))
            .withExamples(List.of(Example.deed("在其他资金里写公式 =1+1", "=1+1 in a cell for an amount", "formula project[1].other 2 1+1"),
                            Example.deed("引用别的格", "a reference to another cell", "formula project[1].plan.m6 0.5 B7*2")),
                    List.of(Example.deed("直接填 2", "2 typed in", "type project[1].other 2"),
                            Example.deed("以等号开头的文字", "a text that begins with the sign for 'equals'", "type project[1].indicators[1].value =100%")));

    public static final Rule SELF_CHECK_CHANGED = rule("INT013", INFO, Text.of("右侧的填写检查被改动", "the self-check beside the form was changed"),
            Text.of("表右侧“填写检查”一栏的内容被改动，提示可能不准。", "The self-check beside the form was changed; what it says may be wrong."),
            Text.of("不影响填报内容，可以不处理。", "Nothing needs to be done; the contents of the form are not affected."))
            .withExamples(List.of(Example.deed("在右侧“填写检查”一栏里写了字", "something typed into the column of the self-check", "type cover!H1 已检查")),
                    List.of(Example.deed("在“免检说明”一栏写理由", "a reason written where reasons belong", "type project[1]!J14 本项目为保障性经费"),
                            Example.deed("在表的右边更远处写字", "a remark farther to the right", "type cover!T3 备注")));

    public static final Rule OFF_CONTROL = rule("AMT006", ERROR, Text.of("与财政部门给的控制数不符", "differs from the figure given by the office"),
            Text.of("{label}合计为 {value}，财政部门给的控制数是 {expected}，相差 {gap}。", "{label} adds up to {value}; the office gave {expected}, a difference of {gap}."),
            Text.of("核对组成它的各项金额；对控制数有疑问请与财政部门联系。", "Check the amounts it is made of; ask the office if you doubt the figure."))
            .withExamples(List.of(Example.deed("又加了一个 5 万元的项目，合计超过控制数", "another project of 5, so that the total is above the figure", "type project[6].budget 5")),
                    List.of(Example.deed("合计与控制数只差 0.004", "the total is off by 0.004", "type project[6].budget 0.004"),
                            Example.deed("支出计划变了，金额没有变", "another spend plan with the same amounts", "type project[1].plan.m3 10%")));

    public static final Rule STALE = rule("INT009", WARNING, Text.of("自动计算的结果没有更新", "calculated values are out of date"),
            Text.of("{label}应为 {expected}，文件里存的是{now}；共有 {count} 处没有重新计算。", "{label} should be {expected}, in the file it is {now}; not recalculated in all: {count}."),
            Text.of("用 Excel 或 WPS 打开，按 F9 重新计算，保存后再报送。", "Open the file, recalculate (F9), save it and send it again."))
            .withExamples(List.of(Example.deed("用别的程序改了金额，没有重新计算", "an amount changed by another program that does not calculate", "type project[1].other 2"),
                            Example.deed("合计存的还是旧数", "a total that still has its old value", "result cover.other_total 5")),
                    List.of(Example.deed("改了不参与计算的文字", "a text changed that nothing is calculated from", "type project[1].use 用于发放人民陪审员补助")));
    public static final Rule WRONG_RESULT = rule("INT010", ERROR, Text.of("自动计算的结果不对", "a calculated value is wrong"),
            Text.of("{label}按公式应为“{expected}”，文件里存的却是“{value}”，所依据的内容又都没有变。", "{label} should be '{expected}'; the file holds '{value}' although nothing it depends on can have changed."),
            Text.of("用 Excel 或 WPS 打开，按 F9 重新计算并保存；仍不对请用空表重新填报。", "Open the file, recalculate and save it; use a fresh form if it stays wrong."))
            .withExamples(List.of(Example.deed("清单里的预算数存成 99，而项目的预算数锁着没有变", "the list of projects holds 99 although the project's locked budget never changed", "result cover.list[1].budget 99")),
                    List.of(Example.deed("其他资金改了，合计没有更新，重新计算就好", "other funds changed and not recalculated", "type project[1].other 2")));

    public static final Rule SHEET_RENAMED = rule("INT011", WARNING, Text.of("工作表被改名", "a sheet was renamed"),
            Text.of("工作表“{expected}”被改名为“{value}”。", "Sheet '{expected}' was renamed to '{value}'."),
            Text.of("请改回“{expected}”。", "Name it '{expected}' again."))
            .withExamples(List.of(Example.deed("“项目5”改名为“劳务费”", "the sheet 项目5 renamed to 劳务费", "rename project[5] 劳务费")),
                    List.of(Example.deed("另加了一张自己用的工作表", "a sheet of one's own added", "add 测算"),
                            Example.deed("“项目5”被删除，是另一种问题", "the sheet deleted, which is another mistake", "delete project[5]")));
    public static final Rule MOVED = rule("INT012", ERROR, Text.of("表样被打乱", "the form is in disorder"),
            Text.of("从这里起，表样文字多数不在原处，找不回各项内容的位置，这张表没有继续检查。", "From here on most printed words are not where they belong, so the entries cannot be told apart; the rest of this sheet was not checked."),
            Text.of("撤销移动、排序或整块粘贴，或把内容填到空表里。", "Undo what was moved, sorted or pasted, or enter the contents in a fresh form."))
            .withExamples(List.of(Example.deed("封面左边的几项文字被排了序", "some words of the cover sorted", "type cover!A3 单位名称", "type cover!A4 填报人", "type cover!A5 填报日期", "type cover!A6 单位编码")),
                    List.of(Example.deed("封面第 5 行前插入一行，各项内容都还找得到", "a row inserted in the cover: everything is found again", "insert-rows cover 5 1"),
                            Example.deed("标题和一处文字被改动，位置没有变", "two printed words changed where they stand", "type project[1]!B4 概算数", "type cover!A1 绩效目标表")));
    public static final Rule LINES_INSERTED = rule("INT014", WARNING, Text.of("插入了行或列", "rows or columns were inserted"),
            Text.of("这里插入了 {count} {what}{held}。原有内容已按现在的位置检查。", "{count} {what} inserted here{held}. The form's own cells were checked where they are now."),
            Text.of("{first}删除插入的{where}。", "{first}Delete the inserted {where}."))
            .withExamples(List.of(Example.deed("封面第 5 行前插入一行", "a row inserted in the cover", "insert-rows cover 5 1"),
                            Example.deed("封面插入两列", "two columns inserted in the cover", "insert-columns cover C 2"),
                            Example.deed("指标中间插入一行", "a row inserted between indicators", "insert-rows project[1] 12 1")),
                    List.of(Example.deed("标题和一处文字被改动，位置没有变", "two printed words changed where they stand", "type project[1]!B4 概算数", "type cover!A1 绩效目标表"),
                            Example.deed("在表的下方自己写了备注", "a remark of one's own below the form", "type cover!B60 已与业务科室核对")));
    public static final Rule LINES_DELETED = rule("INT015", ERROR, Text.of("删除了行或列", "rows or columns were deleted"),
            Text.of("这里原有的 {count} {what}被删除{lost}。", "{count} {what} of the form deleted here{lost}."),
            Text.of("{cure}", "{cure}"))
            .withExamples(List.of(Example.deed("封面删去一行", "a row of the cover deleted", "delete-rows cover 2 1"),
                            Example.deed("删去了没有用到的指标行", "rows of indicators deleted that were not needed", "delete-rows project[1] 20 3")),
                    List.of(Example.deed("封面插入一行，什么也没有少", "a row inserted: nothing is lost", "insert-rows cover 5 1"),
                            Example.deed("一行的内容清空了，行还在", "a row emptied but not deleted", "clear cover.filled_by", "clear cover.phone")));
    public static final Rule FORMULA_SHIFTED = rule("INT016", ERROR, Text.of("公式错位", "a formula points at the wrong cells"),
            Text.of("{label}的公式“={value}”指向了别的单元格，应为“={expected}”。", "{label}: the formula '={value}' looks at the wrong cells; it should be '={expected}'."),
            Text.of("改为 ={expected}，或把内容填到空表里；插入、删除行列请用 Excel 或 WPS。", "Make it ={expected}, or use a fresh form; insert and delete rows in Excel or WPS only."))
            .withExamples(List.of(Example.deed("“财政资金合计”的公式是从左边一格复制来的", "the formula of a total copied from the cell to its left", "formula cover.fiscal_total 682.44 SUM(D9:D14)"),
                            Example.deed("用脚本在项目表里插入一行，封面的公式没有跟着变", "a row inserted by a script that leaves formulas as they are", "insert-rows project[1] 3 1")),
                    List.of(Example.deed("公式改成了别的算法，是另一种问题", "another calculation, which is another mistake", "formula cover.budget_total 682.44 SUM(D9:D12)+1")));

    private FormRules() {
    }

    private static Rule rule(String id, Severity severity, Text summary, Text message, Text remedy) {
        return new Rule(id, severity, summary, message, remedy).because(Text.EMPTY, Rule.THE_FORM);
    }

    /** What stands in a cell, in quotation marks, or that nothing does. */
    public static Text now(String value) {
        return now(Text.same(value));
    }

    /** The same of words that tell what stands there. */
    public static Text now(Text value) {
        return value.zh().isBlank() ? Text.of("空白", "blank") : Text.of("“" + value.zh() + "”", "'" + value.en() + "'");
    }

    /** Every rule here, for the catalogue. */
    public static List<Rule> all() {
        return List.of(UNREADABLE, OLD_FORMAT, NOT_OURS, UNKNOWN_TEMPLATE, OLDER_VERSION, NEWER_VERSION, FINGERPRINT, NOT_SIGNED, SIGNED_OTHERWISE, ACCEPTED_VERSION, FORMULA_REMOVED, FORMULA_REPLACED,
                FORMULA_CHANGED, LABEL_CHANGED, CONTROL_CHANGED, DROPDOWN_LOST, SHEET_MISSING, FORMULA_TYPED, SELF_CHECK_CHANGED, OFF_CONTROL, STALE, WRONG_RESULT, SHEET_RENAMED,
                MOVED, LINES_INSERTED, LINES_DELETED, FORMULA_SHIFTED);
    }
}
