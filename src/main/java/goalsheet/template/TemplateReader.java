package goalsheet.template;

import goalsheet.expr.Expr;
import goalsheet.expr.ExpressionException;
import goalsheet.expr.Parser;
import goalsheet.expr.Value;
import goalsheet.text.Nearest;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes values out of a definition file and writes down every mistake with its line, instead of stopping at the first. */
final class TemplateReader {
    private final String file;
    private final Problems problems;
    private final Map<Expr, YamlNode> places = new java.util.IdentityHashMap<>();

    TemplateReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    void wrong(YamlNode node, String zh, String en) {
        wrong(node.line(), zh, en);
    }

    void wrong(int line, String zh, String en) {
        problems.add(file, line, zh, en);
    }

    /** The entries of a mapping by key, after refusing keys that are not known here. */
    Map<String, YamlNode> keys(YamlNode node, String... known) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        List<String> names = List.of(known);
        for (YamlNode.Entry entry : entries(node)) {
            if (names.contains(entry.key())) {
                entries.put(entry.key(), entry.node());
            } else {
                String hint = Nearest.to(entry.key(), names).orElse("");
                wrong(entry.keyLine(), "此处不能写“" + entry.key() + "”" + (hint.isEmpty() ? "，可以写：" + String.join("、", names) : "，是否应为“" + hint + "”？"),
                        "'" + entry.key() + "' is not known here" + (hint.isEmpty() ? "; known: " + String.join(", ", names) : "; did you mean '" + hint + "'?"));
            }
        }
        return entries;
    }

    List<YamlNode.Entry> entries(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping.entries();
        }
        if (!(node instanceof YamlNode.Scalar scalar && scalar.isNull())) {
            wrong(node, "此处应为“名称: 值”的形式", "names with values are wanted here");
        }
        return List.of();
    }

    /** The items of a list; a single value counts as a list of one. */
    List<YamlNode> items(YamlNode node) {
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        return node instanceof YamlNode.Scalar scalar && scalar.isNull() ? List.of() : List.of(node);
    }

    List<String> words(YamlNode node) {
        return items(node).stream().map(this::word).toList();
    }

    String word(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.isNull() ? "" : scalar.text();
        }
        wrong(node, "此处应为一个词", "a single word is wanted here");
        return "";
    }

    String word(Map<String, YamlNode> entries, String key) {
        return entries.containsKey(key) ? word(entries.get(key)) : "";
    }

    /** A word that has to be there. */
    String needed(YamlNode parent, Map<String, YamlNode> entries, String key) {
        String word = word(entries, key);
        if (word.isEmpty()) {
            missing(parent, key);
        }
        return word;
    }

    void missing(YamlNode parent, String key) {
        wrong(parent, "缺少“" + key + "”", "'" + key + "' is missing");
    }

    /** A wording: plain when both languages are the same, else {@code {zh: …, en: …}}. */
    Text text(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return Text.same(scalar.text());
        }
        Map<String, YamlNode> both = keys(node, "zh", "en");
        return Text.of(needed(node, both, "zh"), needed(node, both, "en"));
    }

    Text text(Map<String, YamlNode> entries, String key) {
        return entries.containsKey(key) ? text(entries.get(key)) : Text.EMPTY;
    }

    int whole(Map<String, YamlNode> entries, String key, int usual) {
        return entries.containsKey(key) ? whole(entries.get(key), usual) : usual;
    }

    int whole(YamlNode node, int usual) {
        String word = word(node);
        if (word.matches("\\d{1,6}")) {
            return Integer.parseInt(word);
        }
        wrong(node, "应为整数", "a whole number is wanted");
        return usual;
    }

    /** A number within bounds, both included. */
    int whole(Map<String, YamlNode> entries, String key, int usual, int least, int most) {
        return entries.containsKey(key) ? whole(entries.get(key), usual, least, most) : usual;
    }

    int whole(YamlNode node, int usual, int least, int most) {
        int number = whole(node, usual);
        if (number < least || number > most) {
            wrong(node, "应为 " + least + " 到 " + most + " 的整数", "a whole number from " + least + " to " + most + " is wanted");
            return usual;
        }
        return number;
    }

    Optional<BigDecimal> number(Map<String, YamlNode> entries, String key, FieldType type) {
        if (!entries.containsKey(key)) {
            return Optional.empty();
        }
        String word = word(entries.get(key));
        try {
            if (type == FieldType.DATE) {
                return Optional.of(((Value.Num) Value.of(LocalDate.parse(word))).number());
            }
            // Not 1e999999999, which is a number only until somebody writes it out.
            return Optional.of(new BigDecimal(word.length() <= 20 && !word.matches(".*[eE].*") ? word : ""));
        } catch (NumberFormatException | DateTimeParseException e) {
            wrong(entries.get(key), type == FieldType.DATE ? "应为日期，如 2023-01-15" : "应为数字",
                    type == FieldType.DATE ? "a date is wanted, such as 2023-01-15" : "a number is wanted");
            return Optional.empty();
        }
    }

    boolean flag(Map<String, YamlNode> entries, String key) {
        String word = word(entries, key);
        if (!word.isEmpty() && !word.equals("true") && !word.equals("false")) {
            wrong(entries.get(key), "应为 true 或 false", "true or false is wanted");
        }
        return word.equals("true");
    }

    Optional<Expr> expression(Map<String, YamlNode> entries, String key) {
        return entries.containsKey(key) ? expression(entries.get(key)) : Optional.empty();
    }

    Optional<Expr> expression(YamlNode node) {
        try {
            Expr expr = Parser.parse(word(node));
            places.put(expr, node);
            return Optional.of(expr);
        } catch (ExpressionException e) {
            wrong(node, e);
            return Optional.empty();
        }
    }

    /** Notes where an expression comes from that the program has put together. */
    Expr placed(Expr expr, YamlNode node) {
        places.put(expr, node);
        return expr;
    }

    /** Where an expression was written. */
    YamlNode place(Expr expr) {
        return places.get(expr);
    }

    void wrong(YamlNode node, ExpressionException problem) {
        wrong(node, "表达式第 " + problem.column() + " 个字符：" + problem.words().zh(),
                "expression, character " + problem.column() + ": " + problem.words().en());
    }

    /** The value of an enumeration, written in lower case. */
    <E extends Enum<E>> Optional<E> choice(YamlNode node, String word, Map<String, E> choices) {
        E chosen = choices.get(word);
        if (chosen == null) {
            List<String> names = new ArrayList<>(choices.keySet());
            wrong(node, "“" + word + "”不在可选范围内：" + String.join("、", names), "'" + word + "' is none of " + String.join(", ", names));
        }
        return Optional.ofNullable(chosen);
    }
}
