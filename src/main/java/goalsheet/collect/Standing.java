package goalsheet.collect;

import goalsheet.rule.Verdict.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * A unit and what came from it.
 *
 * @param listed      whether it stands in the roster
 * @param submissions in the order in which they came, those withdrawn since as well
 * @param counts      the one that counts: of those not withdrawn the latest without an error, else the latest; one that does not fit the unit only where none does that can be read
 */
public record Standing(String code, String name, String department, String contact, String phone, boolean listed, State state, List<Received> submissions,
        Optional<Received> counts) {

    Standing as(State other) {
        return new Standing(code, name, department, contact, phone, listed, other, submissions, counts);
    }

    /** Those that some place still holds. Where none does, the inbox was cleared and nothing taken back: then all of them. */
    static List<Received> valid(List<Received> submissions) {
        return submissions.stream().anyMatch(Received::present) ? submissions.stream().filter(Received::present).toList() : submissions;
    }

    /** Those that have not been withdrawn. */
    public List<Received> valid() {
        return valid(submissions);
    }

    /** The latest that has not been withdrawn. */
    public Optional<Received> last() {
        List<Received> valid = valid();
        return valid.isEmpty() ? Optional.empty() : Optional.of(valid.get(valid.size() - 1));
    }

    /** The workbook that the unit's figures are taken from: the one that counts, if it has figures of the unit. */
    public Optional<Received> figures() {
        return counts.filter(this::hasFigures);
    }

    /** What the last one is compared with: the latest before it with figures of the unit, if both have some. */
    public Optional<Received> before() {
        return last().filter(this::hasFigures).flatMap(last -> submissions.subList(0, submissions.indexOf(last)).stream().filter(this::hasFigures).reduce((one, other) -> other));
    }

    /** Whether a workbook could be checked and does not say, by code and name, that it is another unit's. */
    private boolean hasFigures(Received received) {
        boolean isSilent = received.unitCode().isEmpty() && received.unitName().isEmpty();
        return received.outcome() != Outcome.REJECTED && (isSilent || received.unitCode().equals(code) || FileNames.plain(received.unitName()).equals(FileNames.plain(name)));
    }
}
