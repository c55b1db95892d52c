package goalsheet.rule;

import goalsheet.text.Text;
import java.util.List;

/** Rules that are run no more. A rule that goes moves here, so that its id is never used again and reports that name it can still be understood. */
final class RemovedRules {
    private static final Rule NO_SHEET = new Rule("STR009", Severity.ERROR, Text.of("一个项目也没有填", "no sheet of this kind is filled in"),
            Text.of("所有“{label}”表都是空的。", "Every sheet '{label}' is blank."), Text.of("至少填写一张“{label}”表。", "Fill in at least one sheet '{label}'."))
            .because(Text.EMPTY, Rule.THE_FORM)
            .removed("0.1.0", Text.of("现在由 STR001 在第一张表上指出。", "STR001 tells it now, at the first of the sheets."));

    private RemovedRules() {
    }

    static List<Rule> all() {
        return List.of(NO_SHEET);
    }
}
