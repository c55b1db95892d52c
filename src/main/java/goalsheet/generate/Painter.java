package goalsheet.generate;

import goalsheet.expr.Value;
import goalsheet.layout.Calculation;
import goalsheet.layout.Identity;
import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.template.Field;
import goalsheet.template.FieldType;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot.Visibility;
import goalsheet.xlsx.WordBox;
import goalsheet.xlsx.WorkbookImage;
import goalsheet.xlsx.WorkbookImage.CellImage;
import goalsheet.xlsx.WorkbookImage.Content;
import goalsheet.xlsx.WorkbookImage.Look;
import goalsheet.xlsx.WorkbookImage.NoteImage;
import goalsheet.xlsx.WorkbookImage.PageImage;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import goalsheet.xlsx.WorkbookImage.Use;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Describes a laid-out form, blank or with values, as a workbook to be written. */
public final class Painter {
    private static final double GAP = 1.5;
    private static final double STATE = 50;
    private static final double WAIVER = 30;
    /** Shows nothing: some cells of the self-check are for its formulas only. */
    private static final String SILENT = ";;;";
    private static final BigDecimal POINTS = BigDecimal.valueOf(100);
    /** The look of each name that a template may write. */
    private static final Map<String, Look> LOOKS = Map.of("title", Look.TITLE, "plain", Look.PLAIN, "plain-right", Look.PLAIN_RIGHT,
            "note", Look.NOTE, "label", Look.LABEL, "heading", Look.HEADING, "section", Look.SECTION, "value", Look.VALUE, "long", Look.LONG_VALUE);
    private static final Map<String, Use> LEGEND = Map.of("entry", Use.SAMPLE, "control", Use.CONTROL, "calculated", Use.CALCULATED);

    private final Layout layout;
    private final Calculation calculation;
    private final Validations validations;

    private final Identity identity;
    private final Map<SheetLayout, List<NoteImage>> notes;

    private Painter(Layout layout, Contents contents) {
        this.layout = layout;
        this.identity = contents.key().map(Identity.of(layout)::signed).orElseGet(() -> Identity.of(layout));
        this.notes = contents.notes();
        this.calculation = new Calculation(layout, path -> {
            Value control = layout.form().controls().get(path);
            return control != null ? control : contents.values().apply(path);
        });
        this.validations = new Validations(layout);
    }

    /** The names of looks that it can draw. */
    static List<String> looks() {
        return Stream.concat(LOOKS.keySet().stream(), LEGEND.keySet().stream()).toList();
    }

    /** @param values of the entry fields by full path, blank where there is none */
    public static WorkbookImage paint(Layout layout, Function<String, Value> values) {
        return paint(layout, Contents.of(values));
    }

    static WorkbookImage paint(Layout layout, Contents contents) {
        return new Painter(layout, contents).workbook();
    }

    private WorkbookImage workbook() {
        List<SheetImage> sheets = new ArrayList<>();
        layout.sheets().forEach(sheet -> sheets.add(sheet(sheet)));
        sheets.add(hidden(Layout.LISTS, listCells()));
        sheets.add(hidden(Identity.SHEET, identityCells()));
        return new WorkbookImage(layout.template().title().in(layout.form().lang()), sheets, List.of());
    }

    private SheetImage sheet(SheetLayout sheet) {
        List<CellImage> cells = new ArrayList<>();
        List<Area> merges = new ArrayList<>();
        List<Double> heights = new ArrayList<>(sheet.heights());
        for (Slot slot : sheet.slots()) {
            CellImage cell = cell(sheet, slot);
            cells.add(cell);
            if (!slot.area().isSingle()) {
                merges.add(slot.area());
            }
            if (!slot.isBeside()) {
                grow(sheet, slot, cell, heights);
            }
        }
        Area page = new Area(new Ref(0, 0), new Ref(sheet.heights().size() - 1, sheet.def().columns().size() - 1));
        PageImage paper = new PageImage(sheet.def().landscape(), Optional.of(page), sheet.head(), sheet.head());
        return new SheetImage(sheet.name(), Visibility.VISIBLE, widths(sheet), heights, cells, merges, validations.of(sheet), paper, 0, Conditions.of(layout, sheet), notes.getOrDefault(sheet, List.of()));
    }

    /** A row whose words, or items to choose from, need more lines than it is drawn for gets higher: fixed heights would cut them off. */
    private void grow(SheetLayout sheet, Slot slot, CellImage cell, List<Double> heights) {
        if (slot.area().first().row() != slot.area().last().row() || cell.look() == Look.NUMBER) {
            return;
        }
        double width = sheet.def().columns().subList(slot.area().first().col(), slot.area().last().col() + 1).stream().mapToDouble(Double::doubleValue).sum();
        Stream<String> items = slot.kind() == Slot.Kind.ENTRY ? slot.field().flatMap(field -> Optional.ofNullable(layout.template().lists().get(field.list()))).stream()
                .filter(list -> !list.open()).flatMap(list -> list.all().stream()) : Stream.empty();
        Stream<String> texts = cell.content() instanceof Content.Words words ? Stream.concat(items, Stream.of(words.text())) : items;
        int row = slot.cell().row();
        texts.forEach(text -> heights.set(row, Math.min(WordBox.HIGHEST, Math.max(heights.get(row), WordBox.height(text, width)))));
    }

