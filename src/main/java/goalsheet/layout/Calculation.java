package goalsheet.layout;

import goalsheet.expr.Evaluator;
import goalsheet.expr.Expr;
import goalsheet.expr.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The form's own formulas calculated over a set of inputs; nothing that stands in a returned workbook is ever evaluated. */
public final class Calculation {
    /** Marks a formula that is being calculated: meeting it again means that it depends on itself. */
    private static final Value IN_PROGRESS = new Value.Failed("#REF!");

    private final Layout layout;
    private final Function<String, Value> inputs;
    /** Slot by slot, null for what was not asked for. */
    private final Map<SheetLayout, Value[]> results = new IdentityHashMap<>();
    private SheetLayout last;
    private Value[] lastResults;
    private SheetLayout lastFrom;
    private String lastTable;
    private int lastIndex;
    private Evaluator lastEvaluator;

    /** @param inputs the values of entry and control fields by full path; blank for those it does not know */
    public Calculation(Layout layout, Function<String, Value> inputs) {
        this.layout = layout;
        this.inputs = inputs;
    }

    /** The value of an entry, control or calculated slot. */
    public Value value(SheetLayout sheet, Slot slot) {
        return value(sheet.located(slot));
    }

    /** The same. */
    public Value value(Located cell) {
        Value[] results = results(cell.sheet());
        Value known = results[cell.number()];
        if (known != null) {
            return known;
        }
        Slot slot = cell.slot();
        results[cell.number()] = IN_PROGRESS;
        Value result = slot.expr().isPresent() ? evaluator(cell.sheet(), slot.table(), slot.index()).cell(slot.expr().get()) : inputs.apply(cell.fullPath());
        results[cell.number()] = result;
        return result;
    }

    /** Formulas mostly look at their own sheet. */
    private Value[] results(SheetLayout sheet) {
        if (sheet != last) {
            last = sheet;
            lastResults = results.computeIfAbsent(sheet, first -> new Value[sheet.slots().size()]);
        }
        return lastResults;
    }

    /** The value of any expression seen from a sheet ({@code table} "", {@code index} 0) or from a row of a table. */
    public Value value(Expr expr, SheetLayout sheet, String table, int index) {
        return evaluator(sheet, table, index).value(expr);
    }

    /** Expressions mostly look from the same row as the one before. */
    private Evaluator evaluator(SheetLayout sheet, String table, int index) {
        if (sheet != lastFrom || index != lastIndex || !table.equals(lastTable)) {
            lastFrom = sheet;
            lastTable = table;
            lastIndex = index;
            lastEvaluator = new Evaluator(scope(sheet, layout.view(sheet, table, index)));
        }
        return lastEvaluator;
    }

    private Evaluator.Scope scope(SheetLayout sheet, View view) {
        return new Evaluator.Scope() {
            private String last;
            private View.Meant meant;

            /** Value and kind of a cell are asked for one after the other, with the very same name. */
            @SuppressWarnings("StringEquality")
            private View.Meant meant(String path) {
                if (path != last) {
                    meant = view.meant(path);
                    last = path;
                }
                return meant;
            }

            @Override
            public Value value(String path) {
                View.Meant name = meant(path);
                return name.values() != null ? name.values().get(0) : name.cells().isEmpty() ? Value.BLANK : Calculation.this.value(name.cells().get(0));
            }

            @Override
            public List<Value> values(String path) {
                View.Meant name = meant(path);
                if (name.values() != null) {
                    return name.values();
                }
                List<Value> values = new ArrayList<>(name.cells().size());
                for (Located cell : name.cells()) {
                    values.add(Calculation.this.value(cell));
                }
                return values;
            }

            @Override
            public boolean isPercent(String path) {
                return meant(path).isPercent();
            }

            @Override
            public boolean isText(String path) {
                return meant(path).isText();
            }

            @Override
            public List<String> columns(String name) {
                return layout.columns(sheet, name);
            }
        };
    }
}
