package goalsheet.office;

import static goalsheet.office.Office.as;

import com.sun.star.beans.XPropertySet;
import com.sun.star.lang.XMultiServiceFactory;
import com.sun.star.sheet.ValidationType;
import com.sun.star.sheet.XArrayFormulaRange;
import com.sun.star.sheet.XCellAddressable;
import com.sun.star.sheet.XFormulaParser;
import com.sun.star.sheet.XSheetCondition;
import com.sun.star.sheet.XSpreadsheet;
import com.sun.star.table.CellAddress;
import com.sun.star.table.XCell;
import com.sun.star.table.XCellRange;
import com.sun.star.text.XTextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list behind one cell's dropdown, worked out by LibreOffice: its formula is moved to the cell as relative references go and
 * calculated in a copy of the sheet, which is thrown away again.
 */
final class Dropdown {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"]|\"\")*)\"(?:;|$)");
    /** far right of any form, within the 1024 columns that every version has */
    private static final int FREE_COLUMN = 900;
    private static final String SCRATCH = "~dropdown";

    private final OfficeBook book;
    private final String sheet;
    private final String address;

    Dropdown(OfficeBook book, String sheet, String address) {
        this.book = book;
        this.sheet = sheet;
        this.address = address;
    }

    List<String> items() throws com.sun.star.uno.Exception {
        XCell cell = book.cell(sheet, address);
        Object validation = as(XPropertySet.class, cell).getPropertyValue("Validation");
        if (as(XPropertySet.class, validation).getPropertyValue("Type") != ValidationType.LIST) {
            return List.of();
        }
        XSheetCondition condition = as(XSheetCondition.class, validation);
        String formula = condition.getFormula1();
        List<String> literals = literals(formula);
        if (!literals.isEmpty()) {
            return literals;
        }
        List<String> items = new ArrayList<>();
        book.unlocked(book.component(), () -> {
            short end = (short) book.sheets().getElementNames().length;
            book.sheets().copyByName(sheet, SCRATCH, end);
            try {
                book.unlocked(book.sheet(SCRATCH), () -> items.addAll(calculated(condition.getSourcePosition(), formula)));
            } finally {
                book.sheets().removeByName(SCRATCH);
            }
        });
        return List.copyOf(items);
    }

    private static List<String> literals(String formula) {
        List<String> items = new ArrayList<>();
        Matcher literal = LITERAL.matcher(formula);
        int at = 0;
        while (at < formula.length()) {
            if (!literal.find(at) || literal.start() != at) {
                return List.of();
            }
            items.add(literal.group(1).replace("\"\"", "\""));
            at = literal.end();
        }
        return List.copyOf(items);
    }

    private List<String> calculated(CellAddress source, String formula) throws com.sun.star.uno.Exception {
        XSpreadsheet scratch = book.sheet(SCRATCH);
        CellAddress here = as(XCellAddressable.class, book.cell(SCRATCH, address)).getCellAddress();
        XFormulaParser parser = as(XFormulaParser.class,
                as(XMultiServiceFactory.class, book.component()).createInstance("com.sun.star.sheet.FormulaParser"));
        as(XPropertySet.class, parser).setPropertyValue("CompileEnglish", true);
        String moved = parser.printFormula(parser.parseFormula(formula, source), here);
        int rows = size(scratch, "ROWS(" + moved + ")");
        int columns = size(scratch, "COLUMNS(" + moved + ")");
        List<String> items = new ArrayList<>();
        if (rows > 0 && columns > 0) {
            XCellRange area = array(scratch, rows, columns, moved);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    items.add(as(XTextRange.class, area.getCellByPosition(column, row)).getString());
                }
            }
        }
        return items;
    }

    private static int size(XSpreadsheet scratch, String formula) throws com.sun.star.uno.Exception {
        return (int) array(scratch, 1, 1, "IFERROR(" + formula + ";0)").getCellByPosition(0, 0).getValue();
    }

    private static XCellRange array(XSpreadsheet scratch, int rows, int columns, String formula) throws com.sun.star.uno.Exception {
        XCellRange area = scratch.getCellRangeByPosition(FREE_COLUMN, 0, FREE_COLUMN + columns - 1, rows - 1);
        as(XArrayFormulaRange.class, area).setArrayFormula("=" + formula);
        return area;
    }
}
