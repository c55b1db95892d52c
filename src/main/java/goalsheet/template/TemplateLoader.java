package goalsheet.template;

import goalsheet.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a template file; every mistake in it is told in one run, with its line. */
public final class TemplateLoader {
    private final TemplateReader in;
    private final Problems problems = new Problems();

    private TemplateLoader(String file) {
        this.in = new TemplateReader(file, problems);
    }

    /** @throws DefinitionException with all mistakes */
    public static Template load(Path file) {
        return new TemplateLoader(String.valueOf(file.getFileName())).template(YamlFile.read(file));
    }

    /**
     * @param name of the file, for messages
     * @throws DefinitionException with all mistakes
     */
    public static Template parse(String name, String yaml) {
        return new TemplateLoader(name).template(YamlFile.parse(name, yaml));
    }

    private Template template(YamlNode root) {
        Map<String, YamlNode> keys = in.keys(root, "template", "version", "accepts", "title", "year", "unit", "projects", "lists", "sheets", "rules");
        String id = in.needed(root, keys, "template");
        if (!id.isEmpty() && !TemplateStore.isId(id)) {
            in.wrong(keys.get("template"), "表样编号“" + id + "”只能用英文字母、数字和 . _ -，以字母或数字开头", "a template's id has letters, digits and . _ - only and begins with a letter or digit: '" + id + "'");
        }
        int version = in.whole(keys, "version", 0);
        if (!keys.containsKey("title")) {
            in.missing(root, "title");
        }
        if (version < 1) {
            in.wrong(keys.getOrDefault("version", root), "缺少版本号（version: 1 起）", "a version is wanted (version: 1 or more)");
        }
        List<Integer> accepts = keys.containsKey("accepts") ? in.items(keys.get("accepts")).stream().map(node -> in.whole(node, 0)).toList() : List.of();
        Text title = in.text(keys, "title");
        int year = in.whole(keys, "year", 0);
        Map<String, CodeList> lists = keys.containsKey("lists") ? lists(keys.get("lists")) : Map.of();
        SheetReader sheetReader = new SheetReader(in);
        List<SheetDef> sheets = new ArrayList<>();
        if (keys.containsKey("sheets")) {
            in.items(keys.get("sheets")).forEach(node -> sheets.add(sheetReader.sheet(node)));
        } else {
            in.missing(root, "sheets");
        }
        RuleReader ruleReader = new RuleReader(in);
        List<RuleUse> rules = keys.containsKey("rules") ? ruleReader.rules(keys.get("rules")) : List.of();
        Map<String, YamlNode> unit = keys.containsKey("unit") ? in.keys(keys.get("unit"), "code", "name") : Map.of();
        Template template = new Template(id, version, accepts, title, year, in.word(unit, "code"), in.word(unit, "name"),
                lists, List.copyOf(sheets), rules,
                keys.containsKey("projects") ? ProjectFields.read(in, keys.get("projects"), sheets) : ProjectFields.NONE);
        new TemplateCheck(in, template, sheetReader.lines()).check(root, unit);
        if (problems.isEmpty()) {
            ruleReader.shares().forEach(new SharesCheck(in, template)::check);
        }
        problems.throwIfAny();
        return template;
    }

    private Map<String, CodeList> lists(YamlNode node) {
        Map<String, CodeList> lists = new LinkedHashMap<>();
        for (YamlNode.Entry entry : in.entries(node)) {
            CodeList list = list(entry);
            lists.put(list.id(), list);
            if (list.isDependent()) {
                CodeList parent = lists.get(list.parent());
                if (parent == null) {
                    in.wrong(entry.keyLine(), "上级列表“" + list.parent() + "”应写在前面", "the parent list '" + list.parent() + "' must come before");
                } else {
                    checkParents(entry.node(), list, parent);
                }
            }
        }
        return lists;
    }

    private void checkParents(YamlNode node, CodeList list, CodeList parent) {
        List<String> known = parent.all();
        list.byParent().keySet().stream().filter(item -> !known.contains(item)).forEach(item ->
                in.wrong(node, "列表“" + list.id() + "”中的“" + item + "”不是“" + parent.id() + "”的选项", "'" + item + "' in list '" + list.id() + "' is no item of '" + parent.id() + "'"));
        known.stream().filter(item -> !list.byParent().containsKey(item)).forEach(item ->
                in.wrong(node, "列表“" + list.id() + "”缺少“" + item + "”的下级选项", "list '" + list.id() + "' has nothing for '" + item + "'"));
    }

    private CodeList list(YamlNode.Entry entry) {
        Map<String, YamlNode> keys = in.keys(entry.node(), "items", "parent", "open", "aliases", "suffix");
        String parent = in.word(keys, "parent");
        List<String> items = List.of();
        Map<String, List<String>> byParent = new LinkedHashMap<>();
        if (!keys.containsKey("items")) {
            in.missing(entry.node(), "items");
        } else if (parent.isEmpty()) {
            items = in.words(keys.get("items"));
        } else {
            in.entries(keys.get("items")).forEach(item -> byParent.put(item.key(), in.words(item.node())));
        }
        Map<String, String> aliases = new LinkedHashMap<>();
        if (keys.containsKey("aliases")) {
            in.entries(keys.get("aliases")).forEach(alias -> aliases.put(alias.key(), in.word(alias.node())));
        }
        CodeList list = new CodeList(entry.key(), parent, items, byParent, in.flag(keys, "open"), aliases, in.word(keys, "suffix"));
        checkItems(entry.node(), list);
        return list;
    }

    private void checkItems(YamlNode node, CodeList list) {
        for (List<String> column : list.isDependent() ? list.byParent().values() : List.of(list.items())) {
            if (column.isEmpty()) {
                in.wrong(node, "列表“" + list.id() + "”有一组没有选项", "list '" + list.id() + "' has a group without items");
            }
            column.stream().filter(item -> item.isBlank() || Collections.frequency(column, item) > 1).distinct()
                    .forEach(item -> in.wrong(node, "列表“" + list.id() + "”中的“" + item + "”重复或空白", "'" + item + "' in list '" + list.id() + "' is blank or given twice"));
        }
        list.aliases().forEach((alias, item) -> {
            if (!list.all().contains(item)) {
                in.wrong(node, "列表“" + list.id() + "”中没有“" + item + "”，不能是“" + alias + "”的另一种写法", "list '" + list.id() + "' has no item '" + item + "' for '" + alias + "' to mean");
            }
        });
    }
}
