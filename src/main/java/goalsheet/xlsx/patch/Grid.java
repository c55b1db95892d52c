package goalsheet.xlsx.patch;

import goalsheet.xlsx.Ref;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Widths of columns and heights of rows of a sheet in pixels, to place notes of a wanted size. */
final class Grid {
    private static final Pattern ROW = Pattern.compile("<(?:[\\w.-]+:)?row((?:\\s[^<>]*)?)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s(r|ht|hidden)\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final double PIXELS_PER_POINT = 96 / 72.0;
    private static final int PIXELS_PER_CHARACTER = 7;

    private record Columns(int first, int last, int pixels) {
    }

    private final List<Columns> columns;
    private final int otherColumns;
    private final Map<Integer, Integer> rows = new HashMap<>();
    private final int otherRows;

    Grid(Markup sheet) {
        Element format = sheet.root().child("sheetFormatPr").orElse(new Element(new Element.Name("", "", "sheetFormatPr"), 0, 0));
        this.otherColumns = (int) Math.round(decimal(format.get("defaultColWidth"), 9.14) * PIXELS_PER_CHARACTER);
        this.otherRows = (int) Math.round(decimal(format.get("defaultRowHeight"), 15) * PIXELS_PER_POINT);
        this.columns = sheet.root().all("cols").flatMap(cols -> cols.all("col")).map(col -> new Columns(col.number("min", 1) - 1, col.number("max", 1) - 1,
                col.flag("hidden") ? 0 : (int) Math.round(decimal(col.get("width"), 9.14) * PIXELS_PER_CHARACTER))).toList();
        readRows(sheet.outline().tags());
    }

    /**
     * Where a box of a size lies that begins at the upper right of a cell: left column and pixels in it, top row and pixels in it,
     * then the same for right and bottom.
     */
    int[] beside(Ref cell, int width, int height) {
        int left = Math.min(cell.col() + 1, Ref.MAX_COLS - 6);
        int top = Math.max(0, cell.row() - 1);
        int[] corner = {left, Math.min(15, column(left)), top, Math.min(4, row(top)), 0, 0, 0, 0};
        return sized(corner, width, height);
    }

    /** The same upper left corner with another size. */
    int[] sized(int[] box, int width, int height) {
        int[] right = walk(box[0], box[1] + width, this::column, Ref.MAX_COLS);
        int[] bottom = walk(box[2], box[3] + height, this::row, Ref.MAX_ROWS);
        return new int[] {box[0], box[1], box[2], box[3], right[0], right[1], bottom[0], bottom[1]};
    }

    int width(int[] box) {
        return IntStream.range(box[0], Math.min(box[4], Ref.MAX_COLS)).map(this::column).sum() + box[5] - box[1];
    }

    int height(int[] box) {
        return IntStream.range(box[2], Math.min(box[6], Ref.MAX_ROWS)).map(this::row).sum() + box[7] - box[3];
    }

    private static int[] walk(int from, int pixels, IntUnaryOperator size, int end) {
        int at = from;
        int rest = pixels;
        while (at < end - 1 && rest > size.applyAsInt(at)) {
            rest -= size.applyAsInt(at++);
        }
        return new int[] {at, rest};
    }

    private int column(int index) {
        return columns.stream().filter(each -> index >= each.first && index <= each.last).mapToInt(Columns::pixels).findFirst().orElse(otherColumns);
    }

    private int row(int index) {
        return rows.getOrDefault(index, otherRows);
    }

    private void readRows(String tags) {
        Matcher tag = ROW.matcher(tags);
        int at = -1;
        for (int word = tags.indexOf("row"); word >= 0; word = tags.indexOf("row", word + 1)) {
            if (tag.region(Math.max(0, tags.lastIndexOf('<', word)), tags.length()).lookingAt()) {
                Map<String, String> attributes = ATTRIBUTE.matcher(tag.group(1)).results().collect(Collectors.toMap(each -> each.group(1), each -> each.group(2), (one, other) -> one));
                at = (int) decimal(attributes.get("r"), at + 2) - 1;
                double points = decimal(attributes.get("ht"), -1);
                if (List.of("1", "true").contains(attributes.getOrDefault("hidden", ""))) {
                    rows.put(at, 0);
                } else if (points >= 0) {
                    rows.put(at, (int) Math.round(points * PIXELS_PER_POINT));
                }
            }
        }
    }

    private static double decimal(String number, double otherwise) {
        try {
            double value = number == null ? otherwise : Double.parseDouble(number);
            return value >= 0 && value <= 10_000_000 ? value : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
