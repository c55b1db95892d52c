package goalsheet.rule;

import goalsheet.rule.value.Spelling;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same thing in two widths: (%) beside （%）, a name with and without a blank, digits of both widths; told once for a workbook,
 * at the first spelling that departs from an earlier one. Looks at every field of {@code on}. Brackets around different words are
 * left alone: both widths are right in their place.
 */
final class MixedWidth implements CodedRule {
    private static final Pattern BRACKETS = Pattern.compile("[（(][^（()）]{1,10}[)）]");
    private static final Pattern DIGITS = Pattern.compile("[0-9０-９]+");

    private static final Rule RULE = new Rule("TXT004", Severity.INFO,
            Text.of("全角、半角混用", "Full and half width are mixed"),
            Text.of("同一内容有“{earlier}”和“{value}”两种写法。", "The same is written both \"{earlier}\" and \"{value}\"."),
            Text.of("全表统一用一种写法，如“（%）”都改为“(%)”。", "Use one spelling throughout: 合格率(%), not 合格率（%）, if that is how it began."))
            .because(Text.of("写法不一，汇总时会被当成不同的指标。", "In summaries, two spellings count as two indicators."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(Example.rows("工作完成率(%)", "工作完成率（%）"), Example.rows("工作完成率(%)", "工作合格率（%）"), Example.rows("验收 合格率", "验收合格率"),
                            Example.rows("1号楼维修面积", "２号楼维修面积")),
                    List.of(Example.rows("工作完成率(%)", "工作合格率(%)"), Example.rows("维修面积(平方米)", "补助人数（人）"), Example.rows("1号楼维修面积", "2号楼维修面积"),
                            Example.rows("培训班次", "培训人次"), Example.rows("使用年限（新区）", "使用年限（老区）")));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Set.of();
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        Map<String, String> spellings = new HashMap<>();
        for (Line line : Line.each(use, submission)) {
            Optional<Pair> pair = departure(Spelling.strip(line.carrier().shown()), spellings);
            if (pair.isPresent()) {
                Text earlier = Text.same(pair.get().earlier());
                found.accept(Finding.of(RULE, line.carrier().place(), pair.get().here(), earlier, Map.of("earlier", earlier)));
                return;
            }
        }
    }

    private record Pair(String earlier, String here) {
    }

    private static Optional<Pair> departure(String text, Map<String, String> spellings) {
        for (Matcher brackets = BRACKETS.matcher(text); brackets.find();) {
            String before = earlier("brackets " + folded(brackets.group()), brackets.group(), spellings);
            if (!before.equals(brackets.group())) {
                return Optional.of(new Pair(before, brackets.group()));
            }
        }
        String whole = earlier("text " + folded(text), text, spellings);
        if (!whole.equals(text)) {
            return Optional.of(new Pair(whole, text));
        }
        for (Matcher digits = DIGITS.matcher(text); digits.find();) {
            String width = digits.group().equals(Spelling.tidy(digits.group())) ? "half" : "full";
            spellings.putIfAbsent(width, text);
        }
        String full = spellings.getOrDefault("full", "");
        String half = spellings.getOrDefault("half", "");
        return full.isEmpty() || half.isEmpty() ? Optional.empty() : Optional.of(full.equals(text) ? new Pair(half, full) : new Pair(full, half));
    }

    private static String earlier(String key, String spelling, Map<String, String> spellings) {
        String before = spellings.putIfAbsent(key, spelling);
        return before == null ? spelling : before;
    }

    /** Half-width brackets, digits and letters; no blanks. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.chars().filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .forEach(c -> folded.append((char) (c >= '！' && c <= '～' ? c - '！' + '!' : c)));
        return folded.toString();
    }
}
