package goalsheet.template;

import java.util.List;
import java.util.Map;

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

    public boolean isDependent() {
        return !parent.isEmpty();
    }
}
