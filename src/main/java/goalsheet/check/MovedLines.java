package goalsheet.check;

import goalsheet.check.Lines.Block;
import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.rule.Finding;
import goalsheet.rule.FormRules;
import goalsheet.rule.Place;
import goalsheet.rule.Severity;
import goalsheet.text.Series;
import goalsheet.text.Text;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.References;
import goalsheet.xlsx.Snapshot;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Tells what was inserted into a sheet and deleted from it: one finding for each block of rows or columns, where it is or was. */
final class MovedLines {
    private static final int CELLS_SHOWN = 5;
    private static final int FIELDS_SHOWN = 6;
    private static final int LONGEST = 30;

    private final Workbook workbook;
    private final Layout layout;
    private final SheetLayout sheet;
    private final Snapshot.Sheet returned;
    private final Alignment now;
    private final Consumer<Finding> found;

    /** @param sheet one that is there */
    MovedLines(Workbook workbook, SheetLayout sheet, Consumer<Finding> found) {
        this.workbook = workbook;
        this.layout = workbook.layout();
        this.sheet = sheet;
        this.returned = workbook.sheet(sheet).orElseThrow();
        this.now = workbook.alignment(sheet);
        this.found = found;
    }

    void check() {
        if (now.isSame()) {
            return;
        }
        now.rows().inserted().forEach(block -> inserted(block, true));
        now.cols().inserted().forEach(block -> inserted(block, false));
        now.rows().gone().forEach(block -> gone(block, true));
        now.cols().gone().forEach(block -> gone(block, false));
    }

    private void inserted(Block block, boolean rows) {
        List<Snapshot.Cell> content = content(block, rows);
        Text shown = shown(content, CELLS_SHOWN, LONGEST);
        Map<String, Text> arguments = words(block.count(), rows);
        arguments.put("where", rows ? Text.of("行", "rows") : Text.of("列", "columns"));
        arguments.put("held", content.isEmpty() ? Text.EMPTY : Text.of("，其中 " + content.size() + " 格有内容，不在表样之内，没有读取：" + shown.zh(),
                ", with content in " + content.size() + " cell(s) that are no part of the form and were not read: " + shown.en()));
        arguments.put("first", content.isEmpty() ? Text.EMPTY : Text.of("其中需要报送的内容，先填到表内相应的单元格，再", "Enter what is to be reported in the cells of the form first. "));
        Finding finding = Finding.of(FormRules.LINES_INSERTED, place(block.first(), rows), shown, arguments);
        found.accept(content.isEmpty() ? finding : finding.as(Severity.ERROR));
    }

    /** What a person has written there: neither the form's own words, as they come with a copied row, nor its formulas. */
    private List<Snapshot.Cell> content(Block block, boolean rows) {
        Set<String> own = new HashSet<>();
        sheet.slots().forEach(slot -> own.add(slot.kind() == Slot.Kind.CALCULATED ? "=" + References.skeleton(layout.formula(sheet, slot)) : Labels.words(layout.text(sheet, slot))));
        return returned.cells().values().stream().filter(cell -> isIn(block, rows ? cell.ref().row() : cell.ref().col()) && isWithin(cell.ref()))
                .filter(cell -> !Labels.words(cell.text()).isEmpty() || cell.hasFormula())
                .filter(cell -> !own.contains(cell.hasFormula() ? "=" + References.skeleton(cell.formula()) : Labels.words(cell.text())))
                .sorted(java.util.Comparator.comparing(Snapshot.Cell::ref)).toList();
    }

    /** Not what stands in the same row far beside the form. */
    private boolean isWithin(Ref cell) {
        return cell.col() <= now.cols().last(0, Integer.MAX_VALUE - 1).orElse(0) && cell.row() <= now.rows().last(0, Integer.MAX_VALUE - 1).orElse(0);
    }

    private static boolean isIn(Block block, int line) {
        return line >= block.first() && line < block.first() + block.count();
    }

    /** Cells with what stands in them: {@code C13：甲；D13：=B2*2}. */
    static Text shown(List<Snapshot.Cell> cells, int most, int longest) {
        return Series.clauses(cells.stream().limit(most + 1).map(cell -> {
            String content = cut(cell.hasFormula() ? "=" + cell.formula() : cell.text(), longest);
            return Text.of(cell.ref() + "：" + content, cell.ref() + ": " + content);
        }).toList(), most);
    }

