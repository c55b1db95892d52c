package goalsheet.fill;

import static goalsheet.fill.PourBook.CHECKER;
import static goalsheet.fill.PourBook.KEY;
import static goalsheet.fill.PourBook.TEMPLATES;
import static goalsheet.fill.PourBook.integrity;
import static goalsheet.fill.PourBook.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.RawEdit;
import goalsheet.SchemaValidation;
import goalsheet.check.Checker;
import goalsheet.check.Returned;
import goalsheet.expr.Value;
import goalsheet.fill.Pouring.Request;
import goalsheet.generate.Contents;
import goalsheet.generate.FormWriter;
import goalsheet.generate.Roster;
import goalsheet.layout.Form;
import goalsheet.layout.Layout;
import goalsheet.office.Office;
import goalsheet.office.OfficeBook;
import goalsheet.report.Annotator;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import goalsheet.xlsx.Archive;
import goalsheet.xlsx.Comments;
import goalsheet.xlsx.WorkbookFile;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pouring tells, keeps, converts and leaves out. */
class PouringTest {
    private static final Template HEBEI = TEMPLATES.open("hebei-2023");
    private static final Template SMALL1 = TemplateLoader.load(Path.of("src/test/resources/versions/small-1.yaml"));
    private static final Template SMALL2 = TemplateLoader.load(Path.of("src/test/resources/versions/small-2.yaml"));
    private static final Checker SMALL = new Checker(id -> Optional.of(SMALL2));

    @TempDir
    private static Path folder;
    private static Path court;

    @BeforeAll
    static void form() {
        court = PourBook.court(folder.resolve("court.xlsx"), Optional.empty());
    }

    private static Path damaged(RawEdit edit) throws Exception {
        return edit.save(folder.resolve("damaged.xlsx"));
    }

    private static Path written(Pouring pouring) {
        return PourBook.write(pouring, folder.resolve("again.xlsx"));
    }

    /** {@code CONVERTED 项目1!B7 → 项目1!B7 支出计划3月底 “10% → 10%” 文本改为数字}. */
    private static List<String> told(Pouring pouring) {
        return pouring.lines().stream().map(line -> (line.kind() + " " + line.from() + " → " + line.to() + " " + line.label().zh() + " “" + line.value() + "” " + line.why().zh()).strip()).toList();
    }

    @Test
    void tellsWhatWasConvertedAndWhatIsLeftOut() throws Exception {
        Path damaged = damaged(RawEdit.of(court).text("项目1", "B7", " 15% ").text("项目1", "A10", "产出").text("项目1", "C7", "约两成").number("项目1", "F10", "0.9")
                .formula("项目1", "G10", "\"a\"&\"b\"", "ab").number("项目1", "C4", "1").text("项目1", "L40", "备注").addSheet("测算").text("测算", "A1", "1+1").text("项目1", "A3", "编码"));
        Pouring pouring = PourBook.pouring(damaged, HEBEI).orElseThrow();
        assertThat(told(pouring)).containsExactly(
                "CONVERTED 项目1!B7 → 项目1!B7 支出计划3月底 “ 15%  → 15%” 文本改为数字",
                "CONVERTED 项目1!A10 → 项目1!A10 绩效指标第1行一级指标 “产出 → 产出指标” 改为可选项的写法",
                "CONVERTED 项目1!F10 → 项目1!F10 绩效指标第1行指标值 “0.9 → 0.9” 数字改为文字",
                "CONVERTED 项目1!G10 → 项目1!G10 绩效指标第1行指标值确定依据 “ab → ab” 公式改为结果",
                "OFFICE 项目1!C4 → 项目1!C4 预算数 “1 → 10” 财政部门锁定的数，以财政部门的为准",
                "REFUSED 项目1!C7 →  支出计划6月底 “约两成” “约两成”不是数字，请只填数字，不要带单位。",
                "REFUSED 项目1!L40 →   “备注” 不在表样的格子里",
                "REFUSED 测算 →   “” 不是表样中的工作表");
    }

