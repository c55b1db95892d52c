package goalsheet.collect;

import goalsheet.generate.Unit;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which unit a file's name speaks of. People name files as they like, so that only what names one unit alone tells anything. */
final class FileNames {
    private static final int SHORTEST_CODE = 3;

    private final List<Unit> units;

    FileNames(List<Unit> units) {
        // The longest name first: 市人民法院 is also part of 市人民法院执行局.
        this.units = units.stream().sorted(Comparator.comparing((Unit unit) -> plain(unit.name()).length()).reversed()).toList();
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
        List<Unit> coded = units.stream().filter(unit -> unit.code().length() >= SHORTEST_CODE && Pattern.compile("(?<![0-9a-z])" + Pattern.quote(plain(unit.code())) + "(?![0-9a-z])").matcher(plain).find()).toList();
        if (!coded.isEmpty()) {
            return coded.size() == 1 ? Optional.of(coded.get(0)) : Optional.empty();
        }
        String left = plain;
        Optional<Unit> found = Optional.empty();
        for (Unit unit : units) {
            String own = plain(unit.name());
            if (own.length() > 1 && left.contains(own)) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(unit);
                left = left.replace(own, " ");
            }
        }
        return found;
    }

    /** Without blanks, in one width and one case, as names are compared. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }
}
