package goalsheet.report;

import goalsheet.rule.CellRules;
import goalsheet.rule.CodedRules;
import goalsheet.rule.Rule;
import goalsheet.rule.Severity;
import goalsheet.template.CodeList;
import goalsheet.template.Field;
import goalsheet.template.RuleUse;
import goalsheet.template.SheetDef;
import goalsheet.template.Table;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has changed from one template to another, for a person; and what it means for workbooks that are filled in already. */
public final class TemplateDiff {
    private static final Text SAME = Text.of("两份表样没有区别。", "The two templates are the same.");

    private final Template before;
    private final Template after;
    private final Map<Text, List<Text>> sections = new LinkedHashMap<>();
    private List<Text> lines = List.of();

    private TemplateDiff(Template before, Template after) {
        this.before = before;
        this.after = after;
        section("表", "Sheets", this::sheets);
        section("字段", "Fields", this::fields);
        section("表格", "Tables", this::tables);
        section("选项", "Lists", this::lists);
        section("规则", "Rules", this::rules);
        section("表样文字", "Printed words", this::words);
    }

    /** The report in lines. */
    public static List<String> lines(Template before, Template after, Lang lang) {
        TemplateDiff diff = new TemplateDiff(before, after);
        List<String> lines = new ArrayList<>();
        lines.add(title(before).in(lang) + " → " + title(after).in(lang));
        if (diff.sections.isEmpty()) {
            lines.add(SAME.in(lang));
        }
        diff.sections.forEach((heading, changes) -> {
            lines.add("");
            lines.add(heading.in(lang));
            changes.forEach(change -> lines.add("  " + change.in(lang)));
        });
        lines.add("");
        lines.addAll(PourForecast.lines(before, after).stream().map(line -> line.in(lang)).toList());
        return lines;
    }

    private static Text title(Template template) {
        return Text.of(template.id() + " 第 " + template.version() + " 版", template.id() + " version " + template.version());
    }

    private void section(String zh, String en, Runnable collect) {
        lines = new ArrayList<>();
        collect.run();
        if (!lines.isEmpty()) {
            sections.put(Text.of(zh, en), lines);
        }
    }

    private void added(Text what) {
        lines.add(Text.of("＋ " + what.zh(), "+ " + what.en()));
    }

    private void removed(Text what) {
        lines.add(Text.of("－ " + what.zh(), "- " + what.en()));
    }

    private void changed(Text what, List<Text> how) {
        if (!how.isEmpty()) {
            lines.add(Text.of("～ " + what.zh() + "：" + how.stream().map(Text::zh).collect(Collectors.joining("；")),
                    "~ " + what.en() + ": " + how.stream().map(Text::en).collect(Collectors.joining("; "))));
        }
    }

    private void sheets() {
        before.sheets().stream().filter(sheet -> after.sheet(sheet.id()).isEmpty()).forEach(sheet -> removed(name(sheet)));
        after.sheets().stream().filter(sheet -> before.sheet(sheet.id()).isEmpty()).forEach(sheet -> added(name(sheet)));
        each((old, now) -> changed(name(now), Stream.of(
                change("名称", "name", old.name(), now.name()),
                change("张数", "number", sheetsOf(old), sheetsOf(now)),
                change("纸张方向", "paper", paper(old), paper(now))).flatMap(Optional::stream).toList()));
    }

    private void fields() {
        each((old, now) -> {
            fields(name(now), old.fields(), now.fields());
            old.tables().forEach((id, table) -> Optional.ofNullable(now.tables().get(id))
                    .ifPresent(next -> fields(Text.of(name(now).zh() + "·" + next.label().zh(), name(now).en() + ", " + next.label().en()), table.fields(), next.fields())));
        });
    }

