package goalsheet.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderTest {
    private static final String LONG = "按照年度工作安排完成全部审判执行任务并保障人民群众合法权益";
    @TempDir
    Path folder;

    @BeforeAll
    static void needsOffice() {
        assumeTrue(Office.available());
        assumeTrue(Render.available());
    }

    @Test
    void pagesWordsAndImages() throws IOException {
        Path pdf = Office.toPdf(Form.write(folder.resolve("form.xlsx")), folder.resolve("form.pdf"));
        List<String> pages = Render.pages(pdf);
        assertThat(pages).hasSize(1);
        assertThat(pages.get(0)).contains("一级指标", "合计").doesNotContain("效益指标");
        List<Path> images = Render.images(pdf, folder, 40);
        assertThat(images).extracting(image -> image.getFileName().toString()).containsExactly("page-1.png");
        assertThat(Render.ink(images.get(0))).isBetween(0.0005, 0.5);
    }

    @Test
    void whatACellCutsOffIsMissingFromTheWords() throws IOException {
        assertThat(Render.words(print(false, true))).contains(LONG);
        assertThat(Render.words(print(false, false))).doesNotContain(LONG).contains(LONG.substring(0, 3));
    }

    @Test
    void emptyPagesShow() throws IOException {
        assertThat(Render.pages(print(true, true))).satisfiesExactly(
                page -> assertThat(page).isNotEmpty(), page -> assertThat(page).isEmpty());
    }

    @Test
    void noPdf() throws IOException {
        Path none = Files.writeString(folder.resolve("none.pdf"), "no");
        assertThatThrownBy(() -> Render.pages(none)).isInstanceOf(IOException.class).hasMessageContaining("pdftotext failed");
    }

    /** A long text in a narrow cell, wrapped or cut off by its right neighbour; and maybe a page with nothing but a border far down. */
    private Path print(boolean withEmptyPage, boolean wrapped) throws IOException {
        Path file = folder.resolve("print" + withEmptyPage + wrapped + ".xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = book.createSheet("表");
            CellStyle style = book.createCellStyle();
            style.setWrapText(wrapped);
            sheet.setColumnWidth(0, 12 * 256);
            var row = sheet.createRow(0);
            row.setHeightInPoints(wrapped ? 120 : 15);
            row.createCell(0).setCellValue(LONG);
            row.getCell(0).setCellStyle(style);
            row.createCell(1).setCellValue("x");
            if (withEmptyPage) {
                CellStyle lined = book.createCellStyle();
                lined.setBorderBottom(org.apache.poi.ss.usermodel.BorderStyle.THIN);
                sheet.createRow(70).createCell(0).setCellStyle(lined);
            }
            book.write(out);
        }
        return Office.toPdf(file, folder.resolve("print" + withEmptyPage + wrapped + ".pdf"));
    }
}
