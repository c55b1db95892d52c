package goalsheet.check;

import static goalsheet.check.Pieces.COVER;
import static goalsheet.check.Pieces.DATE;
import static goalsheet.check.Pieces.LISTS;
import static goalsheet.check.Pieces.PROJECT;
import static goalsheet.check.Pieces.RELATIONS;
import static goalsheet.check.Pieces.ROOT;
import static goalsheet.check.Pieces.STRINGS;
import static goalsheet.check.Pieces.STYLES;
import static goalsheet.check.Pieces.TYPES;
import static goalsheet.check.Pieces.WORKBOOK;
import static goalsheet.check.Variant.clean;
import static goalsheet.check.Variant.same;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What honest programs do to a workbook, and what is odd but means nothing: read as the form itself. */
final class HarmlessVariants {
    private static final Pattern ADDRESS = Pattern.compile("<row r=\"\\d+\"|<c r=\"([A-Z]+)\\d+\"");
    private static final String SHARED = "<c r=\"A3\" s=\"3\" t=\"s\"><v>28</v></c>";

    private final byte[] form;

    HarmlessVariants(byte[] form) {
        this.form = form;
    }

    private Pieces pieces() {
        return new Pieces(form);
    }

    Stream<Variant> all() {
        return Stream.of(archives(), spellings(), additions()).flatMap(List::stream);
    }

    private List<Variant> archives() {
        return List.of(
                same("unchanged", pieces().bytes()),
                same("best compression, sizes behind the data, a folder", RawZip.packed(pieces(), 9)),
                same("fast compression", RawZip.packed(pieces(), 1)),
                same("stored", RawZip.stored(pieces())),
                same("zip64", RawZip.wide(pieces())),
                same("parts in reverse order", pieces().reversed()),
                same("zip comment", RawZip.join(new RawZip(form).putShort(form.length - 2, 5).bytes(), "hello".getBytes(StandardCharsets.US_ASCII))),
                same("backslashes in names", new RawZip(form).rename("xl/sharedStrings.xml", "xl\\sharedStrings.xml").bytes()));
    }

