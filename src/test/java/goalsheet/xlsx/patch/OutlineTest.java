package goalsheet.xlsx.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineTest {
    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> places(Outline outline) {
        String rows = new String(outline.rows(), StandardCharsets.UTF_8);
        return outline.root().children.stream().map(child -> {
            StringBuilder written = new StringBuilder(outline.text().substring(child.start, child.end));
            if (child.contentStart <= outline.gap() && outline.gap() <= child.contentEnd) {
                written.insert(outline.gap() - child.start, rows);
            }
            return child.name.written() + " " + written;
        }).toList();
    }

    /** Marked at its root, before its last child and at its end. */
    private static String changed(Outline outline) {
        Markup markup = new Markup(outline);
        Element root = outline.root();
        markup.set(root, "一", "<1>");
        root.children.forEach(child -> markup.set(child, "number", root.children.indexOf(child)));
        markup.insertBefore(root.children.get(root.children.size() - 1), "<before/>");
        markup.append(root, "<last/>");
        return new String(markup.bytes(), StandardCharsets.UTF_8);
    }

    /** Whether the rows are shown to the parser or not. */
    @ParameterizedTest
    @ValueSource(strings = {
            "<worksheet><cols><col/></cols><sheetData><row r=\"1\"><c r=\"A1\"><v>一</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>",
            "<?xml version=\"1.0\"?>\n<x:worksheet xmlns:x=\"m\">\n <x:sheetData a=\"1\">\n<x:row/>\n</x:sheetData >\n <x:pageMargins left=\"0\"/>\n</x:worksheet>\n",
            "<worksheet><sheetData/><pageMargins/></worksheet>",
            "<worksheet><sheetData></sheetData><pageMargins/></worksheet>",
            "<worksheet><!-- <sheetData> --><sheetData><row/></sheetData><pageMargins/></worksheet>",
            "<worksheet><sheetData><row><![CDATA[</sheetData>]]></row></sheetData><pageMargins/></worksheet>",
            "<worksheet><sheetData><row/></sheetData><pageMargins/><extLst><sheetData xmlns=\"other\"><a/></sheetData></extLst></worksheet>",
            "<worksheet><sheetDataSet/><sheetData><row/></sheetData><pageMargins/></worksheet>",
            "<worksheet><pageMargins/></worksheet>"})
    void aSheetIsTheSameWithAndWithoutItsRows(String xml) throws PatchException {
        for (String marked : List.of(xml, "\uFEFF" + xml)) {
            Outline whole = Outline.of("part", bytes(marked));
            Outline sheet = Outline.ofSheet("part", bytes(marked));
            assertThat(places(sheet)).isEqualTo(places(whole));
            assertThat(sheet.whole()).isEqualTo(whole.text()).isEqualTo(xml);
            assertThat(changed(sheet)).isEqualTo(changed(whole));
        }
    }

    @Test
    void rowsAreLeftOutOnlyWhereTheyCanBeTold() throws PatchException {
        assertThat(Outline.ofSheet("part", bytes("<worksheet><sheetData><row/></sheetData><pageMargins/></worksheet>")).text()).isEqualTo("<worksheet><sheetData></sheetData><pageMargins/></worksheet>");
        String commented = "<worksheet><!-- <sheetData> --><sheetData><row/></sheetData></worksheet>";
        assertThat(Outline.ofSheet("part", bytes(commented)).text()).isEqualTo(commented);
        String wide = "<worksheet><sheetData><row/></sheetData></worksheet>";
        assertThat(Outline.ofSheet("part", wide.getBytes(StandardCharsets.UTF_16LE)).text()).isEqualTo(wide);
    }

    /** What cannot be read in a row is left as it is; elsewhere the sheet is refused. */
    @Test
    void brokenCharacters() throws PatchException {
        byte[] row = "<worksheet><sheetData><row>\u00FF</row></sheetData><a/></worksheet>".getBytes(StandardCharsets.ISO_8859_1);
        Markup markup = new Markup(Outline.ofSheet("part", row));
        markup.append(markup.root(), "<b/>");
        assertThat(markup.bytes()).isEqualTo("<worksheet><sheetData><row>\u00FF</row></sheetData><a/><b/></worksheet>".getBytes(StandardCharsets.ISO_8859_1));
        byte[] behind = "<worksheet><sheetData></sheetData><a>\u00FF</a></worksheet>".getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(PatchException.class).isThrownBy(() -> Outline.ofSheet("part", behind));
    }

    @Test
    void aSheetThatIsNotWellFormedAroundItsRowsIsRefused() {
        assertThatExceptionOfType(PatchException.class).isThrownBy(() -> Outline.ofSheet("part", bytes("<worksheet><sheetData><row/></sheetData><pageMargins></worksheet>")));
        assertThatExceptionOfType(PatchException.class).isThrownBy(() -> Outline.ofSheet("part", bytes("<!DOCTYPE a><worksheet><sheetData/></worksheet>")));
    }
}
