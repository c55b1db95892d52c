package goalsheet.rule;

import static goalsheet.rule.Severity.ERROR;
import static goalsheet.rule.Severity.INFO;
import static goalsheet.rule.Severity.WARNING;

import goalsheet.text.Text;
import java.util.List;

/** What may have been done to a returned workbook around the contents of its cells: to sheets, locks, merged cells, limits, links. */
public final class DamageRules {
    public static final Rule FORMULA_OUTSIDE = rule("INT017", ERROR, Text.of("公式指向别的文件", "a formula looks into another file"),
            Text.of("{label}的公式“={value}”要到别的文件里取数，别人打开时取不到。", "{label}: the formula '={value}' looks into another file, which nobody else has."),
            Text.of("{cure}", "{cure}"))
            .withExamples(List.of(Example.deed("封面的合计改成从另一个文件取数", "the total on the cover taken from another file", "formula cover.fiscal_total 682.44 [1]汇总!D14")),
                    List.of(Example.deed("填报单元格里写了算式", "a sum typed into an entry cell", "formula project[1].other 5 2+3")));
    public static final Rule LISTS_CHANGED = rule("INT018", WARNING, Text.of("隐藏的选项表被改动", "the hidden lists were changed"),
            Text.of("下拉菜单用的隐藏选项表{how}，下拉菜单里的选项可能不对。", "The hidden sheet with the items of the dropdowns {how}; they may offer wrong items."),
            Text.of("已填内容按原来的选项检查；请勿改动隐藏的工作表，下拉菜单不能用时请换空表填报。", "Entries were checked against the original items; leave hidden sheets alone, and use a fresh form when the dropdowns do not work."))
            .withExamples(List.of(Example.deed("隐藏选项表里的“产出指标”被改动", "an item of the hidden lists changed", "type _lists!A3 产出"),
                            Example.deed("删掉了隐藏的选项表", "the hidden lists deleted", "delete _lists")),
                    List.of(Example.deed("在隐藏选项表的空白处写了字", "a note in a blank cell of the hidden sheet", "type _lists!BA3 备注")));

