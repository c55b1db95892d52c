package goalsheet.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.support.ExcelTypeEnum;
import goalsheet.template.DefinitionException;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableDataTest {
    private static final List<List<String>> PROJECTS = List.of(List.of("项目编码", "项目名称", "预算数（万元）", "3月底", "plan.m12", "绩效目标"),
            List.of("13020023P000039100348", "物业", "1,235.80", "25%", "100", "1.甲\n2.乙"), List.of("13020023P00003910035U", "法庭", " 26.02　", "１０％", "100%", "“丙”,丁"));
    private static final List<List<String>> INDICATORS = List.of(List.of("项目编码", "Level1", "二级指标", "指标值"),
            List.of("13020023P00003910035U", "产出指标", "数量", "≥ 3件 "), List.of("13020023P000039100348", "效益", "生态效益指标", "100%"),
            List.of("13020023P00003910035U", "产出", "质量指标", "95%"));
    private static final String[] READ = {"project[1].code=13020023P000039100348", "project[1].name=物业", "project[1].budget=1235.8", "project[1].plan.m3=25",
        "project[1].plan.m12=100", "project[1].goals=1.甲\n2.乙", "project[2].code=13020023P00003910035U", "project[2].name=法庭", "project[2].budget=26.02",
        "project[2].plan.m3=10", "project[2].plan.m12=100", "project[2].goals=“丙”,丁", "project[2].indicators[1].level1=产出指标",
        "project[2].indicators[1].level2=数量指标", "project[2].indicators[1].value=≥ 3件 ", "project[2].indicators[2].level1=产出指标",
        "project[2].indicators[2].level2=质量指标", "project[2].indicators[2].value=95%", "project[1].indicators[1].level1=效益指标",
        "project[1].indicators[1].level2=生态效益指标", "project[1].indicators[1].value=100%"};

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(ExcelTypeEnum.class)
    void theTidyPairReadsTheSameInEveryFormat(ExcelTypeEnum type) throws Exception {
        Path indicators = easyExcel("indicators", type, INDICATORS);
        Path projects = easyExcel("projects", type, PROJECTS);
        assertThat(show(FormData.read(Forms.small(), List.of(indicators, projects)))).containsExactly(READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void csvComesInTheEncodingsOfExcelAndWps(String charset) throws Exception {
        assertThat(show(FormData.read(Forms.small(), List.of(csv("p.csv", PROJECTS, ",", Charset.forName(charset)), csv("i.csv", INDICATORS, "\t", Charset.forName(charset))))))
                .containsExactly(READ);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cellsOfAWorkbookMeanWhatTheyShow(boolean xml) throws Exception {
        Path file = folder.resolve(xml ? "book.xlsx" : "book.xls");
        try (Workbook book = xml ? new XSSFWorkbook() : new HSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            CellStyle percent = style(book, "0.00%");
            CellStyle date = style(book, "yyyy\"年\"m\"月\"d\"日\"");
            CellStyle zeros = style(book, "000000");
            Sheet projects = book.createSheet("项目");
            row(projects, 0, "二〇二三年项目清单");
            projects.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
            row(projects, 1, "单位：万元");
            row(projects, 3, "序号", "单位编码", "项目编码", "预算数", "3月底", "12月底", "完成日期", "项目名称");
            row(projects, 4, 1, 1001, "A1", 0.1 + 0.2, 0.07, 1, 45291, 336001);
            row(projects, 6, 2, 1001, "A2", 1234.5, 0.5, 100, "2023-12-31", 0.15);
            for (int r : new int[] {4, 6}) {
                projects.getRow(r).getCell(1).setCellStyle(zeros);
                projects.getRow(r).getCell(4).setCellStyle(percent);
            }
            projects.getRow(4).getCell(5).setCellStyle(percent);
            projects.getRow(4).getCell(6).setCellStyle(date);
            projects.getRow(6).getCell(7).setCellStyle(percent);
            Sheet indicators = book.createSheet("指标");
            row(indicators, 0, "序号", "一级指标", "二级指标", "指标值", "分值");
            row(indicators, 1, 2, "产出指标", "数量指标", 1, 10);
            row(indicators, 2, null, null, "质量指标", 45291, 20);
            row(indicators, 3, 1, "效益", "环境效益", "=1+1", 0.5);
            indicators.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
            indicators.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
            indicators.getRow(1).getCell(3).setCellStyle(percent);
            indicators.getRow(2).getCell(3).setCellStyle(date);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.createSheet("空");
            book.write(out);
        }
        byte[] before = Files.readAllBytes(file);
        FormData data = FormData.read(Forms.small(), List.of(file));
        assertThat(show(data)).containsExactly("cover.unit_code=001001", "project[1].code=A1", "project[1].budget=0.3", "project[1].plan.m3=7",
                "project[1].plan.m12=100", "project[1].due=45291", "project[1].name=336001", "project[2].code=A2", "project[2].budget=1234.5",
                "project[2].plan.m3=50", "project[2].plan.m12=100", "project[2].due=45291", "project[2].name=15%",
                "project[2].indicators[1].level1=产出指标", "project[2].indicators[1].level2=数量指标", "project[2].indicators[1].value=100%", "project[2].indicators[1].weight=10",
                "project[2].indicators[2].level1=产出指标", "project[2].indicators[2].level2=质量指标", "project[2].indicators[2].value=2023年12月31日",
                "project[2].indicators[2].weight=20", "project[1].indicators[1].level1=效益指标", "project[1].indicators[1].level2=生态效益指标",
                "project[1].indicators[1].value=2", "project[1].indicators[1].weight=0.5");
        assertThat(data.values().get("project[2].budget").source().zh()).isEqualTo(file.getFileName() + " 项目 第7行 预算数");
        assertThat(data.values().get("project[2].budget").source().en()).isEqualTo(file.getFileName() + " 项目 row 7 预算数");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void everyMistakeIsToldWithItsRow() throws Exception {
        Path book = folder.resolve("项目.xlsx");
        try (Workbook workbook = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(book)) {
            Sheet sheet = workbook.createSheet();
            row(sheet, 0, "项目编码", "项目名称", "预算数", "合计", "预算", "项目名称", "3月底", null);
            row(sheet, 1, 1.302e20, "甲", "十", null, null, null, "=1/0");
            row(sheet, 2, "B", "乙", 1, 5, null, null, null, "?");
            row(sheet, 3, "B", "丙");
            row(sheet, 4, "C", "丙", null);
            row(sheet, 5, null, "丁");
            row(sheet, 6, "E", "戊");
            sheet.addMergedRegion(new CellRangeAddress(2, 4, 2, 2));
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
        }
        Path indicators = csv("指标.csv", List.of(List.of("项目编码", "项目名称", "一级指标", "备注"), List.of("B", "乙", "产出", ""), List.of("B", "", "x", ""), List.of("", "丁", "产出", ""),
                List.of("B", "丙", "产出", ""), List.of("Z", "", "产出", ""), List.of("", "", "", ""), List.of("Z", "", "产出", ""), List.of("", "", "产出", ""),
                List.of("B", "乙", "产出", ""), List.of("B", "乙", "产出", "")), ",", StandardCharsets.UTF_8);
        Path other = csv("名单.csv", List.of(List.of("甲", "乙"), List.of("1", "2")), ",", StandardCharsets.UTF_8);
        Path fake = Files.writeString(folder.resolve("fake.xls"), "<html><table><tr><td>项目编码</td></tr></table></html>");
        Path cut = folder.resolve("cut.xlsx");
        byte[] whole = Files.readAllBytes(book);
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        assertThat(mistakes(book, indicators, other, fake, cut)).isEqualTo("""
                项目.xlsx:1: unknown column '预算'; did you mean '预算数'?
                项目.xlsx:1: the column '项目名称' is given twice.
                项目.xlsx:2: Project code: '130200000000000000000' was stored as a number and its last digits are lost; set the cell to text and enter it again.
                项目.xlsx:2: Budget: '十' is not a number; give digits only, without a unit.
                项目.xlsx:2: March: the formula in the cell has no result (#DIV/0!); give the value itself.
                项目.xlsx:3: column H has content but no name.
                项目.xlsx:3: Total: is calculated by the workbook; take it out of the data.
                项目.xlsx:4: Project code: 'B' is the same as in row 3.
                项目.xlsx:5: Budget: the number stands in a merged cell, its row is unclear; unmerge and fill in each row.
                项目.xlsx:7: at most 4 are possible, 6 rows are given.
                指标.csv:1: unknown column '备注'.
                指标.csv:3: level1: 'x' is not one of the choices.
                指标.csv:5: 'B 丙' fits none of those given.
                指标.csv:6: 'Z' fits none of those given.
                指标.csv:9: does not say which sheet it belongs to.
                指标.csv:11: 'Indicators' has 3 rows, 4 are given for project[2].
                名单.csv:1: no row of column names within the first 10 rows; they should be labels of the form such as 'Project code'.
                fake.xls: not a real Excel or CSV file; open it in Excel or WPS and save it as .xlsx.
                cut.xlsx: the workbook is damaged or unsafe; save it again as .xlsx.""");
    }

    @Test
    void listsJoinWhatAYamlFileGives() throws Exception {
        Path yaml = Files.writeString(folder.resolve("a.yaml"), "cover: {unit_code: 336001}\nproject:\n  - {code: A, name: 甲}\n  - {code: B, name: 乙}\n");
        Path projects = csv("p.csv", List.of(List.of("项目编码", "预算数"), List.of("B", "2"), List.of("C", "3")), ",", StandardCharsets.UTF_8);
        Path indicators = csv("i.csv", List.of(List.of("项目名称", "指标值"), List.of("甲", "1件")), ",", StandardCharsets.UTF_8);
        assertThat(show(FormData.read(Forms.small(), List.of(indicators, projects, yaml)))).containsExactly("cover.unit_code=336001", "project[1].code=A", "project[1].name=甲",
                "project[2].code=B", "project[2].name=乙", "project[2].budget=2", "project[3].code=C", "project[3].budget=3", "project[1].indicators[1].value=1件");
    }

    @Test
    void theSamplesSayTheSame() {
        goalsheet.template.Template template = TemplateLoader.load(Path.of("templates/hebei-2023.yaml"));
        Path samples = Path.of("samples/qianan-court");
        FormData whole = FormData.read(template, List.of(samples.resolve("data.yaml")));
        FormData lists = FormData.read(template, List.of(samples.resolve("projects.csv"), samples.resolve("indicators.csv")));
        assertThat(lists.sheets()).isEqualTo(5);
        assertThat(values(lists)).isEqualTo(values(whole).entrySet().stream().filter(entry -> entry.getKey().startsWith("project["))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))).hasSize(5 * (6 + 4 + 36));
        assertThat(values(whole)).containsEntry("cover.unit_code", "336001").containsEntry("project[5].budget", "384.62").containsEntry("cover.fill_date", "44941")
                .containsEntry("project[3].goals", "1.目标内容1按月支付电费和电话费，按实际发生支出取暖费，确保给基层法庭的工作人员提供良好的工作环境");
        assertThat(FormData.read(template, List.of(samples.resolve("projects.csv"), samples.resolve("data.yaml"), samples.resolve("indicators.csv"))).values()).hasSameSizeAs(whole.values());
    }

    private static Map<String, String> values(FormData data) {
        Map<String, String> shown = new TreeMap<>();
        data.values().forEach((path, datum) -> shown.put(path, datum.value().show()));
        return shown;
    }

    private static List<String> show(FormData data) {
        return data.values().entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue().value().show()).toList();
    }

    private static String mistakes(Path... files) {
        return catchThrowableOfType(DefinitionException.class, () -> FormData.read(Forms.small(), List.of(files))).in(Lang.EN);
    }

    private Path easyExcel(String name, ExcelTypeEnum type, List<List<String>> rows) {
        Path file = folder.resolve(name + type.getValue());
        EasyExcel.write(file.toFile()).excelType(type).charset(StandardCharsets.UTF_8).needHead(false).sheet().doWrite(rows);
        return file;
    }

    private Path csv(String name, List<List<String>> rows, String delimiter, Charset charset) throws Exception {
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(row.stream().map(cell -> cell.matches("(?s).*[,\"\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell).collect(Collectors.joining(delimiter))));
        return Files.write(folder.resolve(name), (String.join("\r\n", lines) + "\r\n").getBytes(charset));
    }

    private static CellStyle style(Workbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static void row(Sheet sheet, int number, Object... values) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Number value) {
                row.createCell(i).setCellValue(value.doubleValue());
            } else if (values[i] instanceof String text && text.startsWith("=")) {
                row.createCell(i).setCellFormula(text.substring(1));
            } else if (values[i] instanceof String text) {
                row.createCell(i).setCellValue(text);
            }
        }
    }
}
