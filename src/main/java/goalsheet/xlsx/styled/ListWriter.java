package goalsheet.xlsx.styled;

import com.alibaba.excel.EasyExcel;
import com.alibaba.excel.ExcelWriter;
import com.alibaba.excel.enums.CellDataTypeEnum;
import com.alibaba.excel.metadata.data.FormulaData;
import com.alibaba.excel.metadata.data.WriteCellData;
import com.alibaba.excel.write.metadata.WriteSheet;
import goalsheet.xlsx.Limit;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.StoredText;
import goalsheet.xlsx.styled.Preparation.Target;
import goalsheet.xlsx.styled.StyledLayout.Sample;
import goalsheet.xlsx.styled.StyledLayout.SampleCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes the rows of one streamed list, in portions, into the sheets that take it. */
final class ListWriter {
    /** What is written with one call of the library. */
    private static final int PORTION = 500;
    private static final String CUT = "…";

    private final Target target;
    private final ExcelWriter writer;
    private final PortionLooks looks;
    private final List<WriteSheet> sheets;
    private final Map<String, Sample> samples = new HashMap<>();
    private final List<List<Object>> portion = new ArrayList<>();
    private final List<Sample> shapes = new ArrayList<>();
    private final List<List<Fill>> fills = new ArrayList<>();
    /** For each level the rows since the last row of that level or a higher one, sheet by sheet. */
    private final TreeMap<Integer, List<Segment>> open = new TreeMap<>();
    private int sheet;
    private int row;

    /** Rows of one sheet, from 0, last included. */
    private record Segment(int sheet, int first, int last) {
    }

    /** @param numbers of the target's sheets in the workbook */
    ListWriter(Target target, List<Integer> numbers, ExcelWriter writer, PortionLooks looks) {
        this.target = target;
        this.writer = writer;
        this.looks = looks;
        this.sheets = numbers.stream().map(number -> EasyExcel.writerSheet(number).build()).toList();
        this.row = target.firstRow();
        target.samples().forEach(sample -> {
            samples.put(sample.kind().name(), sample);
            if (sample.kind().level() > 0) {
                open.put(sample.kind().level(), new ArrayList<>());
            }
        });
    }

    /** Where the next row goes. */
    record Spot(String sheet, int row, Sample sample) {
        Optional<String> address(String key, boolean isHere) {
            return sample.column(key).map(col -> (isHere ? "" : Charts.quoted(sheet) + "!") + new Ref(row, col));
        }
    }

    /** @return where the row stands; empty when the sheets have no sample for its kind */
    Optional<Spot> add(Source.Row source, Anchors anchors) {
        Sample sample = samples.get(source.kind());
        if (sample == null) {
            return Optional.empty();
        }
        if (row == target.firstRow() + target.capacity()) {
            flush();
            sheet++;
            row = target.firstRow();
        }
        Spot spot = new Spot(target.sheets().get(sheet), row, sample);
        List<Object> cells = new ArrayList<>();
        List<Fill> filled = new ArrayList<>();
        for (int col = 0; col <= Looks.lastColumn(sample); col++) {
            cells.add(null);
            filled.add(Fill.NOTHING);
        }
        for (SampleCell cell : sample.cells()) {
            Fill fill = fill(cell, source.values());
            filled.set(cell.col(), fill);
            cells.set(cell.col(), cell(fill, cell.col(), spot, anchors));
        }
        portion.add(cells);
        shapes.add(sample);
        fills.add(filled);
        close(sample.kind().level());
        row++;
        if (portion.size() == PORTION) {
            flush();
        }
        return Optional.of(spot);
    }

    void flush() {
        if (!portion.isEmpty()) {
            looks.expect(row - portion.size(), List.copyOf(shapes), List.copyOf(fills));
            writer.write(portion, sheets.get(sheet));
            portion.clear();
            shapes.clear();
            fills.clear();
        }
    }

    /** Takes the row into what is open above it, and ends what it closes. */
    private void close(int level) {
        for (Map.Entry<Integer, List<Segment>> group : open.entrySet()) {
            if (group.getKey() <= level) {
                group.getValue().clear();
            } else {
                extend(group.getValue());
            }
        }
    }

    private void extend(List<Segment> segments) {
        Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
        if (last != null && last.sheet() == sheet) {
            segments.set(segments.size() - 1, new Segment(sheet, last.first(), row));
        } else {
            segments.add(new Segment(sheet, row, row));
        }
    }

    static Fill fill(SampleCell cell, Map<String, Fill> values) {
        if (!cell.key().isEmpty()) {
            return values.getOrDefault(cell.key(), Fill.NOTHING);
        }
        return Fill.of(StyledLayout.PLACEHOLDER.matcher(cell.words()).replaceAll(match -> {
            String key = match.group(1).substring(match.group(1).indexOf('.') + 1);
            return java.util.regex.Matcher.quoteReplacement(Anchors.words(values.getOrDefault(key, Fill.NOTHING)));
        }));
    }

    private Object cell(Fill fill, int col, Spot spot, Anchors anchors) {
        if (fill instanceof Fill.Sum sum) {
            String formula = sum(col, spot.sample().kind().level());
            return formula.isEmpty() ? new WriteCellData<>(sum.value()) : formula(formula, Fill.of(sum.value()));
        }
        if (fill instanceof Fill.Formula formula) {
            Optional<String> text = anchors.resolve(formula, key -> spot.address(key, true));
            return text.isPresent() ? formula(text.get(), formula.value()) : plain(formula.value());
        }
        if (fill instanceof Fill.Link link) {
            return Expressions.isLinkable(link) ? formula(Expressions.link(link), Fill.of(link.words())) : plain(Fill.of(link.words()));
        }
        return plain(fill);
    }

    private static WriteCellData<?> plain(Fill fill) {
        if (fill instanceof Fill.Number number) {
            return new WriteCellData<>(number.value());
        }
        String text = stored(Anchors.words(fill));
        return text.isEmpty() ? null : new WriteCellData<>(text);
    }

    private static WriteCellData<?> formula(String text, Fill value) {
        WriteCellData<Object> cell = new WriteCellData<>();
        FormulaData formula = new FormulaData();
        formula.setFormulaValue(text);
        cell.setFormulaData(formula);
        if (value instanceof Fill.Number number) {
            cell.setType(CellDataTypeEnum.NUMBER);
            cell.setNumberValue(number.value());
        } else {
            cell.setType(CellDataTypeEnum.STRING);
            cell.setStringValue(stored(Anchors.words(value)));
        }
        return cell;
    }

    /** SUBTOTAL leaves out subtotals within its area and what a filter hides. */
    private String sum(int col, int level) {
        StringBuilder formula = new StringBuilder();
        for (Segment segment : open.getOrDefault(level, List.of())) {
            String area = new Ref(segment.first(), col) + ":" + new Ref(segment.last(), col);
            String place = segment.sheet() == sheet ? area : Charts.quoted(target.sheets().get(segment.sheet())) + "!" + area;
            formula.append(formula.isEmpty() ? "" : "+").append("SUBTOTAL(9,").append(place).append(')');
        }
        return formula.toString();
    }

    static String stored(String text) {
        String stored = StoredText.of(text);
        int most = Limit.CELL_TEXT.most();
        return stored.length() <= most ? stored : stored.substring(0, most - CUT.length()) + CUT;
    }
}
