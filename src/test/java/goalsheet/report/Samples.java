package goalsheet.report;

import goalsheet.rule.Finding;
import goalsheet.rule.Place;
import goalsheet.rule.Rule;
import goalsheet.rule.Severity;
import goalsheet.rule.Verdict;
import goalsheet.text.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A returned workbook with everything that an annotated copy must leave alone, and what was found in it. */
final class Samples {
    static final String FORM = "项目1";
    static final String OTHER = "it's 汇总";
    static final Rule SUM = new Rule("AMT001", Severity.ERROR, Text.of("预算数不等于各项之和", "sum"),
            Text.of("预算数 {value} 万元，不等于财政资金与其他资金之和 {expected} 万元", "budget {value} differs from {expected}"),
            Text.of("请核对三个数，例如 预算数 20、财政资金 15、其他资金 5", "Check the three figures"));
    static final Rule VAGUE = new Rule("IND002", Severity.WARNING, Text.of("指标值无法衡量", "vague"),
            Text.of("“{label}”的指标值“{value}”无法衡量：没有数量和单位，也不是日期或可分档的说法", "“{value}” cannot be measured"),
            Text.of("请写成可衡量的数值，例如 ≥95%、12 次、2023年12月31日前", "Write a figure with a unit, such as ≥95%"));
    static final Rule STYLE = new Rule("TXT004", Severity.INFO, Text.of("全角半角混用", "width"),
            Text.of("括号全角、半角混用", "brackets of both widths"), Text.of("统一用全角括号", "use one width"));

    private Samples() {
    }

    static Verdict verdict(Finding... findings) {
        return new Verdict(Path.of("130281", "迁安法院 预算.xlsx"), "ab", findings.length == 0 ? Verdict.Outcome.CLEAN : Verdict.Outcome.FINDINGS,
                "hebei-2023", 2, "130281", "迁安市人民法院", List.of(findings));
    }

    static Finding sum() {
        return Finding.of(SUM, new Place(FORM, "C5", "budget", Text.of("预算数", "Budget")), "20", Text.same("15"), Map.of());
    }

    static Finding vague(String value) {
        return Finding.of(VAGUE, new Place(FORM, "D7", "indicators[1].value", Text.of("指标 1 的指标值", "Value of indicator 1")), value);
    }

    static Finding style() {
        return Finding.of(STYLE, new Place(OTHER, "B2", "title", Text.of("标题", "Title")), "用途(一)（二）");
    }

    static Verdict usual() {
        return verdict(style(), vague("=保障工作正常开展"), sum(), Finding.of(STYLE, new Place(FORM, "C5", "budget", Text.of("预算数", "Budget")), "20"),
                Finding.of(STYLE, Place.sheet("没有的表"), ""));
    }

    /** Locked, with validations, names, print areas, conditional formats, links, a picture and people's own notes. */
    static byte[] workbook() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet form = book.createSheet(FORM);
            fill(form);
            form.addMergedRegion(CellRangeAddress.valueOf("D7:E8"));
            form.setColumnWidth(2, 20 * 256);
            form.getRow(4).setHeightInPoints(40);
            form.addValidationData(form.getDataValidationHelper().createValidation(
                    form.getDataValidationHelper().createExplicitListConstraint(new String[] {"产出指标", "效益指标"}), new CellRangeAddressList(6, 9, 0, 0)));
            ConditionalFormattingRule rule = form.getSheetConditionalFormatting().createConditionalFormattingRule("$C$5>100");
            rule.createPatternFormatting().setFillBackgroundColor(IndexedColors.YELLOW.index);
            form.getSheetConditionalFormatting().addConditionalFormatting(new CellRangeAddress[] {CellRangeAddress.valueOf("A1:C9")}, rule);
            XSSFHyperlink link = book.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + OTHER.replace("'", "''") + "'!A1");
            form.getRow(1).getCell(1).setHyperlink(link);
            note(form, "C5", "张会计", "上年是 18 万元\n请留意");
            note(form, "A1", "goalkeeper", "第一版");
            form.protectSheet("secret");
            form.getPrintSetup().setLandscape(true);

            XSSFSheet other = book.createSheet(OTHER);
            fill(other);
            other.createDrawingPatriarch().createPicture(new org.apache.poi.xssf.usermodel.XSSFClientAnchor(0, 0, 0, 0, 5, 5, 6, 6),
                    book.addPicture(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, XSSFWorkbook.PICTURE_TYPE_PNG));
            XSSFSheet third = book.createSheet("清单");
            fill(third);
            note(third, "B3", "李主任", "不动");
            book.setSheetHidden(2, true);
            book.setPrintArea(0, "$A$1:$F$12");
            book.setPrintArea(1, "$A$1:$C$3");
            other.setRepeatingRows(CellRangeAddress.valueOf("1:2"));
            book.createName().setNameName("codes");
            book.getName("codes").setRefersToFormula("'清单'!$A$1:$A$9");
            book.setActiveSheet(1);
            book.setSelectedTab(1);
            book.lockStructure();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(XSSFSheet sheet) {
        for (int row = 0; row < 12; row++) {
            for (int col = 0; col < 6; col++) {
                XSSFCell cell = (sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row)).createCell(col);
                if (col == 5) {
                    cell.setCellFormula("SUM(A" + (row + 1) + ":B" + (row + 1) + ")");
                } else {
                    cell.setCellValue("格" + row + col);
                }
            }
        }
    }

    private static void note(XSSFSheet sheet, String address, String author, String text) {
        var ref = new org.apache.poi.ss.util.CellReference(address);
        ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
        anchor.setCol1(ref.getCol() + 1);
        anchor.setCol2(ref.getCol() + 3);
        anchor.setRow1(ref.getRow());
        anchor.setRow2(ref.getRow() + 3);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(new XSSFRichTextString(text));
        comment.setAuthor(author);
        comment.setAddress(ref.getRow(), ref.getCol());
    }
}
