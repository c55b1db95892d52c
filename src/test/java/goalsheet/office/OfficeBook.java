package goalsheet.office;

import static goalsheet.office.Office.as;
import static goalsheet.office.Office.property;

import com.sun.star.beans.PropertyValue;
import com.sun.star.beans.XPropertySet;
import com.sun.star.container.XNamed;
import com.sun.star.frame.XController;
import com.sun.star.frame.XDispatchHelper;
import com.sun.star.frame.XDispatchProvider;
import com.sun.star.frame.XModel;
import com.sun.star.frame.XStorable;
import com.sun.star.lang.XComponent;
import com.sun.star.sheet.FilterConnection;
import com.sun.star.sheet.FilterOperator;
import com.sun.star.sheet.TableFilterField;
import com.sun.star.sheet.XCalculatable;
import com.sun.star.sheet.XCellAddressable;
import com.sun.star.sheet.XCellRangeAddressable;
import com.sun.star.sheet.XCellRangeMovement;
import com.sun.star.sheet.XDatabaseRanges;
import com.sun.star.sheet.XSheetAnnotationsSupplier;
import com.sun.star.sheet.XSheetFilterDescriptor;
import com.sun.star.sheet.XSheetFilterable;
import com.sun.star.sheet.XSpreadsheet;
import com.sun.star.sheet.XSpreadsheetDocument;
import com.sun.star.sheet.XSpreadsheetView;
import com.sun.star.sheet.XSpreadsheets;
import com.sun.star.table.TableSortField;
import com.sun.star.table.XCell;
import com.sun.star.table.XCellRange;
import com.sun.star.table.XColumnRowRange;
import com.sun.star.text.XTextRange;
import com.sun.star.util.CellProtection;
import com.sun.star.util.CloseVetoException;
import com.sun.star.util.NumberFormat;
import com.sun.star.util.XCloseable;
import com.sun.star.util.XMergeable;
import com.sun.star.util.XNumberFormatsSupplier;
import com.sun.star.util.XProtectable;
import com.sun.star.util.XSortable;
import com.sun.star.view.XSelectionSupplier;
import goalsheet.xlsx.Ref;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A workbook open in LibreOffice, and what a clerk does to it. Cells are addressed as {@code "D7"}, rows as their printed number,
 * columns by letter. Protection without a password hinders nothing: it is lifted for the step and put back, as people do.
 *
 * @throws IllegalStateException from every step that LibreOffice refuses
 */
public final class OfficeBook implements AutoCloseable {

    /** What LibreOffice can save. */
    public enum Format {
        XLSX("Calc MS Excel 2007 XML"), XLS("MS Excel 97"), ODS("calc8"), PDF("calc_pdf_Export");

        private final String filter;

        Format(String filter) {
            this.filter = filter;
        }

