package goalsheet.check;

import static goalsheet.check.Pieces.COVER;
import static goalsheet.check.Pieces.PROJECT;
import static goalsheet.check.Pieces.RELATIONS;
import static goalsheet.check.Pieces.STRINGS;
import static goalsheet.check.Variant.clean;
import static goalsheet.check.Variant.told;

import java.util.List;
import java.util.stream.Stream;

/** Sound workbooks with something nasty in a cell: read for what it is, told where it is wrong, and never acted on. */
final class ContentVariants {
    /** Telephone numbers are asked for together with the name, 30 characters at most. */
    private static final String CLERK = "陈晓梅 0558-6120147";

    private static final String STALE = "WARNING INT009 ";
    private static final String TYPED = "WARNING INT008 项目（1）!C5";

    private final byte[] form;

    ContentVariants(byte[] form) {
        this.form = form;
    }

    private Pieces pieces() {
        return new Pieces(form);
    }

    private byte[] clerk(String words) {
        return pieces().change(STRINGS, ">" + CLERK + "<", " xml:space=\"preserve\">" + words + "<").bytes();
    }

    private byte[] formula(String formula, String value) {
        return pieces().cell("<c r=\"C5\" s=\"5\"><f>" + formula + "</f><v>" + value + "</v></c>").bytes();
    }

    Stream<Variant> all() {
        return Stream.of(texts(), numbers(), formulas(), parts()).flatMap(List::stream);
    }

    private List<Variant> texts() {
        return List.of(
                clean("text like a formula", clerk("=1+1")),
                told("text like a call of a program", clerk("=cmd|' /C calc'!A0"), "ERROR INT033 封面!B5"),
                clean("text with a plus", clerk("+86 0558")),
                clean("text with a minus", clerk("-1")),
                clean("text with an at", clerk("@SUM(1)")),
                clean("text with a tab and an equals sign", clerk("_x0009_=1+1")),
                clean("text with a return and an equals sign", clerk("_x000D_=1+1")),
                clean("text with NUL", clerk("陈_x0000_晓梅")),
                clean("text with a bell and an escape", clerk("陈_x0007_晓_x001B_[31m梅")),
                clean("text that turns round", clerk("陈\u202E梅晓\u2066")),
                clean("text like markup", clerk("&lt;script&gt;alert(1)&lt;/script&gt;]]&gt;")),
                clean("text like a placeholder", clerk("{value} {label} %s ${x}")),
                clean("text with half a character", clerk("陈_xD83D_晓")),
                told("text of 32,767 characters", clerk("长".repeat(32_767)), "ERROR STR006 封面!B5", STALE + "封面!G5"));
    }

    private List<Variant> numbers() {
        return List.of(
                told("date beyond the calendar", pieces().number("2958466").bytes(), STALE + "封面!G8", "ERROR STR002 项目（1）!C5"),
                told("date of 1E308", pieces().number("1E308").bytes(), STALE + "封面!G8", "ERROR STR002 项目（1）!C5"),
                told("date of a billionth", pieces().number("1E-300").bytes(), STALE + "封面!G8", "ERROR STR003 项目（1）!C5"),
                told("negative date", pieces().number("-1").bytes(), STALE + "封面!G8", "ERROR STR002 项目（1）!C5"),
                told("truth value for a date", pieces().cell("<c r=\"C5\" s=\"5\" t=\"b\"><v>1</v></c>").bytes(), STALE + "封面!G8", "ERROR STR002 项目（1）!C5"),
                told("error for a date", pieces().cell("<c r=\"C5\" s=\"5\" t=\"e\"><v>#REF!</v></c>").bytes(), "ERROR STR008 项目（1）!C5"),
                told("days counted from 1904", pieces().change(Pieces.WORKBOOK, "date1904=\"false\"", "date1904=\"true\"").bytes(), "ERROR STR003 封面!D4", STALE + "封面!G4"));
    }

    private List<Variant> formulas() {
        return List.of(
                told("formula that fills the memory", formula("LEN(REPT(\"x\",2000000000))", "46054"), TYPED),
                told("formula of 8,000 characters", formula("1" + "+1".repeat(3_999), "46054"), TYPED),
                told("formula of 4,000 brackets", formula("(".repeat(4_000) + "1" + ")".repeat(4_000), "46054"), TYPED),
                told("formula of quotes", formula("\"".repeat(8_000), "46054"), TYPED),
                told("formula that calls a program", formula("cmd|'/C calc'!A0", "46054"), "ERROR INT033 项目（1）!C5"),
                told("formula on another workbook", formula("[1]Sheet1!A1", "46054"), "WARNING INT017 项目（1）!C5"),
                told("formula of the web", formula("WEBSERVICE(\"http://example.invalid\")", "46054"), TYPED),
                told("table of operations", pieces().cell("<c r=\"C5\" s=\"5\"><f t=\"dataTable\" ref=\"C5\" r1=\"B1\" r2=\"B2\"/><v>46054</v></c>").bytes(), TYPED),
                told("a locked formula that is 8,000 characters now", pieces().edit(COVER, xml -> xml.replaceFirst("<f>.*?</f>", "<f>1" + "+1".repeat(3_999) + "</f>")).bytes(), "INFO INT013 封面!G1"));
    }

    private List<Variant> parts() {
        return List.of(
                told("link to another workbook", pieces().put("xl/externalLinks/externalLink1.xml", "<externalLink xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>")
                        .put("xl/externalLinks/_rels/externalLink1.xml.rels", HarmlessVariants.relations(
                                HarmlessVariants.relation("r1", "externalLinkPath", "\\\\server\\share\\x.xlsx").replace("/>", " TargetMode=\"External\"/>")))
                        .change(RELATIONS, "</Relationships>", HarmlessVariants.relation("rId99", "externalLink", "externalLinks/externalLink1.xml") + "</Relationships>").bytes(), "WARNING INT029 !"),
                told("macros", pieces().put("xl/vbaProject.bin", new byte[] {1, 2, 3}).bytes(), "ERROR INT030 !"),
                told("embedded object", pieces().put("xl/embeddings/oleObject1.bin", new byte[] {1, 2, 3}).bytes(), "ERROR INT031 !"),
                told("link to a file of the network", pieces().put("xl/worksheets/_rels/sheet2.xml.rels", HarmlessVariants.relations(
                        HarmlessVariants.relation("r1", "hyperlink", "file://///server/x.exe").replace("/>", " TargetMode=\"External\"/>"))).bytes(), "WARNING INT032 项目（1）!"),
                told("protection of a sheet gone", pieces().edit(PROJECT, xml -> xml.replaceFirst("<sheetProtection.*?/>", "")).bytes(), "INFO INT025 !"));
    }
}
