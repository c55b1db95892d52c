package goalsheet.collect.paper;

import goalsheet.collect.BeijingTime;
import goalsheet.collect.Collection;
import goalsheet.collect.Point;
import goalsheet.collect.State;
import goalsheet.report.Visible;
import goalsheet.rule.Review;
import goalsheet.rule.Severity;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.List;

/** The same as a slip in short, to be pasted into a chat. */
final class ReturnMessage {
    /** More is not read on a telephone; the slip has all. */
    private static final int MOST = 12;

    private ReturnMessage() {
    }

    /** Lines end in {@code \n}. */
    static String of(Collection collection, Matter matter, Sender sender, Lang lang) {
        List<String> lines = new ArrayList<>();
        lines.add((matter.unit().state() == State.TWICE ? Text.of("【请确认】", "[Please confirm] ") : Text.of("【退回修改】", "[To be mended] ")).in(lang) + Matter.name(matter.unit()));
        Text title = collection.template().title();
        lines.add(Text.of("《" + title.zh() + "》" + ReturnSlip.found(matter).zh(), title.en() + ": " + ReturnSlip.found(matter).en()).in(lang));
        if (!matter.progress().isEmpty()) {
            lines.add(matter.progress().in(lang));
        }
        if (!matter.passed().isEmpty()) {
            lines.add(matter.passed().in(lang));
        }
        int number = 0;
        int left = 0;
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            List<Point> points = matter.points(severity);
            if (!points.isEmpty() && number < MOST) {
                lines.add(severity == Severity.ERROR ? Text.of("一、必须修改", "Must be mended").in(lang)
                        : Text.of((number > 0 ? "二" : "一") + "、建议核对修改", "Please check").in(lang));
            }
            Review under = null;
            for (Point point : points) {
                if (number == MOST) {
                    left++;
                    continue;
                }
                if (point.review() != under) {
                    under = point.review();
                    lines.add((lang == Lang.ZH ? "【" + under.heading().zh() + "】" : "[" + under.heading().en() + "]"));
                }
                number++;
                lines.add(number + ". " + Matter.line(point, lang));
            }
        }
        if (left > 0) {
            lines.add(Text.of("其余 " + left + " 项见退回单。", left + " more, see the slip.").in(lang));
        }
        lines.addAll(matter.later(lang));
        boolean isAsked = matter.unit().state() == State.TWICE;
        sender.deadline().map(BeijingTime::written).ifPresent(day -> lines.add((isAsked ? Text.of("请于" + day.zh() + "前答复。", "Please answer by " + day.en() + ".") : Text.of("请于" + day.zh() + "前改好重新报送。", "Please send it again by " + day.en() + ".")).in(lang)));
        if (!sender.office().isEmpty()) {
            lines.add(Visible.line(sender.office()));
        }
        return String.join("\n", lines) + "\n";
    }
}
