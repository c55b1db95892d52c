package goalsheet.collect;

import static goalsheet.collect.Handmade.note;
import static goalsheet.rule.Severity.ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import goalsheet.xlsx.OwnMarks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose a workbook is that speaks of several units, and which one counts for each of them. */
class WhoseTest {
    private static final Note WRONG = note("AMT001", ERROR, "项目1", "C4", "budget", "48.5", "不等");
    private static final Note BROKEN = note("FIL001", ERROR, "", "", "", "", "打不开。");

    @TempDir
    private Path folder;
    private Handmade handmade;
    private int hour;

    @BeforeEach
    void roster() {
        handmade = new Handmade(folder).listed("301001", "城关镇", "").listed("301002", "柳河镇", "").listed("301003", "石桥镇", "");
    }

    @AfterEach
    void close() {
        handmade.close();
    }

    /** Each an hour after the one before. */
    private WhoseTest sent(String file, String code, String name, Note... notes) {
        return sent(file, OwnMarks.Page.NONE, code, name, notes);
    }

    private WhoseTest sent(String file, OwnMarks.Page page, String code, String name, Note... notes) {
        handmade.sent(file, page, code, name, String.format("2022-12-01T%02d:00:00Z", ++hour), List.of(notes), Handmade.project(hour, "培训" + hour, "48.5", "40"));
        return this;
    }

    /** {@code 301001 已交 a.xlsx of a.xlsx, b.xlsx}: state, what counts, and all that it has sent; then what is remarked on it. */
    private List<String> standings() throws IOException {
        Collection collection = handmade.conclude();
        LedgerContents once = LedgerContents.of(collection.ledger());
        assertThat(LedgerContents.of(handmade.conclude().ledger())).isEqualTo(once);
        return collection.units().stream().map(unit -> (unit.code() + " " + unit.state().label().zh() + " " + unit.counts().map(WhoseTest::file).orElse("") + " of " + String.join(", ", unit.submissions().stream().map(WhoseTest::file).toList())
                + String.join("", collection.remarks().stream().filter(remark -> remark.unit().equals(unit.code())).map(remark -> "; " + remark.note().rule() + " " + remark.note().message().zh()).toList())).strip()).toList();
    }

    private static String file(Received received) {
        return received.origin().substring(received.origin().lastIndexOf('/') + 1);
    }

    @Test
    void aMisnamedWorkbookIsThatOfItsCodeWhileThereIsNoOther() throws IOException {
        assertThat(sent("柳河镇.xlsx", "301001", "城关镇").standings()).containsExactly("301001 单位不符 柳河镇.xlsx of 柳河镇.xlsx; COL008 表中的单位是“301001 城关镇”，文件名却是“柳河镇”的。", "301002 未交  of", "301003 未交  of");
        handmade.again("表.xlsx", "柳河镇.xlsx", "2022-12-02T01:00:00Z");
        assertThat(standings().get(0)).as("no name but the wrong one").startsWith("301001 单位不符 ");
        handmade.again("城关镇.xlsx", "柳河镇.xlsx", "2022-12-02T01:00:00Z");
        assertThat(standings()).as("one fitting name is enough").startsWith("301001 已交 城关镇.xlsx of 城关镇.xlsx", "301002 未交  of");
    }

    /** Whichever came first. */
    @Test
    void besideOneThatFitsItIsThatOfItsFilesName() throws IOException {
        String misfit = "301002 单位不符 柳河镇.xlsx of 柳河镇.xlsx; COL008 表中的单位是“301001 城关镇”，文件名却是“柳河镇”的。";
        assertThat(sent("柳河镇.xlsx", "301001", "城关镇").sent("城关镇.xlsx", "301001", "城关镇").standings()).containsExactly("301001 已交 城关镇.xlsx of 城关镇.xlsx", misfit, "301003 未交  of");
        handmade.withdrawn("柳河镇.xlsx");
        assertThat(standings()).containsExactly("301001 已交 城关镇.xlsx of 城关镇.xlsx", "301002 未交  of", "301003 未交  of");
        handmade.again("柳河镇.xlsx", "柳河镇.xlsx", "2022-12-02T01:00:00Z");
        assertThat(standings().get(1)).isEqualTo(misfit);
        handmade.withdrawn("柳河镇.xlsx", "城关镇.xlsx");
        assertThat(standings()).as("an inbox that was cleared").containsExactly("301001 已交 城关镇.xlsx of 城关镇.xlsx", misfit, "301003 未交  of");
    }

