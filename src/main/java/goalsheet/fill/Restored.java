package goalsheet.fill;

import goalsheet.expr.Value;
import goalsheet.fill.PourLine.Kind;
import goalsheet.layout.Calculation;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.text.Text;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was typed or pasted over formulas, held against what the new form calculates there: each difference is told, what is equal in one line a sheet. */
final class Restored {
    private static final Text DIFFERS = Text.of("填的内容盖住了公式，新表自动计算", "written over a formula; the new form calculates it");
    private static final Text BLANK = Text.of("填的内容盖住了公式，新表自动计算，结果是空白", "written over a formula; the new form calculates it, which gives a blank");
    private static final Text SAME = Text.of("公式被盖住，已恢复，结果不变", "a formula was written over; it is back and gives the same");
    /** Below what programs lose when they add up and save. */
    private static final MathContext DIGITS = new MathContext(12);

    private final List<Typed> typed = new ArrayList<>();

    /**
     * A cell that should have calculated itself.
     *
     * @param from  where it stood: {@code 封面!D14}
     * @param sheet of the new form
     * @param slot  where the formula stands now
     * @param value what stood there, in the units of the new form
     */
    record Typed(String from, SheetLayout sheet, Slot slot, Text label, Value value) {
        String to() {
            return sheet.name() + "!" + slot.cell();
        }
    }

    void add(Typed cell) {
        typed.add(cell);
    }

    /** @param calculation over what is poured */
    List<PourLine> lines(Calculation calculation) {
        List<PourLine> lines = new ArrayList<>();
        Map<String, List<Typed>> same = new LinkedHashMap<>();
        for (Typed cell : typed) {
            Value result = calculation.value(cell.sheet(), cell.slot());
            if (isSame(cell.value(), result)) {
                same.computeIfAbsent(cell.sheet().name(), sheet -> new ArrayList<>()).add(cell);
            } else if (result.show().isEmpty()) {
                lines.add(new PourLine(Kind.CALCULATED, cell.from(), cell.to(), cell.label(), shown(cell.slot(), cell.value()), BLANK));
            } else {
                lines.add(new PourLine(Kind.CALCULATED, cell.from(), cell.to(), cell.label(), shown(cell.slot(), cell.value()) + " → " + shown(cell.slot(), result), DIFFERS));
            }
        }
        same.values().forEach(cells -> lines.add(same(cells)));
        return lines;
    }

    private static PourLine same(List<Typed> cells) {
        Typed first = cells.get(0);
        return cells.size() == 1 ? new PourLine(Kind.CALCULATED, first.from(), first.to(), first.label(), shown(first.slot(), first.value()), SAME)
                : new PourLine(Kind.CALCULATED, first.from(), first.to(), Text.EMPTY, "", Text.of(SAME.zh() + "，共 " + cells.size() + " 格", SAME.en() + ", " + cells.size() + " cells"));
    }

    private static boolean isSame(Value written, Value result) {
        return written instanceof Value.Num one && result instanceof Value.Num two ? one.number().round(DIGITS).compareTo(two.number().round(DIGITS)) == 0
                : SheetFit.plain(written.show()).equals(SheetFit.plain(result.show()));
    }

    private static String shown(Slot slot, Value value) {
        return value.show() + (slot.isPercent() && value instanceof Value.Num ? "%" : "");
    }
}
