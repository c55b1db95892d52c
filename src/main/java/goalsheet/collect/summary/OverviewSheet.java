package goalsheet.collect.summary;

import goalsheet.template.Field;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.Area;
import goalsheet.xlsx.LayoutImage.ChartImage;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot;
import goalsheet.xlsx.WorkbookImage.CellImage;
import goalsheet.xlsx.WorkbookImage.ConditionImage;
import goalsheet.xlsx.WorkbookImage.Content;
import goalsheet.xlsx.WorkbookImage.Effect;
import goalsheet.xlsx.WorkbookImage.Look;
import goalsheet.xlsx.WorkbookImage.PageImage;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import goalsheet.xlsx.WorkbookImage.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first sheet of the layout made by default: states of units, sums of departments, a chart of each. */
final class OverviewSheet {
    private static final Text NAME = Text.of("总览", "Overview");
    private static final int COUNTS = 6;
    private static final int LEAST_COLUMNS = 9;
    private static final int STATES = 3;
    private static final int DEPARTMENTS = 10;
    private static final int CHART = 15;
    private static final int CHART_ROWS = 15;

    private final SummaryFields fields;
    private final int amount;
    private final int last;
    private final List<CellImage> cells = new ArrayList<>();
    private final List<Area> merges = new ArrayList<>();

    /** @param amount field whose sums are drawn, "" for none */
    OverviewSheet(SummaryFields fields, String amount) {
        this.fields = fields;
        List<String> amounts = fields.amounts().stream().map(Field::id).toList();
        this.amount = COUNTS + amounts.indexOf(amount);
        this.last = Math.max(LEAST_COLUMNS, COUNTS + amounts.size()) - 1;
    }

    SheetImage image(Lang lang) {
        merged(0, 0, last, Text.of("{title}汇总", "{title}: summary").in(lang), Look.TITLE);
        merged(1, 0, COUNTS - 1, Text.of("表样 {template}", "Form {template}").in(lang), Look.PLAIN);
        merged(1, COUNTS, last, "{money}", Look.PLAIN_RIGHT);
        merged(2, 0, COUNTS - 1, Text.of("一、报送进度", "1. Progress").in(lang), Look.SECTION);
        row(STATES, List.of(Text.of("状态", "State"), Text.of("单位数", "Units"), Text.of("占比", "Share"), Text.of("请单位做什么", "What the units are asked to do")).stream().map(text -> text.in(lang)).toList(), Look.HEADING, Look.HEADING);
        row(STATES + 1, List.of("{state.label}", "{state.unit-count}", "{state.share}", "{state.request}"), Look.VALUE, Look.NUMBER);
        row(STATES + 2, List.of("{state-total.label}", "{state-total.unit-count}", "{state-total.share}", ""), Look.SUM_WORDS, Look.SUM_NUMBER);
        for (int row = STATES; row <= STATES + 2; row++) {
            merges.add(new Area(new Ref(row, 3), new Ref(row, COUNTS - 1)));
        }
        merged(6, 0, last, Text.of("名单 {listed} 个单位，已报送 {submitted} 个；共收到 {files} 份不同的表。名单以外的单位 {strangers} 个，看不出是哪个单位的文件 {nobodys} 份。",
                "Units in the roster: {listed}, of which have sent: {submitted}. Different workbooks: {files}. Units not in the roster: {strangers}, files that tell no unit: {nobodys}.").in(lang), Look.NOTE);
        merged(8, 0, last, Text.of("二、分部门汇总", "2. By department").in(lang), Look.SECTION);
        departments(lang);
        merged(13, 0, last, Text.of("共发现强制问题 {errors} 处、提示 {warnings} 处、说明 {infos} 处，逐条见“问题清单”，哪些错误最普遍见“共性问题”，合计数的核对见“勾稽”。",
                "Errors: {errors}, warnings: {warnings}, infos: {infos}. 'Findings' lists them, 'Common mistakes' ranks them, 'Balance' compares the totals.").in(lang), Look.NOTE);
        List<Double> widths = new ArrayList<>(List.of(18.0, 12.5, 12.5, 12.5, 12.5, 12.5));
        while (widths.size() <= last) {
            widths.add(16.0);
        }
        List<Double> heights = List.of(36.0, 20.0, 22.0, 24.0, 32.0, 24.0, 34.0, 8.0, 22.0, 34.0, 22.0, 22.0, 8.0, 34.0, 8.0);
        return new SheetImage(NAME.in(lang), Snapshot.Visibility.VISIBLE, widths, heights, cells, merges, List.of(), new PageImage(false, Optional.empty(), -1, -1), 0, List.of(
                new ConditionImage(Area.parse("C5:C6"), "ROUND(C5*100,4)<>ROUND(C5*100,0)", Effect.DECIMALS)));
    }

