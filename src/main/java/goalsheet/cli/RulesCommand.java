package goalsheet.cli;

import goalsheet.report.RulePage;
import goalsheet.rule.Catalogue;
import goalsheet.rule.Rule;
import goalsheet.template.Template;
import goalsheet.text.Nearest;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Shows the rules: all in a line each, or one in full. */
final class RulesCommand implements Command {

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public Text summary() {
        return Text.of("列出检查规则，或说明某一条规则", "list the rules, or explain one of them");
    }

    @Override
    public Text operands() {
        return Text.same("[ID...]");
    }

    @Override
    public List<CommandOption> options() {
        return List.of(CommandOption.value("template", "ID|FILE", Text.of("只看这个表样用到的规则", "only the rules that this template uses")).as("t"));
    }

    @Override
    public Text details() {
        return Text.of("例：rules\n    rules AMT001", "Example: rules\n         rules AMT001");
    }

    @Override
    public ExitCode run(Call call) {
        Map<String, Rule> rules = rules(call.value("template"));
        if (call.operands().isEmpty()) {
            rules.values().forEach(rule -> call.out().println(rule.id() + "  " + rule.severity().label().in(call.lang()) + "  " + rule.summary().in(call.lang())));
            return ExitCode.CLEAN;
        }
        // Reports of earlier years name rules that are gone.
        Catalogue.removed().forEach(rule -> rules.put(rule.id(), rule));
        List<String> pages = new ArrayList<>();
        for (String word : call.operands()) {
            String id = word.toUpperCase(Locale.ROOT);
            if (!rules.containsKey(id)) {
                Text hint = Nearest.hint(id, rules.keySet());
                throw new UserError(Text.of("没有规则 " + word + hint.zh(), "there is no rule " + word + hint.en()));
            }
            pages.add(RulePage.of(rules.get(id), call.lang(), 1));
        }
        call.out().print(String.join("\n", pages));
        return ExitCode.CLEAN;
    }

    private static Map<String, Rule> rules(Optional<String> only) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        if (only.isPresent()) {
            Catalogue.of(Install.template(only.get())).forEach(rule -> rules.put(rule.id(), rule));
            return rules;
        }
        Map<String, Rule> all = new java.util.TreeMap<>();
        for (String id : Install.templates().ids()) {
            Template template = Install.template(id);
            Catalogue.of(template).forEach(rule -> all.putIfAbsent(rule.id(), rule));
        }
        Catalogue.builtIn().forEach(rule -> all.put(rule.id(), rule));
        rules.putAll(all);
        return rules;
    }
}
