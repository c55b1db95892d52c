package goalsheet.rule.value;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How a value is compared with its number. */
public enum Operator {
    AT_LEAST("≥", List.of("大于或等于", "大于等于", "不得低于", "不得少于", "不低于", "不少于", "不小于", "至少", "最少"), List.of("及以上", "以上")),
    AT_MOST("≤", List.of("小于或等于", "小于等于", "不得超过", "不得高于", "不超过", "不高于", "不大于", "不多于", "不晚于", "不迟于", "至多", "最多"),
            List.of("及以下", "以下", "以内", "之内", "内")),
    MORE(">", List.of("大于", "高于", "多于", "超过"), List.of()),
    LESS("<", List.of("小于", "低于", "少于"), List.of()),
    EQUAL("=", List.of("等于"), List.of()),
    /** nothing is said, or 左右 */
    NONE("", List.of(), List.of("左右"));

    private final String sign;
    private final List<String> before;
    private final List<String> after;

    Operator(String sign, List<String> before, List<String> after) {
        this.sign = sign;
        this.before = before;
        this.after = after;
    }

    /** The normal sign, "" for {@link #NONE}. */
    public String sign() {
        return sign;
    }

    /** Words that say the same in front of the number: 不低于. */
    public List<String> before() {
        return before;
    }

    /** Words that say the same behind number and unit: 以上. */
    public List<String> after() {
        return after;
    }

    /** A spelling and what it means. */
    record Word(String spelling, Operator operator) {
    }

    /** Signs and words in front of a number, the longest first, so that 大于等于 is not read as 大于. */
    static final List<Word> PREFIXES = longestFirst(Arrays.stream(values()).filter(operator -> operator != NONE).flatMap(operator ->
            Stream.concat(Stream.of(operator.sign), operator.before.stream()).map(word -> new Word(word, operator))));

    static final List<Word> SUFFIXES = longestFirst(Arrays.stream(values()).flatMap(operator ->
            operator.after.stream().map(word -> new Word(word, operator))));

    private static List<Word> longestFirst(Stream<Word> words) {
        return words.sorted(Comparator.comparing((Word word) -> -word.spelling().length())).toList();
    }
}
