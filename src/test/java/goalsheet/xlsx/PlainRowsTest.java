package goalsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.office.Office;
import goalsheet.xlsx.Snapshot.Cell;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows read as bytes are the rows that the parser reads, and what the parser refuses is never taken for plain. */
class PlainRowsTest {
    private static final Path FORM = Path.of("samples", "mistakes", "returned.xlsx");
    private static final String PART = "xl/worksheets/sheet1.xml";
    private static final List<String> STRINGS = Collections.nCopies(2_000, "text");
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"" + Xml.MAIN
            + "\" xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\"><cols><col min=\"1\" max=\"2\"/></cols><sheetData>";
    private static final String ROWS = "<row r=\"1\" spans=\"1:3\" ht=\"34.0\" customHeight=\"1\" x14ac:dyDescent=\"0.2\"><c r=\"A1\" s=\"1\" t=\"s\"><v>3</v></c><c r=\"B1\" s=\"2\"/>"
            + "<c r=\"C1\" t=\"str\"><f>IF(A1&gt;0,\"是　\"&amp;B1,&quot;&quot;)</f><v>é是\n</v></c></row><row r=\"2\"/><row r=\"3\" hidden=\"1\"><c r=\"A3\"><f t=\"shared\" ref=\"A3:A4\" si=\"0\">B3*2</f><v>1.5</v></c>"
            + "<c r=\"B3\" t=\"b\"><v>1</v></c><c r=\"C3\" t=\"e\"><v>#N/A</v></c></row><row r=\"4\"><c r=\"A4\"><f t=\"shared\" si=\"0\"/><v></v></c><c r=\"B4\" t=\"n\"><f aca=\"false\">IF(A1&gt;0,\"是　\"&amp;B1,&quot;&quot;)</f><v/></c></row>";
    private static final String TAIL = "</sheetData><sheetProtection sheet=\"1\"/><mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>";
    private static final String[] PIECES = {"<", ">", "/", "\"", "'", "&", ";", "=", "!", "?", " ", "\n", "\r", "\t", "\0", "\u0001", "]]>", "<!--", "-->", "<![CDATA[", "&#10;", "&lt;", "&amp;", "&foo;", "<sheetData>", "</sheetData>",
        "<sheetData/>", "<row>", "<row r=\"2\">", "</row>", "<c>", "<c r=\"D1\">", "</c>", "<f>", "</f>", "<v>", "</v>", "<v/>", "<is><t>x</t></is>", " r=\"9\"", " s=\"1\"", " t=\"inlineStr\"", " t=\"s\"", " x14ac:dyDescent=\"1\"", " xml:space=\"preserve\"",
        " xmlns=\"a\"", "<?pi ?>", "\uFFFE", "\uFFFD", "😀", "é", "年", "0", "9", "A", "Z", "_x000D_", "encoding=\"GBK\"", "<x:row/>", "<extLst/>"};

    /** What was read, or nothing when the part is refused. */
    private record Read(List<Cell> cells, BitSet hidden) {
    }

    private static CellMaker maker() {
        return new CellMaker(PART, STRINGS, 400, false, new Allowance());
    }

    private static Optional<Read> byParser(byte[] part) {
        CellMaker cells = maker();
        return isSound(part, cells) ? Optional.of(read(cells)) : Optional.empty();
    }

    private static boolean isSound(byte[] part, CellMaker cells) {
        try {
            Xml xml = Xml.open(new Unpacked(part), PART, Xml.MAIN, "worksheet");
            int here = xml.depth();
            boolean read = false;
            while (xml.child(here)) {
                if (xml.name().equals("sheetData")) {
                    if (read) {
                        return false;
                    }
                    read = true;
                    new CellReader(xml, cells).read();
                }
            }
            return true;
        } catch (UnreadableException e) {
            return false;
        }
    }

    private static Read read(CellMaker cells) {
        return new Read(List.copyOf(cells.cells().values()), cells.hiddenRows());
    }

