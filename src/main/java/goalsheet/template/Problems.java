package goalsheet.template;

import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Collects mistakes, so that one run tells them all. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(String file, int line, Text message) {
        found.add(new Problem(file, line, message));
    }

    public void add(String file, int line, String zh, String en) {
        add(file, line, Text.of(zh, en));
    }

    public void addAll(List<Problem> more) {
        found.addAll(more);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order they were found. */
    public List<Problem> list() {
        return List.copyOf(found);
    }

    /** @throws DefinitionException with all of them, when there are any */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new DefinitionException(found);
        }
    }
}
