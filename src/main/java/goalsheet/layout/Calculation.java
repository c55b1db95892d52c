package goalsheet.layout;

import goalsheet.expr.Evaluator;
import goalsheet.expr.Expr;
import goalsheet.expr.Value;
import goalsheet.layout.Layout.Located;
import goalsheet.template.FieldNames;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The form's own formulas calculated over a set of inputs; nothing that stands in a returned workbook is ever evaluated. */
public final class Calculation {
    /** Marks a formula that is being calculated: meeting it again means that it depends on itself. */
    private static final Value IN_PROGRESS = new Value.Failed("#REF!");

    private final Layout layout;
    private final Function<String, Value> inputs;
    private final Map<Slot, Value> results = new IdentityHashMap<>();

    /** @param inputs the values of entry and control fields by full path; blank for those it does not know */
    public Calculation(Layout layout, Function<String, Value> inputs) {
        this.layout = layout;
        this.inputs = inputs;
    }

    /** The value of an entry, control or calculated slot. */
    public Value value(SheetLayout sheet, Slot slot) {
        if (slot.expr().isEmpty()) {
            return inputs.apply(sheet.fullPath(slot));
        }
        Value known = results.putIfAbsent(slot, IN_PROGRESS);
        if (known != null) {
            return known;
        }
        Value result = new Evaluator(scope(sheet, slot.table(), slot.index())).cell(slot.expr().get());
        results.put(slot, result);
        return result;
    }

    /** The value of any expression seen from a sheet ({@code table} "", {@code index} 0) or from a row of a table. */
    public Value value(Expr expr, SheetLayout sheet, String table, int index) {
        return new Evaluator(scope(sheet, table, index)).value(expr);
    }

    private Evaluator.Scope scope(SheetLayout sheet, String table, int index) {
        return new Evaluator.Scope() {
            private String last = "";
            private List<Located> cells = List.of();

            /** Value and kind of a cell are asked for one after the other. */
            private List<Located> cells(String path) {
                if (!path.equals(last)) {
                    cells = layout.resolve(sheet, table, index, path);
                    last = path;
                }
                return cells;
            }

            @Override
            public Value value(String path) {
                List<Value> values = values(path);
                return values.isEmpty() ? Value.BLANK : values.get(0);
            }

            @Override
            public List<Value> values(String path) {
                if (path.startsWith(ListSheet.PREFIX)) {
                    return layout.lists().values(path);
                }
                if (path.equals(FieldNames.NUMBER)) {
                    return List.of(Value.of(index == 0 ? sheet.number() : index));
                }
                List<Located> there = cells(path);
                if (there.size() == 1) {
                    return List.of(Calculation.this.value(there.get(0).sheet(), there.get(0).slot()));
                }
                return there.stream().map(cell -> Calculation.this.value(cell.sheet(), cell.slot())).toList();
            }

            @Override
            public boolean isPercent(String path) {
                return isAny(path, Slot::isPercent);
            }

            @Override
            public List<String> columns(String name) {
                return layout.columns(sheet, name);
            }

            @Override
            public boolean isText(String path) {
                return isAny(path, Slot::isText);
            }

            private boolean isAny(String path, Predicate<Slot> kind) {
                for (Located cell : cells(path)) {
                    if (kind.test(cell.slot())) {
                        return true;
                    }
                }
                return false;
            }
        };
    }
}
