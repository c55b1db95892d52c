package goalsheet.xlsx;

import goalsheet.text.Lang;
import goalsheet.xlsx.LayoutImage.ChartImage;
import goalsheet.xlsx.WorkbookImage.SheetImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;

/** Writes a layout that an office can restyle: nothing locked, colours printed, the same bytes every time. */
public final class LayoutWriter {
    private static final String BAR = "4F81BD";
    private static final int GAP_PERCENT = 60;
    private static final int TITLE_POINTS = 12;

    private LayoutWriter() {
    }

    /** @throws ImageException when the image asks for what a workbook cannot hold */
    public static byte[] write(LayoutImage layout, Lang lang) {
        ImageCheck.check(layout.book());
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.setCellFormulaValidation(false);
            WorkbookWriter.describe(workbook.getProperties(), layout.book().title());
            workbook.getCTWorkbook().addNewCalcPr().setCalcId(WorkbookWriter.CALCULATION_ENGINE);
            StyleBook styles = new StyleBook(workbook);
            for (SheetImage image : layout.book().sheets()) {
                XSSFSheet sheet = workbook.createSheet(image.name());
                new SheetWriter(image, sheet, styles).write();
                sheet.getPrintSetup().setNoColor(false);
                Area filter = layout.filters().get(image.name());
                if (filter != null) {
                    sheet.setAutoFilter(new CellRangeAddress(filter.first().row(), filter.last().row(), filter.first().col(), filter.last().col()));
                }
                outline(sheet, layout.outlines().getOrDefault(image.name(), Map.of()));
            }
            WorkbookWriter.show(workbook, layout.book().sheets());
            layout.charts().forEach(chart -> draw(workbook.getSheet(chart.sheet()), chart, lang));
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            workbook.write(packed);
            ByteArrayOutputStream fixed = new ByteArrayOutputStream();
            FixedZip.copy(new ByteArrayInputStream(packed.toByteArray()), fixed);
            return fixed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void outline(XSSFSheet sheet, Map<Integer, Integer> levels) {
        int deepest = 0;
        for (Map.Entry<Integer, Integer> level : levels.entrySet()) {
            sheet.getRow(level.getKey()).getCTRow().setOutlineLevel(level.getValue().shortValue());
            deepest = Math.max(deepest, level.getValue());
        }
        if (deepest > 0) {
            sheet.getCTWorksheet().getSheetFormatPr().setOutlineLevelRow((short) deepest);
        }
    }

    private static void draw(XSSFSheet sheet, ChartImage image, Lang lang) {
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFChart chart = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, image.place().first().col(), image.place().first().row(), image.place().last().col() + 1, image.place().last().row() + 1));
        chart.setTitleText(image.title().in(lang));
        chart.getFormattedTitle().getParagraph(0).getTextRuns().forEach(run -> {
            run.setFontSize((double) TITLE_POINTS);
            run.setBold(true);
        });
        chart.setTitleOverlay(false);
        XDDFCategoryAxis categories = chart.createCategoryAxis(image.horizontal() ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(image.horizontal() ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setMinimum(0.0);
        values.setVisible(false);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        values.setMajorTickMark(AxisTickMark.NONE);
        categories.setMajorTickMark(AxisTickMark.NONE);
        categories.getOrAddShapeProperties().setLineProperties(new XDDFLineProperties(new XDDFSolidFillProperties(XDDFColor.from(rgb("BFBFBF")))));
        if (image.horizontal()) {
            categories.setOrientation(AxisOrientation.MAX_MIN);
        }
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        data.setBarDirection(image.horizontal() ? BarDirection.BAR : BarDirection.COL);
        data.setGapWidth(GAP_PERCENT);
        data.setVaryColors(false);
        XDDFChartData.Series series = data.addSeries(XDDFDataSourcesFactory.fromStringCellRange(sheet, range(image.categories())), XDDFDataSourcesFactory.fromNumericCellRange(sheet, range(image.values())));
        XDDFShapeProperties look = new XDDFShapeProperties();
        look.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(rgb(BAR))));
        series.setShapeProperties(look);
        series.setTitle(image.title().in(lang), null);
        chart.plot(data);
        label(chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray(0));
        // Left out it means round.
        chart.getCTChartSpace().addNewRoundedCorners().setVal(false);
        XDDFShapeProperties frame = chart.getOrAddShapeProperties();
        frame.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(rgb(Palette.PAPER))));
        frame.setLineProperties(new XDDFLineProperties(new XDDFNoFillProperties()));
    }

    /** The figure stands at each bar, so that the axis of figures can be left out. */
    private static void label(CTBarSer series) {
        CTDLbls labels = series.isSetDLbls() ? series.getDLbls() : series.addNewDLbls();
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }

    private static CellRangeAddress range(Area area) {
        return new CellRangeAddress(area.first().row(), area.last().row(), area.first().col(), area.last().col());
    }

    private static byte[] rgb(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
