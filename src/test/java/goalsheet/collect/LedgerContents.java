package goalsheet.collect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a ledger says, but for when it was written: what two ledgers are compared by.
 *
 * @param submissions whole, with the time of their check and what earlier runs made of them left out
 * @param notes       by SHA-256
 * @param contents    by SHA-256
 */
public record LedgerContents(List<Received> submissions, Map<String, List<Note>> notes, Map<String, List<Content>> contents, List<Remark> remarks) {

    public static LedgerContents of(Ledger ledger) {
        List<Received> submissions = ledger.submissions().stream().map(each -> new Received(each.sha256(), each.checker(), 0, each.received(), each.origins(), each.present(), each.unitCode(),
                each.unitName(), each.template(), each.version(), each.outcome(), each.reason(), each.errors(), each.warnings(), each.infos(), each.contents(), each.page(), false)).toList();
        Map<String, List<Note>> notes = new LinkedHashMap<>();
        Map<String, List<Content>> contents = new LinkedHashMap<>();
        for (Received each : submissions) {
            notes.put(each.sha256(), ledger.notes(each.sha256()));
            contents.put(each.sha256(), ledger.contents(each.sha256()));
        }
        return new LedgerContents(submissions, notes, contents, ledger.remarks());
    }
}
