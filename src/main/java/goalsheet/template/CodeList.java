package goalsheet.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Items offered in a dropdown.
 *
 * @param parent  list whose items select among these, "" for a plain list
 * @param items   of a plain list
 * @param byParent items for each item of the parent list, empty for a plain list
 * @param open    whether other texts are allowed (the items are suggestions)
 * @param aliases other spellings of an item that mean the same: 环境效益指标 → 生态效益指标
 * @param suffix  ending that may be missing or present without changing the meaning (指标), "" for none
 */
public record CodeList(String id, String parent, List<String> items, Map<String, List<String>> byParent, boolean open,
        Map<String, String> aliases, String suffix) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u3000]+");
    private static final Pattern WEIGHT = Pattern.compile("[(（]\\d{1,3}(\\.\\d+)?分?[)）]$");

    public boolean isDependent() {
        return !parent.isEmpty();
    }

    /** Every item, whatever its parent. */
    public List<String> all() {
        return isDependent() ? byParent.values().stream().flatMap(List::stream).distinct().toList() : items;
    }

    /** The items that go with this parent item; all items of a plain list. */
    public List<String> under(String parentItem) {
        return isDependent() ? byParent.getOrDefault(parentItem, List.of()) : items;
    }

    /**
     * The official spelling of what somebody wrote: blanks, a weight in brackets such as （50分） and a missing or doubled
     * ending do not matter, aliases count.
     *
     * @return empty when it is no item
     */
    public Optional<String> official(String written) {
        String bare = bare(written);
        return all().stream().filter(item -> bare(item).equals(bare)).findFirst()
                .or(() -> aliases.entrySet().stream().filter(alias -> bare(alias.getKey()).equals(bare)).map(Map.Entry::getValue).findFirst());
    }

    private String bare(String text) {
        String bare = WEIGHT.matcher(BLANKS.matcher(text).replaceAll("")).replaceFirst("");
        return !suffix.isEmpty() && bare.endsWith(suffix) && bare.length() > suffix.length() ? bare.substring(0, bare.length() - suffix.length()) : bare;
    }
}
