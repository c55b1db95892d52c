package goalsheet.expr;

import goalsheet.expr.Evaluator.Scope;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The names in a condition about each row of a table, looked up once for all rows. */
final class Rows {
    /** @param values one for each row, or one for all when the name is not of the table */
    private record Column(List<Value> values, boolean isPercent, boolean isText) {
        Value at(int row) {
            return values.get(values.size() == 1 ? 0 : row);
        }
    }

    private final Map<String, Column> columns;

    Rows(Scope scope, Expr condition) {
        columns = condition.names().distinct()
                .collect(Collectors.toMap(path -> path, path -> new Column(scope.values(path), scope.isPercent(path), scope.isText(path))));
    }

    int size() {
        return columns.values().stream().mapToInt(column -> column.values().size()).max().orElse(0);
    }

    Scope scope(int row) {
        return new Scope() {
            @Override
            public Value value(String path) {
                return columns.get(path).at(row);
            }

            @Override
            public List<Value> values(String path) {
                return List.of(value(path));
            }

            @Override
            public boolean isPercent(String path) {
                return columns.get(path).isPercent();
            }

            @Override
            public boolean isText(String path) {
                return columns.get(path).isText();
            }

            @Override
            public List<String> columns(String table) {
                return List.of();
            }
        };
    }
}
