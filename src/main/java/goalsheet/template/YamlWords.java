package goalsheet.template;

import goalsheet.text.Text;
import java.util.Map;

/** The YAML parser's complaints in words that people who do not know YAML can act on. */
final class YamlWords {
    private static final Map<String, Text> KNOWN = Map.of(
            "mapping values are not allowed here",
            Text.of("这里不该有“:”：请检查上一行的缩进，含冒号的文字请加引号。", "':' is not expected here: check the indentation, or quote a text with a colon."),
            "could not find expected ':'",
            Text.of("缺少“:”，名称后面要写“: ”和内容。", "':' is missing after the name."),
            "expected <block end>, but found",
            Text.of("缩进与前面的行不一致。", "the indentation differs from the lines before."),
            "'\\t(TAB)' that cannot start any token",
            Text.of("缩进用了制表符，请改用空格。", "a tab is used to indent; use blanks."),
            "found unexpected end of stream",
            Text.of("引号没有成对。", "a quotation mark is not closed."),
            "expected ',' or ']'",
            Text.of("“[ ]”里缺少“,”或“]”。", "',' or ']' is missing in a list in brackets."),
            "expected ',' or '}'",
            Text.of("“{ }”里缺少“,”或“}”。", "',' or '}' is missing in a group in braces."),
            "that cannot start any token",
            Text.of("以这个符号开头的文字要加引号。", "a text that starts with this character must be quoted."));

    private YamlWords() {
    }

    static Text of(String complaint) {
        // the longest known wording wins: the complaint about tabs ends like the general one
        return KNOWN.keySet().stream().filter(complaint::contains).max(java.util.Comparator.comparingInt(String::length)).map(KNOWN::get)
                .orElse(Text.of("YAML 写法有误：" + complaint, "not valid YAML: " + complaint));
    }
}
