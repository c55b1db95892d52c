package goalsheet.fill;

import static goalsheet.fill.PourBook.CHECKER;
import static goalsheet.fill.PourBook.TEMPLATES;
import static goalsheet.fill.PourBook.integrity;
import static goalsheet.fill.PourBook.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.RawEdit;
import goalsheet.office.Office;
import goalsheet.office.OfficeBook;
import goalsheet.template.Template;
import goalsheet.xlsx.Ref;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A workbook damaged in every way that integrity knows, poured, checked: no finding of integrity, and every value that could be kept. */
class RoundTripIT {
    private static final String FIRST = "项目1";
    private static final String OVERALL = "部门整体";
    private static final String COVER = "封面";

    @TempDir
    private static Path folder;
    private static Path court;
    private static Template template;
    private static Map<String, String> original;

    @BeforeAll
    static void form() throws Exception {
        court = PourBook.court(folder.resolve("court.xlsx"), Optional.empty());
        template = TEMPLATES.open("hebei-2023");
        original = values(court, CHECKER);
        assertThat(original).hasSizeGreaterThan(200).containsEntry("project[1]._waiver[9]", "上级已批准");
        assertThat(integrity(court, CHECKER)).isEmpty();
    }

    interface Damage {
        void on(RawEdit workbook) throws Exception;
    }

    interface ByHand {
        void on(OfficeBook workbook);
    }

    /** What must be different after pouring: a changed or added value by path, or "" for one that is gone. */
    private static Map<String, String> with(String... changes) {
        Map<String, String> expected = new TreeMap<>(original);
        for (int at = 0; at < changes.length; at += 2) {
            if (changes[at + 1].isEmpty()) {
                assertThat(expected.remove(changes[at])).as(changes[at]).isNotNull();
            } else {
                expected.put(changes[at], changes[at + 1]);
            }
        }
        return expected;
    }

    private static void poured(Path damaged, Map<String, String> expected) throws Exception {
        Pouring pouring = PourBook.pouring(damaged, template).orElseThrow();
        Path again = PourBook.write(pouring, damaged.resolveSibling("again.xlsx"));
        assertThat(integrity(again, CHECKER)).isEmpty();
        assertThat(values(again, CHECKER)).isEqualTo(expected);
    }

    private static DynamicTest raw(String name, Damage damage, String... changes) {
        return DynamicTest.dynamicTest(name, () -> {
            RawEdit edit = RawEdit.of(court);
            damage.on(edit);
            poured(edit.save(folder.resolve("damaged.xlsx")), with(changes));
        });
    }

    private static DynamicTest byHand(String name, ByHand damage, String... changes) {
        return DynamicTest.dynamicTest(name, () -> {
            assumeTrue(Office.available());
            Path damaged = folder.resolve("by-hand.xlsx");
            try (OfficeBook book = Office.open(court)) {
                damage.on(book);
                book.saveAs(damaged, OfficeBook.Format.XLSX);
            }
            poured(damaged, with(changes));
        });
    }