    /** What was cleared away after work counts on when a misfit comes. */
    @Test
    void aMisfitTakesNothingFromAnInboxThatWasCleared() throws IOException {
        sent("城关镇.xlsx", "301001", "城关镇");
        handmade.withdrawn("城关镇.xlsx");
        assertThat(sent("柳河镇.xlsx", "301001", "城关镇", WRONG).standings()).startsWith("301001 已交 城关镇.xlsx of 城关镇.xlsx", "301002 单位不符 柳河镇.xlsx of 柳河镇.xlsx; COL008 表中的单位是“301001 城关镇”，文件名却是“柳河镇”的。");
    }

    @Test
    void mistakesInTheFittingOneDoNotMakeTheMisfitCount() throws IOException {
        sent("城关镇.xlsx", "301001", "城关镇", WRONG).sent("柳河镇.xlsx", "301001", "城关镇");
        assertThat(standings()).startsWith("301001 有错 城关镇.xlsx of 城关镇.xlsx", "301002 单位不符 柳河镇.xlsx of 柳河镇.xlsx; COL008 表中的单位是“301001 城关镇”，文件名却是“柳河镇”的。");
    }

    /** Once the unit of the file's name has sent its own, the misfit is an earlier one of it and no figures are compared with it. */
    @Test
    void aMisfitThatWasMendedIsOfNoConsequence() throws IOException {
        sent("城关镇.xlsx", "301001", "城关镇").sent("柳河镇.xlsx", "301001", "城关镇", WRONG, WRONG).sent("柳河镇改.xlsx", "301002", "柳河镇");
        assertThat(standings()).containsExactly("301001 已交 城关镇.xlsx of 城关镇.xlsx", "301002 已交 柳河镇改.xlsx of 柳河镇.xlsx, 柳河镇改.xlsx; COL008 表中的单位是“301001 城关镇”，文件名却是“柳河镇”的。", "301003 未交  of");
        Collection collection = handmade.conclude();
        assertThat(collection.remarks(collection.units().get(1))).isEmpty();
        assertThat(Rounds.of(collection.units().get(0), collection.ledger())).isEmpty();
        assertThat(Rounds.of(collection.units().get(1), collection.ledger())).isEmpty();
    }

    /** What another unit has sent is neither added up for this one nor held against others. */
    @Test
    void figuresOfAnotherUnitAreNotTaken() throws IOException {
        Content[] project = Handmade.project(1, "培训", "48.5", "40");
        Content code = new Content("project", 1, "", 0, "code", "项目1", "B3", "13020023P00003910033L", java.util.Optional.empty());
        for (String file : List.of("城关镇.xlsx", "柳河镇.xlsx")) {
            handmade.sent(file, "301001", "城关镇", "2022-12-01T01:00:00Z", List.of(), project[0], project[1], project[2], code);
        }
        Collection collection = handmade.conclude();
        assertThat(collection.units()).extracting(unit -> unit.state() + " " + unit.figures().isPresent()).containsExactly("RECEIVED true", "OTHER_UNIT false", "MISSING false");
        assertThat(collection.remarks()).extracting(remark -> remark.note().rule()).containsExactly("COL008");
    }

    @Test
    void aWorkbookWithTheNameOfAnotherUnit() throws IOException {
        sent("a.xlsx", "301001", "柳河镇");
        assertThat(standings()).startsWith("301001 单位不符 a.xlsx of a.xlsx; COL008 表中的单位是“301001 柳河镇”，编码 301001 是“城关镇”的。", "301002 未交  of");
        sent("b.xlsx", "301001", "城关镇");
        assertThat(standings()).startsWith("301001 已交 b.xlsx of b.xlsx", "301002 单位不符 a.xlsx of a.xlsx; COL008 表中的单位是“301001 柳河镇”，编码 301001 是“城关镇”的。");
        sent("石桥镇.xlsx", "301001", "柳河镇");
        assertThat(standings().get(2)).as("the file's name first").isEqualTo("301003 单位不符 石桥镇.xlsx of 石桥镇.xlsx; COL008 表中的单位是“301001 柳河镇”，文件名却是“石桥镇”的。");
    }

