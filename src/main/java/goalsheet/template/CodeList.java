package goalsheet.template;

import goalsheet.expr.ItemText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Items offered in a dropdown.
 *
 * @param parent  list whose items select among these, "" for a plain list
 * @param items   of a plain list
 * @param byParent items for each item of the parent list, empty for a plain list
 * @param open    whether other texts are allowed (the items are suggestions)
 * @param aliases other spellings of an item that mean the same: 环境效益指标 → 生态效益指标
 * @param suffix  ending that may be missing or present without changing the meaning (指标), "" for none
 * @param all     every item, whatever its parent
 * @param spellings every spelling of an item as {@link #key} makes it, with the item
 */
public record CodeList(String id, String parent, List<String> items, Map<String, List<String>> byParent, boolean open,
        Map<String, String> aliases, String suffix, List<String> all, Map<String, String> spellings) {

    public CodeList(String id, String parent, List<String> items, Map<String, List<String>> byParent, boolean open, Map<String, String> aliases, String suffix) {
        this(id, parent, items, byParent, open, aliases, suffix, parent.isEmpty() ? items : byParent.values().stream().flatMap(List::stream).distinct().toList(),
                new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
        all.forEach(item -> spell(item, item));
        aliases.forEach(this::spell);
    }

    public boolean isDependent() {
        return !parent.isEmpty();
    }

    /** The items that go with this parent item; all items of a plain list. */
    public List<String> under(String parentItem) {
        return isDependent() ? byParent.getOrDefault(parentItem, List.of()) : items;
    }

    /**
     * The official spelling of what somebody wrote: blanks, capitals, the width of brackets, a weight such as （50分） behind it and
     * a missing ending do not matter, aliases count.
     *
     * @return empty when it is no item
     */
    public Optional<String> official(String written) {
        return Optional.ofNullable(spellings.get(key(written)));
    }

    /** What of a text is compared with the spellings; only items with an ending of their kind carry weights. */
    public String key(String written) {
        String bare = ItemText.bare(written);
        return suffix.isEmpty() ? bare : ItemText.unweighted(bare);
    }

    private void spell(String written, String item) {
        String key = key(written);
        spellings.putIfAbsent(key, item);
        if (!suffix.isEmpty()) {
            boolean ends = key.endsWith(suffix) && key.length() > suffix.length();
            spellings.putIfAbsent(ends ? key.substring(0, key.length() - suffix.length()) : key + suffix, item);
        }
    }
}
