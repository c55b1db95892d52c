package goalsheet.xlsx.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import goalsheet.xlsx.Archive;
import goalsheet.xlsx.ArchiveWriter;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.UnreadableException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** New values in sheets as different programs write them: the very text that must come out. */
class CellEditsTest {
    private static final String SHEET = "xl/worksheets/a.xml";
    private static final String HEAD = "<?xml version='1.0'?><x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData>";
    private static final String FOOT = "</x:sheetData><x:legacyDrawing/></x:worksheet><!-- end -->";

    private static byte[] workbook(String sheet, Charset charset) {
        ArchiveWriter archive = new ArchiveWriter();
        put(archive, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"" + Relations.OFFICE
                + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        put(archive, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"b\" Type=\"" + Relations.OFFICE
                + "/worksheet\" Target=\"worksheets/a.xml\"/></Relationships>");
        put(archive, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + Relations.OFFICE
                + "\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>");
        return archive.put(SHEET, sheet.getBytes(charset)).bytes();
    }

    private static void put(ArchiveWriter archive, String name, String xml) {
        archive.put(name, xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String edited(String rows, CellEdit... edits) throws UnreadableException {
        String sheet = new String(Archive.of(CellEdits.apply(workbook(HEAD + rows + FOOT, StandardCharsets.UTF_8), List.of(edits))).bytes(SHEET), StandardCharsets.UTF_8);
        assertThat(sheet).startsWith(HEAD).endsWith(FOOT);
        return sheet.substring(HEAD.length(), sheet.length() - FOOT.length());
    }

    private static CellEdit number(String cell, String number) {
        return CellEdit.number("表", Ref.parse(cell), new BigDecimal(number));
    }

    private static CellEdit text(String cell, String text) {
        return CellEdit.text("表", Ref.parse(cell), text);
    }

    @Test
    void textsBecomeNumbers() throws UnreadableException {
        assertThat(edited("<x:row r=\"1\" ht='20'><x:c r=\"A1\" s=\"7\" t=\"s\"><x:v>3</x:v></x:c><x:c s='8' r='B1' t='inlineStr'><x:is><x:t>5</x:t></x:is></x:c></x:row>", number("A1", "0.20"), number("B1", "1e3")))
                .isEqualTo("<x:row r=\"1\" ht='20'><x:c r=\"A1\" s=\"7\"><x:v>0.2</x:v></x:c><x:c s=\"8\" r=\"B1\"><x:v>1000</x:v></x:c></x:row>");
    }

    @Test
    void textsBecomeOtherTexts() throws UnreadableException {
        assertThat(edited("<x:row r=\"2\"><x:c r=\"C2\" s=\"7\" t=\"s\"><x:v>3</x:v></x:c>\n</x:row>", text("C2", "a<b &\n≥_x0041_")))
                .isEqualTo("<x:row r=\"2\"><x:c r=\"C2\" s=\"7\" t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">a&lt;b &amp;\n≥_x005F_x0041_</x:t></x:is></x:c>\n</x:row>");
        assertThat(edited("<x:row r=\"2\"><x:c r=\"C2\" s=\"7\" t=\"s\"><x:v>3</x:v></x:c></x:row>", text("C2", ""))).isEqualTo("<x:row r=\"2\"><x:c r=\"C2\" s=\"7\"></x:c></x:row>");
    }

    @Test
    void resultsChangeAndFormulasStay() throws UnreadableException {
        assertThat(edited("<x:row r=\"1\"><x:c r=\"A1\" t=\"str\"><x:f>B1&amp;1</x:f><x:v>a</x:v></x:c><x:c r=\"B1\"><x:f ca='1'>1+1</x:f><x:v>2</x:v></x:c><x:c r=\"C1\"><x:f>D1</x:f></x:c></x:row>",
                number("A1", "5").asResult(), text("B1", "").asResult(), number("C1", "3").asResult()))
                .isEqualTo("<x:row r=\"1\"><x:c r=\"A1\"><x:f>B1&amp;1</x:f><x:v>5</x:v></x:c><x:c r=\"B1\" t=\"str\"><x:f ca='1'>1+1</x:f><x:v></x:v></x:c><x:c r=\"C1\"><x:f>D1</x:f><x:v>3</x:v></x:c></x:row>");
    }

    @Test
    void cellsThatDoNotSayWhereTheyStandAreFound() throws UnreadableException {
        assertThat(edited("<x:row><x:c t=\"s\"><x:v>1</x:v></x:c></x:row><x:row r=\"5\"><x:c r=\"B5\"><x:v>1</x:v></x:c><x:c t=\"s\"><x:v>2</x:v></x:c></x:row><x:row><x:c t=\"s\"><x:v>3</x:v></x:c></x:row>", number("A1", "1"), number("C5", "2"), number("A6", "3")))
                .isEqualTo("<x:row><x:c><x:v>1</x:v></x:c></x:row><x:row r=\"5\"><x:c r=\"B5\"><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row>");
    }

    @Test
    void theEncodingStays() throws UnreadableException {
        byte[] workbook = workbook("\uFEFF<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>", StandardCharsets.UTF_16LE);
        assertThat(new String(Archive.of(CellEdits.apply(workbook, List.of(text("A1", "≥")))).bytes(SHEET), StandardCharsets.UTF_16LE))
                .isEqualTo("\uFEFF<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">≥</t></is></c></row></sheetData></worksheet>");
    }

    @Test
    void formulasAreNeverReplaced() {
        String rows = "<x:row r=\"1\"><x:c r=\"A1\"><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c r=\"B1\"><x:v>2</x:v></x:c></x:row>";
        assertThatThrownBy(() -> edited(rows, number("A1", "5"))).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> edited(rows, number("B1", "5").asResult())).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> edited(rows, number("C1", "5"))).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> edited(rows, CellEdit.text("没有", Ref.parse("A1"), "a"))).isInstanceOf(UnreadableException.class);
    }
}
