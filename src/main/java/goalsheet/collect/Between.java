package goalsheet.collect;

import goalsheet.expr.Value;
import goalsheet.generate.Roster;
import goalsheet.generate.Unit;
import goalsheet.rule.CollectRules;
import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.template.ProjectFields;
import goalsheet.template.Template;
import goalsheet.text.Sha256;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the counting workbooks of all units against each other and against the roster. */
final class Between {
    /** Half of the last decimal of an amount. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.005");
    /** Fewer indicators may be alike by chance. */
    private static final int FEWEST_COPIED = 5;
    private static final int MOST_NAMED = 3;

    private final ProjectFields fields;
    private final Roster roster;
    private final Text amountLabel;
    private final Text money;
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Project> projects = new ArrayList<>();

    /**
     * @param key        the code as it is compared
     * @param indicators how many there are
     * @param likeness   tells their names and values apart, whatever their order and spelling: a province has too many to keep them all
     */
    private record Project(Standing unit, String sheet, String code, String key, String name, Optional<BigDecimal> amount, int indicators, String likeness, Place codePlace, Place namePlace, Place amountPlace) {
        String sha256() {
            return unit.counts().orElseThrow().sha256();
        }

        boolean isOf(Standing other) {
            return unit.code().equals(other.code());
        }
    }

    private Between(Template template, Roster roster) {
        this.fields = template.projects();
        this.roster = roster;
        this.amountLabel = template.repeated().flatMap(sheet -> sheet.field(fields.amount())).map(field -> field.label()).orElse(Text.EMPTY);
        this.money = Amounts.none(template).unit();
    }

    static List<Remark> of(Template template, Roster roster, List<Standing> units, Ledger ledger) {
        if (template.projects().name().isEmpty()) {
            return List.of();
        }
        Between between = new Between(template, roster);
        String part = template.repeated().orElseThrow().id();
        List<String> compared = template.projects().compared();
        for (Standing unit : units) {
            unit.figures().ifPresent(counts -> between.read(unit, ledger.contents(counts.sha256(), part, compared)));
        }
        between.codes();
        between.copies();
        Map<String, List<Project>> byUnit = between.projects.stream().collect(Collectors.groupingBy(project -> project.unit().code()));
        for (Standing unit : units) {
            roster.unit(unit.code()).filter(listed -> unit.figures().isPresent()).ifPresent(listed -> between.againstRoster(unit, listed, byUnit));
        }
        return List.copyOf(between.remarks);
    }

    private void read(Standing unit, List<Content> contents) {
        Map<Integer, List<Content>> sheets = new LinkedHashMap<>();
        contents.forEach(content -> sheets.computeIfAbsent(content.sheetNo(), number -> new ArrayList<>()).add(content));
        sheets.forEach((number, sheet) -> {
            Map<String, Content> single = new HashMap<>();
            Map<Integer, Map<String, String>> rows = new LinkedHashMap<>();
            for (Content content : sheet) {
                if (content.list().isEmpty()) {
                    single.put(content.field(), content);
                } else if (content.list().equals(fields.table())) {
                    rows.computeIfAbsent(content.row(), row -> new HashMap<>()).put(content.field(), content.content());
                }
            }
            Set<String> indicators = new TreeSet<>();
            rows.values().forEach(row -> {
                String value = fields.value().stream().map(field -> row.getOrDefault(field, "")).reduce("", String::concat);
                indicators.add(FileNames.plain(row.getOrDefault(fields.key(), "")) + " " + FileNames.plain(value));
            });
            // A blank sheet may still hold calculated zeros.
            if (text(single, fields.code()).isEmpty() && text(single, fields.name()).isEmpty()) {
                return;
            }
            Content first = sheet.get(0);
            Place sheetPlace = Place.sheet(first.sheet());
            projects.add(new Project(unit, first.sheet(), text(single, fields.code()), FileNames.plain(text(single, fields.code())), text(single, fields.name()), Optional.ofNullable(single.get(fields.amount())).flatMap(Content::number),
                    indicators.size(), Sha256.of(indicators.toString()), place(single, fields.code(), sheetPlace), place(single, fields.name(), sheetPlace), place(single, fields.amount(), sheetPlace)));
        });
    }

