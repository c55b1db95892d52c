package goalsheet.text;

import java.util.Map;
import java.util.regex.Pattern;

/** One wording in both languages; placeholders look like {@code {name}}. */
public record Text(String zh, String en) {
    public static final Text EMPTY = new Text("", "");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }

    /** A wording that is the same in both languages: a value, a code, a name. */
    public static Text same(String both) {
        return new Text(both, both);
    }

    public String in(Lang lang) {
        return lang == Lang.EN ? en : zh;
    }

    public boolean isEmpty() {
        return zh.isEmpty() && en.isEmpty();
    }

    /** Replaces every {@code {key}} found in {@code arguments}; unknown placeholders stay as they are. */
    public Text with(Map<String, Text> arguments) {
        return new Text(fill(zh, arguments, Lang.ZH), fill(en, arguments, Lang.EN));
    }

    private static String fill(String wording, Map<String, Text> arguments, Lang lang) {
        return PLACEHOLDER.matcher(wording).replaceAll(match -> {
            Text value = arguments.get(match.group(1));
            return java.util.regex.Matcher.quoteReplacement(value == null ? match.group() : value.in(lang));
        });
    }
}
