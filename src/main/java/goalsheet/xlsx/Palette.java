package goalsheet.xlsx;

import goalsheet.xlsx.WorkbookImage.Look;
import goalsheet.xlsx.WorkbookImage.Use;
import org.apache.poi.ss.usermodel.HorizontalAlignment;

/** Colours, fonts and alignments of a form, in one place; all RRGGBB, all light enough for black words. */
final class Palette {
    static final String SONG = "宋体";
    static final String HEI = "黑体";
    static final double BODY_POINTS = 10.5;
    static final double TITLE_POINTS = 16;
    /** Character set number of GB2312, by which Windows picks the right font file. */
    static final int CHINESE = 134;

    static final String INK = "000000";
    static final String PAPER = "FFFFFF";
    static final String LINK_INK = "0563C1";
    static final String STATE_INK = "9C0006";
    static final String LINE = "000000";
    static final String ENTRY_FILL = "FFF9E5";
    /** Of an entry cell that is still to be filled in. */
    static final String MISSING_FILL = "FBE0C8";
    static final String NO_FILL = "";

    private Palette() {
    }

    static boolean isBordered(Look look) {
        return switch (look) {
            case TITLE, PLAIN, PLAIN_RIGHT, NOTE, SECTION, STATE -> false;
            case LABEL, HEADING, VALUE, LONG_VALUE, NUMBER, LINK, SUM_WORDS, SUM_NUMBER -> true;
        };
    }

    static HorizontalAlignment align(Look look) {
        return switch (look) {
            case TITLE, LABEL, HEADING, VALUE -> HorizontalAlignment.CENTER;
            case PLAIN, NOTE, LONG_VALUE, LINK, SECTION, STATE, SUM_WORDS -> HorizontalAlignment.LEFT;
            case PLAIN_RIGHT, NUMBER, SUM_NUMBER -> HorizontalAlignment.RIGHT;
        };
    }

    /** Blanks that keep words and figures off the lines at their side. */
    static short indent(Look look) {
        return (short) (isBordered(look) && align(look) != HorizontalAlignment.CENTER ? 1 : 0);
    }

    /** What is to be filled in is always visible; the other colours only within the ruled form. */
    static String fill(Look look, Use use) {
        if (use == Use.ENTRY || use == Use.SAMPLE) {
            return ENTRY_FILL;
        }
        if (!isBordered(look)) {
            return NO_FILL;
        }
        return switch (use) {
            case CONTROL -> "E1E8F2";
            case CALCULATED -> "EDEDED";
            default -> look == Look.HEADING || look == Look.SUM_WORDS || look == Look.SUM_NUMBER ? "CFDAE8" : NO_FILL;
        };
    }
}
