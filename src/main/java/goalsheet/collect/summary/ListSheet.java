package goalsheet.collect.summary;

import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.WorkbookImage.CellImage;
import goalsheet.xlsx.WorkbookImage.ConditionImage;
import goalsheet.xlsx.WorkbookImage.Content;
import goalsheet.xlsx.WorkbookImage.Effect;
import goalsheet.xlsx.WorkbookImage.Look;
import goalsheet.xlsx.WorkbookImage.PageImage;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import goalsheet.xlsx.WorkbookImage.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A sheet of the layout made by default that holds one list: title, unit of amounts, headings, a sample of its rows, samples of its sums.
 *
 * @param sums  kinds of the rows of sums, from the lowest
 * @param money whether the unit of amounts stands at the top
 * @param tints colours that words bring
 */
record ListSheet(Text name, Text title, String kind, List<String> sums, List<Column> columns, boolean money, List<Tint> tints) {
    static final int HEADING = 2;
    private static final int SAMPLE = 3;

    /** @param formula in which {@code #} stands for the cell */
    record Tint(String key, String formula, Effect effect) {
    }

    SheetImage image(Lang lang) {
        List<CellImage> cells = new ArrayList<>();
        int last = columns.size() - 1;
        int middle = Math.max(0, columns.size() - 4);
        cells.add(words(0, 0, title.in(lang), Look.TITLE, Use.FIXED, Column.PLAIN));
        cells.add(words(1, 0, "{title}", Look.PLAIN, Use.FIXED, Column.PLAIN));
        if (money) {
            cells.add(words(1, middle + 1, "{money}", Look.PLAIN_RIGHT, Use.FIXED, Column.PLAIN));
        }
        for (int col = 0; col <= last; col++) {
            Column column = columns.get(col);
            cells.add(words(HEADING, col, column.heading().in(lang), Look.HEADING, Use.FIXED, Column.PLAIN));
            cells.add(words(SAMPLE, col, placeholder(kind, column.key()), column.look(), Use.FIXED, column.format()));
            for (int sum = 0; sum < sums.size(); sum++) {
                boolean number = column.look() == Look.NUMBER;
                cells.add(words(SAMPLE + 1 + sum, col, placeholder(sums.get(sum), column.sum()), number ? Look.SUM_NUMBER : Look.SUM_WORDS,
                        use(sums.get(sum)), number ? column.format() : Column.PLAIN));
            }
        }
        List<Area> merges = List.of(new Area(new Ref(0, 0), new Ref(0, last)), new Area(new Ref(1, 0), new Ref(1, money ? middle : last)), new Area(new Ref(1, middle + 1), new Ref(1, last)));
        return new SheetImage(name.in(lang), Snapshot.Visibility.VISIBLE, columns.stream().map(Column::width).toList(), List.of(30.0, 20.0, 34.0), cells, money ? merges : merges.subList(0, 2), List.of(),
                new PageImage(true, Optional.empty(), 0, HEADING), SAMPLE, conditions());
    }

    private static String placeholder(String kind, String key) {
        return key.isEmpty() ? "" : "{" + kind + "." + key + "}";
    }

    private static Use use(String kind) {
        return kind.endsWith("-unit") ? Use.CALCULATED : kind.endsWith("-department") ? Use.CONTROL : Use.FIXED;
    }

    private static CellImage words(int row, int col, String words, Look look, Use use, String format) {
        return new CellImage(new Ref(row, col), words.isEmpty() ? Content.EMPTY : new Content.Words(words), look, use, format, "");
    }

    private List<ConditionImage> conditions() {
        List<ConditionImage> conditions = new ArrayList<>();
        for (int col = 0; col < columns.size(); col++) {
            Area area = new Area(new Ref(SAMPLE, col), new Ref(SAMPLE + sums.size(), col));
            String cell = area.first().toString();
            for (Tint tint : tints) {
                if (tint.key().equals(columns.get(col).key())) {
                    conditions.add(new ConditionImage(area, tint.formula().replace("#", cell), tint.effect()));
                }
            }
            if (columns.get(col).format().equals(Column.PERCENT)) {
                conditions.add(new ConditionImage(area, "ROUND(" + cell + "*100,4)<>ROUND(" + cell + "*100,0)", Effect.DECIMALS));
            }
        }
        return conditions;
    }

    Area filter() {
        return new Area(new Ref(HEADING, 0), new Ref(HEADING, columns.size() - 1));
    }

    /** Rows can be folded away into their sums. */
    Map<Integer, Integer> outline() {
        Map<Integer, Integer> levels = new TreeMap<>();
        for (int level = 0; level < sums.size() - 1; level++) {
            levels.put(SAMPLE + level, sums.size() - 1 - level);
        }
        return levels;
    }
}
