package goalsheet.fill;

import goalsheet.check.Checker;
import goalsheet.check.Reading;
import goalsheet.expr.Value;
import goalsheet.generate.Contents;
import goalsheet.generate.FormWriter;
import goalsheet.generate.Roster;
import goalsheet.layout.Form;
import goalsheet.layout.Identity;
import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.SigningKey;
import goalsheet.layout.Slot;
import goalsheet.rule.Entry;
import goalsheet.template.Template;
import goalsheet.template.TemplateStore;
import goalsheet.text.Lang;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.UnreadableException;
import goalsheet.xlsx.WorkbookFile;
import goalsheet.xlsx.WorkbookFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Forms as units return them, poured, and what is in them. */
final class PourBook {
    static final TemplateStore TEMPLATES = new TemplateStore(Path.of("templates"));
    static final Checker CHECKER = new Checker(TEMPLATES::find);
    static final SigningKey KEY = key("the office's very own secret");

    private PourBook() {
    }

    static SigningKey key(String secret) {
        return new SigningKey(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** The court's five projects on the form made for it, with two reasons for exceptions; signed on request. */
    static Path court(Path target, Optional<SigningKey> key) {
        Template template = TEMPLATES.open("hebei-2023");
        Form form = FormWriter.of(template, Roster.read(template, Path.of("samples/roster.csv")).units().get(0), Lang.ZH, 1);
        FormData data = FormData.read(template, List.of(Path.of("samples/qianan-court/data.yaml")));
        Map<String, Value> waivers = Map.of("project[1]._waiver[9]", Value.of("上级已批准"), "project[2]._waiver[12]", Value.of("合同约定"));
        FormWriter.write(Layout.of(template, form), Contents.of(path -> waivers.getOrDefault(path, data.value(path))).signed(key), Optional.empty(), target, true);
        return target;
    }

    static Path centre(Path target) {
        Template template = TEMPLATES.open("central-2021");
        FormData data = FormData.read(template, List.of(Path.of("samples/central/data.yaml")));
        FormWriter.write(Layout.of(template, FormWriter.blank(template, Lang.ZH, Optional.of(data.sheets()))), data::value, Optional.empty(), target, true);
        return target;
    }

    static Optional<Pouring> pouring(Path file, Template template) throws UnreadableException {
        return pouring(file, new Pouring.Request(template, Lang.ZH, Optional.empty(), Optional.empty()));
    }

    static Optional<Pouring> pouring(Path file, Pouring.Request request) throws UnreadableException {
        WorkbookFile workbook = WorkbookFile.read(file, WorkbookFile.Opening.PLAIN);
        return Pouring.of(workbook.snapshot(), workbook.comments(), request);
    }

    static Path write(Pouring pouring, Path target) {
        FormWriter.write(pouring.layout(), pouring.contents(), Optional.empty(), target, true);
        return target;
    }

    /** What each entry or control field of a workbook means, by full path; reasons for exceptions as they stand. Blank ones are left out. */
    static Map<String, String> values(Path file, Checker checker) throws UnreadableException {
        WorkbookFile returned = WorkbookFile.read(file, WorkbookFile.Opening.PLAIN);
        Snapshot workbook = returned.snapshot();
        Reading reading = checker.read(file, returned).orElseThrow();
        Layout layout = Layout.of(reading.template(), Identity.of(workbook).orElseThrow().form());
        Map<String, String> values = new TreeMap<>();
        for (SheetLayout sheet : layout.sheets()) {
            for (Slot slot : sheet.slots()) {
                String path = sheet.fullPath(slot);
                if (slot.path().startsWith("_waiver")) {
                    workbook.sheet(sheet.name()).flatMap(found -> found.cell(slot.cell())).ifPresent(cell -> values.put(path, cell.text()));
                } else if (slot.field().isPresent() && slot.kind() != Slot.Kind.CALCULATED) {
                    reading.entry(path).filter(entry -> !entry.isBlank()).ifPresent(entry -> values.put(path, meaning(entry)));
                }
            }
        }
        return values;
    }

    private static String meaning(Entry entry) {
        return entry.value().map(Value::show).orElse("? " + entry.raw().show());
    }

    /** Findings of identity and integrity. */
    static List<String> integrity(Path file, Checker checker) {
        return checker.check(file).findings().stream().filter(finding -> finding.rule().id().matches("(FIL|IDN|INT).*"))
                .map(finding -> finding.rule().id() + " " + finding.place().sheet() + "!" + finding.place().cell()).toList();
    }
}
