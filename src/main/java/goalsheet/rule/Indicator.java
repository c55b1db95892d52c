package goalsheet.rule;

import goalsheet.rule.value.IndicatorValue;
import goalsheet.rule.value.Piece;
import goalsheet.rule.value.ValueReader;
import goalsheet.template.RuleUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An indicator with its value, as the rules about values see it. Settings they share, each a list of field ids:
 * {@code value} (put together in order, when operator, number and unit have columns of their own; the marked field when it is not given),
 * {@code name}, {@code description}, {@code kind} (the second level). {@code form: [list]} says that one field lists several
 * indicators, each {@code name operator value}. Word lists: {@code gradable}, {@code vague}.
 *
 * @param text  the value as written; of a listed one with its name
 * @param kind  without a weight and the ending 指标: 数量
 */
record Indicator(Entry carrier, String name, String description, String kind, String text, IndicatorValue value) {

    static final Set<String> SETTINGS = Set.of("value", "name", "description", "kind", "form", "gradable", "vague");

    /** In workbook order, without those that are blank or have a field that cannot be read. */
    static List<Indicator> of(RuleUse use, Submission submission) {
        ValueReader reader = new ValueReader(words(use, "gradable", ValueReader.GRADABLE), words(use, "vague", ValueReader.VAGUE));
        boolean isList = use.setting("form").contains("list");
        List<Indicator> indicators = new ArrayList<>();
        for (Line line : Line.of(use, submission)) {
            Optional<String> text = line.text(use, "value");
            if (text.isEmpty() || text.get().isEmpty()) {
                continue;
            }
            if (isList) {
                Piece.list(text.get(), reader).forEach(piece ->
                        indicators.add(new Indicator(line.carrier(), piece.name(), "", "", piece.text(), piece.value())));
            } else {
                indicators.add(new Indicator(line.carrier(), other(line, use, "name"), other(line, use, "description"),
                        kind(other(line, use, "kind")), text.get(), reader.read(text.get())));
            }
        }
        return indicators;
    }

    /** {@link #SETTINGS} and those of one rule besides. */
    static Set<String> settingsAnd(String... own) {
        return Stream.concat(SETTINGS.stream(), Stream.of(own)).collect(Collectors.toUnmodifiableSet());
    }

    /** The words of a setting, or those that apply when a template gives none. */
    static List<String> words(RuleUse use, String setting, List<String> otherwise) {
        return use.settings().containsKey(setting) ? use.setting(setting) : otherwise;
    }

    /** Whether this indicator's kind is one of those named, with or without 指标 and weights. */
    boolean isOneOf(List<String> kinds) {
        return kinds.stream().anyMatch(named -> kind(named).equals(kind));
    }

    private static String other(Line line, RuleUse use, String setting) {
        return line.text(use.setting(setting)).orElse("");
    }

    /** A level without its weight and the ending 指标: 产出指标(50分) is 产出. */
    static String kind(String level2) {
        String bare = level2.replaceFirst("[（(].{0,8}[)）]$", "").strip();
        return bare.endsWith("指标") ? bare.substring(0, bare.length() - 2) : bare;
    }
}
