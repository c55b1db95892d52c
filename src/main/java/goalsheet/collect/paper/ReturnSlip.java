package goalsheet.collect.paper;

import goalsheet.collect.BeijingTime;
import goalsheet.collect.Collection;
import goalsheet.collect.Point;
import goalsheet.collect.State;
import goalsheet.docx.Paper;
import goalsheet.docx.Paper.Block;
import goalsheet.docx.Paper.Column;
import goalsheet.docx.Paper.Line;
import goalsheet.docx.Paper.Look;
import goalsheet.docx.Paper.Row;
import goalsheet.docx.Paper.Table;
import goalsheet.report.Visible;
import goalsheet.rule.Review;
import goalsheet.rule.Severity;
import goalsheet.template.Template;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.List;

/** 退回单: what a unit is asked to mend, to be printed and handed over. */
final class ReturnSlip {
    private static final Text TITLE = Text.of("退回修改单", "To be mended");
    private static final Text CONFIRM = Text.of("报送确认单", "To be confirmed");
    private static final Text FOOTER = Text.of("第 {page} 页，共 {pages} 页", "Page {page} of {pages}");
    private static final Text AGAIN = Text.of("（上次已指出）", " (told before)");
    private static final int LONGEST_LABEL = 60;

    private ReturnSlip() {
    }

    /** @param copy file name of the annotated copy beside the slip, "" when there is none */
    static Paper of(Collection collection, Matter matter, Sender sender, String copy, Lang lang) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Line(Look.PLAIN, Matter.name(matter.unit()) + (lang == Lang.ZH ? "：" : ":")));
        blocks.add(new Line(Look.BODY, intro(collection.template(), matter, sender).in(lang)));
        if (!matter.progress().isEmpty()) {
            blocks.add(new Line(Look.BODY, matter.progress().in(lang)));
        }
        if (!matter.passed().isEmpty()) {
            blocks.add(new Line(Look.BODY, matter.passed().in(lang)));
        }
        List<Row> rows = rows(matter, lang);
        if (!rows.isEmpty()) {
            blocks.add(new Table(List.of(new Column(Text.of("序号", "No.").in(lang), 6, true), new Column(Text.of("位置", "Where").in(lang), 21, false),
                    new Column(Text.of("问题", "Problem").in(lang), 32, false), new Column(Text.of("怎么改", "What to do").in(lang), 41, false)), rows));
        }
        matter.later(lang).forEach(line -> blocks.add(new Line(Look.NOTE, line)));
        hints(matter).forEach(hint -> blocks.add(new Line(Look.NOTE, hint.in(lang))));
        if (!copy.isEmpty()) {
            blocks.add(new Line(Look.NOTE, Text.of("附：批注副本“" + copy + "”，要改的单元格已着色并写明改法，可以直接在副本里改好报送。",
                    "Enclosed: the annotated copy " + copy + ". The cells concerned are coloured and say what to do; it can be mended and sent back as it is.").in(lang)));
        }
        if (!sender.office().isEmpty()) {
            blocks.add(new Line(Look.SIGNATURE, Visible.line(sender.office())));
        }
        blocks.add(new Line(Look.SIGNATURE, BeijingTime.written(sender.day()).in(lang)));
        return new Paper((matter.unit().state() == State.TWICE ? CONFIRM : TITLE).in(lang), List.copyOf(blocks), FOOTER.in(lang));
    }

    private static Text intro(Template template, Matter matter, Sender sender) {
        String file = matter.file();
        String when = BeijingTime.minute(matter.counts().received());
        Text start = Text.of("收到你单位报送的《" + template.title().zh() + "》（文件“" + file + "”，" + when + "）。",
                "Your workbook \"" + template.title().en() + "\" has been received (file " + file + ", " + when + "). ");
        boolean isAsked = matter.unit().state() == State.TWICE;
        Text end = sender.deadline().map(BeijingTime::written).map(day -> isAsked ? Text.of("请于" + day.zh() + "前答复。", " Please answer by " + day.en() + ".")
                : Text.of("请于" + day.zh() + "前重新报送。", " Please send it again by " + day.en() + ".")).orElse(Text.EMPTY);
        Text middle = found(matter);
        return Text.of(start.zh() + middle.zh() + end.zh(), start.en() + middle.en() + end.en());
    }

    static Text found(Matter matter) {
        State state = matter.unit().state();
        int errors = matter.points(Severity.ERROR).size();
        int warnings = matter.points(Severity.WARNING).size();
        if (state == State.UNREADABLE || state == State.OTHER_FORM) {
            return Text.of("这份文件无法审核：" + matter.notes().get(0).message().zh() + state.request().zh(), "It cannot be checked: " + matter.notes().get(0).message().en() + " " + state.request().en());
        }
        String zh = errors > 0 ? "经检查，有 " + errors + " 项必须修改" + places(matter, Severity.ERROR).zh() + (warnings > 0 ? "，另有 " + warnings + " 项建议核对修改" + places(matter, Severity.WARNING).zh() : "") + "。" : "";
        String en = errors > 0 ? errors + (errors == 1 ? " thing" : " things") + " must be mended" + places(matter, Severity.ERROR).en() + (warnings > 0 ? ", " + warnings + " more should be looked at" + places(matter, Severity.WARNING).en() : "") + "." : "";
        return errors > 0 && state == State.ERRORS ? Text.of(zh, en) : Text.of(zh + state.request().zh(), (en + " " + state.request().en()).strip());
    }

    /** One thing may be found in several cells, and several things in one. */
    private static Text places(Matter matter, Severity severity) {
        int places = matter.count(severity);
        return places == matter.points(severity).size() ? Text.EMPTY : Text.of("（涉及 " + places + " 处）", " (in " + places + (places == 1 ? " place)" : " places)"));
    }

    private static List<Row> rows(Matter matter, Lang lang) {
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            Review under = null;
            for (Point point : matter.points(severity)) {
                if (point.review() != under) {
                    under = point.review();
                    rows.add(new Row.Heading((severity == Severity.ERROR ? Text.of("必须修改", "Must be mended") : Text.of("建议核对修改", "Please check")).in(lang)
                            + (lang == Lang.ZH ? "：" : ": ") + under.heading().in(lang)));
                }
                number++;
                rows.add(new Row.Cells(Integer.toString(number), where(point, lang),
                        Matter.problem(point, lang) + (point.again() ? AGAIN.in(lang) : ""), Matter.shown(point.remedy(), lang)));
            }
        }
        return rows;
    }

    private static String where(Point point, Lang lang) {
        String places = point.where(Matter.MOST_PLACES, lang);
        String label = point.places().size() == 1 ? Visible.line(Visible.cut(point.places().get(0).label().in(lang), LONGEST_LABEL, lang)) : "";
        return places.isEmpty() ? Text.of("整个文件", "the file").in(lang) : label.isEmpty() ? places : places + "\n" + label;
    }

    private static List<Text> hints(Matter matter) {
        int infos = matter.count(Severity.INFO);
        return infos == 0 ? List.of() : List.of(Text.of("另有 " + infos + " 条说明性提示，供参考，可以不改。", infos + " remarks besides are for your information only."));
    }
}