    /** Nobody else's, whatever comes later. */
    @Test
    void whatItsFilesNameConfirmsStaysWithTheUnit() throws IOException {
        sent("301001.xlsx", "301001", "柳河镇", WRONG).sent("城关镇改.xlsx", "301001", "城关镇");
        assertThat(standings()).startsWith("301001 已交 城关镇改.xlsx of 301001.xlsx, 城关镇改.xlsx; COL008 表中的单位是“301001 柳河镇”，编码 301001 是“城关镇”的。", "301002 未交  of");
        Collection collection = handmade.conclude();
        assertThat(Rounds.of(collection.units().get(0), collection.ledger()).orElseThrow().fixed()).containsExactly(WRONG);
        handmade.withdrawn("301001.xlsx");
        assertThat(standings().get(0)).isEqualTo("301001 已交 城关镇改.xlsx of 301001.xlsx, 城关镇改.xlsx");
    }

    @Test
    void aMistypedCodeComesSecond() throws IOException {
        sent("a.xlsx", "301001", "城关镇", WRONG).sent("b.xlsx", "901001", "城关镇");
        assertThat(standings().get(0)).isEqualTo("301001 有错 a.xlsx of a.xlsx, b.xlsx; COL008 表中的单位是“901001 城关镇”，编码写成了“901001”，名单中是 301001。");
        assertThat(handmade.conclude().units()).hasSize(3);
    }

    /** A file that cannot be read says nothing against one that can. */
    @Test
    void whatCannotBeReadDoesNotCountBeforeAMisfit() throws IOException {
        sent("a.xlsx", "901001", "城关镇").sent("城关镇.xlsx", "", "", BROKEN);
        assertThat(standings().get(0)).startsWith("301001 单位不符 a.xlsx of a.xlsx, 城关镇.xlsx");
    }

    /** A scan beside the workbook is nothing to speak of; without a workbook it is what the unit has sent. */
    @Test
    void aDocumentCountsOnlyWhereNoWorkbookCame() throws IOException {
        sent("城关镇.pdf", "", "", BROKEN).sent("城关镇.jpg", "", "", BROKEN).sent("说明.docx", "", "", BROKEN);
        assertThat(standings()).startsWith("301001 无法读取 城关镇.jpg of 城关镇.pdf, 城关镇.jpg", "301002 未交  of");
        assertThat(handmade.conclude().nobodys()).isEmpty();
        sent("城关镇.xlsx", "301001", "城关镇", WRONG).sent("城关镇盖章.pdf", "", "", BROKEN);
        assertThat(standings().get(0)).isEqualTo("301001 有错 城关镇.xlsx of 城关镇.xlsx");
        sent("柳河镇.pdf", "", "", BROKEN).sent("柳河镇.xlsx", "301001", "城关镇");
        assertThat(standings().get(1)).startsWith("301002 单位不符 柳河镇.xlsx of 柳河镇.xlsx; COL008 ");
    }

    @Test
    void threeFilesOfWhichOneIsMisnamed() throws IOException {
        sent("石桥镇.xlsx", "301003", "石桥镇").sent("柳河镇.xlsx", "301002", "柳河镇").sent("柳河镇2.xlsx", "301001", "城关镇");
        assertThat(standings()).containsExactly("301001 单位不符 柳河镇2.xlsx of 柳河镇2.xlsx; COL008 表中的单位是“301001 城关镇”，文件名却是“柳河镇”的。", "301002 已交 柳河镇.xlsx of 柳河镇.xlsx", "301003 已交 石桥镇.xlsx of 石桥镇.xlsx");
        handmade.withdrawn("柳河镇2.xlsx");
        assertThat(standings().get(0)).isEqualTo("301001 未交  of");
    }

    /** Our own copy beside a file that has two names, one of them wrong. */
    @Test
    void anAnnotatedCopyIsNobodysMisfit() throws IOException {
        Content[] project = Handmade.project(1, "培训", "48.5", "40");
        handmade.sent("柳河镇.xlsx", "301001", "城关镇", "2022-12-01T01:00:00Z", List.of(), project).again("城关镇.xlsx", "柳河镇.xlsx", "2022-12-01T01:00:00Z")
                .sent("柳河镇.checked.xlsx", "301001", "城关镇", "2022-12-01T02:00:00Z", List.of(), project);
        assertThat(standings()).startsWith("301001 已交 城关镇.xlsx of 城关镇.xlsx", "301002 未交  of");
    }