    private List<Variant> spellings() {
        return List.of(
                same("byte order marks", pieces().editAll(bytes -> utf8("\uFEFF" + utf8(bytes))).bytes()),
                same("UTF-16", pieces().editAll(bytes -> utf8(bytes).replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16)).bytes()),
                same("UTF-16 little endian", pieces().editAll(bytes -> ("\uFEFF" + utf8(bytes).replace("UTF-8", "UTF-16")).getBytes(StandardCharsets.UTF_16LE)).bytes()),
                same("no XML declaration", pieces().editAll(bytes -> utf8(utf8(bytes).replaceFirst("^<\\?xml.*?\\?>\\s*", ""))).bytes()),
                same("comments, instructions and line breaks", pieces().editAll(bytes -> utf8(utf8(bytes).replaceAll("(?<!>)><", ">\r\n<!-- x --> <?y z?><"))).bytes()),
                same("namespace prefixes", prefixed()),
                same("CDATA", pieces().words("<![CDATA[实验室]]>检测<![CDATA[设备购置]]>").bytes()),
                same("character references", pieces().words("实验&#x5BA4;检测设备&#36141;置").change(PROJECT, ">46054<", ">460&#53;4<").bytes()),
                same("inline strings", pieces().change(PROJECT, SHARED, "<c r=\"A3\" s=\"3\" t=\"inlineStr\"><is><t>" + shared(28) + "</t></is></c>").bytes()),
                same("rich text", pieces().change(STRINGS, "<t>" + shared(28) + "</t>", "<r><rPr><b/></rPr><t>" + shared(28).substring(0, 2) + "</t></r><r><t>" + shared(28).substring(2) + "</t></r>").bytes()),
                same("readings above the text", pieces().change(STRINGS, "<t>" + shared(28) + "</t>", "<t>" + shared(28) + "</t><rPh sb=\"0\" eb=\"1\"><t>shi</t></rPh><phoneticPr fontId=\"1\"/>").bytes()),
                same("escaped characters", pieces().words("实验室检测设备购_x7F6E_").bytes()),
                same("scientific notation", pieces().number("4.6054E+04").bytes()),
                same("blanks around a number", pieces().number(" 46054 ").bytes()),
                same("a date written out", pieces().cell("<c r=\"C5\" s=\"5\" t=\"d\"><v>2026-02-01</v></c>").bytes()),
                same("no addresses where they follow from the order", withoutAddresses()),
                same("shared formula", sharedFormula()),
                same("absolute targets", pieces().change(RELATIONS, "Target=\"", "Target=\"/xl/").bytes()),
                same("targets with steps", pieces().change(RELATIONS, "Target=\"", "Target=\"../xl/./").bytes()),
                same("targets in another case", pieces().change(RELATIONS, "sharedStrings.xml", "SHAREDSTRINGS.xml").bytes()),
                same("renamed parts", pieces().rename(STRINGS, "xl/文 本.xml").change(RELATIONS, "sharedStrings.xml", "%E6%96%87%20本.xml")
                        .rename(STYLES, "xl/s.xml").change(RELATIONS, "styles.xml", "s.xml").bytes()),
                same("workbook in another folder", pieces().rename(WORKBOOK, "book/main.xml").rename(RELATIONS, "book/_rels/main.xml.rels").change(ROOT, "xl/workbook.xml", "/book/main.xml")
                        .change(TYPES, "/xl/workbook.xml", "/book/main.xml").change("book/_rels/main.xml.rels", "Target=\"", "Target=\"../xl/").bytes()),
                same("other ids of relations", pieces().change(RELATIONS, "rId", "x").change(WORKBOOK, "rId", "x").bytes()),
                same("alternative contents", pieces().change(PROJECT, "<sheetData>", "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
                        + "<mc:Choice Requires=\"x14ac\"><mergeCells><mergeCell ref=\"A1:Z99\"/></mergeCells></mc:Choice></mc:AlternateContent><sheetData>").bytes()),
                same("unknown namespaces", pieces().change(PROJECT, "<sheetData>", "<y:z xmlns:y=\"urn:y\"><y:sheetData><y:row/></y:sheetData></y:z><sheetData y:q=\"1\" xmlns:y=\"urn:y\">")
                        .change(PROJECT, DATE, DATE.replace("<v>", "<y:v xmlns:y=\"urn:y\">1</y:v><v>")).bytes()));
    }

    private List<Variant> additions() {
        return List.of(
                same("used area of the whole sheet", pieces().edit(PROJECT, xml -> xml.replaceFirst("<dimension ref=\"[^\"]*\"/>", "<dimension ref=\"A1:XFD1048576\"/>")).bytes()),
                same("false counts", pieces().edit(STRINGS, xml -> xml.replaceFirst("<sst ", "<sst count=\"2000000000\" uniqueCount=\"2000000000\" ").replaceFirst(" count=\"\\d+\" uniqueCount=\"\\d+\"(?=.*?>)", " ")).bytes()),
                same("200,000 blank rows", pieces().change(PROJECT, "</sheetData>", rows(100, 200_000, "<row r=\"%d\"/>") + "</sheetData>").bytes()),
                same("formats down to the last row", pieces().change(PROJECT, "</sheetData>", rows(100, Integer.MAX_VALUE, "<row r=\"%d\" s=\"1\" customFormat=\"1\"/>") + "</sheetData>").bytes()),
                same("formatted cells down to row 60,000", pieces().change(LISTS, "</sheetData>", rows(100, 60_000, "<row><c s=\"1\"/><c s=\"1\"/></row>") + "</sheetData>").bytes()),
                same("a row of 16,384 formatted cells", pieces().change(LISTS, "</sheetData>", "<row r=\"999\">" + "<c s=\"1\"/>".repeat(16_384) + "</row></sheetData>").bytes()),
                same("6,000 empty drawings", drawings(6_000)),
                same("1,500 parts more", parts(1_500)),
                same("formats that rest on one another in a circle", pieces().edit(STYLES, xml -> xml.replaceFirst("<cellStyleXfs.*?</cellStyleXfs>|<cellXfs",
                        "<cellStyleXfs count=\"2\"><xf numFmtId=\"0\" xfId=\"1\"/><xf numFmtId=\"0\" xfId=\"0\"/></cellStyleXfs>" + (xml.contains("<cellStyleXfs") ? "" : "<cellXfs"))).bytes()),
                clean("64,000 cell formats", pieces().change(STYLES, "</cellXfs>", "<xf numFmtId=\"0\"/>".repeat(64_000) + "</cellXfs>").bytes()),
                same("relations in a circle", pieces().put("xl/worksheets/_rels/sheet2.xml.rels", relations(relation("r1", "sheet", "sheet2.xml"), relation("r2", "workbook", "../workbook.xml"))).bytes()),
                same("link to a page of the web", pieces().put("xl/worksheets/_rels/sheet2.xml.rels", relations(
                        relation("r1", "hyperlink", "http://example.invalid/x").replace("/>", " TargetMode=\"External\"/>"))).bytes()),
                clean("columns hidden to the end", pieces().change(COVER, "</cols>", "<col min=\"200\" max=\"16384\" hidden=\"1\"/></cols>").bytes()),
                clean("hidden rows below the form", pieces().change(LISTS, "</sheetData>", rows(100, Integer.MAX_VALUE, "<row r=\"%d\" hidden=\"1\"/>") + "</sheetData>").bytes()),
                clean("20,000 names", pieces().change(WORKBOOK, "</definedNames>", numbered(20_000, "<definedName name=\"old%d\">#REF!</definedName>") + "</definedNames>").bytes()),
                same("50,000 conditional formats", pieces().before(PROJECT, "<printOptions", "").before(PROJECT, "<dataValidations",
                        numbered(50_000, "<conditionalFormatting sqref=\"Z%d\"><cfRule type=\"expression\" priority=\"9\"><formula>1</formula></cfRule></conditionalFormatting>")).bytes()),
                same("attribute of a million characters", pieces().change(PROJECT, "<sheetData>", "<sheetData y:q=\"" + "a".repeat(1_000_000) + "\" xmlns:y=\"urn:y\">").bytes()),
                same("250 elements in one another", pieces().change(PROJECT, "<sheetData>", "<x>".repeat(250) + "</x>".repeat(250) + "<sheetData>").bytes()),
                same("a name of 8,000 characters is no sheet's", pieces().put("docProps/custom.xml", "<a>" + "b".repeat(8_000) + "</a>").bytes()));
    }

    private String shared(int index) {
        Matcher matcher = Pattern.compile("<si>(.*?)</si>", Pattern.DOTALL).matcher(pieces().text(STRINGS));
        for (int at = 0; at <= index; at++) {
            if (!matcher.find()) {
                throw new IllegalArgumentException("text " + index);
            }
        }
        return matcher.group(1).replaceAll("<.*?>", "");
    }

    private byte[] prefixed() {
        Pieces pieces = pieces();
        for (String part : List.of(COVER, PROJECT, LISTS, STRINGS, STYLES, WORKBOOK)) {
            pieces.edit(part, xml -> xml.replaceAll("<(/?)([a-zA-Z])", "<$1x:$2").replace("xmlns=", "xmlns:x="));
        }
        return pieces.bytes();
    }

    private byte[] withoutAddresses() {
        return pieces().edit(LISTS, xml -> {
            StringBuilder out = new StringBuilder();
            Matcher matcher = ADDRESS.matcher(xml);
            int row = 0;
            int col = 0;
            while (matcher.find()) {
                boolean next;
                if (matcher.group(1) == null) {
                    int here = Integer.parseInt(matcher.group().replaceAll("\\D", ""));
                    next = here == row + 1;
                    row = here;
                    col = 0;
                } else {
                    int here = matcher.group(1).chars().reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1);
                    next = here == col + 1;
                    col = here;
                }
                matcher.appendReplacement(out, next ? matcher.group().startsWith("<row") ? "<row" : "<c" : matcher.group());
            }
            return matcher.appendTail(out).toString();
        }).bytes();
    }

    /** The first formula of the form becomes one that is shared with nobody else. */
    private byte[] sharedFormula() {
        return pieces().edit(PROJECT, xml -> {
            Matcher matcher = Pattern.compile("<c r=\"(\\w+)\"([^>]*)><f>").matcher(xml);
            if (!matcher.find()) {
                return xml;
            }
            return xml.substring(0, matcher.start()) + "<c r=\"" + matcher.group(1) + "\"" + matcher.group(2) + "><f t=\"shared\" si=\"0\" ref=\"" + matcher.group(1) + "\">" + xml.substring(matcher.end());
        }).bytes();
    }

    private byte[] drawings(int count) {
        String shape = "<xdr:sp><xdr:nvSpPr><xdr:cNvPr id=\"2\" name=\"\"/></xdr:nvSpPr></xdr:sp>";
        return pieces().put("xl/drawings/drawing9.xml", "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\">" + shape.repeat(count) + "</xdr:wsDr>").bytes();
    }

    private byte[] parts(int count) {
        Pieces pieces = pieces();
        for (int at = 0; at < count; at++) {
            pieces.put("xl/printerSettings/p" + at + ".bin", "" + at);
        }
        return pieces.bytes();
    }

    static String rows(int from, int count, String row) {
        StringBuilder rows = new StringBuilder();
        int last = (int) Math.min(1_048_576L, (long) from + count - 1);
        for (int at = from; at <= last; at++) {
            rows.append(row.replace("%d", Integer.toString(at)));
        }
        return at(rows, from);
    }

    /** Rows without a number of their own need one for the first. */
    private static String at(StringBuilder rows, int from) {
        return rows.toString().replaceFirst("<row>", "<row r=\"" + from + "\">");
    }

    static String numbered(int count, String each) {
        StringBuilder all = new StringBuilder();
        for (int at = 1; at <= count; at++) {
            all.append(each.replace("%d", Integer.toString(at)));
        }
        return all.toString();
    }

    static String relations(String... relations) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + String.join("", relations) + "</Relationships>";
    }

    static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind + "\" Target=\"" + target + "\"/>";
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
