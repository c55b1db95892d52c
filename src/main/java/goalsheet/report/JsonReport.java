package goalsheet.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import goalsheet.rule.Finding;
import goalsheet.rule.Severity;
import goalsheet.rule.Verdict;
import goalsheet.text.Lang;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** The report for programs; its form is documented in docs/json.md and only ever grows. */
public final class JsonReport {
    /** As much as a cell can hold; arguments of a message may repeat it. */
    private static final int MAX_TEXT = 32_767;

    private JsonReport() {
    }

    /**
     * Writes the report as UTF-8, indented, ending in a line feed; {@code out} stays open.
     *
     * @param version of the tool
     */
    public static void write(List<Verdict> verdicts, String version, Lang lang, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            // The same line ends on every system.
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter(PrettyPrinter.DEFAULT_SEPARATORS.withObjectFieldValueSpacing(Spacing.AFTER))
                    .withObjectIndenter(indenter).withArrayIndenter(indenter));
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeObjectFieldStart("tool");
            json.writeStringField("name", "goalsheet");
            json.writeStringField("version", version);
            json.writeEndObject();
            json.writeArrayFieldStart("workbooks");
            for (Verdict verdict : verdicts) {
                workbook(json, verdict, lang);
            }
            json.writeEndArray();
            summary(json, verdicts);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void workbook(JsonGenerator json, Verdict verdict, Lang lang) throws IOException {
        json.writeStartObject();
        text(json, "file", verdict.file().toString(), lang);
        json.writeStringField("outcome", word(verdict.outcome()));
        json.writeObjectFieldStart("template");
        json.writeStringField("id", verdict.template());
        json.writeNumberField("version", verdict.templateVersion());
        json.writeEndObject();
        json.writeObjectFieldStart("unit");
        text(json, "code", verdict.unitCode(), lang);
        text(json, "name", verdict.unitName(), lang);
        json.writeEndObject();
        json.writeArrayFieldStart("findings");
        for (Finding finding : verdict.findings()) {
            json.writeStartObject();
            json.writeStringField("rule", finding.rule().id());
            json.writeStringField("severity", word(finding.severity()));
            text(json, "sheet", finding.place().sheet(), lang);
            text(json, "cell", finding.place().cell(), lang);
            text(json, "field", finding.place().field(), lang);
            text(json, "value", finding.found().in(lang), lang);
            text(json, "expected", finding.expected().in(lang), lang);
            text(json, "message", finding.message().in(lang), lang);
            text(json, "remedy", finding.remedy().in(lang), lang);
            text(json, "waiver", finding.waiver(), lang);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, List<Verdict> verdicts) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("workbooks", verdicts.size());
        for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
            json.writeNumberField(word(outcome), verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count());
        }
        for (Severity severity : Severity.values()) {
            json.writeNumberField(word(severity) + "s", verdicts.stream().mapToInt(verdict -> verdict.count(severity)).sum());
        }
        json.writeNumberField("explained", verdicts.stream().mapToInt(verdict -> verdict.waived().size()).sum());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String text, Lang lang) throws IOException {
        // Half a character pair, which a damaged workbook can hold, has no form in UTF-8.
        String whole = text.codePoints().map(c -> c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        json.writeStringField(name, Visible.cut(whole, MAX_TEXT, lang));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
