package goalsheet.generate;

import goalsheet.expr.Value;
import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.layout.Violation;
import goalsheet.layout.Violation.Grade;
import goalsheet.template.Table;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.WorkbookImage.ConditionImage;
import goalsheet.xlsx.WorkbookImage.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a sheet's looks depends on what is filled in. */
final class Conditions {
    private Conditions() {
    }

    static List<ConditionImage> of(Layout layout, SheetLayout sheet) {
        List<ConditionImage> conditions = new ArrayList<>(percentages(sheet));
        conditions.addAll(entries(layout, sheet));
        conditions.addAll(lines(layout, sheet));
        sheet.def().tables().values().forEach(table -> conditions.addAll(spareRows(sheet, table)));
        return conditions;
    }

    /** Cells that break a rule turn colour as they are typed, the gravest first; the cells of a table's column share one condition. */
    private static List<ConditionImage> entries(Layout layout, SheetLayout sheet) {
        Map<String, Ref> ends = new HashMap<>();
        sheet.slots().stream().filter(slot -> slot.index() > 0).forEach(slot -> ends.put(column(slot), slot.cell()));
        List<ConditionImage> conditions = new ArrayList<>();
        sheet.violations().stream().filter(violation -> violation.slot().index() <= 1).sorted(Comparator.comparing(Violation::grade)).forEach(violation -> {
            Slot slot = violation.slot();
            Ref last = ends.getOrDefault(column(slot), slot.area().last());
            Area area = new Area(slot.cell(), new Ref(last.row(), slot.area().last().col()));
            conditions.add(new ConditionImage(area, layout.condition(sheet, violation), effect(violation.grade())));
        });
        return conditions;
    }

    private static String column(Slot slot) {
        return slot.table() + "/" + slot.cell().col();
    }

    /** The lines beside the form have the colour of the cells they speak of. */
    private static List<ConditionImage> lines(Layout layout, SheetLayout sheet) {
        List<Slot> lines = layout.told(sheet);
        if (lines.isEmpty()) {
            return List.of();
        }
        int col = lines.get(0).cell().col();
        int first = lines.stream().mapToInt(slot -> slot.cell().row()).min().orElseThrow();
        Area area = new Area(new Ref(first, col), new Ref(lines.stream().mapToInt(slot -> slot.cell().row()).max().orElseThrow(), col));
        List<ConditionImage> conditions = new ArrayList<>();
        for (Grade grade : Grade.values()) {
            String start = layout.start(grade);
            conditions.add(new ConditionImage(area, "LEFT(" + area.first() + "," + start.length() + ")=\"" + start + "\"", effect(grade)));
        }
        String good = layout.good().stream().map(words -> area.first() + "=\"" + words + "\"").collect(Collectors.joining(",", "OR(", ")"));
        conditions.add(new ConditionImage(area, good, Effect.RIGHT));
        return conditions;
    }

    private static Effect effect(Grade grade) {
        return switch (grade) {
            case WRONG -> Effect.WRONG;
            case MISSING -> Effect.MISSING;
            case DOUBTFUL -> Effect.DOUBTFUL;
        };
    }

    /** Whole percentages show no decimals, others do; one number format cannot say both. What is entered from 2 on is points ({@link Value#ofPercent}). */
    private static List<ConditionImage> percentages(SheetLayout sheet) {
        return sheet.slots().stream().filter(Slot::isPercent).flatMap(slot -> {
            String cell = slot.cell().toString();
            Area area = Area.of(slot.cell());
            ConditionImage decimals = new ConditionImage(area, "ROUND(" + cell + ",2)<>ROUND(" + cell + ",4)", Effect.DECIMALS);
            return slot.kind() == Slot.Kind.CALCULATED ? Stream.of(decimals) : Stream.of(new ConditionImage(area, cell + ">=2", Effect.POINTS), decimals);
        }).toList();
    }

    /** Rows of a table at the end of a sheet show up one after the other as they are needed, so that no empty grid is printed. */
    private static List<ConditionImage> spareRows(SheetLayout sheet, Table table) {
        int lastRow = sheet.heights().size() - 1;
        List<Slot> slots = sheet.slots().stream().filter(slot -> !slot.isBeside() && slot.table().equals(table.id())).toList();
        List<Slot> entries = slots.stream().filter(slot -> slot.kind() == Slot.Kind.ENTRY).toList();
        if (table.perSheet() || entries.isEmpty() || entries.get(entries.size() - 1).cell().row() != lastRow) {
            return List.of();
        }
        int first = entries.get(0).cell().row();
        if (first == lastRow) {
            return List.of();
        }
        List<String> tests = new ArrayList<>();
        for (int row : new int[] {first + 1, first}) {
            entries.stream().filter(slot -> slot.cell().row() == first)
                    .forEach(slot -> tests.add("$" + Ref.letters(slot.cell().col()) + (row + 1) + "<>\"\""));
        }
        String filled = "OR(" + String.join(",", tests) + ")";
        List<ConditionImage> conditions = new ArrayList<>();
        for (Slot slot : slots.stream().filter(slot -> slot.cell().row() == first).toList()) {
            Effect effect = slot.kind() == Slot.Kind.ENTRY ? Effect.BORDERED : Effect.LINED;
            Ref start = new Ref(first + 1, slot.cell().col());
            // Neighbours that look alike share one condition.
            if (!conditions.isEmpty() && conditions.get(conditions.size() - 1).effect() == effect) {
                start = conditions.remove(conditions.size() - 1).area().first();
            }
            conditions.add(new ConditionImage(new Area(start, new Ref(lastRow, slot.area().last().col())), filled, effect));
        }
        return conditions;
    }
}
