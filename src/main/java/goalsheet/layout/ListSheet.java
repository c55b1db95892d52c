package goalsheet.layout;

import goalsheet.expr.Value;
import goalsheet.template.CodeList;
import goalsheet.template.Field;
import goalsheet.template.Template;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Ref;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the code lists stand on their very hidden sheet. A column holds the parent item (or the list's id) in row 1, the
 * number of items in row 2, the items from row 3 on; the columns of one list stand side by side. To their right stand, for
 * lists that take nothing but their items, all spellings with the items they mean, and what belongs to what; these columns
 * begin with an empty cell.
 */
public final class ListSheet {
    private static final int FIRST_ITEM = 2;

    private record Block(int firstCol, List<String> heads, List<List<String>> columns) {
        Area row(int row) {
            return new Area(new Ref(row, firstCol), new Ref(row, firstCol + heads.size() - 1));
        }
    }

    /** Names of the columns for the self-check, as they stand in its expressions: {@code _list.level1.spelling}. */
    static final String PREFIX = SelfCheck.PREFIX + "list.";
    static final String SPELLING = ".spelling";
    static final String ITEM = ".item";
    static final String PAIR = ".pair";
    /** Between a parent item and its own in the column of pairs. */
    static final String OF = "/";

    private record Column(int col, List<String> texts, List<Value> values) {
        Column(int col, Collection<String> texts) {
            this(col, List.copyOf(texts), Stream.concat(Stream.of(Value.BLANK), texts.stream().map(Value::of)).toList());
        }

        String range() {
            return Places.quote(Layout.LISTS) + "!" + new Area(new Ref(0, col), new Ref(texts.size(), col)).absolute();
        }
    }

    private final Map<String, Block> blocks = new LinkedHashMap<>();
    private final Map<String, Column> columns = new LinkedHashMap<>();

    ListSheet(Template template) {
        int col = 0;
        for (CodeList list : template.lists().values()) {
            List<String> heads = list.isDependent() ? List.copyOf(list.byParent().keySet()) : List.of(list.id());
            List<List<String>> columns = list.isDependent() ? List.copyOf(list.byParent().values()) : List.of(list.items());
            blocks.put(list.id(), new Block(col, heads, columns));
            col += heads.size();
        }
        for (CodeList list : template.lists().values().stream().filter(list -> !list.open()).toList()) {
            Map<String, String> spellings = list.spellings();
            columns.put(PREFIX + list.id() + SPELLING, new Column(col++, spellings.keySet()));
            columns.put(PREFIX + list.id() + ITEM, new Column(col++, spellings.values()));
            if (list.isDependent()) {
                columns.put(PREFIX + list.id() + PAIR, new Column(col++, list.byParent().entrySet().stream()
                        .flatMap(group -> group.getValue().stream().map(item -> group.getKey() + OF + item)).toList()));
            }
        }
    }

    /** Where a column for the self-check stands. */
    String range(String name) {
        return columns.get(name).range();
    }

    /** What it holds: nothing first. */
    List<Value> values(String name) {
        return columns.get(name).values();
    }

    /** What stands in the cells: texts, and numbers in row 2. */
    public Map<Ref, String> cells() {
        Map<Ref, String> cells = new LinkedHashMap<>();
        for (Block block : blocks.values()) {
            for (int i = 0; i < block.heads().size(); i++) {
                int col = block.firstCol() + i;
                List<String> items = block.columns().get(i);
                cells.put(new Ref(0, col), block.heads().get(i));
                cells.put(new Ref(1, col), Integer.toString(items.size()));
                for (int item = 0; item < items.size(); item++) {
                    cells.put(new Ref(FIRST_ITEM + item, col), items.get(item));
                }
            }
        }
        for (Column column : columns.values()) {
            for (int row = 0; row < column.texts().size(); row++) {
                cells.put(new Ref(row + 1, column.col()), column.texts().get(row));
            }
        }
        return cells;
    }

    /** Whether a cell holds a count, not a text. */
    public boolean isCount(Ref ref) {
        return ref.row() == 1 && columns.values().stream().noneMatch(column -> column.col() == ref.col());
    }

    /**
     * The formula of a dropdown. OFFSET and MATCH work in every spreadsheet program, INDIRECT does not.
     *
     * @param parent cell that selects the items; not used for a plain list
     */
    public String formula(Field field, Ref parent) {
        Block block = blocks.get(field.list());
        String sheet = Places.quote(Layout.LISTS) + "!";
        Ref first = new Ref(FIRST_ITEM, block.firstCol());
        if (field.parent().isEmpty()) {
            int items = block.columns().get(0).size();
            return sheet + new Area(first, new Ref(FIRST_ITEM + Math.max(1, items) - 1, block.firstCol())).absolute();
        }
        String column = "MATCH($" + Ref.letters(parent.col()) + (parent.row() + 1) + "," + sheet + block.row(0).absolute() + ",0)";
        return "OFFSET(" + sheet + first.absolute() + ",0," + column + "-1,INDEX(" + sheet + block.row(1).absolute() + "," + column + "),1)";
    }

    /** The texts of all cells in a fixed order, for the fingerprint. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        cells().forEach((ref, text) -> texts.add(ref + "=" + text));
        return texts;
    }
}