    /** As on paper, a merged cell of words counts for each of its rows; a number counts once, and nothing for rows in which nothing else stands. */
    @Test
    void aMergedCellSaysItsWordsForAllItsRows() throws Exception {
        Path damaged = damaged(RawEdit.of(court).clear("项目1", "A11").clear("项目1", "A12").part("xl/worksheets/sheet3.xml", xml -> xml.replace("</mergeCells>",
                "<mergeCell ref=\"A10:A12\"/><mergeCell ref=\"G15:G17\"/></mergeCells>")));
        Pouring pouring = PourBook.pouring(damaged, HEBEI).orElseThrow();
        assertThat(told(pouring)).containsExactly("MOVED 项目1!A10 → 项目1!A11  “”", "MOVED 项目1!A10 → 项目1!A12  “”");
        assertThat(Returned.told(written(pouring))).isEqualTo(Returned.told(court));
    }

    /** Each cell that says something else than the new form will, with both; what says the same in one line a sheet. */
    @Test
    void tellsWhatWasWrittenOverFormulas() throws Exception {
        assumeTrue(Office.available());
        Path damaged = folder.resolve("over.xlsx");
        try (OfficeBook book = Office.open(court)) {
            book.type("封面", "D15", "700").type("封面", "C10", "别的项目").type("封面", "E14", "5").clear("封面", "F9");
            for (String cell : List.of("B9", "D9", "D10", "E15")) {
                book.setText("封面", cell, book.text("封面", cell));
            }
            book.type("封面", "D9", "10").type("封面", "D10", "235.8").type("封面", "E15", "682.44").saveAs(damaged, OfficeBook.Format.XLSX);
        }
        Pouring pouring = PourBook.pouring(damaged, HEBEI).orElseThrow();
        assertThat(told(pouring)).containsExactly(
                "CALCULATED 封面!C10 → 封面!C10 项目清单第2行项目名称 “别的项目 → 新大楼物业及运转费” 填的内容盖住了公式，新表自动计算",
                "CALCULATED 封面!E14 → 封面!E14 项目清单第6行财政资金 “5” 填的内容盖住了公式，新表自动计算，结果是空白",
                "CALCULATED 封面!D15 → 封面!D15 预算数合计 “700 → 682.44” 填的内容盖住了公式，新表自动计算",
                "CALCULATED 封面!B9 → 封面!B9  “” 公式被盖住，已恢复，结果不变，共 4 格");
        Path again = written(pouring);
        assertThat(integrity(again, CHECKER)).isEmpty();
        assertThat(values(again, CHECKER)).isEqualTo(values(court, CHECKER));
    }

    @Test
    void anOlderVersionIsReadByItsOwnMap() throws Exception {
        Map<String, Value> typed = new TreeMap<>(Map.of("cover.unit_code", Value.of("336001"), "cover.unit_name", Value.of("法院"), "cover.contact", Value.of("王"),
                "course[1].name", Value.of("岗前培训"), "course[1].kind", Value.of("外出学习"), "course[1].share", Value.of(80), "course[1].place", Value.of("党校"),
                "course[1].days", Value.of("3"), "course[1].total", Value.of(600), "course[2].days", Value.of("三天")));
        for (int row = 1; row <= 5; row++) {
            typed.put("course[1].items[" + row + "].name", Value.of("明细" + row));
            typed.put("course[1].items[" + row + "].amount", Value.of(new java.math.BigDecimal(row + "23.45")));
        }
        Path old = folder.resolve("old.xlsx");
        FormWriter.write(Layout.of(SMALL1, new Form(Lang.ZH, 2, Map.of())), path -> typed.getOrDefault(path, Value.BLANK), Optional.empty(), old, true);
        assertThat(SMALL.check(old).findings()).extracting(finding -> finding.rule().id()).containsExactly("IDN003");

        Pouring pouring = PourBook.pouring(old, SMALL2).orElseThrow();
        Path again = written(pouring);
        assertThat(integrity(again, SMALL)).isEmpty();
        assertThat(values(again, SMALL)).isEqualTo(new TreeMap<>(Map.ofEntries(Map.entry("cover.unit_code", "336001"), Map.entry("cover.unit_name", "法院"), Map.entry("cover.person", "王"),
                Map.entry("course[1].name", "岗前培训"), Map.entry("course[1].kind", "? 外出学习"), Map.entry("course[1].share", "80"), Map.entry("course[1].days", "3"),
                Map.entry("course[1].items[1].name", "明细1"), Map.entry("course[1].items[2].name", "明细2"), Map.entry("course[1].items[3].name", "明细3"),
                Map.entry("course[1].items[1].amount", "0.012345"), Map.entry("course[1].items[2].amount", "0.022345"), Map.entry("course[1].items[3].amount", "0.032345"))));
        assertThat(told(pouring)).containsExactly(
                "MOVED 培训班1!B3 → 培训班1!B4  “” 共 9 格",
                "MOVED  →  经办人 “cover.contact → cover.person” 旧表的字段名",
                "CONVERTED 培训班1!B5 → 培训班1!B6 天数 “3 → 3” 文本改为数字",
                "CONVERTED 培训班1!C7 → 培训班1!C8 经费明细第1行金额 “123.45 → 0.012345” 元换算为万元",
                "CONVERTED 培训班1!C8 → 培训班1!C9 经费明细第2行金额 “223.45 → 0.022345” 元换算为万元",
                "CONVERTED 培训班1!C9 → 培训班1!C10 经费明细第3行金额 “323.45 → 0.032345” 元换算为万元",
                "REFUSED 培训班1!D4 →  地点 “党校” 新表没有这一项",
                "REFUSED 培训班1!D5 →  经费 “600” 新表自动计算",
                "REFUSED 培训班1!A10 →   “明细4” 超出新表的行数",
                "REFUSED 培训班1!A11 →   “明细5” 超出新表的行数",
                "REFUSED 培训班1!C10 →   “423.45” 超出新表的行数",
                "REFUSED 培训班1!C11 →   “523.45” 超出新表的行数",
                "REFUSED 培训班2!B5 →  天数 “三天” “三天”不是数字，请只填数字，不要带单位。");
    }

