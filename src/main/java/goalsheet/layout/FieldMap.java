package goalsheet.layout;

import goalsheet.template.FieldType;
import goalsheet.template.SheetDef;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Ref;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the fields of a form are and which words are printed around them, once for each kind of sheet. A workbook carries its map along, so
 * that what is filled in can be found again when the template of its time is long forgotten.
 */
public record FieldMap(List<Sheet> sheets) {
    /** A workbook that does not say. */
    public static final FieldMap NONE = new FieldMap(List.of());
    /** Stands in a path for the number of a row: {@code indicators[].level1}. */
    public static final String ROW = "[]";
    /** The column of reasons for exceptions; its rows are those of the sheet. */
    public static final String WAIVERS = "_waiver" + ROW;

    private static final String SHEET = "sheet:";
    private static final String FIELD = "field:";
    private static final String WORDS = "words:";
    private static final String CALCULATED = " calculated";
    private static final String NUMBER = "{n}";
    private static final int MOST_COLUMNS = 255;
    /** Longer words are instructions: much to carry along, and rewritten every year. */
    private static final int LONGEST_WORDS = 60;

    /**
     * One kind of sheet.
     *
     * @param name  of the tab; {@code {n}} stands for the number of a repeated sheet
     * @param width columns of the printed form; the self-check stands to the right of them
     */
    public record Sheet(String id, String name, int width, List<At> fields, List<Words> words) {
        public boolean isRepeated() {
            return name.contains(NUMBER);
        }

        /** Name of the tab with this number among the sheets of its kind. */
        public String name(int number) {
            return name.replace(NUMBER, Integer.toString(number));
        }

        /** The field with this path within the sheet. */
        public Optional<At> field(String path) {
            return fields.stream().filter(field -> field.path().equals(path)).findFirst();
        }

        /** The words beside a field, or above a column: what people call it; "" when there are none. */
        public String words(At field) {
            Ref cell = field.area().first();
            return words.stream().filter(word -> !word.text().isEmpty())
                    .filter(word -> field.isColumn() ? word.cell().col() == cell.col() && word.cell().row() < cell.row() : word.cell().row() == cell.row() && word.cell().col() < cell.col())
                    .max(Comparator.comparing(Words::cell)).map(Words::text).orElse("");
        }

        /** How many rows the sheet has. */
        public int height() {
            int fieldRows = fields.stream().mapToInt(field -> field.area().last().row() + 1).max().orElse(0);
            return Math.max(fieldRows, words.stream().mapToInt(word -> word.cell().row() + 1).max().orElse(0));
        }
    }

    /**
     * A field, or a whole column of a table.
     *
     * @param path within the sheet: {@code budget}, {@code indicators[].level1}
     * @param area its cells; a column has one row for each row of the table
     */
    public record At(String path, Area area, FieldType type, boolean calculated) {
        public boolean isColumn() {
            return path.contains(ROW);
        }

        /** The table whose column it is, "" for a single field. */
        public String table() {
            return isColumn() ? path.substring(0, path.indexOf(ROW)) : "";
        }
    }

    /** Printed words, "" where they are put together by a formula, differ from form to form, or are long. */
    public record Words(Ref cell, String text) {
    }

    public static FieldMap of(Layout layout) {
        List<Sheet> sheets = new ArrayList<>();
        for (SheetDef def : layout.template().sheets()) {
            sheets.add(sheet(layout, layout.sheet(def, 1)));
        }
        return new FieldMap(List.copyOf(sheets));
    }

    private static Sheet sheet(Layout layout, SheetLayout sheet) {
        Map<String, At> fields = new LinkedHashMap<>();
        List<Words> words = new ArrayList<>();
        for (Slot slot : sheet.slots()) {
            if (slot.field().isPresent()) {
                String path = slot.table().isEmpty() ? slot.path() : slot.table() + ROW + slot.path().substring(slot.path().indexOf('.'));
                fields.merge(path, new At(path, slot.area(), slot.field().get().type(), slot.field().get().isCalculated()), FieldMap::grown);
            } else if (slot.path().startsWith(SelfCheck.WAIVER)) {
                fields.merge(WAIVERS, new At(WAIVERS, slot.area(), FieldType.LONG_TEXT, false), FieldMap::grown);
            } else if (slot.table().isEmpty() && (slot.kind() == Slot.Kind.CALCULATED ? !slot.isBeside() : !slot.text().isBlank())) {
                String text = sheet.words(slot);
                boolean isTelling = slot.kind() == Slot.Kind.LABEL && !text.equals(Layout.STAMP) && text.length() <= LONGEST_WORDS;
                words.add(new Words(slot.cell(), isTelling ? text : ""));
            }
        }
        String name = sheet.def().name().in(layout.form().lang());
        return new Sheet(sheet.def().id(), name, sheet.def().columns().size(), List.copyOf(fields.values()), List.copyOf(words));
    }

    private static At grown(At column, At next) {
        return new At(column.path(), new Area(column.area().first(), next.area().last()), column.type(), column.calculated());
    }

    /** As rows of key, value and type. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (Sheet sheet : sheets) {
            rows.add(List.of(SHEET + sheet.id(), sheet.name(), Integer.toString(sheet.width())));
            sheet.fields().forEach(field -> rows.add(List.of(FIELD + sheet.id() + "." + field.path(), field.area().toString(),
                    field.type().name().toLowerCase(Locale.ROOT) + (field.calculated() ? CALCULATED : ""))));
            sheet.words().forEach(word -> rows.add(List.of(WORDS + sheet.id() + "." + word.cell(), word.text(), "")));
        }
        return rows;
    }

    static boolean isKey(String key) {
        return key.startsWith(SHEET) || key.startsWith(FIELD) || key.startsWith(WORDS);
    }

    /** Reads {@link #rows()} back. */
    static FieldMap parse(List<List<String>> rows) {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        for (List<String> row : rows) {
            String key = row.get(0);
            if (key.startsWith(SHEET)) {
                String id = key.substring(SHEET.length());
                sheets.putIfAbsent(id, new Sheet(id, row.get(1), Math.min(MOST_COLUMNS, Integer.parseInt(row.get(2))), new ArrayList<>(), new ArrayList<>()));
                continue;
            }
            String path = key.substring(FIELD.length());
            int dot = path.indexOf('.');
            Sheet sheet = dot < 0 ? null : sheets.get(path.substring(0, dot));
            if (sheet == null) {
                throw new IllegalArgumentException("no sheet for " + key);
            } else if (key.startsWith(WORDS)) {
                sheet.words().add(new Words(Ref.parse(path.substring(dot + 1)), row.get(1)));
            } else {
                boolean calculated = row.get(2).endsWith(CALCULATED);
                String type = calculated ? row.get(2).substring(0, row.get(2).length() - CALCULATED.length()) : row.get(2);
                sheet.fields().add(new At(path.substring(dot + 1), Area.parse(row.get(1)), FieldType.valueOf(type.toUpperCase(Locale.ROOT)), calculated));
            }
        }
        return new FieldMap(sheets.values().stream()
                .map(sheet -> new Sheet(sheet.id(), sheet.name(), sheet.width(), List.copyOf(sheet.fields()), List.copyOf(sheet.words()))).toList());
    }
}
