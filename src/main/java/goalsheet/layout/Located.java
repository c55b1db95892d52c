package goalsheet.layout;

import goalsheet.text.Text;
import goalsheet.xlsx.Snapshot;

/** One slot with the sheet it stands on. What it is called and where it stands is worked out once for all workbooks that are asked for it. */
public final class Located {
    private final SheetLayout sheet;
    private final Slot slot;
    private final String fullPath;
    private final int number;
    private Text label;
    private String address;
    private Snapshot.Cell blank;

    Located(SheetLayout sheet, Slot slot, int number) {
        this.sheet = sheet;
        this.slot = slot;
        this.fullPath = sheet.prefix() + slot.path();
        this.number = number;
    }

    public SheetLayout sheet() {
        return sheet;
    }

    public Slot slot() {
        return slot;
    }

    /** Its field's name for the whole workbook. */
    public String fullPath() {
        return fullPath;
    }

    /** Among the slots of the sheet, from 0. */
    public int number() {
        return number;
    }

    /** Its cell in the form: {@code D7}. */
    public String address() {
        if (address == null) {
            address = slot.cell().toString();
        }
        return address;
    }

    /** Its cell when nothing stands in it. */
    public Snapshot.Cell blank() {
        if (blank == null) {
            blank = new Snapshot.Cell(slot.cell(), Snapshot.Kind.BLANK, "", "", 0);
        }
        return blank;
    }

    /** As findings call it: fields by their label, with the row's number within a table. */
    public Text label() {
        if (label == null) {
            label = written();
        }
        return label;
    }

    private Text written() {
        Text own = slot.field().map(field -> field.label()).orElseGet(this::kind);
        if (slot.index() == 0) {
            return own;
        }
        Text table = sheet.def().tables().get(slot.table()).label();
        return Text.of(table.zh() + "第" + slot.index() + "行" + own.zh(), table.en() + " row " + slot.index() + ", " + own.en());
    }

    private Text kind() {
        if (slot.isBeside()) {
            return slot.kind() == Slot.Kind.ENTRY ? Text.of("免检说明", "Reason for an exception") : Text.of("填写检查", "The self-check");
        }
        return slot.kind() == Slot.Kind.CALCULATED ? Text.of("此处文字", "The text here") : Text.of("表样文字", "Printed words");
    }
}