    private void fields(Text where, Map<String, Field> old, Map<String, Field> now) {
        Set<String> known = new LinkedHashSet<>();
        now.values().forEach(field -> {
            Optional<Field> was = predecessor(old, field);
            was.ifPresent(one -> known.add(one.id()));
            if (was.isEmpty()) {
                Text required = field.required() && !field.isCalculated() ? Text.of("，必填", ", required") : Text.EMPTY;
                added(in(where, Text.of(named(field).zh() + "，" + kind(field).zh() + required.zh(), named(field).en() + ", " + kind(field).en() + required.en())));
            } else {
                changed(in(where, named(field)), changes(was.get(), field));
            }
        });
        old.values().stream().filter(field -> !known.contains(field.id())).forEach(field -> removed(in(where, named(field))));
    }

    /** The field of the older form that has become this one. */
    static Optional<Field> predecessor(Map<String, Field> old, Field field) {
        return Optional.ofNullable(old.get(field.id())).or(() -> field.formerly().stream().map(old::get).filter(Objects::nonNull).findFirst());
    }

    private List<Text> changes(Field old, Field now) {
        return Stream.of(
                change("字段名", "id", Text.same(old.id()), Text.same(now.id())),
                change("名称", "label", old.label(), now.label()),
                change("类型", "type", kind(old), kind(now)),
                change("必填", "required", yes(old.required()), yes(now.required())),
                change("最小", "min", limit(old, old.min()), limit(now, now.min())),
                change("最大", "max", limit(old, old.max()), limit(now, now.max())),
                change("字数", "length", length(old), length(now)),
                change("选项列表", "list", word(old.list()), word(now.list())),
                change("上级字段", "parent", word(old.parent()), word(now.parent())),
                change("提示", "prompt", old.prompt(), now.prompt()),
                old.isCalculated() && now.isCalculated() && !old.formula().equals(now.formula()) ? Optional.of(Text.of("公式有变", "another formula")) : Optional.<Text>empty())
                .flatMap(Optional::stream).toList();
    }

    private void tables() {
        each((old, now) -> {
            old.tables().values().stream().filter(table -> !now.tables().containsKey(table.id())).forEach(table -> removed(in(name(now), table.label())));
            now.tables().values().forEach(table -> {
                Table was = old.tables().get(table.id());
                if (was == null) {
                    added(in(name(now), table.label()));
                } else {
                    changed(in(name(now), table.label()), Stream.of(change("名称", "label", was.label(), table.label()), change("行数", "rows", rows(was), rows(table)),
                            change("至少填", "least", Text.same("" + was.least()), Text.same("" + table.least()))).flatMap(Optional::stream).toList());
                }
            });
        });
    }

    private void lists() {
        before.lists().keySet().stream().filter(id -> !after.lists().containsKey(id)).forEach(id -> removed(Text.same(id)));
        after.lists().forEach((id, now) -> {
            CodeList old = before.lists().get(id);
            if (old == null) {
                added(Text.same(id));
                return;
            }
            List<Text> how = new ArrayList<>();
            if (now.isDependent() && old.isDependent()) {
                Set<String> parents = new LinkedHashSet<>(old.byParent().keySet());
                parents.addAll(now.byParent().keySet());
                parents.forEach(parent -> items(parent, old.under(parent), now.under(parent), how));
            } else {
                items("", old.all(), now.all(), how);
            }
            change("可以自己写", "open", yes(old.open()), yes(now.open())).ifPresent(how::add);
            if (!old.aliases().equals(now.aliases()) || !old.suffix().equals(now.suffix())) {
                how.add(Text.of("别的写法有变", "other spellings"));
            }
            changed(Text.same(id), how);
        });
    }

    private static void items(String parent, List<String> old, List<String> now, List<Text> how) {
        String under = parent.isEmpty() ? "" : parent + " ";
        List<String> gone = old.stream().filter(item -> !now.contains(item)).toList();
        List<String> more = now.stream().filter(item -> !old.contains(item)).toList();
        if (!gone.isEmpty()) {
            how.add(Text.of(under + "去掉 " + String.join("、", gone), under + "without " + String.join(", ", gone)));
        }
        if (!more.isEmpty()) {
            how.add(Text.of(under + "增加 " + String.join("、", more), under + "with " + String.join(", ", more)));
        }
        if (gone.isEmpty() && more.isEmpty() && !old.equals(now)) {
            how.add(Text.of(under + "顺序有变", under + "in another order"));
        }
    }

