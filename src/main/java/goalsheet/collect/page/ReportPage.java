package goalsheet.collect.page;

import goalsheet.collect.Amounts;
import goalsheet.collect.BeijingTime;
import goalsheet.collect.Collection;
import goalsheet.collect.Received;
import goalsheet.collect.Standing;
import goalsheet.collect.State;
import goalsheet.report.Visible;
import goalsheet.rule.Severity;
import goalsheet.template.Field;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.SafeFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** report.html: the state of a collection on one page that needs nothing but itself, to be read, printed and shown. */
public final class ReportPage {
    private static final int MOST_MISTAKES = 10;
    private static final int LONGEST_NAME = 80;

    private final Collection collection;
    private final Figures figures;
    private final long asOf;
    private final Lang lang;
    private final Writer out;

    private ReportPage(Collection collection, Figures figures, long asOf, Lang lang, Writer out) {
        this.collection = collection;
        this.figures = figures;
        this.asOf = asOf;
        this.lang = lang;
        this.out = out;
    }

    /**
     * Writes the page in the place of an earlier one.
     *
     * @param asOf the moment it speaks of, in milliseconds since 1970: the one thing on it that does not come from the ledger
     * @throws goalsheet.xlsx.OutputException when it cannot be written
     */
    public static void write(Collection collection, long asOf, Lang lang, Path file) {
        Figures figures = Figures.of(collection, asOf);
        SafeFile.write(file, true, stream -> {
            Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
            new ReportPage(collection, figures, asOf, lang, out).write();
            out.flush();
        });
    }

