package goalsheet.xlsx;

import static goalsheet.xlsx.RawWorkbook.SECOND;
import static goalsheet.xlsx.RawWorkbook.SHEET;
import static goalsheet.xlsx.RawWorkbook.STRINGS;
import static goalsheet.xlsx.RawWorkbook.STYLES;
import static goalsheet.xlsx.RawWorkbook.TYPES;
import static goalsheet.xlsx.RawWorkbook.WORKBOOK;
import static goalsheet.xlsx.RawWorkbook.WORKBOOK_RELATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.xlsx.Snapshot.Cell;
import goalsheet.xlsx.Snapshot.Kind;
import goalsheet.xlsx.Snapshot.Validation;
import goalsheet.xlsx.Snapshot.Visibility;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs write the same workbook in many ways; all must read exactly as the plain one. */
class HonestVariantsTest {
    private static final String X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";

    @Test
    void readsThePlainOne() throws Exception {
        Snapshot plain = new RawWorkbook().read();
        assertThat(plain.sheets()).extracting(Snapshot.Sheet::name).containsExactly("目标表", "_lists");
        assertThat(plain.sheets()).extracting(Snapshot.Sheet::visibility).containsExactly(Visibility.VISIBLE, Visibility.VERY_HIDDEN);
        assertThat(plain.sheets().get(0).cells().values()).containsExactly(
                new Cell(Ref.parse("A1"), Kind.TEXT, "金额 & 单位", "", 0),
                new Cell(Ref.parse("B1"), Kind.NUMBER, "12000", "", 1),
                new Cell(Ref.parse("C1"), Kind.NUMBER, "24000", "B1*2", 0),
                new Cell(Ref.parse("A2"), Kind.TEXT, " 甲 ", "", 0),
                new Cell(Ref.parse("B2"), Kind.NUMBER, "0.5", "", 1),
                new Cell(Ref.parse("C2"), Kind.NUMBER, "1", "B2*2", 0));
        assertThat(plain.sheets().get(0).merges()).containsExactly(Area.parse("A4:B4"));
        assertThat(plain.sheets().get(0).validations())
                .containsExactly(new Validation("list", "between", List.of(Area.parse("A2:A3")), "_lists!$A$1:$A$2", "", false));
        assertThat(plain.styles()).containsExactly(new Snapshot.Style("General", true), new Snapshot.Style("0.00%", false));
        assertThat(plain.names()).containsExactly(new Snapshot.Name("units", "", "_lists!$A$1:$A$2", false));
        assertThat(plain.activeContent()).isEmpty();
        assertThat(plain.externalLinks()).isEmpty();
    }

