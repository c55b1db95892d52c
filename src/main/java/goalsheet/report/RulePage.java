package goalsheet.report;

import static java.util.Map.entry;

import goalsheet.rule.Example;
import goalsheet.rule.Rule;
import goalsheet.rule.Status;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a rule says of itself, as a page of Markdown; the console shows the same. */
public final class RulePage {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, Text> PLACEHOLDERS = Map.ofEntries(
            entry("value", Text.of("现值", "value")), entry("expected", Text.of("应为", "expected")), entry("label", Text.of("字段", "field")),
            entry("n", Text.of("数量", "number")), entry("sheet", Text.of("工作表", "sheet")), entry("cell", Text.of("单元格", "cell")),
            entry("prompt", Text.of("该格的填写提示", "the cell's prompt")), entry("now", Text.of("现值", "value")), entry("result", Text.of("结果", "result")),
            entry("these", Text.of("这个（些）单元格", "no cell of the form, so its contents were")), entry("example", Text.of("例", "example")), entry("cure", Text.of("按具体情况", "as the case may be")), entry("name", Example.role("name")), entry("kind", Example.role("kind")), entry("budget", Example.role("budget")),
            entry("behind", Text.of("数字后面", "behind the number")), entry("problem", Text.of("问题所在", "what is wrong")), entry("usual", Text.of("条数", "so many")), entry("year", Text.of("年度", "year")));

    private static final Text REMOVED = Text.of("已停用", "Removed");
    private static final Text GONE = Text.of("从 {version} 版起不再检查。{instead}", "no longer checked since version {version}. {instead}");

    private RulePage() {
    }

    /** The page of one rule in one language; {@code level} of its heading, 1 for the top. */
    public static String of(Rule rule, Lang lang, int level) {
        List<String> lines = new ArrayList<>();
        String heads = "#".repeat(level);
        lines.add(heads + " " + rule.id() + " " + rule.summary().in(lang));
        lines.add("");
        if (rule.status() instanceof Status.Removed removed) {
            lines.add(part(REMOVED, GONE.with(Map.of("version", Text.same(removed.in()), "instead", removed.instead())), lang));
        }
        lines.add(part(Text.of("级别", "Severity"), rule.severity().label(), lang));
        lines.add(part(Text.of("问题", "Problem"), shown(rule.message()), lang));
        lines.add(part(Text.of("怎么改", "What to do"), shown(rule.remedy()), lang));
        if (!rule.why().isEmpty()) {
            lines.add(part(Text.of("为什么", "Why"), rule.why(), lang));
        }
        lines.add(part(Text.of("依据", "Source"), rule.source(), lang));
        if (!rule.status().since().isEmpty()) {
            lines.add(part(Text.of("起用版本", "Since"), Text.same(rule.status().since()), lang));
        }
        examples(lines, Text.of("会指出", "Fires"), rule.fires(), lang, heads);
        examples(lines, Text.of("不会指出", "Does not fire"), rule.passes(), lang, heads);
        return String.join("\n", lines) + "\n";
    }

    private static String part(Text name, Text words, Lang lang) {
        return "- **" + name.in(lang) + "**" + (lang == Lang.ZH ? "：" : ": ") + words.in(lang);
    }

    /** Placeholders as a reader of the page sees them. */
    private static Text shown(Text wording) {
        return Text.of(shown(wording.zh(), Lang.ZH), shown(wording.en(), Lang.EN));
    }

    private static String shown(String wording, Lang lang) {
        return PLACEHOLDER.matcher(wording).replaceAll(match -> "〈" + PLACEHOLDERS.getOrDefault(match.group(1), Text.same("…")).in(lang) + "〉");
    }

    private static void examples(List<String> lines, Text title, List<Example> examples, Lang lang, String heads) {
        if (examples.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(heads + "# " + title.in(lang));
        lines.add("");
        examples.forEach(example -> lines.add("- " + example(example, lang)));
    }

    private static String example(Example example, Lang lang) {
        return example instanceof Example.Deed deed ? deed.words().in(lang)
                : ((Example.Entries) example).sheets().stream().map(sheet -> sheet(sheet, lang)).collect(Collectors.joining(" ┃ "));
    }

    private static String sheet(Example.Sheet sheet, Lang lang) {
        List<String> parts = new ArrayList<>();
        if (!sheet.fields().isEmpty()) {
            parts.add(row(sheet.fields(), lang));
        }
        sheet.rows().forEach(row -> parts.add(row(row, lang)));
        return String.join(" / ", parts);
    }

    /** In a fixed order of roles, whatever the order of the map. */
    private static String row(Map<String, String> row, Lang lang) {
        List<String> order = List.of("kind", "name", "description", "value");
        return row.keySet().stream().sorted(java.util.Comparator.<String>comparingInt(key -> order.contains(key) ? order.indexOf(key) : -1).thenComparing(key -> key))
                .map(key -> (row.size() == 1 && key.equals("value") ? "" : Example.role(key).in(lang) + " ") + "`" + row.get(key).replace('\n', '↵') + "`")
                .collect(Collectors.joining(lang == Lang.ZH ? "，" : ", "));
    }
}
