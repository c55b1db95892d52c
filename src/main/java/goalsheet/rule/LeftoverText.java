package goalsheet.rule;

import goalsheet.rule.value.Spelling;
import goalsheet.template.FieldType;
import goalsheet.template.RuleUse;
import goalsheet.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words or marks that stood for something to be filled in and were left there. Looks at every field of {@code on}. Setting:
 * {@code further}, more texts that a form uses as placeholders.
 */
final class LeftoverText implements CodedRule {
    /** X and * beside digits or letters belong to model codes and masked numbers: DXX-200, 138****1234. */
    private static final String NOT_CODE_BEFORE = "(?<![A-Za-z0-9*×Ｘ-])";
    private static final String NOT_CODE_AFTER = "(?![A-Za-z0-9*×Ｘ-])";

    /** @param marks one of them stands in whatever the pattern finds: most texts need no closer look */
    private record Left(String marks, Pattern pattern) {
        Left(String marks, String pattern) {
            this(marks, Pattern.compile(pattern));
        }

        Optional<String> in(String text) {
            if (!holdsOneOf(marks, text)) {
                return Optional.empty();
            }
            Matcher match = pattern.matcher(text);
            return match.find() ? Optional.of(Spelling.strip(match.group())) : Optional.empty();
        }

        private static boolean holdsOneOf(String marks, String text) {
            for (int i = 0; i < marks.length(); i++) {
                if (text.indexOf(marks.charAt(i)) >= 0) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final List<Left> LEFT = List.of(
            new Left("目", "目标内容\\s*\\d+"), new Left("目", "^目标内容$"), new Left("包", "[（(]?包括总目标[^）)]*[）)]?"),
            new Left("目", "目标\\s*\\d\\s*[:：]\\s*(?=$|\\n|目标|…|\\.\\.)"),
            new Left("Xx×*Ｘ", "(?:19|20)(?:[Xx]{2}|××|\\*{2}|Ｘ{2})(?=年)"),
            new Left("Xx×*Ｘ", NOT_CODE_BEFORE + "(?:X{2,}|x{2,}|×{2,}|Ｘ{2,}|\\*{2,})" + NOT_CODE_AFTER),
            new Left("_", "(?<![A-Za-z0-9_])_{2,}(?![A-Za-z0-9_])"),
            new Left("….。", "(?m)^\\s*(?:\\d{1,2}[.．、]|[（(]\\d{1,2}[)）])?\\s*(?:…+|\\.{3,}|。{3,})\\s*$"),
            new Left("*_—-…", "(?s)^[\\s*_—\\-…]+$"),
            new Left("年", "年[ \\u00a0\\u3000]+月"),
            new Left("日", "(?<![0-9０-９一二三四五六七八九十几个每上下本当次逐按半同整])[ \\u00a0\\u3000]*月[ \\u00a0\\u3000]*日(?:之前|以前|前|止|$)"),
            new Left("≥≤", "[≥≤][ \\u00a0\\u3000]*[%％]"));

    /** Fits goals and indicators, but no name of a person or unit. */
    private static final Text PROSE = Text.of("，如“培训XX人”改为“培训600人”", ", like 培训XX人 by 培训600人");

    private static final Rule RULE = new Rule("STR014", Severity.WARNING,
            Text.of("表样的提示文字没有删改", "Placeholder text was left in"),
            Text.of("{label}中还留着待填的内容“{value}”。", "{label} still holds the placeholder \"{value}\"."),
            Text.of("把它换成实际内容{example}；不需要的删去。", "Replace it by what it stands for{example}, or delete it."))
            .because(Text.of("留着提示文字，说明这一处没有填完，审核时会直接退回。",
                    "A placeholder shows that something was not filled in; reviewers send such forms back."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(Example.of("1.目标内容1支付陪审员陪审补贴"), Example.of("（包括总目标和阶段性目标）"), Example.of("培训XX人次，合格率不低于95%"),
                            Example.of("完成××路道路硬化"), Example.of("20XX年底前完成"), Example.of("**月**日前完成验收"), Example.of("1.维修屋面400平方米\n2.……"),
                            Example.of("***"), Example.of("—"), Example.of("于 月 日前完成采购"), Example.of("2023年 月底前完成"), Example.of("培训___人"),
                            Example.of("目标1：\n目标2：")),
                    List.of(Example.of("购置XXL号防护服20套"), Example.of("更换DXX-200型水泵2台"), Example.of("联系电话138****1234"),
                            Example.of("身份证号130281XXXXXXXX1234"), Example.of("目标1：完成屋面维修400平方米"), Example.of("采购桌椅、书架、窗帘……等用品"),
                            Example.of("每月 日常巡查4次"), Example.of("2023年 5月底前完成"), Example.of("建设3×2米宣传栏10块"), Example.of("X光机1台"),
                            Example.of("2021——2025年规划"), Example.of("按月日均用水量核定")));

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Set.of("further");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        for (Line line : Line.each(use, submission)) {
            boolean isProse = line.carrier().field().type() == FieldType.LONG_TEXT || !use.table().isEmpty();
            left(Spelling.strip(line.carrier().shown()), use.setting("further"))
                    .ifPresent(text -> found.accept(Finding.of(RULE, line.carrier().place(), text, Text.EMPTY, Map.of("example", isProse ? PROSE : Text.EMPTY))));
        }
    }

    private static Optional<String> left(String text, List<String> further) {
        for (String word : further) {
            if (text.contains(word)) {
                return Optional.of(word);
            }
        }
        for (Left left : LEFT) {
            Optional<String> found = left.in(text);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
