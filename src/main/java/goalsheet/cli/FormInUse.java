package goalsheet.cli;

import goalsheet.collect.Inbox;
import goalsheet.layout.Identity;
import goalsheet.template.TemplateStore;
import goalsheet.text.Text;
import goalsheet.xlsx.UnreadableException;
import goalsheet.xlsx.WorkLimit;
import goalsheet.xlsx.WorkbookFile;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which template a collection is made by when nobody says so. */
final class FormInUse {
    /** So many workbooks are asked. */
    private static final int VOTES = 40;

    private FormInUse() {
    }

    /**
     * The template that most of the files were made from, of those that are known here; some spread over all tell it.
     *
     * @throws UserError when none is known
     */
    static String of(Inbox inbox, WorkbookFile.Opening opening, TemplateStore store) {
        Map<String, Integer> votes = new TreeMap<>();
        int step = Math.max(1, inbox.items().size() / VOTES);
        for (int i = 0; i < inbox.items().size(); i++) {
            if (i % step == 0 || votes.isEmpty()) {
                template(inbox.items().get(i), opening).ifPresent(template -> votes.merge(template, 1, Integer::sum));
            }
        }
        List<String> best = votes.keySet().stream().sorted(Comparator.comparing((String template) -> -votes.get(template))).toList();
        Optional<String> known = best.stream().filter(template -> Install.lookUp(store, template).isPresent()).findFirst();
        return known.orElseThrow(() -> new UserError(best.isEmpty() ? Text.of("交回的文件里没有一份是下发的表，请用 -t 指明表样。", "None of the files is a form that was sent out; name the template with -t.")
                : Text.of("交回的文件用的表样是“" + best.get(0) + "”，本机没有。请把它的 .yaml 文件放到 templates 目录，或用 -t 指明表样。",
                        "The files were made from the template '" + best.get(0) + "', which is not here. Put its .yaml file into the templates folder, or name a template with -t.")));
    }

    private static Optional<String> template(Inbox.Item item, WorkbookFile.Opening opening) {
        try {
            byte[] bytes = item.read(opening.maxFile());
            return WorkLimit.within(() -> Identity.of(WorkbookFile.of(bytes, opening).snapshot())).map(Identity::template);
        } catch (IOException | UnreadableException unreadable) {
            // The check says so; other files tell the template.
            return Optional.empty();
        }
    }
}
