package goalsheet.collect;

import static goalsheet.collect.Handmade.note;
import static goalsheet.rule.Severity.ERROR;
import static goalsheet.rule.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.rule.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of findings between two submissions of a unit. */
class RoundsTest {
    private static List<String> told(List<Note> notes) {
        return notes.stream().map(note -> note.rule() + " " + note.place().sheet() + "!" + note.place().cell() + " " + note.value()).toList();
    }

    private static void assertRounds(List<Note> before, List<Note> last, List<String> fixed, List<String> open, List<String> fresh) {
        Rounds rounds = Rounds.compare(null, before, null, last, false);
        assertThat(told(rounds.fixed())).isEqualTo(fixed);
        assertThat(told(rounds.open())).isEqualTo(open);
        assertThat(told(rounds.fresh())).isEqualTo(fresh);
    }

    private static Note value(String rule, String sheet, int row, String value) {
        return note(rule, WARNING, sheet, "F" + (9 + row), "indicators[" + row + "].value", value, "");
    }

    @Test
    void sameRuleAtTheSameFieldIsOpenWhateverStandsThereNow() {
        assertRounds(List.of(note("AMT001", ERROR, "项目1", "C4", "budget", "48.5", "")), List.of(note("AMT001", ERROR, "项目1", "C4", "budget", "48", "")),
                List.of(), List.of("AMT001 项目1!C4 48"), List.of());
    }

    @Test
    void otherRulesSheetsAndFieldsAreNew() {
        assertRounds(List.of(note("AMT001", ERROR, "项目1", "C4", "budget", "48.5", "")),
                List.of(note("AMT002", ERROR, "项目1", "C4", "budget", "48.5", ""), note("AMT001", ERROR, "项目2", "C4", "budget", "48.5", ""), note("AMT001", ERROR, "项目1", "E4", "fiscal", "48.5", "")),
                List.of("AMT001 项目1!C4 48.5"), List.of(), List.of("AMT002 项目1!C4 48.5", "AMT001 项目2!C4 48.5", "AMT001 项目1!E4 48.5"));
    }

    @Test
    void aRowThatMovedIsKnownByItsValue() {
        assertRounds(List.of(value("IND001", "项目1", 3, "按计划实施")), List.of(value("IND001", "项目1", 3, "尽快"), value("IND001", "项目1", 4, "按计划实施")),
                List.of(), List.of("IND001 项目1!F13 按计划实施"), List.of("IND001 项目1!F12 尽快"));
    }

    @Test
    void anotherValueInAnotherRowIsNotTheSame() {
        assertRounds(List.of(value("IND001", "项目1", 3, "按计划实施")), List.of(value("IND001", "项目1", 5, "尽快")),
                List.of("IND001 项目1!F12 按计划实施"), List.of(), List.of("IND001 项目1!F14 尽快"));
    }

    @Test
    void blanksHaveNothingToBeKnownBy() {
        assertRounds(List.of(value("STR001", "项目1", 3, "")), List.of(value("STR001", "项目1", 5, "")), List.of("STR001 项目1!F12 "), List.of(), List.of("STR001 项目1!F14 "));
    }

    @Test
    void eachFindingIsMatchedOnce() {
        assertRounds(List.of(value("IND001", "项目1", 1, "a"), value("IND001", "项目1", 2, "a")),
                List.of(value("IND001", "项目1", 2, "a"), value("IND001", "项目1", 3, "a"), value("IND001", "项目1", 4, "a")),
                List.of(), List.of("IND001 项目1!F11 a", "IND001 项目1!F12 a"), List.of("IND001 项目1!F13 a"));
    }

    @Test
    void whatHasNoFieldGoesByItsCell() {
        Note lost = note("INT004", ERROR, "项目1", "A1", "", "x", "");
        assertRounds(List.of(lost, note("INT004", ERROR, "项目1", "A2", "", "x", "")), List.of(note("INT004", ERROR, "项目1", "A1", "", "y", "")),
                List.of("INT004 项目1!A2 x"), List.of("INT004 项目1!A1 y"), List.of());
    }

    @Test
    void whatIsExplainedIsNeitherOpenNorFixed() {
        assertRounds(List.of(value("IND012", "项目1", 1, "")), List.of(Handmade.waived("IND012", "项目1", "F10", "indicators[1].value", "上级规定的名称")), List.of(), List.of(), List.of());
    }

    @Test
    void whatNeedNotBeMendedIsNotCompared() {
        assertRounds(List.of(note("INT010", Severity.INFO, "项目1", "A1", "", "x", ""), note("AMT001", ERROR, "项目1", "C4", "budget", "48.5", "")),
                List.of(note("FIL002", Severity.INFO, "", "", "", "", "")), List.of("AMT001 项目1!C4 48.5"), List.of(), List.of());
    }

