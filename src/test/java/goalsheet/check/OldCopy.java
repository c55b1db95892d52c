package goalsheet.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A form in the format of Excel 97, as POI writes it where no LibreOffice is: cells, formats and locks, no dropdowns. */
final class OldCopy {
    private final HSSFWorkbook to = new HSSFWorkbook();
    private final Map<Integer, HSSFCellStyle> styles = new HashMap<>();

    private OldCopy() {
    }

    static byte[] of(Path xlsx) throws IOException {
        OldCopy copy = new OldCopy();
        try (XSSFWorkbook from = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(xlsx))); HSSFWorkbook to = copy.to) {
            // All sheets first, as formulas speak of those behind.
            from.forEach(sheet -> to.createSheet(sheet.getSheetName()));
            for (int at = 0; at < from.getNumberOfSheets(); at++) {
                copy.sheet(from.getSheetAt(at), to.getSheetAt(at));
                to.setSheetVisibility(at, from.getSheetVisibility(at));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            to.write(out);
            return out.toByteArray();
        }
    }

    private void sheet(XSSFSheet from, HSSFSheet sheet) {
        for (Row row : from) {
            for (Cell cell : row) {
                HSSFCell other = (sheet.getRow(row.getRowNum()) == null ? sheet.createRow(row.getRowNum()) : sheet.getRow(row.getRowNum())).createCell(cell.getColumnIndex());
                other.setCellStyle(styles.computeIfAbsent((int) cell.getCellStyle().getIndex(), index -> style(cell)));
                copy(cell, other);
            }
        }
        from.getMergedRegions().forEach(sheet::addMergedRegion);
        if (from.getProtect()) {
            sheet.protectSheet("");
        }
    }

    private HSSFCellStyle style(Cell cell) {
        HSSFCellStyle style = to.createCellStyle();
        style.setDataFormat(to.createDataFormat().getFormat(cell.getCellStyle().getDataFormatString()));
        style.setLocked(cell.getCellStyle().getLocked());
        return style;
    }

    private static void copy(Cell from, HSSFCell to) {
        CellType type = from.getCellType();
        if (type == CellType.FORMULA) {
            to.setCellFormula(from.getCellFormula());
            type = from.getCachedFormulaResultType();
        }
        switch (type) {
            case NUMERIC -> to.setCellValue(from.getNumericCellValue());
            case STRING -> to.setCellValue(from.getStringCellValue());
            case BOOLEAN -> to.setCellValue(from.getBooleanCellValue());
            case ERROR -> to.setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.forInt(from.getErrorCellValue()));
            default -> {
                // blank, or a formula without a result
            }
        }
    }
}