    /** A text on one line, of so many characters at most. */
    static String cut(String text, int longest) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }

    private void gone(Block block, boolean rows) {
        List<Slot> slots = sheet.slots().stream().filter(slot -> isIn(block, rows ? slot.cell().row() : slot.cell().col())).filter(slot -> workbook.at(sheet, slot).isEmpty()).toList();
        Map<String, Integer> tables = new TreeMap<>();
        Map<String, Text> fields = new LinkedHashMap<>();
        for (Slot slot : slots) {
            if (slot.field().isPresent()) {
                if (rows && !slot.table().isEmpty() && !sheet.def().tables().get(slot.table()).perSheet()) {
                    tables.merge(slot.table(), 1, (one, more) -> one);
                } else {
                    fields.put(slot.path(), slot.field().get().label());
                }
            }
        }
        boolean spare = fields.isEmpty() && !tables.isEmpty();
        boolean beside = slots.stream().allMatch(slot -> slot.isBeside() || layout.text(sheet, slot).isBlank() && slot.kind() == Slot.Kind.LABEL);
        Map<String, Text> arguments = words(block.count(), rows);
        arguments.put("lost", lost(fields, tables));
        arguments.put("cure", spare ? Text.of("表内的行用不到请留空，不要删除；被删的行里有内容的，请填到空行里。", "Leave rows blank that you do not need; enter again what stood in the deleted ones.")
                : beside ? Text.of("不影响填报内容，可以不处理。", "Nothing needs to be done; the contents of the form are not affected.")
                : Text.of("撤销删除，或把内容填到空表里。", "Undo that, or enter the contents in a fresh form."));
        Finding finding = Finding.of(FormRules.LINES_DELETED, place(rows ? now.rows().behind(block.first()) : now.cols().behind(block.first()), rows), "", Text.EMPTY, arguments);
        found.accept(finding.as(beside ? Severity.INFO : spare ? Severity.WARNING : Severity.ERROR));
    }

    private Text lost(Map<String, Text> fields, Map<String, Integer> tables) {
        if (fields.isEmpty()) {
            return tables.isEmpty() ? Text.EMPTY : Text.of("，" + tables.keySet().stream().map(id -> sheet.def().tables().get(id).label().zh()).collect(Collectors.joining("、")) + "的行数少了",
                    ", " + tables.keySet().stream().map(id -> sheet.def().tables().get(id).label().en()).collect(Collectors.joining(", ")) + " has fewer rows now");
        }
        List<Text> labels = fields.values().stream().distinct().limit(FIELDS_SHOWN).toList();
        boolean more = fields.values().stream().distinct().count() > FIELDS_SHOWN;
        return Text.of("，缺少：" + labels.stream().map(Text::zh).collect(Collectors.joining("、")) + (more ? "等" : ""),
                ", so these are missing: " + labels.stream().map(Text::en).collect(Collectors.joining(", ")) + (more ? " and others" : ""));
    }

    private static Map<String, Text> words(int count, boolean rows) {
        Map<String, Text> words = new LinkedHashMap<>();
        words.put("count", Text.same(Integer.toString(count)));
        words.put("what", rows ? Text.of("行", "row(s)") : Text.of("列", "column(s)"));
        return words;
    }

    /** The first cell of the line in which a note can be read: not one that a merged cell covers. */
    private Place place(int line, boolean rows) {
        List<Area> merges = returned.merges().stream().filter(area -> !area.isSingle()).toList();
        int last = rows ? sheet.def().columns().size() : sheet.heights().size();
        Ref first = null;
        for (int at = 0; at < last; at++) {
            Ref cell = rows ? new Ref(line, at) : new Ref(at, line);
            if (merges.stream().noneMatch(area -> area.contains(cell) && !area.first().equals(cell))) {
                first = cell;
                break;
            }
        }
        Ref here = first == null ? rows ? new Ref(line, 0) : new Ref(0, line) : first;
        return new Place(workbook.name(sheet), here.toString(), "", Text.EMPTY);
    }
}
