package goalsheet.check;

import static goalsheet.check.HarmlessVariants.numbered;
import static goalsheet.check.HarmlessVariants.rows;
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
import static goalsheet.check.Variant.refused;

import goalsheet.xlsx.UnreadableException.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Workbooks that are damaged or put together to do harm: each is refused for exactly one reason. */
final class DamagedVariants {
    private static final byte[] TAIL = "garbage".getBytes(StandardCharsets.US_ASCII);
    private static final String NEW_DOCTYPE = "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";

    private final byte[] form;

    DamagedVariants(byte[] form) {
        this.form = form;
    }

    private Pieces pieces() {
        return new Pieces(form);
    }

    private RawZip zip() {
        return new RawZip(pieces().bytes());
    }

    Stream<Variant> all() {
        return Stream.of(archives(), missing(), markup(), values(), tooMuch()).flatMap(List::stream);
    }

    private List<Variant> archives() {
        byte[] zeros = new byte[9 << 20];
        Pieces many = pieces();
        for (int part = 0; part < 2_000; part++) {
            many.put("xl/media/" + part, "x");
        }
        Pieces each = pieces();
        for (int part = 0; part < 40; part++) {
            each.put("xl/media/" + part, new byte[8 << 20]);
        }
        RawZip encrypted = zip();
        return List.of(
                refused("cut in half", Reason.TRUNCATED, Arrays.copyOf(form, form.length / 2)),
                refused("the last byte missing", Reason.TRUNCATED, Arrays.copyOf(form, form.length - 1)),
                refused("the beginning only", Reason.TRUNCATED, Arrays.copyOf(form, 100)),
                refused("bytes behind the end", Reason.DAMAGED, RawZip.join(form, TAIL)),
                refused("two workbooks in one file", Reason.DAMAGED, RawZip.join(form, form)),
                refused("bytes in front", Reason.DAMAGED, RawZip.join(new byte[] {'P', 'K', 3, 4}, form)),
                refused("packed bytes changed", Reason.DAMAGED, zip().flip(zip().local(PROJECT) + 400).bytes()),
                refused("checksum wrong", Reason.DAMAGED, zip().both(PROJECT, 14, 7).bytes()),
                refused("checksum wrong in the directory", Reason.HOSTILE, zip().putInt(zip().central(PROJECT) + 16, 7).bytes()),
                refused("another size in the directory", Reason.HOSTILE, zip().putInt(zip().central(PROJECT) + 24, 100).bytes()),
                refused("size too small in both", Reason.DAMAGED, zip().both(PROJECT, 22, 100).bytes()),
                refused("size of a gigabyte", Reason.TOO_LARGE, zip().both(PROJECT, 22, 1 << 30).bytes()),
                refused("another name in the directory", Reason.HOSTILE, zip().renameInDirectory(PROJECT, "xl/worksheets/sheet7.xml").bytes()),
                refused("unknown way of packing", Reason.HOSTILE, zip().bothShort(PROJECT, 8, 12).bytes()),
                refused("encrypted entry", Reason.ENCRYPTED, encrypted.bothShort(PROJECT, 6, 1).bytes()),
                refused("entries over one another", Reason.HOSTILE, zip().putInt(zip().central(PROJECT) + 42, zip().local(COVER)).bytes()),
                refused("directory elsewhere", Reason.DAMAGED, zip().putInt(zip().end() + 16, 5).bytes()),
                refused("more entries told than there are", Reason.DAMAGED, zip().putShort(zip().end() + 10, 100).bytes()),
                refused("path that leads up", Reason.HOSTILE, zip().rename("docProps/core.xml", "../Props/core.xml").bytes()),
                refused("path from the root", Reason.HOSTILE, zip().rename("docProps/core.xml", "/ocProps/core.xml").bytes()),
                refused("path of a drive", Reason.HOSTILE, zip().rename("docProps/core.xml", "C:cProps/core.xml").bytes()),
                refused("NUL in a path", Reason.HOSTILE, zip().rename("docProps/core.xml", "docProp\0/core.xml").bytes()),
                refused("same part twice", Reason.HOSTILE, new RawZip(pieces().put("xl/worksheets/sheetX.xml", "<a/>").bytes()).rename("xl/worksheets/sheetX.xml", PROJECT).bytes()),
                refused("same part twice but for capitals", Reason.HOSTILE, new RawZip(pieces().put("xl/worksheets/SHEETx.xml", "<a/>").bytes())
                        .rename("xl/worksheets/SHEETx.xml", "xl/worksheets/SHEET2.xml").bytes()),
                refused("bomb of one part", Reason.TOO_LARGE, pieces().put("xl/media/0", zeros).bytes()),
                refused("bomb of many parts", Reason.TOO_LARGE, each.bytes()),
                refused("thousands of parts", Reason.TOO_LARGE, many.bytes()));
    }

