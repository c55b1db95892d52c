package goalsheet.collect.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.SchemaValidation;
import goalsheet.collect.Collection;
import goalsheet.collect.FewUnits;
import goalsheet.collect.Ledger;
import goalsheet.office.Office;
import goalsheet.office.OfficeBook;
import goalsheet.text.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The summary of five units, cell by cell. */
class SummaryTest {
    @TempDir
    private static Path folder;
    private static Ledger ledger;
    private static Collection collection;
    private static Path chinese;
    private static Path english;

    @BeforeAll
    static void write() throws IOException {
        ledger = Ledger.open("jdbc:sqlite:" + folder.resolve("ledger.db"));
        collection = FewUnits.collect(folder, ledger);
        chinese = Summary.write(collection, Lang.ZH, Summary.layout(collection.template(), Lang.ZH, Optional.empty()), Files.createDirectory(folder.resolve("out")), 2);
        english = Summary.write(collection, Lang.EN, Summary.layout(collection.template(), Lang.EN, Optional.empty()), folder.resolve("out"), 1);
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    /** {@code -Dgoalsheet.write=true} writes down what is there, to be read before it is kept. */
    private static void assertSays(Path summary, String file) throws IOException {
        Path expected = Path.of("src/test/resources/collect", file);
        if (Boolean.getBoolean("goalsheet.write")) {
            Files.write(expected, Dump.of(summary));
        }
        assertThat(Dump.of(summary)).isEqualTo(Files.readAllLines(expected));
    }

    @Test
    void everySheetInChinese() throws IOException {
        assertThat(chinese).hasFileName("汇总.xlsx");
        assertSays(chinese, "summary.zh.txt");
    }

    @Test
    void everySheetInEnglish() throws IOException {
        assertThat(english).hasFileName("summary.xlsx");
        assertSays(english, "summary.en.txt");
    }

    @Test
    void theSameLedgerGivesTheSameBytesAndNothingElseIsLeft() throws IOException {
        Path again = Files.createDirectory(folder.resolve("again"));
        Summary.write(collection, Lang.ZH, Summary.layout(collection.template(), Lang.ZH, Optional.empty()), again, 1);
        assertThat(again.resolve("汇总.xlsx")).hasSameBinaryContentAs(chinese);
        try (var files = Files.list(again)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("汇总.xlsx");
        }
    }

    @Test
    void everyPartIsValid() throws IOException {
        assertThat(SchemaValidation.errors(chinese)).isEmpty();
        assertThat(SchemaValidation.errors(english)).isEmpty();
    }

    @Test
    void textsAreNeverFormulas() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(chinese))) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                String text = cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
                if (!text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0) {
                    assertThat(cell.getCellStyle().getQuotePrefixed()).as(sheet.getSheetName() + "!" + cell.getAddress() + " " + text).isTrue();
                }
            })));
        }
    }

    @Test
    void libreOfficeCalculatesTheSame() throws IOException {
        assumeTrue(Office.available());
        for (Path file : List.of(chinese, english)) {
            Path saved = folder.resolve("calculated.xlsx");
            try (OfficeBook book = Office.open(file)) {
                book.recalculate().saveAs(saved, OfficeBook.Format.XLSX);
            }
            assertThat(Dump.results(saved)).isEqualTo(Dump.results(file)).isNotEmpty();
        }
    }
}
