package goalsheet.xlsx.patch;

import goalsheet.xlsx.Archive;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.StoredText;
import goalsheet.xlsx.UnreadableException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts new values into cells that hold one already. Formats, formulas, dropdowns, notes and locks stay; whatever is not within
 * one of the cells stays as it is, byte for byte.
 */
public final class CellEdits {
    private CellEdits() {
    }

    /**
     * @param edits at most one for a cell
     * @return bytes of the changed workbook
     * @throws UnreadableException when the file is no workbook that can be changed: nothing of it is, then
     */
    public static byte[] apply(byte[] workbook, List<CellEdit> edits) throws UnreadableException {
        try {
            Parts parts = new Parts(Archive.of(workbook));
            Map<String, String> partOf = new HashMap<>();
            new Workbook(parts).tabs().forEach(tab -> partOf.put(tab.name(), tab.part()));
            Map<String, List<CellEdit>> bySheet = edits.stream().collect(Collectors.groupingBy(CellEdit::sheet, LinkedHashMap::new, Collectors.toList()));
            for (var sheet : bySheet.entrySet()) {
                apply(parts, partOf.getOrDefault(sheet.getKey(), ""), sheet.getValue());
            }
            return parts.archive();
        } catch (PatchException e) {
            throw new UnreadableException(UnreadableException.Reason.DAMAGED, e.getMessage());
        }
    }

    private static void apply(Parts parts, String part, List<CellEdit> edits) throws PatchException {
        Set<Integer> rows = edits.stream().map(edit -> edit.cell().row()).collect(Collectors.toSet());
        Markup sheet = new Markup(Outline.ofRows(part, parts.read(part), rows));
        Map<Ref, Element> cells = cells(sheet);
        for (CellEdit edit : edits) {
            Element cell = Optional.ofNullable(cells.get(edit.cell())).orElseThrow(() -> new PatchException(part + ": no cell " + edit.cell()));
            if (cell.child("f").isPresent() != edit.isResult()) {
                throw new PatchException(part + ": formula in " + edit.cell());
            }
            put(sheet, cell, edit);
        }
        parts.put(part, sheet);
    }

    /** Rows and cells that do not say where they stand follow the one before. */
    private static Map<Ref, Element> cells(Markup sheet) {
        Map<Ref, Element> cells = new HashMap<>();
        int row = -1;
        for (Element line : sheet.root().child("sheetData").map(data -> data.all("row").toList()).orElse(List.of())) {
            row = line.number("r", row + 2) - 1;
            int col = -1;
            for (Element cell : line.all("c").toList()) {
                col = cell.get("r").isEmpty() ? col + 1 : Ref.parse(cell.get("r")).col();
                cells.put(new Ref(row, col), cell);
            }
        }
        return cells;
    }

    private static void put(Markup sheet, Element cell, CellEdit edit) {
        Fragment value = new Fragment(cell.name.prefix());
        boolean inline = edit.number().isEmpty() && !edit.isResult() && !edit.text().isEmpty();
        if (edit.number().isPresent()) {
            value.leaf("v", edit.number().get().stripTrailingZeros().toPlainString());
        } else if (inline) {
            value.open("is").words(edit.text()).close();
        } else if (edit.isResult()) {
            value.leaf("v", StoredText.of(edit.text()));
        }
        if (inline) {
            sheet.set(cell, "t", "inlineStr");
        } else if (edit.isResult() && edit.number().isEmpty()) {
            sheet.set(cell, "t", "str");
        } else {
            sheet.drop(cell, "t");
        }
        List<Element> before = cell.children.stream().filter(child -> child.is("v") || child.is("is")).toList();
        if (before.isEmpty()) {
            sheet.append(cell, value);
        } else {
            sheet.replace(before.get(0), value);
            before.stream().skip(1).forEach(sheet::remove);
        }
    }
}
