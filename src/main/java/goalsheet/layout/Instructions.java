package goalsheet.layout;

import goalsheet.template.RuleUse;
import goalsheet.template.SheetDef.Drawn;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How to fill in a form, as it is printed on it: one numbered line for each note, and for each family of rules in use what its rules ask for. */
final class Instructions {
    private Instructions() {
    }

    static String of(Template template, Drawn.Notes notes, Lang lang) {
        List<String> lines = new ArrayList<>();
        for (Text item : notes.items()) {
            List<String> more = item.equals(Drawn.Notes.RULES) ? rules(template, lang) : List.of(item.in(lang));
            more.forEach(line -> lines.add((lines.size() + 1) + ". " + line));
        }
        return String.join("\n", lines);
    }

    private static List<String> rules(Template template, Lang lang) {
        Map<String, Set<String>> byFamily = new LinkedHashMap<>();
        template.rules().stream().filter(use -> !use.instruction().isEmpty())
                .forEach(use -> byFamily.computeIfAbsent(RuleUse.family(use.id()), family -> new LinkedHashSet<>()).add(use.instruction().in(lang)));
        return byFamily.values().stream().map(sentences -> String.join(lang == Lang.ZH ? "" : " ", sentences)).toList();
    }
}
