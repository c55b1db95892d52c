package goalsheet.cli;

import goalsheet.template.DefinitionException;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.OutputException;

/** Failures of the layers below, as the user is told of them. */
final class UserErrors {
    private UserErrors() {
    }

    static UserError of(DefinitionException problems) {
        return new UserError(Text.of(problems.in(Lang.ZH), problems.in(Lang.EN)), problems);
    }

    static UserError of(OutputException problem) {
        return new UserError(problem.text(), problem);
    }
}
