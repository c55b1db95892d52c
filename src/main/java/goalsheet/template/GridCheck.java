package goalsheet.template;

import java.util.HashSet;
import java.util.Set;

/** Checks that the cells of a drawn sheet fill its grid: no row too wide or too narrow, every field drawn exactly once. */
final class GridCheck {
    private final TemplateReader in;
    private final SheetDef sheet;
    private final int widest;

    GridCheck(TemplateReader in, SheetDef sheet, int widest) {
        this.in = in;
        this.sheet = sheet;
        this.widest = widest;
    }

    void check(int line) {
        int columns = sheet.columns().size();
        if (columns == 0 || columns > widest) {
            in.wrong(line, "列宽（columns）应有 1 到 " + widest + " 个", "columns: 1 to " + widest + " widths are wanted");
            return;
        }
        int[] covered = new int[columns];
        for (SheetDef.Row row : sheet.rows()) {
            int col = 0;
            for (SheetDef.Cell cell : row.cells()) {
                while (col < columns && covered[col] > 0) {
                    col++;
                }
                if (cell.rows() > 1 && !row.table().isEmpty()) {
                    in.wrong(row.line(), "表格行中的格子不能跨行", "a cell in a table's row cannot cover several rows");
                }
                for (int i = col; i < Math.min(columns, col + cell.span()); i++) {
                    covered[i] = cell.rows();
                }
                col += cell.span();
            }
            while (col < columns && covered[col] > 0) {
                col++;
            }
            if (col != columns) {
                in.wrong(row.line(), "这一行占 " + col + " 列，而表有 " + columns + " 列", "this row takes " + col + " columns, the sheet has " + columns);
            }
            for (int i = 0; i < columns; i++) {
                covered[i] = Math.max(0, covered[i] - 1);
            }
        }
        drawnOnce(line);
        firstRow();
    }

    /** Beside it stands what the self-check says of the sheet as a whole. */
    private void firstRow() {
        sheet.rows().stream().limit(1).filter(row -> row.cells().stream().anyMatch(cell -> cell.drawn() instanceof SheetDef.Drawn.Of of && !of.field().isCalculated()))
                .forEach(row -> in.wrong(row.line(), "第一行右边是全表的填写检查，填报的格子从第二行起", "beside the first row stands the self-check of the whole sheet: cells to be filled in begin in the second"));
    }

    private void drawnOnce(int line) {
        Set<String> drawn = new HashSet<>();
        for (SheetDef.Row row : sheet.rows()) {
            for (SheetDef.Cell cell : row.cells()) {
                if (cell.drawn() instanceof SheetDef.Drawn.Of of) {
                    String path = row.table().isEmpty() ? of.field().id() : row.table() + "." + of.field().id();
                    if (!drawn.add(path)) {
                        in.wrong(row.line(), "字段“" + path + "”画了两次", "field '" + path + "' is drawn twice");
                    }
                }
            }
        }
        sheet.fields().keySet().stream().filter(field -> !drawn.contains(field)).forEach(field ->
                in.wrong(line, "字段“" + field + "”没有画在表上", "field '" + field + "' is not drawn on the sheet"));
        sheet.tables().values().forEach(table -> table.fields().keySet().stream().filter(field -> !drawn.contains(table.id() + "." + field)).forEach(field ->
                in.wrong(line, "字段“" + table.id() + "." + field + "”没有画在表上", "field '" + table.id() + "." + field + "' is not drawn on the sheet")));
    }
}
