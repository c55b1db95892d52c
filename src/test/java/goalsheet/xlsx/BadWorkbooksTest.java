package goalsheet.xlsx;

import static goalsheet.xlsx.RawWorkbook.SECOND;
import static goalsheet.xlsx.RawWorkbook.SHEET;
import static goalsheet.xlsx.RawWorkbook.STRINGS;
import static goalsheet.xlsx.RawWorkbook.STYLES;
import static goalsheet.xlsx.RawWorkbook.TYPES;
import static goalsheet.xlsx.RawWorkbook.WORKBOOK;
import static goalsheet.xlsx.RawWorkbook.WORKBOOK_RELATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.office.Office;
import goalsheet.xlsx.UnreadableException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Workbooks that must be refused for exactly one reason, never with a stack trace and never by reading something else. */
class BadWorkbooksTest {
    private static final String A1 = "<c r=\"A1\" t=\"s\"><v>0</v></c>";

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("sheet part missing", raw -> raw.remove(SHEET)),
                damage("list sheet part missing", raw -> raw.remove(SECOND)),
                damage("sheet of another kind", raw -> raw.change(WORKBOOK_RELATIONS, "worksheets/sheet2.xml", "styles.xml")),
                damage("sheet relation of another kind", raw -> raw.change(WORKBOOK_RELATIONS, "worksheet\" Target=\"worksheets/sheet2", "theme\" Target=\"worksheets/sheet2")),
                damage("two sheets in one part", raw -> raw.change(WORKBOOK_RELATIONS, "sheet2.xml", "sheet1.xml")),
                damage("relation missing", raw -> raw.change(WORKBOOK, "r:id=\"rId2\"", "r:id=\"rId9\"")),
                damage("relation twice", raw -> raw.change(WORKBOOK_RELATIONS, "Id=\"rId4\"", "Id=\"rId3\"")),
                damage("sheet names alike", raw -> raw.change(WORKBOOK, "name=\"_lists\"", "name=\"目标表\"")),
                damage("no sheets", raw -> raw.put(WORKBOOK, raw.text(WORKBOOK).replaceAll("<sheet .*?/>", ""))),
                damage("strings missing", raw -> raw.remove(STRINGS)),
                damage("strings not referred to", raw -> raw.put(WORKBOOK_RELATIONS, raw.text(WORKBOOK_RELATIONS).replaceAll("<Relationship Id=\"rId3\".*?/>", ""))),
                damage("string index", raw -> raw.change(SHEET, "<v>0</v>", "<v>2</v>")),
                damage("string index negative", raw -> raw.change(SHEET, "<v>0</v>", "<v>-1</v>")),
                damage("string index too long", raw -> raw.change(SHEET, "<v>0</v>", "<v>4294967296</v>")),
                damage("styles missing", raw -> raw.remove(STYLES)),
                damage("style index", raw -> raw.change(SHEET, "r=\"B1\" s=\"1\"", "r=\"B1\" s=\"2\"")),
                damage("name of a sheet that is not there", raw -> raw.change(WORKBOOK, "name=\"units\"", "name=\"units\" localSheetId=\"2\"")),
                damage("NaN", number("NaN")),
                damage("infinite", number("1E400")),
                damage("infinite, in full", number("9".repeat(310))),
                damage("many digits", number("0." + "1".repeat(100_000))),
                damage("large exponent", number("0E999999999")),
                damage("suffix", number("120d")),
                damage("hex", number("0x1p10")),
                damage("grouped", number("12,000")),
                damage("words", number("abc")),
                damage("full-width digits", number("１２")),
                damage("two signs", number("--1")),
                damage("only a point", number(".")),
                damage("only a sign", number("-")),
                damage("only an exponent", number("E5")),
                damage("no exponent", number("1E")),
                damage("boolean", raw -> raw.change(SHEET, A1, "<c r=\"A1\" t=\"b\"><v>2</v></c>")),
                damage("date", raw -> raw.change(SHEET, A1, "<c r=\"A1\" t=\"d\"><v>2026-13-01</v></c>")),
                damage("unknown type", raw -> raw.change(SHEET, A1, "<c r=\"A1\" t=\"q\"><v>2</v></c>")),
                damage("cell twice", raw -> raw.change(SHEET, "r=\"B1\"", "r=\"A1\"")),
                damage("blank cell before the same again", raw -> raw.change(SHEET, A1, "<c r=\"A1\"/>" + A1)),
                damage("row twice", raw -> raw.change(SHEET, "<row r=\"2\"", "<row r=\"1\"")),
                damage("cell in another row", raw -> raw.change(SHEET, "r=\"B2\"", "r=\"B3\"")),
                damage("column too far", raw -> raw.change(SHEET, "r=\"C1\"", "r=\"XFE1\"")),
                damage("row too far", raw -> raw.change(SHEET, "<row r=\"2\"", "<row r=\"1048577\"")),
                damage("row 0", raw -> raw.change(SHEET, "<row r=\"1\"", "<row r=\"0\"")),
                damage("address", raw -> raw.change(SHEET, "r=\"B1\"", "r=\"B-1\"")),
                damage("cells twice", raw -> raw.change(SHEET, "</sheetData>", "</sheetData><sheetData/>")),
                damage("columns overlap", raw -> raw.change(SHEET, "<sheetData>", "<cols><col min=\"1\" max=\"9\"/><col min=\"9\" max=\"9\"/></cols><sheetData>")),
                damage("merge", raw -> raw.change(SHEET, "A4:B4", "A4:XFE9")),
                damage("validation area", raw -> raw.change(SHEET, "A2:A3", "")),
                damage("shared formula without its first", raw -> raw.change(SHEET, "<f>B2*2</f>", "<f t=\"shared\" si=\"0\"/>")),
                damage("not well-formed", raw -> raw.change(SHEET, "</sheetData>", "")),
                damage("not well-formed at the end", raw -> raw.put(SHEET, raw.text(SHEET) + "<a>")),
                damage("cut", raw -> raw.put(SHEET, raw.text(SHEET).substring(0, 300))),
                damage("empty part", raw -> raw.put(SHEET, "")),
                damage("not UTF-8", raw -> raw.put(STRINGS, raw.text(STRINGS).getBytes(java.nio.charset.Charset.forName("GBK")))),
                damage("control character", raw -> raw.change(STRINGS, "金额", "\u0001")),
                damage("control character by reference", raw -> raw.change(STRINGS, "金额", "&#0;")),
                damage("undeclared entity", raw -> raw.change(STRINGS, "金额", "&x;")),
                damage("element in a value", raw -> raw.change(SHEET, "<v>0</v>", "<v>0<w/></v>")),
                damage("attribute twice", raw -> raw.change(SHEET, "<c r=\"B1\"", "<c r=\"B1\" r=\"B1\"")),
                bad("DOCTYPE", Reason.HOSTILE, raw -> raw.change(SHEET, "<worksheet", "<!DOCTYPE worksheet><worksheet")),
                bad("entities", Reason.HOSTILE, raw -> raw.change(STRINGS, "<sst", "<!DOCTYPE sst [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]><sst").change(STRINGS, "金额", "&a;&b;")),
                bad("DOCTYPE in relations", Reason.HOSTILE, raw -> raw.change(WORKBOOK_RELATIONS, "<Relationships", "<!DOCTYPE x SYSTEM \"http://localhost/x\"><Relationships")),
                bad("depth", Reason.HOSTILE, raw -> raw.change(SHEET, "<sheetData>", "<a>".repeat(300) + "</a>".repeat(300) + "<sheetData>")),
                bad("attributes", Reason.HOSTILE, raw -> raw.change(SHEET, "<sheetData>", "<sheetData " + attributes(201) + ">")),
                bad("long formula", Reason.TOO_MANY, raw -> raw.change(SHEET, "B1*2", "B1" + "+1".repeat(4100))),
                bad("long shared formula", Reason.TOO_MANY, raw -> raw.change(SHEET, "</sheetData>", sharedBomb() + "</sheetData>")),
                bad("many areas", Reason.TOO_MANY, raw -> raw.change(SHEET, "A2:A3", "A1 ".repeat(400_000))),
                bad("many areas in sheets that are alike", Reason.TOO_MANY, raw -> raw.change(SHEET, "A2:A3", "A1 ".repeat(160_000)).put(SECOND, raw.text(SHEET))),
                bad("strict", Reason.STRICT, raw -> raw.change("_rels/.rels", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument")),
                bad("strict by namespace", Reason.STRICT, raw -> raw.change(WORKBOOK, "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")),
                bad("binary", Reason.BINARY, raw -> raw.change(TYPES, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.binary.macroEnabled.main")),
                bad("Word", Reason.WORD, raw -> raw.change(TYPES, "spreadsheetml.sheet.main", "wordprocessingml.document.main")),
                bad("any zip", Reason.ARCHIVE, raw -> raw.remove(TYPES)),
                bad("no main part", Reason.NOT_A_WORKBOOK, raw -> raw.change("_rels/.rels", "/officeDocument\"", "/thumbnail\"")));
    }

    private static Arguments damage(String what, Consumer<RawWorkbook> change) {
        return bad(what, Reason.DAMAGED, change);
    }

    private static Arguments bad(String what, Reason reason, Consumer<RawWorkbook> change) {
        return Arguments.of(what, reason, change);
    }

    private static Consumer<RawWorkbook> number(String number) {
        return raw -> raw.change(SHEET, "<v>12000</v>", "<v>" + number + "</v>");
    }

    private static String attributes(int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(" a").append(i).append("=\"\"");
        }
        return all.toString();
    }

    private static String sharedBomb() {
        StringBuilder rows = new StringBuilder("<row r=\"9\"><c r=\"A9\"><f t=\"shared\" si=\"0\" ref=\"A9:A9999\">B1").append("+1".repeat(4000)).append("</f></c></row>");
        for (int row = 10; row < 9999; row++) {
            rows.append("<row><c><f t=\"shared\" si=\"0\"/></c></row>");
        }
        return rows.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void refuses(String what, Reason reason, Consumer<RawWorkbook> change) {
        RawWorkbook raw = new RawWorkbook();
        change.accept(raw);
        UnreadableException refused = catchThrowableOfType(UnreadableException.class, raw::read);
        assertThat(refused).as(what).isNotNull();
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.detail()).isNotEmpty();
    }

    @Test
    void refusesMoreCellsThanAFormCanHold() {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < 3001; row++) {
            rows.append("<row>").append("<c><v>1</v></c>".repeat(100)).append("</row>");
        }
        RawWorkbook raw = new RawWorkbook().change(SECOND, "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row>", rows.toString());
        assertThat(catchThrowableOfType(UnreadableException.class, raw::read).reason()).isEqualTo(Reason.TOO_MANY);
    }

