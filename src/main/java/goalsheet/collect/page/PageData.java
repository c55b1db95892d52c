package goalsheet.collect.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import goalsheet.collect.BeijingTime;
import goalsheet.collect.Collection;
import goalsheet.collect.Note;
import goalsheet.collect.Point;
import goalsheet.collect.Received;
import goalsheet.collect.Remark;
import goalsheet.collect.Rounds;
import goalsheet.collect.Standing;
import goalsheet.collect.State;
import goalsheet.report.Visible;
import goalsheet.rule.Severity;
import goalsheet.rule.Verdict.Outcome;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the page shows of a unit when it is opened, as JSON within a script element: texts that repeat are written once, and the
 * script makes elements of them only when they are asked for. Nothing in it can end the element it stands in.
 */
final class PageData {
    private static final int LONGEST = 400;
    private static final int MOST_PLACES = 24;
    private static final int MOST_POINTS = 150;
    private static final int HASH_SHOWN = 12;

    private final Collection collection;
    private final Lang lang;
    private final JsonGenerator json;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final Map<String, Integer> rules = new LinkedHashMap<>();

    private PageData(Collection collection, Lang lang, JsonGenerator json) {
        this.collection = collection;
        this.lang = lang;
        this.json = json;
    }

    /** Writes it unit by unit; {@code out} stays open. */
    static void write(Collection collection, Lang lang, Writer out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setCharacterEscapes(new WithinScript());
            new PageData(collection, lang, json).write();
        }
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("units");
        for (Standing unit : collection.units()) {
            unit(unit);
        }
        json.writeEndArray();
        strings("texts", texts.keySet());
        strings("rules", rules.keySet());
        json.writeArrayFieldStart("severities");
        for (Severity severity : Severity.values()) {
            json.writeStartArray();
            json.writeString(severity.name());
            json.writeString(severity.label().in(lang));
            json.writeEndArray();
        }
        json.writeEndArray();
        words();
        json.writeEndObject();
    }

    private void strings(String name, Iterable<String> strings) throws IOException {
        json.writeArrayFieldStart(name);
        for (String string : strings) {
            json.writeString(string);
        }
        json.writeEndArray();
    }

    private void unit(Standing unit) throws IOException {
        Optional<Received> counts = unit.counts();
        Optional<Received> last = unit.last();
        Optional<Rounds> rounds = Rounds.of(unit, collection.ledger());
        boolean lastCounts = last.equals(counts);
        List<Note> open = rounds.filter(each -> lastCounts).map(Rounds::open).orElse(List.of());
        List<Note> all = counts.map(each -> collection.ledger().notes(each.sha256())).orElse(List.of());
        List<Note> notes = all.stream().filter(note -> note.waiver().isEmpty()).toList();
        List<Note> remarks = collection.remarks(unit).stream().map(Remark::note).toList();
        List<Point> points = Point.of(notes, open);
        json.writeStartObject();
        json.writeNumberField("who", text(String.join("　", List.of(unit.contact(), unit.phone()).stream().filter(each -> !each.isEmpty()).toList())));
        json.writeArrayFieldStart("says");
        for (Text said : says(unit, rounds, lastCounts)) {
            json.writeNumber(text(said.in(lang)));
        }
        json.writeEndArray();
        points("remarks", Point.of(remarks, List.of()));
        points("findings", points.subList(0, Math.min(MOST_POINTS, points.size())));
        json.writeNumberField("more", points.stream().skip(MOST_POINTS).mapToInt(point -> point.places().size()).sum());
        points("later", lastCounts ? List.of() : Point.of(told(last.orElseThrow()), List.of()).stream().limit(MOST_POINTS).toList());
        points("fixed", Point.of(rounds.map(Rounds::fixed).orElse(List.of()), List.of()).stream().limit(MOST_POINTS).toList());
        points("waived", Point.of(all.stream().filter(note -> !note.waiver().isEmpty()).toList(), List.of()).stream().limit(MOST_POINTS).toList());
        json.writeArrayFieldStart("rounds");
        for (Received received : unit.submissions()) {
            round(received, remark(unit, received));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rules");
        for (String rule : Figures.notes(collection, unit).stream().map(Note::rule).distinct().toList()) {
            json.writeNumber(index(rules, rule));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Whose it is comes first. */
    private List<Note> told(Received received) {
        return Stream.concat(collection.remarks(received).stream().map(Remark::note), collection.ledger().notes(received.sha256()).stream()).toList();
    }

    private List<Text> says(Standing unit, Optional<Rounds> rounds, boolean lastCounts) {
        List<Text> says = new ArrayList<>();
        if (unit.state() != State.ERRORS && !unit.state().request().isEmpty()) {
            says.add(unit.state().request());
        }
        rounds.map(each -> each.words(collection.remarks(unit).stream().map(Remark::note).toList())).ifPresent(says::add);
        if (!lastCounts) {
            says.add(unit.counts().filter(Received::isSound).isPresent() ? Text.of("最后一份有必须修改的错误，没有采用，以前面没有错误的一份为准。", "The last workbook has errors and was not taken; the last one without errors counts.")
                    : Text.of("最后一份的单位不符，没有采用，以前面的一份为准。", "The last workbook speaks of another unit and was not taken; the one before it counts."));
        }
        unit.submissions().stream().filter(each -> each.origins().size() > 1).forEach(each -> says.add(Text.of("“" + file(each) + "”收到 " + each.origins().size() + " 次，内容完全相同，按一份计。",
                file(each) + " came " + each.origins().size() + " times, the very same file; it counts once.")));
        return says;
    }

    private void points(String name, List<Point> points) throws IOException {
        json.writeArrayFieldStart(name);
        for (Point point : points) {
            json.writeStartArray();
            json.writeNumber(point.severity().ordinal());
            json.writeNumber(index(rules, point.rule()));
            json.writeNumber(text(point.message().in(lang)));
            json.writeNumber(text(point.remedy().in(lang)));
            json.writeNumber(text(point.where(MOST_PLACES, lang)));
            json.writeNumber(point.again() ? 1 : 0);
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private Text remark(Standing unit, Received received) {
        if (unit.counts().filter(received::equals).isPresent()) {
            return Text.of("以此为准", "counts");
        }
        if (!unit.valid().contains(received)) {
            return Text.of("文件已不在，不再计", "gone, does not count any more");
        }
        // The only remark on a workbook that does not count.
        return received.outcome() == Outcome.REJECTED ? received.outcome().label() : collection.remarks(received).isEmpty() ? Text.EMPTY : State.OTHER_UNIT.label();
    }

    private void round(Received received, Text remark) throws IOException {
        json.writeStartArray();
        json.writeNumber(text(BeijingTime.minute(received.received())));
        json.writeNumber(text(file(received)));
        json.writeNumber(received.errors());
        json.writeNumber(received.warnings());
        json.writeNumber(received.infos());
        json.writeNumber(text(remark.in(lang)));
        json.writeNumber(text(received.sha256().substring(0, Math.min(HASH_SHOWN, received.sha256().length()))));
        json.writeEndArray();
    }

    static String file(Received received) {
        String path = received.origin().replace('\\', '/').replace('!', '/');
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private int text(String text) {
        return index(texts, Visible.line(Visible.cut(text, LONGEST, lang)));
    }

    private static int index(Map<String, Integer> known, String text) {
        return known.computeIfAbsent(text, unknown -> known.size());
    }

    private void words() throws IOException {
        json.writeObjectFieldStart("words");
        word("shown", "显示 {n} / {all} 个单位", "{n} of {all} units");
        word("byRule", "· 有 {rule} 问题的", "· with {rule}");
        word("remarks", "与名单、其他单位核对", "Against the roster and other units");
        word("findings", "检查发现", "Findings");
        word("later", "最后一份（未采用）的问题", "Findings of the last workbook, which was not taken");
        word("fixed", "比上次已改好", "Mended since the workbook before");
        word("waived", "单位已说明理由的", "With a reason given by the unit");
        word("submissions", "各次报送", "Submissions");
        word("remedy", "怎么改：", "To do: ");
        word("again", "上次已指出", "told before");
        word("more", "另有 {n} 处没有列出，见批注副本。", "{n} more are not listed here, see the annotated copy.");
        strings("columns", List.of(Text.of("时间", "time").in(lang), Text.of("文件", "file").in(lang), Severity.ERROR.label().in(lang), Severity.WARNING.label().in(lang),
                Severity.INFO.label().in(lang), "", Text.of("文件指纹", "SHA-256").in(lang)));
        json.writeEndObject();
    }

    private void word(String name, String zh, String en) throws IOException {
        json.writeStringField(name, Text.of(zh, en).in(lang));
    }

    /** Nothing that a page or an older script reader could take for its own. */
    private static final class WithinScript extends CharacterEscapes {
        private final int[] ascii = CharacterEscapes.standardAsciiEscapesForJSON();

        private WithinScript() {
            for (char c : new char[] {'<', '>', '&', '\''}) {
                ascii[c] = CharacterEscapes.ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii;
        }

        @Override
        public SerializableString getEscapeSequence(int c) {
            return c == 0x2028 || c == 0x2029 ? new SerializedString(String.format("\\u%04X", c)) : null;
        }
    }
}
