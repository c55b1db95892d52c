package goalsheet.collect.paper;

import goalsheet.collect.Amounts;
import goalsheet.collect.BeijingTime;
import goalsheet.collect.Collection;
import goalsheet.collect.Received;
import goalsheet.docx.Paper;
import goalsheet.docx.Paper.Block;
import goalsheet.docx.Paper.Column;
import goalsheet.docx.Paper.Line;
import goalsheet.docx.Paper.Look;
import goalsheet.docx.Paper.Row;
import goalsheet.docx.Paper.Table;
import goalsheet.report.Visible;
import goalsheet.rule.Severity;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.List;

/** 回执: that a workbook came, which one, and that the check found no errors; it promises nothing beyond that. */
final class Receipt {
    private static final Text TITLE = Text.of("报送回执", "Receipt");
    private static final Text BODY = Text.of("你单位报送的下列文件已经收到，自动检查没有发现必须修改的错误。", "The following file has been received. The automatic check found no errors.");
    private static final Text RESERVE = Text.of("本回执只说明文件已收到和自动检查的结果，不代表审核通过；审核中发现问题的，另行通知。",
            "This only confirms that the file came and what the automatic check said; it is no approval. Whatever the review finds will be told separately.");

    private Receipt() {
    }

    static Paper of(Collection collection, Matter matter, Amounts amounts, Sender sender, Lang lang) {
        Received counts = matter.counts();
        List<Row> rows = new ArrayList<>();
        row(rows, Text.of("单位", "Unit"), Matter.name(matter.unit()), lang);
        row(rows, Text.of("表样", "Form"), collection.template().title().in(lang) + Text.of("（" + counts.template() + "，第 " + counts.version() + " 版）",
                " (" + counts.template() + ", version " + counts.version() + ")").in(lang), lang);
        row(rows, Text.of("文件", "File"), matter.file(), lang);
        row(rows, Text.of("文件时间", "Time of the file"), BeijingTime.minute(counts.received()), lang);
        row(rows, Text.of("文件指纹（SHA-256）", "SHA-256 of the file"), grouped(counts.sha256()), lang);
        row(rows, Text.of("项目数", "Projects"), Integer.toString(amounts.projects()), lang);
        amounts.sums().forEach((field, sum) -> row(rows, Text.of(field.label().zh() + "合计", field.label().en() + ", total"), Amounts.shown(sum) + amounts.unit().in(lang), lang));
        row(rows, Text.of("自动检查", "Automatic check"), Text.of("必须修改 0 处，提示 " + matter.count(Severity.WARNING) + " 处，说明 " + matter.count(Severity.INFO) + " 处",
                "errors 0, warnings " + matter.count(Severity.WARNING) + ", infos " + matter.count(Severity.INFO)).in(lang), lang);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Line(Look.PLAIN, Matter.name(matter.unit()) + (lang == Lang.ZH ? "：" : ":")));
        blocks.add(new Line(Look.BODY, BODY.in(lang)));
        blocks.add(new Table(List.of(new Column("", 24, true), new Column("", 76, false)), rows));
        if (!matter.passed().isEmpty()) {
            blocks.add(new Line(Look.NOTE, matter.passed().in(lang)));
        }
        matter.later(lang).forEach(line -> blocks.add(new Line(Look.NOTE, line)));
        blocks.add(new Line(Look.NOTE, RESERVE.in(lang)));
        if (!sender.office().isEmpty()) {
            blocks.add(new Line(Look.SIGNATURE, Visible.line(sender.office())));
        }
        blocks.add(new Line(Look.SIGNATURE, BeijingTime.written(sender.day()).in(lang)));
        return new Paper(TITLE.in(lang), List.copyOf(blocks), "");
    }

    private static void row(List<Row> rows, Text name, String value, Lang lang) {
        rows.add(new Row.Cells(name.in(lang), value));
    }

    /** In groups of eight, as people compare them. */
    private static String grouped(String hash) {
        return hash.replaceAll("(.{8})(?=.)", "$1 ");
    }
}