    static Stream<Arguments> variants() {
        return Stream.of(
                variant("byte order mark", raw -> raw.changeAll(bytes -> utf8("\uFEFF" + utf8(bytes)))),
                variant("UTF-16", raw -> raw.changeAll(bytes -> utf8(bytes).replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16))),
                variant("UTF-16LE with mark", raw -> raw.changeAll(bytes -> ("\uFEFF" + utf8(bytes).replace("UTF-8", "UTF-16")).getBytes(StandardCharsets.UTF_16LE))),
                variant("no XML declaration", raw -> raw.changeAll(bytes -> utf8(utf8(bytes).replaceFirst("^<\\?xml.*?\\?>\\s*", "")))),
                variant("line breaks and comments between elements", raw -> raw.changeAll(bytes -> utf8(utf8(bytes).replace("><", ">\r\n<!-- x -->  <?pi y?>\t<")))),
                variant("namespace prefix", raw -> List.of(SHEET, SECOND, STRINGS, STYLES, WORKBOOK).forEach(part -> raw.put(part, raw.text(part)
                        .replaceAll("<(/?)([a-zA-Z])", "<$1x:$2").replace("xmlns=", "xmlns:x=")))),
                variant("CDATA", raw -> raw.change(STRINGS, "金额 &amp; 单位", "金额 <![CDATA[& 单]]>位").change(SHEET, "B1*2", "<![CDATA[B1]]>*2")),
                variant("character references", raw -> raw.change(STRINGS, "甲", "&#x7532;").change(SHEET, "<v>12000</v>", "<v>1&#50;000</v>")),
                variant("inline strings", raw -> raw.change(SHEET, "<c r=\"A1\" t=\"s\"><v>0</v></c>", "<c r=\"A1\" t=\"inlineStr\"><is><t>金额 &amp; 单位</t></is></c>")),
                variant("rich text", raw -> raw.change(STRINGS, "<t>金额 &amp; 单位</t>",
                        "<r><rPr><b/><sz val=\"11\"/></rPr><t xml:space=\"preserve\">金额 </t></r><r><t>&amp; 单位</t></r>")),
                variant("readings", raw -> raw.change(STRINGS, "单位</t>", "单位</t><rPh sb=\"0\" eb=\"1\"><t>jine</t></rPh><phoneticPr fontId=\"1\"/>")),
                variant("escaped characters", raw -> raw.change(STRINGS, "单位", "_x5355_位")),
                variant("blanks around a number", raw -> raw.change(SHEET, "<v>12000</v>", "<v> 12000 </v>")),
                variant("missing references", raw -> raw.put(SHEET, raw.text(SHEET).replaceAll("(<c|<row) r=\"[A-Z]*[0-9]+\"", "$1"))),
                variant("shared formula", raw -> raw.change(SHEET, "<f>B1*2</f>", "<f t=\"shared\" ref=\"C1:C2\" si=\"3\">B1*2</f>").change(SHEET, "<f>B2*2</f>", "<f t=\"shared\" si=\"3\"/>")),
                variant("array formula", raw -> raw.change(SHEET, "<f>B1*2</f>", "<f t=\"array\" ref=\"C1\">B1*2</f>")),
                variant("absolute targets", raw -> raw.change(WORKBOOK_RELATIONS, "Target=\"", "Target=\"/xl/")),
                variant("targets with steps", raw -> raw.change(WORKBOOK_RELATIONS, "Target=\"", "Target=\"../xl/./")),
                variant("targets in another case", raw -> raw.change(WORKBOOK_RELATIONS, "sharedStrings.xml", "SharedStrings.xml")),
                variant("renamed strings", raw -> raw.rename(STRINGS, "xl/文 本.xml").change(WORKBOOK_RELATIONS, "sharedStrings.xml", "%E6%96%87%20本.xml")),
                variant("workbook elsewhere", raw -> raw.rename(WORKBOOK, "book/main.xml").rename(WORKBOOK_RELATIONS, "book/_rels/main.xml.rels")
                        .change("_rels/.rels", "xl/workbook.xml", "/book/main.xml").change(TYPES, "/xl/workbook.xml", "/book/main.xml")
                        .change("book/_rels/main.xml.rels", "Target=\"", "Target=\"../xl/")),
                variant("other ids", raw -> raw.change(WORKBOOK_RELATIONS, "rId", "xyz").change(WORKBOOK, "rId", "xyz")),
                variant("macro-enabled type", raw -> raw.change(TYPES, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
                variant("false counts and dimension", raw -> raw.change(STRINGS, "><si><t>金", " count=\"2000000000\" uniqueCount=\"2000000000\"><si><t>金")
                        .change(SHEET, "<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>")),
                variant("unknown elements and attributes", raw -> raw.change(SHEET, "<sheetData>", "<y:z xmlns:y=\"urn:y\"><y:row><y:c/></y:row></y:z><sheetData y:q=\"1\" xmlns:y=\"urn:y\">")
                        .change(SHEET, "<v>0.5</v>", "<v>0.5</v><extLst><ext><y:v xmlns:y=\"urn:y\">9</y:v></ext></extLst>")
                        .change(SHEET, "<c r=\"B1\"", "<c y:r=\"Z9\" xmlns:y=\"urn:y\" r=\"B1\"")),
                variant("blank styled cells", raw -> raw.change(SHEET, "</row><row r=\"2\">", "<c r=\"D1\" s=\"1\"/><c r=\"XFD1\" s=\"1\"><v></v></c></row><row r=\"2\">")),
                variant("alternative contents", raw -> raw.change(SHEET, "<formula1>_lists!$A$1:$A$2</formula1>",
                        "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"x12ac\"><formula1>no</formula1></mc:Choice>"
                                + "<mc:Fallback><formula1>_lists!$A$1:$A$2</formula1></mc:Fallback></mc:AlternateContent>")),
                variant("validation in an extension", raw -> raw.put(SHEET, raw.text(SHEET).replaceFirst("<dataValidations.*</dataValidations>",
                        "<extLst><ext uri=\"{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}\" xmlns:x14=\"" + X14 + "\"><x14:dataValidations count=\"1\" xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\">"
                                + "<x14:dataValidation type=\"list\" allowBlank=\"1\"><x14:formula1><xm:f>_lists!\\$A\\$1:\\$A\\$2</xm:f></x14:formula1><xm:sqref>A2:A3</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"))));
    }

    private static Arguments variant(String what, Consumer<RawWorkbook> change) {
        return Arguments.of(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    void readsAsThePlainOne(String what, Consumer<RawWorkbook> change) throws Exception {
        RawWorkbook raw = new RawWorkbook();
        change.accept(raw);
        assertThat(raw.bytes()).isNotEqualTo(new RawWorkbook().bytes());
        assertThat(content(raw.read())).isEqualTo(content(new RawWorkbook().read()));
    }

    /** Sheets that are the same but for their rows, one after the other, have all that stands around the rows, and sheets that differ by a little have their own. */
    @Test
    void readsSheetsThatAreAlike() throws Exception {
        RawWorkbook raw = new RawWorkbook();
        raw.change(SHEET, "<sheetData>", "<cols><col min=\"5\" max=\"6\" hidden=\"1\"/></cols><sheetData>").change(SHEET, "</sheetData>", "</sheetData><sheetProtection sheet=\"1\"/>");
        raw.put(SECOND, raw.text(SHEET).replace("12000", "7").replace("<row r=\"2\"", "<row r=\"2\" hidden=\"1\""));
        List<Snapshot.Sheet> alike = raw.read().sheets();
        assertThat(alike.get(1).cell(Ref.parse("B1")).orElseThrow().text()).isEqualTo("7");
        assertThat(alike.get(1).hiddenRows()).containsExactly(1);
        assertThat(alike.get(0).hiddenRows()).isEmpty();
        for (Snapshot.Sheet sheet : alike) {
            assertThat(sheet.merges()).containsExactly(Area.parse("A4:B4"));
            assertThat(sheet.validations()).hasSize(1).isEqualTo(alike.get(0).validations());
            assertThat(sheet.hiddenCols()).containsExactly(4, 5);
            assertThat(sheet.isLocked()).isTrue();
        }
        assertThat(raw.change(SECOND, "A4:B4", "A4:C4").read().sheets()).extracting(Snapshot.Sheet::merges).containsExactly(List.of(Area.parse("A4:B4")), List.of(Area.parse("A4:C4")));
    }

    /** Whatever was read before has no influence, however often its formulas are met again. */
    @Test
    void readsFormulasOfManyWorkbooks() throws Exception {
        for (String formula : List.of("B1*2", "B1*3", "B1*2", "B1*22", "B1", "A1&amp;B1", "B1*2")) {
            Snapshot.Sheet sheet = new RawWorkbook().change(SHEET, "B1*2", formula).read().sheets().get(0);
            assertThat(List.of("C1", "C2")).extracting(cell -> sheet.cell(Ref.parse(cell)).orElseThrow().formula()).containsExactly(formula.replace("&amp;", "&"), "B2*2");
        }
    }

    @Test
    void readsPartsInAnyOrder() throws Exception {
        RawWorkbook raw = new RawWorkbook();
        List<String> order = new ArrayList<>(raw.parts().keySet());
        Collections.reverse(order);
        ArchiveWriter writer = new ArchiveWriter();
        order.forEach(part -> writer.put(part, raw.parts().get(part)));
        assertThat(content(WorkbookReader.read(Archive.of(writer.bytes())))).isEqualTo(content(raw.read()));
    }

    @Test
    void readsNumbersAsWritten() throws Exception {
        List<String> numbers = List.of("0", "-1", "1.5", "-0.25", "1E3", "1.2e-05", "1E+308", "+5", ".5", "5.", "0.1000000000000000055511151231257827");
        for (String number : numbers) {
            Snapshot snapshot = new RawWorkbook().change(SHEET, "<v>12000</v>", "<v>" + number + "</v>").read();
            assertThat(snapshot.sheets().get(0).cells().get(Ref.parse("B1")).text()).isEqualTo(number);
        }
    }

    @Test
    void readsOtherTypes() throws Exception {
        assertThat(first("<c r=\"A1\" t=\"b\"><v>1</v></c>")).isEqualTo(cell(Kind.BOOL, "TRUE", ""));
        assertThat(first("<c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")).isEqualTo(cell(Kind.ERROR, "#DIV/0!", "1/0"));
        assertThat(first("<c r=\"A1\" t=\"str\"><f>\"a\"</f><v>a_x000D_</v></c>")).isEqualTo(cell(Kind.TEXT, "a\r", "\"a\""));
        assertThat(first("<c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c>")).isEqualTo(cell(Kind.TEXT, "", "\"\""));
        assertThat(first("<c r=\"A1\"><f>B1</f></c>")).isEqualTo(cell(Kind.BLANK, "", "B1"));
        assertThat(first("<c r=\"A1\" t=\"d\"><v>2026-01-01</v></c>")).isEqualTo(cell(Kind.NUMBER, "46023", ""));
        assertThat(first("<c r=\"A1\" t=\"d\"><v>2026-01-01T12:00:00Z</v></c>")).isEqualTo(cell(Kind.NUMBER, "46023.5", ""));
        assertThat(first("<c r=\"A1\"><f t=\"dataTable\" ref=\"A1\" r1=\"B1\" r2=\"B2\"/><v>3</v></c>")).isEqualTo(cell(Kind.NUMBER, "3", "TABLE(B1,B2)"));
    }

    private static Cell first(String cell) throws UnreadableException {
        return new RawWorkbook().change(SHEET, "<c r=\"A1\" t=\"s\"><v>0</v></c>", cell).read().sheets().get(0).cells().get(Ref.parse("A1"));
    }

    private static Cell cell(Kind kind, String text, String formula) {
        return new Cell(Ref.parse("A1"), kind, text, formula, 0);
    }

    /** Everything but the hash of the bytes. */
    private static Snapshot content(Snapshot snapshot) {
        return new Snapshot("", snapshot.sheets(), snapshot.styles(), snapshot.names(), snapshot.structureLocked(), snapshot.date1904(),
                snapshot.manualCalc(), snapshot.externalLinks(), snapshot.activeContent());
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
