package goalsheet.report;

import goalsheet.layout.Form;
import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.template.CodeList;
import goalsheet.template.Field;
import goalsheet.template.SheetDef;
import goalsheet.template.Table;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a changed template means for workbooks that were made from the older one: taken as they are, or poured; and what is lost on the way. */
final class PourForecast {
    private static final Text HEADING = Text.of("对已填的表", "Workbooks that are filled in");
    private static final Text LOST = Text.of("  填不进新表的：", "  Does not go into the new form:");
    private static final Text TOLD = Text.of("  填得进去、但检查会指出的：", "  Goes into it, but the check will tell:");

    private final Template before;
    private final Template after;
    private final List<Text> lost = new ArrayList<>();
    private final List<Text> told = new ArrayList<>();

    private PourForecast(Template before, Template after) {
        this.before = before;
        this.after = after;
        before.sheets().forEach(this::sheet);
    }

    static List<Text> lines(Template before, Template after) {
        PourForecast forecast = new PourForecast(before, after);
        List<Text> lines = new ArrayList<>(List.of(HEADING, forecast.verdict()));
        if (!before.money().isEmpty() && !after.money().isEmpty() && !before.money().equals(after.money())) {
            lines.add(Text.of("  金额单位由" + before.money() + "改为" + after.money() + "，填到新表里时自动换算。",
                    "  Amounts are in " + yuan(after) + " instead of " + yuan(before) + " now; they are converted when poured."));
        }
        forecast.list(LOST, forecast.lost, lines);
        forecast.list(TOLD, forecast.told, lines);
        return lines;
    }

    private static String yuan(Template template) {
        return template.money().equals("元") ? "yuan" : "10,000 yuan";
    }

    private void list(Text heading, List<Text> what, List<Text> lines) {
        if (!what.isEmpty()) {
            lines.add(heading);
            what.forEach(each -> lines.add(Text.of("    " + each.zh(), "    " + each.en())));
        }
    }

    private Text verdict() {
        if (!before.id().equals(after.id())) {
            return Text.of("  是两种表样：旧表要用 fill -t " + after.id() + " --from 填到新表里。", "  These are two templates: pour older workbooks with fill -t " + after.id() + " --from.");
        }
        if (Arrays.stream(Lang.values()).allMatch(lang -> print(before, lang).equals(print(after, lang)))) {
            return before.version() == after.version() || after.accepts().contains(before.version())
                    ? Text.of("  格子、公式、文字、选项都没有变，旧表照样能用。", "  Cells, formulas, words and lists are the same: older workbooks are taken as they are.")
                    : Text.of("  格子、公式、文字、选项都没有变，旧表照样能用：在新表样中写 accepts: [" + before.version() + "] 即可。",
                            "  Cells, formulas, words and lists are the same: write accepts: [" + before.version() + "] in the newer template, and older workbooks are taken as they are.");
        }
        Text pour = Text.of("  要填到新表里：fill -t " + after.id() + " --from 旧表.xlsx -o 新表.xlsx。", "  Pour them: fill -t " + after.id() + " --from older.xlsx -o new.xlsx.");
        if (before.version() == after.version()) {
            return Text.of("  版本号要加一（version: " + (after.version() + 1) + "），否则旧表会被当作改动过的表。" + pour.zh().strip(),
                    "  Count the version up (version: " + (after.version() + 1) + "), or older workbooks will look as if they were changed. " + pour.en().strip());
        }
        return after.accepts().contains(before.version())
                ? Text.of(pour.zh() + "不要写在 accepts 里，否则没有变动的旧表也会报出改动。", pour.en() + " Take " + before.version() + " out of accepts, or sound older workbooks will look as if they were changed.") : pour;
    }

    /** Everything that the check compares in a workbook: cells, formulas, words, lists. */
    private static List<String> print(Template template, Lang lang) {
        Layout layout = Layout.of(template, new Form(lang, template.repeated().isPresent() ? 2 : 0, Map.of()));
        List<String> print = new ArrayList<>();
        for (SheetLayout sheet : layout.sheets()) {
            for (Slot slot : sheet.slots()) {
                if (!slot.isBeside()) {
                    String says = slot.kind() == Slot.Kind.CALCULATED ? layout.formula(sheet, slot) : sheet.words(slot);
                    print.add(sheet.name() + " " + slot.area() + " " + slot.kind() + " " + slot.path() + " " + says + slot.field().map(field -> field.type() + field.list()).orElse(""));
                }
            }
        }
        layout.lists().cells().forEach((ref, text) -> print.add(ref + " " + text));
        return print;
    }

