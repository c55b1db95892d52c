package goalsheet.rule.value;

import goalsheet.rule.value.IndicatorValue.Quantity;
import goalsheet.rule.value.IndicatorValue.Range;
import goalsheet.rule.value.IndicatorValue.Unreadable;
import goalsheet.rule.value.IndicatorValue.Wording;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads indicator values. The grammar, after {@link Spelling}:
 *
 * <pre>
 *   value    = date | [lead] [operator] number [unit] [remark] [suffix] [remark] | number [unit] to number [unit] | words
 *   number   = 1,000 | 98.5 | -3 | 百分之九十 | 十二
 *   operator = ≥ ≤ > &lt; = | 不低于 | 不超过 …      suffix = 以上 | 以内 | 左右 …
 * </pre>
 *
 * @param gradable words that name a degree: a wording that holds one can be judged
 * @param vague    phrases that cannot be judged even beside such a word, unless the wording ends with it
 */
public record ValueReader(List<String> gradable, List<String> vague) {
    /** Words seen in published tables and their near relations. */
    public static final List<String> GRADABLE = List.of("合理", "可控", "及时", "健全", "完善", "提升", "提高", "增强", "增加", "增长", "加强", "减少", "降低", "下降", "改善",
            "优化", "促进", "长期", "持续", "有效", "显著", "明显", "良好", "优秀", "较高", "较好", "达标", "合格", "满意", "合规", "规范", "完整", "准确", "稳定", "标准", "通过", "全覆盖", "足额", "零", "零投诉", "零事故",
            "无事故", "无投诉", "扩大", "缩短", "优", "良");
    public static final List<String> VAGUE = List.of("正常开展", "正常运转", "正常运行", "正常进行", "顺利开展", "顺利进行", "工作开展", "按计划", "按要求", "按规定", "按需",
            "依法依规", "确保工作", "保障工作", "做好", "落实");
    public static final ValueReader DEFAULT = new ValueReader(GRADABLE, VAGUE);

    private static final List<String> LEADS = List.of("达到", "达", "大约", "约", "共计", "共", "完成", "控制在", "保持在");
    private static final List<String> TO = List.of("-", "~", "—", "–", "〜", "至", "到");
    private static final Pattern RANK = Pattern.compile("(?:[Ⅰ-Ⅻ]+|(?<![A-Za-z])(?:A{1,5}|[B-D]|I{1,3}|IV|V)|[甲乙丙])[类级等]|[前第][一二三四五六七八九十]{1,3}名|前[一二三四五六七八九十]{1,3}位");
    private static final String CLOSING = "。.;；，,、";

    /** Reads one value; every text gives an answer, an empty one {@link Unreadable}. */
    public IndicatorValue read(String text) {
        String plain = unclosed(Spelling.plain(text));
        if (plain.isEmpty()) {
            return new Unreadable("");
        }
        Cursor in = new Cursor(plain);
        Operator operator = operator(in);
        Optional<IndicatorValue> found = operator == Operator.MORE || operator == Operator.LESS ? Optional.empty()
                : Dates.read(plain, operator, in.at);
        if (found.isEmpty()) {
            found = number(in, operator);
        }
        return found.orElseGet(() -> plain.chars().anyMatch(c -> Spelling.isDigit((char) c)) ? new Unreadable(Spelling.strip(text))
                : new Wording(Spelling.strip(text), isGradable(plain)));
    }

    /** Whether a wording names a grade or a rank, which can be judged as well as a number: Ⅲ类以上, 甲级, 全县前三名. */
    public boolean isRanked(String wording) {
        return RANK.matcher(wording).find() && vague.stream().noneMatch(wording::contains);
    }

    private boolean isGradable(String plain) {
        return gradable.stream().anyMatch(plain::endsWith)
                || vague.stream().noneMatch(plain::contains) && gradable.stream().anyMatch(word -> word.length() > 1 && plain.contains(word));
    }

    private static Operator operator(Cursor in) {
        in.eatAny(LEADS);
        for (Operator.Word word : Operator.PREFIXES) {
            if (in.eat(word.spelling())) {
                return word.operator();
            }
        }
        return Operator.NONE;
    }

    private static Optional<IndicatorValue> number(Cursor in, Operator before) {
        Optional<Numerals.Number> low = Numerals.read(in);
        if (low.isEmpty()) {
            return Optional.empty();
        }
        String unit = unit(in, low.get());
        // many words begin with a numeral: 一流, 十佳; only 三人 is a number
        boolean word = low.get().chinese() && !unit.isEmpty() && !Units.isUnit(unit);
        if (word) {
            return Optional.empty();
        }
        if (before == Operator.NONE && in.eatAny(TO)) {
            return range(in, low.get(), unit);
        }
        in.remark();
        Operator after = Operator.NONE;
        for (Operator.Word suffix : Operator.SUFFIXES) {
            if (in.eat(suffix.spelling())) {
                after = suffix.operator();
                break;
            }
        }
        in.remark();
        boolean contradicts = before != Operator.NONE && after != Operator.NONE && before != after;
        return in.atEnd() && !contradicts
                ? Optional.of(new Quantity(before == Operator.NONE ? after : before, low.get().value(), unit)) : Optional.empty();
    }

    private static Optional<IndicatorValue> range(Cursor in, Numerals.Number low, String lowUnit) {
        Optional<Numerals.Number> high = Numerals.read(in);
        if (high.isEmpty()) {
            return Optional.empty();
        }
        String unit = unit(in, high.get());
        in.remark();
        boolean fits = in.atEnd() && low.value().compareTo(high.get().value()) <= 0 && (lowUnit.isEmpty() || lowUnit.equals(unit));
        return fits ? Optional.of(new Range(low.value(), high.get().value(), unit)) : Optional.empty();
    }

    private static String unit(Cursor in, Numerals.Number number) {
        return number.unit().isEmpty() ? Units.read(in) : number.unit();
    }

    private static String unclosed(String text) {
        int end = text.length();
        while (end > 0 && (CLOSING.indexOf(text.charAt(end - 1)) >= 0 || text.charAt(end - 1) == ' ')) {
            end--;
        }
        return text.substring(0, end);
    }
}
