package goalsheet.check;

import goalsheet.expr.Value;
import goalsheet.rule.CellRules;
import goalsheet.rule.Entry;
import goalsheet.rule.Finding;
import goalsheet.rule.Submission;
import goalsheet.rule.Submission.Row;
import goalsheet.rule.Submission.Section;
import goalsheet.template.CodeList;
import goalsheet.template.Field;
import goalsheet.template.SheetDef;
import goalsheet.template.Table;
import goalsheet.template.Template;
import goalsheet.text.Nearest;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds every entry against the definition of its field: required, type, range, list, parent, length. */
final class CellCheck {
    private static final int ITEMS_SHOWN = 12;

    private final Template template;
    private final Consumer<Finding> found;

    CellCheck(Template template, Consumer<Finding> found) {
        this.template = template;
        this.found = found;
    }

    void check(Submission submission) {
        for (SheetDef def : template.sheets()) {
            List<Section> sections = submission.of(def.id());
            boolean spare = def.repeat().isPresent();
            if (spare && !sections.isEmpty() && sections.stream().allMatch(Section::isBlank)) {
                noSheet(sections.get(0));
                continue;
            }
            sections.stream().filter(section -> !spare || !section.isBlank()).forEach(this::section);
        }
    }

    /** Every sheet of a kind is blank: one finding at the first, not one for each of its fields. */
    private void noSheet(Section section) {
        section.fields().values().stream().filter(entry -> entry.field().required() && !entry.field().isCalculated()).findFirst()
                .ifPresent(entry -> missing(entry, Text.of("“" + section.sheetName() + "”等表都", "Every sheet like '" + section.sheetName() + "'")));
    }

    private void section(Section section) {
        section.fields().values().forEach(entry -> entry(entry, section.fields()));
        for (Table table : section.def().tables().values()) {
            List<Row> rows = section.rows(table.id());
            List<Row> filled = rows.stream().filter(row -> !row.isBlank()).toList();
            filled.forEach(row -> row.entries().values().forEach(entry -> entry(entry, row.entries())));
            if (filled.size() < table.least()) {
                rows.stream().filter(Row::isBlank).findFirst().flatMap(row -> row.entries().values().stream().filter(entry -> entry.field().required()).findFirst())
                        .ifPresent(entry -> missing(entry, Text.of(table.label().zh() + "一行也", "Every row of " + table.label().en())));
            }
        }
    }

    private void entry(Entry entry, Map<String, Entry> siblings) {
        Field field = entry.field();
        if (field.isCalculated()) {
            return;
        }
        if (entry.raw() instanceof Value.Failed) {
            found.accept(Finding.of(CellRules.CELL_ERROR, entry.place(), entry.shown()));
        } else if (entry.isBlank()) {
            if (field.required()) {
                missing(entry, entry.place().label());
            }
        } else if (field.type().isNumeric()) {
            number(entry);
        } else {
            text(entry, siblings);
        }
    }

    private void number(Entry entry) {
        if (entry.value().isEmpty()) {
            found.accept(Finding.of(CellRules.NOT_A_NUMBER, entry.place(), entry.shown(), CellRules.kind(entry.field()), Map.of("cure", CellRules.cure(entry.field(), entry.shown()))));
            return;
        }
        BigDecimal number = ((Value.Num) entry.value().get()).number();
        boolean low = entry.field().min().filter(min -> number.compareTo(min) < 0).isPresent();
        boolean high = entry.field().max().filter(max -> number.compareTo(max) > 0).isPresent();
        String shown = CellRules.show(entry.field(), number);
        if (low || high) {
            found.accept(Finding.of(CellRules.OUT_OF_RANGE, entry.place(), shown, CellRules.crossed(entry.field(), number), Map.of()));
        } else if (EntryReader.isTextNumber(entry)) {
            found.accept(Finding.of(CellRules.TEXT_NUMBER, entry.place(), entry.raw().show(), Text.same(shown), Map.of("read", Text.same(shown), "format", CellRules.format(entry.field()))));
        }
    }

    private void text(Entry entry, Map<String, Entry> siblings) {
        Field field = entry.field();
        CodeList list = template.lists().get(field.list());
        String text = entry.value().orElse(entry.raw()).show();
        if (list != null && !list.open()) {
            item(entry, list, siblings);
        } else if (field.length() > 0 && text.length() > field.length()) {
            found.accept(Finding.of(CellRules.TOO_LONG, entry.place(), text, CellRules.allowed(field),
                    Map.of("length", Text.same(Integer.toString(text.length())), "limit", Text.same(Integer.toString(field.length())))));
        }
    }

    private void item(Entry entry, CodeList list, Map<String, Entry> siblings) {
        Entry parentEntry = siblings.get(entry.field().parent());
        String parent = Optional.ofNullable(parentEntry).flatMap(Entry::value).map(Value::show).orElse("");
        List<String> legal = parent.isEmpty() ? list.all() : list.under(parent);
        if (entry.value().isEmpty()) {
            Text hint = Nearest.to(entry.shown(), legal).map(near -> Text.of("是否要选“" + near + "”？", " Did you mean " + near + "?")).orElse(Text.EMPTY);
            found.accept(Finding.of(CellRules.NOT_IN_LIST, entry.place(), entry.shown(), items(legal), Map.of("hint", hint)));
        } else if (!parent.isEmpty() && !legal.contains(entry.value().get().show())) {
            Map<String, Text> arguments = new HashMap<>();
            arguments.put("parent", Text.same(parent));
            arguments.put("parentLabel", parentEntry.field().label());
            found.accept(Finding.of(CellRules.WRONG_PARENT, entry.place(), entry.shown(), items(legal), arguments));
        }
    }

    private static Text items(List<String> legal) {
        return Text.of(String.join("、", legal.subList(0, Math.min(ITEMS_SHOWN, legal.size()))) + (legal.size() > ITEMS_SHOWN ? "……" : ""),
                String.join(", ", legal.subList(0, Math.min(ITEMS_SHOWN, legal.size()))) + (legal.size() > ITEMS_SHOWN ? ", …" : ""));
    }

    /** @param what is blank, in words */
    private void missing(Entry entry, Text what) {
        found.accept(Finding.of(CellRules.REQUIRED, entry.place(), "", Text.EMPTY, Map.of("label", what, "prompt", entry.field().prompt())));
    }
}
