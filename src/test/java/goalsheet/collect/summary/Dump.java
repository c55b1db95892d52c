package goalsheet.collect.summary;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as lines of text: a line for each row, {@code A4 1 | B4 =SUM(A1:A3) ⇒ 6}; blank cells are left out. */
final class Dump {
    private Dump() {
    }

    static List<String> of(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            for (Sheet sheet : workbook) {
                lines.add("## " + sheet.getSheetName());
                for (Row row : sheet) {
                    List<String> cells = new ArrayList<>();
                    row.forEach(cell -> {
                        if (cell.getCellType() != CellType.BLANK) {
                            cells.add(cell.getAddress() + " " + shown(cell));
                        }
                    });
                    if (!cells.isEmpty()) {
                        lines.add(String.join(" | ", cells).replace("\n", "\\n"));
                    }
                }
            }
        }
        return lines;
    }

    private static String shown(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? "=" + cell.getCellFormula() + " ⇒ " + value(cell, cell.getCachedFormulaResultType()) : value(cell, cell.getCellType());
    }

    private static String value(Cell cell, CellType type) {
        return type == CellType.NUMERIC ? new BigDecimal(Double.toString(cell.getNumericCellValue())).stripTrailingZeros().toPlainString() : cell.getStringCellValue();
    }

    /** What every formula but links gives, rounded below what anybody sees: {@code 勾稽!G4}. */
    static Map<String, String> results(Path file) throws IOException {
        Map<String, String> results = new TreeMap<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            for (Sheet sheet : workbook) {
                sheet.forEach(row -> row.forEach(cell -> {
                    if (cell.getCellType() == CellType.FORMULA && !cell.getCellFormula().startsWith("HYPERLINK")) {
                        boolean number = cell.getCachedFormulaResultType() == CellType.NUMERIC;
                        results.put(sheet.getSheetName() + "!" + cell.getAddress(), number ? String.format("%.9f", cell.getNumericCellValue() + 0.0) : cell.getCachedFormulaResultType() == CellType.STRING ? cell.getStringCellValue() : "#");
                    }
                }));
            }
        }
        return results;
    }
}