    private List<Variant> missing() {
        return List.of(
                refused("a sheet's part missing", Reason.DAMAGED, pieces().remove(PROJECT).bytes()),
                refused("the list sheet's part missing", Reason.DAMAGED, pieces().remove(LISTS).bytes()),
                refused("texts missing", Reason.DAMAGED, pieces().remove(STRINGS).bytes()),
                refused("texts not referred to", Reason.DAMAGED, pieces().change(RELATIONS, "relationships/sharedStrings\"", "relationships/theme\"").bytes()),
                refused("formats missing", Reason.DAMAGED, pieces().remove(STYLES).bytes()),
                refused("workbook part missing", Reason.DAMAGED, pieces().remove(WORKBOOK).bytes()),
                refused("relations of the workbook missing", Reason.DAMAGED, pieces().remove(RELATIONS).bytes()),
                refused("a sheet on the web", Reason.DAMAGED, pieces().change(RELATIONS, "Target=\"worksheets/sheet2.xml\"", "Target=\"http://example.invalid/s.xml\" TargetMode=\"External\"").bytes()),
                refused("two sheets in one part", Reason.DAMAGED, pieces().change(RELATIONS, "sheet3.xml", "sheet2.xml").bytes()),
                refused("a sheet that is a list of formats", Reason.DAMAGED, pieces().change(RELATIONS, "worksheets/sheet2.xml", "styles.xml").bytes()),
                refused("a relation twice", Reason.DAMAGED, pieces().change(RELATIONS, "Id=\"rId4\"", "Id=\"rId3\"").bytes()),
                refused("two sheets of one name", Reason.DAMAGED, pieces().change(WORKBOOK, "name=\"项目（2）\"", "name=\"项目（1）\"").bytes()),
                refused("no sheets", Reason.DAMAGED, pieces().edit(WORKBOOK, xml -> xml.replaceAll("<sheet .*?/>", "")).bytes()),
                refused("no content types", Reason.ARCHIVE, pieces().remove(TYPES).bytes()),
                refused("no main part", Reason.NOT_A_WORKBOOK, pieces().change(ROOT, "/officeDocument\"", "/thumbnail\"").bytes()),
                refused("Strict Open XML", Reason.STRICT, pieces().change(WORKBOOK, "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main").bytes()),
                refused("binary workbook", ".xlsb", Reason.BINARY, pieces().edit(TYPES, xml -> xml.replaceFirst("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main\\+xml",
                        "application/vnd.ms-excel.sheet.binary.macroEnabled.main")).bytes()),
                refused("Word document", ".docx", Reason.WORD, pieces().change(TYPES, "spreadsheetml.sheet.main", "wordprocessingml.document.main").bytes()),
                refused("presentation", ".pptx", Reason.SLIDES, pieces().change(TYPES, "spreadsheetml.sheet.main", "presentationml.presentation.main").bytes()),
                refused("zip of other files", ".zip", Reason.ARCHIVE, new goalsheet.xlsx.ArchiveWriter().put("表.xlsx", form).bytes()));
    }

