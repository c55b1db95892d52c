package goalsheet.xlsx;

import goalsheet.xlsx.WorkbookImage.CellImage;
import goalsheet.xlsx.WorkbookImage.ConditionImage;
import goalsheet.xlsx.WorkbookImage.Content;
import goalsheet.xlsx.WorkbookImage.NoteImage;
import goalsheet.xlsx.WorkbookImage.PageImage;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCfRule;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCfType;

/** Writes one sheet of an image that has been found sound. */
final class SheetWriter {
    /** Page number / number of pages: the same in every language. */
    private static final String FOOTER = "&\"" + Palette.SONG + ",Regular\"&9&P / &N";
    private static final double SIDE_INCHES = 0.5;
    private static final double EDGE_INCHES = 0.7;
    private static final double FOOTER_INCHES = 0.35;
    private static final int WIDTH_UNITS = 256;
    /** The box of a note, and how many characters go into a line of it. */
    private static final int NOTE_COLUMNS = 3;
    private static final int NOTE_ROWS = 12;
    private static final int NOTE_LINE = 20;

    private final SheetImage image;
    private final XSSFSheet sheet;
    private final StyleBook styles;
    private final BareAreas bare;

    SheetWriter(SheetImage image, XSSFSheet sheet, StyleBook styles) {
        this.image = image;
        this.sheet = sheet;
        this.styles = styles;
        this.bare = BareAreas.of(image);
    }

    void write() {
        for (int col = 0; col < image.widths().size(); col++) {
            sheet.setColumnWidth(col, (int) Math.round(image.widths().get(col) * WIDTH_UNITS));
        }
        for (int row = 0; row < image.heights().size(); row++) {
            if (image.heights().get(row) > 0) {
                row(row).setHeightInPoints(image.heights().get(row).floatValue());
            }
        }
        Map<Ref, CellImage> cells = new HashMap<>();
        for (CellImage cell : image.cells()) {
            cells.put(cell.ref(), cell);
            write(cell);
        }
        for (Area merge : image.merges()) {
            merge(merge, cells);
        }
        Validations.write(image.validations(), sheet.getCTWorksheet());
        conditions();
        notes();
        view();
        page(image.page());
    }

    private XSSFRow row(int index) {
        XSSFRow row = sheet.getRow(index);
        return row == null ? sheet.createRow(index) : row;
    }

    private void write(CellImage image) {
        XSSFCell cell = row(image.ref().row()).createCell(image.ref().col());
        cell.setCellStyle(styles.style(Style.of(image, bare.contains(image.ref()))));
        if (image.content() instanceof Content.Number number) {
            number(cell, number.value());
        } else if (image.content() instanceof Content.Words words && !words.text().isEmpty()) {
            cell.setCellValue(StoredText.of(words.text()));
        } else if (image.content() instanceof Content.Formula formula) {
            cell.setCellFormula(formula.formula());
            cached(cell, formula.cached());
        }
        if (!image.link().isEmpty()) {
            XSSFHyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setLocation(image.link());
            link.setCellReference(image.ref().toString());
            sheet.addHyperlink(link);
        }
    }

    private static void cached(XSSFCell cell, Content value) {
        if (value instanceof Content.Number number) {
            number(cell, number.value());
        } else {
            // A formula that shows nothing still gives a text: the empty one.
            cell.getCTCell().setT(STCellType.STR);
            cell.getCTCell().setV(value instanceof Content.Words words ? StoredText.of(words.text()) : "");
        }
    }

    private static void number(XSSFCell cell, BigDecimal value) {
        cell.getCTCell().setT(STCellType.N);
        cell.getCTCell().setV(plain(value));
    }

    /** The decimal as it is; by way of a double 12345678.9 would stand in the file as 1.23456789E7. */
    static String plain(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    /** Every cell of a merged area has the style of its first one: else borders are missing at its edges. */
    private void merge(Area area, Map<Ref, CellImage> cells) {
        CellImage first = cells.get(area.first());
        if (first != null) {
            for (Ref ref : ImageCheck.cells(area)) {
                if (!ref.equals(area.first())) {
                    row(ref.row()).createCell(ref.col()).setCellStyle(styles.style(Style.of(first, bare.contains(area.first()))));
                }
            }
        }
        if (!area.isSingle()) {
            sheet.addMergedRegionUnsafe(range(area));
        }
    }

    private void conditions() {
        int priority = 1;
        for (ConditionImage condition : image.conditions()) {
            CTConditionalFormatting target = sheet.getCTWorksheet().addNewConditionalFormatting();
            target.setSqref(List.of(condition.area().toString()));
            CTCfRule rule = target.addNewCfRule();
            rule.setType(STCfType.EXPRESSION);
            rule.setDxfId(styles.effect(condition.effect()));
            rule.setPriority(priority++);
            rule.addFormula(condition.formula());
        }
    }

    private void notes() {
        if (image.notes().isEmpty()) {
            return;
        }
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        for (NoteImage note : image.notes()) {
            int row = note.cell().row();
            int col = note.cell().col();
            int lines = note.text().split("\n", -1).length + note.text().length() / NOTE_LINE;
            XSSFComment comment = drawing.createCellComment(new XSSFClientAnchor(0, 0, 0, 0, col + 1, row, col + 1 + NOTE_COLUMNS, row + Math.min(NOTE_ROWS, 2 + lines)));
            comment.setAddress(row, col);
            comment.setAuthor(note.author());
            comment.setString(new XSSFRichTextString(StoredText.of(note.text())));
        }
    }

    private void view() {
        if (image.visibility() == Snapshot.Visibility.VISIBLE) {
            sheet.setDisplayGridlines(false);
        }
        if (image.freezeRows() > 0) {
            sheet.createFreezePane(0, image.freezeRows());
        }
    }

    private void page(PageImage page) {
        sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
        sheet.getPrintSetup().setLandscape(page.landscape());
        // The colours are for the screen; what is signed and sealed is black on white. Lines stay, fills are not printed.
        sheet.getPrintSetup().setNoColor(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, SIDE_INCHES);
        sheet.setMargin(PageMargin.RIGHT, SIDE_INCHES);
        sheet.setMargin(PageMargin.TOP, EDGE_INCHES);
        sheet.setMargin(PageMargin.BOTTOM, EDGE_INCHES);
        sheet.setMargin(PageMargin.HEADER, FOOTER_INCHES);
        sheet.setMargin(PageMargin.FOOTER, FOOTER_INCHES);
        sheet.getFooter().setCenter(FOOTER);
        page.printArea().ifPresent(area -> sheet.getWorkbook().setPrintArea(sheet.getWorkbook().getSheetIndex(sheet),
                area.first().col(), area.last().col(), area.first().row(), area.last().row()));
        if (page.repeatFrom() >= 0 && page.repeatTo() >= page.repeatFrom()) {
            sheet.setRepeatingRows(new CellRangeAddress(page.repeatFrom(), page.repeatTo(), -1, -1));
        }
    }

    private static CellRangeAddress range(Area area) {
        return new CellRangeAddress(area.first().row(), area.last().row(), area.first().col(), area.last().col());
    }
}
