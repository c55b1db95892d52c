package goalsheet.report;

import static goalsheet.report.AnnotatorTest.formats;
import static goalsheet.report.AnnotatorTest.names;
import static goalsheet.report.AnnotatorTest.notes;
import static goalsheet.report.AnnotatorTest.open;
import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.SchemaValidation;
import goalsheet.text.Lang;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
