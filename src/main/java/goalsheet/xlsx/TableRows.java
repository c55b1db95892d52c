package goalsheet.xlsx;

import com.alibaba.excel.context.AnalysisContext;
import com.alibaba.excel.enums.CellDataTypeEnum;
import com.alibaba.excel.metadata.CellExtra;
import com.alibaba.excel.metadata.data.DataFormatData;
import com.alibaba.excel.metadata.data.ReadCellData;
import com.alibaba.excel.read.listener.ReadListener;
import com.alibaba.excel.support.ExcelTypeEnum;
import com.alibaba.excel.util.DateUtils;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What EasyExcel's events mean, collected as rows; the only class beside {@link TableFile} that knows that library. */
final class TableRows implements ReadListener<Map<Integer, ReadCellData<?>>> {
    private static final BigDecimal DAYS_FROM_1900_TO_1904 = BigDecimal.valueOf(1462);
    private static final Set<String> ERRORS = Set.of("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!");

    private final List<TableFile.Sheet> sheets = new ArrayList<>();
    private final List<CellExtra> merges = new ArrayList<>();
    private TreeMap<Integer, TableFile.Row> rows = new TreeMap<>();
    private boolean from1904;
    private int count;
    private int cellCount;

    static final class TooLarge extends RuntimeException {
    }

    void countFrom1904(boolean yes) {
        from1904 = yes;
    }

    List<TableFile.Sheet> sheets() {
        return sheets;
    }

    @Override
    public void invoke(Map<Integer, ReadCellData<?>> cells, AnalysisContext context) {
        boolean day1904 = from1904 || Boolean.TRUE.equals(context.readWorkbookHolder().globalConfiguration().getUse1904windowing());
        boolean xls = context.readWorkbookHolder().getExcelType() == ExcelTypeEnum.XLS;
        TreeMap<Integer, TableCell> row = new TreeMap<>();
        cells.forEach((column, data) -> {
            TableCell cell = cell(data, day1904, xls);
            if (!cell.isBlank()) {
                row.put(column, cell);
            }
        });
        cellCount += row.size();
        if (row.isEmpty()) {
            return;
        }
        if (row.lastKey() >= TableFile.MOST_COLUMNS || ++count > TableFile.MOST_ROWS || cellCount > TableFile.MOST_CELLS) {
            throw new TooLarge();
        }
        int number = context.readRowHolder().getRowIndex() + 1;
        rows.put(number, new TableFile.Row(number, row));
    }

    private static TableCell cell(ReadCellData<?> data, boolean from1904, boolean xls) {
        CellDataTypeEnum type = data.getType() == null ? CellDataTypeEnum.EMPTY : data.getType();
        return switch (type) {
            case NUMBER, DATE -> {
                BigDecimal stored = data.getOriginalNumberValue() == null ? data.getNumberValue() : data.getOriginalNumberValue();
                DataFormatData shown = data.getDataFormatData();
                String format = shown == null || shown.getFormat() == null ? "" : shown.getFormat();
                boolean date = shown != null && DateUtils.isADateFormat(shown.getIndex(), format);
                yield TableCell.number(date && from1904 ? stored.add(DAYS_FROM_1900_TO_1904) : stored, format, date);
            }
            // of an .xls file EasyExcel hands out #N/A as TRUE; lists have no use for truth values
            case BOOLEAN -> xls ? TableCell.error("#N/A") : TableCell.text(Boolean.TRUE.equals(data.getBooleanValue()) ? "TRUE" : "FALSE");
            case ERROR -> TableCell.error(data.getStringValue() == null ? "#N/A" : data.getStringValue());
            // a formula that was written by a program and never calculated has no value: not the same as an empty cell
            case EMPTY -> data.getFormulaData() == null ? TableCell.text("") : TableCell.error("");
            default -> words(data.getStringValue() == null ? "" : data.getStringValue());
        };
    }

    /** EasyExcel hands out #N/A and its like as text, and CSV files cannot tell them apart anyway. */
    private static TableCell words(String text) {
        return ERRORS.contains(text.strip()) ? TableCell.error(text.strip()) : TableCell.text(text.replace("\r\n", "\n"));
    }

    @Override
    public void extra(CellExtra extra, AnalysisContext context) {
        if (extra.getLastRowIndex() > extra.getFirstRowIndex()) {
            merges.add(extra);
        }
    }

    /** A value merged downwards belongs to each of the rows it covers. */
    private void spread() {
        int written = 0;
        for (CellExtra merge : merges) {
            TableFile.Row top = rows.get(merge.getFirstRowIndex() + 1);
            TableCell cell = top == null ? null : top.cells().get(merge.getFirstColumnIndex());
            if (cell == null) {
                continue;
            }
            for (TableFile.Row below : rows.subMap(top.number(), false, merge.getLastRowIndex() + 1, true).values()) {
                if (++written > TableFile.MOST_ROWS) {
                    throw new TooLarge();
                }
                below.cells().putIfAbsent(merge.getFirstColumnIndex(), cell.repeated());
            }
        }
    }

    @Override
    public void doAfterAllAnalysed(AnalysisContext context) {
        spread();
        String name = context.readSheetHolder().getSheetName();
        List<TableFile.Row> filled = rows.values().stream().filter(row -> !row.cells().isEmpty()).toList();
        sheets.add(new TableFile.Sheet(name == null ? "" : name, filled));
        rows = new TreeMap<>();
        merges.clear();
    }

    @Override
    public void onException(Exception exception, AnalysisContext context) throws Exception {
        throw exception;
    }
}