    private void write() throws IOException {
        String style = Html.packed("report.css");
        String script = Html.packed("report.js");
        Text form = collection.template().title();
        String title = t("收表进度", "State of the collection");
        out.write("<!DOCTYPE html>\n<html lang=\"" + (lang == Lang.ZH ? "zh-CN" : "en") + "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\""
                + Html.policy(style, script) + "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
                + "<link rel=\"icon\" href=\"data:,\">\n<title>" + e(form.in(lang)) + " · " + title + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n<main>\n");
        out.write("<header><h1>" + e(form.in(lang)) + t("收表进度", ": state of the collection") + "</h1><p>"
                + t("截至 " + BeijingTime.minute(asOf) + "（北京时间）", "As of " + BeijingTime.minute(asOf) + ", Beijing time") + "</p></header>\n");
        progress();
        out.write("<div class=\"pair\">\n");
        days();
        mistakes();
        out.write("</div>\n");
        departments();
        units();
        nobodys();
        out.write("<footer><p>" + t("金额为各单位计入的那一份表中的填报数，有错误尚未改正的也包括在内；文件时间以文件的修改时间为准。",
                "Amounts are those of each unit's workbook that counts, those with errors included; times are those of the files.") + "</p></footer>\n</main>\n");
        out.write("<script type=\"application/json\" id=\"data\">");
        PageData.write(collection, lang, out);
        out.write("</script>\n<script>" + script + "</script>\n</body>\n</html>\n");
    }

    private void progress() throws IOException {
        Map<State, Integer> counts = collection.counts();
        int listed = collection.roster().units().size();
        int accepted = counts.get(State.RECEIVED);
        int missing = counts.get(State.MISSING);
        out.write("<section><div class=\"lead\">");
        lead(t("已交合格", "accepted"), accepted, listed);
        lead(t("已来表", "have sent something"), listed - missing, listed);
        lead(t("待改正或确认", "to be mended or confirmed"), listed - missing - accepted, 0);
        lead(t("未交", "missing"), missing, 0);
        out.write("</div>" + Charts.progress(counts, lang) + "<ul class=\"legend\">");
        for (State state : Charts.best()) {
            if (counts.get(state) > 0) {
                out.write("<li><a href=\"#s=" + state + "\" data-s=\"" + state + "\"><span class=\"dot b-" + state + "\"></span>" + e(state.label().in(lang)) + " " + counts.get(state) + "</a></li>");
            }
        }
        long strangers = collection.units().stream().filter(unit -> !unit.listed()).count();
        if (strangers > 0) {
            out.write("<li class=\"aside\">" + t("另有名单以外的单位 " + strangers + " 个", strangers + " more are not in the roster") + "</li>");
        }
        out.write("</ul></section>\n");
    }

    private void lead(String words, int count, int of) throws IOException {
        out.write("<span><b>" + count + "</b>" + (of > 0 ? "<i> / " + of + "</i>" : "") + " " + words + "</span>");
    }

    private void days() throws IOException {
        out.write("<section><h2>" + t("每天收到", "Received a day") + " <small><span class=\"dot first\"></span>" + t("首次报送", "first workbooks") + "　<span class=\"dot later\"></span>"
                + t("重新报送", "sent again") + "</small></h2>");
        if (figures.days().isEmpty()) {
            out.write("<p class=\"hint\">" + t("还没有收到文件。", "Nothing has come yet.") + "</p>");
        } else {
            out.write(Charts.days(figures.days(), lang));
        }
        if (figures.earlier() > 0) {
            out.write("<p class=\"aside\">" + t("更早的 " + figures.earlier() + " 份没有画出。", figures.earlier() + " earlier ones are not drawn.") + "</p>");
        }
        out.write("</section>\n");
    }

    private void mistakes() throws IOException {
        out.write("<section><h2>" + t("最常见的问题", "The commonest mistakes") + " <small>" + t("按单位数", "by units") + "</small></h2>");
        if (figures.mistakes().isEmpty()) {
            out.write("<p class=\"hint\">" + t("没有发现问题。", "Nothing was found.") + "</p></section>\n");
            return;
        }
        int most = figures.mistakes().get(0).units();
        out.write("<table class=\"mistakes\"><tbody>");
        for (Figures.Mistake mistake : figures.mistakes().stream().limit(MOST_MISTAKES).toList()) {
            String severity = mistake.severity().name();
            out.write("<tr><td><a href=\"#r=" + e(mistake.rule()) + "\" data-r=\"" + e(mistake.rule()) + "\"><span class=\"sev " + severity + "\">" + e(mistake.severity().label().in(lang)) + "</span>"
                    + e(mistake.summary().in(lang)) + "<span class=\"rule\">" + e(mistake.rule()) + "</span></a></td><td class=\"bar\">"
                    + Charts.bar(Map.of("rule-" + severity, (double) mistake.units() / most)) + "</td><td class=\"num\">" + mistake.units() + "</td></tr>");
        }
        out.write("</tbody></table></section>\n");
    }

    private void departments() throws IOException {
        List<Field> fields = Amounts.fields(collection.template());
        boolean parted = figures.departments().size() > 1 || figures.departments().stream().anyMatch(department -> !department.name().isEmpty());
        Amounts all = Amounts.none(collection.template());
        out.write("<section><h2>" + t("分部门", "By department") + (all.unit().isEmpty() ? "" : " <small>" + t("金额单位：", "amounts in ") + e(all.unit().in(lang).strip().replaceFirst("^× ", "")) + "</small>")
                + "</h2><div class=\"scroll\"><table class=\"departments\"><thead><tr><th>" + t("部门", "department") + "</th><th class=\"num\">" + t("单位", "units") + "</th><th class=\"num\">"
                + t("合格", "accepted") + "</th><th class=\"num\">" + t("待改", "open") + "</th><th class=\"num\">" + t("未交", "missing") + "</th><th class=\"bar\"></th><th class=\"num\">" + t("项目", "projects") + "</th>");
        for (Field field : fields) {
            out.write("<th class=\"num\">" + e(field.label().in(lang)) + "</th>");
        }
        out.write("</tr></thead><tbody>");
        Figures.Department total = new Figures.Department(t("合计", "total"), 0, 0, 0, all);
        for (Figures.Department department : figures.departments()) {
            total = new Figures.Department(total.name(), total.units() + department.units(), total.received() + department.received(), total.open() + department.open(), total.amounts().plus(department.amounts()));
            if (parted) {
                department(department, department.name().isEmpty() ? t("（未分部门）", "(none)") : name(department.name()), fields);
            }
        }
        out.write("</tbody><tfoot>");
        department(total, total.name(), fields);
        out.write("</tfoot></table></div></section>\n");
    }

    private void department(Figures.Department department, String name, List<Field> fields) throws IOException {
        Map<String, Double> shares = new LinkedHashMap<>();
        double units = Math.max(1, department.units());
        shares.put("f-RECEIVED", department.received() / units);
        shares.put("f-ERRORS", department.open() / units);
        shares.put("f-MISSING", department.missing() / units);
        out.write("<tr><td>" + e(name) + "</td>" + number(department.units()) + number(department.received()) + number(department.open()) + number(department.missing())
                + "<td class=\"bar\">" + Charts.bar(shares) + "</td>" + number(department.amounts().projects()));
        for (Field field : fields) {
            out.write("<td class=\"num\">" + Amounts.shown(department.amounts().sums().get(field)) + "</td>");
        }
        out.write("</tr>\n");
    }

    private void units() throws IOException {
        Optional<Field> amount = Amounts.fields(collection.template()).stream().filter(field -> field.id().equals(collection.template().projects().amount())).findFirst();
        out.write("<section id=\"list\"><h2>" + t("各单位", "Units") + "</h2>\n<noscript><p class=\"hint\">" + t("浏览器没有启用脚本：下表完整，但不能搜索、排序和展开。",
                "Scripts are switched off: the table is complete, but cannot be searched, sorted or opened.") + "</p></noscript>\n<div class=\"controls\" id=\"controls\" hidden><input id=\"q\" type=\"search\" placeholder=\""
                + t("搜索编码、单位、部门、联系人", "search code, name, department, contact") + "\" aria-label=\"" + t("搜索", "search") + "\"><select id=\"s\" aria-label=\"" + t("状态", "state") + "\"><option value=\"\">"
                + t("全部状态", "every state") + "</option>");
        for (State state : Charts.best()) {
            out.write("<option value=\"" + state + "\">" + e(state.label().in(lang)) + "</option>");
        }
        out.write("</select><select id=\"d\" aria-label=\"" + t("部门", "department") + "\"><option value=\"\">" + t("全部部门", "every department") + "</option>");
        for (String department : collection.units().stream().map(Standing::department).filter(name -> !name.isEmpty()).distinct().toList()) {
            out.write("<option value=\"" + e(name(department)) + "\">" + e(name(department)) + "</option>");
        }
        out.write("</select><button type=\"button\" id=\"all\">" + t("显示全部", "show all") + "</button><output id=\"count\"></output></div>\n<div class=\"scroll\"><table class=\"units\" id=\"units\"><thead><tr>");
        head("code", false, false, t("编码", "code"));
        head("name", false, false, t("单位", "unit"));
        head("department", false, true, t("部门", "department"));
        head("state", true, false, t("状态", "state"));
        head("time", true, true, t("最近收到", "last received"));
        head("sent", true, true, t("份数", "sent"));
        head("errors", true, false, Severity.ERROR.label().in(lang));
        head("warnings", true, false, Severity.WARNING.label().in(lang));
        if (amount.isPresent()) {
            head("amount", true, true, amount.get().label().in(lang));
        }
        out.write("</tr></thead>\n<tbody>\n");
        for (Figures.Of each : figures.units()) {
            unit(each, amount);
        }
        out.write("</tbody></table></div></section>\n");
    }

    private void head(String key, boolean isNumber, boolean wide, String words) throws IOException {
        boolean right = List.of("sent", "errors", "warnings", "amount").contains(key);
        out.write("<th data-k=\"" + key + "\"" + (isNumber ? " data-n=\"1\"" : "") + classes(right, wide) + ">" + e(words) + "</th>");
    }

    private static String classes(boolean right, boolean wide) {
        String all = ((right ? "num" : "") + (wide ? " wide" : "")).strip();
        return all.isEmpty() ? "" : " class=\"" + all + "\"";
    }

    private void unit(Figures.Of each, Optional<Field> amount) throws IOException {
        Standing unit = each.unit();
        State state = unit.state();
        Optional<Received> last = unit.last();
        String code = name(unit.code());
        String address = java.net.URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
        out.write("<tr class=\"unit\" data-u=\"" + e(code) + "\" data-s=\"" + state + "\" data-d=\"" + e(name(unit.department())) + "\"><td class=\"code\" data-v=\"" + e(code) + "\">" + e(code)
                + "</td><td data-v=\"" + e(name(unit.name())) + "\"><a href=\"#u=" + e(address) + "\">" + e(name(unit.name())) + "</a></td><td class=\"wide\" data-v=\"" + e(name(unit.department())) + "\">" + e(name(unit.department()))
                + "</td><td data-v=\"" + Charts.best().indexOf(state) + "\"><span class=\"tag b-" + state + "\">" + e(state.label().in(lang)) + "</span>"
                + (unit.listed() ? "" : " <span class=\"tag plain\">" + t("名单外", "not listed") + "</span>") + "</td><td class=\"wide\" data-v=\"" + last.map(Received::received).orElse(0L) + "\">"
                + last.map(received -> BeijingTime.minute(received.received())).orElse("") + "</td>" + number(unit.submissions().size(), " wide") + number(each.counts().getOrDefault(Severity.ERROR, 0))
                + number(each.counts().getOrDefault(Severity.WARNING, 0)));
        if (amount.isPresent()) {
            BigDecimal sum = each.amounts().sums().get(amount.get());
            out.write("<td class=\"num wide" + (sum.signum() == 0 ? " zero" : "") + "\" data-v=\"" + sum.toPlainString() + "\">" + (unit.counts().isEmpty() ? "" : Amounts.shown(sum)) + "</td>");
        }
        out.write("</tr>\n");
    }

    private static String number(int number) {
        return number(number, "");
    }

    private static String number(int number, String looks) {
        return "<td class=\"num" + looks + (number == 0 ? " zero" : "") + "\" data-v=\"" + number + "\">" + number + "</td>";
    }

    private void nobodys() throws IOException {
        if (collection.nobodys().isEmpty()) {
            return;
        }
        out.write("<section><h2>" + t("看不出是哪个单位的文件", "Files that tell no unit") + "</h2><ul>");
        for (Received received : collection.nobodys()) {
            String why = collection.ledger().notes(received.sha256()).stream().findFirst().map(note -> note.message().in(lang)).orElse("");
            out.write("<li><span class=\"mono\">" + e(Visible.line(Visible.cut(received.origin(), LONGEST_NAME * 2, lang))) + "</span> " + e(Visible.line(why)) + "</li>");
        }
        out.write("</ul></section>\n");
    }

    private String name(String name) {
        return Visible.line(Visible.cut(name, LONGEST_NAME, lang));
    }

    private String t(String zh, String en) {
        return lang == Lang.EN ? en : zh;
    }

    private static String e(String text) {
        return Html.text(text);
    }
}
