package goalsheet.rule;

import goalsheet.template.Field;
import goalsheet.template.Problem;
import goalsheet.template.Problems;
import goalsheet.template.RuleUse;
import goalsheet.template.Template;
import goalsheet.text.Nearest;
import goalsheet.text.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All rules that are Java classes, by the ids that templates use them with. */
public final class CodedRules {
    private static final List<CodedRule> ALL = List.of(
            new UnmeasurableValue(), new ValueSpelling(), new NumberWithoutUnit(), new RateAboveHundred(),
            new RateWithoutPercentage(), new OperatorAgainstDirection(), new CompletionAsQuantity(), new ExecutionAsCost(), new MisplacedIndicator(),
            new IndicatorTwice(), new DateOutsideYear(), new GenericName(), new NameWithoutWords(), new DescriptionRepeatsName(),
            new SameIndicators(), new IndicatorCount(), new SatisfactionValue(), new SeveralValues(), new FractionForPercentage(), new ValueInTwoPlaces(),
            new OutputAndBenefit(), new QuantityAndQuality(), new SatisfactionTold(), new CostOfWorks(), new LeftoverText(), new SameBasis(), new BlankRows(),
            new Decimals(), new YuanForWan(), new CostAboveBudget(), new GoalSaysLittle(), new UntoldFigures(), new OtherYear(), new MixedWidth(),
            new CodeShape(), new CodeCheckCharacter(), new CodeTwice(), new UnitCode());

    /** Settings whose values are names of fields. */
    private static final Set<String> FIELD_SETTINGS = Set.of("value", "name", "description", "kind", "direction", "budget", "text", "also");
    /** Settings with one whole number. */
    private static final Set<String> NUMBER_SETTINGS = Set.of("least", "most", "projects", "equal", "spare", "decimals", "huge", "tiny");

    private static final Map<String, CodedRule> BY_ID = byId();

    private CodedRules() {
    }

    /** In catalogue order. */
    public static List<CodedRule> all() {
        return ALL;
    }

    public static Optional<CodedRule> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /**
     * What is wrong with the way a template uses rules that are Java classes: names nobody has written, settings they do not know.
     *
     * @param file the template as it is called in messages
     */
    public static List<Problem> problems(Template template, String file) {
        Problems problems = new Problems();
        for (RuleUse use : template.rules()) {
            if (isTaken(use, problems, file) || use.isExpression()) {
                continue;
            }
            Optional<CodedRule> rule = of(use.id());
            if (rule.isEmpty()) {
                problems.add(file, use.line(), "没有内置规则 " + use.id() + "；自定义规则要写 check", "there is no built-in rule " + use.id() + "; a rule of your own needs 'check'");
            }
            if (use.waivable() && use.severity().isEmpty() && rule.stream().flatMap(coded -> coded.rules().stream()).anyMatch(one -> one.id().equals(use.id()) && one.severity() == Severity.ERROR)) {
                problems.add(file, use.line(), "强制性规则 " + use.id() + " 不能免检", "rule " + use.id() + " is an error and cannot be waived");
            }
            int before = problems.list().size();
            rule.ifPresent(coded -> use.settings().forEach((name, values) -> setting(template, use, coded, name, values, problems, file)));
            if (problems.list().size() == before) {
                rule.flatMap(coded -> coded.senseless(use, template)).ifPresent(why -> problems.add(file, use.line(), "规则 " + use.id() + "：" + why.zh(), "rule " + use.id() + ": " + why.en()));
            }
        }
        return problems.list();
    }

    /** Whether the id belongs to a rule that a template can neither write nor use. */
    private static boolean isTaken(RuleUse use, Problems problems, String file) {
        Optional<Rule> removed = RemovedRules.all().stream().filter(rule -> rule.id().equals(use.id())).findFirst();
        boolean builtIn = Stream.concat(FormRules.all().stream(), CellRules.all().stream()).anyMatch(rule -> rule.id().equals(use.id()))
                || use.isExpression() && of(use.id()).isPresent();
        removed.ifPresent(rule -> problems.add(file, use.line(), "规则 " + use.id() + " 已经停用，编号不能再用", "rule " + use.id() + " was removed, its id is not used again"));
        if (builtIn) {
            problems.add(file, use.line(), "编号 " + use.id() + " 是内置规则的，请换一个编号", "the id " + use.id() + " is that of a built-in rule; take another");
        }
        return builtIn || removed.isPresent();
    }

    private static void setting(Template template, RuleUse use, CodedRule rule, String name, List<String> values, Problems problems, String file) {
        if (!rule.settings().contains(name)) {
            Text hint = Nearest.hint(name, new TreeSet<>(rule.settings()));
            problems.add(file, use.line(), "规则 " + use.id() + " 没有设置“" + name + "”" + hint.zh(), "rule " + use.id() + " has no setting '" + name + "'" + hint.en());
        } else if (FIELD_SETTINGS.contains(name)) {
            Map<String, Field> fields = new LinkedHashMap<>();
            template.sheet(use.sheet()).ifPresent(sheet -> {
                fields.putAll(sheet.fields());
                Optional.ofNullable(sheet.tables().get(use.table())).ifPresent(table -> fields.putAll(table.fields()));
            });
            values.stream().filter(field -> !fields.containsKey(field)).forEach(field ->
                    problems.add(file, use.line(), "规则 " + use.id() + " 的“" + name + "”：没有字段“" + field + "”", "'" + name + "' of rule " + use.id() + ": there is no field '" + field + "'"));
        } else if (name.equals("rows")) {
            values.stream().filter(table -> template.sheet(use.sheet()).filter(sheet -> sheet.tables().containsKey(table)).isEmpty()).forEach(table ->
                    problems.add(file, use.line(), "规则 " + use.id() + " 的“rows”：没有表格“" + table + "”", "'rows' of rule " + use.id() + ": there is no table '" + table + "'"));
        } else if (NUMBER_SETTINGS.contains(name) && !Indicator.isNumber(values)) {
            problems.add(file, use.line(), "规则 " + use.id() + " 的“" + name + "”应为一个整数", "'" + name + "' of rule " + use.id() + " is one whole number");
        } else if (name.equals("amounts") && !CostAboveBudget.UNITS.contains(String.join("", values))) {
            problems.add(file, use.line(), "规则 " + use.id() + " 的“amounts”应为元或万元", "'amounts' of rule " + use.id() + " is 元 or 万元");
        }
    }

    private static Map<String, CodedRule> byId() {
        Map<String, CodedRule> byId = new LinkedHashMap<>();
        for (CodedRule coded : ALL) {
            for (Rule rule : coded.rules()) {
                if (byId.put(rule.id(), coded) != null) {
                    throw new IllegalStateException("two coded rules have the id " + rule.id());
                }
            }
        }
        return byId;
    }
}
