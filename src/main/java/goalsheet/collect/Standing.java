package goalsheet.collect;

import java.util.List;
import java.util.Optional;

/**
 * A unit and what came from it.
 *
 * @param listed      whether it stands in the roster
 * @param submissions in the order in which they came
 * @param counts      the one that counts: the latest without an error, else the latest
 */
public record Standing(String code, String name, String department, String contact, String phone, boolean listed, State state, List<Received> submissions,
        Optional<Received> counts) {

    Standing as(State other) {
        return new Standing(code, name, department, contact, phone, listed, other, submissions, counts);
    }

    /** The submission before the last, if there are two: what the last one is compared with. */
    public Optional<Received> before() {
        return submissions.size() < 2 ? Optional.empty() : Optional.of(submissions.get(submissions.size() - 2));
    }
}
