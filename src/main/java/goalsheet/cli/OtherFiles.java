package goalsheet.cli;

import goalsheet.report.Visible;
import goalsheet.text.Text;
import goalsheet.xlsx.FileEnding;
import goalsheet.xlsx.UnreadableException.Reason;
import java.io.PrintStream;
import java.util.List;

/** Names the files of a folder that were not read: a unit that sent something else would be taken for one that sent nothing. */
final class OtherFiles {
    private static final int MOST = 50;

    private OtherFiles() {
    }

    /** @param others whose names say that they are something that units send instead of a workbook */
    static void tell(List<String> others, PrintStream to, Call call) {
        if (others.isEmpty()) {
            return;
        }
        to.println(Text.of("没有检查的文件（" + others.size() + "）：", "Files that were not checked (" + others.size() + "):").in(call.lang()));
        others.stream().limit(MOST).forEach(other -> to.println("  " + Visible.line(other) + "  " + what(FileEnding.instead(other).orElseThrow()).in(call.lang())));
        if (others.size() > MOST) {
            to.println(Text.of("  ……共 " + others.size() + " 个", "  … " + others.size() + " in all").in(call.lang()));
        }
    }

    private static Text what(Reason reason) {
        return Text.of(reason.message().zh() + "。" + reason.remedy().zh(), reason.message().en() + ". " + reason.remedy().en());
    }
}
