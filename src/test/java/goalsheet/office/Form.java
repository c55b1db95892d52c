package goalsheet.office;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A small locked form with cascading dropdowns over a very hidden list sheet, written by POI: what the tests of this package work on. */
final class Form {
    static final String SHEET = "项目1";
    static final String LISTS = "_lists";
    static final List<String> OUTPUT = List.of("数量指标", "质量指标", "时效指标", "成本指标");
    static final List<String> BENEFIT = List.of("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标");
    static final List<String> SATISFACTION = List.of("服务对象满意度指标");

    private Form() {
    }

    /** Rows 2 to 20 of columns A to G may be filled: level 1, level 2 (depends on A), yes/no, %, amount, amount, text; H holds =E+F. */
    static Path write(Path file) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = book.createSheet(SHEET);
            XSSFSheet lists = book.createSheet(LISTS);
            writeLists(lists);
            book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
            var name = book.createName();
            name.setNameName("level1");
            name.setRefersToFormula("'_lists'!$A$1:$C$1");
            CellStyle entry = entry(book, "General");
            CellStyle percent = entry(book, "0.00%");
            XSSFRow head = sheet.createRow(0);
            List<String> labels = List.of("一级指标", "二级指标", "是否", "比例", "财政", "其他", "说明", "合计");
            for (int column = 0; column < labels.size(); column++) {
                head.createCell(column).setCellValue(labels.get(column));
            }
            for (int row = 1; row < 20; row++) {
                XSSFRow line = sheet.createRow(row);
                for (int column = 0; column < 7; column++) {
                    line.createCell(column).setCellStyle(column == 3 ? percent : entry);
                }
                line.createCell(7).setCellFormula("E" + (row + 1) + "+F" + (row + 1));
            }
            DataValidationHelper helper = sheet.getDataValidationHelper();
            prompted(sheet, helper.createValidation(helper.createFormulaListConstraint("level1"), new CellRangeAddressList(1, 19, 0, 0)));
            prompted(sheet, helper.createValidation(helper.createFormulaListConstraint(
                    "OFFSET('_lists'!$A$1,1,MATCH($A2,'_lists'!$A$1:$C$1,0)-1,COUNTA(OFFSET('_lists'!$A$1,1,MATCH($A2,'_lists'!$A$1:$C$1,0)-1,50,1)),1)"),
                    new CellRangeAddressList(1, 19, 1, 1)));
            prompted(sheet, helper.createValidation(helper.createExplicitListConstraint(new String[] {"是", "否"}), new CellRangeAddressList(1, 19, 2, 2)));
            prompted(sheet, helper.createValidation(helper.createDecimalConstraint(6, "0", null), new CellRangeAddressList(1, 19, 4, 5)));
            sheet.lockFormatColumns(false);
            sheet.lockFormatRows(false);
            sheet.lockAutoFilter(false);
            sheet.protectSheet("");
            book.lockStructure();
            book.write(out);
        }
        return file;
    }

    private static void writeLists(XSSFSheet lists) {
        List<List<String>> columns = List.of(OUTPUT, BENEFIT, SATISFACTION);
        List<String> heads = List.of("产出指标", "效益指标", "满意度指标");
        for (int row = 0; row <= 4; row++) {
            lists.createRow(row);
        }
        for (int column = 0; column < heads.size(); column++) {
            lists.getRow(0).createCell(column).setCellValue(heads.get(column));
            for (int row = 0; row < columns.get(column).size(); row++) {
                lists.getRow(row + 1).createCell(column).setCellValue(columns.get(column).get(row));
            }
        }
    }

    private static CellStyle entry(XSSFWorkbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setLocked(false);
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static void prompted(XSSFSheet sheet, DataValidation validation) {
        validation.setShowErrorBox(true);
        validation.setShowPromptBox(true);
        validation.setSuppressDropDownArrow(true);
        validation.createPromptBox("填写提示", "请从下拉列表中选择");
        validation.createErrorBox("填写有误", "请选择列表中的值");
        sheet.addValidationData(validation);
    }
}