    private List<Variant> markup() {
        return List.of(
                refused("entities of entities", Reason.HOSTILE, pieces().change(STRINGS, "<sst ", NEW_DOCTYPE + "<sst ").words("&c;").bytes()),
                refused("entity of a file", Reason.HOSTILE, pieces().change(STRINGS, "<sst ", "<!DOCTYPE sst [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst ").words("&a;").bytes()),
                refused("DOCTYPE of the web", Reason.HOSTILE, pieces().change(RELATIONS, "<Relationships ", "<!DOCTYPE x SYSTEM \"http://localhost:1/x\"><Relationships ").bytes()),
                refused("DOCTYPE in the types", Reason.HOSTILE, pieces().change(TYPES, "<Types ", "<!DOCTYPE x><Types ").bytes()),
                refused("unknown entity", Reason.DAMAGED, pieces().words("&nbsp;").bytes()),
                refused("10,000 elements in one another", Reason.HOSTILE, pieces().change(PROJECT, "<sheetData>", "<x>".repeat(10_000) + "</x>".repeat(10_000) + "<sheetData>").bytes()),
                refused("1,000 attributes", Reason.HOSTILE, pieces().change(PROJECT, "<sheetData>", "<sheetData" + numbered(1_000, " a%d=\"\"") + ">").bytes()),
                refused("not well-formed", Reason.DAMAGED, pieces().change(PROJECT, "</sheetData>", "").bytes()),
                refused("something behind the end", Reason.DAMAGED, pieces().edit(PROJECT, xml -> xml + "<a>").bytes()),
                refused("an empty part", Reason.DAMAGED, pieces().put(PROJECT, "").bytes()),
                refused("zeros for a part", Reason.DAMAGED, pieces().put(PROJECT, new byte[5_000]).bytes()),
                refused("GBK that says it is UTF-8", Reason.DAMAGED, pieces().put(STRINGS, pieces().text(STRINGS).getBytes(Charset.forName("GBK"))).bytes()),
                refused("GBK that says so", Reason.DAMAGED, pieces().put(STRINGS, pieces().text(STRINGS).replace("UTF-8", "GBK").getBytes(Charset.forName("GBK"))).bytes()),
                refused("UTF-7", Reason.DAMAGED, pieces().put(STRINGS, pieces().text(STRINGS).replace("UTF-8", "UTF-7")).bytes()),
                refused("half a UTF-16 part", Reason.DAMAGED, pieces().put(STRINGS, Arrays.copyOf(pieces().text(STRINGS).getBytes(StandardCharsets.UTF_16), 999)).bytes()),
                refused("a control character", Reason.DAMAGED, pieces().words("\u0001").bytes()),
                refused("a control character by number", Reason.DAMAGED, pieces().words("&#0;").bytes()),
                refused("cells twice", Reason.DAMAGED, pieces().change(PROJECT, "</sheetData>", "</sheetData><sheetData/>").bytes()));
    }

    private List<Variant> values() {
        return Stream.concat(
                Stream.of("NaN", "INF", "1E400", "-1E400", "9".repeat(310), "0." + "1".repeat(1_000), "0E999999999", "120d", "0x1p10", "1,234", "４６０５４", "--1", ".", "1E", "abc")
                        .map(number -> refused("number " + (number.length() > 20 ? number.length() + " digits" : number), Reason.DAMAGED, pieces().number(number).bytes())),
                Stream.of(
                        refused("text that is not there", Reason.DAMAGED, pieces().cell("<c r=\"C5\" t=\"s\"><v>99999</v></c>").bytes()),
                        refused("text before the first", Reason.DAMAGED, pieces().cell("<c r=\"C5\" t=\"s\"><v>-1</v></c>").bytes()),
                        refused("text beyond all numbers", Reason.DAMAGED, pieces().cell("<c r=\"C5\" t=\"s\"><v>4294967296</v></c>").bytes()),
                        refused("format that is not there", Reason.DAMAGED, pieces().cell(DATE.replace("s=\"5\"", "s=\"99999\"")).bytes()),
                        refused("text of 32,768 characters", Reason.DAMAGED, pieces().words("长".repeat(32_768)).bytes()),
                        refused("text of 32,768 characters in the cell", Reason.DAMAGED, pieces().cell("<c r=\"C5\" t=\"inlineStr\"><is><t>" + "长".repeat(32_768) + "</t></is></c>").bytes()),
                        refused("truth value 2", Reason.DAMAGED, pieces().cell("<c r=\"C5\" t=\"b\"><v>2</v></c>").bytes()),
                        refused("date in month 13", Reason.DAMAGED, pieces().cell("<c r=\"C5\" t=\"d\"><v>2026-13-01</v></c>").bytes()),
                        refused("value of an unknown kind", Reason.DAMAGED, pieces().cell("<c r=\"C5\" t=\"q\"><v>2</v></c>").bytes()),
                        refused("the same cell twice", Reason.DAMAGED, pieces().cell(DATE + DATE).bytes()),
                        refused("cells out of order", Reason.DAMAGED, pieces().cell("<c r=\"E5\"/>" + DATE).bytes()),
                        refused("a cell of another row", Reason.DAMAGED, pieces().cell(DATE.replace("C5", "C6")).bytes()),
                        refused("column XFE", Reason.DAMAGED, pieces().change(LISTS, "</row><row r=\"2\">", "<c r=\"XFE1\"><v>1</v></c></row><row r=\"2\">").bytes()),
                        refused("row 1,048,577", Reason.DAMAGED, pieces().change(LISTS, "</sheetData>", "<row r=\"1048577\"/></sheetData>").bytes()),
                        refused("row 0", Reason.DAMAGED, pieces().change(LISTS, "<row r=\"1\">", "<row r=\"0\">").bytes()),
                        refused("rows out of order", Reason.DAMAGED, pieces().change(LISTS, "</sheetData>", "<row r=\"1\"/></sheetData>").bytes()),
                        refused("row 99999999999", Reason.DAMAGED, pieces().change(LISTS, "</sheetData>", "<row r=\"99999999999\"/></sheetData>").bytes()),
                        refused("merge beyond the sheet", Reason.DAMAGED, pieces().change(PROJECT, "ref=\"A1:H1\"", "ref=\"A1:XFE1\"").bytes()),
                        refused("shared formula without its first", Reason.DAMAGED, pieces().cell("<c r=\"C5\"><f t=\"shared\" si=\"7\"/></c>").bytes()),
                        refused("name of a sheet that is not there", Reason.DAMAGED, pieces().changeFirst(WORKBOOK, "localSheetId=\"2\"", "localSheetId=\"77\"").bytes()))).toList();
    }

