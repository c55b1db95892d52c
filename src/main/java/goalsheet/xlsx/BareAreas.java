package goalsheet.xlsx;

import goalsheet.xlsx.WorkbookImage.ConditionImage;
import goalsheet.xlsx.WorkbookImage.Effect;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import java.util.List;

/** Where the cells of a sheet have neither border nor colour, because a condition brings them. */
record BareAreas(List<Area> areas) {
    static BareAreas of(SheetImage sheet) {
        return new BareAreas(sheet.conditions().stream().filter(condition -> condition.effect() == Effect.BORDERED || condition.effect() == Effect.LINED)
                .map(ConditionImage::area).toList());
    }

    boolean contains(Ref cell) {
        for (Area area : areas) {
            if (area.contains(cell)) {
                return true;
            }
        }
        return false;
    }
}