    @Test
    void withoutItsIdentityAFormIsKnownByItsWords() throws Exception {
        Path copied = damaged(RawEdit.of(court).removeSheet("_goalsheet").removeSheet("_lists").renameSheet("封面", "Sheet1").renameSheet("项目1", "Sheet2"));
        Pouring pouring = PourBook.pouring(copied, HEBEI).orElseThrow();
        assertThat(pouring.version()).isZero();
        // What was locked was the office's; what the unit has typed is not told.
        assertThat(told(pouring)).contains("OFFICE Sheet2!C4 → 项目1!C4 预算数 “10” 原由财政部门填好，无法确认没有被改过，新表中没有锁定")
                .noneMatch(line -> line.startsWith("OFFICE Sheet2!B12 "));
        Path again = written(pouring);
        assertThat(integrity(again, CHECKER)).isEmpty();
        assertThat(values(again, CHECKER)).isEqualTo(values(court, CHECKER));
    }

    @Test
    void anEnglishFormStaysEnglish() throws Exception {
        Path english = folder.resolve("english.xlsx");
        FormWriter.write(Layout.of(HEBEI, FormWriter.blank(HEBEI, Lang.EN, Optional.of(2))), path -> path.equals("project[2].name") ? Value.of("办公楼") : Value.BLANK, Optional.empty(), english, true);
        for (Path source : List.of(english, damaged(RawEdit.of(english).removeSheet("_goalsheet").removeSheet("_lists")))) {
            Pouring pouring = PourBook.pouring(source, HEBEI).orElseThrow();
            assertThat(pouring.layout().form().lang()).isEqualTo(Lang.EN);
            assertThat(values(written(pouring), CHECKER)).containsExactly(Map.entry("project[2].name", "办公楼"));
        }
    }

    @Test
    void figuresOfTheOfficeComeFromASoundIdentityElseAreFlagged() throws Exception {
        Path signed = PourBook.court(folder.resolve("signed.xlsx"), Optional.of(KEY));
        Request right = new Request(HEBEI, Lang.ZH, Optional.empty(), Optional.of(KEY));
        assertThat(PourBook.pouring(signed, right).orElseThrow().lines()).isEmpty();
        Pouring wrong = PourBook.pouring(signed, new Request(HEBEI, Lang.ZH, Optional.empty(), Optional.of(PourBook.key("somebody else's own secret")))).orElseThrow();
        assertThat(wrong.layout().form().controls()).isEmpty();
        assertThat(told(wrong)).contains("OFFICE 项目1!C4 → 项目1!C4 预算数 “10” 原由财政部门填好，无法确认没有被改过，新表中没有锁定");
        assertThat(values(written(wrong), CHECKER)).isEqualTo(values(court, CHECKER));

        Path forged = damaged(RawEdit.of(court).text("_goalsheet", "B6", "0000"));
        assertThat(PourBook.pouring(forged, HEBEI).orElseThrow().layout().form().controls()).isEmpty();
    }

