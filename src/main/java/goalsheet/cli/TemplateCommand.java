package goalsheet.cli;

import goalsheet.rule.CodedRules;
import goalsheet.template.DefinitionException;
import goalsheet.template.Problem;
import goalsheet.template.RuleUse;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Text;
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
        return Text.of("检查表样文件（template check 文件.yaml）", "check a template file (template check FILE.yaml)");
    }

    @Override
    public Text operands() {
        return Text.same("check FILE.yaml...");
    }

    @Override
    public ExitCode run(Call call) {
        List<String> words = call.operands();
        if (words.size() < 2 || !words.get(0).equals("check")) {
            throw new UserError(Text.of("用法：template check 文件.yaml", "Usage: template check FILE.yaml"));
        }
        ExitCode code = ExitCode.CLEAN;
        for (String file : words.subList(1, words.size())) {
            List<Problem> problems = problems(call, file);
            problems.forEach(problem -> call.out().println(problem.in(call.lang())));
            code = problems.isEmpty() ? code : ExitCode.ERRORS_FOUND;
        }
        return code;
    }

    private static List<Problem> problems(Call call, String file) {
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