    private void rules() {
        Map<String, List<RuleUse>> old = byId(before);
        Map<String, List<RuleUse>> now = byId(after);
        old.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> removed(named(old.get(id).get(0))));
        now.forEach((id, uses) -> {
            if (!old.containsKey(id)) {
                added(named(uses.get(0)));
            } else if (!old.get(id).equals(uses)) {
                changed(named(uses.get(0)), changes(old.get(id), uses));
            }
        });
    }

    private static List<Text> changes(List<RuleUse> old, List<RuleUse> now) {
        List<Text> how = new ArrayList<>();
        change("级别", "severity", severity(old), severity(now)).ifPresent(how::add);
        change("位置", "place", words(old, TemplateDiff::place), words(now, TemplateDiff::place)).ifPresent(how::add);
        change("可以说明理由", "waivable", words(old, use -> "" + use.waivable()), words(now, use -> "" + use.waivable())).ifPresent(how::add);
        if (differ(old, now, use -> List.of(use.check(), use.when(), use.shown(), use.silences()))) {
            how.add(Text.of("条件有变", "another condition"));
        }
        Set<String> settings = Stream.concat(old.stream(), now.stream()).flatMap(use -> use.settings().keySet().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
        settings.stream().filter(setting -> differ(old, now, use -> use.setting(setting))).forEach(setting -> how.add(Text.of("设置 " + setting + " 有变", "another setting of " + setting)));
        if (differ(old, now, use -> List.of(use.summary(), use.message(), use.remedy(), use.notes()))) {
            how.add(Text.of("文字有变", "other words"));
        }
        return how;
    }

    private static boolean differ(List<RuleUse> old, List<RuleUse> now, Function<RuleUse, Object> part) {
        return !old.stream().map(part).toList().equals(now.stream().map(part).toList());
    }

    private static Text words(List<RuleUse> uses, Function<RuleUse, String> part) {
        return Text.same(uses.stream().map(part).distinct().collect(Collectors.joining(" ")));
    }

    private static Text severity(List<RuleUse> uses) {
        List<Text> all = uses.stream().map(use -> use.severity().isEmpty() ? Text.of("本来的", "its own") : Severity.valueOf(use.severity().toUpperCase(Locale.ROOT)).label()).distinct().toList();
        return Text.of(all.stream().map(Text::zh).collect(Collectors.joining("、")), all.stream().map(Text::en).collect(Collectors.joining(", ")));
    }

    private static String place(RuleUse use) {
        return use.sheet() + (use.table().isEmpty() ? "" : "." + use.table()) + "(" + String.join(",", use.on()) + ")";
    }

    /** Uses of a rule, whatever line of the file they stand in. */
    private static Map<String, List<RuleUse>> byId(Template template) {
        return template.rules().stream().map(use -> new RuleUse(use.id(), use.sheet(), use.table(), use.on(), use.severity(), use.check(), use.when(), use.silences(), use.summary(),
                use.message(), use.remedy(), use.shown(), use.settings(), use.waivable(), use.notes(), 0)).collect(Collectors.groupingBy(RuleUse::id, LinkedHashMap::new, Collectors.toList()));
    }

    private static Text named(RuleUse use) {
        Text summary = CodedRules.of(use.id()).flatMap(coded -> coded.rules().stream().filter(rule -> rule.id().equals(use.id())).findFirst()).map(Rule::summary).orElse(use.summary());
        return Text.of(use.id() + " " + summary.zh(), use.id() + " " + summary.en());
    }

    private void words() {
        each((old, now) -> {
            List<Text> was = labels(old);
            List<Text> is = labels(now);
            was.stream().filter(text -> !is.contains(text)).distinct().forEach(text -> removed(in(name(now), quoted(text, is))));
            is.stream().filter(text -> !was.contains(text)).distinct().forEach(text -> added(in(name(now), quoted(text, was))));
        });
    }

    private static List<Text> labels(SheetDef sheet) {
        return sheet.rows().stream().flatMap(row -> row.cells().stream())
                .flatMap(cell -> cell.drawn() instanceof SheetDef.Drawn.Label label ? Stream.of(label.text()) : Stream.empty()).toList();
    }

    /** In the other language where the words of this one are the same on both sides. */
    private static Text quoted(Text text, List<Text> others) {
        boolean zh = others.stream().noneMatch(other -> other.zh().equals(text.zh()));
        boolean en = others.stream().noneMatch(other -> other.en().equals(text.en()));
        return Text.of("“" + flat(zh ? text.zh() : text.en()) + "”", "'" + flat(en ? text.en() : text.zh()) + "'");
    }

    private static String flat(String words) {
        String line = words.replace('\n', ' ');
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    private interface Both {
        void of(SheetDef old, SheetDef now);
    }

    private void each(Both both) {
        after.sheets().forEach(now -> before.sheet(now.id()).ifPresent(old -> both.of(old, now)));
    }

    private static Optional<Text> change(String zh, String en, Text old, Text now) {
        if (old.equals(now)) {
            return Optional.empty();
        }
        String inChinese = flat(shown(old).zh()) + " → " + flat(shown(now).zh());
        String inEnglish = flat(shown(old).en()) + " → " + flat(shown(now).en());
        return Optional.of(Text.of(old.zh().equals(now.zh()) ? zh + "（英文） " + inEnglish : zh + " " + inChinese, old.en().equals(now.en()) ? en + " (in Chinese) " + inChinese : en + " " + inEnglish));
    }

    private static Text shown(Text text) {
        return text.isEmpty() ? none() : text;
    }

    static Text in(Text where, Text what) {
        return Text.of(where.zh() + "：" + what.zh(), where.en() + ": " + what.en());
    }

    static Text name(SheetDef sheet) {
        Text name = sheet.name().with(Map.of("n", Text.same("")));
        return Text.of(name.zh().strip(), name.en().strip());
    }

    static Text named(Field field) {
        return Text.of(field.label().zh() + "（" + field.id() + "）", field.label().en() + " (" + field.id() + ")");
    }

    static Text kind(Field field) {
        Text type = switch (field.type()) {
            case TEXT -> Text.of("文字", "text");
            case LONG_TEXT -> Text.of("多行文字", "long text");
            case CODE -> Text.of("编码", "code");
            case AMOUNT -> Text.of("金额", "amount");
            case NUMBER -> Text.of("数字", "number");
            case PERCENT -> Text.of("百分比", "percentage");
            case DATE -> Text.of("日期", "date");
            case LIST -> Text.of("选项", "list");
        };
        return field.isCalculated() ? Text.of(type.zh() + "（自动计算）", type.en() + " (calculated)") : type;
    }

    private static Text sheetsOf(SheetDef sheet) {
        return sheet.repeat().map(repeat -> Text.of(repeat.start() + " 张，最多 " + repeat.max() + " 张", repeat.start() + ", at most " + repeat.max())).orElse(Text.of("1 张", "1"));
    }

    private static Text paper(SheetDef sheet) {
        return sheet.landscape() ? Text.of("横向", "landscape") : Text.of("纵向", "upright");
    }

    private static Text rows(Table table) {
        return table.perSheet() ? Text.of("每张 " + table.over() + " 一行", "each " + table.over()) : Text.same("" + table.rows());
    }

    private static Text limit(Field field, Optional<BigDecimal> limit) {
        return limit.map(number -> Text.same(CellRules.show(field, number))).orElse(none());
    }

    private static Text length(Field field) {
        return field.length() == 0 ? Text.of("不限", "no limit") : Text.same("" + field.length());
    }

    private static Text yes(boolean is) {
        return is ? Text.of("是", "yes") : Text.of("否", "no");
    }

    private static Text word(String word) {
        return word.isEmpty() ? none() : Text.same(word);
    }

    private static Text none() {
        return Text.of("无", "none");
    }
}
