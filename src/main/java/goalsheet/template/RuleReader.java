package goalsheet.template;

import goalsheet.expr.Expr;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rules of a template file. */
final class RuleReader {
    private static final List<String> OWN_KEYS = List.of("each", "sheet", "table", "on", "severity", "check", "when", "silences",
            "summary", "message", "remedy", "shown", "why", "source", "fires", "passes", "waivable", "off");

    private final TemplateReader in;

    RuleReader(TemplateReader in) {
        this.in = in;
    }

    List<RuleUse> rules(YamlNode node) {
        List<RuleUse> rules = new ArrayList<>();
        for (YamlNode.Entry entry : in.entries(node)) {
            Map<String, YamlNode> common = settings(entry.node());
            if (in.flag(common, "off")) {
                continue;
            }
            if (!common.containsKey("each")) {
                rules.add(rule(entry, common));
                continue;
            }
            for (YamlNode use : in.items(common.get("each"))) {
                Map<String, YamlNode> merged = new LinkedHashMap<>(common);
                merged.putAll(settings(use));
                rules.add(rule(entry, merged));
            }
        }
        return List.copyOf(rules);
    }

    private Map<String, YamlNode> settings(YamlNode node) {
        Map<String, YamlNode> settings = new LinkedHashMap<>();
        in.entries(node).forEach(entry -> settings.put(entry.key(), entry.node()));
        return settings;
    }

    private RuleUse rule(YamlNode.Entry entry, Map<String, YamlNode> keys) {
        String severity = in.word(keys, "severity");
        if (!severity.isEmpty() && !List.of("error", "warning", "info").contains(severity)) {
            in.wrong(keys.get("severity"), "级别应为 error、warning 或 info", "severity is error, warning or info");
        }
        Map<String, Expr> shown = new LinkedHashMap<>();
        if (keys.containsKey("shown")) {
            in.entries(keys.get("shown")).forEach(item -> in.expression(item.node()).ifPresent(expr -> shown.put(item.key(), expr)));
        }
        Map<String, List<String>> settings = new LinkedHashMap<>();
        keys.forEach((key, value) -> {
            if (!OWN_KEYS.contains(key)) {
                settings.put(key, in.words(value));
            }
        });
        if (in.flag(keys, "waivable") && severity.equals("error")) {
            in.wrong(keys.get("waivable"), "强制性规则不能免检", "an error cannot be waived");
        }
        Optional<Expr> check = in.expression(keys, "check");
        Text summary = in.text(keys, "summary");
        Text message = in.text(keys, "message");
        if (keys.containsKey("check")) {
            for (String needed : List.of("sheet", "on", "severity", "summary", "message", "remedy")) {
                if (!keys.containsKey(needed)) {
                    in.wrong(entry.keyLine(), "规则 " + entry.key() + " 缺少“" + needed + "”", "rule " + entry.key() + " lacks '" + needed + "'");
                }
            }
            settings.keySet().forEach(key -> in.wrong(entry.keyLine(), "规则 " + entry.key() + " 不能写“" + key + "”", "'" + key + "' is not known in rule " + entry.key()));
        }
        return new RuleUse(entry.key(), in.word(keys, "sheet"), in.word(keys, "table"), keys.containsKey("on") ? in.words(keys.get("on")) : List.of(),
                severity, check, in.expression(keys, "when"), keys.containsKey("silences") ? in.words(keys.get("silences")) : List.of(),
                summary, message, in.text(keys, "remedy"), shown, settings, in.flag(keys, "waivable"),
                new RuleUse.Notes(in.text(keys, "why"), in.text(keys, "source"), examples(keys, "fires"), examples(keys, "passes")), entry.keyLine());
    }

    /** Each example is a mapping of field to what is typed there. */
    private List<Map<String, String>> examples(Map<String, YamlNode> keys, String key) {
        List<Map<String, String>> examples = new ArrayList<>();
        for (YamlNode node : keys.containsKey(key) ? in.items(keys.get(key)) : List.<YamlNode>of()) {
            Map<String, String> example = new LinkedHashMap<>();
            in.entries(node).forEach(entry -> example.put(entry.key(), in.word(entry.node())));
            examples.add(example);
        }
        return List.copyOf(examples);
    }
}
