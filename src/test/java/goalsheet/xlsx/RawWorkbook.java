package goalsheet.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A small workbook written by hand, part by part, to be changed in single places. */
final class RawWorkbook {
    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String SECOND = "xl/worksheets/sheet2.xml";
    static final String WORKBOOK = "xl/workbook.xml";
    static final String WORKBOOK_RELATIONS = "xl/_rels/workbook.xml.rels";
    static final String STRINGS = "xl/sharedStrings.xml";
    static final String STYLES = "xl/styles.xml";
    static final String TYPES = "[Content_Types].xml";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String OOXML = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    RawWorkbook() {
        put(TYPES, HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + OOXML + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + OOXML + "worksheet+xml\"/></Types>");
        put("_rels/.rels", HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"" + R + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        put(WORKBOOK, HEAD + "<workbook " + MAIN + " xmlns:r=\"" + R + "\"><sheets><sheet name=\"目标表\" sheetId=\"1\" r:id=\"rId1\"/>"
                + "<sheet name=\"_lists\" sheetId=\"7\" state=\"veryHidden\" r:id=\"rId2\"/></sheets>"
                + "<definedNames><definedName name=\"units\">_lists!$A$1:$A$2</definedName></definedNames></workbook>");
        put(WORKBOOK_RELATIONS, HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"" + R + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"rId2\" Type=\"" + R + "/worksheet\" Target=\"worksheets/sheet2.xml\"/>"
                + "<Relationship Id=\"rId3\" Type=\"" + R + "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                + "<Relationship Id=\"rId4\" Type=\"" + R + "/styles\" Target=\"styles.xml\"/></Relationships>");
        put(SHEET, HEAD + "<worksheet " + MAIN + "><sheetData>"
                + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>12000</v></c><c r=\"C1\"><f>B1*2</f><v>24000</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>0.5</v></c><c r=\"C2\"><f>B2*2</f><v>1</v></c></row>"
                + "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A4:B4\"/></mergeCells>"
                + "<dataValidations count=\"1\"><dataValidation type=\"list\" allowBlank=\"1\" sqref=\"A2:A3\"><formula1>_lists!$A$1:$A$2</formula1></dataValidation></dataValidations>"
                + "</worksheet>");
        put(SECOND, HEAD + "<worksheet " + MAIN + "><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row></sheetData></worksheet>");
        put(STRINGS, HEAD + "<sst " + MAIN + "><si><t>金额 &amp; 单位</t></si><si><t xml:space=\"preserve\"> 甲 </t></si></sst>");
        put(STYLES, HEAD + "<styleSheet " + MAIN + "><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"10\"><protection locked=\"0\"/></xf></cellXfs></styleSheet>");
    }

    RawWorkbook put(String part, String content) {
        return put(part, content.getBytes(StandardCharsets.UTF_8));
    }

    RawWorkbook put(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    RawWorkbook remove(String part) {
        parts.remove(part);
        return this;
    }

    /** Replaces text in a part, which must be there. */
    RawWorkbook change(String part, String from, String to) {
        String before = text(part);
        if (!before.contains(from)) {
            throw new IllegalArgumentException(part + " has no " + from);
        }
        return put(part, before.replace(from, to));
    }

    RawWorkbook changeAll(UnaryOperator<byte[]> change) {
        parts.replaceAll((part, content) -> change.apply(content));
        return this;
    }

    RawWorkbook rename(String part, String to) {
        byte[] content = parts.remove(part);
        return put(to, content);
    }

    String text(String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }

    Map<String, byte[]> parts() {
        return parts;
    }

    byte[] bytes() {
        ArchiveWriter writer = new ArchiveWriter();
        parts.forEach(writer::put);
        return writer.bytes();
    }

    Snapshot read() throws UnreadableException {
        return WorkbookReader.read(Archive.of(bytes()));
    }
}
