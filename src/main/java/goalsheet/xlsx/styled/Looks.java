package goalsheet.xlsx.styled;

import goalsheet.xlsx.styled.StyledLayout.Sample;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTColor;

/** The formats of a layout's samples, and the two variants that contents ask for. */
final class Looks {
    private static final String FORMULA_LIKE = "=+-@\t\r";

    private final XSSFWorkbook workbook;
    private final Map<Integer, Boolean> wrapped = new HashMap<>();
    private final Map<Integer, CellStyle> quoted = new HashMap<>();
    private final Map<Integer, CellStyle> unlinked = new HashMap<>();

    Looks(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    CellStyle style(int index, Fill fill) {
        if (fill instanceof Fill.Link link && !Expressions.isLinkable(link)) {
            return unlinked.computeIfAbsent(index, this::unlinked);
        }
        if (fill instanceof Fill.Words words && !words.text().isEmpty() && FORMULA_LIKE.indexOf(words.text().charAt(0)) >= 0) {
            return quoted.computeIfAbsent(index, this::quoted);
        }
        return workbook.getCellStyleAt(index);
    }

    boolean isWrapped(int index) {
        return wrapped.computeIfAbsent(index, style -> workbook.getCellStyleAt(style).getWrapText());
    }

    /** Without the mark such words turn into a formula as soon as someone edits the cell. */
    private CellStyle quoted(int index) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(workbook.getCellStyleAt(index));
        style.setQuotePrefixed(true);
        return style;
    }

    /** What leads nowhere does not look like a link. */
    private CellStyle unlinked(int index) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(workbook.getCellStyleAt(index));
        if (style.getFont().getUnderline() != XSSFFont.U_NONE) {
            XSSFFont like = style.getFont();
            XSSFFont font = workbook.createFont();
            font.getCTFont().set(like.getCTFont());
            font.setUnderline(FontUnderline.NONE);
            font.getCTFont().setColorArray(new CTColor[0]);
            style.setFont(font);
        }
        return style;
    }

    static int lastColumn(Sample sample) {
        return sample.cells().stream().mapToInt(StyledLayout.SampleCell::col).max().orElse(0);
    }
}
