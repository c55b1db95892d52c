package goalsheet.check;

import static goalsheet.check.Mistake.raw;
import static goalsheet.check.Mistake.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.office.Office;
import goalsheet.office.OfficeBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake alone, in a workbook that is otherwise as the check knows it: told once, at its cell, and nothing else with it. */
class SeededMistakesTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void office() {
        assumeTrue(Office.available());
    }

    @TestFactory
    Stream<DynamicTest> amounts() {
        return onCourt(
                typed("a wrong amount", book -> book.type("项目1", "C4", "12"), "ERROR AMT001 项目1!C4"),
                typed("yuan in a form of ten thousands", book -> book.type("项目1", "C4", "100000"), "ERROR AMT001 项目1!C4"),
                typed("a part that does not add up", book -> book.type("项目3", "G4", "1.5"), "ERROR AMT001 项目3!C4"),
                typed("words for an amount", book -> book.setText("项目2", "C4", "十万元"), "ERROR STR002 项目2!C4"),
                typed("an amount with its unit", book -> book.setText("项目3", "E4", "26.02万元"), "ERROR STR002 项目3!E4"),
                typed("a negative amount", book -> book.setNumber("项目1", "E4", -10), "ERROR STR003 项目1!E4"),
                typed("an amount stored as text", book -> book.setText("项目1", "C4", "10.00"), "WARNING STR007 项目1!C4"),
                raw("#N/A in a budget", edit -> edit.part(edit.sheetPart("项目4"), xml -> error(xml, "C4", "#N/A")), "ERROR STR008 项目4!C4"),
                typed("a formula in an entry cell", book -> book.type("项目1", "E4", "=5+5"), "WARNING INT008 项目1!E4"),
                typed("a formula without a result in an entry cell", book -> book.type("项目1", "E4", "=1/0"), "ERROR STR008 项目1!E4"));
    }

    @TestFactory
    Stream<DynamicTest> plans() {
        return onCourt(
                typed("increments instead of running sums", book -> plan(book, "项目2", 0.25, 0.25, 0.3, 0.2), "ERROR PLN001 项目2!F7"),
                typed("a plan that decreases", book -> book.type("项目2", "D7", "40%"), "ERROR PLN002 项目2!D7"),
                typed("a plan above 100 %", book -> book.setNumber("项目2", "F7", 1.2), "ERROR STR003 项目2!F7"),
                typed("a plan that ends at 95 %", book -> book.type("项目2", "F7", "95%"), "ERROR PLN003 项目2!F7"),
                typed("words for a percentage", book -> book.setText("项目3", "C7", "过半"), "ERROR STR002 项目3!C7"),
                typed("a percentage stored as text", book -> book.setText("项目3", "C7", "60%"), "WARNING STR007 项目3!C7"));
    }

    @TestFactory
    Stream<DynamicTest> missing() {
        Map<String, String> required = new TreeMap<>(Map.ofEntries(Map.entry("封面!C3", "unit code"), Map.entry("封面!C4", "unit name"),
                Map.entry("封面!C5", "filled in by"), Map.entry("封面!C6", "date"), Map.entry("部门整体!A4", "overall goal"),
                Map.entry("部门整体!B8", "name of a sub-goal"), Map.entry("部门整体!C8", "goal of a sub-goal"), Map.entry("项目2!B3", "project code"),
                Map.entry("项目2!E3", "project name"), Map.entry("项目2!C4", "budget"), Map.entry("项目2!B5", "use of funds"),
                Map.entry("项目2!B7", "plan of March"), Map.entry("项目2!C7", "plan of June"), Map.entry("项目2!D7", "plan of October"),
                Map.entry("项目2!F7", "plan of December"), Map.entry("项目2!B8", "goals"), Map.entry("项目2!A11", "level 1"),
                Map.entry("项目2!B11", "level 2"), Map.entry("项目2!C11", "level 3"), Map.entry("项目2!F11", "value")));
        List<Mistake> mistakes = new ArrayList<>();
        required.forEach((place, field) -> mistakes.add(typed("no " + field, book -> book.clear(sheet(place), cell(place)), "ERROR STR001 " + place)
                .instead(Returned.COURT.stream().filter(line -> line.endsWith(" " + place)).toArray(String[]::new))));
        mistakes.add(typed("no indicators of a sub-goal", book -> book.clear("部门整体", "D9"), "ERROR STR001 部门整体!D9").instead("INFO IND002 部门整体!D9"));
        mistakes.add(typed("no indicators of a project", book -> clear(book, "项目2", "ABCDFG", 10, 15), "ERROR STR001 项目2!A10").instead(on("项目2")));
        mistakes.add(typed("an indicator begun", book -> book.type("项目2", "A16", "产出指标"), "ERROR STR001 项目2!B16", "ERROR STR001 项目2!C16", "ERROR STR001 项目2!F16"));
        mistakes.add(typed("a blank of full width for a name", book -> book.setText("项目2", "E3", "　"), "ERROR STR001 项目2!E3"));
        return onCourt(mistakes.toArray(Mistake[]::new));
    }

    @TestFactory
    Stream<DynamicTest> choices() {
        return onCourt(
                typed("a first level mistyped", book -> book.setText("项目1", "A10", "产处指标"), "ERROR STR004 项目1!A10"),
                typed("a second level mistyped", book -> book.setText("项目1", "B10", "数量目标"), "ERROR STR004 项目1!B10").instead("WARNING IND007 项目1!C10"),
                typed("a second level of another first level", book -> book.setText("项目1", "B10", "经济效益指标"), "ERROR STR005 项目1!B10")
                        .instead("WARNING IND007 项目1!C10"),
                typed("a first level that takes the second from under it", book -> book.type("项目1", "A10", "效益指标"), "ERROR STR005 项目1!B10")
                        .instead("WARNING IND007 项目1!C10"),
                typed("words pasted over a dropdown", book -> book.paste("部门整体", "B7", "项目1", "A11"), "ERROR STR004 项目1!A11"),
                typed("a legal item pasted over a dropdown", book -> book.insertSheet("草稿").type("草稿", "A1", "产出指标").paste("草稿", "A1", "项目1", "A11")
                        .removeSheet("草稿"), "INFO INT006 项目1!A11"),
                raw("all dropdowns of a sheet lost", edit -> edit.removeValidations("项目1"), "INFO INT006 项目1!A10"));
    }

    @TestFactory
    Stream<DynamicTest> values() {
        return onCourt(
                typed("a value nobody can measure", book -> book.setText("项目1", "F10", "按计划实施"), "WARNING IND001 项目1!F10"),
                typed("a date left open", book -> book.setText("项目1", "F13", "**月**日前"), "WARNING IND001 项目1!F13"),
                typed("a number without a unit", book -> book.setText("项目1", "F15", "≥90"), "WARNING IND003 项目1!F15"),
                typed("an unusual sign", book -> book.setText("项目1", "F15", "≧90%"), "INFO IND002 项目1!F15"),
                typed("full-width digits", book -> book.setText("项目1", "F15", "≥９０％"), "INFO IND002 项目1!F15"),
                typed("a rate of 105 %", book -> book.setText("项目1", "F15", "≥105%"), "ERROR IND004 项目1!F15"),
                typed("a digit too many", book -> book.setText("项目1", "F10", "292%"), "ERROR IND004 项目1!F10"),
                typed("at least 100 %", book -> book.setText("项目1", "F10", "≥100%"), "INFO IND004 项目1!F10"),
                typed("a rate above 100 % in a list of indicators", book -> book.setText("部门整体", "D9", "综合业务管理工作完成率≥850%"), "ERROR IND004 部门整体!D9")
                        .instead("INFO IND002 部门整体!D9"));
    }

    @TestFactory
    Stream<DynamicTest> codesTextsDates() {
        return onCourt(
                typed("a project code too short", book -> book.setText("项目1", "B3", "13020023P0000391003L"), "WARNING COD001 项目1!B3"),
                typed("a letter O for a zero", book -> book.setText("项目1", "B3", "13020023P0000391OO33L"), "WARNING COD001 项目1!B3"),
                typed("digits swapped", book -> book.setText("项目1", "B3", "13020032P00003910033L"), "WARNING COD002 项目1!B3"),
                typed("small letters in a code", book -> book.setText("项目1", "B3", "13020023p00003910033l"), "INFO COD001 项目1!B3"),
                typed("a code used twice", book -> book.setText("项目2", "B3", "13020023P00003910033L"), "ERROR COD003 项目2!B3"),
                typed("a name too long", book -> book.setText("项目1", "E3", "人民陪审员经费".repeat(9)), "ERROR STR006 项目1!E3"),
                typed("a date in words", book -> book.setText("封面", "C6", "年初"), "ERROR STR002 封面!C6"),
                typed("a day there is not", book -> book.setText("封面", "C6", "2023-02-30"), "ERROR STR002 封面!C6"),
                typed("a date as text", book -> book.setText("封面", "C6", "2023年1月15日"), "WARNING STR007 封面!C6"),
                typed("a date of another decade", book -> book.setNumber("封面", "C6", 48593), "ERROR STR003 封面!C6"));
    }

    @TestFactory
    Stream<DynamicTest> damage() {
        return onCourt(
                typed("a formula replaced by its value", book -> book.type("封面", "D14", "682.44"), "ERROR INT002 封面!D14"),
                typed("a formula in the list replaced by a constant", book -> book.type("封面", "D10", "300"), "ERROR INT002 封面!D10"),
                typed("a formula deleted", book -> book.clear("封面", "E14"), "ERROR INT001 封面!E14"),
                typed("a formula that leaves a row out", book -> book.type("封面", "D14", "=SUM(D9:D12)"), "ERROR INT003 封面!D14"),
                raw("a formula lost with its value kept", edit -> edit.removeFormula("项目1", "A1"), "ERROR INT002 项目1!A1"),
                typed("a printed word changed", book -> book.type("项目1", "B4", "概算数"), "ERROR INT004 项目1!B4"),
                typed("the form's stamp deleted", book -> book.clear("封面", "E6"), "ERROR INT004 封面!E6"),
                // LibreOffice breaks dropdowns of one sheet when another of the same kind loses cells: such sheets are deleted by other means.
                raw("a sheet deleted", edit -> edit.removeSheet("项目5"), "WARNING IND015 项目4!", "ERROR INT007 项目5!").instead(on("项目5")),
                typed("the sheet of the whole unit deleted", book -> book.removeSheet("部门整体"), "ERROR INT007 部门整体!")
                        .instead(on("部门整体")),
                typed("a sheet renamed", book -> book.renameSheet("项目5", "劳务费"), renamed("劳务费", "WARNING INT011 劳务费!")).instead(on("项目5")),
                typed("a sheet renamed and something wrong in it", book -> book.renameSheet("项目5", "it's 劳务").type("it's 劳务", "C4", "12"),
                        renamed("it's 劳务", "WARNING INT011 it's 劳务!", "ERROR AMT001 it's 劳务!C4")).instead(on("项目5")),
                typed("a row inserted in the cover", book -> book.insertRow("封面", 5), "WARNING INT014 封面!A5"),
                typed("a row deleted in the cover", book -> book.deleteRow("封面", 2), "ERROR INT015 封面!A2"),
                typed("a column inserted in the cover", book -> book.insertColumn("封面", "C"), "WARNING INT014 封面!C3"),
                typed("a row deleted among the indicators", book -> book.deleteRow("项目5", 11), "WARNING IND008 项目5!C11", "WARNING IND012 项目5!C12", "WARNING IND001 项目5!F13",
                        "WARNING STR011 项目5!B15", "WARNING INT015 项目5!A27")
                        .instead("WARNING IND012 项目5!C11", "WARNING IND008 项目5!C12", "WARNING IND012 项目5!C14", "WARNING IND001 项目5!F14"),
                typed("a row inserted among the sub-goals", book -> book.insertRow("部门整体", 8), "WARNING INT014 部门整体!A8", "INFO IND004 部门整体!D9",
                        "INFO IND002 部门整体!D10").instead("INFO IND002 部门整体!D8", "INFO IND004 部门整体!D8"),
                typed("the cover deleted", book -> book.removeSheet("封面"), "ERROR INT007 封面!"),
                raw("an input changed and nothing calculated", edit -> edit.number("项目1", "C4", "12").number("项目1", "E4", "12"), "WARNING INT009 封面!D9"),
                raw("results lost", edit -> edit.cached("封面", "D14", "").cached("封面", "E14", ""), "WARNING INT009 封面!D14"));
    }

    @TestFactory
    Stream<DynamicTest> whatTheOfficeGave() throws Exception {
        return on(Returned.courtWithControls(folder.resolve("locked.xlsx")), Returned.COURT,
                typed("a budget given by the office changed", book -> book.type("项目1", "C4", "12"), "ERROR INT005 项目1!C4"),
                typed("a code given by the office deleted", book -> book.clear("项目2", "B3"), "ERROR INT005 项目2!B3"),
                typed("a code replaced by that of another project", book -> book.type("项目2", "B3", "13020023P00003910033L"), "ERROR INT005 项目2!B3"),
                typed("a budget replaced by words", book -> book.setText("项目1", "C4", "十万"), "ERROR INT005 项目1!C4"),
                typed("a budget stored as text", book -> book.setText("项目1", "C4", "10"), "WARNING STR007 项目1!C4"),
                raw("a result that nothing explains", edit -> edit.cached("封面", "D9", "99"), "ERROR INT010 封面!D9"));
    }

    @TestFactory
    Stream<DynamicTest> onTheOtherForm() throws Exception {
        String first = "项目（1）";
        return on(Returned.centre(folder.resolve("centre.xlsx")), List.of(),
                typed("points that add up to 80", book -> book.type(first, "H13", "10"), "ERROR WGT001 项目（1）!G11"),
                typed("no points for one indicator, given to another", book -> book.type(first, "H15", "20").type(first, "H14", "0"), "ERROR WGT002 项目（1）!H14"),
                typed("points of one level given to another", book -> book.type(first, "H13", "30").type(first, "H14", "0.5").type(first, "H15", "9.5"),
                        "WARNING WGT003 项目（1）!G11", "WARNING WGT003 项目（1）!G11"),
                typed("points left blank", book -> book.clear(first, "H14"), "ERROR STR001 项目（1）!H14"),
                typed("points in words", book -> book.setText(first, "H14", "十分"), "ERROR STR002 项目（1）!H14"),
                typed("negative points", book -> book.setNumber(first, "H14", -10), "ERROR STR003 项目（1）!H14"),
                typed("an end before its start", book -> book.type(first, "G5", "2025-12-31"), "ERROR DAT001 项目（1）!G5"),
                typed("an end in words", book -> book.setText(first, "G5", "年底"), "ERROR STR002 项目（1）!G5"),
                typed("no fiscal funds given", book -> book.clear(first, "F7"), "ERROR STR001 项目（1）!F7"),
                typed("a nature that is none", book -> book.setText(first, "G4", "经常性项目"), "ERROR STR004 项目（1）!G4"),
                typed("a number without a unit", book -> book.clear(first, "G14"), "WARNING IND003 项目（1）!G14"),
                typed("a rate above 100 %", book -> book.setText(first, "F16", "1000"), "ERROR IND004 项目（1）!F16"),
                typed("a value nobody can measure", book -> book.setText(first, "F17", "按计划完成"), "WARNING IND001 项目（1）!F17"),
                typed("cost as a second level of output", book -> book.setText(first, "B14", "经济成本指标"), "ERROR STR005 项目（1）!B14"),
                typed("万元 typed into a form in 元, and the cost is right", book -> book.type(first, "F7", "126").type(first, "F8", "14"), "WARNING AMT003 项目（1）!F7"),
                typed("the unit beside the number too", book -> book.setText(first, "F15", "18人次"), "INFO IND020 项目（1）!F15"),
                typed("a sign beside the number too", book -> book.setText(first, "F15", "≥18"), "INFO IND020 项目（1）!F15"),
                typed("a unit of full width", book -> book.setText(first, "G16", "％"), "INFO IND002 项目（1）!G16"),
                typed("a number called qualitative", book -> book.setText(first, "D15", "定性指标"), "WARNING IND006 项目（1）!D15"),
                typed("a fraction for a satisfaction", book -> book.setText(first, "F20", "0.92"), "WARNING IND019 项目（1）!F20"),
                typed("a day with blanks, as text", book -> book.setText("封面", "D4", "2026 年 1 月 20 日"), "WARNING STR007 封面!D4"),
                typed("a total typed over", book -> book.type(first, "F6", "1400000"), "ERROR INT002 项目（1）!F6"));
    }

    @TestFactory
    Stream<DynamicTest> harmless() {
        return onCourt(
                typed("a growth rate above 100 %", book -> book.setText("项目1", "C10", "税收增长率").setText("项目1", "F10", "≥120%"), "INFO IND014 项目1!D11").instead(named()),
                typed("0 for other funds", book -> book.type("项目1", "G4", "0")),
                typed("no amount of other funds, a blank of full width", book -> book.setText("项目1", "G4", "　")),
                typed("two decimals where one would do", book -> book.type("项目2", "C4", "235.80")),
                typed("thousands with commas", book -> book.type("项目2", "C4", "1,235.8").type("项目2", "E4", "1,235.8")),
                typed("a percentage as a fraction", book -> book.setNumber("项目1", "B7", 0.2)),
                typed("a percentage as digits", book -> book.type("项目1", "B7", "20")),
                typed("a plan with equal steps", book -> plan(book, "项目1", 0.5, 0.5, 0.5, 1)).instead("INFO PLN005 项目1!F7"),
                typed("everything spent in March", book -> plan(book, "项目1", 1, 1, 1, 1)).instead("INFO PLN005 项目1!F7"),
                typed("blanks behind a name", book -> book.setText("项目1", "E3", "人民陪审员经费  ")),
                typed("blanks before a choice", book -> book.setText("项目1", "A10", " 产出指标")),
                typed("a level with its points", book -> book.setText("项目1", "A10", "产出指标（50分）").setText("项目1", "B10", "数量指标(20分)")),
                typed("a level without its ending", book -> book.setText("项目1", "A10", "产出").setText("项目1", "B10", "数量")),
                typed("an older name of a level", book -> book.setText("项目1", "B14", "环境效益指标")),
                typed("a row left out between indicators, the next without a basis", book -> row(book, "项目1", 17, "产出指标", "数量指标", "参审案件数量", "≥900件"),
                        "INFO STR016 项目1!A16", "INFO STR015 项目1!G17").instead("INFO STR015 项目1!G10"),
                typed("a sub-goal taken away", book -> clear(book, "部门整体", "BCD", 9, 9)).instead("INFO IND002 部门整体!D9"),
                typed("a project taken away", book -> {
                    List.of("B3", "E3", "C4", "E4", "B5", "B7", "C7", "D7", "F7", "B8").forEach(cell -> book.clear("项目5", cell));
                    clear(book, "项目5", "ABCDFG", 10, 15);
                }, "WARNING IND015 项目4!").instead(on("项目5")),
                typed("another date", book -> book.type("封面", "C6", "2023-02-28")),
                typed("a code with a blank behind it", book -> book.setText("项目1", "B3", "13020023P00003910033L ")),
                typed("a telephone of digits only", book -> book.type("封面", "E5", "13933331234")),
                typed("a name of an indicator of one's own", book -> book.type("项目1", "C10", "参审案件数量").setText("项目1", "F10", "≥900件"), "INFO IND014 项目1!D11").instead(named()),
                typed("a value in percent as a number", book -> book.type("项目1", "F10", "100%")),
                typed("wider columns", book -> book.widen("项目1", "C", 80).widen("封面", "B", 70)),
                typed("coloured cells", book -> book.colour("项目1", "A10:G15", 0xFFCC00).colour("封面", "D14", 0x99CCFF)),
                typed("an author's comment", book -> book.addComment("项目1", "C4", "与批复一致")),
                typed("a sheet seen at 85 %", book -> book.zoom("项目1", 85)),
                typed("a page break", book -> book.breakBefore("项目1", 10)),
                typed("a sheet of one's own notes", book -> book.insertSheet("测算").type("测算", "A1", "=项目1.C4*2"), "INFO INT020 测算!"),
                typed("protection lifted and put back", book -> book.unprotect("项目1").protect("项目1")),
                typed("everything calculated again", book -> book.recalculate()));
    }

    private static Stream<DynamicTest> onCourt(Mistake... mistakes) {
        Path court = folder.resolve("court.xlsx");
        return on(Files.exists(court) ? court : Returned.court(court), Returned.COURT, mistakes);
    }

    private static Stream<DynamicTest> on(Path workbook, List<String> known, Mistake... mistakes) {
        return Stream.of(mistakes).map(mistake -> DynamicTest.dynamicTest(mistake.name(), () -> {
            Path damaged = folder.resolve("damaged.xlsx");
            mistake.damage().make(workbook, damaged);
            List<String> expected = new ArrayList<>(mistake.told());
            mistake.gone().forEach(line -> expected.add("- " + line));
            assertThat(Returned.change(mistake.toldOf(damaged), known)).isEqualTo(expected);
        }));
    }

    /** What goes when the first indicator gets a name of its own. */
    private static String[] named() {
        return new String[] {"WARNING IND007 项目1!C10", "WARNING IND012 项目1!C10", "INFO IND014 项目1!D10"};
    }

    /** Everything that is known of a sheet. */
    private static String[] on(String sheet) {
        return Returned.COURT.stream().filter(line -> line.contains(" " + sheet + "!")).toArray(String[]::new);
    }

    /** The same of the fifth project under another name: what is told of the sheet comes first, then what is new, then its cells. */
    private static String[] renamed(String name, String... more) {
        List<String> lines = new ArrayList<>(Stream.of(on("项目5")).map(line -> line.replace("项目5", name)).toList());
        lines.addAll(1, List.of(more));
        return lines.toArray(String[]::new);
    }

    private static void plan(OfficeBook book, String sheet, double m3, double m6, double m10, double m12) {
        book.setNumber(sheet, "B7", m3).setNumber(sheet, "C7", m6).setNumber(sheet, "D7", m10).setNumber(sheet, "F7", m12);
    }

    private static void row(OfficeBook book, String sheet, int row, String level1, String level2, String level3, String value) {
        book.type(sheet, "A" + row, level1).type(sheet, "B" + row, level2).type(sheet, "C" + row, level3).setText(sheet, "F" + row, value);
    }

    private static void clear(OfficeBook book, String sheet, String columns, int from, int to) {
        for (int row = from; row <= to; row++) {
            for (String column : columns.split("")) {
                book.clear(sheet, column + row);
            }
        }
    }

    private static String error(String xml, String cell, String code) {
        return xml.replaceFirst("<c r=\"" + cell + "\"([^>]*?)( t=\"\\w+\")?><v>[^<]*</v></c>", "<c r=\"" + cell + "\"$1 t=\"e\"><v>" + code + "</v></c>");
    }

    private static String sheet(String place) {
        return place.substring(0, place.indexOf('!'));
    }

    private static String cell(String place) {
        return place.substring(place.indexOf('!') + 1);
    }
}