    private List<Variant> tooMuch() {
        String long8k = "C5" + "+1".repeat(4_100);
        return List.of(
                refused("formula of 8,202 characters", Reason.TOO_MANY, pieces().cell("<c r=\"C5\"><f>" + long8k + "</f><v>1</v></c>").bytes()),
                refused("long formula shared by 10,000 cells", Reason.TOO_MANY, pieces().change(LISTS, "</sheetData>",
                        "<row r=\"900\"><c><f t=\"shared\" si=\"0\" ref=\"A900:A9999\">B1" + "+1".repeat(4_000) + "</f></c></row>" + rows(901, 9_000, "<row r=\"%d\"><c><f t=\"shared\" si=\"0\"/></c></row>") + "</sheetData>").bytes()),
                refused("5,000 cells showing 200,000 characters", Reason.DAMAGED, pieces().words("长".repeat(200_000)).change(LISTS, "</sheetData>",
                        rows(900, 5_000, "<row r=\"%d\"><c t=\"s\"><v>26</v></c></row>") + "</sheetData>").bytes()),
                refused("400,000 cells", Reason.TOO_MANY, pieces().change(LISTS, "</sheetData>", rows(900, 4_000, "<row r=\"%d\">" + "<c><v>1</v></c>".repeat(100) + "</row>") + "</sheetData>").bytes()),
                refused("400,000 texts", Reason.TOO_MANY, pieces().change(STRINGS, "</sst>", "<si><t>a</t></si>".repeat(400_000) + "</sst>").bytes()),
                refused("400,000 merged areas", Reason.TOO_MANY, pieces().change(PROJECT, "</mergeCells>", numbered(400_000, "<mergeCell ref=\"Y%d:Z%d\"/>") + "</mergeCells>").bytes()),
                refused("400,000 areas of one dropdown", Reason.TOO_MANY, pieces().changeFirst(PROJECT, "改正。\" sqref=\"H13:H30\"", "改正。\" sqref=\"H13:H30" + numbered(400_000, " Z%d") + "\"").bytes()),
                refused("a million names", Reason.TOO_MANY, pieces().change(WORKBOOK, "</definedNames>", numbered(1_000_000, "<definedName name=\"n%d\">1</definedName>") + "</definedNames>").bytes()),
                refused("a million links", Reason.TOO_MANY, pieces().put("xl/worksheets/_rels/sheet2.xml.rels", HarmlessVariants.relations(
                        numbered(1_000_000, "<Relationship Id=\"r%d\" Type=\"/hyperlink\" Target=\"file:///x\" TargetMode=\"External\"/>"))).bytes()),
                refused("70,000 cell formats", Reason.TOO_MANY, pieces().change(STYLES, "</cellXfs>", "<xf numFmtId=\"0\"/>".repeat(70_000) + "</cellXfs>").bytes()));
    }
}
