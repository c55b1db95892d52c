package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.layout.Identity;
import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.office.Office;
import goalsheet.office.OfficeBook;
import goalsheet.office.OfficeBook.Format;
import goalsheet.xlsx.Formulas;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.WorkbookFile;
import goalsheet.xlsx.WorkbookFile.Opening;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms saved in the format of Excel 97 by LibreOffice: checked like any other, with one remark about the format. */
class OldFormatTest {
    private static final String REMARK = "INFO FIL002 !";

    @TempDir
    private Path folder;

    @BeforeEach
    void needsOffice() {
        assumeTrue(Office.available());
    }

    private Path saved(Path form, Consumer<OfficeBook> steps) {
        try (OfficeBook book = Office.open(form)) {
            steps.accept(book);
            return book.saveAs(folder.resolve("form.xls"), Format.XLS);
        }
    }

    @Test
    void onlyTheFormatIsToldOfARightForm() {
        assertThat(Returned.told(saved(Returned.centre(folder.resolve("form.xlsx")), book -> { }))).containsExactly(REMARK);
    }

    @Test
    void findsWhatItFindsInTheNewFormat() {
        Path court = Returned.courtWithControls(folder.resolve("form.xlsx"));
        List<String> known = Returned.told(court);
        assertThat(Returned.change(Returned.told(saved(court, book -> { })), known)).containsExactly(REMARK);
    }

    /** Converted without a person who looks at it, results that are texts are stored as 0. */
    @Test
    void convertedByCommand() throws Exception {
        Path court = Returned.courtWithControls(folder.resolve("form.xlsx"));
        List<String> known = Returned.told(court);
        Process process = new ProcessBuilder("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless", "--convert-to", "xls",
                "--outdir", folder.resolve("out").toString(), court.toString()).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Returned.change(Returned.told(folder.resolve("out/form.xls")), known)).containsExactly(REMARK);
    }

    @Test
    void damageIsFound() {
        Path centre = Returned.centre(folder.resolve("form.xlsx"));
        Path damaged = saved(centre, book -> {
            String sheet = book.sheetNames().get(1);
            book.unprotect(sheet).setText(sheet, "A4", "概算总额").protect(sheet);
            book.removeSheet(book.sheetNames().get(2));
        });
        List<String> told = Returned.told(damaged);
        assertThat(told).contains(REMARK, "ERROR INT004 项目（1）!A4", "ERROR INT007 项目（2）!");
        assertThat(told.stream().filter(line -> line.startsWith("INFO INT"))).isEmpty();
    }

    @Test
    void readsTheSameCells() throws Exception {
        Path court = Returned.courtWithControls(folder.resolve("form.xlsx"));
        Path old = saved(court, OfficeBook::recalculate);
        Snapshot before = WorkbookFile.read(court, Opening.PLAIN).snapshot();
        WorkbookFile file = WorkbookFile.read(old, Opening.PLAIN);
        Snapshot after = file.snapshot();
        assertThat(file.isOld()).isTrue();
        assertThat(after.sha256()).isEqualTo(file.sha256());
        assertThat(after.date1904()).isFalse();
        assertThat(after.activeContent()).isEmpty();
        assertThat(after.externalLinks()).isEmpty();
        assertThat(after.sheets()).extracting(Snapshot.Sheet::name).isEqualTo(before.sheets().stream().map(Snapshot.Sheet::name).toList());
        // What stands beside the form nests functions deeper than the old format can; the check lets that pass.
        Map<String, Set<Ref>> beside = Layout.of(Returned.template("hebei-2023"), Identity.of(before).orElseThrow().form()).sheets().stream()
                .collect(Collectors.toMap(SheetLayout::name, sheet -> sheet.slots().stream().filter(Slot::isBeside).map(Slot::cell).collect(Collectors.toSet())));
        for (int at = 0; at < before.sheets().size(); at++) {
            Snapshot.Sheet was = before.sheets().get(at);
            Snapshot.Sheet is = after.sheets().get(at);
            Set<Ref> left = beside.getOrDefault(was.name(), Set.of());
            assertThat(Returned.change(cells(is, left), cells(was, left))).as(was.name()).isEmpty();
            assertThat(is.merges()).containsExactlyInAnyOrderElementsOf(was.merges());
            assertThat(is.isLocked()).isEqualTo(was.isLocked());
            assertThat(is.visibility() == Snapshot.Visibility.VISIBLE).isEqualTo(was.visibility() == Snapshot.Visibility.VISIBLE);
            assertThat(validations(is)).containsExactlyInAnyOrderElementsOf(validations(was));
            was.cells().forEach((ref, cell) -> {
                Snapshot.Style style = after.styles().get(is.cells().get(ref).style());
                assertThat(style.locked()).as("%s %s", was.name(), ref).isEqualTo(before.styles().get(cell.style()).locked());
                assertThat(style.isPercent()).as("%s %s", was.name(), ref).isEqualTo(before.styles().get(cell.style()).isPercent());
            });
        }
    }

    private static List<String> cells(Snapshot.Sheet sheet, Set<Ref> left) {
        List<String> cells = new ArrayList<>();
        // LibreOffice stores 0 where a formula gives no text, whatever Excel does.
        sheet.cells().values().stream().filter(cell -> !left.contains(cell.ref())).filter(cell -> !cell.hasFormula() || !cell.text().isEmpty() && !cell.text().equals("0")).forEach(cell -> cells.add(cell.ref() + " " + cell.kind() + " " + (cell.kind() == Snapshot.Kind.NUMBER
                ? new BigDecimal(cell.text()).round(new MathContext(14)).stripTrailingZeros().toPlainString() : cell.text().replace("\r", "")) + " =" + Formulas.normal(cell.formula())));
        return cells;
    }

    private static List<String> validations(Snapshot.Sheet sheet) {
        List<String> all = new ArrayList<>();
        // Of their formulas POI tells relative references and some limits otherwise; the check of an old workbook does not look at them.
        sheet.validations().forEach(one -> all.add(one.type() + " " + one.operator() + " " + one.areas()));
        return all;
    }

    @Test
    void withAPasswordItIsReadAllTheSame() throws Exception {
        Path plain = saved(Returned.centre(folder.resolve("form.xlsx")), book -> { });
        Path locked = folder.resolve("locked.xls");
        Biff8EncryptionKey.setCurrentUserPassword("打开2026");
        try (HSSFWorkbook workbook = new HSSFWorkbook(new POIFSFileSystem(plain.toFile(), true)); var out = Files.newOutputStream(locked)) {
            workbook.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        WorkbookFile opened = WorkbookFile.read(locked, new Opening(java.util.Optional.of("打开2026"), 1 << 20));
        assertThat(opened.isEncrypted()).isTrue();
        Snapshot before = WorkbookFile.read(plain, Opening.PLAIN).snapshot();
        assertThat(opened.snapshot().sheets().stream().map(sheet -> cells(sheet, Set.of())).toList()).isEqualTo(before.sheets().stream().map(sheet -> cells(sheet, Set.of())).toList());
        assertThat(Returned.check(locked).findings().get(0).arguments().get("reason").zh()).isEqualTo("文件设有打开密码");
    }
}