    @Test
    void figuresOfTheOfficeComeFromARosterWhenThereIsOne() throws Exception {
        Roster roster = Roster.read(HEBEI, Path.of("samples/roster.csv"));
        // Another order of projects, and a figure changed where it shows and where it is hidden.
        Path damaged = damaged(RawEdit.of(court).renameSheet("项目1", "x").renameSheet("项目2", "项目1").renameSheet("x", "项目2").number("项目1", "C4", "77"));
        Pouring pouring = PourBook.pouring(damaged, new Request(HEBEI, Lang.ZH, Optional.of(roster), Optional.empty())).orElseThrow();
        Path again = written(pouring);
        assertThat(integrity(again, CHECKER)).isEmpty();
        assertThat(values(again, CHECKER)).isEqualTo(values(court, CHECKER));
        assertThat(told(pouring)).anyMatch(line -> line.startsWith("OFFICE 项目1!C4 → 项目2!C4 预算数 “77 → "));
    }

    @Test
    void aCopiedSheetBecomesOneMore() throws Exception {
        assumeTrue(Office.available());
        Path copied = folder.resolve("copied.xlsx");
        try (OfficeBook book = Office.open(court)) {
            book.copySheet("项目1", "项目1 (2)").setText("项目1 (2)", "B8", "另一个目标").saveAs(copied, OfficeBook.Format.XLSX);
        }
        Pouring pouring = PourBook.pouring(copied, HEBEI).orElseThrow();
        assertThat(told(pouring)).contains("SHEET 项目1 (2) → 项目7  “”");
        Path again = written(pouring);
        assertThat(integrity(again, CHECKER)).isEmpty();
        Map<String, String> expected = values(court, CHECKER);
        values(court, CHECKER).forEach((path, value) -> {
            if (path.startsWith("project[1].")) {
                expected.put("project[7]" + path.substring("project[1]".length()), value);
            }
        });
        expected.put("project[7].goals", "另一个目标");
        assertThat(values(again, CHECKER)).isEqualTo(expected);
    }

    private static Path noted(Path source, Path target) throws Exception {
        try (InputStream in = Files.newInputStream(source); XSSFWorkbook book = new XSSFWorkbook(in); OutputStream out = Files.newOutputStream(target)) {
            note(book.getSheet("项目1"), 3, 2, "李会计", "这个数\n待核实");
            note(book.getSheet("项目1"), 0, 0, "", "标题上的话");
            note(book.getSheet("项目1"), 45, 3, "王", "表外的话");
            book.write(out);
        }
        return target;
    }

    private static void note(XSSFSheet sheet, int row, int col, String author, String text) {
        XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(new XSSFClientAnchor(0, 0, 0, 0, col, row, col + 2, row + 3));
        comment.setAddress(row, col);
        comment.setAuthor(author);
        comment.setString(text);
    }

    private static List<Comments.Note> notes(Path file) throws Exception {
        return WorkbookFile.read(file, WorkbookFile.Opening.PLAIN).comments().notes();
    }

    @Test
    void notesOfPeopleSurviveOursDoNot() throws Exception {
        Path noted = noted(court, folder.resolve("noted.xlsx"));
        Path checked = Files.write(folder.resolve("checked.xlsx"), Annotator.annotate(Files.readAllBytes(noted), CHECKER.check(noted), Lang.ZH));
        Archive marked = Archive.read(checked);
        assertThat(marked.names().stream().filter(name -> name.matches("xl/comments\\d+\\.xml")).toList()).hasSizeGreaterThan(1);
        Pouring pouring = PourBook.pouring(checked, HEBEI).orElseThrow();
        assertThat(told(pouring)).contains("NOTE 项目1!D46 →   “表外的话” 批注所在的格子在新表中没有");
        Path again = written(pouring);
        assertThat(notes(again)).extracting(note -> note.sheet() + "!" + note.cell() + " " + note.author() + " " + note.text())
                .containsExactlyInAnyOrder("项目1!C4 李会计 这个数\n待核实", "项目1!A1  标题上的话");
        assertThat(integrity(again, CHECKER)).isEmpty();
        assertThat(SchemaValidation.errors(again)).isEmpty();
        assertThat(PourBook.pouring(again, HEBEI).orElseThrow().notes()).isEqualTo(2);
    }

