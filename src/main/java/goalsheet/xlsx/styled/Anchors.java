package goalsheet.xlsx.styled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Where the rows stand that formulas elsewhere speak of. */
final class Anchors {
    private final Map<String, List<ListWriter.Spot>> spots = new HashMap<>();

    void put(String anchor, ListWriter.Spot spot) {
        spots.computeIfAbsent(anchor, first -> new ArrayList<>()).add(spot);
    }

    /** @param here address of a key in the formula's own row */
    Optional<String> resolve(Fill.Formula formula, Function<String, Optional<String>> here) {
        return Expressions.resolve(formula.formula(), token -> {
            int slash = token.indexOf('/');
            return slash < 0 ? here.apply(token) : elsewhere(token.substring(0, slash), token.substring(slash + 1));
        });
    }

    private Optional<String> elsewhere(String anchor, String key) {
        return spots.getOrDefault(anchor, List.of()).stream().map(spot -> spot.address(key, false)).flatMap(Optional::stream).findFirst();
    }

    /** A content as words, within other words. */
    static String words(Fill fill) {
        Objects.requireNonNull(fill);
        if (fill instanceof Fill.Words words) {
            return words.text();
        } else if (fill instanceof Fill.Number number) {
            return number.value().stripTrailingZeros().toPlainString();
        } else if (fill instanceof Fill.Link link) {
            return link.words();
        } else if (fill instanceof Fill.Sum sum) {
            return sum.value().stripTrailingZeros().toPlainString();
        }
        return words(((Fill.Formula) fill).value());
    }
}
