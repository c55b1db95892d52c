package goalsheet.xlsx;

import goalsheet.xlsx.Snapshot.Cell;
import goalsheet.xlsx.Snapshot.Kind;
import goalsheet.xlsx.Snapshot.Name;
import goalsheet.xlsx.Snapshot.Sheet;
import goalsheet.xlsx.Snapshot.Style;
import goalsheet.xlsx.Snapshot.Validation;
import goalsheet.xlsx.Snapshot.Visibility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFDataValidation;
import org.apache.poi.hssf.usermodel.HSSFName;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;

/** A workbook of Excel 97 to 2003 (WPS .et is the same), read through POI from records that {@link Biff} has been through. */
final class OldWorkbook {
    private static final Map<Integer, String> TYPES = Map.of(ValidationType.INTEGER, "whole", ValidationType.DECIMAL, "decimal", ValidationType.LIST, "list",
            ValidationType.DATE, "date", ValidationType.TIME, "time", ValidationType.TEXT_LENGTH, "textLength", ValidationType.FORMULA, "custom");
    private static final Map<Integer, String> OPERATORS = Map.of(OperatorType.BETWEEN, "between", OperatorType.NOT_BETWEEN, "notBetween", OperatorType.EQUAL, "equal",
            OperatorType.NOT_EQUAL, "notEqual", OperatorType.GREATER_THAN, "greaterThan", OperatorType.LESS_THAN, "lessThan",
            OperatorType.GREATER_OR_EQUAL, "greaterThanOrEqual", OperatorType.LESS_OR_EQUAL, "lessThanOrEqual");

    private final Biff records;
    private final List<String> active;
    private final Allowance allowance = new Allowance();

    private OldWorkbook(Biff records, List<String> active) {
        this.records = records;
        this.active = active;
    }

    /** @throws UnreadableException when it is none, is damaged, or does not open with the password */
    static OldWorkbook open(byte[] file, Optional<String> password) throws UnreadableException {
        Ole2 container = Ole2.open(file);
        FileKind.of(container.names()::contains);
        return new OldWorkbook(Biff.read(container.stream("Workbook").orElseThrow(() -> Biff.damaged("missing")), password), container.active());
    }

    Optional<String> password() {
        return records.password();
    }

    Snapshot snapshot(String sha256) throws UnreadableException {
        return Ole2.attempt("Workbook", () -> {
            try (HSSFWorkbook workbook = new HSSFWorkbook(alone(records.passed()), false)) {
                return snapshot(workbook, sha256);
            }
        });
    }

    /** What people have written onto cells. @param sheets of {@link #snapshot} */
    Comments notes(List<Sheet> sheets) {
        List<Comments.Note> notes = new ArrayList<>();
        for (BiffNotes.Found note : records.notes()) {
            String text = OwnMarks.withoutOurs(note.text().replace("\r\n", "\n").replace('\r', '\n'));
            if (!text.isBlank() && note.sheet() >= 0 && note.sheet() < sheets.size()) {
                notes.add(new Comments.Note(sheets.get(note.sheet()).name(), note.cell(), note.author(), text));
            }
        }
        return new Comments(List.copyOf(notes), List.of());
    }

    /** A container with nothing but the records. */
    private static POIFSFileSystem alone(byte[] stream) throws IOException {
        POIFSFileSystem container = new POIFSFileSystem();
        container.createDocument(new ByteArrayInputStream(stream), "Workbook");
        return container;
    }

    private Snapshot snapshot(HSSFWorkbook workbook, String sha256) throws UnreadableException {
        List<Style> styles = new ArrayList<>();
        for (int style = 0; style < workbook.getNumCellStyles(); style++) {
            styles.add(new Style(workbook.getCellStyleAt(style).getDataFormatString(), workbook.getCellStyleAt(style).getLocked()));
        }
        List<Sheet> sheets = new ArrayList<>();
        List<String> told = new ArrayList<>(active);
        Set<String> known = new HashSet<>();
        for (int index = 0; index < records.tabs().size(); index++) {
            Biff.Tab tab = records.tabs().get(index);
            HSSFSheet sheet = workbook.getSheetAt(index);
            if (!known.add(Archive.key(sheet.getSheetName()))) {
                throw Biff.damaged("sheet names: " + Xml.brief(sheet.getSheetName()));
            }
            if (tab.macros()) {
                told.add(sheet.getSheetName());
            }
            sheets.add(sheet(sheet, tab));
        }
        List<Name> names = new ArrayList<>();
        for (HSSFName name : workbook.getAllNames()) {
            names.add(new Name(name.getNameName(), name.getSheetIndex() < 0 ? "" : name.getSheetName(), formula(name::getRefersToFormula), name.isHidden()));
        }
        return new Snapshot(sha256, List.copyOf(sheets), List.copyOf(styles), List.copyOf(names), records.structureLocked(), records.date1904(), records.manualCalc(),
                List.copyOf(records.links()), List.copyOf(told));
    }

