package goalsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What docs/limits.md says of reading is what the program does. */
class LimitsPageTest {

    @Test
    void thePageNamesTheConstants() throws Exception {
        Map<String, String> page = new LinkedHashMap<>();
        String text = Files.readString(Path.of("docs/limits.md"));
        text.substring(0, text.indexOf("## Forms")).lines().filter(line -> line.startsWith("| ")).map(line -> line.split(" *\\| *"))
                .forEach(cells -> page.put(cells[1], cells[2]));
        Map<String, String> program = new LinkedHashMap<>();
        program.put("limit", "value");
        program.put("file", mebi(Archive.MAX_FILE));
        program.put("parts in the archive", number(Archive.MAX_ENTRIES));
        program.put("one part, unpacked", mebi(Archive.MAX_PART));
        program.put("all parts, unpacked", mebi(Archive.MAX_ALL_PARTS));
        program.put("packed more than " + Archive.MAX_RATIO + ":1", "refused from " + mebi(Archive.RATIO_COUNTS_FROM) + " on");
        program.put("depth of XML", number(Xml.MAX_DEPTH));
        program.put("attributes of an element", number(Xml.MAX_ATTRIBUTES));
        program.put("cells with content, areas, names in all; texts; relations of a part", number(Allowance.MAX_ITEMS) + " each");
        program.put("text of a cell", number(Limit.CELL_TEXT.most()) + " characters");
        program.put("cell formats", number(Styles.MAX_STYLES));
        program.put("formulas shared by several cells", (Allowance.MAX_SHARED_CHARACTERS >> 20) + " Mi characters, written out");
        program.put("formula", number(CellMaker.MAX_FORMULA) + " characters");
        program.put(".xls, .et", mebi(Biff.MAX_STREAM));
        program.put("rounds of hashing of a password", number(Encryption.MAX_SPINS));
        program.put("work on one workbook", WorkLimit.WORK.toSeconds() + " s of computing, " + WorkLimit.CLOCK.toSeconds() + " s by the clock");
        assertThat(page).containsAllEntriesOf(program);
        page.keySet().removeAll(program.keySet());
        assertThat(page.keySet()).as("limits of other packages").containsExactly("findings listed for one workbook", "subfolders of a checked folder", "archives within archives, collected");
    }

    private static String mebi(long bytes) {
        return (bytes >> 20) + " MiB";
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
