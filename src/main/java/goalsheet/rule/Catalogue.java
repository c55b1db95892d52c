package goalsheet.rule;

import goalsheet.template.RuleUse;
import goalsheet.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every rule there is: those of files and forms, those of single cells, the coded ones, and those a template writes itself. */
public final class Catalogue {
    private Catalogue() {
    }

    /** The rules that are part of the program, by id. */
    public static List<Rule> builtIn() {
        return Stream.of(FormRules.all().stream(), DamageRules.all().stream(), CellRules.all().stream(), CollectRules.all().stream(), CodedRules.all().stream().flatMap(coded -> coded.rules().stream()))
                .flatMap(rules -> rules).sorted(java.util.Comparator.comparing(Rule::id)).toList();
    }

    /** The rules that are run no more, by id; no rule may bear one of their ids. */
    public static List<Rule> removed() {
        return RemovedRules.all();
    }

    /** The rules that apply to a template's workbooks: its own, the coded ones it uses, and those of every form; by id. */
    public static List<Rule> of(Template template) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        Stream.of(FormRules.all(), DamageRules.all(), CellRules.all()).flatMap(List::stream).forEach(rule -> rules.put(rule.id(), rule));
        for (RuleUse use : template.rules()) {
            if (use.isExpression()) {
                rules.putIfAbsent(use.id(), written(use));
            } else {
                coded(use.id()).ifPresent(rule -> rules.put(rule.id(), use.severity().isEmpty() ? rule : rule.as(Severity.named(use.severity()))));
            }
        }
        return rules.values().stream().sorted(java.util.Comparator.comparing(Rule::id)).toList();
    }

    private static Optional<Rule> coded(String id) {
        return CodedRules.of(id).flatMap(coded -> coded.rules().stream().filter(rule -> rule.id().equals(id)).findFirst());
    }

    /** A rule as a template words it. */
    public static Rule written(RuleUse use) {
        RuleUse.Notes notes = use.notes();
        return new Rule(use.id(), Severity.named(use.severity()), use.summary(), use.message(), use.remedy())
                .since(notes.since()).because(notes.why(), notes.source().isEmpty() ? Rule.CUSTOMARY : notes.source())
                .withExamples(notes.fires().stream().map(Example::fields).toList(), notes.passes().stream().map(Example::fields).toList());
    }
}
