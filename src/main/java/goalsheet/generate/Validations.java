package goalsheet.generate;

import goalsheet.layout.Accepted;
import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.rule.CellRules;
import goalsheet.rule.Rule;
import goalsheet.template.CodeList;
import goalsheet.template.Field;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.WorkbookImage.ValidationImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the entry cells of a sheet accept and say, in the words of the rules that check them later. */
final class Validations {
    private static final int WAIVER_LENGTH = 200;
    private static final Text WAIVER = Text.of("免检说明", "Reason for an exception");
    private static final Text WAIVER_PROMPT = Text.of("确有特殊原因、不能按要求填写的，在此写明理由；检查时只作为说明列出。",
            "If there is a good reason why this row cannot be as asked for, state it here; the check then only remarks on it.");
    private static final Text WAIVER_ERROR = Text.of("理由请压缩到 200 个字以内。", "Shorten the reason to at most 200 characters.");
    private static final int LONGEST_TITLE = 32;
    private static final int LONGEST_WORDS = 255;

    private final Layout layout;
    private final Lang lang;

    Validations(Layout layout) {
        this.layout = layout;
        this.lang = layout.form().lang();
    }

    List<ValidationImage> of(SheetLayout sheet) {
        Map<String, List<Slot>> columns = new LinkedHashMap<>();
        for (Slot slot : sheet.slots()) {
            if (slot.kind() == Slot.Kind.ENTRY && !slot.isBeside()) {
                columns.computeIfAbsent(slot.table() + "/" + slot.field().orElseThrow().id(), key -> new ArrayList<>()).add(slot);
            }
        }
        List<ValidationImage> validations = new ArrayList<>();
        sheet.slots().stream().filter(slot -> slot.kind() == Slot.Kind.ENTRY && slot.isBeside()).forEach(slot -> validations.add(waiver(slot)));
        columns.values().forEach(slots -> validations.add(validation(sheet, slots)));
        return validations;
    }

    private ValidationImage validation(SheetLayout sheet, List<Slot> slots) {
        Slot first = slots.get(0);
        Field field = first.field().orElseThrow();
        Area area = new Area(first.cell(), slots.get(slots.size() - 1).cell());
        Accepted accepted = Accepted.of(layout, field, parent(sheet, first, field));
        if (accepted.isList()) {
            return made(area, field, accepted, CellRules.NOT_IN_LIST, items(sheet, first, layout.template().lists().get(field.list())));
        }
        return switch (field.type()) {
            case AMOUNT, NUMBER -> field.min().isEmpty() && field.max().isEmpty() ? made(area, field, accepted, CellRules.NOT_A_NUMBER, CellRules.kind(field))
                    : made(area, field, accepted, CellRules.OUT_OF_RANGE, CellRules.allowed(field));
            case PERCENT, DATE -> made(area, field, accepted, CellRules.OUT_OF_RANGE, CellRules.allowed(field));
            case TEXT, CODE, LONG_TEXT, LIST -> made(area, field, accepted, CellRules.TOO_LONG, CellRules.allowed(field));
        };
    }

    /** What a list takes, in words; of a dependent one it is only known where its items come from. */
    private static Text items(SheetLayout sheet, Slot slot, CodeList list) {
        if (!list.isDependent()) {
            return Text.of(String.join("、", list.items()), String.join(", ", list.items()));
        }
        String parent = slot.field().orElseThrow().parent();
        Text label = sheet.slot(slot.table().isEmpty() ? parent : slot.table() + "[" + slot.index() + "]." + parent)
                .flatMap(Slot::field).map(Field::label).orElse(Text.EMPTY);
        return Text.of("与“" + label.zh() + "”对应的选项", "the items that go with '" + label.en() + "'");
    }

    private ValidationImage waiver(Slot slot) {
        return new ValidationImage(slot.area(), "textLength", "lessThanOrEqual", Integer.toString(WAIVER_LENGTH), "", true, WAIVER.in(lang), WAIVER_PROMPT.in(lang),
                CellRules.TOO_LONG.summary().in(lang), WAIVER_ERROR.in(lang));
    }

    private Ref parent(SheetLayout sheet, Slot slot, Field field) {
        String path = slot.table().isEmpty() ? field.parent() : slot.table() + "[" + slot.index() + "]." + field.parent();
        return sheet.slot(path).map(Slot::cell).orElse(slot.cell());
    }

    private ValidationImage made(Area area, Field field, Accepted accepted, Rule rule, Text expected) {
        boolean strict = accepted.strict();
        Text label = field.label();
        String error = strict ? rule.remedy().with(Map.of("label", label, "expected", expected)).in(lang) : "";
        return new ValidationImage(area, accepted.type(), accepted.operator(), accepted.formula1(), accepted.formula2(), strict, cut(label.in(lang), LONGEST_TITLE),
                cut(field.prompt().in(lang), LONGEST_WORDS), strict ? cut(rule.summary().in(lang), LONGEST_TITLE) : "", cut(error, LONGEST_WORDS));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
