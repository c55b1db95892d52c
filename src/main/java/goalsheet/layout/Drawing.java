package goalsheet.layout;

import goalsheet.expr.Expr;
import goalsheet.template.Field;
import goalsheet.template.SheetDef;
import goalsheet.template.SheetDef.Drawn;
import goalsheet.template.Table;
import goalsheet.template.Template;
import goalsheet.text.Text;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Draws the sheets of one definition: walks through its rows as the template gives them and puts every cell at its address. */
final class Drawing {
    private final Template template;
    private final Form form;
    private final SheetDef def;
    private final Set<String> controls;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Double> heights = new ArrayList<>();
    private final int[] covered;
    private int head = -1;

    private Drawing(Template template, Form form, SheetDef def, Set<String> controls) {
        this.template = template;
        this.form = form;
        this.def = def;
        this.controls = controls;
        this.covered = new int[def.columns().size()];
    }

    /**
     * @param form     of whose controls those of other sheets do not matter
     * @param controls paths within the sheet of the figures that the office has given
     */
    static SheetDrawing draw(Template template, Form form, SheetDef def, Set<String> controls) {
        Drawing drawing = new Drawing(template, form, def, controls);
        def.rows().forEach(drawing::row);
        SelfCheck.Beside beside = SelfCheck.of(template, form, def, drawing.slots);
        drawing.slots.addAll(beside.slots());
        return new SheetDrawing(List.copyOf(drawing.slots), List.copyOf(drawing.heights), drawing.head, beside.violations());
    }

    /** What full paths of the sheet begin with. */
    static String prefix(SheetDef def, int number) {
        return def.repeat().isPresent() ? def.id() + "[" + number + "]." : def.id() + ".";
    }

    static String name(SheetDef def, Form form, int number) {
        return numbered(def.name(), Integer.toString(number)).in(form.lang());
    }

    private void row(SheetDef.Row row) {
        Table table = def.tables().get(row.table());
        int times = table == null ? 1 : table.perSheet() ? form.sheets() : table.rows();
        if (row.head()) {
            head = heights.size();
        }
        for (int index = 1; index <= times; index++) {
            drawRow(row, table == null ? 0 : index);
        }
    }

    private void drawRow(SheetDef.Row row, int index) {
        int line = heights.size();
        int col = 0;
        for (SheetDef.Cell cell : row.cells()) {
            while (covered[col] > 0) {
                col++;
            }
            Area area = new Area(new Ref(line, col), new Ref(line + cell.rows() - 1, col + cell.span() - 1));
            slots.add(slot(cell, area, row.table(), index));
            for (int i = 0; i < cell.span(); i++) {
                covered[col++] = cell.rows();
            }
        }
        for (int i = 0; i < covered.length; i++) {
            covered[i] = Math.max(0, covered[i] - 1);
        }
        heights.add(row.height());
    }

    private Slot slot(SheetDef.Cell cell, Area area, String table, int index) {
        String link = cell.link().isEmpty() ? "" : template.sheet(cell.link()).map(sheet -> name(sheet, form, Math.max(1, index))).orElse("");
        if (cell.drawn() instanceof Drawn.Of of) {
            Field field = of.field();
            String path = table.isEmpty() ? field.id() : table + "[" + index + "]." + field.id();
            Slot.Kind kind = field.isCalculated() ? Slot.Kind.CALCULATED : controls.contains(path) ? Slot.Kind.CONTROL : Slot.Kind.ENTRY;
            return new Slot(area, kind, path, table, index, Optional.of(field), "", field.formula(), cell.look(), link);
        }
        if (cell.drawn() instanceof Drawn.Formula formula) {
            return new Slot(area, Slot.Kind.CALCULATED, "", table, index, Optional.empty(), "", Optional.<Expr>of(formula.in(form.lang())), cell.look(), link);
        }
        String text = cell.drawn() instanceof Drawn.Label label ? numbered(label.text(), table.isEmpty() ? SheetLayout.NUMBER : Integer.toString(index)).in(form.lang())
                : cell.drawn() instanceof Drawn.Notes notes ? Instructions.of(template, notes, form.lang()) : Layout.STAMP;
        return new Slot(area, Slot.Kind.LABEL, "", table, index, Optional.empty(), text, Optional.empty(), cell.look(), link);
    }

    private static Text numbered(Text text, String number) {
        return text.with(Map.of("n", Text.same(number)));
    }
}
