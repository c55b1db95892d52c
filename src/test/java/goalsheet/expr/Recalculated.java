package goalsheet.expr;

import goalsheet.office.Office;
import goalsheet.office.OfficeBook;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Many expressions in one workbook, calculated by LibreOffice in one go and by Java one by one. */
final class Recalculated {
    private Recalculated() {
    }

    /** An expression over the fields of a scene. */
    record Sum(Scene scene, String expression, Expr expr) {
        Sum(Scene scene, String expression) {
            this(scene, expression, parsed(expression));
        }

        private static Expr parsed(String expression) {
            try {
                return Parser.parse(expression);
            } catch (ExpressionException e) {
                throw new IllegalArgumentException(expression, e);
            }
        }
    }

    record Difference(Sum sum, String there, String here, String formula) {
        /** Which of two errors comes out is chance, and nobody asks. */
        boolean isOfErrors() {
            return there.startsWith("#") && here.startsWith("#");
        }

        @Override
        public String toString() {
            return sum.scene().title() + ": " + sum.expression() + " is " + there + " in the spreadsheet, " + here + " in Java; " + sum.scene().cells() + " " + formula;
        }
    }

    /** The expressions that mean different things; stands in need of {@link Office#available()}. */
    static List<Difference> differences(Path folder, List<Scene> scenes, List<Sum> sums) throws Exception {
        Path file = folder.resolve("expressions.xlsx");
        Path saved = folder.resolve("calculated.xlsx");
        int[] columns = write(file, scenes, sums);
        try (OfficeBook book = Office.open(file)) {
            book.recalculate().saveAs(saved, OfficeBook.Format.XLSX);
        }
        List<Difference> differences = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(saved))) {
            for (int i = 0; i < sums.size(); i++) {
                Sum sum = sums.get(i);
                Cell cell = book.getSheetAt(0).getRow(sum.scene().top()).getCell(columns[i]);
                String there = Scene.shown(cell);
                String here = sum.scene().calculated(sum.expr());
                if (!there.equals(here)) {
                    differences.add(new Difference(sum, there, here, cell.getCellFormula()));
                }
            }
        }
        return differences;
    }

    private static int[] write(Path file, List<Scene> scenes, List<Sum> sums) throws Exception {
        int[] columns = new int[sums.size()];
        try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            book.setCellFormulaValidation(false);
            XSSFSheet sheet = book.createSheet("表");
            scenes.forEach(scene -> scene.write(sheet));
            Map<Integer, Integer> next = new HashMap<>();
            for (int i = 0; i < sums.size(); i++) {
                Scene scene = sums.get(i).scene();
                columns[i] = next.merge(scene.top(), Scene.FIRST_FREE, (last, first) -> last + 1);
                XSSFRow row = sheet.getRow(scene.top());
                row.createCell(columns[i]).setCellFormula(scene.formula(sums.get(i).expr()));
            }
            book.write(out);
        }
        return columns;
    }
}
