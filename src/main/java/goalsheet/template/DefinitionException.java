package goalsheet.template;

import goalsheet.text.Lang;
import java.util.List;
import java.util.stream.Collectors;

/** Files that cannot be used as they are written; carries every mistake found in one run, never none. */
public final class DefinitionException extends RuntimeException {
    private final transient List<Problem> problems;

    public DefinitionException(List<Problem> problems) {
        super(lines(problems, Lang.EN));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** One line for each mistake. */
    public String in(Lang lang) {
        return lines(problems, lang);
    }

    private static String lines(List<Problem> problems, Lang lang) {
        return problems.stream().map(problem -> problem.in(lang)).collect(Collectors.joining("\n"));
    }
}
