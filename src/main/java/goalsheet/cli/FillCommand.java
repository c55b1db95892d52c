package goalsheet.cli;

import goalsheet.fill.FormData;
import goalsheet.generate.FormWriter;
import goalsheet.layout.Form;
import goalsheet.layout.Layout;
import goalsheet.template.DefinitionException;
import goalsheet.template.SheetDef;
import goalsheet.template.Template;
import goalsheet.text.Text;
import goalsheet.xlsx.OutputException;
import goalsheet.xlsx.SafeFile;
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
        return Text.of("用已有数据填好一份表", "write a form filled with data");
    }

    @Override
    public List<CommandOption> options() {
        return List.of(Shared.TEMPLATE,
                CommandOption.required("data", "FILE", Text.of("数据文件（yaml、json、csv、xlsx、xls），可以写多个 -d", "data (yaml, json, csv, xlsx, xls); -d may be given several times")).as("d"),
                CommandOption.required("out", "FILE", Text.of("生成的工作簿", "the workbook to write")).as("o"),
                CommandOption.value("spare", "N", Text.of("多留几张空白项目表，默认不留", "blank project sheets to add, none by default")),
                Shared.PASSWORD_FILE, Shared.FORCE);
    }

    @Override
    public Text details() {
        return Text.of("例：fill -t hebei-2023 -d samples/qianan-court/data.yaml -o 法院.xlsx", "Example: fill -t hebei-2023 -d samples/qianan-court/data.yaml -o court.xlsx");
    }

    @Override
    public ExitCode run(Call call) throws IOException {
        Shared.noOperands(call);
        Template template = Install.template(call.value("template").orElseThrow());
        Path target = Path.of(call.value("out").orElseThrow());
        if (!target.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw new UserError(Text.of("文件名要以 .xlsx 结尾：" + target, "The file's name must end in .xlsx: " + target));
        }
        fill(template, call.values("data").stream().map(Path::of).toList(), target, call);
        call.say(Text.of("已生成：" + target, "Written: " + target));
        return ExitCode.CLEAN;
    }

    private static void fill(Template template, List<Path> files, Path target, Call call) throws IOException {
        try {
            FormData data = FormData.read(template, files);
            int spare = Shared.number(call, "spare").orElse(0);
            requireRoom(template, data.sheets(), spare);
            Form form = FormWriter.blank(template, call.lang(), data.sheets() == 0 ? Optional.empty() : Optional.of(data.sheets() + spare));
            SafeFile.folder(target.toAbsolutePath().getParent());
            SafeFile.sweep(target.toAbsolutePath().getParent());
            FormWriter.write(Layout.of(template, form), data::value, Shared.password(call), target, call.has("force"));
        } catch (DefinitionException e) {
            throw UserErrors.of(e);
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
