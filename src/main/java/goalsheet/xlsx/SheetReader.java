package goalsheet.xlsx;

import goalsheet.xlsx.PlainRows.Span;
import goalsheet.xlsx.Snapshot.Sheet;
import goalsheet.xlsx.Snapshot.Validation;
import goalsheet.xlsx.Snapshot.Visibility;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the sheets of one workbook, one after the other; the limits count over all of them. */
final class SheetReader {
    private static final String EXTENSION = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Archive archive;
    private final List<String> strings;
    private final int styles;
    private final boolean date1904;
    private final Allowance allowance;
    private final Familiar familiar;

    /** What stands around the rows of a sheet. */
    record Around(List<Area> merges, List<Validation> validations, boolean locked, Set<Integer> hiddenCols) {
        /** How many of the allowance it takes. */
        private int items() {
            return merges.size() + validations.stream().mapToInt(validation -> validation.areas().size()).sum();
        }
    }

    /** @param styles how many there are */
    SheetReader(Archive archive, List<String> strings, int styles, boolean date1904, Allowance allowance, Familiar familiar) {
        this.familiar = familiar;
        this.archive = archive;
        this.strings = strings;
        this.styles = styles;
        this.date1904 = date1904;
        this.allowance = allowance;
    }

    Sheet read(String name, String part, Visibility visibility) throws UnreadableException {
        Unpacked content = familiar.unpack(archive, part);
        Allowance left = allowance.copy();
        CellMaker cells = maker(part, left);
        Optional<Span> rows = PlainRows.read(content, cells, familiar.formulas);
        Around around;
        if (rows.isPresent()) {
            allowance.become(left);
            around = around(content, rows.get(), part);
        } else {
            cells = maker(part, allowance);
            around = parsed(content, part, Optional.of(cells));
        }
        return new Sheet(name, part, visibility, cells.cells(), around.merges, around.validations, around.locked, new IndexSet(cells.hiddenRows()), around.hiddenCols);
    }

    private CellMaker maker(String part, Allowance allowance) {
        return new CellMaker(part, strings, styles, date1904, allowance);
    }

    /** The sheets of several projects and units often differ in their rows only. */
    private Around around(Unpacked content, Span rows, String part) throws UnreadableException {
        Optional<Around> known = familiar.sheets.find(content, rows.from(), rows.to());
        if (known.isPresent()) {
            allowance.takeItems(part, known.get().items());
            return known.get();
        }
        Unpacked rest = content.without(rows.from(), rows.to());
        Around around = parsed(rest, part, Optional.empty());
        familiar.sheets.add(rest, around);
        return around;
    }

    /** @param cells what receives the rows, none when they are read already */
    private Around parsed(Unpacked content, String part, Optional<CellMaker> cells) throws UnreadableException {
        Xml xml = Xml.open(content, part, Xml.MAIN, "worksheet");
        List<Area> merges = new ArrayList<>();
        List<Validation> validations = new ArrayList<>();
        BitSet hiddenCols = new BitSet();
        boolean locked = false;
        boolean read = false;
        int here = xml.depth();
        while (xml.child(here)) {
            switch (xml.name()) {
                case "cols" -> readColumns(xml, hiddenCols);
                case "sheetData" -> {
                    if (read) {
                        throw xml.damaged("cells twice");
                    }
                    read = true;
                    if (cells.isPresent()) {
                        new CellReader(xml, cells.get()).read();
                    }
                }
                case "sheetProtection" -> locked = xml.flag("sheet", false);
                case "mergeCells" -> readMerges(xml, merges);
                case "dataValidations" -> readValidations(xml, Xml.MAIN, validations);
                case "extLst" -> readExtensions(xml, validations);
                default -> {
                    // looks, paper, drawings
                }
            }
        }
        return new Around(List.copyOf(merges), List.copyOf(validations), locked, new IndexSet(hiddenCols));
    }

    private static void readColumns(Xml xml, BitSet hidden) throws UnreadableException {
        int last = 0;
        int here = xml.depth();
        while (xml.child(here)) {
            int min = xml.number("min", 0);
            int max = xml.number("max", 0);
            if (min <= last || max < min || max > Ref.MAX_COLS) {
                throw xml.damaged("columns " + min + " to " + max);
            }
            last = max;
            if (isHidden(xml, "width")) {
                hidden.set(min - 1, max);
            }
        }
    }

    /** Whether a row or column is hidden, or of size 0, which looks the same. */
    static boolean isHidden(Xml xml, String size) {
        return xml.flag("hidden", false) || xml.attribute(size).equals("0");
    }

    private void readMerges(Xml xml, List<Area> merges) throws UnreadableException {
        int here = xml.depth();
        while (xml.child(here)) {
            allowance.takeItem(xml);
            merges.add(xml.area(xml.attribute("ref")));
        }
    }

    /** Extensions hold, among other things, the validations whose lists are on other sheets. */
    private void readExtensions(Xml xml, List<Validation> validations) throws UnreadableException {
        int here = xml.depth();
        while (xml.child(here)) {
            int extension = xml.depth();
            while (xml.child(extension, EXTENSION)) {
                if (xml.name().equals("dataValidations")) {
                    readValidations(xml, EXTENSION, validations);
                }
            }
        }
    }

    private void readValidations(Xml xml, String namespace, List<Validation> validations) throws UnreadableException {
        int here = xml.depth();
        while (xml.child(here, namespace)) {
            String type = xml.attribute("type");
            String operator = xml.attribute("operator");
            String areas = xml.attribute("sqref");
            boolean strict = xml.flag("showErrorMessage", false) && Set.of("", "stop").contains(xml.attribute("errorStyle"));
            String formula1 = "";
            String formula2 = "";
            int validation = xml.depth();
            while (xml.anyChild(validation)) {
                switch (xml.name()) {
                    case "formula1" -> formula1 = validationFormula(xml, namespace);
                    case "formula2" -> formula2 = validationFormula(xml, namespace);
                    case "sqref" -> areas = xml.text();
                    default -> {
                        // extensions
                    }
                }
            }
            validations.add(validation(type, operator, areas(xml, areas), formula1, formula2, strict));
        }
    }

    /** LibreOffice also writes operators and second formulas where they mean nothing. */
    private static Validation validation(String type, String operator, List<Area> areas, String formula1, String formula2, boolean strict) {
        boolean compares = !type.isEmpty() && !type.equals("none") && !type.equals("list") && !type.equals("custom");
        String compared = compares && !operator.isEmpty() ? operator : "between";
        boolean two = compares && (compared.equals("between") || compared.equals("notBetween"));
        return new Validation(type.isEmpty() ? "none" : type, compared, areas, formula1, two ? formula2 : "", strict);
    }

    /** Plain text, or in extensions the text of an element of its own. */
    private static String validationFormula(Xml xml, String namespace) throws UnreadableException {
        String formula = "";
        if (namespace.equals(Xml.MAIN)) {
            formula = xml.text();
        } else {
            int here = xml.depth();
            while (xml.anyChild(here)) {
                formula = xml.text();
            }
        }
        if (formula.length() > CellMaker.MAX_FORMULA) {
            throw xml.tooMany("validation of " + formula.length() + " characters");
        }
        return Strings.unescape(formula);
    }

    private List<Area> areas(Xml xml, String list) throws UnreadableException {
        List<Area> areas = new ArrayList<>();
        for (String address : BLANKS.split(list.strip())) {
            allowance.takeItem(xml);
            areas.add(xml.area(address));
        }
        return List.copyOf(areas);
    }
}
