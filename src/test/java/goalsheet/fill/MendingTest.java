package goalsheet.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.RawEdit;
import goalsheet.SchemaValidation;
import goalsheet.check.Checker;
import goalsheet.generate.FormWriter;
import goalsheet.generate.Roster;
import goalsheet.layout.Form;
import goalsheet.layout.Layout;
import goalsheet.office.Office;
import goalsheet.office.OfficeBook;
import goalsheet.report.Annotator;
import goalsheet.rule.Verdict;
import goalsheet.template.Template;
import goalsheet.template.TemplateStore;
import goalsheet.text.Lang;
import goalsheet.xlsx.Archive;
import goalsheet.xlsx.WorkbookFile;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.Snapshot.Cell;
import goalsheet.xlsx.WorkbookReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Samples filled in and damaged: what is mended, exactly, and that nothing else changes. */
class MendingTest {
    private static final TemplateStore TEMPLATES = new TemplateStore(Path.of("templates"));
    private static final Checker CHECKER = new Checker(TEMPLATES::find);
    private static final String FIRST = "项目（1）";
    /** What the published lists of indicators of the court have in them. */
    private static final List<String> PUBLISHED = List.of("部门整体!D7", "部门整体!D8", "部门整体!D9");

    @TempDir
    private static Path folder;
    private static Path court;
    private static Path centre;

    @BeforeAll
    static void forms() {
        court = fill("hebei-2023", "qianan-court");
        centre = fill("central-2021", "central");
    }

    private static Path fill(String id, String sample) {
        Template template = TEMPLATES.open(id);
        FormData data = FormData.read(template, List.of(Path.of("samples", sample, "data.yaml")));
        return write(template, FormWriter.blank(template, Lang.ZH, Optional.of(data.sheets())), data, folder.resolve(sample + ".xlsx"));
    }

    private static Path write(Template template, Form form, FormData data, Path target) {
        FormWriter.write(Layout.of(template, form), data::value, Optional.empty(), target, false);
        return target;
    }

    interface Editing {
        RawEdit of(RawEdit workbook);
    }

    /** Something done to a workbook, and the changes that mend it: {@code 项目1!F15 ≧90% → ≥90%}. */
    private static DynamicTest on(Path workbook, String name, Editing damage, String... changes) {
        return DynamicTest.dynamicTest(name, () -> {
            Path damaged = damage.of(RawEdit.of(workbook)).save(folder.resolve("damaged.xlsx"));
            assertThat(changes(damaged).stream().filter(line -> PUBLISHED.stream().noneMatch(line::startsWith))).containsExactly(changes);
            if (changes.length > 0) {
                sound(damaged);
            }
        });
    }

    private static Mending mending(Path file) throws Exception {
        return Mending.of(CHECKER, file, WorkbookFile.read(file, WorkbookFile.Opening.PLAIN)).orElseThrow();
    }

    private static List<String> changes(Path file) throws Exception {
        return mending(file).changes().stream().map(change -> change.place().sheet() + "!" + change.place().cell() + " " + change.before() + " → " + change.after()).toList();
    }

    private static Path mended(Path file) throws Exception {
        return Files.write(folder.resolve("mended.xlsx"), mending(file).workbook());
    }

    /** Nothing is left to mend or stale, nothing new is found, and no other cell has changed. */
    private static void sound(Path damaged) throws Exception {
        byte[] before = Files.readAllBytes(damaged);
        Mending mending = mending(damaged);
        Path mended = mended(damaged);
        assertThat(Files.readAllBytes(damaged)).isEqualTo(before);
        assertThat(changes(mended)).isEmpty();
        List<String> left = told(mended);
        assertThat(left).isSubsetOf(told(damaged)).noneMatch(line -> line.contains("STR007") || line.contains("IND002") || line.contains("INT009"));
        assertThat(differences(WorkbookReader.read(damaged), WorkbookReader.read(mended))).containsExactlyInAnyOrderElementsOf(Stream.concat(
                mending.changes().stream().map(change -> change.place().sheet() + "!" + change.place().cell()), results(damaged, mended).stream()).toList());
        assertThat(SchemaValidation.errors(mended)).isEqualTo(SchemaValidation.errors(damaged));
    }

    private static List<String> told(Path file) {
        return told(CHECKER.check(file));
    }

