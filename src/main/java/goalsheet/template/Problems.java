package goalsheet.template;

import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** File by file as they came up, by line within each; the same thing told once. */
    public List<Problem> list() {
        List<String> files = found.stream().map(Problem::file).distinct().toList();
        return found.stream().sorted(Comparator.comparingInt((Problem problem) -> files.indexOf(problem.file())).thenComparingInt(Problem::line)).distinct().toList();
    }

    /** @throws DefinitionException with all of them, when there are any */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new DefinitionException(list());
        }
    }
}
