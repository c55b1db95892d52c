package goalsheet.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeTest {
    @TempDir
    Path folder;
    private OfficeBook book;

    @BeforeAll
    static void needsOffice() {
        assumeTrue(Office.available());
    }

    @BeforeEach
    void open() throws IOException {
        book = Office.open(Form.write(folder.resolve("表 样.xlsx")));
    }

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void theDropdownFollowsWhatIsTypedInTheParentCell() {
        assertThat(book.validationList(Form.SHEET, "A2")).containsExactly("产出指标", "效益指标", "满意度指标");
        assertThat(book.validationList(Form.SHEET, "B2")).as("no parent yet").isEmpty();
        book.type(Form.SHEET, "A2", "产出指标").type(Form.SHEET, "A3", "效益指标").type(Form.SHEET, "A20", "满意度指标");
        assertThat(book.validationList(Form.SHEET, "B2")).isEqualTo(Form.OUTPUT);
        assertThat(book.validationList(Form.SHEET, "B3")).isEqualTo(Form.BENEFIT);
        assertThat(book.validationList(Form.SHEET, "B20")).isEqualTo(Form.SATISFACTION);
        assertThat(book.validationList(Form.SHEET, "C2")).as("literal items").containsExactly("是", "否");
        assertThat(book.validationList(Form.SHEET, "E2")).as("a number check is no list").isEmpty();
        assertThat(book.validationList(Form.SHEET, "G2")).as("no validation").isEmpty();
        assertThat(book.sheetNames()).as("no scratch left").containsExactly(Form.SHEET, Form.LISTS);
        assertThat(book.isProtected(Form.SHEET)).isTrue();
    }

    @Test
    void typingReadsNumbersPercentagesDatesAndTexts() {
        book.type(Form.SHEET, "E2", "1,234.5").type(Form.SHEET, "E3", "20%").type(Form.SHEET, "D2", "20").type(Form.SHEET, "D3", "35%")
                .type(Form.SHEET, "E4", "2026年3月1日").type(Form.SHEET, "G2", "'007").type(Form.SHEET, "G3", "≥98%")
                .type(Form.SHEET, "E5", "=1+2").type(Form.SHEET, "G4", "2026-03-01").type(Form.SHEET, "G5", "100万");
        assertThat(book.value(Form.SHEET, "E2")).isEqualTo(1234.5);
        assertThat(book.value(Form.SHEET, "E3")).isEqualTo(0.2);
        assertThat(book.text(Form.SHEET, "E3")).isEqualTo("20.00%");
        assertThat(book.value(Form.SHEET, "D2")).isEqualTo(0.2);
        assertThat(book.value(Form.SHEET, "D3")).isCloseTo(0.35, within(1e-12));
        assertThat(book.value(Form.SHEET, "E4")).isEqualTo(46082);
        assertThat(book.text(Form.SHEET, "E4")).isEqualTo("26年3月1日");
        assertThat(book.value(Form.SHEET, "G4")).isEqualTo(46082);
        assertThat(book.text(Form.SHEET, "G2")).isEqualTo("007");
        assertThat(book.text(Form.SHEET, "G3")).isEqualTo("≥98%");
        assertThat(book.text(Form.SHEET, "G5")).isEqualTo("100万");
        assertThat(book.formula(Form.SHEET, "E5")).isEqualTo("=1+2");
        assertThat(book.value(Form.SHEET, "H5")).isEqualTo(3);
    }

    @Test
    void valuesPutDirectlyAndCleared() {
        book.setNumber(Form.SHEET, "E2", 12.5).setNumber(Form.SHEET, "F2", 7.5).setText(Form.SHEET, "G2", "130200230123456789012");
        assertThat(book.value(Form.SHEET, "H2")).isEqualTo(20);
        assertThat(book.text(Form.SHEET, "G2")).isEqualTo("130200230123456789012");
        book.clear(Form.SHEET, "E2");
        assertThat(book.text(Form.SHEET, "E2")).isEmpty();
        assertThat(book.recalculate().value(Form.SHEET, "H2")).isEqualTo(7.5);
        book.type(Form.SHEET, "A2", "产出指标").clear(Form.SHEET, "B2");
        assertThat(book.validationList(Form.SHEET, "B2")).as("clearing keeps the dropdown").isEqualTo(Form.OUTPUT);
    }

    @Test
    void lockedCellsAreReachedAsPeopleReachThemAndStayLocked() {
        book.type(Form.SHEET, "A1", "一级").type(Form.SHEET, "H2", "99").type(Form.LISTS, "A2", "数量");
        assertThat(book.text(Form.SHEET, "A1")).isEqualTo("一级");
        assertThat(book.formula(Form.SHEET, "H2")).isEqualTo("99");
        assertThat(book.text(Form.LISTS, "A2")).isEqualTo("数量");
        assertThat(book.isProtected(Form.SHEET)).isTrue();
        assertThat(book.unprotect(Form.SHEET).isProtected(Form.SHEET)).isFalse();
        assertThat(book.protect(Form.SHEET).isProtected(Form.SHEET)).isTrue();
    }

    @Test
    void pastingOverADropdownLosesIt() {
        book.type(Form.SHEET, "A2", "产出指标").type(Form.SHEET, "G2", "数量指标").paste(Form.SHEET, "G2", Form.SHEET, "B2");
        assertThat(book.text(Form.SHEET, "B2")).isEqualTo("数量指标");
        assertThat(book.validationList(Form.SHEET, "B2")).isEmpty();
        book.type(Form.SHEET, "A3", "效益指标").paste(Form.SHEET, "A3:B3", Form.SHEET, "A2");
        assertThat(book.validationList(Form.SHEET, "B2")).as("pasted back, relative to its new row").isEqualTo(Form.BENEFIT);
    }

    @Test
    void rowsColumnsAndSheetsMove() {
        book.insertRow(Form.SHEET, 2).type(Form.SHEET, "E3", "5").insertColumn(Form.SHEET, "A");
        assertThat(book.formula(Form.SHEET, "I3")).isEqualTo("=F3+G3");
        assertThat(book.value(Form.SHEET, "I3")).isEqualTo(5);
        book.deleteRow(Form.SHEET, 2);
        assertThat(book.formula(Form.SHEET, "I2")).isEqualTo("=F2+G2");
        book.insertSheet("附件").renameSheet(Form.SHEET, "项目一").hideSheet("附件").insertSheet("Sheet9").removeSheet("Sheet9");
        assertThat(book.sheetNames()).containsExactly("项目一", Form.LISTS, "附件");
    }

    @Test
    void resavingKeepsTheDropdowns() {
        book.type(Form.SHEET, "A2", "产出指标").type(Form.SHEET, "A4", "效益指标").addComment(Form.SHEET, "G2", "请核对");
        Path saved = book.saveAs(folder.resolve("saved.xlsx"), OfficeBook.Format.XLSX);
        Path again = Office.resave(saved, folder.resolve("again.xlsx"));
        for (Path file : List.of(saved, again, book.saveAs(folder.resolve("saved.ods"), OfficeBook.Format.ODS),
                book.saveAs(folder.resolve("saved.xls"), OfficeBook.Format.XLS))) {
            try (OfficeBook reopened = Office.open(file)) {
                assertThat(reopened.validationList(Form.SHEET, "A2")).as("%s", file).containsExactly("产出指标", "效益指标", "满意度指标");
                assertThat(reopened.validationList(Form.SHEET, "B2")).as("%s", file).isEqualTo(Form.OUTPUT);
                assertThat(reopened.validationList(Form.SHEET, "B4")).as("%s", file).isEqualTo(Form.BENEFIT);
                assertThat(reopened.isProtected(Form.SHEET)).as("%s", file).isTrue();
            }
        }
    }

    @Test
    void resavingKeepsFrozenRows() throws IOException {
        Path frozen = folder.resolve("frozen.xlsx");
        try (XSSFWorkbook form = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(frozen)) {
            form.createSheet().createFreezePane(0, 3);
            form.write(out);
        }
        try (XSSFWorkbook saved = new XSSFWorkbook(Files.newInputStream(Office.resave(frozen, folder.resolve("saved.xlsx"))))) {
            assertThat(saved.getSheetAt(0).getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
        }
    }

    @Test
    void aPasswordKeepsTheClerkOut() throws IOException {
        Path locked = folder.resolve("locked.xlsx");
        try (XSSFWorkbook form = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(locked)) {
            form.createSheet("表").createRow(0).createCell(0).setCellValue(1);
            form.getSheetAt(0).protectSheet("secret");
            form.write(out);
        }
        try (OfficeBook other = Office.open(locked)) {
            assertThatThrownBy(() -> other.type("表", "A1", "2")).isInstanceOf(IllegalStateException.class).hasMessageContaining("refuses");
            assertThat(other.value("表", "A1")).isEqualTo(1);
        }
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        assertThatThrownBy(() -> Office.open(folder.resolve("none.xlsx"))).isInstanceOf(UncheckedIOException.class).hasMessageContaining("no such file");
        Path broken = Files.write(folder.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
        assertThatThrownBy(() -> Office.open(broken)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> book.value("没有", "A1")).isInstanceOf(IllegalStateException.class);
    }
}
