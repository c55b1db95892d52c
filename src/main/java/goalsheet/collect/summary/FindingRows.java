package goalsheet.collect.summary;

import goalsheet.collect.Collection;
import goalsheet.collect.Note;
import goalsheet.collect.Received;
import goalsheet.collect.Remark;
import goalsheet.collect.Standing;
import goalsheet.text.Lang;
import goalsheet.text.Text;
import goalsheet.xlsx.styled.Fill;
import goalsheet.xlsx.styled.Source.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Every finding, unit by unit: first what concerns several workbooks, then what the workbook that counts has by itself. */
final class FindingRows {
    private static final Text NOBODY = Text.of("（看不出单位）", "(tells no unit)");

    private final Collection collection;
    private final Survey survey;
    private final Links links;
    private final Lang lang;
    private long number;

    FindingRows(Collection collection, Survey survey, Links links, Lang lang) {
        this.collection = collection;
        this.survey = survey;
        this.links = links;
        this.lang = lang;
    }

    void rows(Groups groups, Consumer<Row> taker) {
        number = 0;
        groups.list().forEach(group -> group.units().forEach(unit -> rows(unit, taker)));
        for (Received received : collection.nobodys()) {
            for (Note note : collection.ledger().notes(received.sha256())) {
                Map<String, Fill> row = new HashMap<>(Map.of("row-number", Fill.of(++number), "unit-name", Fill.of(NOBODY.in(lang))));
                taker.accept(row(note, Optional.of(received), row));
            }
        }
    }

    private void rows(Standing unit, Consumer<Row> taker) {
        for (Remark remark : survey.remarks(unit)) {
            taker.accept(row(remark.note(), unit.counts(), UnitColumns.of(unit, ++number)));
        }
        if (unit.counts().isPresent()) {
            for (Note note : collection.ledger().notes(unit.counts().get().sha256())) {
                taker.accept(row(note, unit.counts(), UnitColumns.of(unit, ++number)));
            }
        }
    }

    private Row row(Note note, Optional<Received> file, Map<String, Fill> row) {
        row.put("severity", Fill.of(note.severity().label().in(lang)));
        row.put("rule", Fill.of(note.rule()));
        row.put("summary", Fill.of(note.summary().in(lang)));
        row.put("label", Fill.of(note.place().label().in(lang)));
        row.put("value", Fill.of(note.value()));
        row.put("message", Fill.of(note.message().in(lang)));
        row.put("remedy", Fill.of(note.remedy().in(lang)));
        row.put("waiver", Fill.of(note.waiver()));
        row.put("from-sheet", Fill.of(note.place().sheet()));
        row.put("from-cell", Fill.of(note.place().cell()));
        file.ifPresent(received -> row.put("from-file", links.to(received, note.place().sheet(), note.place().cell())));
        return new Row("finding", "", row);
    }

    /** Which mistakes how many of the units make that have sent anything. */
    void mistakes(Consumer<Row> taker) {
        long senders = collection.units().stream().filter(unit -> unit.counts().isPresent()).count() + collection.nobodys().size();
        long row = 0;
        for (Survey.Mistake mistake : survey.mistakes()) {
            Fill share = senders == 0 ? Fill.NOTHING : Fill.of(BigDecimal.valueOf(mistake.units()).divide(BigDecimal.valueOf(senders), MathContext.DECIMAL64));
            taker.accept(new Row("mistake", "", Map.of("row-number", Fill.of(++row), "rule", Fill.of(mistake.rule()), "severity", Fill.of(mistake.severity().label().in(lang)),
                    "summary", Fill.of(mistake.summary().in(lang)), "unit-count", Fill.of(mistake.units()), "share", share, "places", Fill.of(mistake.places()), "waived", Fill.of(mistake.waived()))));
        }
    }
}
