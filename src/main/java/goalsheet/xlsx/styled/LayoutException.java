package goalsheet.xlsx.styled;

import goalsheet.text.Text;
import java.util.List;
import java.util.stream.Collectors;

/** A layout that cannot be used, with every mistake in it. */
public final class LayoutException extends RuntimeException {
    private final transient List<Text> problems;

    LayoutException(List<Text> problems) {
        super(problems.stream().map(Text::en).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Text> problems() {
        return problems;
    }
}
