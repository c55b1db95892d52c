package goalsheet.rule;

import goalsheet.rule.value.IndicatorValue;
import goalsheet.rule.value.Piece;
import goalsheet.rule.value.Spelling;
import goalsheet.rule.value.Units;
import goalsheet.rule.value.ValueReader;
import goalsheet.template.RuleUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An indicator with its value, as the rules about values see it. Settings they share, each a list of field ids:
 * {@code value} (put together in order, when operator, number and unit have columns of their own; the marked field when it is not given),
 * {@code name}, {@code description}, {@code kind} (the second level). {@code form: [list]} says that one field lists several
 * indicators, each {@code name operator value}. Word lists: {@code gradable}, {@code vague}.
 *
 * @param line     the row or sheet it stands in
 * @param bareName without remarks and units in brackets
 * @param nameKey  without its unit, blanks and punctuation: two names that are alike name the same
 * @param text     the value as written; of a listed one with its name
 * @param kind     without a weight and the ending 指标: 数量
 */
record Indicator(Line line, String name, String bareName, String nameKey, String description, String kind, String text, IndicatorValue value) {
    static final Set<String> SETTINGS = Set.of("value", "name", "description", "kind", "form", "gradable", "vague");

    private static final WordList SATISFACTION = WordList.of("满意度", "满意率");
    private static final Pattern WEIGHT = Pattern.compile("[（(].{0,8}[)）]$");
    private static final Pattern BRACKETS = Pattern.compile("[（(][^（）()]*[)）]");

    /** All of them in workbook order, and sheet by sheet. */
    private record Listed(List<Indicator> all, Map<String, List<Indicator>> bySheet) {
    }

    /** In workbook order, without those that are blank or have a field that cannot be read. */
    static List<Indicator> of(RuleUse use, Submission submission) {
        return listed(use, submission).all;
    }

    private static Listed listed(RuleUse use, Submission submission) {
        List<List<String>> settings = new ArrayList<>(SETTINGS.size());
        for (String setting : SETTINGS) {
            settings.add(use.settings().get(setting));
        }
        return submission.once(List.of(Indicator.class, use.sheet(), use.table(), use.on().get(0), settings), () -> {
            List<Indicator> all = read(use, submission);
            Map<String, List<Indicator>> bySheet = new LinkedHashMap<>();
            all.forEach(indicator -> bySheet.computeIfAbsent(indicator.line.section().sheetName(), sheet -> new ArrayList<>()).add(indicator));
            return new Listed(all, bySheet);
        });
    }

    private static Indicator of(Line line, Name name, String description, String kind, String text, IndicatorValue value) {
        return new Indicator(line, name.name, name.bare, name.key, description, kind, text, value);
    }

    /** A name in its three forms. */
    private record Name(String name, String bare, String key) {
        Name(String name) {
            this(name, Spelling.strip(isBracketed(name) ? BRACKETS.matcher(name).replaceAll("") : name), Indicator.key(name));
        }
    }

    private static boolean isBracketed(String text) {
        return text.indexOf('（') >= 0 || text.indexOf('(') >= 0;
    }

    private static List<Indicator> read(RuleUse use, Submission submission) {
        ValueReader reader = new ValueReader(words(use, "gradable", ValueReader.GRADABLE), words(use, "vague", ValueReader.VAGUE));
        Map<String, IndicatorValue> values = submission.once(List.of(IndicatorValue.class, reader.gradable(), reader.vague()), HashMap::new);
        Map<String, Name> names = submission.once(Name.class, HashMap::new);
        Map<String, String> kinds = new HashMap<>();
        Function<String, IndicatorValue> read = reader::read;
        boolean isList = use.setting("form").contains("list");
        List<Indicator> indicators = new ArrayList<>();
        for (Line line : Line.of(use, submission)) {
            String text = line.text(use, "value");
            if (text.isEmpty()) {
                continue;
            }
            if (isList) {
                Piece.list(text, reader).forEach(piece ->
                        indicators.add(of(line, names.computeIfAbsent(piece.name(), Name::new), "", "", piece.text(), piece.value())));
            } else {
                indicators.add(of(line, names.computeIfAbsent(other(line, use, "name"), Name::new), other(line, use, "description"), kinds.computeIfAbsent(other(line, use, "kind"), Indicator::kind), text,
                        values.computeIfAbsent(text, read)));
            }
        }
        return List.copyOf(indicators);
    }

    /** {@link #SETTINGS} and those of one rule besides. */
    static Set<String> settingsAnd(String... own) {
        return Stream.concat(SETTINGS.stream(), Stream.of(own)).collect(Collectors.toUnmodifiableSet());
    }

    /** The same, sheet by sheet; sheets without any are left out. */
    static Map<String, List<Indicator>> bySheet(RuleUse use, Submission submission) {
        return listed(use, submission).bySheet;
    }

    /** The words of a setting, or those that apply when a template gives none. */
    static List<String> words(RuleUse use, String setting, List<String> otherwise) {
        return use.settings().containsKey(setting) ? use.setting(setting) : otherwise;
    }

    /**
     * The whole number that a setting gives, or the one that applies when a template gives none.
     *
     * @throws IllegalArgumentException when the template gives something else
     */
    static int number(RuleUse use, String setting, int otherwise) {
        List<String> given = use.setting(setting);
        if (given.isEmpty()) {
            return otherwise;
        }
        if (!isNumber(given)) {
            throw new IllegalArgumentException("rule " + use.id() + ", line " + use.line() + ": '" + setting + "' is not a whole number: " + given);
        }
        return Integer.parseInt(given.get(0));
    }

    /** Whether a setting holds one whole number. */
    static boolean isNumber(List<String> given) {
        return given.size() == 1 && given.get(0).matches("\\d{1,6}");
    }

    /** The field that carries the findings. */
    Entry carrier() {
        return line.carrier();
    }

    /** {@link #nameKey} of any name. */
    static String key(String name) {
        return Spelling.key(isBracketed(name) ? BRACKETS.matcher(name).replaceAll(brackets -> Units.inBrackets(brackets.group()) ? "" : "$0") : name);
    }

    boolean nameEndsWith(WordList words) {
        return words.isEndOf(bareName);
    }

    /** Whether this is somebody's satisfaction, whatever its kind. */
    boolean isSatisfaction() {
        return nameEndsWith(SATISFACTION) && !name.contains("不满意");
    }

    boolean nameHas(WordList words) {
        return words.isIn(name);
    }

    /** Whether this indicator's kind is one of those named, with or without 指标 and weights. */
    boolean isOneOf(List<String> kinds) {
        for (String named : kinds) {
            if (named.contains(kind) && kind(named).equals(kind)) {
                return true;
            }
        }
        return false;
    }

    private static String other(Line line, RuleUse use, String setting) {
        return line.text(use.setting(setting));
    }

    /** A level without its weight and the ending 指标: 产出指标(50分) is 产出. */
    static String kind(String level2) {
        String bare = (level2.endsWith(")") || level2.endsWith("）") ? WEIGHT.matcher(level2).replaceFirst("") : level2).strip();
        return bare.endsWith("指标") ? bare.substring(0, bare.length() - 2) : bare;
    }
}
