package goalsheet.xlsx;

import goalsheet.text.Text;
import goalsheet.xlsx.ImageException.Problem;
import goalsheet.xlsx.WorkbookImage.NameImage;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ooxml.POIXMLTypeLoader;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a described workbook as .xlsx: locked but for its entry cells, ready to print, the same bytes every time. */
public final class WorkbookWriter {
    private static final String MAKER = "goalsheet";
    private static final Date CREATED = Date.from(Instant.parse("2026-01-01T00:00:00Z"));
    /** Calculation engine of Excel 2019 and later: an older number makes Excel recalculate, and ask whether to save, at each opening. */
    static final long CALCULATION_ENGINE = 191_029;

    static {
        // POI writes long formulas as CDATA, which some programs (ExcelJS) read as nothing.
        POIXMLTypeLoader.DEFAULT_XML_OPTIONS.setSaveCDataLengthThreshold(Integer.MAX_VALUE);
    }

    private WorkbookWriter() {
    }

    /**
     * @param password that takes protection off; without one anybody can
     * @param out      receives the whole file, stays open
     * @throws ImageException when the image asks for what a workbook cannot hold; nothing is written then
     * @throws IOException    when {@code out} fails
     */
    public static void write(WorkbookImage image, Optional<String> password, OutputStream out) throws IOException {
        ImageCheck.check(image);
        FixedZip.write(parts(image, password), out);
    }

    /** The parts of a sound image, in the order of the file. */
    static Map<String, byte[]> parts(WorkbookImage image, Optional<String> password) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            // Formulas are written as described; POI's parser knows fewer functions than spreadsheets do.
            workbook.setCellFormulaValidation(false);
            describe(workbook.getProperties(), image.title());
            StyleBook styles = new StyleBook(workbook);
            Protection protection = new Protection(password, image.title());
            protection.lock(workbook.getCTWorkbook());
            workbook.getCTWorkbook().addNewCalcPr().setCalcId(CALCULATION_ENGINE);
            for (SheetImage sheet : image.sheets()) {
                XSSFSheet target = workbook.createSheet(sheet.name());
                new SheetWriter(sheet, target, styles).write();
                protection.lock(target.getCTWorksheet());
            }
            show(workbook, image.sheets());
            names(workbook, image.names());
            workbook.write(packed);
        }
        return FixedZip.parts(new ByteArrayInputStream(packed.toByteArray()));
    }

    static void describe(POIXMLProperties properties, String title) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle(title);
        core.setCreator(MAKER);
        core.setCreated(Optional.of(CREATED));
        core.setModified(Optional.of(CREATED));
        properties.getExtendedProperties().getUnderlyingProperties().setApplication(MAKER);
    }

    static void show(XSSFWorkbook workbook, List<SheetImage> sheets) {
        int front = front(sheets);
        for (int index = 0; index < sheets.size(); index++) {
            switch (sheets.get(index).visibility()) {
                case VISIBLE -> {
                }
                case HIDDEN -> workbook.setSheetVisibility(index, SheetVisibility.HIDDEN);
                case VERY_HIDDEN -> workbook.setSheetVisibility(index, SheetVisibility.VERY_HIDDEN);
            }
        }
        for (int index = 0; index < sheets.size(); index++) {
            workbook.getSheetAt(index).setSelected(index == front);
        }
        workbook.setActiveSheet(front);
        workbook.setFirstVisibleTab(front);
    }

    /** Index of the sheet that is shown first. */
    static int front(List<SheetImage> sheets) {
        return sheets.stream().map(SheetImage::visibility).toList().indexOf(Snapshot.Visibility.VISIBLE);
    }

    /** All names first, referring to anything, then what they do refer to, because they may refer to each other in any order. */
    private static void names(XSSFWorkbook workbook, List<NameImage> images) {
        List<XSSFName> names = new ArrayList<>();
        for (NameImage image : images) {
            try {
                XSSFName name = workbook.createName();
                if (!image.sheet().isEmpty()) {
                    name.setSheetIndex(workbook.getSheetIndex(image.sheet()));
                }
                name.setNameName(image.name());
                name.setRefersToFormula("0");
                names.add(name);
            } catch (IllegalArgumentException refused) {
                throw new ImageException(Problem.BAD_NAME, image.name(), Text.same(String.valueOf(refused.getMessage())));
            }
        }
        for (int index = 0; index < images.size(); index++) {
            try {
                names.get(index).setRefersToFormula(images.get(index).refersTo());
            } catch (FormulaParseException refused) {
                throw new ImageException(Problem.BAD_NAME, images.get(index).name(),
                        Text.same(String.valueOf(refused.getMessage())));
            }
        }
    }
}
