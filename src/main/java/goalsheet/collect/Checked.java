package goalsheet.collect;

import goalsheet.check.Reading;
import goalsheet.expr.Value;
import goalsheet.rule.Entry;
import goalsheet.rule.Severity;
import goalsheet.rule.Verdict;
import goalsheet.text.Sha256;
import goalsheet.xlsx.OwnMarks;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a check said of one workbook, ready for the ledger.
 *
 * @param checker program and template the check was made with
 * @param at      time of the check, in milliseconds since 1970
 * @param page    whether it bears results of ours
 * @param digest  of all contents, the same where nothing else was filled in; "" without contents
 */
record Checked(Sighting sighting, String checker, long at, Verdict verdict, List<Note> notes, List<Content> contents, OwnMarks.Page page, String digest) {

    /** The digest is worked out here, by whoever checks: only one can write into the ledger at a time. */
    Checked(Sighting sighting, String checker, long at, Verdict verdict, List<Note> notes, List<Content> contents, OwnMarks.Page page) {
        this(sighting, checker, at, verdict, notes, contents, page, contents.isEmpty() ? "" : Sha256.of(contents.toString()));
    }

    static Checked of(Sighting sighting, String checker, long at, Verdict verdict, Optional<Reading> reading, OwnMarks.Page page) {
        List<Content> contents = reading.map(read -> read.filled().stream().map(Checked::content).toList()).orElse(List.of());
        return new Checked(sighting, checker, at, verdict, verdict.findings().stream().map(Note::of).toList(), contents, page);
    }

    private static Content content(Reading.Filled filled) {
        Entry entry = filled.entry();
        Optional<BigDecimal> number = entry.value().filter(Value.Num.class::isInstance).map(value -> ((Value.Num) value).number());
        return new Content(filled.part(), filled.sheetNo(), filled.table(), filled.row(), entry.field().id(), entry.place().sheet(), entry.place().cell(), entry.shown(), number);
    }

    Map<String, Object> columns() {
        Map<String, Object> columns = new HashMap<>(Map.of("sha256", sighting.sha256(), "checker", checker, "checked", at, "unitCode", Ledger.storable(verdict.unitCode()),
                "unitName", Ledger.storable(verdict.unitName()), "template", Ledger.storable(verdict.template()), "version", verdict.templateVersion(), "outcome", verdict.outcome().name()));
        columns.put("reason", verdict.outcome() == Verdict.Outcome.REJECTED ? verdict.findings().get(0).rule().id() : "");
        columns.put("errors", verdict.count(Severity.ERROR));
        columns.put("warnings", verdict.count(Severity.WARNING));
        columns.put("infos", verdict.count(Severity.INFO));
        columns.put("contents", digest);
        columns.put("page", page.name());
        return columns;
    }
}
