package goalsheet.collect.paper;

import goalsheet.collect.BeijingTime;
import goalsheet.collect.Collection;
import goalsheet.collect.Standing;
import goalsheet.collect.State;
import goalsheet.report.Visible;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 未交名单: who has sent nothing, by department, to be pasted into a group chat. */
final class MissingList {
    private MissingList() {
    }

    /** Lines end in {@code \n}. */
    static String of(Collection collection, Sender sender, Lang lang) {
        Map<String, List<String>> byDepartment = new LinkedHashMap<>();
        List<Standing> missing = collection.units().stream().filter(unit -> unit.listed() && unit.state() == State.MISSING).toList();
        missing.forEach(unit -> byDepartment.computeIfAbsent(unit.department(), department -> new ArrayList<>()).add(Visible.line(unit.name())));
        Text title = collection.template().title();
        Text day = BeijingTime.written(sender.day());
        List<String> lines = new ArrayList<>();
        if (missing.isEmpty()) {
            lines.add(Text.of("【" + title.zh() + "】截至" + day.zh() + "，名单中的单位都已报送。", "[" + title.en() + "] By " + day.en() + " every unit of the roster has sent its workbook.").in(lang));
        } else {
            lines.add(Text.of("【" + title.zh() + "】截至" + day.zh() + "，还有 " + missing.size() + " 个单位没有报送：", "[" + title.en() + "] Nothing has come by " + day.en() + " from " + missing.size() + (missing.size() == 1 ? " unit:" : " units:")).in(lang));
            String between = lang == Lang.ZH ? "、" : ", ";
            byDepartment.forEach((department, names) -> {
                String all = String.join(between, names);
                lines.add(department.isEmpty() ? (byDepartment.size() == 1 ? all : Text.of("其他：", "Others: ").in(lang) + all)
                        : Visible.line(department) + Text.of("（" + names.size() + " 个）：", " (" + names.size() + "): ").in(lang) + all);
            });
            sender.deadline().map(BeijingTime::written).ifPresent(last -> lines.add(Text.of("请于" + last.zh() + "前报送。", "Please send them by " + last.en() + ".").in(lang)));
        }
        if (!sender.office().isEmpty()) {
            lines.add(Visible.line(sender.office()));
        }
        return String.join("\n", lines) + "\n";
    }
}
