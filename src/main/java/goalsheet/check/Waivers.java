package goalsheet.check;

import goalsheet.layout.SheetLayout;
import goalsheet.layout.Slot;
import goalsheet.rule.Finding;
import goalsheet.rule.Severity;
import goalsheet.template.RuleUse;
import goalsheet.xlsx.Ref;
import goalsheet.xlsx.Snapshot;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reasons that units state beside a row: what a template lets them explain becomes a remark. Errors are never waived. */
final class Waivers {
    private final Workbook workbook;
    /** By the names that they have now. */
    private final Map<String, SheetLayout> sheets = new HashMap<>();
    private final Map<SheetLayout, Set<String>> waivable = new IdentityHashMap<>();

    Waivers(Workbook workbook) {
        this.workbook = workbook;
        workbook.layout().sheets().forEach(sheet -> sheets.putIfAbsent(workbook.name(sheet), sheet));
    }

    List<Finding> apply(List<Finding> findings) {
        return findings.stream().map(finding -> reason(finding).map(finding::waived).orElse(finding)).toList();
    }

    private Optional<String> reason(Finding finding) {
        if (finding.severity() == Severity.ERROR || finding.place().cell().isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(sheets.get(finding.place().sheet())).filter(sheet -> waivable.computeIfAbsent(sheet, this::waivable).contains(finding.rule().id()))
                .flatMap(sheet -> workbook.waiver(sheet, Ref.parse(finding.place().cell()).row()).flatMap(slot -> written(sheet, slot)));
    }

    private Set<String> waivable(SheetLayout sheet) {
        return workbook.layout().template().rules().stream().filter(use -> use.waivable() && use.sheet().equals(sheet.def().id())).map(RuleUse::id).collect(Collectors.toSet());
    }

    private Optional<String> written(SheetLayout sheet, Slot slot) {
        return workbook.cell(sheet, slot).map(Snapshot.Cell::text).map(text -> text.replace('\u3000', ' ').strip()).filter(text -> !text.isEmpty());
    }
}
