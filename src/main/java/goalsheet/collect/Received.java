package goalsheet.collect;

import goalsheet.rule.Verdict.Outcome;
import goalsheet.xlsx.FileEnding;
import goalsheet.xlsx.OwnMarks;
import java.util.List;
import java.util.Set;

/**
 * One submission: a workbook that was seen in the inbox, whichever copies of it there are.
 *
 * @param sha256   of its bytes, which tells submissions apart
 * @param checker  which program and template the check was made with
 * @param received when the oldest copy was last changed, in milliseconds since 1970: the time by which submissions follow one another
 * @param origins  where it lies, {@code inbox/court.xlsx} or {@code inbox/all.zip!court.xlsx}, files before what is in archives; where it lay last when it is gone
 * @param present  whether any place still holds it, as far as a run has looked
 * @param unitCode as the workbook says, "" when it does not
 * @param version  of the template it was made with, 0 when unknown
 * @param contents tells apart what stands in it: the same for a workbook that was only saved again; "" when nothing could be read
 * @param reason   rule that made it be rejected, "" when it was not
 * @param page     whether it bears results of ours
 * @param returned whether it counted, without errors of its own, and went back to its unit for what is wrong between workbooks
 */
public record Received(String sha256, String checker, long checked, long received, List<String> origins, boolean present, String unitCode, String unitName,
        String template, int version, Outcome outcome, String reason, int errors, int warnings, int infos, String contents, OwnMarks.Page page, boolean returned) {
    /** Rejected, but a workbook all the same: another form than the one in use. */
    private static final Set<String> OTHER_FORMS = Set.of("IDN001", "IDN002", "IDN003", "IDN004", "IDN005");

    /** The first of the places, "" when none is known. */
    public String origin() {
        return origins.isEmpty() ? "" : origins.get(0);
    }

    /** Whether it is a document or a picture that somebody has sent in the place of a workbook, by what it holds and by the names of all its files. */
    boolean isInstead() {
        return outcome == Outcome.REJECTED && !origins.isEmpty() && origins.stream().noneMatch(origin -> FileEnding.isWorkbook(origin) || FileEnding.of(origin).equals("zip"));
    }

    /** Whether it is another form than the one in use. */
    public boolean isOtherForm() {
        return outcome == Outcome.REJECTED && OTHER_FORMS.contains(reason);
    }

    /** Whether it was checked and nothing must be mended. */
    public boolean isSound() {
        return outcome != Outcome.REJECTED && errors == 0;
    }
}
