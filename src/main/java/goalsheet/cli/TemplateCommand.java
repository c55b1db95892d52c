package goalsheet.cli;

import goalsheet.collect.summary.Summary;
import goalsheet.report.TemplateDiff;
import goalsheet.rule.CodedRules;
import goalsheet.template.DefinitionException;
import goalsheet.template.Problem;
import goalsheet.template.RuleUse;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Text;
import goalsheet.xlsx.OutputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at template files themselves. */
final class TemplateCommand implements Command {

    @Override
    public String name() {
        return "template";
    }

    @Override
    public Text summary() {
        return Text.of("检查表样文件（check），比较两份表样（diff），写出汇总表的版式供修改（summary）", "check a template file, compare two (diff), write out the layout of its summary for restyling (summary)");
    }

    @Override
    public Text operands() {
        return Text.same("check FILE.yaml... | diff ID|FILE ID|FILE | summary ID|FILE");
    }

    @Override
    public List<CommandOption> options() {
        return List.of(Shared.FORCE);
    }

    @Override
    public Text details() {
        return Text.of("""
                例：template check templates/qingyuan-2026.yaml
                    template diff 旧/hebei-2023.yaml hebei-2023
                    template summary hebei-2023
                diff 列出字段、选项、规则、表样文字有哪些变化，以及已填的旧表还能不能用、哪些内容填不进新表。
                summary 在表样旁边写出汇总表的版式（编号.summary.xlsx），用 Excel 或 WPS 改好后，collect 就按它写汇总表。""",
                """
                Example: template check templates/qingyuan-2026.yaml
                         template diff older/hebei-2023.yaml hebei-2023
                         template summary hebei-2023
                diff tells what changed in fields, lists, rules and words, whether filled-in workbooks are still taken, and what does not go into the new form.
                summary writes the layout of the summary beside the template (ID.summary.xlsx); restyle it in Excel or WPS, and collect writes its summary after it.""");
    }

    @Override
    public ExitCode run(Call call) {
        List<String> words = call.operands();
        if (words.size() == 3 && words.get(0).equals("diff")) {
            TemplateDiff.lines(Install.template(words.get(1)), Install.template(words.get(2)), call.lang()).forEach(call.out()::println);
            return ExitCode.CLEAN;
        }
        if (words.size() == 2 && words.get(0).equals("summary")) {
            return summary(call, words.get(1));
        }
        if (words.size() < 2 || !words.get(0).equals("check")) {
            throw new UserError(Text.of("用法：template check 文件.yaml，template diff 旧表样 新表样，或 template summary 表样编号",
                    "Usage: template check FILE.yaml, template diff OLDER NEWER, or template summary ID"));
        }
        ExitCode code = ExitCode.CLEAN;
        for (String file : words.subList(1, words.size())) {
            List<Problem> problems = problems(call, file);
            problems.forEach(problem -> call.out().println(problem.in(call.lang())));
            code = problems.isEmpty() ? code : ExitCode.ERRORS_FOUND;
        }
        return code;
    }

    private static ExitCode summary(Call call, String idOrFile) {
        Template template = Install.template(idOrFile);
        Path target = Call.plain(Install.templates().beside(idOrFile, template, Summary.LAYOUT));
        try {
            Summary.writeLayout(template, call.lang(), target, call.has("force"));
        } catch (OutputException e) {
            throw UserErrors.of(e);
        }
        call.say(Text.of("版式已写到 " + target + "，用 Excel 或 WPS 修改后保存即可。", "The layout is in " + target + "; restyle it in Excel or WPS and save it."));
        return ExitCode.CLEAN;
    }

    private static List<Problem> problems(Call call, String file) {
        Shared.notAFolder(Path.of(file));
        if (!Files.isRegularFile(Path.of(file))) {
            throw new UserError(Text.of("找不到文件：" + file, "There is no file " + file));
        }
        try {
            Template template = TemplateLoader.load(Path.of(file));
            List<Problem> problems = CodedRules.problems(template, file);
            if (problems.isEmpty()) {
                int sheets = template.sheets().size();
                long rules = template.rules().stream().map(RuleUse::id).distinct().count();
                call.say(Text.of(file + "：没有问题（" + template.id() + " 第 " + template.version() + " 版，" + sheets + " 种表，" + rules + " 条规则）",
                        file + ": in order (" + template.id() + " version " + template.version() + ", " + sheets + " kinds of sheet, " + rules + " rules)"));
            }
            return problems;
        } catch (DefinitionException e) {
            return e.problems();
        }
    }
}