    private Sheet sheet(HSSFSheet sheet, Biff.Tab tab) throws UnreadableException {
        Map<Ref, Cell> cells = new LinkedHashMap<>();
        for (Row row : sheet) {
            for (org.apache.poi.ss.usermodel.Cell cell : row) {
                if (cell.getCellType() != CellType.BLANK) {
                    Ref ref = new Ref(cell.getRowIndex(), cell.getColumnIndex());
                    cells.put(ref, cell((HSSFCell) cell, ref));
                }
            }
        }
        List<Area> merges = sheet.getMergedRegions().stream().map(OldWorkbook::area).toList();
        List<Validation> validations = new ArrayList<>();
        for (HSSFDataValidation validation : sheet.getDataValidations()) {
            validations.add(validation(validation));
        }
        Visibility visibility = switch (tab.visible()) {
            case 0 -> Visibility.VISIBLE;
            case 1 -> Visibility.HIDDEN;
            default -> Visibility.VERY_HIDDEN;
        };
        return new Sheet(sheet.getSheetName(), "Workbook", visibility, Collections.unmodifiableMap(cells), merges, List.copyOf(validations), sheet.getProtect(),
                new IndexSet(tab.hiddenRows()), new IndexSet(tab.hiddenCols()));
    }

    private Cell cell(HSSFCell cell, Ref ref) throws UnreadableException {
        boolean calculated = cell.getCellType() == CellType.FORMULA;
        String formula = calculated ? formula(cell::getCellFormula) : "";
        int style = cell.getCellStyle().getIndex();
        return switch (calculated ? cell.getCachedFormulaResultType() : cell.getCellType()) {
            case NUMERIC -> new Cell(ref, Kind.NUMBER, number(cell.getNumericCellValue(), ref), formula, style);
            case STRING -> text(cell.getStringCellValue(), calculated, ref, formula, style);
            case BOOLEAN -> new Cell(ref, Kind.BOOL, cell.getBooleanCellValue() ? "TRUE" : "FALSE", formula, style);
            case ERROR -> new Cell(ref, Kind.ERROR, FormulaError.forInt(cell.getErrorCellValue()).getString(), formula, style);
            default -> new Cell(ref, Kind.BLANK, "", formula, style);
        };
    }

    private static Cell text(String text, boolean calculated, Ref ref, String formula, int style) throws UnreadableException {
        if (text.length() > Limit.CELL_TEXT.most()) {
            throw Biff.damaged(ref + ": text of " + text.length() + " characters");
        }
        return new Cell(ref, text.isEmpty() && !calculated ? Kind.BLANK : Kind.TEXT, text, formula, style);
    }

    /** As short as it can be said, like the numbers of an .xlsx workbook. */
    private static String number(double number, Ref ref) throws UnreadableException {
        if (!Double.isFinite(number)) {
            throw Biff.damaged(ref + ": not a number");
        }
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : new BigDecimal(Double.toString(number)).toString();
    }

    private interface Written {
        String formula();
    }

    /** The text of a formula; {@code ?} for one that POI cannot put into words, which is then none of ours. */
    private String formula(Written written) throws UnreadableException {
        String formula;
        try {
            formula = written.formula();
        } catch (RuntimeException e) {
            return "?";
        }
        allowance.takeFormula("Workbook", formula.length());
        return formula;
    }

    private Validation validation(HSSFDataValidation validation) throws UnreadableException {
        DataValidationConstraint constraint = validation.getValidationConstraint();
        List<Area> areas = new ArrayList<>();
        for (CellRangeAddress address : validation.getRegions().getCellRangeAddresses()) {
            areas.add(area(address));
        }
        String type = TYPES.getOrDefault(constraint.getValidationType(), "none");
        boolean compares = !Set.of("none", "list", "custom").contains(type);
        String operator = compares ? OPERATORS.getOrDefault(constraint.getOperator(), "between") : "between";
        String[] items = constraint.getExplicitListValues();
        String first = items != null ? "\"" + String.join(",", items) + "\"" : formula(() -> said(constraint.getFormula1()));
        boolean two = compares && (operator.equals("between") || operator.equals("notBetween"));
        return new Validation(type, operator, List.copyOf(areas), first, two ? formula(() -> said(constraint.getFormula2())) : "",
                validation.getShowErrorBox() && validation.getErrorStyle() == DataValidation.ErrorStyle.STOP);
    }

    private static String said(String formula) {
        return formula == null ? "" : formula;
    }

    private static Area area(CellRangeAddress address) {
        return new Area(new Ref(address.getFirstRow(), address.getFirstColumn()), new Ref(address.getLastRow(), address.getLastColumn()));
    }
}
