package goalsheet.layout;

import goalsheet.expr.ExcelText;
import goalsheet.expr.ExcelText.Cells;
import goalsheet.expr.ExcelText.Content;
import goalsheet.template.FieldNames;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Ref;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Turns field names into addresses, as seen from one cell. */
final class Places implements ExcelText.Places {
    private final Layout layout;
    private final SheetLayout sheet;
    private final Slot slot;
    private final boolean repeated;
    private boolean isOfOneSheet;
    private final Set<SheetLayout> lookedAt = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param repeated whether the same text serves the rows below as well, where only addresses in the slot's own row may move along */
    Places(Layout layout, SheetLayout sheet, Slot slot, boolean repeated) {
        this.layout = layout;
        this.sheet = sheet;
        this.slot = slot;
        this.repeated = repeated;
    }

    /** The sheets, other than its own, that were looked at so far. */
    Set<SheetLayout> lookedAt() {
        return lookedAt;
    }

    /** Whether other sheets of its definition may say it in other words, as far as it was looked at. */
    boolean isOfOneSheet() {
        return isOfOneSheet;
    }

    private List<Located> resolve(String path) {
        for (SheetLayout other : layout.lookedAt(sheet, slot.table(), path)) {
            lookedAt.add(other);
            isOfOneSheet |= other.def() == sheet.def();
        }
        return layout.resolve(sheet, slot.table(), slot.index(), path);
    }

    @Override
    public List<Cells> cells(String path) {
        if (path.startsWith(ListSheet.PREFIX)) {
            return List.of(new Cells(layout.lists().range(path), Content.TEXT));
        }
        List<Cells> ranges = new ArrayList<>();
        List<Located> cells = resolve(path);
        int start = 0;
        for (int i = 1; i <= cells.size(); i++) {
            if (i == cells.size() || !isNext(cells.get(i - 1), cells.get(i))) {
                Located first = cells.get(start);
                ranges.add(new Cells(address(first.sheet(), new Area(first.slot().cell(), cells.get(i - 1).slot().cell())), content(first)));
                start = i;
            }
        }
        return ranges;
    }

    private static Content content(Located cell) {
        Slot slot = cell.slot();
        return slot.isText() ? Content.TEXT : !slot.isPercent() ? Content.NUMBER : slot.kind() == Slot.Kind.CALCULATED ? Content.FRACTION : Content.PERCENT;
    }

    private static boolean isNext(Located one, Located two) {
        Ref above = one.slot().cell();
        return one.sheet() == two.sheet() && content(one) == content(two) && two.slot().cell().equals(new Ref(above.row() + 1, above.col()));
    }

    private String address(SheetLayout other, Area area) {
        boolean isOwnRow = other == sheet && area.first().row() == slot.cell().row() && area.last().row() == slot.cell().row();
        String address = repeated && !isOwnRow ? area.absolute() : area.toString();
        return other == sheet ? address : quote(other.name()) + "!" + address;
    }

    /** A sheet's name as formulas write it. */
    static String quote(String sheetName) {
        return "'" + sheetName.replace("'", "''") + "'";
    }

    @Override
    public List<String> columns(String table) {
        return layout.columns(sheet, table);
    }

    @Override
    public String constant(String path) {
        if (!path.equals(FieldNames.NUMBER)) {
            return "";
        }
        if (slot.index() == 0) {
            isOfOneSheet = true;
            return Integer.toString(sheet.number());
        }
        return repeated ? "(ROW()-" + (slot.cell().row() + 1 - slot.index()) + ")" : Integer.toString(slot.index());
    }
}
