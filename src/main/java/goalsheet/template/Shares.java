package goalsheet.template;

import goalsheet.expr.Expr;
import goalsheet.expr.Expr.Operator;
import goalsheet.expr.Function;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What each item of a column is to add up to in another column of the same table: a rule for each item, which only looks when
 * every one of the items is used. Where one is not, nothing says who gets its share.
 *
 * @param by     path of the column of items ({@code indicators.level1})
 * @param of     path of the column that is added up ({@code indicators.weight})
 * @param points by item
 */
record Shares(String by, String of, Map<String, BigDecimal> points) {
    /** Names for the messages of such a rule. */
    static final String ITEM = "item";
    static final String DUE = "due";
    static final String SUM = "sum";

    BigDecimal total() {
        return points.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What must be true of an item. */
    Expr check(String item) {
        return new Expr.Binary(Operator.EQUAL, sum(item), new Expr.Number(points.get(item)));
    }

    /** Whether every item is used, and whatever else is asked for. */
    Expr when(Optional<Expr> further) {
        Stream<Expr> used = points.keySet().stream().map(item -> new Expr.Binary(Operator.MORE,
                new Expr.Call(Function.COUNT, List.of(new Expr.Name(table(), 1), new Expr.Binary(Operator.EQUAL, new Expr.Name(each(), 1), new Expr.Words(item)))), new Expr.Number(BigDecimal.ZERO)));
        List<Expr> all = Stream.concat(further.stream(), used).toList();
        return all.size() == 1 ? all.get(0) : new Expr.Call(Function.AND, all);
    }

    /** The values for the placeholders of the messages about an item. */
    Map<String, Expr> shown(String item) {
        Map<String, Expr> shown = new LinkedHashMap<>();
        shown.put(ITEM, new Expr.Words(item));
        shown.put(DUE, new Expr.Number(points.get(item)));
        shown.put(SUM, sum(item));
        return shown;
    }

    private Expr sum(String item) {
        Expr sum = new Expr.Call(Function.SUMIF, List.of(new Expr.Name(by, 1), new Expr.Words(item), new Expr.Name(of, 1)));
        return new Expr.Call(Function.ROUND, List.of(sum, new Expr.Number(BigDecimal.valueOf(2))));
    }

    /** Id of the table, "" when the path names no column. */
    String table() {
        return by.contains(".") ? by.substring(0, by.indexOf('.')) : "";
    }

    private String each() {
        return table() + Expr.Name.EACH + by.substring(by.indexOf('.') + 1);
    }
}
