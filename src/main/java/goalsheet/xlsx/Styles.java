package goalsheet.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads of the styles part what {@link Snapshot.Style} keeps. */
final class Styles {
    static final String GENERAL = "General";
    /** What a workbook without styles has. */
    static final List<Snapshot.Style> NONE = List.of(new Snapshot.Style(GENERAL, true));
    private static final int FIRST_OWN_FORMAT = 164;
    /** As in Excel, which refuses a workbook with more. */
    static final int MAX_STYLES = 65_490;

    private Styles() {
    }

    static List<Snapshot.Style> read(Archive archive, String part, Familiar familiar) throws UnreadableException {
        Unpacked content = familiar.unpack(archive, part);
        Optional<List<Snapshot.Style>> known = familiar.styles.find(content, content.length(), content.length());
        if (known.isPresent()) {
            return known.get();
        }
        List<Snapshot.Style> styles = read(content, part);
        familiar.styles.add(content.copy(), styles);
        return styles;
    }

    private static List<Snapshot.Style> read(Unpacked content, String part) throws UnreadableException {
        Map<Integer, String> formats = new HashMap<>();
        List<Snapshot.Style> styles = new ArrayList<>();
        Allowance allowance = new Allowance();
        Xml xml = Xml.open(content, part, Xml.MAIN, "styleSheet");
        int here = xml.depth();
        while (xml.child(here)) {
            int list = xml.depth();
            if (xml.name().equals("numFmts")) {
                while (xml.child(list)) {
                    allowance.takeItem(xml);
                    formats.put(xml.number("numFmtId", 0), xml.attribute("formatCode"));
                }
            } else if (xml.name().equals("cellXfs")) {
                while (xml.child(list)) {
                    if (styles.size() == MAX_STYLES) {
                        throw xml.tooMany("more than " + MAX_STYLES + " cell formats");
                    }
                    int format = xml.number("numFmtId", 0);
                    styles.add(new Snapshot.Style(formats.getOrDefault(format, builtIn(format)), locked(xml)));
                }
            }
        }
        return styles.isEmpty() ? NONE : List.copyOf(styles);
    }

    /** Excel locks every cell whose format does not say otherwise, and does not care about {@code applyProtection}. */
    private static boolean locked(Xml xml) throws UnreadableException {
        boolean locked = true;
        int here = xml.depth();
        while (xml.child(here)) {
            if (xml.name().equals("protection")) {
                locked = xml.flag("locked", true);
            }
        }
        return locked;
    }

    /** The formats that files mention by number only; from 27 on as in a Chinese Excel. */
    private static String builtIn(int format) {
        return format >= FIRST_OWN_FORMAT ? GENERAL : switch (format) {
            case 1 -> "0";
            case 2 -> "0.00";
            case 3 -> "#,##0";
            case 4 -> "#,##0.00";
            case 5 -> "\"$\"#,##0_);(\"$\"#,##0)";
            case 6 -> "\"$\"#,##0_);[Red](\"$\"#,##0)";
            case 7 -> "\"$\"#,##0.00_);(\"$\"#,##0.00)";
            case 8 -> "\"$\"#,##0.00_);[Red](\"$\"#,##0.00)";
            case 9 -> "0%";
            case 10 -> "0.00%";
            case 11 -> "0.00E+00";
            case 12 -> "# ?/?";
            case 13 -> "# ??/??";
            case 14 -> "m/d/yy";
            case 15 -> "d-mmm-yy";
            case 16 -> "d-mmm";
            case 17 -> "mmm-yy";
            case 18 -> "h:mm AM/PM";
            case 19 -> "h:mm:ss AM/PM";
            case 20 -> "h:mm";
            case 21 -> "h:mm:ss";
            case 22 -> "m/d/yy h:mm";
            case 27, 36, 50 -> "yyyy\"年\"m\"月\"";
            case 28, 29, 51, 54 -> "m\"月\"d\"日\"";
            case 30 -> "m-d-yy";
            case 31 -> "yyyy\"年\"m\"月\"d\"日\"";
            case 32 -> "h\"时\"mm\"分\"";
            case 33 -> "h\"时\"mm\"分\"ss\"秒\"";
            case 34, 55 -> "上午/下午h\"时\"mm\"分\"";
            case 35, 56 -> "上午/下午h\"时\"mm\"分\"ss\"秒\"";
            case 37 -> "#,##0_);(#,##0)";
            case 38 -> "#,##0_);[Red](#,##0)";
            case 39 -> "#,##0.00_);(#,##0.00)";
            case 40 -> "#,##0.00_);[Red](#,##0.00)";
            case 41 -> "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)";
            case 42 -> "_(\"$\"* #,##0_);_(\"$\"* (#,##0);_(\"$\"* \"-\"_);_(@_)";
            case 43 -> "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)";
            case 44 -> "_(\"$\"* #,##0.00_);_(\"$\"* (#,##0.00);_(\"$\"* \"-\"??_);_(@_)";
            case 45 -> "mm:ss";
            case 46 -> "[h]:mm:ss";
            case 47 -> "mm:ss.0";
            case 48 -> "##0.0E+0";
            case 49 -> "@";
            case 52, 57 -> "yyyy\"年\"m\"月\"";
            case 53, 58 -> "m\"月\"d\"日\"";
            default -> GENERAL;
        };
    }
}