    @TestFactory
    Stream<DynamicTest> damagedFiles() {
        return Stream.of(
                raw("nothing", workbook -> { }),
                raw("formula deleted", workbook -> workbook.removeCell(COVER, "D14")),
                raw("formula replaced by its result", workbook -> workbook.removeFormula(COVER, "D9")),
                raw("formula replaced by another number", workbook -> workbook.number(COVER, "D14", "1")),
                raw("formula changed", workbook -> workbook.formula(COVER, "D14", "SUM(D9:D10)", "5")),
                raw("formula points outside", workbook -> workbook.formula(COVER, "D14", "'[1]Sheet1'!A1", "5")),
                raw("title typed over", workbook -> workbook.text(FIRST, "A1", "我们的项目")),
                raw("formula typed into an entry cell", workbook -> workbook.formula(FIRST, "C10", "\"预算\"&\"执行率\"", "预算执行率"), "project[1].indicators[1].level3", "预算执行率"),
                raw("label changed", workbook -> workbook.text(FIRST, "A3", "编码")),
                raw("many labels changed", workbook -> workbook.text(FIRST, "A3", "编码").text(FIRST, "D3", "名称").text(FIRST, "A9", "一级").text(FIRST, "B9", "二级").text(FIRST, "B4", "预算")),
                raw("control figure changed", workbook -> workbook.number(FIRST, "C4", "99999")),
                raw("control figure emptied", workbook -> workbook.removeCell(FIRST, "C4")),
                raw("unit code changed", workbook -> workbook.text(COVER, "C3", "336999")),
                raw("list sheet edited", workbook -> workbook.text("_lists", "A3", "别的指标")),
                raw("list sheet removed", workbook -> workbook.removeSheet("_lists")),
                raw("list sheet shown", workbook -> workbook.setState("_lists", "visible")),
                raw("dropdowns lost", workbook -> workbook.removeValidations(FIRST)),
                raw("protection of a sheet removed", workbook -> workbook.removeSheetProtection(FIRST)),
                raw("protection of the structure removed", workbook -> workbook.removeWorkbookProtection()),
                raw("spare sheet removed", workbook -> workbook.removeSheet("项目6")),
                raw("sheet renamed", workbook -> workbook.renameSheet("项目2", "学校修缮")),
                raw("all sheets renamed", workbook -> workbook.renameSheet(COVER, "a").renameSheet(OVERALL, "b").renameSheet("项目1", "c").renameSheet("项目2", "d").renameSheet("项目3", "e")
                        .renameSheet("项目4", "f").renameSheet("项目5", "g").renameSheet("项目6", "h")),
                raw("sheet hidden", workbook -> workbook.setState("项目2", "hidden")),
                raw("merged cells taken apart", workbook -> workbook.part(workbook.sheetPart(FIRST), xml -> xml.replaceAll("<mergeCells.*?</mergeCells>", ""))),
                raw("text in a further cell", workbook -> workbook.text(FIRST, "K40", "备注")),
                raw("number kept as text", workbook -> workbook.text(FIRST, "B7", "10%"), "project[1].plan.m3", "10"),
                raw("item spelled otherwise", workbook -> workbook.text(FIRST, "A10", "产出")),
                raw("item that is none", workbook -> workbook.text(FIRST, "A10", "其他"), "project[1].indicators[1].level1", "? 其他"),
                raw("child of another parent", workbook -> workbook.text(FIRST, "B10", "社会效益指标"), "project[1].indicators[1].level2", "社会效益指标"),
                raw("a text where a number belongs", workbook -> workbook.text(FIRST, "B7", "约一成"), "project[1].plan.m3", ""),
                raw("an error value", workbook -> workbook.formula(FIRST, "B7", "NA()", "#N/A"), "project[1].plan.m3", ""),
                raw("a word of the office's own typed over", workbook -> workbook.text(FIRST, "E3", "别的名称")));
    }

    /** Damage that leaves every value where it can be found; several at once, each chosen by chance. */
    private static final List<BiConsumer<RawEdit, Random>> ANY = List.of(
            (book, random) -> book.insertRows(FIRST, 1 + random.nextInt(26), 1 + random.nextInt(3)),
            (book, random) -> book.insertRows(OVERALL, 1 + random.nextInt(20), 1 + random.nextInt(3)),
            (book, random) -> book.insertRows(COVER, 1 + random.nextInt(15), 1 + random.nextInt(3)),
            (book, random) -> book.insertColumns(OVERALL, Ref.letters(random.nextInt(4)), 1 + random.nextInt(2)),
            (book, random) -> book.insertColumns("项目4", Ref.letters(random.nextInt(7)), 1),
            (book, random) -> book.deleteRows("项目3", 20 + random.nextInt(6), 1),
            (book, random) -> book.deleteRows(OVERALL, 2, 1),
            (book, random) -> book.renameSheet("项目2", "项目二"),
            (book, random) -> book.renameSheet("项目5", "劳务费"),
            (book, random) -> book.setState("项目" + (3 + random.nextInt(2)), "hidden"),
            (book, random) -> book.removeSheet("项目6"),
            (book, random) -> book.removeSheet("_lists"),
            (book, random) -> book.removeValidations("项目4"),
            (book, random) -> book.removeSheetProtection(COVER),
            (book, random) -> book.removeWorkbookProtection(),
            (book, random) -> book.text("项目3", List.of("A3", "D3", "B4", "A9", "D9").get(random.nextInt(5)), "别的字"),
            (book, random) -> book.number("项目3", "C4", "123456"),
            (book, random) -> book.part(book.sheetPart("项目3"), xml -> xml.replaceAll("<mergeCells.*?</mergeCells>", "")),
            (book, random) -> book.addSheet("草稿").text("草稿", "A1", "算一算"));