    /** Nothing when the rows are not plain; an empty result when the rest of the part is refused. */
    private static Optional<Optional<Read>> byBytes(byte[] part, KnownFormulas formulas) throws UnreadableException {
        CellMaker cells = maker();
        Unpacked content = new Unpacked(part);
        Optional<Unpacked> rest = PlainRows.read(content, cells, formulas).map(rows -> content.without(rows.from(), rows.to()));
        return rest.map(around -> isSound(around.exact(), maker()) ? Optional.of(read(cells)) : Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void usualRowsArePlain() throws UnreadableException {
        byte[] part = bytes(HEAD + ROWS + TAIL);
        assertThat(byBytes(part, new KnownFormulas())).contains(byParser(part));
        assertThat(byParser(part).orElseThrow().cells()).extracting(Cell::toString).containsExactly(
                "Cell[ref=A1, kind=TEXT, text=text, formula=, style=1]",
                "Cell[ref=C1, kind=TEXT, text=é是\n, formula=IF(A1>0,\"是　\"&B1,\"\"), style=0]",
                "Cell[ref=A3, kind=NUMBER, text=1.5, formula=B3*2, style=0]",
                "Cell[ref=B3, kind=BOOL, text=TRUE, formula=, style=0]",
                "Cell[ref=C3, kind=ERROR, text=#N/A, formula=, style=0]",
                "Cell[ref=A4, kind=BLANK, text=, formula=B4*2, style=0]",
                "Cell[ref=B4, kind=BLANK, text=, formula=IF(A1>0,\"是　\"&B1,\"\"), style=0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- <sheetData> -->", "<?pi <sheetData> ?>", "<![CDATA[<sheetData>]]>"})
    void anythingOddBeforeTheRowsIsForTheParser(String odd) throws UnreadableException {
        assertThat(PlainRows.read(new Unpacked(bytes(HEAD.replace("<cols>", odd + "<cols>") + ROWS + TAIL)), maker(), new KnownFormulas())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"encoding=\"UTF-8\", encoding=\"GBK\"", "encoding=\"UTF-8\", encoding='UTF-8'", "<cols>, <!DOCTYPE x><cols>", "xmlns:x14ac, xmlns:other", "version=\"1.0\", version=\"1.1\""})
    void aHeadThatSaysSomethingElseIsForTheParser(String usual, String other) throws UnreadableException {
        assertThat(PlainRows.read(new Unpacked(bytes(HEAD.replace(usual, other) + ROWS + TAIL)), maker(), new KnownFormulas())).isEmpty();
    }

    /** Excel passes over what is of a namespace that it is told to ignore, and over what is in it. */
    @ParameterizedTest
    @ValueSource(strings = {
        "<worksheet xmlns=\"MAIN\" xmlns:x=\"x\"><x:old><sheetData>ROWS</sheetData></x:old><sheetData/></worksheet>",
        "<worksheet xmlns=\"MAIN\"><extLst><ext a='>'><sheetData>ROWS</sheetData></ext></extLst><sheetData/></worksheet>",
        "<x:worksheet xmlns:x=\"MAIN\" xmlns=\"x\"><sheetData>ROWS</sheetData><x:sheetData/></x:worksheet>",
        "<worksheet:worksheet xmlns:worksheet=\"MAIN\" xmlns=\"x\"><sheetData>ROWS</sheetData><worksheet:sheetData/></worksheet:worksheet>"})
    void rowsThatAreNotTheSheetsOwnAreForTheParser(String written) throws UnreadableException {
        byte[] part = bytes(written.replace("MAIN", Xml.MAIN).replace("ROWS", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"));
        assertThat(PlainRows.read(new Unpacked(part), maker(), new KnownFormulas())).isEmpty();
        assertThat(byParser(part).orElseThrow().cells()).isEmpty();
    }

    @Test
    void aPrefixThatIsDeclaredElsewhereIsForTheParser() throws UnreadableException {
        String declared = " xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\"";
        byte[] part = bytes(HEAD.replace(declared, "").replace("<cols>", "<cols" + declared + ">") + ROWS + TAIL);
        assertThat(PlainRows.read(new Unpacked(part), maker(), new KnownFormulas())).isEmpty();
        assertThat(byParser(part)).isEmpty();
    }

    @Test
    void whatStoodInItsPlaceBeforeIsNoPartOfAPart() throws UnreadableException {
        byte[] before = bytes(HEAD + ROWS + TAIL);
        int end = HEAD.length() + ROWS.indexOf("<row r=\"2\"/>");
        assertThat(PlainRows.read(new Unpacked(before, end), maker(), new KnownFormulas())).isEmpty();
        assertThat(PlainRows.read(new Unpacked(before, before.length - TAIL.length()), maker(), new KnownFormulas())).isEmpty();
        assertThat(PlainRows.read(new Unpacked(before), maker(), new KnownFormulas())).isPresent();
    }

    @Test
    void aFormIsPlain() throws Exception {
        isPlain(FORM);
    }

    @Test
    void aFormThatAnotherProgramHasSavedIsPlain(@TempDir Path folder) throws Exception {
        assumeTrue(Office.available());
        isPlain(Office.resave(FORM, folder.resolve("saved.xlsx")));
    }

    private static void isPlain(Path file) throws Exception {
        Archive archive = Archive.read(file);
        KnownFormulas formulas = new KnownFormulas();
        List<String> sheets = archive.names().stream().filter(part -> part.startsWith("xl/worksheets/") && part.endsWith(".xml")).toList();
        assertThat(sheets).hasSize(6);
        for (String part : sheets) {
            byte[] content = archive.bytes(part);
            assertThat(byBytes(content, formulas)).as(part).contains(byParser(content));
        }
    }

    /** However a part is broken: if its rows are taken for plain, the parser reads the very same, or refuses both the part and the rest of it. */
    @Test
    void brokenPartsAreReadAlikeOrLeftToTheParser() throws UnreadableException {
        Random random = new Random(20261127);
        byte[] sound = bytes(HEAD + ROWS + TAIL);
        KnownFormulas formulas = new KnownFormulas();
        int plain = 0;
        int left = 0;
        for (int i = 0; i < 60_000; i++) {
            byte[] broken = sound;
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                broken = mutated(broken, random);
            }
            Optional<Optional<Read>> read = byBytes(broken, formulas);
            if (read.isPresent()) {
                plain++;
                assertThat(read.get()).as(new String(broken, StandardCharsets.UTF_8)).isEqualTo(byParser(broken));
            } else {
                left++;
            }
        }
        assertThat(List.of(plain, left)).allMatch(count -> count > 1_000);
    }

    private static byte[] mutated(byte[] part, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = random.nextInt(part.length);
        out.write(part, 0, at);
        int dropped = random.nextInt(4) == 0 ? random.nextInt(30) : random.nextInt(2);
        if (random.nextInt(3) > 0) {
            out.writeBytes(bytes(PIECES[random.nextInt(PIECES.length)]));
        } else if (random.nextInt(3) == 0) {
            out.write(random.nextInt(256));
        }
        int rest = Math.min(part.length, at + dropped);
        out.write(part, rest, part.length - rest);
        return out.toByteArray();
    }

    @Test
    void aFormulaIsOneTextInAllSheets() throws UnreadableException {
        byte[] part = bytes(HEAD + ROWS + TAIL);
        KnownFormulas formulas = new KnownFormulas();
        List<Cell> cells = new ArrayList<>(byBytes(part, formulas).orElseThrow().orElseThrow().cells());
        cells.addAll(byBytes(part, formulas).orElseThrow().orElseThrow().cells());
        assertThat(cells.stream().map(Cell::formula).filter(formula -> formula.startsWith("IF")).map(System::identityHashCode).distinct()).hasSize(1);
    }
}