    /** What a check has left of a file that it could not mark. */
    @Test
    void aPageOfResultsIsNobodysSubmission() throws IOException {
        Note notOurs = note("IDN001", ERROR, "", "", "", "", "不是下发的表。");
        sent("城关镇.xls", "301001", "城关镇", WRONG).sent("城关镇.checked.xlsx", OwnMarks.Page.ALONE, "", "", notOurs).sent("柳河镇.checked.xlsx", OwnMarks.Page.ALONE, "", "", notOurs)
                .sent("新建.checked.xlsx", OwnMarks.Page.ALONE, "", "", notOurs);
        assertThat(standings()).containsExactly("301001 有错 城关镇.xls of 城关镇.xls", "301002 未交  of", "301003 未交  of");
        assertThat(handmade.conclude().nobodys()).isEmpty();
    }

    /** Whoever mends our copy answers what it says, and need not be asked which one counts. */
    @Test
    void aMendedCopyIsTheAnswer() throws IOException {
        sent("a.xlsx", "301001", "城关镇").sent("a.checked.xlsx", OwnMarks.Page.BESIDE_OTHERS, "301001", "城关镇");
        assertThat(standings().get(0)).isEqualTo("301001 已交 a.checked.xlsx of a.xlsx, a.checked.xlsx");
        sent("b.xlsx", "301001", "城关镇");
        assertThat(standings().get(0)).isEqualTo("301001 重复 b.xlsx of a.xlsx, a.checked.xlsx, b.xlsx; COL010 共有 2 份没有错误、内容不同的表，以最后一份（b.xlsx）为准。");
    }

    @Test
    void aCopyThatNobodyHasMendedAnswersNothing() throws IOException {
        Content[] first = Handmade.project(1, "培训", "48.5", "40");
        handmade.sent("a.xlsx", "301001", "城关镇", "2022-12-01T01:00:00Z", List.of(), first).sent("b.xlsx", "301001", "城关镇", "2022-12-01T02:00:00Z", List.of(), Handmade.project(1, "培训", "48.5", "41"))
                .sent("a.checked.xlsx", OwnMarks.Page.BESIDE_OTHERS, "301001", "城关镇", "2022-12-01T03:00:00Z", List.of(), first);
        handmade.withdrawn("a.xlsx");
        assertThat(standings().get(0)).startsWith("301001 重复 a.checked.xlsx of ");
    }

    /** What went back for an amount that differs from the roster is no alternative to what came instead. */
    @Test
    void whatWasReturnedIsNoAlternative() throws IOException {
        handmade = new Handmade(java.nio.file.Files.createDirectory(folder.resolve("second"))).controlled("301001", "城关镇", "培训", "40");
        handmade.sent("a.xlsx", "301001", "城关镇", "2022-12-01T01:00:00Z", List.of(), Handmade.project(1, "培训", "48.5", "48.5"));
        assertThat(standings().get(0)).startsWith("301001 有错 a.xlsx of a.xlsx; COL003 ");
        handmade.sent("b.xlsx", "301001", "城关镇", "2022-12-01T02:00:00Z", List.of(), Handmade.project(1, "培训", "40", "40"));
        assertThat(standings().get(0)).isEqualTo("301001 已交 b.xlsx of a.xlsx, b.xlsx");
        handmade.sent("c.xlsx", "301001", "城关镇", "2022-12-01T03:00:00Z", List.of(), Handmade.project(1, "培训", "40", "39"));
        assertThat(standings().get(0)).startsWith("301001 重复 c.xlsx of a.xlsx, b.xlsx, c.xlsx; COL010 共有 2 份");
    }

    /** Which of two that do not fit counts is not the question. */
    @Test
    void twoMisfitsAreNotAskedAbout() throws IOException {
        sent("a.xlsx", "901001", "城关镇").sent("b.xlsx", "902001", "城关镇");
        assertThat(standings().get(0)).startsWith("301001 单位不符 b.xlsx of a.xlsx, b.xlsx; COL008 ").doesNotContain("COL010");
    }

    @Test
    void whoIsInNoRosterIsNobodyElse() throws IOException {
        assertThat(sent("某某.xlsx", "301001", "城关镇").sent("柳河镇.xlsx", "999001", "外来单位").standings()).startsWith("301001 已交 某某.xlsx of 某某.xlsx", "301002 未交  of")
                .last(org.assertj.core.api.InstanceOfAssertFactories.STRING).startsWith("999001 已交 柳河镇.xlsx of 柳河镇.xlsx; COL009 ");
    }
}