    public static final Rule SHEET_COPIED = rule("INT019", WARNING, Text.of("工作表被复制", "a sheet was copied"),
            Text.of("工作表“{value}”是“{expected}”的副本，不在下发的表样之内，没有读取；{differs}。", "Sheet '{value}' is a copy of '{expected}', no part of the form, and was not read; {differs}."),
            Text.of("{cure}", "{cure}"))
            .withExamples(List.of(Example.deed("复制了项目1，得到“项目1 (2)”", "the first project copied", "copy project[1] 项目1(2)"),
                            Example.deed("复制后填了另一个项目", "a copy with another project in it", "copy project[1] 项目1(2)", "type 项目1(2)!B5 用于购置办公设备")),
                    List.of(Example.deed("另加了一张自己用的工作表", "a sheet of one's own added", "add 测算"),
                            Example.deed("工作表改了名", "a sheet renamed", "rename project[5] 劳务费")));
    public static final Rule SHEET_ADDED = rule("INT020", INFO, Text.of("多了工作表", "sheets were added"),
            Text.of("工作表{value}不在下发的表样之内，没有检查。", "These sheets are no part of the form and were not checked: {value}."),
            Text.of("如只供自己使用，可以保留，也可以在报送前删除。", "Keep them if they are of use to you, or delete them before sending."))
            .withExamples(List.of(Example.deed("另加了一张自己用的工作表", "a sheet of one's own added", "add 测算")),
                    List.of(Example.deed("工作表改了名", "a sheet renamed", "rename project[5] 劳务费")));
    public static final Rule SHEETS_REORDERED = rule("INT021", INFO, Text.of("工作表的顺序被改动", "sheets are in another order"),
            Text.of("“{value}”不在原来的位置，工作表的顺序与下发时不同。", "'{value}' is not where it was; the sheets are in another order."),
            Text.of("不影响检查；如需打印，请拖回原来的顺序。", "The check is not affected; drag it back before printing."))
            .withExamples(List.of(Example.deed("“部门整体”拖到了最前面", "the sheet of the whole unit dragged to the front", "move overall 1")),
                    List.of(Example.deed("删去一张项目表，其余顺序不变", "a project deleted, the others in their order", "delete project[3]")));
    public static final Rule SHEET_HIDDEN = rule("INT022", WARNING, Text.of("工作表被隐藏", "a sheet was hidden"),
            Text.of("工作表{value}被隐藏{filled}。", "Hidden: {value}{filled}."),
            Text.of("在任一标签上点右键，选“取消隐藏”。", "Right-click any tab and choose Unhide."))
            .withExamples(List.of(Example.deed("隐藏了填好的项目表", "a project that is filled in was hidden", "state project[2] hidden"),
                            Example.deed("隐藏了没有用到的项目表", "a spare project was hidden", "state project[6] hidden")),
                    List.of(Example.deed("隐藏的选项表本来就是隐藏的", "the hidden lists are meant to be hidden", "state _lists hidden")));
    public static final Rule LINES_HIDDEN = rule("INT023", WARNING, Text.of("有内容的行或列被隐藏", "rows or columns with contents are hidden"),
            Text.of("{lines}被隐藏或筛掉了，其中有表样文字或填报内容，打印出来看不到。", "{lines}: hidden or filtered out, with words or entries of the form in them that nobody sees in print."),
            Text.of("选中前后两行（列），点右键取消隐藏；用了筛选的请清除筛选。", "Select the rows or columns on both sides, right-click and unhide; clear the filter if there is one."))
            .withExamples(List.of(Example.deed("隐藏了填有资金用途的一行", "the row with the use of funds was hidden", "replace project[1] <row r=\"5\" => <row hidden=\"1\" r=\"5\"")),
                    List.of(Example.deed("隐藏了没有用到的指标行", "a row of indicators was hidden that is not used", "replace project[1] <row r=\"20\" => <row hidden=\"1\" r=\"20\"")));
    public static final Rule CELLS_MERGED = rule("INT024", ERROR, Text.of("单元格被合并", "cells were merged"),
            Text.of("{value} 被合并成一格，只看得到左上角的内容，其余 {count} 格看不到、也填不了。", "{value} were merged into one: only the first can be seen, {count} other(s) can be neither seen nor filled in."),
            Text.of("取消合并，在每一格里分别填写。", "Unmerge them and fill in each cell."))
            .withExamples(List.of(Example.deed("把相同的一级指标向下合并", "equal levels merged downwards", "clear project[1]!A11", "clear project[1]!A12", "clear project[1]!A13",
                            "replace project[1] <mergeCell ref=\"D10:E10\"/> => <mergeCell ref=\"D10:E10\"/><mergeCell ref=\"A10:A13\"/>")),
                    List.of(Example.deed("合并了表右侧空白处的单元格", "blank cells beside the form merged", "replace project[1] <mergeCell ref=\"D10:E10\"/> => <mergeCell ref=\"D10:E10\"/><mergeCell ref=\"N10:N13\"/>")));
    public static final Rule PROTECTION_REMOVED = rule("INT025", INFO, Text.of("工作表保护被取消", "the protection of sheets was taken off"),
            Text.of("{value}的保护被取消，锁定的内容可能被无意改动；公式、文字和控制数的改动另行列出。", "{value}: no longer protected, so that locked cells can be changed by accident; what was changed is listed besides."),
            Text.of("没有列出其他改动的，不用处理；以后填报请不要取消保护。", "Nothing needs to be done when no change is listed; leave the protection on."))
            .withExamples(List.of(Example.deed("取消了一张项目表的保护", "the protection of a project taken off", "unprotect project[2]")),
                    List.of(Example.deed("只有工作簿的结构保护没有了，有的软件另存后就会这样", "only the protection of the workbook's structure is off, as some programs leave it", "unprotect workbook")));
    public static final Rule CELLS_UNMERGED = rule("INT026", INFO, Text.of("合并单元格被拆开", "merged cells were split"),
            Text.of("{value}原来是合并的单元格，现在被拆开或改了大小；内容仍按左上角一格读取。", "{value}: merged in the form, now split or resized; the contents are read from the first cell."),
            Text.of("不影响检查；如需打印，请重新合并。", "The check is not affected; merge them again before printing."))
            .withExamples(List.of(Example.deed("拆开了项目名称的合并单元格", "the merged cells of the project's name split", "replace project[1] <mergeCell ref=\"E3:G3\"/> => ")),
                    List.of(Example.deed("拆开的格本来就没有合并", "nothing was merged there", "clear project[1].other")));
    public static final Rule CONTENT_OUTSIDE = rule("INT027", WARNING, Text.of("填报栏以外有内容", "contents outside the cells of the form"),
            Text.of("{value}，{these}不是填报栏，内容没有读取。", "{value}: {these} not read."),
            Text.of("需要报送的，填到相应的填报栏；自己留用的不用处理。", "Enter what is to be reported in the cells of the form; what is for yourself can stay."))
            .withExamples(List.of(Example.deed("指标行不够，在表的下面接着填", "more indicators written below the last row", "type project[1]!A28 产出指标", "type project[1]!C28 参审案件数量"),
                            Example.deed("在表的右边写了备注", "a remark beside the form", "type project[1]!P4 已与业务科室核对")),
                    List.of(Example.deed("在免检说明栏写了理由", "a reason in the column for exceptions", "type project[1]!J10 合议庭人数为规定人数")));