    /** What was told of an earlier workbook against others is not known any more; whose workbook it is, or which counts, is no finding to compare. */
    @Test
    void whatWasFoundBetweenWorkbooksIsCountedApart() {
        Rounds rounds = Rounds.compare(null, List.of(note("AMT001", ERROR, "项目1", "C4", "budget", "48.5", "")), null, List.of(), false);
        assertThat(rounds.words(List.of(note("COL003", ERROR, "项目1", "C4", "budget", "48.5", ""), note("COL010", WARNING, "", "", "", "a.xlsx", ""))).zh())
                .isEqualTo("与上次报送相比：已改好 1 处，仍未改 0 处，新出现 0 处；另有 1 处是与名单、其他单位核对发现的。");
        assertThat(Rounds.compare(null, List.of(), null, List.of(), false).words(List.of(note("COL003", ERROR, "项目1", "C4", "budget", "48.5", ""))).zh())
                .isEqualTo("内容与上次报送的不同，两份表本身都没有发现问题；另有 1 处是与名单、其他单位核对发现的。");
    }

    /** A place that several rules tell of is one, be they of the check or between workbooks. */
    @Test
    void placesAreCounted() {
        Note locked = note("INT005", ERROR, "项目1", "C4", "budget", "50", "");
        Note sum = note("AMT001", ERROR, "项目1", "C4", "budget", "50", "");
        Note figure = note("COL003", ERROR, "项目1", "C4", "budget", "50", "");
        assertThat(Rounds.compare(null, List.of(locked, sum), null, List.of(locked, sum), false).words(List.of(locked, sum, figure)).zh()).isEqualTo("与上次报送相比：已改好 0 处，仍未改 1 处，新出现 0 处。");
        assertThat(Rounds.compare(null, List.of(locked, sum), null, List.of(), false).words(List.of(figure)).en())
                .isEqualTo("Compared with the workbook before: 1 mended, 0 still open, 0 new; besides, 1 found against the roster and other units.");
    }

    /** What could not be opened cannot be compared with: the one before it can. */
    @Test
    void unreadableWorkbooksAreNotCompared(@TempDir Path folder) throws IOException {
        try (Handmade handmade = new Handmade(folder)) {
            Collection collection = handmade.listed("301001", "城关镇", "")
                    .sent("a.xlsx", "301001", "城关镇", "2022-12-01T01:00:00Z", List.of(note("AMT001", ERROR, "项目1", "C4", "budget", "48.5", "不等")), Handmade.project(1, "培训", "48.5", "40"))
                    .sent("b.xlsx", "301001", "城关镇", "2022-12-02T01:00:00Z", List.of(note("FIL001", ERROR, "", "", "", "", "打不开"))).conclude();
            assertThat(Rounds.of(collection.units().get(0), collection.ledger())).isEmpty();
            Collection mended = handmade.sent("c.xlsx", "301001", "城关镇", "2022-12-03T01:00:00Z", List.of(), Handmade.project(1, "培训", "48.5", "48.5")).conclude();
            Rounds rounds = Rounds.of(mended.units().get(0), mended.ledger()).orElseThrow();
            assertThat(rounds.before().origin()).isEqualTo("inbox/a.xlsx");
            assertThat(told(rounds.fixed())).containsExactly("AMT001 项目1!C4 48.5");
        }
    }

    @Test
    void theLastTwoSubmissionsOfAUnitAreCompared(@TempDir Path folder) throws IOException {
        try (Handmade handmade = new Handmade(folder)) {
            Note error = note("AMT001", Severity.ERROR, "项目1", "C4", "budget", "48.5", "不等");
            Content[] project = Handmade.project(1, "培训", "48.5", "40");
            Collection collection = handmade.listed("301001", "城关镇", "").listed("301002", "柳河镇", "")
                    .sent("a.xlsx", "301001", "城关镇", "2022-12-01T01:00:00Z", List.of(error), project)
                    .sent("b.xlsx", "301001", "城关镇", "2022-12-02T01:00:00Z", List.of(error), project)
                    .sent("c.xlsx", "301002", "柳河镇", "2022-12-02T01:00:00Z", List.of(error), project).conclude();
            Rounds rounds = Rounds.of(collection.units().get(0), collection.ledger()).orElseThrow();
            assertThat(List.of(rounds.before().origin(), rounds.last().origin())).containsExactly("inbox/a.xlsx", "inbox/b.xlsx");
            assertThat(told(rounds.open())).containsExactly("AMT001 项目1!C4 48.5");
            assertThat(rounds.unchanged()).isTrue();
            assertThat(rounds.words(List.of()).zh()).isEqualTo("内容与上次报送的完全相同，没有修改。");
            assertThat(Rounds.of(collection.units().get(1), collection.ledger())).isEmpty();

            Collection mended = handmade.sent("d.xlsx", "301001", "城关镇", "2022-12-03T01:00:00Z", List.of(), Handmade.project(1, "培训", "48.5", "48.5")).conclude();
            Rounds next = Rounds.of(mended.units().get(0), mended.ledger()).orElseThrow();
            assertThat(next.unchanged()).isFalse();
            assertThat(next.words(List.of()).zh()).isEqualTo("与上次报送相比：已改好 1 处，仍未改 0 处，新出现 0 处。");
        }
    }
}