    private static List<String> told(Verdict verdict) {
        return verdict.findings().stream().map(finding -> finding.severity() + " " + finding.rule().id() + " " + finding.place().sheet() + "!" + finding.place().cell()).toList();
    }

    private static List<String> differences(Snapshot before, Snapshot after) {
        return before.sheets().stream().flatMap(sheet -> {
            Snapshot.Sheet other = after.sheet(sheet.name()).orElseThrow();
            TreeMap<Ref, Cell> all = new TreeMap<>(sheet.cells());
            all.putAll(other.cells());
            return all.keySet().stream().filter(ref -> !sheet.cell(ref).equals(other.cell(ref))).map(ref -> {
                other.cell(ref).ifPresent(cell -> assertThat(cell.style()).isEqualTo(sheet.cells().get(ref).style()));
                other.cell(ref).ifPresent(cell -> assertThat(cell.formula()).isEqualTo(sheet.cells().get(ref).formula()));
                return sheet.name() + "!" + ref;
            });
        }).toList();
    }

    /** Formula cells whose stored result is another one now. */
    private static List<String> results(Path before, Path after) throws Exception {
        Snapshot old = WorkbookReader.read(before);
        return WorkbookReader.read(after).sheets().stream().flatMap(sheet -> sheet.cells().values().stream().filter(Cell::hasFormula)
                .filter(cell -> !cell.text().equals(stored(old, sheet, cell).text()) || cell.kind() != stored(old, sheet, cell).kind()).map(cell -> sheet.name() + "!" + cell.ref())).toList();
    }

    private static Cell stored(Snapshot snapshot, Snapshot.Sheet sheet, Cell cell) {
        return snapshot.sheet(sheet.name()).orElseThrow().cells().get(cell.ref());
    }

