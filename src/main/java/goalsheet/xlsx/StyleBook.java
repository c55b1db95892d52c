package goalsheet.xlsx;

import goalsheet.xlsx.WorkbookImage.Effect;
import goalsheet.xlsx.WorkbookImage.Look;
import goalsheet.xlsx.WorkbookImage.Use;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontFamily;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTBorder;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTBorderPr;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDxf;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STBorderStyle;

/** The cell styles of one workbook: each made once, when first asked for. */
final class StyleBook {
    private static final String DECIMALS = "0.0#%";
    private static final String POINTS = "General\"%\"";

    private final XSSFWorkbook workbook;
    private final Map<Style, XSSFCellStyle> styles = new HashMap<>();
    private final Map<Look, XSSFFont> fonts = new EnumMap<>(Look.class);
    private XSSFFont invisible;
    private final Map<Effect, Long> effects = new EnumMap<>(Effect.class);

    StyleBook(XSSFWorkbook workbook) {
        this.workbook = workbook;
        // Font 0 is the one by whose digits column widths are counted, and the one of every cell without a style.
        set(workbook.getFontAt(0), Palette.SONG, 11, false, Palette.INK);
    }

    XSSFCellStyle style(Style style) {
        return styles.computeIfAbsent(style, this::make);
    }

    private XSSFCellStyle make(Style asked) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(asked.bare() && asked.use() != Use.ENTRY ? invisible() : fonts.computeIfAbsent(fontOf(asked.look()), this::font));
        style.setAlignment(Palette.align(asked.look()));
        style.setIndention(Palette.indent(asked.look()));
        style.setVerticalAlignment(asked.look() == Look.NOTE ? VerticalAlignment.TOP : VerticalAlignment.CENTER);
        style.setWrapText(asked.look() != Look.NUMBER && asked.look() != Look.SUM_NUMBER);
        style.setLocked(asked.use() != Use.ENTRY);
        style.getCoreXf().setApplyProtection(true);
        style.setDataFormat(workbook.createDataFormat().getFormat(asked.format()));
        style.setQuotePrefixed(asked.quoted());
        if (Palette.isBordered(asked.look()) && !asked.bare()) {
            border(style);
        }
        String fill = Palette.fill(asked.look(), asked.use());
        if (!fill.equals(Palette.NO_FILL) && !asked.bare()) {
            style.setFillForegroundColor(color(fill));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    private static void border(XSSFCellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        XSSFColor line = color(Palette.LINE);
        style.setTopBorderColor(line);
        style.setBottomBorderColor(line);
        style.setLeftBorderColor(line);
        style.setRightBorderColor(line);
    }

    /** The look that lends its font: there are only four. */
    private static Look fontOf(Look look) {
        return switch (look) {
            case TITLE, HEADING, LINK, STATE -> look;
            case SECTION, SUM_WORDS, SUM_NUMBER -> Look.HEADING;
            default -> Look.PLAIN;
        };
    }

    private XSSFFont font(Look look) {
        XSSFFont font = workbook.createFont();
        switch (look) {
            case TITLE -> set(font, Palette.HEI, Palette.TITLE_POINTS, false, Palette.INK);
            case HEADING -> set(font, Palette.SONG, Palette.BODY_POINTS, true, Palette.INK);
            case STATE -> set(font, Palette.SONG, Palette.BODY_POINTS, false, Palette.STATE_INK);
            case LINK -> {
                set(font, Palette.SONG, Palette.BODY_POINTS, false, Palette.LINK_INK);
                font.setUnderline(FontUnderline.SINGLE);
            }
            default -> set(font, Palette.SONG, Palette.BODY_POINTS, false, Palette.INK);
        }
        return font;
    }

    /** White on white, until the condition brings its ink. */
    private XSSFFont invisible() {
        if (invisible == null) {
            invisible = workbook.createFont();
            set(invisible, Palette.SONG, Palette.BODY_POINTS, false, Palette.PAPER);
        }
        return invisible;
    }

    private static void set(XSSFFont font, String name, double points, boolean bold, String color) {
        font.setFontName(name);
        font.setFontHeight(points);
        font.setBold(bold);
        font.setColor(color(color));
        font.setFamily(FontFamily.MODERN);
        font.setCharSet(Palette.CHINESE);
        // A font that follows a theme would turn into the theme's Latin font.
        if (font.getCTFont().sizeOfSchemeArray() > 0) {
            font.getCTFont().removeScheme(0);
        }
    }

    /** Index of the differential format for an effect. */
    long effect(Effect effect) {
        return effects.computeIfAbsent(effect, this::differential);
    }

    private long differential(Effect effect) {
        CTDxf format = CTDxf.Factory.newInstance();
        switch (effect) {
            case BORDERED -> {
                fill(format, Palette.ENTRY_FILL);
                border(format.addNewBorder());
            }
            case LINED -> {
                format.addNewFont().addNewColor().setRgb(argb(Palette.INK));
                border(format.addNewBorder());
            }
            case DECIMALS -> numbers(format, DECIMALS);
            case POINTS -> numbers(format, POINTS);
            case WRONG -> colours(format, Tone.BAD.ink(), Tone.BAD.ground());
            case MISSING -> colours(format, Palette.INK, Palette.MISSING_FILL);
            case DOUBTFUL -> colours(format, Tone.DOUBTFUL.ink(), Tone.DOUBTFUL.ground());
            case RIGHT -> colours(format, Tone.GOOD.ink(), Tone.GOOD.ground());
        }
        return workbook.getStylesSource().putDxf(format) - 1L;
    }

    private void numbers(CTDxf format, String code) {
        format.addNewNumFmt().setNumFmtId(workbook.createDataFormat().getFormat(code));
        format.getNumFmt().setFormatCode(code);
    }

    private static void colours(CTDxf format, String ink, String fill) {
        format.addNewFont().addNewColor().setRgb(argb(ink));
        fill(format, fill);
    }

    /** In a differential format the colour of a solid fill is its background, other than in a cell style. */
    private static void fill(CTDxf format, String fill) {
        format.addNewFill().addNewPatternFill().addNewBgColor().setRgb(argb(fill));
    }

    private static void border(CTBorder border) {
        for (CTBorderPr side : new CTBorderPr[] {border.addNewLeft(), border.addNewRight(), border.addNewTop(), border.addNewBottom()}) {
            side.setStyle(STBorderStyle.THIN);
            side.addNewColor().setRgb(argb(Palette.LINE));
        }
    }

    private static XSSFColor color(String rgb) {
        return new XSSFColor(argb(rgb), null);
    }

    private static byte[] argb(String rgb) {
        return HexFormat.of().parseHex("FF" + rgb);
    }
}