    private void sheet(SheetDef old) {
        Optional<SheetDef> found = after.sheet(old.id());
        if (found.isEmpty()) {
            lost.add(Text.of("“" + TemplateDiff.name(old).zh() + "”这种表", "sheets '" + TemplateDiff.name(old).en() + "'"));
            return;
        }
        SheetDef now = found.get();
        int most = now.repeat().map(SheetDef.Repeat::max).orElse(1);
        if (old.repeat().map(SheetDef.Repeat::max).orElse(1) > most) {
            lost.add(Text.of("“" + TemplateDiff.name(now).zh() + "”第 " + most + " 张以后的", "sheets '" + TemplateDiff.name(now).en() + "' after the first " + most));
        }
        fields(TemplateDiff.name(now), old.fields(), now.fields());
        old.tables().forEach((id, table) -> table(TemplateDiff.name(now), table, Optional.ofNullable(now.tables().get(id))));
    }

    private void table(Text sheet, Table old, Optional<Table> now) {
        if (now.isEmpty()) {
            if (old.fields().values().stream().anyMatch(field -> !field.isCalculated())) {
                lost.add(TemplateDiff.in(sheet, old.label()));
            }
            return;
        }
        Text where = Text.of(sheet.zh() + "·" + old.label().zh(), sheet.en() + ", " + old.label().en());
        if (!old.perSheet() && !now.get().perSheet() && now.get().rows() < old.rows()) {
            lost.add(Text.of(where.zh() + "：第 " + now.get().rows() + " 行以后的（填满的时候）", where.en() + ": rows after " + now.get().rows() + ", when all are filled in"));
        }
        fields(where, old.fields(), now.get().fields());
    }

    private void fields(Text where, Map<String, Field> old, Map<String, Field> now) {
        for (Field field : old.values()) {
            if (field.isCalculated()) {
                continue;
            }
            Optional<Field> next = now.values().stream().filter(each -> TemplateDiff.predecessor(old, each).filter(was -> was == field).isPresent()).findFirst();
            if (next.isEmpty()) {
                lost.add(TemplateDiff.in(where, TemplateDiff.named(field)));
            } else {
                compare(TemplateDiff.in(where, TemplateDiff.named(next.get())), field, next.get());
            }
        }
        now.values().stream().filter(field -> field.required() && !field.isCalculated() && TemplateDiff.predecessor(old, field).isEmpty())
                .forEach(field -> told.add(plus(TemplateDiff.in(where, TemplateDiff.named(field)), "是新的必填项，要补填", " is new and required: it has to be filled in")));
    }

    private void compare(Text what, Field old, Field now) {
        if (now.isCalculated()) {
            lost.add(plus(what, "，改为自动计算", ", which is calculated now"));
        } else if (now.type().isNumeric() && !old.type().isNumeric()) {
            lost.add(plus(what, "中不是" + TemplateDiff.kind(now).zh() + "的内容", " where it is no " + TemplateDiff.kind(now).en()));
        }
        if (!now.isCalculated() && now.required() && !old.required()) {
            told.add(plus(what, "没有填的（现在必填）", " left blank (required now)"));
        }
        boolean narrower = now.min().isPresent() && old.min().filter(min -> min.compareTo(now.min().get()) >= 0).isEmpty()
                || now.max().isPresent() && old.max().filter(max -> max.compareTo(now.max().get()) <= 0).isEmpty();
        if (!now.isCalculated() && now.type().isNumeric() && narrower) {
            told.add(plus(what, "超出新的范围的", " beyond the new limits"));
        }
        if (!now.isCalculated() && now.length() > 0 && (old.length() == 0 || now.length() < old.length())) {
            told.add(plus(what, "超过 " + now.length() + " 字的", " of more than " + now.length() + " characters"));
        }
        CodeList list = after.lists().get(now.list());
        CodeList was = before.lists().get(old.list());
        if (list != null && !list.open() && was != null) {
            List<String> gone = was.all().stream().filter(item -> list.official(item).isEmpty()).toList();
            if (!gone.isEmpty()) {
                told.add(plus(what, "选了 " + String.join("、", gone) + " 的", " where " + String.join(", ", gone) + " was chosen"));
            }
        } else if (list != null && !list.open()) {
            told.add(plus(what, "不在可选项中的", " that is no item of the list"));
        }
    }

    private static Text plus(Text what, String zh, String en) {
        return Text.of(what.zh() + zh, what.en() + en);
    }
}
