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

    private static List<String> places(String xml, Outline outline) {
        return outline.root().children.stream().map(child -> child.name.written() + " " + child.contentStart + "-" + child.contentEnd + " " + xml.substring(child.start, child.end)).toList();
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
    void placesAreTheSame(String xml) throws PatchException {
        assertThat(places(xml, Outline.ofSheet("part", bytes(xml)))).isEqualTo(places(xml, Outline.of("part", bytes(xml))));
    }

    @Test
    void aSheetThatIsNotWellFormedAroundItsRowsIsRefused() {
        assertThatExceptionOfType(PatchException.class).isThrownBy(() -> Outline.ofSheet("part", bytes("<worksheet><sheetData><row/></sheetData><pageMargins></worksheet>")));
        assertThatExceptionOfType(PatchException.class).isThrownBy(() -> Outline.ofSheet("part", bytes("<!DOCTYPE a><worksheet><sheetData/></worksheet>")));
    }
}
