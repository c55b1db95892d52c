package goalsheet.cli;

import goalsheet.expr.Value;
import goalsheet.generate.Contents;
import goalsheet.generate.FormSeries;
import goalsheet.generate.FormWriter;
import goalsheet.generate.Roster;
import goalsheet.generate.Unit;
import goalsheet.layout.Form;
import goalsheet.template.DefinitionException;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import goalsheet.text.Text;
import goalsheet.xlsx.OutputException;
import goalsheet.xlsx.SafeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes blank forms: one for anybody, or one for each unit of a roster. */
final class GenerateCommand implements Command {
    private static final int USUAL_SPARE = 2;

    @Override
    public String name() {
        return "generate";
    }

    @Override
    public Text summary() {
        return Text.of("生成下发给单位的空表", "write blank forms for the units");
    }

    @Override
    public List<CommandOption> options() {
        return List.of(Shared.TEMPLATE,
                CommandOption.required("out", "DIR", Text.of("存放空表的目录", "folder for the forms")).as("o"),
                CommandOption.value("roster", "FILE", Text.of("单位名单（csv、xlsx、xls），每个单位生成一份", "roster of units (csv, xlsx, xls): one form for each unit")).as("r"),
                CommandOption.value("spare", "N", Text.of("名单中的项目之外，多留几张空白项目表，默认 " + USUAL_SPARE, "blank project sheets beside those in the roster, " + USUAL_SPARE + " by default")),
                CommandOption.value("sheets", "N", Text.of("没有名单时的项目表张数", "project sheets when there is no roster")),
                Shared.PASSWORD_FILE, Shared.KEY_FILE, Shared.FORCE);
    }

    @Override
    public Text details() {
        return Text.of("例：generate -t hebei-2023 -r 单位名单.xlsx -o 下发\n名单至少有“单位编码”“单位名称”两列，还可以有项目编码、项目名称、预算数、财政资金、其他资金，填好的内容会锁定。",
                "Example: generate -t hebei-2023 -r roster.xlsx -o forms\nThe roster has at least the columns 单位编码 (unit code) and 单位名称 (unit name); project code, name, budget, fiscal and other funds are filled in and locked.");
    }

    @Override
    public ExitCode run(Call call) throws IOException {
        Shared.noOperands(call);
        Template template = Install.template(call.value("template").orElseThrow());
        Path folder = call.path("out").orElseThrow();
        Optional<Integer> sheets = sheets(call, template);
        Map<Path, Form> forms = call.path("roster").map(roster -> forUnits(call, template, roster, folder))
                .orElseGet(() -> Map.of(folder.resolve(template.id() + ".xlsx"), FormWriter.blank(template, call.lang(), sheets)));
        Optional<String> password = Shared.password(call);
        Contents contents = Contents.of(path -> Value.BLANK).signed(Shared.key(call));
        try {
            refuseExisting(call, forms);
            SafeFile.writeAll(new FormSeries(template, contents, password).bodies(forms), call.has("force"));
        } catch (OutputException e) {
            throw UserErrors.of(e);
        }
        if (forms.size() == 1) {
            call.say(Text.of("已生成：" + forms.keySet().iterator().next(), "Written: " + forms.keySet().iterator().next()));
        } else {
            call.say(Text.of("已生成 " + forms.size() + " 份空表，在目录 " + folder, forms.size() + " forms written to " + folder));
        }
        return ExitCode.CLEAN;
    }

    /** How many sheets were asked for is either done or refused, never done otherwise. */
    private static Optional<Integer> sheets(Call call, Template template) {
        int max = template.repeated().flatMap(SheetDef::repeat).map(SheetDef.Repeat::max).orElse(0);
        if (call.has("sheets") && call.has("roster")) {
            throw new UserError(Text.of("有名单（-r）时请用 --spare，不用 --sheets。", "With a roster (-r) use --spare, not --sheets."));
        }
        if (call.has("sheets") && max == 0) {
            throw new UserError(Text.of("这个表样没有可以有多张的表，不能用 --sheets。", "This template has no sheet that repeats, so --sheets means nothing."));
        }
        return Shared.number(call, "sheets", 1, max);
    }

    /** Before anything is written: half a set of forms would be worse than none. */
    private static void refuseExisting(Call call, Map<Path, Form> forms) {
        List<Path> there = forms.keySet().stream().filter(Files::exists).toList();
        if (!call.has("force") && !there.isEmpty()) {
            throw new UserError(Text.of("已有同名文件，没有生成：" + there.get(0) + (there.size() > 1 ? " 等 " + there.size() + " 个" : "") + "。要覆盖请加 --force，或换一个目录。",
                    "Nothing was written, as there is already " + there.get(0) + (there.size() > 1 ? " and " + (there.size() - 1) + " more" : "") + ". Add --force to overwrite, or choose another folder."));
        }
    }

    private static Map<Path, Form> forUnits(Call call, Template template, Path file, Path folder) {
        try {
            Roster roster = Roster.read(template, file);
            roster.notes().forEach(note -> call.err().println(note.in(call.lang())));
            Map<Path, Form> forms = new LinkedHashMap<>();
            for (Unit unit : roster.units()) {
                forms.put(folder.resolve(fileName(unit)), FormWriter.of(template, unit, call.lang(), Shared.number(call, "spare", 0, Shared.MOST).orElse(USUAL_SPARE)));
            }
            return forms;
        } catch (DefinitionException e) {
            throw UserErrors.of(e);
        }
    }

    /** Code and name of the unit, without what a file name cannot hold on one system or another. */
    static String fileName(Unit unit) {
        String name = (unit.code() + unit.name()).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
        return name.substring(0, name.offsetByCodePoints(0, Math.min(60, name.codePointCount(0, name.length())))) + ".xlsx";
    }
}
