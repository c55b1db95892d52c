package goalsheet.text;

import java.util.List;
import java.util.stream.Collectors;

/** Several words in one text, parted as each language does it; of what is beyond a number only a sign is given that there is more. */
public final class Series {
    private static final Text WORDS = Text.of("、", ", ");
    private static final Text CLAUSES = Text.of("；", "; ");
    private static final String MORE = "…";

    private Series() {
    }

    /** {@code 甲、乙……} and {@code A, B, …}. */
    public static Text of(List<String> words, int most) {
        return joined(words.stream().map(Text::same).toList(), most, WORDS);
    }

    /** All of them, which differ from language to language. */
    public static Text texts(List<Text> words) {
        return joined(words, words.size(), WORDS);
    }

    /** {@code “甲”、“乙”} and {@code 'A', 'B'}. */
    public static Text quoted(List<String> names, int most) {
        return joined(names.stream().map(name -> Text.of("“" + name + "”", "'" + name + "'")).toList(), most, WORDS);
    }

    /** {@code 甲：一；乙：二} and {@code A: 1; B: 2}. */
    public static Text clauses(List<Text> clauses, int most) {
        return joined(clauses, most, CLAUSES);
    }

    private static Text joined(List<Text> words, int most, Text between) {
        boolean more = words.size() > most;
        return Text.of(words.stream().limit(most).map(Text::zh).collect(Collectors.joining(between.zh())) + (more ? MORE + MORE : ""),
                words.stream().limit(most).map(Text::en).collect(Collectors.joining(between.en())) + (more ? between.en() + MORE : ""));
    }
}
