package goalsheet.template;

import goalsheet.expr.Expr;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rules of a template file. */
final class RuleReader {
    private static final List<String> OWN_KEYS = List.of("each", "sheet", "table", "on", "severity", "check", "shares", "when", "silences",
            "summary", "message", "remedy", "shown", "why", "source", "since", "fires", "passes", "waivable", "instruction", "off");
    /** A built-in rule says these itself. */
    private static final List<String> WORDS = List.of("silences", "summary", "message", "remedy", "shown", "why", "source", "since", "fires", "passes");

    private final TemplateReader in;
    private final List<SharesCheck.Given> shares = new ArrayList<>();

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
                rules.addAll(uses(entry, common));
                continue;
            }
            for (YamlNode use : in.items(common.get("each"))) {
                Map<String, YamlNode> merged = new LinkedHashMap<>(common);
                merged.putAll(settings(use));
                rules.addAll(uses(entry, merged));
            }
        }
        return List.copyOf(rules);
    }

    /** The shares that rules give, to be checked when all else is read. */
    List<SharesCheck.Given> shares() {
        return List.copyOf(shares);
    }

    /** Shares are a rule for each item; every other rule is one. */
    private List<RuleUse> uses(YamlNode.Entry entry, Map<String, YamlNode> keys) {
        RuleUse rule = rule(entry, keys);
        if (!keys.containsKey("shares")) {
            return List.of(rule);
        }
        YamlNode node = keys.get("shares");
        Map<String, YamlNode> own = in.keys(node, "by", "of", "points");
        Map<String, YamlNode> points = own.containsKey("points") ? settings(own.get("points")) : Map.of();
        if (points.isEmpty()) {
            in.missing(node, "points");
        }
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        points.keySet().forEach(item -> in.number(points, item, FieldType.NUMBER).ifPresent(number -> numbers.put(item, number)));
        Shares given = new Shares(in.needed(node, own, "by"), in.needed(node, own, "of"), numbers);
        shares.add(new SharesCheck.Given(rule.id(), rule.sheet(), given, node));
        List<String> due = numbers.entrySet().stream().map(each -> each.getKey() + " " + each.getValue().toPlainString()).toList();
        RuleUse.Notes notes = rule.notes().naming(Map.of("points", Text.of(String.join("、", due), String.join(", ", due))));
        return numbers.keySet().stream().map(item -> {
            Map<String, Expr> shown = new LinkedHashMap<>(given.shown(item));
            shown.putAll(rule.shown());
            shown.values().forEach(expr -> in.placed(expr, node));
            return new RuleUse(rule.id(), rule.sheet(), rule.table(), rule.on(), rule.severity(), Optional.of(in.placed(given.check(item), node)),
                    Optional.of(in.placed(given.when(rule.when()), node)), rule.silences(), rule.summary(), rule.message(), rule.remedy(), shown, rule.settings(), rule.waivable(), notes, rule.line());
        }).toList();
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
        if (keys.containsKey("check") && keys.containsKey("shares")) {
            in.wrong(keys.get("shares"), "“check”和“shares”只能写一个", "a rule has either 'check' or 'shares'");
        }
        if (keys.containsKey("check") || keys.containsKey("shares")) {
            for (String needed : List.of("sheet", "on", "severity", "summary", "message", "remedy")) {
                if (!keys.containsKey(needed)) {
                    in.wrong(entry.keyLine(), "规则 " + entry.key() + " 缺少“" + needed + "”", "rule " + entry.key() + " lacks '" + needed + "'");
                }
            }
            settings.keySet().forEach(key -> in.wrong(entry.keyLine(), "规则 " + entry.key() + " 不能写“" + key + "”", "'" + key + "' is not known in rule " + entry.key()));
        } else {
            WORDS.stream().filter(keys::containsKey).forEach(key -> in.wrong(keys.get(key), "规则 " + entry.key() + " 没有写“check”：内置规则不能写“" + key + "”",
                    "rule " + entry.key() + " has no 'check': a built-in rule takes no '" + key + "'"));
        }
        return new RuleUse(entry.key(), in.word(keys, "sheet"), in.word(keys, "table"), keys.containsKey("on") ? in.words(keys.get("on")) : List.of(),
                severity, check, in.expression(keys, "when"), keys.containsKey("silences") ? in.words(keys.get("silences")) : List.of(),
                summary, message, in.text(keys, "remedy"), shown, settings, in.flag(keys, "waivable"),
                new RuleUse.Notes(in.text(keys, "why"), in.text(keys, "source"), in.word(keys, "since"), examples(keys, "fires"), examples(keys, "passes"), in.text(keys, "instruction")), entry.keyLine());
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