    private static Cell cell(Path file, String sheet, String cell) throws Exception {
        return WorkbookReader.read(file).sheet(sheet).orElseThrow().cell(Ref.parse(cell)).orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> mends() {
        return Stream.of(
                on(court, "a sign", edit -> edit.text("项目1", "F15", "≧90%"), "项目1!F15 ≧90% → ≥90%"),
                on(court, "full-width characters", edit -> edit.text("项目1", "F15", "》９０％"), "项目1!F15 》９０％ → ≥90%"),
                on(court, "percent in brackets and in words", edit -> edit.text("项目1", "F15", "≥90（%）").text("项目1", "F10", "＝100百分比"), "项目1!F10 ＝100百分比 → =100%", "项目1!F15 ≥90（%） → ≥90%"),
                on(court, "an amount stored as text", edit -> edit.text("项目1", "C4", "10.00"), "项目1!C4 10.00 → 10"),
                on(court, "an amount with commas and blanks", edit -> edit.text("项目2", "C4", "\u00a0２35.8 "), "项目2!C4 \u00a0２35.8  → 235.8"),
                on(court, "percentages stored as text", edit -> edit.text("项目1", "B7", "20%").text("项目1", "F7", "100"), "项目1!B7 20% → 20%", "项目1!F7 100 → 100%"),
                on(court, "levels in another spelling", edit -> edit.text("项目1", "A10", "产出指标（50分）").text("项目1", "B10", "数量").text("项目1", "B14", "环境效益指标"),
                        "项目1!A10 产出指标（50分） → 产出指标", "项目1!B10 数量 → 数量指标", "项目1!B14 环境效益指标 → 生态效益指标"),
                on(court, "blanks around a level", edit -> edit.text("项目1", "A10", " 产出指标\u3000"), "项目1!A10  产出指标\u3000 → 产出指标"),
                on(court, "blanks around texts", edit -> edit.text("项目1", "E3", "\t人民陪审员经费\u3000").text("封面", "C5", "\u00a0王海燕"), "封面!C5 \u00a0王海燕 → 王海燕", "项目1!E3 \t人民陪审员经费\u3000 → 人民陪审员经费"),
                on(court, "nothing but blanks", edit -> edit.text("项目1", "G4", "\u3000\u00a0").text("项目1", "D10", "\t"), "项目1!G4 \u3000\u00a0 → ", "项目1!D10 \t → "),
                on(court, "a long text keeps its indent", edit -> edit.text("项目1", "B8", "\n\u3000\u3000支付陪审补助\n\u3000\u3000参审900件\n"), "项目1!B8 \n\u3000\u3000支付陪审补助\n\u3000\u3000参审900件\n → \u3000\u3000支付陪审补助\n\u3000\u3000参审900件"),
                on(court, "a project code", edit -> edit.text("项目1", "B3", "１3020023p0000 3910033l\u00a0"), "项目1!B3 １3020023p0000 3910033l\u00a0 → 13020023P00003910033L"),
                on(court, "a unit code", edit -> edit.text("封面", "C3", "336\u00a0001 "), "封面!C3 336\u00a0001  → 336001"),
                on(centre, "a sign in another spelling of the list", edit -> edit.text(FIRST, "E16", "≧"), FIRST + "!E16 ≧ → ≥"),
                on(centre, "points stored as text", edit -> edit.text(FIRST, "H13", "20"), FIRST + "!H13 20 → 20"),
                on(centre, "a value in columns", edit -> edit.text(FIRST, "F16", "９８").text(FIRST, "G16", "百分比"), FIRST + "!F16 ９８ → 98", FIRST + "!G16 百分比 → %"),
                on(centre, "a number of full width beside its unit", edit -> edit.text(FIRST, "F16", "９８"), FIRST + "!F16 ９８ → 98"),
                on(centre, "sign and unit beside the number too", edit -> edit.text(FIRST, "F16", "＝９8％"), FIRST + "!F16 ＝９8％ → 98"));
    }

    @TestFactory
    Stream<DynamicTest> leavesAlone() {
        return Stream.of(
                on(court, "prose with full-width signs", edit -> edit.text("项目1", "B8", "结案率达到９０％，》规定").text("项目1", "C10", "结案率（％）")),
                on(court, "words for a value", edit -> edit.text("项目1", "F10", "较好（％）")),
                on(court, "an amount with its unit", edit -> edit.text("项目1", "C4", "12元").text("项目3", "E4", "26.02万元")),
                on(court, "words for an amount", edit -> edit.text("项目1", "C4", "十万")),
                on(court, "a fraction without a sign", edit -> edit.text("项目1", "B7", "0.2").text("项目1", "F7", "1")),
                on(court, "a percentage out of range", edit -> edit.text("项目1", "F7", "120%")),
                on(court, "items that are none", edit -> edit.text("项目1", "A10", "产处指标").text("项目1", "B11", "数量指际")),
                on(court, "an item of another parent", edit -> edit.text("项目1", "B10", "经济效益")),
                on(court, "a code with a wrong check character", edit -> edit.text("项目1", "B3", "13020023P00003910033M")),
                on(court, "codes that are misshapen", edit -> edit.text("项目1", "B3", "13020023p0000391003l").text("项目2", "B3", "13020023P00003910033L 13020023P000039100348")),
                on(court, "a code of another type", edit -> edit.text("项目1", "B3", "13020023T000039100")),
                on(court, "two telephones", edit -> edit.text("封面", "E5", "7651234 13933331234")),
                on(court, "dates", edit -> edit.text("封面", "C6", "２０２３年１月15日")),
                on(court, "a formula typed by the unit", edit -> edit.formula("项目1", "E3", "\"人民陪审员经费 \"", "人民陪审员经费 ")),
                on(court, "printed words and formulas", edit -> edit.text("项目1", "B4", "预算数 ").text("封面", "D14", "682.44")),
                on(centre, "two signs that differ", edit -> edit.text(FIRST, "F16", "≤98")),
                on(centre, "a number with words behind it", edit -> edit.text(FIRST, "F16", "98%（含线上）")),
                on(centre, "a sign that is none", edit -> edit.text(FIRST, "E16", "》=")));
    }

    @Test
    void whatIsLockedStays() throws Exception {
        Template template = TEMPLATES.open("hebei-2023");
        Form form = FormWriter.of(template, Roster.read(template, Path.of("samples/roster.csv")).units().get(0), Lang.ZH, 0);
        Path given = write(template, form, FormData.read(template, List.of(Path.of("samples/qianan-court/data.yaml"))), folder.resolve("given.xlsx"));
        Path damaged = RawEdit.of(given).text("项目1", "C4", "10").text("项目1", "B3", "13020023p00003910033l").text("项目1", "F15", "≧90%").save(folder.resolve("damaged.xlsx"));
        assertThat(changes(damaged)).filteredOn(line -> line.startsWith("项目")).containsExactly("项目1!F15 ≧90% → ≥90%");
    }

    @Test
    void numbersAreWrittenInTheCellsFormat() throws Exception {
        Path mended = mended(RawEdit.of(court).text("项目1", "B7", " 20% ").text("项目1", "C4", "１，０００.50").save(folder.resolve("damaged.xlsx")));
        assertThat(cell(mended, "项目1", "B7")).isEqualTo(new Cell(Ref.parse("B7"), Snapshot.Kind.NUMBER, "0.2", "", cell(court, "项目1", "B7").style()));
        assertThat(cell(mended, "项目1", "C4")).isEqualTo(new Cell(Ref.parse("C4"), Snapshot.Kind.NUMBER, "1000.5", "", cell(court, "项目1", "C4").style()));
        assertThat(told(mended)).contains("ERROR AMT001 项目1!C4");
    }

    @Test
    void officeCalculatesTheSame() throws Exception {
        assumeTrue(Office.available());
        Path damaged = folder.resolve("typed.xlsx");
        try (OfficeBook book = Office.open(court)) {
            book.setText("项目1", "C4", "10.00").setText("项目1", "E4", "10").setText("项目1", "E3", "陪审员经费\u3000").setText("项目2", "B7", "25%");
            book.saveAs(damaged, OfficeBook.Format.XLSX);
        }
        assertThat(changes(damaged)).filteredOn(line -> line.startsWith("项目")).containsExactly(
                "项目1!E3 陪审员经费\u3000 → 陪审员经费", "项目1!C4 10.00 → 10", "项目1!E4 10 → 10", "项目2!B7 25% → 25%");
        Path mended = mended(damaged);
        assertThat(results(damaged, mended)).contains("封面!D14", "封面!E14", "项目1!A1");
        sound(damaged);
        Path saved = folder.resolve("saved.xlsx");
        try (OfficeBook book = Office.open(mended)) {
            book.recalculate().saveAs(saved, OfficeBook.Format.XLSX);
        }
        assertThat(results(mended, saved)).isEmpty();
    }

    @Test
    void marksOfAnEarlierCheckGo() throws Exception {
        Path damaged = RawEdit.of(court).text("项目1", "F15", "≧90%").save(folder.resolve("damaged.xlsx"));
        Path marked = Files.write(folder.resolve("marked.xlsx"), Annotator.annotate(Files.readAllBytes(damaged), CHECKER.check(damaged), Lang.ZH));
        assertThat(changes(marked)).isEqualTo(changes(damaged));
        assertThat(WorkbookReader.read(mended(marked)).sheets()).isEqualTo(WorkbookReader.read(mended(damaged)).sheets());
        assertThat(marked).hasBinaryContent(Annotator.annotate(Files.readAllBytes(damaged), CHECKER.check(damaged), Lang.ZH));
    }

    @Test
    void otherPartsAreCopied() throws Exception {
        Path damaged = RawEdit.of(court).text("项目1", "F15", "≧90%").text("项目1", "C4", "10.00").save(folder.resolve("damaged.xlsx"));
        Archive before = Archive.read(damaged);
        Archive after = Archive.of(mending(damaged).workbook());
        assertThat(after.names()).isEqualTo(before.names());
        List<String> changed = new ArrayList<>();
        for (String name : before.names()) {
            if (!Arrays.equals(before.bytes(name), after.bytes(name))) {
                changed.add(name);
            }
        }
        Snapshot snapshot = WorkbookReader.read(damaged);
        assertThat(changed).containsExactlyInAnyOrder(snapshot.sheet("项目1").orElseThrow().part(), snapshot.sheet("部门整体").orElseThrow().part());
    }

    @Test
    void aStaleResultIsNoReasonToMend() throws Exception {
        Path clean = mended(court);
        assertThat(mending(clean).changes()).isEmpty();
        Path stale = RawEdit.of(clean).number("项目1", "C4", "12").number("项目1", "E4", "12").save(folder.resolve("stale.xlsx"));
        assertThat(mending(stale).changes()).isEmpty();
        assertThat(mending(stale).results()).isZero();
    }

    @Test
    void aWorkbookThatIsNotOursIsNotMended() throws Exception {
        Path other = RawEdit.of(court).removeSheet("_goalsheet").save(folder.resolve("other.xlsx"));
        assertThat(Mending.of(CHECKER, other, WorkbookFile.read(other, WorkbookFile.Opening.PLAIN))).isEmpty();
    }
}
