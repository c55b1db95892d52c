package goalsheet.collect;

import goalsheet.expr.Value;
import goalsheet.generate.Roster;
import goalsheet.generate.Unit;
import goalsheet.rule.CollectRules;
import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.template.ProjectFields;
import goalsheet.template.Template;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Project> projects = new ArrayList<>();

    /** @param indicators name and value of each, as compared: order and spelling do not matter; @param codeCell of its code, or of its name where it has none */
    private record Project(Standing unit, String sheet, String code, String name, Optional<BigDecimal> amount, Set<String> indicators, Place codePlace, Place namePlace, Place amountPlace) {
        String sha256() {
            return unit.counts().orElseThrow().sha256();
        }
    }

    private Between(Template template, Roster roster) {
        this.fields = template.projects();
        this.roster = roster;
        this.amountLabel = template.repeated().flatMap(sheet -> sheet.field(fields.amount())).map(field -> field.label()).orElse(Text.EMPTY);
    }

    /** @param contents of a submission by its hash */
    static List<Remark> of(Template template, Roster roster, List<Standing> units, java.util.function.Function<String, List<Content>> contents) {
        if (template.projects().name().isEmpty()) {
            return List.of();
        }
        Between between = new Between(template, roster);
        String part = template.repeated().orElseThrow().id();
        for (Standing unit : units) {
            unit.counts().ifPresent(counts -> between.read(unit, contents.apply(counts.sha256()).stream().filter(content -> content.part().equals(part)).toList()));
        }
        between.codes();
        between.copies();
        for (Standing unit : units) {
            roster.unit(unit.code()).filter(listed -> unit.counts().filter(counts -> !counts.template().isEmpty()).isPresent()).ifPresent(listed -> between.againstRoster(unit, listed));
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
            Set<String> indicators = new HashSet<>();
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
            projects.add(new Project(unit, first.sheet(), text(single, fields.code()), text(single, fields.name()), Optional.ofNullable(single.get(fields.amount())).flatMap(Content::number),
                    indicators, place(single, fields.code(), sheetPlace), place(single, fields.name(), sheetPlace), place(single, fields.amount(), sheetPlace)));
        });
    }

    private static String text(Map<String, Content> single, String field) {
        return Optional.ofNullable(single.get(field)).map(Content::content).orElse("");
    }

    private static Place place(Map<String, Content> single, String field, Place otherwise) {
        return Optional.ofNullable(single.get(field)).map(content -> new Place(content.sheet(), content.cell(), content.field(), Text.EMPTY)).orElse(otherwise);
    }

    private void codes() {
        Map<String, List<Project>> byCode = new LinkedHashMap<>();
        projects.stream().filter(project -> !project.code().isEmpty()).forEach(project -> byCode.computeIfAbsent(FileNames.plain(project.code()), code -> new ArrayList<>()).add(project));
        byCode.values().forEach(same -> same.forEach(project -> {
            List<Project> others = same.stream().filter(other -> !other.unit().code().equals(project.unit().code())).toList();
            if (!others.isEmpty()) {
                tell(project, Finding.of(CollectRules.CODE_ELSEWHERE, project.codePlace(), project.code(), Text.EMPTY, Map.of("others", units(others))));
            }
        }));
    }

    /** The same project told twice, and indicator tables taken over from another unit. */
    private void copies() {
        Map<Set<String>, List<Project>> alike = new LinkedHashMap<>();
        projects.stream().filter(project -> !project.indicators().isEmpty()).forEach(project -> alike.computeIfAbsent(project.indicators(), set -> new ArrayList<>()).add(project));
        alike.values().stream().filter(same -> same.size() > 1).forEach(same -> same.forEach(project -> {
            List<Project> twice = same.stream().filter(other -> other != project && isTwice(project, other)).toList();
            List<Project> copied = same.stream().filter(other -> !other.unit().code().equals(project.unit().code())).toList();
            if (!twice.isEmpty()) {
                tell(project, Finding.of(CollectRules.PROJECT_TWICE, project.namePlace(), project.name(), Text.EMPTY, Map.of("others", projects(project, twice))));
            } else if (!copied.isEmpty() && project.indicators().size() >= FEWEST_COPIED) {
                tell(project, Finding.of(CollectRules.COPIED_INDICATORS, project.namePlace(), project.name(), Text.EMPTY,
                        Map.of("others", projects(project, copied), "count", Text.same(Integer.toString(project.indicators().size())))));
            }
        }));
    }

    private static boolean isTwice(Project one, Project other) {
        return !one.name().isEmpty() && FileNames.plain(one.name()).equals(FileNames.plain(other.name())) && one.amount().isPresent() && other.amount().isPresent()
                && one.amount().get().compareTo(other.amount().get()) == 0 && !FileNames.plain(one.code()).equals(FileNames.plain(other.code()).isEmpty() ? " " : FileNames.plain(other.code()));
    }

    private void againstRoster(Standing unit, Unit listed) {
        if (listed.projects().isEmpty() || unit.counts().filter(counts -> counts.outcome() != goalsheet.rule.Verdict.Outcome.REJECTED).isEmpty()) {
            return;
        }
        List<Project> own = new ArrayList<>(projects.stream().filter(project -> project.unit() == unit).toList());
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
                        Text.same(show(amount.get())), Map.of("gap", Text.same(signed(gap)))));
            }
        }
        for (Project extra : own) {
            told = true;
            tell(extra, Finding.of(CollectRules.PROJECT_EXTRA, extra.namePlace(), (extra.code() + " " + extra.name()).strip()));
        }
        // The parts tell it already, as a rule; amounts that could not be read do not.
        if (!told && everyAmount && isOff(reported, controlled)) {
            tell(unit, unit.counts().get().sha256(), Finding.of(CollectRules.TOTAL_OFF, Place.FILE, show(reported), Text.same(show(controlled)), Map.of("gap", Text.same(signed(reported.subtract(controlled))))));
        }
    }

    private boolean isThis(Project project, Map<String, Value> control) {
        Value code = fields.code().isEmpty() ? null : control.get(fields.code());
        if (code != null) {
            return FileNames.plain(project.code()).equals(FileNames.plain(code.show()));
        }
        Value name = control.get(fields.name());
        return name != null && FileNames.plain(project.name()).equals(FileNames.plain(name.show()));
    }

    private String name(Map<String, Value> control) {
        return List.of(fields.code(), fields.name()).stream().map(control::get).filter(java.util.Objects::nonNull).map(Value::show).reduce("", (one, two) -> (one + " " + two).strip());
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
        return joined(others.stream().map(other -> other.unit().name()).distinct().toList());
    }

    /** Projects of other units by unit and name, those of the same unit by their sheet. */
    private static Text projects(Project project, List<Project> others) {
        return joined(others.stream().map(other -> other.unit().code().equals(project.unit().code()) ? other.sheet() : other.unit().name() + "“" + other.name() + "”").distinct().toList());
    }

    private static Text joined(List<String> names) {
        List<String> shown = names.subList(0, Math.min(MOST_NAMED, names.size()));
        int more = names.size() - shown.size();
        return Text.of(String.join("、", shown) + (more > 0 ? "等 " + names.size() + " 处" : ""), String.join(", ", shown) + (more > 0 ? " and " + more + " more" : ""));
    }
}
