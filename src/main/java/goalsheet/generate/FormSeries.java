package goalsheet.generate;

import goalsheet.layout.Form;
import goalsheet.layout.Layouts;
import goalsheet.template.Template;
import goalsheet.xlsx.SafeFile;
import goalsheet.xlsx.WorkbookPress;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes forms of one template one after the other: what they have in common is laid out and written once. */
public final class FormSeries {
    private final Template template;
    private final Contents contents;
    private final WorkbookPress press;
    private final Layouts layouts = new Layouts();

    /**
     * @param contents of every form
     * @param password of the protection, if they are to have one
     */
    public FormSeries(Template template, Contents contents, Optional<String> password) {
        this.template = template;
        this.contents = contents;
        this.press = new WorkbookPress(password);
    }

    /**
     * What {@link FormWriter#body} writes of each form, laid out and painted when it is written: of hundreds of forms only one is in memory. Forms
     * with as many sheets follow each other, and among them those of which the same is known.
     */
    public Map<Path, SafeFile.Body> bodies(Map<Path, Form> forms) {
        Map<Path, SafeFile.Body> bodies = new LinkedHashMap<>();
        forms.entrySet().stream().sorted(Comparator.comparing(form -> form.getValue().sheets()))
                .collect(Collectors.groupingBy(form -> form.getValue().controls().keySet(), LinkedHashMap::new, Collectors.toList())).values()
                .forEach(alike -> alike.forEach(form -> bodies.put(form.getKey(), body(form.getValue()))));
        return bodies;
    }

    SafeFile.Body body(Form form) {
        return out -> press.write(Painter.paint(layouts.of(template, form), contents), out);
    }
}