    public static final Rule EXTERNAL_LINKS = rule("INT029", WARNING, Text.of("工作簿链接到别的文件", "the workbook is linked to other files"),
            Text.of("工作簿里有指向别的文件的链接：{value}。本程序没有打开这些文件。", "The workbook has links to other files: {value}. They were not opened."),
            Text.of("在“数据—编辑链接”里断开链接，保存后再报送。", "Break them under Data, Edit Links, save and send it again."))
            .withExamples(List.of(Example.deed("工作簿里留有指向去年文件的链接", "a link to last year's file left in the workbook", "part xl/externalLinks/externalLink1.xml <externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>", "part xl/externalLinks/_rels/externalLink1.xml.rels <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath\" Target=\"file:///D:/2022.xlsx\" TargetMode=\"External\"/></Relationships>",
                            "replace xl/_rels/workbook.xml.rels </Relationships> => <Relationship Id=\"rIdLink\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink\" Target=\"externalLinks/externalLink1.xml\"/></Relationships>")),
                    List.of(Example.deed("公式只用到本工作簿的表", "formulas that look at this workbook only", "formula project[1].other 0 '封面'!D9*0")));
    public static final Rule MACROS = rule("INT030", ERROR, Text.of("工作簿含有宏", "the workbook holds macros"),
            Text.of("工作簿里有宏代码（{value}），下发的表样没有宏；本程序没有运行它，副本里仍保留。", "The workbook holds macros ({value}), which the form does not have; they were not run and are still in the copy."),
            Text.of("另存为不带宏的“Excel 工作簿（.xlsx）”再报送；不清楚来历的，不要启用宏。", "Save it as a workbook without macros (.xlsx); do not enable macros of unknown origin."))
            .withExamples(List.of(Example.deed("工作簿里带有宏", "a workbook with macros", "part xl/vbaProject.bin Sub")),
                    List.of(Example.deed("单元格里写着“宏”字", "the word in a cell", "type project[1].use 用于宏观经济数据库建设")));
    public static final Rule EMBEDDED = rule("INT031", ERROR, Text.of("工作簿里嵌有其他文件或控件", "the workbook holds embedded files or controls"),
            Text.of("工作簿里嵌有其他文件、控件或数据连接（{value}）；本程序没有打开，副本里仍保留。", "The workbook holds embedded files, controls or data connections ({value}); they were not opened and are still in the copy."),
            Text.of("删除嵌入的内容再报送；附件请另外发送。", "Delete them and send attachments separately."))
            .withExamples(List.of(Example.deed("表里嵌了一个文件作附件", "a file embedded as an attachment", "part xl/embeddings/oleObject1.bin Package")),
                    List.of(Example.deed("表里另加了一张工作表", "a sheet added", "add 附件")));
    public static final Rule RISKY_LINK = rule("INT032", WARNING, Text.of("超链接指向本机文件或程序", "a hyperlink leads to local files or programs"),
            Text.of("工作表“{sheet}”里有超链接指向 {value}，别人打不开，也可能不安全；副本里仍保留。", "A hyperlink on sheet '{sheet}' leads to {value}: others cannot open it, and it may not be safe; it is still in the copy."),
            Text.of("删除这个超链接；不要点击不明来历的链接。", "Delete the hyperlink; do not click links of unknown origin."))
            .withExamples(List.of(Example.deed("超链接指向自己电脑上的文件", "a hyperlink to a file on one's own computer", "part xl/worksheets/_rels/sheet3.xml.rels <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"file:///C:/附件.docx\" TargetMode=\"External\"/></Relationships>")),
                    List.of(Example.deed("超链接指向政府网站", "a hyperlink to a website", "part xl/worksheets/_rels/sheet3.xml.rels <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"https://www.example.gov.cn/\" TargetMode=\"External\"/></Relationships>")));
    public static final Rule DDE = rule("INT033", ERROR, Text.of("含有调用外部程序的内容", "contents that call other programs"),
            Text.of("{where}有调用外部程序的内容“{value}”；本程序没有执行，副本里仍保留。", "{where}: contents that call another program ('{value}'); nothing was run, and it is still in the copy."),
            Text.of("删除这项内容，并核实文件来历；打开时如提示启动其他程序，请选“否”。", "Delete it and find out where the file comes from; answer No if asked to start another program."))
            .withExamples(List.of(Example.deed("单元格里写着启动程序的文字", "a text that starts a program where it is taken for a formula", "type project[1].use =cmd|'/c calc'!A1")),
                    List.of(Example.deed("以减号开头的普通文字", "an ordinary text that begins with a dash", "type project[1].use -用于支付陪审补助！|甲")));

    public static final Rule DROPDOWN_CHANGED = rule("INT034", INFO, Text.of("下拉菜单被改动", "a dropdown was changed"),
            Text.of("{label}的下拉菜单被换成了别的选项，或者不再拦住选项以外的内容。", "{label}: the dropdown was replaced by another, or no longer turns away what is not in it."),
            Text.of("内容按原来的选项检查，有效就不用处理。", "Entries are checked against the original items; nothing to do while they are right."))
            .withExamples(List.of(Example.deed("一级指标的下拉菜单换成了自己的选项", "the dropdown of the first level replaced by one's own",
                            "replace project[1] <formula1>'_lists'!$A$3:$A$5</formula1> => <formula1>\"产出指标,效益指标\"</formula1>"),
                            Example.deed("下拉菜单改成了填错只提醒、不拦", "the dropdowns only remark on what is not in them", "replace project[1] <dataValidation type=\"list\" => <dataValidation type=\"list\" errorStyle=\"information\"")),
                    List.of(Example.deed("数字单元格的输入限制没有了，是另一种情况", "the limit of an amount lost, which is another thing", "unvalidate project[1] G4")));
    public static final Rule LIMIT_LOST = rule("INT035", INFO, Text.of("输入限制被去掉或改动", "the limits of an entry cell were lost or changed"),
            Text.of("{label}的输入限制（数值范围、字数等）没有了或被改动，填错时不再当场提示。", "{label}: the limits for what can be entered are gone or changed, so that mistakes are no longer told at once."),
            Text.of("内容有效就不用处理；粘贴时请选“粘贴为数值”。", "Nothing to do while the value is right; paste as values only."))
            .withExamples(List.of(Example.deed("财政资金的数值范围没有了", "the range of the fiscal funds lost", "unvalidate project[1] G4")),
                    List.of(Example.deed("一张表的下拉菜单和输入限制全没有了，只说下拉菜单", "all dropdowns and limits of a sheet lost: told by the dropdowns", "unvalidate project[1]")));
    public static final Rule SOURCE_GONE = rule("INT036", ERROR, Text.of("公式要取数的地方没有了", "what a formula looked at is gone"),
            Text.of("{label}的公式变成了“={value}”：原来取数的工作表或单元格被删除或换掉了。", "{label}: the formula has become '={value}', because the sheet or cells it looked at were deleted or replaced."),
            Text.of("恢复公式 ={expected}，或把内容填到空表里；不要删除工作表后用复制的表代替。", "Put the formula back: ={expected}, or use a fresh form; do not replace a sheet by a copy of it."))
            .withExamples(List.of(Example.deed("合计的单元格被删掉后，公式里出现了 #REF!", "cells of a sum deleted", "formula cover.budget_total #REF! SUM(#REF!)")),
                    List.of(Example.deed("文字里提到 #REF!", "a text that mentions #REF!", "type project[1].use 用于升级系统，消除报表中的 #REF! 等错误"),
                            Example.deed("公式改成了别的算法，是另一种问题", "another calculation, which is another mistake", "formula cover.budget_total 682.44 SUM(D9:D12)+1")));

    private DamageRules() {
    }

    private static Rule rule(String id, Severity severity, Text summary, Text message, Text remedy) {
        return new Rule(id, severity, summary, message, remedy).because(Text.EMPTY, Rule.THE_FORM);
    }

    /** Every rule here, for the catalogue. */
    public static List<Rule> all() {
        return List.of(FORMULA_OUTSIDE, LISTS_CHANGED, SHEET_COPIED, SHEET_ADDED, SHEETS_REORDERED, SHEET_HIDDEN, LINES_HIDDEN, CELLS_MERGED, PROTECTION_REMOVED, CELLS_UNMERGED,
                CONTENT_OUTSIDE, EXTERNAL_LINKS, MACROS, EMBEDDED, RISKY_LINK, DDE, DROPDOWN_CHANGED, LIMIT_LOST, SOURCE_GONE);
    }
}
