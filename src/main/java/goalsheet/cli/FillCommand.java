package goalsheet.cli;

import goalsheet.fill.FormData;
import goalsheet.generate.Contents;
import goalsheet.generate.FormWriter;
import goalsheet.layout.Form;
import goalsheet.layout.Layout;
import goalsheet.template.DefinitionException;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import goalsheet.text.Text;
import goalsheet.xlsx.OutputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a form filled with data. */
final class FillCommand implements Command {

    @Override
    public String name() {
        return "fill";
    }

    @Override
    public Text summary() {
        return Text.of("用已有数据填好一份表，或把交回的表填到新表里", "write a form filled with data, or pour a returned workbook into a new form");
    }

    @Override
    public List<CommandOption> options() {
        return List.of(Shared.TEMPLATE,
                CommandOption.value("data", "FILE", Text.of("数据文件（yaml、json、csv、xlsx、xls），可以写多个 -d", "data (yaml, json, csv, xlsx, xls); -d may be given several times")).as("d"),
                CommandOption.value("from", "FILE", Text.of("交回的表（损坏的、旧版的、改过的），内容填到新表里，不能与 -d 同用", "a returned workbook, damaged or of an older version, to pour into a new form; not together with -d")),
                CommandOption.value("roster", "FILE", Text.of("与 --from 同用：锁定的数从单位名单取，不从交回的表取", "with --from: take locked figures from this roster, not from the workbook")).as("r"),
                CommandOption.required("out", "FILE", Text.of("生成的工作簿", "the workbook to write")).as("o"),
                CommandOption.value("spare", "N", Text.of("多留几张空白项目表，默认不留", "blank project sheets to add, none by default")),
                Shared.OPEN_PASSWORD_FILE, Shared.MAX_FILE, Shared.PASSWORD_FILE, Shared.KEY_FILE, Shared.FORCE);
    }

    @Override
    public Text details() {
        return Text.of("""
                例：fill -t hebei-2023 -d samples/qianan-court/data.yaml -o 法院.xlsx
                    fill -t hebei-2023 --from 法院-交回.xlsx -o 法院-新表.xlsx
                --from 把认得出的内容填到一份完好的新表里：公式、下拉菜单、表样文字都恢复，单位写的批注和免检说明保留，
                旧版的表填到新版里，“项目1 (2)”这样复制出来的表成为新的一张；位置和写法有变的、没有填进去的，逐条列出。
                退出码：0 已生成，1 文件无法读取或看不出是哪种表，2 没有完成。""",
                """
                Example: fill -t hebei-2023 -d samples/qianan-court/data.yaml -o court.xlsx
                         fill -t hebei-2023 --from court-returned.xlsx -o court-new.xlsx
                --from takes what is recognised into a pristine form: formulas, dropdowns and printed words are back, the unit's notes and reasons
                are kept, an older version goes into the present one, a copied sheet becomes one more; what moved, was converted or left out is listed.
                Exit code: 0 written, 1 the file cannot be read or is not recognised, 2 not done.""");
    }

    @Override
    public ExitCode run(Call call) throws IOException {
        Shared.noOperands(call);
        Template template = Install.template(call.value("template").orElseThrow());
        Path target = call.path("out").orElseThrow();
        if (!target.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw new UserError(Text.of("文件名要以 .xlsx 结尾：" + target, "The file's name must end in .xlsx: " + target));
        }
        if (call.has("from") == call.has("data")) {
            throw new UserError(Text.of("请用 -d 写明数据，或用 --from 写明交回的表，两者选一。", "Give either data with -d or a returned workbook with --from."));
        }
        if (call.has("roster") && call.has("data")) {
            throw new UserError(Text.of("-r 只能与 --from 同用。", "-r goes with --from only."));
        }
        for (String option : List.of("data", "roster")) {
            for (String given : call.values(option)) {
                Shared.notOnto(target, Path.of(given));
            }
        }
        if (call.has("spare") && call.has("from")) {
            throw new UserError(Text.of("--from 的新表与交回的表张数相同，不用 --spare。", "With --from the new form has as many sheets as the workbook; --spare goes with -d."));
        }
        if (call.has("from")) {
            return new Repouring(template, target, call).run(call.path("from").orElseThrow());
        }
        fill(template, call.values("data").stream().map(Path::of).map(Call::plain).toList(), target, call);
        call.say(Text.of("已生成：" + target, "Written: " + target));
        return ExitCode.CLEAN;
    }

    private static void fill(Template template, List<Path> files, Path target, Call call) throws IOException {
        try {
            FormData data = FormData.read(template, files);
            int spare = Shared.number(call, "spare", 0, Shared.MOST).orElse(0);
            requireRoom(template, data.sheets(), spare);
            Form form = FormWriter.blank(template, call.lang(), data.sheets() == 0 ? Optional.empty() : Optional.of(data.sheets() + spare));
            write(Layout.of(template, form), Contents.of(data::value), target, call);
        } catch (DefinitionException e) {
            throw UserErrors.of(e);
        }
    }

    static void write(Layout layout, Contents contents, Path target, Call call) throws IOException {
        try {
            Contents signed = contents.signed(Shared.key(call));
            FormWriter.write(layout, signed, Shared.password(call), target, call.has("force"));
        } catch (OutputException e) {
            throw UserErrors.of(e);
        }
    }

    private static void requireRoom(Template template, int given, int spare) {
        int most = template.repeated().flatMap(SheetDef::repeat).map(SheetDef.Repeat::max).orElse(given);
        if (spare > 0 && given + spare > most) {
            throw new UserError(Text.of("已有 " + given + " 张分表的数据，最多 " + most + " 张，--spare 最多只能是 " + (most - given) + "。",
                    "There are data for " + given + " sheets of at most " + most + ", so --spare is " + (most - given) + " at most."));
        }
    }
}
