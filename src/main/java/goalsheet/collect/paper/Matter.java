package goalsheet.collect.paper;

import goalsheet.collect.Collection;
import goalsheet.collect.Note;
import goalsheet.collect.Point;
import goalsheet.collect.Received;
import goalsheet.collect.Remark;
import goalsheet.collect.Rounds;
import goalsheet.collect.Standing;
import goalsheet.collect.State;
import goalsheet.report.Visible;
import goalsheet.rule.CollectRules;
import goalsheet.rule.Severity;
import goalsheet.rule.Verdict.Outcome;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What there is to say to one unit about the workbook that counts.
 *
 * @param notes  findings of the workbook, then remarks on it
 * @param points the same grouped
 * @param rounds how it compares with the one before, when the last one is the one that counts
 * @param passed why a later one was passed over, if it speaks of another unit; empty otherwise
 * @param later  what must be mended in the last one, if it was passed over for that
 */
record Matter(Standing unit, Received counts, List<Note> notes, List<Point> points, Optional<Rounds> rounds, Text passed, List<Point> later) {
    /** Of a workbook that does not count no more is told. */
    private static final int MOST_LATER = 10;
    static final int MOST_PLACES = 8;
    private static final int LONGEST = 400;
    private static final int LONGEST_VALUE = 60;

    static Matter of(Collection collection, Standing unit) {
        Received counts = unit.counts().orElseThrow();
        List<Note> notes = new ArrayList<>(collection.ledger().notes(counts.sha256()).stream().map(note -> toUnit(note, unit.state())).toList());
        collection.remarks(unit).stream().map(Remark::note)
                // Whether a unit belongs in the roster is for the office to say.
                .filter(note -> !note.rule().equals(CollectRules.NOT_LISTED.id())).forEach(notes::add);
        Optional<Rounds> rounds = Rounds.of(unit, collection.ledger()).filter(each -> each.last().equals(counts));
        Optional<Received> last = unit.last().filter(each -> !each.equals(counts));
        Text passed = last.flatMap(each -> collection.remarks(each).stream().findFirst().map(remark -> passed(each, remark.note().message()))).orElse(Text.EMPTY);
        List<Point> later = passed.isEmpty() ? last.map(each -> later(collection, each)).orElse(List.of()) : List.of();
        return new Matter(unit, counts, notes, Point.of(notes, rounds.map(Rounds::open).orElse(List.of())), rounds, passed, later);
    }

    private static List<Point> later(Collection collection, Received last) {
        State state = last.isOtherForm() ? State.OTHER_FORM : last.outcome() == Outcome.REJECTED ? State.UNREADABLE : State.ERRORS;
        return Point.of(collection.ledger().notes(last.sha256()).stream().filter(note -> note.severity() == Severity.ERROR).map(note -> toUnit(note, state)).toList(), List.of());
    }

    /** That the last one was passed over for its errors, and what they are; empty when it was not. */
    List<String> later(Lang lang) {
        if (later.isEmpty()) {
            return List.of();
        }
        String file = file(unit.last().orElseThrow());
        List<String> lines = new ArrayList<>();
        lines.add(Text.of("此后收到的“" + file + "”中有必须修改的错误，没有采用；要以它为准，请改好下列各项后重新报送：",
                "The later file " + file + " has errors and was not taken. If it shall count instead, mend these and send it again:").in(lang));
        later.stream().limit(MOST_LATER).forEach(point -> lines.add(lines.size() + ". " + line(point, lang)));
        int left = later.size() - MOST_LATER;
        if (left > 0) {
            lines.add(Text.of("另有 " + left + " 项没有列出。", left + " more are not listed.").in(lang));
        }
        return lines;
    }

    /** A point in one line: place, what is wrong, what to do. */
    static String line(Point point, Lang lang) {
        String places = point.where(MOST_PLACES, lang);
        return (places.isEmpty() ? "" : places + (lang == Lang.ZH ? "：" : ": ")) + problem(point, lang) + (lang == Lang.ZH ? "" : " ") + shown(point.remedy(), lang);
    }

    private static Text passed(Received last, Text why) {
        return Text.of("此后收到的“" + file(last) + "”没有采用：" + shown(why, Lang.ZH), "The later file " + file(last) + " was not taken: " + shown(why, Lang.EN));
    }

    /** What the office would do about a workbook that cannot be checked is nothing to ask of a unit. */
    private static Note toUnit(Note note, State state) {
        boolean isForOffice = state == State.OTHER_FORM || state == State.UNREADABLE && note.remedy().zh().contains("--");
        return isForOffice && note.severity() == Severity.ERROR ? note.with(state.request()) : note;
    }

    List<Point> points(Severity severity) {
        return points.stream().filter(point -> point.severity() == severity).toList();
    }

    /** How many places are concerned, not how many points tell of them. */
    int count(Severity severity) {
        return Note.places(notes.stream().filter(note -> note.severity() == severity).toList());
    }

    /** The file as the unit called it. */
    String file() {
        return file(counts);
    }

    private static String file(Received received) {
        String path = received.origin().replace('\\', '/').replace('!', '/');
        return Visible.line(path.substring(path.lastIndexOf('/') + 1));
    }

    /** {@code 336001 迁安市人民法院}. */
    static String name(Standing unit) {
        return Visible.line((unit.code() + " " + unit.name()).strip());
    }

    /** What is wrong, with what stands there unless the sentence says so itself. */
    static String problem(Point point, Lang lang) {
        String value = Visible.line(Visible.cut(point.value(), LONGEST_VALUE, lang));
        String message = shown(point.message(), lang);
        return value.isEmpty() || message.contains(Visible.line(point.value())) ? message : Text.of("现填“" + value + "”。", "'" + value + "' stands there. ").in(lang) + message;
    }

    static String shown(Text text, Lang lang) {
        return Visible.line(Visible.cut(text.in(lang), LONGEST, lang));
    }

    /** What became of the points told before, in one sentence; empty for a first workbook. */
    Text progress() {
        return rounds.map(each -> each.words(notes)).orElse(Text.EMPTY);
    }
}
