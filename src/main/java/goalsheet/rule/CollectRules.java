package goalsheet.rule;

import static goalsheet.rule.Severity.ERROR;
import static goalsheet.rule.Severity.WARNING;

import goalsheet.text.Text;
import java.util.List;
import java.util.stream.Stream;

/** What the workbooks of many units can have wrong between them, and against the roster. */
public final class CollectRules {
    private static final Text ROSTER = Text.of("财政部门的单位名单", "the office's roster");

    public static final Rule CODE_ELSEWHERE = new Rule("COL001", ERROR, Text.of("项目编码与其他单位重复", "another unit uses the same project code"),
            Text.of("项目编码 {value} 在{others}的表里也有{owner}。", "Project code {value} also stands in the workbook of {others}{owner}."),
            Text.of("核对项目编码；确属同一项目的，只由一个单位填报。", "Check the code; a project that is really the same is reported by one unit only."))
            .because(Text.of("一个编码只能对应一个项目，重复会使汇总数重复计算。", "A code stands for one project; used twice, its money is counted twice."), Rule.CUSTOMARY)
            .withExamples(List.of(Example.deed("把项目编码写成了别的单位的", "the project code of another unit", "county 11")), List.of(Example.deed("各项目用自己的编码", "every project under its own code", "county 14"), Example.deed("编码在名单中属于本单位，被别的单位误用", "a code that the roster gives to the unit, used by another one by mistake", "county 12")));
    public static final Rule PROJECT_TWICE = new Rule("COL002", WARNING, Text.of("同一项目可能报了两次", "a project may be reported twice"),
            Text.of("项目“{value}”与{others}名称、金额、指标都相同。", "Project '{value}' has the same name, amount and indicators as {others}."),
            Text.of("确属同一项目的，删去多报的一份；不是的，把名称写得能区分开。", "Clear one of them if they are the same; else give them names that can be told apart."))
            .because(Text.of("重复填报会使汇总数重复计算。", "Reported twice, its money is counted twice."), Rule.CUSTOMARY)
            .withExamples(List.of(Example.deed("同一个项目用两个编码报了两次", "one project reported under two codes", "county 17")), List.of(Example.deed("照抄了别的单位的指标，名称、金额不同", "indicators of another unit, but another name and amount", "county 13")));
    public static final Rule OFF_ROSTER = new Rule("COL003", ERROR, Text.of("项目金额与名单的控制数不符", "a project's amount differs from the roster"),
            Text.of("{label}填报 {value}{unit}，名单中的控制数是 {expected}{unit}，相差 {gap}{unit}。", "{label}: {value} is reported, the roster gives {expected}, a difference of {gap}."),
            Text.of("按控制数 {expected}{unit}修改；对控制数有疑问请与财政部门联系。", "Make it {expected}; ask the office if you doubt the figure.")).because(Text.EMPTY, ROSTER)
            .withExamples(List.of(Example.deed("预算数比名单多 1.50 万元", "1.50 more than the roster gives", "county 9")), List.of(Example.deed("金额与名单相同", "the amounts of the roster", "county 14")));
    public static final Rule PROJECT_MISSING = new Rule("COL004", ERROR, Text.of("名单中的项目没有填报", "a project of the roster is not reported"),
            Text.of("名单中的项目“{value}”没有填报。", "The roster's project '{value}' is not reported."),
            Text.of("补填这个项目；已取消的请告知财政部门。", "Add the project; tell the office if it was cancelled.")).because(Text.EMPTY, ROSTER)
            .withExamples(List.of(Example.deed("名单中最后一个项目没有填", "the last project of the roster left out", "county 10")), List.of(Example.deed("名单中的项目都填了", "every project of the roster", "county 14")));
    public static final Rule PROJECT_EXTRA = new Rule("COL005", WARNING, Text.of("填报了名单以外的项目", "a project that is not in the roster"),
            Text.of("项目“{value}”不在财政部门的名单中。", "Project '{value}' is not in the office's roster."),
            Text.of("核对项目编码和名称；新增项目请与财政部门确认。", "Check its code and name; have the office confirm a new project.")).because(Text.EMPTY, ROSTER)
            .withExamples(List.of(Example.deed("多报了一个名单里没有的项目", "a project more than the roster knows", "county 17")), List.of(Example.deed("少报了一个项目", "a project fewer", "county 10")));
    public static final Rule TOTAL_OFF = new Rule("COL006", WARNING, Text.of("单位合计与名单的控制数不符", "a unit's total differs from the roster"),
            Text.of("各项目合计 {value}{unit}，名单合计 {expected}{unit}，相差 {gap}{unit}。", "The projects add up to {value}, the roster's to {expected}, a difference of {gap}."),
            Text.of("逐个项目与控制数核对。", "Compare project by project with the office's figures.")).because(Text.EMPTY, ROSTER)
            .withExamples(List.of(Example.deed("有一个项目的预算数没有填", "one project without its amount", "county 18")), List.of(Example.deed("哪个项目不符已经指出", "what does not fit is told of its project", "county 9")));
    public static final Rule COPIED_INDICATORS = new Rule("COL007", WARNING, Text.of("指标与其他单位的完全相同", "the indicators are those of another unit"),
            Text.of("项目“{value}”的 {count} 条指标与{others}完全相同。", "The {count} indicators of project '{value}' are exactly those of {others}."),
            Text.of("按本单位项目的实际内容重新填写指标和指标值。", "Write indicators and values for what your own project does."))
            .because(Text.of("照抄别的单位的指标，说明不了本项目做什么。", "Indicators copied from another unit say nothing about this project."), Rule.CUSTOMARY)
            .withExamples(List.of(Example.deed("指标表照抄别的单位", "the indicators of another unit", "county 13")), List.of(Example.deed("同类项目，指标值不同", "a project of the same kind with other values", "county 19")));
    public static final Rule OTHER_UNIT = new Rule("COL008", ERROR, Text.of("表中的单位与名单或文件名不符", "the workbook speaks of another unit"),
            Text.of("表中的单位是“{value}”，{expected}。", "The workbook's unit is '{value}', but {expected}."),
            Text.of("核对单位编码和单位名称；发错文件的请重新发送。", "Check the unit's code and name; send the right file if this one was sent by mistake.")).because(Text.EMPTY, ROSTER)
            .withExamples(List.of(Example.deed("文件名是别的单位的", "a file named after another unit", "county 6")), List.of(Example.deed("文件名是本单位的", "a file named after the unit itself", "county 14")));
    public static final Rule NOT_LISTED = new Rule("COL009", WARNING, Text.of("单位不在名单中", "a unit that is not in the roster"),
            Text.of("单位“{value}”不在名单中。", "Unit '{value}' is not in the roster."),
            Text.of("核对单位编码和单位名称，或把单位补进名单。", "Check its code and name, or add it to the roster.")).because(Text.EMPTY, ROSTER)
            .withExamples(List.of(Example.deed("名单里没有的单位交来一份", "a workbook of a unit that is not in the roster", "county 16")), List.of(Example.deed("名单里的单位", "a unit of the roster", "county 14")));
    public static final Rule TWO_SOUND = new Rule("COL010", WARNING, Text.of("交了两份内容不同、都没有错误的表", "two different workbooks without errors"),
            Text.of("共有 {count} 份没有错误、内容不同的表，以最后一份（{value}）为准。", "{count} different workbooks have no errors; the last one ({value}) counts."),
            Text.of("请确认以哪一份为准，多余的撤回。", "Please say which one counts and withdraw the others."))
            .because(Text.of("两份数字不同，用错一份就会影响汇总。", "Their figures differ; taking the wrong one spoils the summary."), Rule.CUSTOMARY)
            .withExamples(List.of(Example.deed("先后交了两份没有错误、内容不同的", "two workbooks that differ and have no errors", "county 5")), List.of(Example.deed("第一份有错，改正后重报", "mended after the first one had an error", "county 1"), Example.deed("同一份表另存后又交了一次", "the same workbook saved again and sent again", "county 19")));

    private CollectRules() {
    }

    /** Whether a rule holds what a workbook says against others or against the roster; it does not when it asks whose workbook it is, or which one counts. */
    public static boolean areFigures(String rule) {
        return Stream.of(CODE_ELSEWHERE, PROJECT_TWICE, OFF_ROSTER, PROJECT_MISSING, PROJECT_EXTRA, TOTAL_OFF, COPIED_INDICATORS).anyMatch(each -> each.id().equals(rule));
    }

    /** Every rule here, for the catalogue. */
    public static List<Rule> all() {
        return List.of(CODE_ELSEWHERE, PROJECT_TWICE, OFF_ROSTER, PROJECT_MISSING, PROJECT_EXTRA, TOTAL_OFF, COPIED_INDICATORS, OTHER_UNIT, NOT_LISTED, TWO_SOUND);
    }
}