    private void departments(Lang lang) {
        List<String> headings = new ArrayList<>();
        List<String> samples = new ArrayList<>();
        List<String> sums = new ArrayList<>();
        List<Column> counts = List.of(Column.words("部门", "Department", "name", 0), Column.count("单位数", "Units", "unit-count", 0), Column.count("已交", "Received", "received", 0),
                Column.count("有问题", "To be mended", "to-mend", 0), Column.count("未交", "Missing", "missing", 0), Column.count("项目数", "Projects", "project-count", 0));
        List<Column> all = new ArrayList<>(counts);
        fields.amounts().forEach(field -> all.add(Column.money(field.label(), field.id())));
        for (Column column : all) {
            headings.add(column.heading().in(lang));
            samples.add("{department." + column.key() + "}");
            sums.add("{department-total." + column.key() + "}");
        }
        row(DEPARTMENTS - 1, headings, Look.HEADING, Look.HEADING);
        row(DEPARTMENTS, samples, Look.LONG_VALUE, Look.NUMBER);
        row(DEPARTMENTS + 1, sums, Look.SUM_WORDS, Look.SUM_NUMBER);
    }

    /** @param first look of the first cell  @param others of the rest; of words the look of the first */
    private void row(int row, List<String> words, Look first, Look others) {
        for (int col = 0; col < words.size(); col++) {
            boolean request = row > STATES && row <= STATES + 2 && col == 3;
            Look look = col == 0 ? first : request ? first == Look.SUM_WORDS ? first : Look.LONG_VALUE : others;
            boolean number = look == Look.NUMBER || look == Look.SUM_NUMBER;
            String format = !number ? Column.PLAIN : col >= COUNTS ? Column.MONEY : row <= STATES + 2 && col == 2 ? Column.PERCENT : Column.COUNT;
            cells.add(new CellImage(new Ref(row, col), words.get(col).isEmpty() ? Content.EMPTY : new Content.Words(words.get(col)), look, Use.FIXED, format, ""));
        }
    }

    private void merged(int row, int from, int to, String words, Look look) {
        cells.add(new CellImage(new Ref(row, from), new Content.Words(words), look, Use.FIXED, Column.PLAIN, ""));
        merges.add(new Area(new Ref(row, from), new Ref(row, to)));
    }

    List<ChartImage> charts(Lang lang) {
        String sheet = NAME.in(lang);
        ChartImage states = new ChartImage(sheet, Text.of("各状态单位数", "Units by state"), true, column(STATES + 1, 0), column(STATES + 1, 1), new Area(new Ref(2, COUNTS), new Ref(STATES + 2, last)));
        Area sums = column(DEPARTMENTS, amount < COUNTS ? COUNTS - 1 : amount);
        Text title = amount < COUNTS ? Text.of("各部门项目数", "Projects by department") : Text.of("各部门" + label().zh() + "合计", label().en() + " by department");
        return List.of(states, new ChartImage(sheet, title, false, column(DEPARTMENTS, 0), sums, new Area(new Ref(CHART, 0), new Ref(CHART + CHART_ROWS - 1, last))));
    }

    private Text label() {
        return fields.amounts().get(amount - COUNTS).label();
    }

    private static Area column(int row, int col) {
        return Area.of(new Ref(row, col));
    }
}