    private static String text(Map<String, Content> single, String field) {
        return Optional.ofNullable(single.get(field)).map(Content::content).orElse("");
    }

    private static Place place(Map<String, Content> single, String field, Place otherwise) {
        return Optional.ofNullable(single.get(field)).map(content -> new Place(content.sheet(), content.cell(), content.field(), Text.EMPTY)).orElse(otherwise);
    }

    private void codes() {
        Map<String, Set<String>> owners = owners();
        grouped(projects.stream().filter(project -> !project.code().isEmpty()), Project::key).forEach(same -> same.forEach(project -> {
            List<Project> others = same.stream().filter(other -> !other.isOf(project.unit())).toList();
            Set<String> owned = owners.getOrDefault(project.key(), Set.of());
            // To whom the roster gives the code alone has done nothing wrong.
            if (!others.isEmpty() && !owned.equals(Set.of(project.unit().code()))) {
                Text owner = owned.size() == 1 ? roster.unit(owned.iterator().next()).map(unit -> Text.of("，名单中属于" + unit.name(), "; the roster gives it to " + unit.name())).orElseThrow() : Text.EMPTY;
                tell(project, Finding.of(CollectRules.CODE_ELSEWHERE, project.codePlace(), project.code(), Text.EMPTY, Map.of("others", units(others), "owner", owner)));
            }
        }));
    }

    /** Codes of the units to which the roster gives a project's code, by that code as it is compared. */
    private Map<String, Set<String>> owners() {
        Map<String, Set<String>> owners = new HashMap<>();
        for (Unit unit : fields.code().isEmpty() ? List.<Unit>of() : roster.units()) {
            unit.projects().stream().map(control -> control.get(fields.code())).filter(Objects::nonNull)
                    .forEach(code -> owners.computeIfAbsent(FileNames.plain(code.show()), unknown -> new HashSet<>()).add(unit.code()));
        }
        return owners;
    }

    /** The same project told twice, and indicator tables taken over from another unit. */
    private void copies() {
        grouped(projects.stream().filter(project -> project.indicators() > 0), Project::likeness).forEach(alike -> {
            Map<String, Long> byUnit = alike.stream().collect(Collectors.groupingBy(project -> project.unit().code(), Collectors.counting()));
            grouped(alike.stream(), project -> FileNames.plain(project.name()) + " " + project.amount().map(amount -> amount.stripTrailingZeros().toPlainString()).orElse("")).forEach(named ->
                    named.forEach(project -> copies(project, named, alike, alike.size() - byUnit.get(project.unit().code()))));
        });
    }

    /** @param named those of the same name and amount  @param alike those with the same indicators  @param copies how many of these are of other units */
    private void copies(Project project, List<Project> named, List<Project> alike, long copies) {
        List<Project> twice = named.stream().filter(other -> isTwice(project, other)).toList();
        if (!twice.isEmpty()) {
            tell(project, Finding.of(CollectRules.PROJECT_TWICE, project.namePlace(), project.name(), Text.EMPTY, Map.of("others", projects(project, twice, twice.size()))));
        } else if (copies > 0 && project.indicators() >= FEWEST_COPIED) {
            List<Project> some = alike.stream().filter(other -> !other.isOf(project.unit())).limit(MOST_NAMED).toList();
            tell(project, Finding.of(CollectRules.COPIED_INDICATORS, project.namePlace(), project.name(), Text.EMPTY,
                    Map.of("others", projects(project, some, copies), "count", Text.same(Integer.toString(project.indicators())))));
        }
    }

