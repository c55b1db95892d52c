package goalsheet.docx;

import goalsheet.docx.Paper.Block;
import goalsheet.docx.Paper.Column;
import goalsheet.docx.Paper.Line;
import goalsheet.docx.Paper.Look;
import goalsheet.docx.Paper.Row;
import goalsheet.docx.Paper.Table;
import goalsheet.xlsx.FixedZip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;

/** Writes a described paper as .docx: the type and sizes of official documents, the same bytes every time. */
public final class PaperWriter {
    private static final String MAKER = "goalsheet";
    private static final Date CREATED = Date.from(Instant.parse("2026-01-01T00:00:00Z"));

    /** Type of titles and of text in official documents; where a computer lacks it, the font table names the next best. */
    private static final String TITLE_FONT = "方正小标宋简体";
    private static final String TEXT_FONT = "仿宋";
    private static final String HEAD_FONT = "黑体";
    private static final String LATIN_FONT = "Times New Roman";
    private static final String FONT_TABLE = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
            <w:font w:name="%s"><w:altName w:val="华文中宋,宋体,SimSun"/><w:charset w:val="86"/></w:font>\
            <w:font w:name="%s"><w:altName w:val="FangSong,仿宋_GB2312,华文仿宋"/><w:charset w:val="86"/></w:font>\
            <w:font w:name="%s"><w:altName w:val="SimHei"/><w:charset w:val="86"/></w:font></w:fonts>""".formatted(TITLE_FONT, TEXT_FONT, HEAD_FONT);

    private static final int WIDTH = 11_906;
    private static final int HEIGHT = 16_838;
    private static final int MARGIN = 1_134;
    private static final int SIDE = 1_077;
    private static final int TITLE_POINTS = 22;
    private static final int TEXT_POINTS = 14;
    private static final int SMALL_POINTS = 10;
    private static final int TABLE_POINTS = 9;
    /** A fixed height, as fonts differ much in the room they ask for, and a slip should stay on its page. */
    private static final int TABLE_LINE_POINTS = 13;
    private static final int POINT = 20;
    private static final String HEAD_FILL = "E9EDF2";
    private static final String HEADING_FILL = "F5F6F8";
    private static final Pattern FIELD = Pattern.compile("\\{(page|pages)}");

    private final XWPFDocument document = new XWPFDocument();

    private PaperWriter() {
    }

    /** The bytes of the file. */
    public static byte[] bytes(Paper paper) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(paper, out);
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
        return out.toByteArray();
    }

    /**
     * @param out receives the whole file, stays open
     * @throws IOException when {@code out} fails
     */
    public static void write(Paper paper, OutputStream out) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        PaperWriter writer = new PaperWriter();
        try (XWPFDocument document = writer.document) {
            writer.describe(paper.title());
            writer.fonts();
            writer.page();
            writer.line(document.createParagraph(), paper.title(), TITLE_FONT, TITLE_POINTS).setAlignment(ParagraphAlignment.CENTER);
            paper.blocks().forEach(writer::block);
            writer.footer(paper.footer());
            document.write(packed);
        }
        FixedZip.copy(new ByteArrayInputStream(packed.toByteArray()), out);
    }

    private void describe(String title) {
        POIXMLProperties.CoreProperties core = document.getProperties().getCoreProperties();
        core.setTitle(title);
        core.setCreator(MAKER);
        core.setCreated(Optional.of(CREATED));
        core.setModified(Optional.of(CREATED));
        document.getProperties().getExtendedProperties().getUnderlyingProperties().setApplication(MAKER);
    }

    private void fonts() throws IOException {
        try {
            PackagePartName name = PackagingURIHelper.createPartName("/word/fontTable.xml");
            PackagePart part = document.getPackage().createPart(name, "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml");
            try (OutputStream out = part.getOutputStream()) {
                out.write(FONT_TABLE.getBytes(StandardCharsets.UTF_8));
            }
            document.getPackagePart().addRelationship(name, TargetMode.INTERNAL, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable");
        } catch (InvalidFormatException fixed) {
            throw new IllegalStateException(fixed);
        }
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(WIDTH));
        size.setH(BigInteger.valueOf(HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setLeft(BigInteger.valueOf(SIDE));
        margins.setRight(BigInteger.valueOf(SIDE));
        margins.setHeader(BigInteger.valueOf(MARGIN / 2));
        margins.setFooter(BigInteger.valueOf(MARGIN / 2));
    }

    private void block(Block block) {
        if (block instanceof Line line) {
            line(line);
        } else if (block instanceof Table table) {
            table(table);
        }
    }

    private void line(Line line) {
        boolean small = line.look() == Look.NOTE;
        XWPFParagraph paragraph = line(document.createParagraph(), line.text(), TEXT_FONT, small ? SMALL_POINTS : TEXT_POINTS);
        paragraph.setSpacingBetween(small ? SMALL_POINTS * 1.5 : TEXT_POINTS * 1.6, LineSpacingRule.EXACT);
        switch (line.look()) {
            case BODY -> {
                paragraph.setIndentationFirstLine(2 * TEXT_POINTS * POINT);
                paragraph.setSpacingAfter(4 * POINT);
            }
            case SIGNATURE -> paragraph.setAlignment(ParagraphAlignment.RIGHT);
            case PLAIN, NOTE -> paragraph.setSpacingBefore(small ? 6 * POINT : 12 * POINT);
        }
    }

    /** Fills a paragraph; it has no space of its own around it. */
    private XWPFParagraph line(XWPFParagraph paragraph, String text, String font, int points) {
        paragraph.setSpacingAfter(0);
        String[] lines = text.split("\n", -1);
        XWPFRun run = run(paragraph, lines[0], font, points);
        for (int i = 1; i < lines.length; i++) {
            run.addBreak();
            run.setText(lines[i]);
        }
        return paragraph;
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, String font, int points) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(LATIN_FONT);
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        // Quotation marks and dots belong to the Chinese text around them.
        run.getCTR().getRPr().getRFontsArray(0).setHint(STHint.EAST_ASIA);
        run.setFontSize(points);
        run.setText(text);
        return run;
    }

    private void table(Table described) {
        List<Column> columns = described.columns();
        boolean hasHead = columns.stream().anyMatch(column -> !column.head().isEmpty());
        XWPFTable table = document.createTable();
        table.removeRow(0);
        int[] widths = widths(columns);
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(WIDTH - 2 * SIDE);
        table.setCellMargins(40, 70, 40, 70);
        table.getCTTbl().addNewTblGrid();
        for (int width : widths) {
            table.getCTTbl().getTblGrid().addNewGridCol().setW(BigInteger.valueOf(width));
        }
        if (hasHead) {
            XWPFTableRow head = row(table);
            head.setRepeatHeader(true);
            for (int i = 0; i < columns.size(); i++) {
                XWPFParagraph paragraph = cell(head, widths[i], HEAD_FILL);
                ruled(paragraph, columns.get(i).head(), HEAD_FONT).setAlignment(ParagraphAlignment.CENTER);
            }
        }
        for (Row row : described.rows()) {
            XWPFTableRow target = row(table);
            if (row instanceof Row.Heading heading) {
                XWPFParagraph paragraph = cell(target, WIDTH - 2 * SIDE, HEADING_FILL);
                target.getCell(0).getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(columns.size()));
                ruled(paragraph, heading.text(), HEAD_FONT).setKeepNext(true);
            } else if (row instanceof Row.Cells cells) {
                for (int i = 0; i < columns.size(); i++) {
                    XWPFParagraph paragraph = cell(target, widths[i], "");
                    ruled(paragraph, cells.texts().get(i), TEXT_FONT).setAlignment(columns.get(i).centred() ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
                }
            }
        }
    }

    private XWPFParagraph ruled(XWPFParagraph paragraph, String text, String font) {
        line(paragraph, text, font, TABLE_POINTS).setSpacingBetween(TABLE_LINE_POINTS, LineSpacingRule.EXACT);
        return paragraph;
    }

    private static int[] widths(List<Column> columns) {
        int all = columns.stream().mapToInt(Column::share).sum();
        return columns.stream().mapToInt(column -> (WIDTH - 2 * SIDE) * column.share() / all).toArray();
    }

    private static XWPFTableRow row(XWPFTable table) {
        XWPFTableRow row = table.createRow();
        // A new row gets as many cells as the one above it has.
        while (!row.getTableCells().isEmpty()) {
            row.removeCell(0);
        }
        row.setCantSplitRow(true);
        return row;
    }

    private static XWPFParagraph cell(XWPFTableRow row, int width, String fill) {
        XWPFTableCell cell = row.createCell();
        CTTcPr properties = cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
        if (properties.isSetTcW()) {
            properties.unsetTcW();
        }
        cell.setWidthType(TableWidthType.DXA);
        cell.setWidth(Integer.toString(width));
        if (!fill.isEmpty()) {
            cell.setColor(fill);
        }
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        return cell.getParagraphArray(0);
    }

    private void footer(String text) {
        if (text.isEmpty()) {
            return;
        }
        XWPFParagraph paragraph = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        Matcher fields = FIELD.matcher(text);
        int from = 0;
        while (fields.find()) {
            run(paragraph, text.substring(from, fields.start()), TEXT_FONT, SMALL_POINTS);
            paragraph.getCTP().addNewFldSimple().setInstr(fields.group(1).equals("page") ? "PAGE" : "NUMPAGES");
            from = fields.end();
        }
        run(paragraph, text.substring(from), TEXT_FONT, SMALL_POINTS);
    }
}
