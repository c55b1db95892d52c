package goalsheet.xlsx.styled;

import goalsheet.xlsx.Area;
import goalsheet.xlsx.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlCursor;

/** Charts of a layout are bound to cells; they follow the cells where these move and grow, and remember what these hold. */
final class Charts {
    private static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static final QName FORMULA = new QName(CHART, "f");
    private static final QName NUMBERS = new QName(CHART, "numCache");
    private static final QName STRINGS = new QName(CHART, "strCache");

    private Charts() {
    }

    /** Lets references into a sheet follow its rows. */
    static void stretch(XSSFWorkbook workbook, String sheet, Growth growth) {
        if (growth.isNone()) {
            return;
        }
        for (XSSFChart chart : charts(workbook)) {
            for (XmlCursor formula : formulas(chart)) {
                reference(formula.getTextValue()).filter(reference -> reference.sheet().equals(sheet)).ifPresent(reference -> {
                    Area area = reference.area();
                    Area grown = new Area(new Ref(growth.first(area.first().row()), area.first().col()), new Ref(growth.last(area.last().row()), area.last().col()));
                    formula.setTextValue(quoted(sheet) + "!" + grown.absolute());
                });
                formula.close();
            }
        }
    }

    /** Writes what the cells hold into the charts, for programs that show charts without reading cells. */
    static void remember(XSSFWorkbook workbook) {
        for (XSSFChart chart : charts(workbook)) {
            for (XmlCursor formula : formulas(chart)) {
                Optional<Reference> reference = reference(formula.getTextValue());
                XSSFSheet sheet = reference.map(found -> workbook.getSheet(found.sheet())).orElse(null);
                if (sheet != null) {
                    cache(formula, sheet, reference.get().area());
                }
                formula.close();
            }
        }
    }

    private static List<XSSFChart> charts(XSSFWorkbook workbook) {
        List<XSSFChart> charts = new ArrayList<>();
        workbook.forEach(sheet -> {
            XSSFDrawing drawing = ((XSSFSheet) sheet).getDrawingPatriarch();
            if (drawing != null) {
                charts.addAll(drawing.getCharts());
            }
        });
        return charts;
    }

    private static List<XmlCursor> formulas(XSSFChart chart) {
        List<XmlCursor> formulas = new ArrayList<>();
        try (XmlCursor cursor = chart.getCTChartSpace().newCursor()) {
            int depth = 0;
            while (cursor.hasNextToken() && depth >= 0) {
                if (cursor.isStart() && FORMULA.equals(cursor.getName())) {
                    formulas.add(cursor.newCursor());
                }
                cursor.toNextToken();
                if (cursor.isEnddoc()) {
                    depth = -1;
                }
            }
        }
        return formulas;
    }

    private record Reference(String sheet, Area area) {
    }

    private static Optional<Reference> reference(String formula) {
        int mark = formula.lastIndexOf('!');
        if (mark < 0) {
            return Optional.empty();
        }
        String sheet = formula.substring(0, mark);
        if (sheet.startsWith("'") && sheet.endsWith("'") && sheet.length() > 1) {
            sheet = sheet.substring(1, sheet.length() - 1).replace("''", "'");
        }
        try {
            return Optional.of(new Reference(sheet, Area.parse(formula.substring(mark + 1))));
        } catch (IllegalArgumentException whole) {
            // A name or a union; what it means does not change with rows.
            return Optional.empty();
        }
    }

    static String quoted(String sheet) {
        return "'" + sheet.replace("'", "''") + "'";
    }

    /** Puts the cache behind the reference anew: number of points, then each point that holds something. */
    private static void cache(XmlCursor formula, XSSFSheet sheet, Area area) {
        boolean numbers;
        try (XmlCursor parent = formula.newCursor()) {
            parent.toParent();
            numbers = parent.getName().getLocalPart().equals("numRef");
        }
        try (XmlCursor next = formula.newCursor()) {
            if (next.toNextSibling() && (NUMBERS.equals(next.getName()) || STRINGS.equals(next.getName()))) {
                next.removeXml();
            }
        }
        try (XmlCursor at = formula.newCursor()) {
            at.toEndToken();
            at.toNextToken();
            at.beginElement(numbers ? NUMBERS : STRINGS);
            at.beginElement(new QName(CHART, "ptCount"));
            int count = (area.last().row() - area.first().row() + 1) * (area.last().col() - area.first().col() + 1);
            at.insertAttributeWithValue("val", Integer.toString(count));
            at.toEndToken();
            at.toNextToken();
            int index = 0;
            for (int row = area.first().row(); row <= area.last().row(); row++) {
                for (int col = area.first().col(); col <= area.last().col(); col++, index++) {
                    String value = value(sheet.getRow(row), col, numbers);
                    if (!value.isEmpty()) {
                        at.beginElement(new QName(CHART, "pt"));
                        at.insertAttributeWithValue("idx", Integer.toString(index));
                        at.insertElementWithText(new QName(CHART, "v"), value);
                        at.toEndToken();
                        at.toNextToken();
                    }
                }
            }
        }
    }

    private static String value(XSSFRow row, int col, boolean numbers) {
        XSSFCell cell = row == null ? null : row.getCell(col);
        if (cell == null) {
            return "";
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> cell.getRawValue();
            case STRING -> numbers ? "" : cell.getStringCellValue();
            default -> "";
        };
    }
}
