package goalsheet.xlsx.styled;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The placeholders a layout may hold: {@code {title}} for what there is once, {@code {project.budget}} for what each row of a kind has.
 *
 * @param single what there is once
 * @param kinds  of rows
 */
public record Vocabulary(Set<String> single, List<Kind> kinds) {

    /**
     * A kind of row.
     *
     * @param name     before the dot of its placeholders
     * @param list     that its rows belong to; subtotals belong to the list of what they add up
     * @param level    0 for the rows themselves, more for what adds up rows of lower levels
     * @param streamed whether there may be very many: they then end a sheet and go on in further ones; others stand anywhere
     * @param keys     behind the dot
     */
    public record Kind(String name, String list, int level, boolean streamed, Set<String> keys) {
    }

    Optional<Kind> kind(String name) {
        return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** Every placeholder without its braces, for hints. */
    Collection<String> all() {
        List<String> all = new ArrayList<>(single);
        kinds.forEach(kind -> kind.keys().forEach(key -> all.add(kind.name() + "." + key)));
        return all;
    }
}
