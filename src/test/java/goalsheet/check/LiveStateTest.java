package goalsheet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goalsheet.expr.Value;
import goalsheet.generate.FormWriter;
import goalsheet.layout.Calculation;
import goalsheet.layout.Form;
import goalsheet.layout.Layout;
import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.layout.Violation.Grade;
import goalsheet.office.Office;
import goalsheet.office.OfficeBook;
import goalsheet.rule.Finding;
import goalsheet.rule.Verdict;
import goalsheet.template.CodeList;
import goalsheet.template.Field;
import goalsheet.template.RuleUse;
import goalsheet.template.Template;
import goalsheet.template.TemplateLoader;
import goalsheet.text.Lang;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.WorkbookReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every line of the live self-check says what a spreadsheet calculates and what the checker finds, over random forms. */
class LiveStateTest {
    private static final Pattern TOLD = Pattern.compile("（([A-Z]{3}\\d{3})）");
    private static final Set<String> CELL_RULES = Set.of("STR001", "STR002", "STR003", "STR004", "STR005", "STR006", "STR007");
    private static final int SHEETS = 40;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"hebei-2023", "central-2021"})
    void agreesWithTheSpreadsheetAndTheChecker(String id) throws Exception {
        assumeTrue(Office.available());
        Template template = TemplateLoader.load(Path.of("templates", id + ".yaml"));
        Layout layout = Layout.of(template, new Form(Lang.ZH, SHEETS, Map.of()));
        Map<String, Value> values = random(layout, new Random(20230115));
        Path file = folder.resolve("form.xlsx");
        FormWriter.write(layout, path -> values.getOrDefault(path, Value.BLANK), Optional.empty(), file, false);
        Path again = folder.resolve("again.xlsx");
        try (OfficeBook book = Office.open(file)) {
            book.recalculate().saveAs(again, OfficeBook.Format.XLSX);
        }
        Map<String, String> states = states(layout, file);
        assertThat(states(layout, again)).isEqualTo(states);
        assertThat(states.size()).isGreaterThan(SHEETS * 20);
        assertThat(states.values().stream().filter(state -> !state.isEmpty()).count()).isBetween(states.size() / 10L, states.size() * 9L / 10);

        Verdict verdict = new Checker(name -> Optional.of(template)).check(file);
        assertThat(disagreements(template, states, verdict)).isEmpty();
        assertThat(coloured(layout, values)).isEqualTo(marked(verdict)).anyMatch(mark -> mark.endsWith("STR004")).anyMatch(mark -> mark.endsWith("STR005"));
    }

    /** Cells that are coloured for what their field takes, each with the rule; which of the rules about numbers it is, is another question. */
    private static Set<String> coloured(Layout layout, Map<String, Value> values) {
        Calculation calculation = new Calculation(layout, path -> values.getOrDefault(path, Value.BLANK));
        Set<String> coloured = new TreeSet<>();
        for (SheetLayout sheet : layout.sheets()) {
            sheet.violations().stream().filter(violation -> violation.grade() == Grade.WRONG && CELL_RULES.contains(violation.rule()))
                    .filter(violation -> calculation.value(violation.shown(), sheet, violation.slot().table(), violation.slot().index()) instanceof Value.Bool bool && bool.truth())
                    .forEach(violation -> coloured.add(mark(sheet.name(), violation.slot().cell().toString(), violation.rule())));
        }
        return coloured;
    }

    private static Set<String> marked(Verdict verdict) {
        return verdict.findings().stream().filter(finding -> CELL_RULES.contains(finding.rule().id()) && !finding.rule().id().equals("STR001"))
                .map(finding -> mark(finding.place().sheet(), finding.place().cell().replaceFirst(":.*", ""), finding.rule().id())).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String mark(String sheet, String cell, String rule) {
        return sheet + "!" + cell + " " + (List.of("STR002", "STR003", "STR007").contains(rule) ? "number" : rule);
    }

    /** Rows where state and findings do not fit together. What rests on a number that is a text is told by the checker only: the form cannot count it. */
    private static List<String> disagreements(Template template, Map<String, String> states, Verdict verdict) {
        Set<String> told = new HashSet<>(CELL_RULES);
        template.rules().stream().filter(use -> use.isExpression() && !use.severity().equals("info")).map(RuleUse::id).forEach(told::add);
        Map<String, Set<String>> found = new HashMap<>();
        Map<String, Set<String>> onSheet = new HashMap<>();
        for (Finding finding : verdict.findings()) {
            if (told.contains(finding.rule().id()) && !finding.place().cell().isEmpty()) {
                String row = finding.place().sheet() + "!" + (Ref.parse(finding.place().cell()).row() + 1);
                found.computeIfAbsent(row, none -> new HashSet<>()).add(finding.rule().id());
                onSheet.computeIfAbsent(finding.place().sheet(), none -> new HashSet<>()).add(finding.rule().id());
            }
        }
        List<String> wrong = new ArrayList<>();
        states.forEach((row, state) -> {
            Set<String> here = found.getOrDefault(row, Set.of());
            if (state.isEmpty() != here.isEmpty() && !(state.isEmpty() && onSheet.getOrDefault(row.substring(0, row.indexOf('!')), Set.of()).contains("STR007"))) {
                wrong.add(row + " says '" + state + "', found " + here);
            } else if (!here.isEmpty() && ids(state).stream().noneMatch(here::contains)) {
                wrong.add(row + " says '" + state + "', found " + here);
            }
        });
        return wrong;
    }

    private static Set<String> ids(String state) {
        Matcher matcher = TOLD.matcher(state);
        String id = matcher.find() ? matcher.group(1) : "STR001";
        return switch (id) {
            // A number as text is read by the checker, but no formula of the workbook counts it.
            case "STR002" -> Set.of("STR002", "STR007");
            // A number that is no day at all is out of range to a formula.
            case "STR003" -> Set.of("STR003", "STR002");
            default -> Set.of(id);
        };
    }

    /** Text of every line of the self-check by sheet and row, from 1. */
    private static Map<String, String> states(Layout layout, Path file) throws Exception {
        Snapshot snapshot = WorkbookReader.read(file);
        Map<String, String> states = new HashMap<>();
        for (SheetLayout sheet : layout.sheets()) {
            Snapshot.Sheet found = snapshot.sheet(sheet.name()).orElseThrow();
            for (Slot slot : sheet.slots()) {
                if (slot.path().startsWith("_state[")) {
                    states.put(sheet.name() + "!" + (slot.cell().row() + 1), found.cell(slot.cell()).map(Snapshot.Cell::text).orElse(""));
                }
            }
        }
        return states;
    }

    private static Map<String, Value> random(Layout layout, Random random) {
        Map<String, Value> values = new HashMap<>();
        for (SheetLayout sheet : layout.sheets()) {
            boolean spare = sheet.def().repeat().isPresent() && random.nextInt(10) == 0;
            Map<String, Boolean> silent = new HashMap<>();
            // Where much is wrong in single cells, no rule has anything to say.
            boolean tidy = random.nextBoolean();
            for (Slot slot : spare ? List.<Slot>of() : sheet.slots()) {
                boolean blankRow = silent.computeIfAbsent(slot.table() + slot.index(), row -> slot.index() > 0 && random.nextInt(3) == 0);
                if (slot.kind() == Slot.Kind.ENTRY && slot.field().isPresent() && !blankRow && (tidy || random.nextInt(8) > 0)) {
                    values.put(sheet.fullPath(slot), tidy ? tidy(sheet, slot, layout.template(), values, random) : value(slot.field().orElseThrow(), layout.template().lists(), random));
                }
            }
        }
        return values;
    }

    /** Nothing that is wrong by itself, though the numbers need not agree. */
    private static Value tidy(SheetLayout sheet, Slot slot, Template template, Map<String, Value> values, Random random) {
        Field field = slot.field().orElseThrow();
        Optional<CodeList> list = template.closedList(field);
        if (list.isEmpty()) {
            return field.type().isNumeric() ? number(field, random) : new Value.Str("按要求填写");
        }
        String parent = sheet.prefix() + (slot.table().isEmpty() ? "" : slot.table() + "[" + slot.index() + "].") + field.parent();
        List<String> items = field.parent().isEmpty() ? list.get().all() : list.get().under(template.lists().get(list.get().parent()).official(values.get(parent).show()).orElseThrow());
        String item = items.get(random.nextInt(items.size()));
        return new Value.Str(random.nextInt(3) == 0 && item.endsWith("指标") && !list.get().suffix().isEmpty() ? item.replace("指标", "（20分）") : item);
    }

    private static Value number(Field field, Random random) {
        return field.type() == goalsheet.template.FieldType.PERCENT ? Value.of(List.of(10L, 25L, 50L, 100L, 100L).get(random.nextInt(5)))
                : Value.of(field.min().orElse(java.math.BigDecimal.ZERO).add(java.math.BigDecimal.valueOf(random.nextInt(4) * 10L)));
    }

    private static Value value(Field field, Map<String, CodeList> lists, Random random) {
        int kind = random.nextInt(12);
        if (kind == 0) {
            return new Value.Str(random.nextBoolean() ? "　" : " ");
        }
        if (!field.type().isNumeric()) {
            return kind == 1 ? new Value.Str("长".repeat(field.length() + 1)) : list(field, lists, random);
        }
        return switch (kind) {
            case 1 -> new Value.Str("十二");
            case 2 -> new Value.Str("12.5");
            case 3 -> Value.of(-3);
            case 4 -> Value.of(field.max().orElse(java.math.BigDecimal.TEN).add(java.math.BigDecimal.ONE));
            default -> number(field, random);
        };
    }

    /** An item as people spell it, or something that is none. */
    private static Value spelled(CodeList list, Random random) {
        List<String> known = Stream.concat(list.all().stream(), list.aliases().keySet().stream()).toList();
        String item = known.get(random.nextInt(known.size()));
        String bare = item.replaceFirst("指标$", "");
        List<String> spellings = List.of(bare, bare + "指标", bare + "指标指标", " " + item + "　", item.substring(0, 1) + "\n " + item.substring(1), "\u00a0" + item + "\u200b", bare + " 指标",
                item + "（50分）", item + "(50)", item + "（ 12.5 分 ）", bare + "（5分）", item + "（）", item + "(50", item + "50分", item + "(五十分)", item + "（优）", item + "(5)(6)", "(50分)" + item,
                item.toLowerCase(Locale.ROOT), item + "*", "*", "?", "~" + item, item + "?", "指标", item + "。", item + "/" + item, item.substring(1), "其他", "12", "＝", "=", ">=", "》", "ｘ", "=\"x\"", "'" + item,
                item + item, item + "、" + known.get(0), "TRUE", "0", item.replace("指标", "指標"), "\"" + item + "\"");
        return new Value.Str(spellings.get(random.nextInt(spellings.size())));
    }

    private static Value list(Field field, Map<String, CodeList> lists, Random random) {
        if (!field.list().isEmpty() && !lists.get(field.list()).open() && random.nextInt(3) == 0) {
            return spelled(lists.get(field.list()), random);
        }
        List<String> items = field.list().isEmpty() ? List.of("按要求填写", "=1+1", "a*?~") : lists.get(field.list()).all();
        return new Value.Str(items.get(random.nextInt(items.size())).chars().limit(30).mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining()));
    }
}