        static Format of(Path file) {
            String name = file.getFileName().toString();
            return valueOf(name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT));
        }
    }

    private final Office office;
    private final XComponent component;
    private final XSpreadsheetDocument document;

    OfficeBook(Office office, XComponent component) {
        this.office = office;
        this.component = component;
        this.document = as(XSpreadsheetDocument.class, component);
    }

    /** Types into a cell as at the keyboard, in Chinese: 20% is 0.2, 2026年3月1日 a date, =A1 a formula, 'x a text. */
    public OfficeBook type(String sheet, String cell, String typed) {
        boolean asPercentage = isPercentFormat(sheet, cell) && typed.matches("[-+]?[0-9.]+");
        return step(() -> onCell(sheet, cell, () -> shown(sheet, () -> {
            XController controller = as(XModel.class, component).getCurrentController();
            as(XSpreadsheetView.class, controller).setActiveSheet(sheet(sheet));
            as(XSelectionSupplier.class, controller).select(cell(sheet, cell));
            as(XDispatchHelper.class, office.service("com.sun.star.frame.DispatchHelper")).executeDispatch(
                    as(XDispatchProvider.class, controller.getFrame()), ".uno:EnterString", "", 0,
                    new PropertyValue[] {property("StringName", asPercentage ? typed + "%" : typed)});
        })));
    }

    public OfficeBook setNumber(String sheet, String cell, double value) {
        return step(() -> onCell(sheet, cell, () -> cell(sheet, cell).setValue(value)));
    }

    /** Puts a text as it is, be it all digits. */
    public OfficeBook setText(String sheet, String cell, String text) {
        return step(() -> onCell(sheet, cell, () -> as(XTextRange.class, cell(sheet, cell)).setString(text)));
    }

    /** Empties a cell as the Delete key does: format and dropdown stay. */
    public OfficeBook clear(String sheet, String cell) {
        return step(() -> onCell(sheet, cell, () -> cell(sheet, cell).setFormula("")));
    }

    /** Copies a cell or area ({@code "A1:B3"}) over another place with everything it has: value, format, lock, dropdown or the lack of one. */
    public OfficeBook paste(String fromSheet, String fromArea, String toSheet, String toCell) {
        return step(() -> {
            var source = as(XCellRangeAddressable.class, range(fromSheet, fromArea)).getRangeAddress();
            var target = as(XCellAddressable.class, cell(toSheet, toCell)).getCellAddress();
            unlocked(sheet(toSheet), () -> as(XCellRangeMovement.class, sheet(toSheet)).copyRange(target, source));
        });
    }

    /** Inserts an empty row before the given one. */
    public OfficeBook insertRow(String sheet, int row) {
        return step(() -> unlocked(sheet(sheet), () -> as(XColumnRowRange.class, sheet(sheet)).getRows().insertByIndex(row - 1, 1)));
    }

    public OfficeBook deleteRow(String sheet, int row) {
        return step(() -> unlocked(sheet(sheet), () -> as(XColumnRowRange.class, sheet(sheet)).getRows().removeByIndex(row - 1, 1)));
    }

    /** Inserts an empty column before the given one ({@code "C"}). */
    public OfficeBook insertColumn(String sheet, String column) {
        int index = Ref.parse(column + "1").col();
        return step(() -> unlocked(sheet(sheet), () -> as(XColumnRowRange.class, sheet(sheet)).getColumns().insertByIndex(index, 1)));
    }

    public OfficeBook unprotect(String sheet) {
        return step(() -> lift(as(XProtectable.class, sheet(sheet))));
    }

    /** Protects without a password. */
    public OfficeBook protect(String sheet) {
        return step(() -> as(XProtectable.class, sheet(sheet)).protect(""));
    }

    public boolean isProtected(String sheet) {
        return ask(() -> as(XProtectable.class, sheet(sheet)).isProtected());
    }

    public OfficeBook renameSheet(String sheet, String name) {
        return step(() -> unlocked(document, () -> as(XNamed.class, sheet(sheet)).setName(name)));
    }

    /** Copies a sheet with everything in it behind all others. */
    public OfficeBook copySheet(String sheet, String copy) {
        return step(() -> unlocked(document, () -> sheets().copyByName(sheet, copy, (short) sheets().getElementNames().length)));
    }

    /** Puts a sheet at another place among the tabs, from 0. */
    public OfficeBook moveSheet(String sheet, int place) {
        return step(() -> unlocked(document, () -> sheets().moveByName(sheet, (short) place)));
    }

    public OfficeBook deleteColumn(String sheet, String column) {
        int index = Ref.parse(column + "1").col();
        return step(() -> unlocked(sheet(sheet), () -> as(XColumnRowRange.class, sheet(sheet)).getColumns().removeByIndex(index, 1)));
    }

    /** Takes merged cells of an area apart. */
    public OfficeBook unmerge(String sheet, String area) {
        return step(() -> unlocked(sheet(sheet), () -> as(XMergeable.class, range(sheet, area)).merge(false)));
    }

    /** Adds an empty sheet behind all others. */
    public OfficeBook insertSheet(String name) {
        return step(() -> unlocked(document, () -> sheets().insertNewByName(name, (short) sheets().getElementNames().length)));
    }

    public OfficeBook removeSheet(String sheet) {
        return step(() -> unlocked(document, () -> sheets().removeByName(sheet)));
    }

    public OfficeBook hideSheet(String sheet) {
        return step(() -> unlocked(document, () -> as(XPropertySet.class, sheet(sheet)).setPropertyValue("IsVisible", false)));
    }

    /** Names of all sheets in order, hidden ones included. */
    public List<String> sheetNames() {
        return List.of(sheets().getElementNames());
    }

    public OfficeBook addComment(String sheet, String cell, String text) {
        return step(() -> unlocked(sheet(sheet), () -> as(XSheetAnnotationsSupplier.class, sheet(sheet)).getAnnotations()
                .insertNew(as(XCellAddressable.class, cell(sheet, cell)).getCellAddress(), text)));
    }

    /** Puts the arrows of a filter on the first row of an area. */
    public OfficeBook filter(String sheet, String area) {
        return step(() -> unlocked(sheet(sheet), () -> {
            XDatabaseRanges ranges = as(XDatabaseRanges.class, as(XPropertySet.class, component).getPropertyValue("DatabaseRanges"));
            ranges.addNewByName("filter", as(XCellRangeAddressable.class, range(sheet, area)).getRangeAddress());
            as(XPropertySet.class, ranges.getByName("filter")).setPropertyValue("AutoFilter", true);
        }));
    }

    /** The same, and shows only the rows that have a text in a column of the area, counted from 0. */
    public OfficeBook filter(String sheet, String area, int column, String text) {
        filter(sheet, area);
        return step(() -> unlocked(sheet(sheet), () -> {
            XSheetFilterable rows = as(XSheetFilterable.class, range(sheet, area));
            XSheetFilterDescriptor descriptor = rows.createFilterDescriptor(true);
            descriptor.setFilterFields(new TableFilterField[] {new TableFilterField(FilterConnection.AND, column, FilterOperator.EQUAL, false, 0, text)});
            as(XPropertySet.class, descriptor).setPropertyValue("ContainsHeader", true);
            rows.filter(descriptor);
        }));
    }

    /** Sorts the rows of an area, all of them contents, by one of its columns, counted from 0. */
    public OfficeBook sort(String sheet, String area, int column) {
        TableSortField field = new TableSortField();
        field.Field = column;
        field.IsAscending = true;
        return step(() -> unlocked(sheet(sheet), () -> as(XSortable.class, range(sheet, area)).sort(new PropertyValue[] {
                property("SortFields", new TableSortField[] {field}), property("ContainsHeader", false), property("BindFormatsToContent", false)})));
    }

    /** Makes a column ({@code "C"}) so many millimetres wide. */
    public OfficeBook widen(String sheet, String column, int millimetres) {
        return step(() -> unlocked(sheet(sheet), () -> as(XPropertySet.class, as(XColumnRowRange.class, range(sheet, column + "1")).getColumns().getByIndex(0))
                .setPropertyValue("Width", millimetres * 100)));
    }

    /** Fills a cell or area with a colour, {@code 0xFFCC00}. */
    public OfficeBook colour(String sheet, String area, int rgb) {
        return step(() -> unlocked(sheet(sheet), () -> as(XPropertySet.class, range(sheet, area)).setPropertyValue("CellBackColor", rgb)));
    }

    /** Begins a new page at a row. */
    public OfficeBook breakBefore(String sheet, int row) {
        return step(() -> unlocked(sheet(sheet), () -> as(XPropertySet.class, as(XColumnRowRange.class, sheet(sheet)).getRows().getByIndex(row - 1))
                .setPropertyValue("IsStartOfNewPage", true)));
    }

    /** Shows a sheet at so many per cent of its size. */
    public OfficeBook zoom(String sheet, int percent) {
        return step(() -> {
            XController controller = as(XModel.class, component).getCurrentController();
            as(XSpreadsheetView.class, controller).setActiveSheet(sheet(sheet));
            as(XPropertySet.class, controller).setPropertyValue("ZoomValue", (short) percent);
        });
    }

    /** The number in a cell, 0 for text and blank. */
    public double value(String sheet, String cell) {
        return ask(() -> cell(sheet, cell).getValue());
    }

    /** What the cell shows. */
    public String text(String sheet, String cell) {
        return ask(() -> as(XTextRange.class, cell(sheet, cell)).getString());
    }

    /** The formula with its {@code =}, in LibreOffice's own grammar ({@code $list.A1}, arguments parted by {@code ;}); a constant as typed. */
    public String formula(String sheet, String cell) {
        return ask(() -> cell(sheet, cell).getFormula());
    }

    /** Recalculates every formula, needed or not. */
    public OfficeBook recalculate() {
        return step(() -> as(XCalculatable.class, document).calculateAll());
    }

    /** What the dropdown of a cell offers now, top down; empty when the cell has none or its list cannot be told. */
    public List<String> validationList(String sheet, String cell) {
        return ask(() -> new Dropdown(this, sheet, cell).items());
    }

    /** Saves a copy; the document stays what it was. */
    public Path saveAs(Path file, Format format) {
        step(() -> as(XStorable.class, component).storeToURL(Office.url(file),
                new PropertyValue[] {property("FilterName", format.filter), property("Overwrite", true)}));
        return file;
    }

    @Override
    public void close() {
        try {
            as(XCloseable.class, component).close(true);
        } catch (CloseVetoException e) {
            throw new IllegalStateException(e);
        }
    }

    interface Step {
        void run() throws com.sun.star.uno.Exception;
    }

    private interface Question<T> {
        T answer() throws com.sun.star.uno.Exception;
    }

    private OfficeBook step(Step step) {
        return ask(() -> {
            step.run();
            return this;
        });
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.answer();
        } catch (com.sun.star.uno.Exception | com.sun.star.uno.RuntimeException e) {
            throw new IllegalStateException("LibreOffice refuses: " + e.getMessage(), e);
        }
    }

    XComponent component() {
        return component;
    }

    XSpreadsheets sheets() {
        return document.getSheets();
    }

    XSpreadsheet sheet(String name) throws com.sun.star.uno.Exception {
        return as(XSpreadsheet.class, sheets().getByName(name));
    }

    XCellRange range(String sheet, String area) throws com.sun.star.uno.Exception {
        return sheet(sheet).getCellRangeByName(area);
    }

    XCell cell(String sheet, String address) throws com.sun.star.uno.Exception {
        return range(sheet, address).getCellByPosition(0, 0);
    }

    /** Unprotects only for cells that are locked: who types into an entry cell never touches the protection. */
    private void onCell(String sheet, String cell, Step step) throws com.sun.star.uno.Exception {
        var protection = (CellProtection) as(XPropertySet.class, cell(sheet, cell)).getPropertyValue("CellProtection");
        if (protection.IsLocked) {
            unlocked(sheet(sheet), step);
        } else {
            step.run();
        }
    }

    void unlocked(Object holder, Step step) throws com.sun.star.uno.Exception {
        XProtectable protectable = as(XProtectable.class, holder);
        boolean wasProtected = protectable.isProtected();
        lift(protectable);
        try {
            step.run();
        } finally {
            if (wasProtected) {
                protectable.protect("");
            }
        }
    }

    private static void lift(XProtectable protectable) throws com.sun.star.uno.Exception {
        if (protectable.isProtected()) {
            // with a password this throws, and the step with it
            protectable.unprotect("");
        }
    }

    /** The keyboard reaches visible sheets only. */
    private void shown(String sheet, Step step) throws com.sun.star.uno.Exception {
        XPropertySet properties = as(XPropertySet.class, sheet(sheet));
        if ((Boolean) properties.getPropertyValue("IsVisible")) {
            step.run();
        } else {
            unlocked(document, () -> properties.setPropertyValue("IsVisible", true));
            step.run();
            unlocked(document, () -> properties.setPropertyValue("IsVisible", false));
        }
    }

    /** In a percentage cell LibreOffice and Excel add the % themselves as one types digits. */
    private boolean isPercentFormat(String sheet, String cell) {
        return ask(() -> {
            int key = (Integer) as(XPropertySet.class, cell(sheet, cell)).getPropertyValue("NumberFormat");
            var format = as(XNumberFormatsSupplier.class, document).getNumberFormats().getByKey(key);
            return ((Short) format.getPropertyValue("Type") & NumberFormat.PERCENT) != 0;
        });
    }
}
