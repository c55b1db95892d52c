package goalsheet.collect;

import goalsheet.generate.Unit;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which unit a file's name speaks of. People name files as they like, so that only what names one unit alone tells anything. */
final class FileNames {
    private static final int SHORTEST_CODE = 3;
    /** What a code of letters and digits is cut out of a name by. */
    private static final Pattern RUN = Pattern.compile("[0-9a-z]+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** A unit with its name as it is compared. */
    private record Named(String name, Unit unit) {
    }

    private final List<Named> named;
    private final Map<String, Unit> byName = new HashMap<>();
    private final Map<String, Unit> byCode = new HashMap<>();
    private final Map<Pattern, Unit> byOddCode = new HashMap<>();

    FileNames(List<Unit> units) {
        // The longest name first: 市人民法院 is also part of 市人民法院执行局.
        named = units.stream().map(unit -> new Named(plain(unit.name()), unit)).sorted(Comparator.comparing((Named each) -> each.name().length()).reversed()).toList();
        for (Unit unit : units) {
            byName.putIfAbsent(plain(unit.name()), unit);
            String code = plain(unit.code());
            if (code.length() >= SHORTEST_CODE && RUN.matcher(code).matches()) {
                byCode.put(code, unit);
            } else if (code.length() >= SHORTEST_CODE) {
                byOddCode.put(Pattern.compile("(?<![0-9a-z])" + Pattern.quote(code) + "(?![0-9a-z])"), unit);
            }
        }
    }

    /** The unit of this name, but for blanks and width. */
    Optional<Unit> called(String name) {
        return Optional.ofNullable(byName.get(plain(name)));
    }

    /** The one unit whose code or name stands in the file's name, or else in the name of its folder. */
    Optional<Unit> unit(String origin) {
        String path = origin.replace('\\', '/').replace('!', '/');
        int slash = path.lastIndexOf('/');
        Optional<Unit> byFile = within(path.substring(slash + 1));
        return byFile.isPresent() || slash < 0 ? byFile : within(last(path.substring(0, slash)));
    }

    static String last(String origin) {
        String path = origin.replace('\\', '/').replace('!', '/');
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Optional<Unit> within(String name) {
        String plain = plain(name);
        Set<Unit> coded = coded(plain);
        if (!coded.isEmpty()) {
            return coded.size() == 1 ? Optional.of(coded.iterator().next()) : Optional.empty();
        }
        String left = plain;
        Optional<Unit> found = Optional.empty();
        for (Named each : named) {
            if (each.name().length() > 1 && left.contains(each.name())) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(each.unit());
                left = left.replace(each.name(), " ");
            }
        }
        return found;
    }

    private Set<Unit> coded(String name) {
        Set<Unit> coded = new LinkedHashSet<>();
        for (Matcher run = RUN.matcher(name); run.find();) {
            Optional.ofNullable(byCode.get(run.group())).ifPresent(coded::add);
        }
        byOddCode.forEach((code, unit) -> {
            if (code.matcher(name).find()) {
                coded.add(unit);
            }
        });
        return coded;
    }

    /** A text as it is compared: blanks, width and case make no difference. */
    static String plain(String name) {
        return BLANKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
