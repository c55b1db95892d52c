package goalsheet.rule;

import goalsheet.text.Text;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The words that reviewers use when they send a form back (监审意见), and which rules belong under which of them. */
public enum Review {
    INCOMPLETE(Text.of("指标不够完整", "Indicators are incomplete"), "STR011", "STR013", "IND016", "WGT002"),
    VAGUE(Text.of("指标不够细化、量化", "Indicators are not specific or measurable enough"), "IND001", "IND003", "IND007", "IND012", "IND013", "IND014"),
    UNRELATED(Text.of("指标与项目的相关性不够", "Indicators have little to do with the project"), "IND015", "COL007", "TXT002"),
    MISMATCH(Text.of("指标与指标值不匹配", "Indicator and value do not fit"), "IND002", "IND004", "IND005", "IND006", "IND011", "IND017", "IND019", "IND020", "AMT004", "AMT005"),
    SPLIT(Text.of("建议拆分指标", "Split the indicator"), "IND018"),
    WRONG_LEVEL(Text.of("一级/二级指标类型错误", "Wrong kind of indicator"), "STR005", "IND008", "IND009"),
    OUTPUT(Text.of("建议增加明确产出指标", "Add definite output indicators"), "STR010"),
    BENEFIT(Text.of("建议增加明确效益指标", "Add definite benefit indicators")),
    SATISFACTION(Text.of("建议增加满意度指标", "Add a satisfaction indicator"), "STR012"),
    /** The four kinds of 其他, told apart because a unit mends them in different places. */
    MONEY(Text.of("其他（金额和支出计划）", "Other: amounts and plan")),
    CONTENT(Text.of("其他（填写内容）", "Other: contents")),
    FORM(Text.of("其他（表样和文件）", "Other: form and file")),
    BETWEEN(Text.of("其他（与名单、其他单位核对）", "Other: against the roster and other units"));

    private final Text heading;
    private final Set<String> rules;

    Review(Text heading, String... rules) {
        this.heading = heading;
        this.rules = Set.of(rules);
    }

    public Text heading() {
        return heading;
    }

    /** Ids of the rules that are named here one by one; the others go by their family. */
    public Set<String> rules() {
        return rules;
    }

    /**
     * Under which words a finding is told.
     *
     * @param rule    its id
     * @param message what it says: the rule on missing kinds tells of outputs or of benefits
     */
    public static Review of(String rule, Text message) {
        Optional<Review> named = Arrays.stream(values()).filter(review -> review.rules.contains(rule)).findFirst();
        if (named.isPresent()) {
            return named.get() == OUTPUT && !message.zh().contains("产出") ? BENEFIT : named.get();
        }
        return switch (rule.substring(0, Math.min(3, rule.length()))) {
            case "AMT", "PLN" -> MONEY;
            case "INT", "IDN", "FIL" -> FORM;
            case "COL" -> BETWEEN;
            default -> CONTENT;
        };
    }
}
