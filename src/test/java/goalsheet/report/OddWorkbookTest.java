package goalsheet.report;

import static goalsheet.report.AnnotatorTest.formats;
import static goalsheet.report.AnnotatorTest.names;
import static goalsheet.report.AnnotatorTest.notes;
import static goalsheet.report.AnnotatorTest.open;
import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.SchemaValidation;
import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A workbook as hardly any program writes it, and yet in order: prefixes, UTF-16, absolute targets, odd names, no styles, no views. */
class OddWorkbookTest {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    @Test
    void isMarkedLikeAnyOther() throws Exception {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("book/Tab.xml", ("<?xml version='1.0' encoding='UTF-16'?><q:worksheet xmlns:q='" + MAIN + "'><q:sheetData><q:row r='5'><q:c r='C5'><q:v>20</q:v></q:c>"
                + "</q:row></q:sheetData></q:worksheet>").getBytes(StandardCharsets.UTF_16));
        parts.put("book/the.xml", utf8("<x:workbook xmlns:x='" + MAIN + "' xmlns:rr='" + OFFICE + "'><x:sheets><x:sheet name='项目1' sheetId='7' rr:id='a'/></x:sheets></x:workbook>"));
        parts.put("book/_rels/the.xml.rels", utf8("<p:Relationships xmlns:p='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<p:Relationship Id='a' Type='" + OFFICE + "/worksheet' Target='/book/tab.xml'/></p:Relationships>"));
        parts.put("_rels/.rels", utf8("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='a' Type='" + OFFICE + "/officeDocument' Target='book/the.xml'/></Relationships>"));
        parts.put("[Content_Types].xml", utf8("<t:Types xmlns:t='http://schemas.openxmlformats.org/package/2006/content-types'>"
                + "<t:Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                + "<t:Override PartName='/book/the.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
                + "<t:Override PartName='/book/Tab.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/></t:Types>"));
        byte[] odd = Zip.of(parts);

        byte[] marked = Annotator.annotate(odd, Samples.usual(), Lang.ZH);

        assertThat(SchemaValidation.errors(marked)).isEmpty();
        assertThat(Annotator.annotate(marked, Samples.usual(), Lang.ZH)).isEqualTo(marked);
        try (XSSFWorkbook book = open(marked)) {
            assertThat(names(book)).containsExactly("检查结果", "项目1");
            assertThat(notes(book.getSheet("项目1"))).containsOnlyKeys("C5", "D7");
            assertThat(formats(book.getSheet("项目1"))).containsExactly("C5 LEN(\"goalsheet-mark\")>0 1 FFFFC7CE", "D7 LEN(\"goalsheet-mark\")>0 2 FFFFEB9C");
            assertThat(book.getSheet("项目1").getRow(4).getCell(2).getNumericCellValue()).isEqualTo(20);
        }
        // A part of styles, which the workbook lacked, is all that stays.
        assertThat(Zip.changed(odd, Annotator.strip(marked))).containsExactly("[Content_Types].xml", "book/_rels/the.xml.rels", "book/styles1.xml");
    }

    /** The drawing of the second sheet leads nowhere, which shows only when its notes have a part already: that part is taken back, those of the other sheets stay. */
    @Test
    void aSheetThatCannotHaveNotesLeavesNothingBehind() throws Exception {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        StringBuilder tabs = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder types = new StringBuilder("<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>");
        for (int sheet = 1; sheet <= 3; sheet++) {
            parts.put("xl/worksheets/sheet" + sheet + ".xml", utf8("<worksheet xmlns='" + MAIN + "' xmlns:r='" + OFFICE + "'><sheetData/>" + (sheet == 2 ? "<legacyDrawing r:id='none'/>" : "") + "</worksheet>"));
            tabs.append("<sheet name='项目" + sheet + "' sheetId='" + sheet + "' r:id='r" + sheet + "'/>");
            relations.append("<Relationship Id='r" + sheet + "' Type='" + OFFICE + "/worksheet' Target='worksheets/sheet" + sheet + ".xml'/>");
            types.append("<Override PartName='/xl/worksheets/sheet" + sheet + ".xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/>");
        }
        String packaged = "http://schemas.openxmlformats.org/package/2006/";
        parts.put("xl/workbook.xml", utf8("<workbook xmlns='" + MAIN + "' xmlns:r='" + OFFICE + "'><sheets>" + tabs + "</sheets></workbook>"));
        parts.put("xl/_rels/workbook.xml.rels", utf8("<Relationships xmlns='" + packaged + "relationships'>" + relations + "</Relationships>"));
        parts.put("_rels/.rels", utf8("<Relationships xmlns='" + packaged + "relationships'><Relationship Id='a' Type='" + OFFICE + "/officeDocument' Target='xl/workbook.xml'/></Relationships>"));
        parts.put("[Content_Types].xml", utf8("<Types xmlns='" + packaged + "content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>" + types + "</Types>"));

        Finding[] found = Stream.of("项目1", "项目2", "项目3").map(sheet -> Finding.of(Samples.STYLE, new Place(sheet, "B2", "", Text.EMPTY), "")).toArray(Finding[]::new);
        Map<String, String> marked = Zip.parts(Annotator.annotate(Zip.of(parts), Samples.verdict(found), Lang.ZH));

        List<String> told = Pattern.compile("PartName=['\"]/([^'\"]*)").matcher(marked.get("[Content_Types].xml")).results().map(part -> part.group(1)).toList();
        assertThat(told).containsExactlyInAnyOrder("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml",
                "xl/styles1.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/comments2.xml", "xl/drawings/vmlDrawing2.vml");
        assertThat(marked).containsKeys(told.toArray(String[]::new));
        assertThat(marked.get("xl/worksheets/_rels/sheet3.xml.rels")).contains("comments2.xml");
        assertThat(marked).doesNotContainKey("xl/worksheets/_rels/sheet2.xml.rels");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
