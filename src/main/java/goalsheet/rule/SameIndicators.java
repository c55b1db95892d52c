package goalsheet.rule;

import goalsheet.rule.value.Spelling;
import goalsheet.template.RuleUse;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import goalsheet.text.Text;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Projects that differ have different indicators (常见审核口径). Told once for a workbook, about its last sheet that is like the others.
 * Settings as in {@link Indicator}; {@code projects} that there must be at least (3); {@code equal}, the share of the projects, and in
 * each of them of kind, name and value, that must be alike (80, in %). Names alone do not count: three roads may well be
 * measured by the same names.
 */
final class SameIndicators implements CodedRule {
    private static final int SHOWN = 8;
    private static final int PROJECTS = 3;

    private static final Rule RULE = new Rule("IND015", Severity.WARNING,
            Text.of("各项目的指标雷同", "All projects have the same indicators"),
            Text.of("{sheets}共 {value} 个项目的指标和指标值几乎完全相同。", "{value} projects have nearly the same indicators and values: {sheets}."),
            Text.of("按每个项目的实际内容分别设指标，如购车项目写“购置车辆数量 2辆”，物业项目写“保洁面积 ≥8000平方米”。",
                    "Give each project indicators of its own, like 购置车辆数量 2辆 for cars, 保洁面积 ≥8000平方米 for the building."))
            .because(Text.of("一套指标用于所有项目，说明指标与项目内容无关。", "One set for all projects means that it has to do with none of them."), Rule.CUSTOMARY)
            .withExamples(
                    List.of(sheets("工作完成率(%)", "工作完成率（%）", "工作完成率"), sheets("完成率", "完成率", "完成率", "完成率"),
                            sheets("完成率", "购置数量", "完成率", "完成率", "完成率")),
                    List.of(sheets("完成率", "完成率"), sheets("完成率", "完成率", "购置数量"), sheets("完成率", "购置数量", "维修面积"),
                            Example.of("数量指标", "道路硬化长度", "985米").and(Example.of("数量指标", "道路硬化长度", "1200米")).and(Example.of("数量指标", "道路硬化长度", "760米"))));

    private static Example.Entries sheets(String first, String... others) {
        Example.Entries example = Example.of("数量指标", first, "100%");
        for (String other : others) {
            example = example.and(Example.of("数量指标", other, "100%"));
        }
        return example;
    }

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public Set<String> settings() {
        return Indicator.settingsAnd("projects", "equal");
    }

    @Override
    public void check(RuleUse use, Submission submission, Consumer<Finding> found) {
        int equal = Indicator.number(use, "equal", 80);
        Map<String, Set<List<String>>> projects = new LinkedHashMap<>();
        Indicator.bySheet(use, submission).forEach((sheet, indicators) -> projects.put(sheet, indicators.stream().map(SameIndicators::gist)
                .collect(Collectors.toSet())));
        List<String> alike = List.of();
        for (Set<List<String>> model : new LinkedHashSet<>(projects.values())) {
            List<String> like = projects.keySet().stream().filter(sheet -> areAlike(projects.get(sheet), model, equal)).toList();
            alike = like.size() > alike.size() ? like : alike;
        }
        if (alike.size() >= Indicator.number(use, "projects", PROJECTS) && alike.size() * 100 >= equal * projects.size()) {
            found.accept(Finding.of(RULE, Place.sheet(alike.get(alike.size() - 1)), Integer.toString(alike.size()), Text.EMPTY,
                    Map.of("sheets", names(alike))));
        }
    }

    @Override
    public Optional<Text> senseless(RuleUse use, Template template) {
        int projects = Indicator.number(use, "projects", PROJECTS);
        int most = template.sheet(use.sheet()).flatMap(SheetDef::repeat).map(SheetDef.Repeat::max).orElse(1);
        return projects <= most ? Optional.empty() : Optional.of(Text.of("这种表最多 " + most + " 张，不会有 " + projects + " 个项目", "there are at most " + most + " such sheets, never " + projects + " projects"));
    }

    private static List<String> gist(Indicator indicator) {
        return List.of(indicator.kind(), indicator.nameKey(), Spelling.key(indicator.value().show()));
    }

    private static boolean areAlike(Set<List<String>> one, Set<List<String>> other, int equal) {
        long common = one.stream().filter(other::contains).count();
        return common * 100 >= (long) equal * Math.max(one.size(), other.size());
    }

    private static Text names(List<String> sheets) {
        boolean many = sheets.size() > SHOWN;
        List<String> shown = many ? sheets.subList(0, SHOWN) : sheets;
        return Text.of(shown.stream().collect(Collectors.joining("”“", "“", many ? "”等" : "”")), String.join(", ", shown) + (many ? ", …" : ""));
    }
}