    @Test
    void conversationsBecomeNotes() throws Exception {
        Path noted = noted(court, folder.resolve("noted.xlsx"));
        RawEdit edit = RawEdit.of(noted);
        String part = edit.sheetPart("项目1");
        String relations = part.replace("worksheets/", "worksheets/_rels/") + ".rels";
        String namespace = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
        edit.put("xl/threadedComments/threadedComment1.xml", ("<ThreadedComments xmlns=\"" + namespace + "\"><threadedComment ref=\"C4\" personId=\"{1}\" id=\"{a}\"><text>是10万吗？</text></threadedComment>"
                + "<threadedComment ref=\"C4\" personId=\"{2}\" id=\"{b}\" parentId=\"{a}\"><text>是</text></threadedComment></ThreadedComments>").getBytes(StandardCharsets.UTF_8));
        edit.put("xl/persons/person.xml", ("<personList xmlns=\"" + namespace + "\"><person displayName=\"李\" id=\"{1}\"/><person displayName=\"王\" id=\"{2}\"/></personList>").getBytes(StandardCharsets.UTF_8));
        edit.part(relations, xml -> xml.replace("</Relationships>", "<Relationship Id=\"t1\" Type=\"http://schemas.microsoft.com/office/2017/10/relationships/threadedComment\" Target=\"../threadedComments/threadedComment1.xml\"/></Relationships>"));
        edit.part("xl/_rels/workbook.xml.rels", xml -> xml.replace("</Relationships>", "<Relationship Id=\"p1\" Type=\"http://schemas.microsoft.com/office/2017/10/relationships/person\" Target=\"persons/person.xml\"/></Relationships>"));
        String comments = Archive.read(noted).names().stream().filter(name -> name.matches("xl/comments\\d+\\.xml")).findFirst().orElseThrow();
        edit.part(comments, xml -> xml.replace("李会计", "tc={a}"));
        Path talked = damaged(edit);
        assertThat(notes(written(PourBook.pouring(talked, HEBEI).orElseThrow()))).extracting(Comments.Note::text).containsExactlyInAnyOrder("李：是10万吗？\n王：是", "标题上的话");
    }

    @Test
    void theOldFormatIsPouredWithItsNotes() throws Exception {
        assumeTrue(Office.available());
        Path old = folder.resolve("court.xls");
        try (OfficeBook book = Office.open(court)) {
            book.addComment("项目1", "C4", "待核实").saveAs(old, OfficeBook.Format.XLS);
        }
        Path again = written(PourBook.pouring(old, HEBEI).orElseThrow());
        assertThat(integrity(again, CHECKER)).isEmpty();
        assertThat(values(again, CHECKER)).isEqualTo(values(court, CHECKER));
        assertThat(notes(again)).extracting(note -> note.sheet() + "!" + note.cell() + " " + note.text()).containsExactly("项目1!C4 待核实");
    }

    @Test
    void aWorkbookOfSomebodyElseIsNotRecognised() throws Exception {
        Path foreign = folder.resolve("foreign.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(foreign)) {
            book.createSheet("封面").createRow(0).createCell(0).setCellValue("工资表");
            book.write(out);
        }
        assertThat(PourBook.pouring(foreign, HEBEI)).isEmpty();
    }

    @Test
    void ofAnotherTemplateWhatHasTheSameNameIsTakenAndTheRestIsTold() throws Exception {
        Pouring pouring = PourBook.pouring(PourBook.centre(folder.resolve("centre.xlsx")), SMALL2).orElseThrow();
        assertThat(pouring.template()).isEqualTo("central-2021");
        assertThat(values(written(pouring), SMALL)).containsOnlyKeys("cover.unit_code", "cover.unit_name");
        assertThat(told(pouring)).contains("REFUSED 项目（1） →   “” 新表没有这种表");
    }

    @Test
    void aBlankFormPoursIntoABlankForm() throws Exception {
        Path blank = folder.resolve("blank.xlsx");
        FormWriter.write(Layout.of(HEBEI, FormWriter.blank(HEBEI, Lang.ZH, Optional.empty())), Contents.of(path -> Value.BLANK), Optional.empty(), blank, true);
        Pouring pouring = PourBook.pouring(blank, HEBEI).orElseThrow();
        assertThat(pouring.lines()).isEmpty();
        assertThat(Files.readAllBytes(written(pouring))).isEqualTo(Files.readAllBytes(blank));
    }
}