    /** The form's own columns, a gap, and the ones of the self-check. */
    private static List<Double> widths(SheetLayout sheet) {
        return Stream.concat(sheet.def().columns().stream(), sheet.hasWaivers() ? Stream.of(GAP, STATE, WAIVER) : Stream.of(GAP, STATE)).toList();
    }

    private CellImage cell(SheetLayout sheet, Slot slot) {
        if (slot.isBeside()) {
            boolean entry = slot.kind() == Slot.Kind.ENTRY;
            return new CellImage(slot.cell(), content(sheet, slot), entry ? Look.NOTE : Look.STATE, entry ? Use.ENTRY : Use.FIXED, layout.isSilent(slot) ? SILENT : entry ? "@" : "General", "");
        }
        Optional<Field> field = slot.field();
        Use use = LEGEND.getOrDefault(slot.look(), switch (slot.kind()) {
            case LABEL -> Use.FIXED;
            case ENTRY -> Use.ENTRY;
            case CONTROL -> Use.CONTROL;
            case CALCULATED -> Use.CALCULATED;
        });
        Look look = LOOKS.getOrDefault(slot.look(), field.map(known -> look(known.type())).orElse(slot.link().isEmpty() ? Look.LABEL : Look.LINK));
        if (slot.kind() == Slot.Kind.CALCULATED && field.isEmpty()) {
            use = Use.FIXED;
        }
        String link = slot.link().isEmpty() ? "" : "'" + slot.link().replace("'", "''") + "'!A1";
        return new CellImage(slot.cell(), content(sheet, slot), slot.link().isEmpty() ? look : Look.LINK, use, field.map(known -> format(known, slot)).orElse("General"), link);
    }

    private Content content(SheetLayout sheet, Slot slot) {
        if (slot.kind() == Slot.Kind.LABEL) {
            return words(layout.text(sheet, slot));
        }
        Value value = calculation.value(sheet, slot);
        Content content = value instanceof Value.Num num ? new Content.Number(isFraction(slot, num.number()) ? num.number().divide(POINTS) : num.number()) : words(value.show());
        return slot.kind() == Slot.Kind.CALCULATED ? new Content.Formula(layout.formula(sheet, slot), content) : content;
    }

    /** An entered percentage that no fraction can say is written as it is read: from 2 on a cell holds points ({@link Value#ofPercent}). */
    private static boolean isFraction(Slot slot, BigDecimal points) {
        return slot.isPercent() && (slot.kind() == Slot.Kind.CALCULATED || Value.ofPercent(points.divide(POINTS)) instanceof Value.Num read && read.number().compareTo(points) == 0);
    }

    private static Content words(String text) {
        return text.isEmpty() ? Content.EMPTY : new Content.Words(text);
    }

    private static Look look(FieldType type) {
        return switch (type) {
            case TEXT, CODE, DATE, LIST, PERCENT -> Look.VALUE;
            case LONG_TEXT -> Look.LONG_VALUE;
            case AMOUNT, NUMBER -> Look.NUMBER;
        };
    }

    /** A calculated text must not get the text format: a program would show the formula instead of its value after an edit. */
    private static String format(Field field, Slot slot) {
        return switch (field.type()) {
            case TEXT, CODE, LIST, LONG_TEXT -> slot.kind() == Slot.Kind.CALCULATED ? "General" : "@";
            case AMOUNT -> "#,##0.00";
            case NUMBER -> "General";
            case PERCENT -> "0%";
            case DATE -> "yyyy-mm-dd";
        };
    }

    private List<CellImage> listCells() {
        List<CellImage> cells = new ArrayList<>();
        layout.lists().cells().forEach((ref, text) -> cells.add(new CellImage(ref,
                layout.lists().isCount(ref) ? new Content.Number(new BigDecimal(text)) : words(text), Look.PLAIN, Use.FIXED,
                layout.lists().isCount(ref) ? "General" : "@", "")));
        return cells;
    }

    private List<CellImage> identityCells() {
        List<CellImage> cells = new ArrayList<>();
        List<List<String>> rows = identity.rows();
        for (int row = 0; row < rows.size(); row++) {
            for (int col = 0; col < rows.get(row).size(); col++) {
                cells.add(new CellImage(new Ref(row, col), words(rows.get(row).get(col)), Look.PLAIN, Use.FIXED, "@", ""));
            }
        }
        for (SheetLayout sheet : layout.sheets()) {
            int row = cells.get(cells.size() - 1).ref().row() + 1;
            cells.add(new CellImage(new Ref(row, 0), words(Identity.FOLLOWS + sheet.prefix()), Look.PLAIN, Use.FIXED, "@", ""));
            cells.add(new CellImage(new Ref(row, 1), new Content.Formula(Identity.mark(sheet), new Content.Number(BigDecimal.ONE)), Look.PLAIN, Use.FIXED, "General", ""));
        }
        return cells;
    }

    private static SheetImage hidden(String name, List<CellImage> cells) {
        return new SheetImage(name, Visibility.VERY_HIDDEN, List.of(), List.of(), cells, List.of(), List.of(), new PageImage(false, Optional.empty(), -1, -1), 0);
    }
}
