package goalsheet.xlsx;

import static goalsheet.xlsx.RawWorkbook.SHEET;
import static goalsheet.xlsx.RawWorkbook.STYLES;
import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.xlsx.Snapshot.Sheet;
import goalsheet.xlsx.Snapshot.Style;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept from one workbook to the next never shows: each is read as if it were the first. */
class FamiliarTest {
    private static Sheet first(RawWorkbook raw) throws UnreadableException {
        return raw.read().sheets().get(0);
    }

    @Test
    void aSheetThatDiffersAroundItsRowsIsReadAnew() throws UnreadableException {
        Sheet usual = first(new RawWorkbook());
        assertThat(usual.merges()).containsExactly(Area.parse("A4:B4"));
        assertThat(first(new RawWorkbook().change(SHEET, "A4:B4", "A5:B5")).merges()).containsExactly(Area.parse("A5:B5"));
        assertThat(first(new RawWorkbook().change(SHEET, "sqref=\"A2:A3\"", "sqref=\"A2:A4\"")).validations().get(0).areas()).containsExactly(Area.parse("A2:A4"));
        assertThat(first(new RawWorkbook().change(SHEET, "<sheetData>", "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>")).hiddenCols()).containsExactly(1);
        assertThat(first(new RawWorkbook().change(SHEET, "</sheetData>", "</sheetData><sheetProtection sheet=\"1\"/>")).isLocked()).isTrue();
        assertThat(first(new RawWorkbook())).isEqualTo(usual);
    }

    @Test
    void rowsAreAlwaysTheSheetsOwn() throws UnreadableException {
        Sheet usual = first(new RawWorkbook());
        Sheet other = first(new RawWorkbook().change(SHEET, "<f>B1*2</f><v>24000</v>", "<f>B1*3</f><v>36000</v>").change(SHEET, "<row r=\"2\">", "<row r=\"2\" hidden=\"1\">"));
        assertThat(other.cell(Ref.parse("C1")).orElseThrow().formula()).isEqualTo("B1*3");
        assertThat(other.hiddenRows()).containsExactly(1);
        assertThat(other.merges()).isEqualTo(usual.merges());
        assertThat(usual.hiddenRows()).isEmpty();
    }

    @Test
    void looksThatDifferAreReadAnew() throws UnreadableException {
        List<Style> usual = new RawWorkbook().read().styles();
        assertThat(usual).containsExactly(new Style("General", true), new Style("0.00%", false));
        assertThat(new RawWorkbook().change(STYLES, "locked=\"0\"", "locked=\"1\"").read().styles()).containsExactly(new Style("General", true), new Style("0.00%", true));
        assertThat(new RawWorkbook().read().styles()).isEqualTo(usual);
    }

    @Test
    void oddWorkbooksDoNotFillTheMemory() throws UnreadableException {
        KnownParts<Integer> parts = new KnownParts<>();
        Unpacked large = new Unpacked(new byte[1 << 19]);
        parts.add(large, 1);
        assertThat(parts.isFull()).isFalse();
        parts.add(new Unpacked(new byte[(1 << 19) + 1]), 2);
        assertThat(parts.isFull()).isTrue();
        assertThat(parts.find(large, 0, 0)).contains(1);
        assertThat(parts.find(new Unpacked(new byte[(1 << 19) + 1]), 0, 0)).isEmpty();
        for (int other = 0; other < 100; other++) {
            first(new RawWorkbook().change(SHEET, "A4:B4", "A4:C" + (4 + other)));
        }
        assertThat(first(new RawWorkbook()).merges()).containsExactly(Area.parse("A4:B4"));
    }
}