    /** In the order in which the groups begin. */
    private static List<List<Project>> grouped(Stream<Project> projects, Function<Project, String> by) {
        return List.copyOf(projects.collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList())).values());
    }

    private static boolean isTwice(Project one, Project other) {
        return one != other && !one.name().isEmpty() && one.amount().isPresent() && (one.key().isEmpty() || !one.key().equals(other.key()));
    }

    private void againstRoster(Standing unit, Unit listed, Map<String, List<Project>> byUnit) {
        if (listed.projects().isEmpty()) {
            return;
        }
        List<Project> own = new ArrayList<>(byUnit.getOrDefault(unit.code(), List.of()));
        BigDecimal reported = own.stream().flatMap(project -> project.amount().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal controlled = BigDecimal.ZERO;
        boolean everyAmount = true;
        boolean told = false;
        for (Map<String, Value> control : listed.projects()) {
            Optional<BigDecimal> amount = Optional.ofNullable(control.get(fields.amount())).map(value -> ((Value.Num) value).number());
            everyAmount &= amount.isPresent();
            controlled = controlled.add(amount.orElse(BigDecimal.ZERO));
            Optional<Project> project = own.stream().filter(each -> isThis(each, control)).findFirst();
            if (project.isEmpty()) {
                told = true;
                tell(unit, unit.counts().get().sha256(), Finding.of(CollectRules.PROJECT_MISSING, Place.FILE, name(control)));
                continue;
            }
            own.remove(project.get());
            if (amount.isPresent() && project.get().amount().isPresent() && isOff(project.get().amount().get(), amount.get())) {
                told = true;
                BigDecimal gap = project.get().amount().get().subtract(amount.get());
                Place place = project.get().amountPlace();
                tell(project.get(), Finding.of(CollectRules.OFF_ROSTER, new Place(place.sheet(), place.cell(), place.field(), amountLabel), show(project.get().amount().get()),
                        Text.same(show(amount.get())), Map.of("gap", Text.same(signed(gap)), "unit", money)));
            }
        }
        for (Project extra : own) {
            told = true;
            tell(extra, Finding.of(CollectRules.PROJECT_EXTRA, extra.namePlace(), (extra.code() + " " + extra.name()).strip()));
        }
        // The parts tell it already, as a rule; amounts that could not be read do not.
        if (!told && everyAmount && isOff(reported, controlled)) {
            tell(unit, unit.counts().get().sha256(), Finding.of(CollectRules.TOTAL_OFF, Place.FILE, show(reported), Text.same(show(controlled)), Map.of("gap", Text.same(signed(reported.subtract(controlled))), "unit", money)));
        }
    }

    private boolean isThis(Project project, Map<String, Value> control) {
        Value code = fields.code().isEmpty() ? null : control.get(fields.code());
        if (code != null) {
            return project.key().equals(FileNames.plain(code.show()));
        }
        Value name = control.get(fields.name());
        return name != null && FileNames.plain(project.name()).equals(FileNames.plain(name.show()));
    }

    private String name(Map<String, Value> control) {
        return List.of(fields.code(), fields.name()).stream().map(control::get).filter(Objects::nonNull).map(Value::show).reduce("", (one, two) -> (one + " " + two).strip());
    }

    private static boolean isOff(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(TOLERANCE) >= 0;
    }

    private static String show(BigDecimal number) {
        return Value.of(number).show();
    }

    private static String signed(BigDecimal gap) {
        return (gap.signum() > 0 ? "+" : "") + show(gap);
    }

    private void tell(Project project, Finding finding) {
        tell(project.unit(), project.sha256(), finding);
    }

    private void tell(Standing unit, String sha256, Finding finding) {
        remarks.add(new Remark(unit.code(), sha256, Note.of(finding)));
    }

    private static Text units(List<Project> others) {
        List<Text> names = others.stream().map(other -> Text.same(other.unit().name())).distinct().toList();
        return joined(names, names.size());
    }

    /** Projects of other units by unit and name, those of the same unit by their sheet. */
    private static Text projects(Project project, List<Project> others, long count) {
        return joined(others.stream().limit(MOST_NAMED).map(other -> other.isOf(project.unit()) ? Text.same(other.sheet())
                : Text.of(other.unit().name() + "“" + other.name() + "”", other.unit().name() + " '" + other.name() + "'")).toList(), count);
    }

    private static Text joined(List<Text> names, long count) {
        List<Text> shown = names.subList(0, Math.min(MOST_NAMED, names.size()));
        long more = count - shown.size();
        return Text.of(shown.stream().map(Text::zh).collect(Collectors.joining("、")) + (more > 0 ? "等 " + count + " 处" : ""),
                shown.stream().map(Text::en).collect(Collectors.joining(", ")) + (more > 0 ? " and " + more + " more" : ""));
    }
}
