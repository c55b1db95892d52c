package goalsheet.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import goalsheet.fill.Forms;
import goalsheet.template.DefinitionException;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterTest {
    @TempDir
    Path folder;

    @Test
    void theSampleHasFourUnitsAndNineProjects() {
        Roster roster = Roster.read(TemplateLoader.load(Path.of("templates/hebei-2023.yaml")), Path.of("samples/roster.csv"));
        assertThat(show(roster)).containsExactly(
                "336001 迁安市人民法院 2 {contact=李文静, department=政法科, phone=0315-5550136} [[code=13020023P00003910033L, name=人民陪审员经费, budget=10, fiscal=10], "
                        + "[code=13020023P000039100348, name=新大楼物业及运转费, budget=235.8, fiscal=235.8], [code=13020023P00003910035U, name=基层法庭运转经费, budget=26.02, fiscal=26.02], "
                        + "[code=13020023P00003910036F, name=车辆购置经费, budget=26, fiscal=26], [code=13020023P000039100373, name=劳务费（劳务派遣人员经费）, budget=384.62, fiscal=384.62]]",
                "128001 迁安市档案馆 7 {contact=赵明远, department=行政科, phone=0315-5550142} [[code=13020023P00128110021A, name=馆藏档案数字化加工费, budget=42.6, fiscal=42.6], "
                        + "[code=13020023P00128110032R, name=档案库房消防设施改造, budget=18.75, fiscal=18.75]]",
                "205003 迁安市第二实验幼儿园 9 {contact=孙丽, department=教科文科, phone=0315-5550157} [[code=13020023P00205310017W, name=校舍屋面维修工程, budget=36, fiscal=30, other=6]]",
                "319002 迁安市农业技术推广站 10 {contact=周建国, department=农业科, phone=0315-5550163} [[code=13020023P00319210046E, name=小麦绿色高产技术培训, budget=12.5, fiscal=12.5]]");
        assertThat(roster.notes()).isEmpty();
        assertThat(roster.unit("205003").orElseThrow().name()).isEqualTo("迁安市第二实验幼儿园");
        assertThat(roster.unit("999")).isEmpty();
    }

    /** Figures that contradict each other are locked in the form all the same; the office must know before 500 units do. */
    @Test
    void figuresThatContradictEachOtherAreTold() throws Exception {
        Path file = folder.resolve("r.csv");
        Files.writeString(file, String.join("\n", "单位编码,单位名称,项目名称,预算数,财政资金,其他资金", "1,甲局,不相等,36,30,5", "1,甲局,相等,36,30,6", "1,甲局,其他资金由单位填,36,30,",
                "2,乙局,没有预算数,,30,5"));
        Roster roster = Roster.read(TemplateLoader.load(Path.of("templates/hebei-2023.yaml")), file);
        assertThat(roster.notes().stream().map(note -> note.in(Lang.ZH)).toList()).containsExactly(
                "r.csv:2: 预算数 36 万元，财政资金与其他资金之和为 35 万元，相差 1 万元。这些数在表中是锁定的，单位无法更改。");
        assertThat(roster.notes().stream().map(note -> note.in(Lang.EN)).toList()).containsExactly(
                "r.csv:2: Budget is 36, fiscal and other funds make 35: a difference of 1 (10,000 yuan). They are locked in the form, where the unit cannot change them.");
        assertThat(roster.units()).hasSize(2);
    }

    @Test
    void mergedUnitsTitlesNumericCodesAndOddColumnsAreUnderstood() throws Exception {
        Path file = folder.resolve("名单.xlsx");
        try (Workbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("名单");
            row(sheet, 0, "2023年预算单位名单");
            row(sheet, 2, "序号", "单位代码", "预算单位", "项目名称", "预算数（万元）", "备注", "预算");
            row(sheet, 3, 1, 336001, "法院", "甲", 10, "x", 3);
            row(sheet, 4, 2, null, null, "乙", 235.8);
            row(sheet, 6, 3, "012", "局", null, null);
            for (int column = 1; column <= 2; column++) {
                sheet.addMergedRegion(new CellRangeAddress(3, 4, column, column));
            }
            row(book.createSheet("说明"), 0, "说明文字");
            book.write(out);
        }
        Roster roster = Roster.read(Forms.small(), file);
        assertThat(show(roster)).containsExactly("336001 法院 4 {} [[name=甲, budget=10], [name=乙, budget=235.8]]", "012 局 7 {} []");
        assertThat(roster.notes().stream().map(note -> note.in(Lang.EN)).toList()).containsExactly(
                "名单.xlsx: only the sheet '名单' was read, not '说明'.",
                "名单.xlsx:3: the column '备注' is unknown and was not read.",
                "名单.xlsx:3: the column '预算' is unknown and was not read; did you mean '预算数'?");
    }

    @Test
    void everyMistakeIsToldWithItsRow() throws Exception {
        Path file = csv("""
                单位编码,单位名称,项目编码,项目名称,预算数,合计,联系人
                336001,法院,A1,甲,10,,李
                336001,检察院,A2,乙,十,,王

                ,局,A3,丙,1,,
                33-6,局,A4,丁,1,,
                100,,A5,戊,1,5,
                200,站,A1,己,1,,
                #N/A,站,A6,己,1,,
                336001,,1.302E+20,庚,1,,
                300,馆,A7,a,1,,
                300,馆,A8,b,1,,
                300,馆,A9,c,1,,
                300,馆,A10,d,1,,
                300,馆,A11,e,1,,
                300,馆,A12,f,1,,
                """);
        assertThat(mistakes(file, Lang.EN)).isEqualTo("""
                r.csv:3: Budget: '十' is not a number; give digits only, without a unit.
                r.csv:3: unit code 336001 has two names: '法院' (row 2) and '检察院'.
                r.csv:5: no unit code.
                r.csv:6: the unit code '33-6' must be 1 to 20 digits or letters.
                r.csv:7: no unit name (100).
                r.csv:8: Project code 'A1' is the same as in row 2.
                r.csv:9: 单位编码: the formula in the cell has no result (#N/A).
                r.csv:10: Project code: '1.302E+20' was stored as a number and its last digits are lost; set the cell to text and enter it again.
                r.csv:15: '馆' has more than 4 projects.""");
    }

    @Test
    void projectsWithoutCodesMayShareANameBetweenUnits() throws Exception {
        assertThat(show(Roster.read(Forms.small(), csv("unit code,Unit name,Project name\n1,a,x\n2,b,x\n")))).containsExactly("1 a 2 {} [[name=x]]", "2 b 3 {} [[name=x]]");
        assertThat(mistakes(csv("unit code,Unit name,Project name\n1,a,x\n2,b,x\n1,a,x\n"), Lang.ZH)).isEqualTo("r.csv:4: 项目名称“x”与第 2 行重复。");
    }

    @Test
    void namesAndContactsMayBeGivenOnce() throws Exception {
        Path file = folder.resolve("g.csv");
        Files.write(file, "单位编码,单位,部门,电话,项目名称\n1,,行政科,123,x\n1,甲,,456,y\n".getBytes(Charset.forName("GB18030")));
        Roster roster = Roster.read(Forms.small(), file);
        assertThat(show(roster)).containsExactly("1 甲 2 {department=行政科, phone=123} [[name=x], [name=y]]");
        assertThat(roster.notes().stream().map(note -> note.in(Lang.ZH)).toList()).containsExactly("g.csv:3: “456”与前面的“123”不同，以前面的为准。");
    }

    @Test
    void aFileThatIsNoRosterIsTold() throws Exception {
        assertThat(mistakes(csv("项目名称,预算数\nx,1\n"), Lang.ZH)).isEqualTo("r.csv:1: 前 10 行中找不到表头，表头至少要有“单位编码”和“单位名称”两列。");
        assertThat(mistakes(csv("单位编码,单位名称\n,\n"), Lang.ZH)).isEqualTo("r.csv:1: 表头下面没有单位。");
        assertThat(mistakes(csv("单位编码,单位名称,单位代码\n1,a,1\n"), Lang.ZH)).isEqualTo("r.csv:1: 这几列意思相同，只能留一列：单位编码、单位代码。");
        assertThat(mistakes(csv(",,\n\n"), Lang.ZH)).isEqualTo("r.csv: 名单是空的。");
        assertThat(mistakes(csv(""), Lang.ZH)).isEqualTo("r.csv: 文件是空的。");
        assertThat(mistakes(folder.resolve("none.csv"), Lang.ZH)).isEqualTo("none.csv: 找不到这个文件。");
        assertThat(mistakes(csv("单位编码,单位名称\n" + "1,a\n".repeat(100_000)), Lang.ZH)).isEqualTo("r.csv: 表格过大（最多 100000 行、500 列、1000000 个单元格），请删去与名单无关的内容。");
    }

    private static List<String> show(Roster roster) {
        return roster.units().stream().map(unit -> unit.code() + " " + unit.name() + " " + unit.row() + " " + new java.util.TreeMap<>(unit.extra()) + " "
                + unit.projects().stream().map(project -> project.entrySet().stream().map(field -> field.getKey() + "=" + field.getValue().show()).toList()).toList()).toList();
    }

    private static String mistakes(Path file, Lang lang) {
        return catchThrowableOfType(DefinitionException.class, () -> Roster.read(Forms.small(), file)).in(lang);
    }

    private Path csv(String text) throws Exception {
        return Files.writeString(folder.resolve("r.csv"), text);
    }

    private static void row(Sheet sheet, int number, Object... values) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Number value) {
                row.createCell(i).setCellValue(value.doubleValue());
            } else if (values[i] != null) {
                row.createCell(i).setCellValue((String) values[i]);
            }
        }
    }
}