    @Test
    void refusesDamageInPartsThatAreNotRead() throws Exception {
        byte[] file = new RawWorkbook().put("xl/media/stamp.bin", "Q8z".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).bytes();
        String broken = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1).replace("Q8z", "Q9z");
        Archive archive = Archive.of(broken.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(catchThrowableOfType(UnreadableException.class, () -> WorkbookReader.read(archive)).detail()).isEqualTo("xl/media/stamp.bin: CRC-32");
    }

    /** Whatever bytes are broken, the file is read or refused; anything else thrown fails the test. */
    @Test
    void neverFailsOtherwise() throws Exception {
        Random random = new Random(20260101);
        byte[] whole = new RawWorkbook().bytes();
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            RawWorkbook raw = new RawWorkbook();
            List<String> parts = List.copyOf(raw.parts().keySet());
            String part = parts.get(random.nextInt(parts.size()));
            raw.put(part, broken(raw.parts().get(part), random));
            for (byte[] file : List.of(raw.bytes(), broken(whole, random))) {
                try {
                    WorkbookReader.read(Archive.of(file));
                } catch (UnreadableException e) {
                    assertThat(e.detail()).isNotEmpty();
                    refused++;
                }
            }
        }
        assertThat(refused).isBetween(3000, 5999);
    }

    private static byte[] broken(byte[] sound, Random random) {
        byte[] broken = random.nextInt(10) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
        String likely = "<>/\"'=&;:! 09A\0";
        for (int i = random.nextInt(3); i >= 0 && broken.length > 0; i--) {
            int at = random.nextInt(broken.length);
            broken[at] = random.nextBoolean() ? (byte) random.nextInt(256) : (byte) likely.charAt(random.nextInt(likely.length()));
        }
        return broken;
    }

    @Test
    void tellsOldFromEncryptedFiles() throws Exception {
        ByteArrayOutputStream old = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("表");
            workbook.write(old);
        }
        assertThat(reasonOf(old.toByteArray())).isEqualTo(Reason.OLD_XLS);
        assertThat(reasonOf(encrypted(new RawWorkbook().bytes()))).isEqualTo(Reason.ENCRYPTED);
    }

    /** What an old file is stands at its end as other programs write it: half a download is told as that, and not as something else. */
    @Test
    void tellsHalfAnOldFile(@TempDir Path folder) throws Exception {
        assumeTrue(Office.available());
        Path form = Files.write(folder.resolve("form.xlsx"), new RawWorkbook().bytes());
        byte[] old = Files.readAllBytes(Office.resave(form, folder.resolve("form.xls")));
        assertThat(reasonOf(old)).isEqualTo(Reason.OLD_XLS);
        List<Reason> told = new ArrayList<>();
        for (int length : List.of(8, 300, 512, 2_000, old.length / 2)) {
            told.add(reasonOf(Arrays.copyOf(old, length)));
        }
        assertThat(told).isEqualTo(Collections.nCopies(5, Reason.TRUNCATED));
    }

    private static byte[] encrypted(byte[] workbook) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("密码");
            try (var stream = encryptor.getDataStream(file)) {
                stream.write(workbook);
            }
            file.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    private static Reason reasonOf(byte[] file) throws IOException {
        return catchThrowableOfType(UnreadableException.class, () -> WorkbookReader.read(Archive.of(file))).reason();
    }
}
