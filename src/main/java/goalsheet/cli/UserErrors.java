package goalsheet.cli;

import goalsheet.template.DefinitionException;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.OutputException;
import goalsheet.xlsx.styled.LayoutException;
import java.util.stream.Collectors;

/** Failures of the layers below, as the user is told of them. */
final class UserErrors {
    private UserErrors() {
    }

    static UserError of(DefinitionException problems) {
        return new UserError(Text.of(problems.in(Lang.ZH), problems.in(Lang.EN)), problems);
    }

    static UserError of(LayoutException layout) {
        return new UserError(Text.of(joined(layout, Lang.ZH), joined(layout, Lang.EN)), layout);
    }

    private static String joined(LayoutException layout, Lang lang) {
        return layout.problems().stream().map(problem -> problem.in(lang)).collect(Collectors.joining("\n"));
    }

    static UserError of(OutputException problem) {
        return new UserError(problem.text(), problem);
    }
}