    @TestFactory
    Stream<DynamicTest> severalAtOnce() {
        return IntStream.rangeClosed(1, 25).mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
            Random random = new Random(seed * 7919L);
            List<BiConsumer<RawEdit, Random>> chosen = new ArrayList<>(ANY);
            Collections.shuffle(chosen, random);
            // What asks for cells by their address comes before what moves them.
            List<BiConsumer<RawEdit, Random>> some = chosen.subList(0, 3 + random.nextInt(5)).stream().sorted(Comparator.comparing(damage -> -ANY.indexOf(damage))).toList();
            RawEdit edit = RawEdit.of(court);
            some.forEach(damage -> damage.accept(edit, random));
            poured(edit.save(folder.resolve("several.xlsx")), original);
        }));
    }

    @TestFactory
    Stream<DynamicTest> damagedByHand() {
        return Stream.of(
                byHand("saved", book -> { }),
                byHand("row inserted above everything", book -> book.insertRow(FIRST, 1)),
                byHand("row inserted among single fields", book -> book.insertRow(FIRST, 5)),
                byHand("row inserted between words and their fields", book -> book.insertRow(FIRST, 7)),
                byHand("blank row inserted into the table", book -> book.insertRow(FIRST, 12)),
                byHand("three blank rows inserted into the table", book -> book.insertRow(FIRST, 12).insertRow(FIRST, 12).insertRow(FIRST, 12)),
                byHand("row inserted above the table", book -> book.insertRow(FIRST, 10)),
                byHand("row inserted into the list of the cover", book -> book.insertRow(COVER, 11)),
                byHand("rows inserted into both tables", book -> book.insertRow(OVERALL, 17).insertRow(OVERALL, 9)),
                byHand("blank row deleted from the table", book -> book.deleteRow(FIRST, 25)),
                byHand("row of words deleted", book -> book.deleteRow(FIRST, 6)),
                byHand("column inserted", book -> book.insertColumn(FIRST, "C")),
                byHand("column inserted at the left", book -> book.insertColumn(FIRST, "A")),
                byHand("row and column inserted", book -> book.insertColumn(FIRST, "D").insertRow(FIRST, 11)),
                byHand("column deleted", book -> book.deleteColumn(FIRST, "G"), gone("project[1].indicators", "basis", 6)),
                byHand("sheets in another order", book -> book.moveSheet(FIRST, 0).moveSheet(COVER, 6)),
                byHand("sheet renamed", book -> book.renameSheet("项目3", "安保")),
                byHand("sheet hidden", book -> book.hideSheet("项目3")),
                byHand("sheet added", book -> book.insertSheet("Sheet1").setText("Sheet1", "A1", "备忘")),
                byHand("merged cells taken apart", book -> book.unmerge(FIRST, "B8:G8")),
                byHand("coloured, widened, zoomed", book -> book.colour(FIRST, "A10:F12", 0xFFCC00).widen(FIRST, "C", 60).zoom(FIRST, 70)),
                byHand("blank cell of elsewhere pasted", book -> book.insertSheet("Sheet1").paste("Sheet1", "A1", FIRST, "A26")));
    }

    private static String[] gone(String table, String field, int rows) {
        return IntStream.rangeClosed(1, rows).boxed().flatMap(row -> Stream.of(table + "[" + row + "]." + field, "")).toArray(String[]::new);
    }
}
